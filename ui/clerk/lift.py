"""A manager's PIN and reason beside a decline that may be lifted: in the panel itself, never a dialog in the next card's way."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.clerk.reasons import ReasonRow
from ui.clerk.turn import Turn
from ui.face import Face
from ui.parts import ENTER_SIGN, Button, Field, Words, column
from ui.wrapping import WrappingRow
from validator.desk import Ask, PinAnswer


class LiftRow(QWidget):
    """First a quiet button, then the field. The reasons stand elsewhere: they need more room than there is beside an answer.

    Attributes:
        reasons: why it is allowed; whoever makes this gives them their place.

    Signals:
        tried: the PIN that was typed.
        chosen: an `OverrideReason`.
        taken_back: the tickets that the card has are to be taken back.
    """

    tried = Signal(str)
    chosen = Signal(object)
    taken_back = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._answer: PinAnswer | None = None
        self._ask: Ask | None = None
        self._open = Button(self.open, "quiet")
        self._pin = Field()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setMaxLength(64)
        self._pin.returnPressed.connect(self._try)
        self._try_it = Button(self._try)
        self._told = Words("soft")
        self.reasons = ReasonRow(face)
        self.reasons.chosen.connect(self.chosen)
        self.reasons.taken_back.connect(self.taken_back)
        row = WrappingRow()
        for part in (self._open, self._pin, self._try_it):
            row.addWidget(part)
        self.setLayout(column(row, self._told, gap=0))
        face.reworded.connect(self._say)
        QApplication.instance().focusChanged.connect(self._say_try)  # type: ignore[union-attr]
        self._fold()
        self._say()

    @property
    def told(self) -> str:
        """What is said to a PIN that did not open."""
        return self._told.text()

    @property
    def asking(self) -> bool:
        """Whether the reasons stand there."""
        return not self.reasons.isHidden()

    def holds(self, focus: QWidget | None) -> bool:
        """Whether the focus was put on a reason."""
        return self.asking and focus is not None and self.reasons.isAncestorOf(focus)

    def has(self, focus: QWidget | None) -> bool:
        """Whether the focus is on any part of it."""
        return focus is not None and (self.isAncestorOf(focus) or self.reasons.isAncestorOf(focus))

    def named_by(self, digit: str) -> Button | None:
        """The reason that a digit names, where the focus is on one."""
        return self.reasons.named_by(digit) if self.holds(QApplication.focusWidget()) else None

    def takes_enter(self, focus: QWidget | None) -> bool:
        """Whether Enter is the PIN's, which is looked at by then; the customer stays."""
        return focus is self._pin

    def show_turn(self, turn: Turn) -> None:
        """Offer the PIN where it helps, and ask why once it was right."""
        self.setVisible(turn.helped_by_pin)
        if turn.asks_reason:
            self._ask = turn.ask
            self._ask_why(turn)
        elif turn.ask is not self._ask or not turn.helped_by_pin or self.asking:
            self._ask = turn.ask
            self._fold()

    def open(self) -> None:
        """Ask for the PIN, or go to the reasons once it was right."""
        if not self.isVisible():
            return
        if self.asking:
            self.reasons.take_focus()
            return
        self._open.hide()
        self._pin.show()
        self._try_it.show()
        self._pin.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_answer(self, answer: PinAnswer) -> None:
        """The PIN was looked at."""
        self._answer = None if answer.right else answer
        self._pin.clear()
        self._say()

    def _try(self) -> None:
        pin = self._pin.text()
        self._pin.clear()
        if pin:
            self.tried.emit(pin)

    def _ask_why(self, turn: Turn) -> None:
        if self.asking:
            return
        self.reasons.ask(
            turn.liftable, takes_back=bool(turn.takes_back)
        )  # the focus goes there before what had it goes away
        self._open.hide()
        self._pin.hide()
        self._try_it.hide()

    def _fold(self) -> None:
        self._answer = None
        self._pin.clear()
        self._pin.hide()
        self._try_it.hide()
        self.reasons.hide()
        self._open.show()
        self._say()

    def _say(self) -> None:
        self._open.say(self._face.say("ui", "lift.open"), "F6")
        self._pin.setPlaceholderText(self._face.say("ui", "pin.label"))
        self._pin.setAccessibleName(self._face.say("ui", "pin.label"))
        self._say_try()
        self._told.say(pin_answer_text(self._face, self._answer))

    def _say_try(self) -> None:
        """With its key only while Enter is the PIN's."""
        self._try_it.say(self._face.say("ui", "lift.try"), ENTER_SIGN if self._pin.hasFocus() else "")


def pin_answer_text(face: Face, answer: PinAnswer | None) -> str:
    """What to say to a PIN that did not open."""
    if answer is None or answer.right:
        return ""
    if answer.locked_until is not None:
        # Said to the minute, and never too early.
        until = answer.locked_until.astimezone(face.formats.zone) + timedelta(seconds=59)
        return face.say("ui", "pin.locked", time=until.time())
    return face.say("ui", "pin.wrong")
