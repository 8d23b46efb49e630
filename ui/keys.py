"""The hand scanner is a keyboard: whatever has the focus, its keys are told from typing and gathered into one reading.

`validator.scan.wedge` does the telling apart. Here its keys come from Qt: each once, before any widget sees it, and before any
shortcut does: a symbol may hold control characters. The first keys of a scan cannot be told from typing and reach whatever has the
focus; what they changed in a field or a box is put back (`ui.entry`), and a Space presses a button only once it is certain that
nothing follows it.

A key that is held down commands once. X11 tells its repeats as releases and presses of one instant, and Qt, when it is busy, takes
some of them for new presses; those are swallowed here. A key that types or moves goes on as long as it is held.

Where the system makes one letter of a dead key and the next (a Finnish keyboard's two dots and A), a text field is given that
letter without any key, and without its instant. It is taken for a key that came just before the next one, or just after the last.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

from ui.entry import Entry
from ui.parts import press
from validator.scan.strokes import Stroke, StrokeKind
from validator.scan.wedge import KEY_GAP_MS, PAUSE_MS, Wedge

_ENTERS = {
    Qt.Key.Key_Return: StrokeKind.ENTER,
    Qt.Key.Key_Enter: StrokeKind.ENTER,
    Qt.Key.Key_Tab: StrokeKind.TAB,
}
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_MOVES = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
    }
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
        stroke: a `Stroke`, every key, before it is told whose it is; only while somebody is `listening`.

    Attributes:
        listening: whether every key is told.
    """

    begun = Signal()
    scanned = Signal(str)
    pressed = Signal()
    stroke = Signal(object)

    def __init__(
        self, instant: Callable[[QKeyEvent], float] = event_instant, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.listening = False
        self._instant = instant
        self._wedge = Wedge(self._handed_over)
        self._last = 0.0
        self._released: dict[int, float] = {}
        self._entry: Entry | None = None
        # Behind what has come in the meantime: after a stall the rest of a scan may be waiting to be handled.
        self._end = self._timer(PAUSE_MS, lambda: QTimer.singleShot(0, self, self._pause))
        self._head = ""
        self._since = QElapsedTimer()
        self._button: QAbstractButton | None = None
        self._spaced = 0.0
        self._space = self._timer(KEY_GAP_MS, lambda: QTimer.singleShot(0, self, self._press))

    def install(self, app: QApplication) -> None:
        """Begin to watch."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            return watched is QApplication.focusWidget() and self._composed(event.commitString())
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._spares_shortcuts(event)
        # Every key comes to a window of the window system first, and to it once.
        if not isinstance(watched, QWindow):
            return False
        if event.type() is QEvent.Type.KeyRelease:
            self._released[event.key()] = self._instant(event)
        return event.type() is QEvent.Type.KeyPress and self._pressed_now(event, self._instant(event))

    def _pressed_now(self, event: QKeyEvent, at: float) -> bool:
        """A key went down. Whether it is swallowed."""
        if self._is_held(event, at):
            return True
        self._last = at
        if event.key() not in _MODIFIERS:
            self._settle_space(at)
            self._settle_head(at)
            if self.listening:
                self.stroke.emit(_stroke(event, at))
        swallowed = self._wedge.enter(at) if event.key() in _ENTERS else self._feed(event, at)
        if not swallowed:
            self.pressed.emit()
        return swallowed or self._holds_space(event, at)

    def _composed(self, text: str) -> bool:
        """A letter without a key. Whether it is a scanner's and is to be swallowed."""
        if len(text) != 1 or not text.isprintable():
            return False
        goes_on = self._since.isValid() and self._since.elapsed() <= PAUSE_MS
        if goes_on and self._wedge.pending():
            return self._take(text, self._last)
        if not goes_on:
            self._entry = Entry()
            self.begun.emit()
        self._head = text
        self._since.start()
        return False

    def _settle_head(self, at: float) -> None:
        """The next key after a letter without one: if it came at once, both are one series."""
        head, self._head = self._head, ""
        if head and self._since.elapsed() <= KEY_GAP_MS:
            self._wedge.feed(head, at - 1)
        self._since.start()

    def _holds_space(self, event: QKeyEvent, at: float) -> bool:
        """A Space that would press a button waits a moment: it may be a scan's first sign, and the button give tickets."""
        focus = QApplication.focusWidget()
        if (
            event.text() != " "
            or event.modifiers() & _COMMANDS
            or QApplication.activePopupWidget() is not None
        ):
            return False
        if not isinstance(focus, QAbstractButton):
            return False
        if not self._repeats(event, at):
            self._button, self._spaced = focus, at
            self._space.start()
        return True

    def _settle_space(self, at: float) -> None:
        """Another key: right behind a Space it is a scanner's, as the Space was; later, the Space was meant."""
        if self._button is None:
            return
        if 0 <= at - self._spaced <= KEY_GAP_MS:
            self._button = None
            self._space.stop()
        else:
            self._press()

    def _press(self) -> None:
        self._space.stop()
        button, self._button = self._button, None
        if button is not None and isValid(button):
            press(button)

    def _timer(self, wait: float, act: Callable[[], None]) -> QTimer:
        """Due just after so many milliseconds."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(round(wait) + _LATE)
        timer.timeout.connect(act)
        return timer

    def _spares_shortcuts(self, event: QKeyEvent) -> bool:
        """Shortcuts are looked for before a key comes to any window; of a scanner's keys none is one."""
        at = self._instant(event)
        ours = not _types(event) and event.key() not in _MODIFIERS and self._wedge.commands(at)
        if not ours and not self._is_held(event, at):
            return False
        event.accept()
        return True

    def _is_held(self, event: QKeyEvent, at: float) -> bool:
        """Whether a press is the repeat of a key that commands and was never let go, though Qt does not say so."""
        commands = not _types(event) and event.key() not in _MOVES and event.key() not in _MODIFIERS
        return commands and not event.isAutoRepeat() and self._repeats(event, at)

    def _repeats(self, event: QKeyEvent, at: float) -> bool:
        return event.isAutoRepeat() or self._released.get(event.key()) == at

    def _feed(self, event: QKeyEvent, at: float) -> bool:
        text = event.text()
        if event.key() in _MODIFIERS or not (text or event.key()):
            return False
        if not _types(event):
            swallowed = self._wedge.command(text, at)
            if swallowed and self._wedge.pending():
                self._end.start()
            return swallowed
        return self._take(text, at)

    def _take(self, text: str, at: float) -> bool:
        """A sign."""
        swallowed = self._wedge.feed(text, at)
        if swallowed:
            self._end.start()
        elif self._wedge.let_through == text:
            self._entry = Entry()  # no widget has seen the sign yet
            self.begun.emit()
        return swallowed

    def _pause(self) -> None:
        if self._end.isActive():
            return  # it went on
        self._wedge.tick(self._last + PAUSE_MS + _LATE)

    def _handed_over(self, read: str) -> None:
        self._end.stop()
        entry, self._entry = self._entry, None
        if entry is not None and self._wedge.let_through:
            entry.restore()
        self.scanned.emit(read)


def _types(event: QKeyEvent) -> bool:
    """Whether a key types a sign, instead of commanding something."""
    text = event.text()
    return (
        bool(text)
        and text.isprintable()
        and not (event.modifiers() & _COMMANDS and not _is_third_level(event))
    )


def _stroke(event: QKeyEvent, at: float) -> Stroke:
    if event.key() in _ENTERS:
        return Stroke(_ENTERS[Qt.Key(event.key())], "", at)
    if _types(event):
        return Stroke(StrokeKind.SIGN, event.text(), at)
    return Stroke(StrokeKind.COMMAND, event.text(), at)


def _is_third_level(event: QKeyEvent) -> bool:
    """Whether the modifiers are those of AltGr, which Windows reports as Control with Alt."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.modifiers() & both == both
