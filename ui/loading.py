"""The rest of the program, loaded behind the window's first picture: store, line to the hub, pages, picture libraries.

Loading takes several times as long as showing a window. So it waits for the first picture, which it would only hold up, and goes on
on a thread of its own, so that the screen stays alive.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.face import Face
from ui.opening import Entrance
from validator.config import Settings

if TYPE_CHECKING:  # to import it here is what must not be
    from ui.session import Session

LATEST = 300
"""Milliseconds after which loading begins in any case: a window that is covered is not painted."""

MakeSession: TypeAlias = "Callable[[Settings, QApplication, Face, Entrance], Session]"


def inside() -> MakeSession:
    """All that is behind the entrance."""
    # Late, because this is the very import that everything here is about.
    from ui.inside import session_for

    return session_for


class Loading(QObject):
    """Loads once.

    Args:
        behind: the window whose first picture comes first.
        load: imports what is missing.

    Signals:
        ended: it is loaded, or cannot be; `made` tells.
    """

    ended = Signal()

    def __init__(self, behind: QWidget, load: Callable[[], MakeSession] = inside) -> None:
        super().__init__()
        self._behind = behind
        self._load = load
        self._thread = threading.Thread(target=self._run, name="loading", daemon=True)
        self._made: MakeSession | None = None
        self._error: BaseException | None = None
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.timeout.connect(self._begin)
        self._latest.start(LATEST)
        behind.installEventFilter(self)

    def made(self) -> MakeSession:
        """What was loaded; raises what kept it from being loaded."""
        if self._made is None:
            raise self._error or RuntimeError("nothing is loaded yet")
        return self._made

    def join(self) -> None:
        """Begin no more; wait for what has begun."""
        self._behind.removeEventFilter(self)
        self._latest.stop()
        if self._thread.ident is not None:
            self._thread.join()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._latest.start(0)  # as soon as this picture is done
            watched.removeEventFilter(self)
        return False

    def _begin(self) -> None:
        self._behind.removeEventFilter(self)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._made = self._load()
        except BaseException as error:  # noqa: BLE001  (whatever it is, it is raised where it can end the program)
            self._error = error
        self.ended.emit()
