"""Where a reading goes: to the page that is shown, however it came.

A hand scanner's keys, a serial scanner, the camera and picture files all end here. On the first run's page any text may be the
invitation; on the manager's page a card is nobody's; on the scanner's test it is looked at and forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from ui.bridge import Bridge
from ui.deskview import DeskView
from ui.firstrun import FirstRun
from ui.keys import KeyWatch
from ui.menu import MenuButton
from ui.opening import Opening
from ui.pictures import Pictures
from ui.window import Window
from validator.domain.code import CardRead
from validator.scan.serialport import SerialRead
from validator.scan.strokes import Stroke


class Readings(QObject):
    """Carries readings to the page in the window.

    Args:
        menu: the menu in the window, which a scan closes; None where there is none yet.
    """

    def __init__(
        self,
        window: Window,
        keys: KeyWatch,
        bridge: Bridge,
        pictures: Pictures,
        menu: Callable[[], MenuButton | None],
    ) -> None:
        super().__init__()
        self._window = window
        self._keys = keys
        self._pictures = pictures
        self._menu = menu
        keys.begun.connect(self._begun)
        keys.scanned.connect(self._scanned)
        keys.pressed.connect(self._pressed)
        keys.stroke.connect(self._stroke)
        window.dropped.connect(self._dropped)
        bridge.read.connect(self._camera)
        bridge.serial_read.connect(self._serial)

    @property
    def _desk(self) -> DeskView | None:
        page = self._window.page
        return page if isinstance(page, DeskView) and not page.stopped else None

    def _begun(self) -> None:
        if self._desk is not None:
            self._desk.clerk.remember()

    def _stroke(self, stroke: Stroke) -> None:
        page = self._window.page
        if isinstance(page, FirstRun):
            page.stand.take_stroke(stroke)
        elif self._desk is not None:
            self._desk.take_stroke(stroke)

    def _scanned(self, text: str) -> None:
        self._clear_way()
        page = self._window.page
        if isinstance(page, FirstRun) and page.stand.take_scan(text):
            return
        if isinstance(page, Opening | FirstRun):
            page.take_text(text)
        elif self._desk is not None:
            self._window.activateWindow()  # Enter is for this card now, whatever box was read beside the window
            self._desk.take_scan(text)

    def _serial(self, came: SerialRead) -> None:
        self._clear_way()
        page = self._window.page
        if isinstance(page, FirstRun):
            if not page.stand.take_serial(came):
                page.take_text(came.read.payload)
        elif self._desk is not None:
            self._window.activateWindow()
            self._desk.take_serial(came)

    def _camera(self, read: CardRead) -> None:
        self._window.close_dialog()
        page = self._window.page
        if isinstance(page, FirstRun):
            self._first(page, read)
        elif self._desk is not None:
            self._desk.take_camera(read)

    def _first(self, page: FirstRun, read: CardRead) -> None:
        if not page.stand.take_read(read):
            page.take_text(read.payload)

    def _pressed(self) -> None:
        if self._desk is not None:
            self._desk.touch()

    def _dropped(self, path: Path) -> None:
        page = self._window.page
        if isinstance(page, FirstRun):
            self._pictures.read(path, lambda read: self._first(page, read), page.show_no_code)
        elif self._desk is not None:
            self._desk.take_picture(path)

    def _clear_way(self) -> None:
        """Nothing that opens above the window hides the answer, or takes the keys that are meant for it."""
        self._window.close_dialog()
        menu = self._menu()
        if menu is not None:
            menu.close_menu()
