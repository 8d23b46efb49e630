"""The hand scanner is a keyboard: whatever has the focus, its keys are told from typing and gathered into one reading.

`validator.scan.wedge` does the telling apart. Here its keys come from Qt: each once, before any widget sees it. The first keys of
a scan cannot be told from typing and reach whatever has the focus; a field that got them gets its own text back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from validator.scan.wedge import PAUSE_MS, Wedge

_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_LATE = 20


def event_instant(event: QKeyEvent) -> float:
    """When the key was pressed, in milliseconds of the window system's clock."""
    return float(event.timestamp())


class KeyWatch(QObject):
    """Watches every key of the program while it lives; `install` it on the application.

    Args:
        instant: when a key event happened, in milliseconds of any steady clock.

    Signals:
        begun: keys came that may be a scanner's first; remember what they may change.
        scanned: the text of a hand scanner's reading, exactly as its keys came.
        pressed: some key was pressed that is no scanner's for certain.
    """

    begun = Signal()
    scanned = Signal(str)
    pressed = Signal()

    def __init__(
        self, instant: Callable[[QKeyEvent], float] = event_instant, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._instant = instant
        self._wedge = Wedge(self._handed_over)
        self._last = 0.0
        self._field: QLineEdit | None = None
        self._text = ""
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(round(PAUSE_MS) + _LATE)
        self._end.timeout.connect(self._pause)

    def install(self, app: QApplication) -> None:
        """Begin to watch."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every key comes to a window of the window system first, and to it once.
        if event.type() is not QEvent.Type.KeyPress or not isinstance(watched, QWindow):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        at = self._instant(event)
        self._last = at
        swallowed = self._wedge.enter(at) if event.key() in _ENTERS else self._feed(event, at)
        if not swallowed:
            self.pressed.emit()
        return swallowed

    def _feed(self, event: QKeyEvent, at: float) -> bool:
        text = event.text()
        if not text.isprintable() or (event.modifiers() & _COMMANDS and not _is_third_level(event)):
            return False
        field, before = self._focused()
        swallowed = self._wedge.feed(text, at)
        if swallowed:
            self._end.start()
        elif self._wedge.let_through == text:
            self._field, self._text = field, before
            self.begun.emit()
        return swallowed

    def _focused(self) -> tuple[QLineEdit | None, str]:
        focus = QApplication.focusWidget()
        return (focus, focus.text()) if isinstance(focus, QLineEdit) else (None, "")

    def _pause(self) -> None:
        self._wedge.tick(self._last + PAUSE_MS + _LATE)

    def _handed_over(self, read: str) -> None:
        self._end.stop()
        field, self._field = self._field, None
        if field is not None and self._wedge.let_through and isValid(field):
            field.setText(self._text)
        self._text = ""
        self.scanned.emit(read)


def _is_third_level(event: QKeyEvent) -> bool:
    """Whether the modifiers are those of AltGr, which Windows reports as Control with Alt."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.modifiers() & both == both
