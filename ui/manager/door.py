"""The manager's door: one field for the PIN, or two where there is none yet or the house's code lets it be set anew."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.clerk.lift import pin_answer_text
from ui.face import Face
from ui.operations import Operations
from ui.parts import Button, Sign, Words, column, frame, line
from ui.theme import GRID, Tone
from ui.wrapping import WrappingRow
from validator.desk import PinAnswer
from validator.desk.pin import SHORTEST

_LONGEST = 64
_WIDTH = 52 * GRID
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Door(QWidget):
    """Asks for the PIN.

    Signals:
        opened: the PIN was right, or was set.
        left: the user goes back without it.
    """

    opened = Signal()
    left = Signal()

    def __init__(self, face: Face, operations: Operations, *, first_run: bool = False) -> None:
        super().__init__()
        self._face = face
        self._operations = operations
        self._first_run = first_run
        self._choosing = first_run
        self._answer: PinAnswer | None = None
        self._code = ""
        self._fault = ""
        self._locked = False
        self._title = Words("title")
        self._intro = Words("soft")
        self._pin, self._again = self._field(), self._field()
        self._go = Button(self._confirm, "primary")
        self._back = Button(self.left.emit)
        self._told = Words("strong")
        buttons = WrappingRow()
        buttons.addWidget(self._go)
        buttons.addWidget(self._back)
        inner = column(
            line(Sign(face, "lock", Tone.CALM), self._title, gap=GRID + GRID // 2),
            self._intro,
            self._pin,
            self._again,
            self._told,
            buttons,
            gap=2 * GRID,
        )
        around = 0 if first_run else 4 * GRID  # in the first run it stands inside that page's panel
        inner.setContentsMargins(around, around, around, around)
        self._panel = frame("" if first_run else "panel", inner)
        self.setLayout(column(self._panel) if first_run else column(1, line(1, self._panel, 1), 2))
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)
        self._measure()
        self._say()

    @property
    def choosing(self) -> bool:
        """Whether a PIN is to be chosen, because there is none or the house lets it be set anew."""
        return self._choosing

    @property
    def intro(self) -> str:
        """What is told above the field."""
        return self._intro.text()

    @property
    def trouble(self) -> str:
        """What is told below the field."""
        return self._told.text()

    def knock(self, *, locked_idle: bool = False) -> None:
        """Stand before the door."""
        self._answer, self._fault, self._locked, self._code = None, "", locked_idle, ""
        self._pin.clear()
        self._again.clear()
        self._operations.has_pin(self._know)
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_pin(self, pin: str) -> None:
        """As if it were typed and confirmed."""
        self._pin.setText(pin)
        self._confirm()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTERS:
            super().keyPressEvent(event)
        elif self.focusWidget() is self._back:
            self.left.emit()
        elif self._choosing and self.focusWidget() is self._pin:
            self._again.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._confirm()

    def _know(self, has_pin: bool) -> None:
        self._choosing = not has_pin
        self._say()

    def _confirm(self) -> None:
        pin, again = self._pin.text(), self._again.text()
        self._answer, self._fault, self._locked = None, "", False
        if self._choosing:
            self._choose(pin, again)
        elif pin:
            self._pin.clear()
            self._operations.try_pin(pin, lambda answer: self._answered(pin, answer))

    def _choose(self, pin: str, again: str) -> None:
        if len(pin) < SHORTEST:
            self._fault = "short"
        elif pin != again:
            self._fault = "differs"
        elif self._code:
            self._operations.reset_pin(self._code, pin, self._reset, self._failed)
        else:
            self._operations.set_pin(pin, lambda _none: self._pass(), self._failed)
        self._say()

    def _reset(self, done: bool) -> None:
        if done:
            self._pass()
        else:  # its time was over meanwhile
            self.knock()

    def _answered(self, typed: str, answer: PinAnswer) -> None:
        if answer.right:
            self._pass()
        elif answer.resets:
            self._code, self._choosing = typed, True
            self._say()
            self._pin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._answer = answer
            self._say()
            self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._fault = self._face.problem(error)
        self._say()

    def _pass(self) -> None:
        self._pin.clear()
        self._again.clear()
        self._code = ""
        self.opened.emit()

    def _say(self) -> None:
        say = self._face.say
        self._title.setText(say("ui", "window.manager"))
        intro = "first_run.pin_intro" if self._first_run else "pin.reset" if self._code else "pin.none"
        self._intro.say(say("ui", intro if self._choosing else "pin.forgotten"))
        self._again.setVisible(self._choosing)
        for field, key in ((self._pin, "pin.label"), (self._again, "pin.again")):
            field.setPlaceholderText(say("ui", key))
            field.setAccessibleName(say("ui", key))
        self._go.say(say("ui", "pin.set" if self._choosing else "pin.open"), "⏎")
        self._back.say(say("ui", "first_run.pin_later" if self._first_run else "action.back"), "Esc")
        self._told.say(self._trouble())

    def _trouble(self) -> str:
        say = self._face.say
        match self._fault:
            case "short":
                return say("ui", "pin.short", n=SHORTEST)
            case "differs":
                return say("ui", "pin.differs")
            case "":
                answer = pin_answer_text(self._face, self._answer)
                return answer or (say("ui", "manager.locked") if self._locked else "")
            case told:
                return told

    def _field(self) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(_LONGEST)
        return field

    def _measure(self) -> None:
        if self._first_run:
            return
        self._panel.setFixedWidth(min(self._face.theme.pixels(_WIDTH), 100 * GRID))
