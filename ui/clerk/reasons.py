"""Why a manager lifts a decline: what is to be allowed in a line, and the few reasons to choose from, by digit or by arrows.

Behind them, where the card has tickets of an earlier day: to take these back. The journal keeps what was chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.face import Face
from ui.parts import Button, Words, announce, column
from ui.theme import GRID
from ui.wrapping import WrappingRow
from validator.domain.role import OverrideReason
from validator.domain.verdict import Reason

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ReasonRow(QWidget):
    """The reasons.

    Signals:
        chosen: an `OverrideReason`.
        taken_back: nothing is to be allowed; the tickets that the card has are to be taken back.
    """

    chosen = Signal(object)
    taken_back = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._lifting: frozenset[Reason] = frozenset()
        self._heading = Words("strong")
        self._buttons = {reason: self._button(partial(self.chosen.emit, reason)) for reason in OverrideReason}
        self._back = self._button(self.taken_back.emit)
        self._offers_back = False
        row = WrappingRow(gap=GRID)
        for button in self._buttons.values():
            row.addWidget(button)
        self._or = Words("strong")
        back = WrappingRow(gap=GRID)
        back.addWidget(self._back)
        self.setLayout(column(self._heading, row, self._or, back))
        face.reworded.connect(self._say)
        self._say()

    @property
    def heading(self) -> str:
        """What is to be allowed."""
        return self._heading.text()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """One for each reason, where anything can be lifted, and to take back, in the order of their digits."""
        reasons = tuple(self._buttons.values()) if self._lifting or not self._offers_back else ()
        return (*reasons, self._back) if self._offers_back else reasons

    def ask(self, lifting: frozenset[Reason], *, takes_back: bool = False) -> None:
        """Ask why these are lifted, or whether the tickets that the card has are taken back."""
        self._lifting, self._offers_back = lifting, takes_back
        for button in (*self._buttons.values(), self._back):
            button.setVisible(button in self.buttons)
        self._say()
        self.show()
        self.take_focus()
        announce(self, self.accessibleName())

    def take_focus(self) -> None:
        """To the first reason."""
        self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def named_by(self, digit: str) -> Button | None:
        """Which one a digit names."""
        return next((each for at, each in enumerate(self.buttons, start=1) if digit == str(at)), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take(event):
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Whether the key was ours."""
        buttons = self.buttons
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        at = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _button(self, act: Callable[[], None]) -> Button:
        made = Button(act)
        made.installEventFilter(self)
        return made

    def _say(self) -> None:
        what = ", ".join(self._face.say("lift", reason.value) for reason in sorted(self._lifting))
        why = self._face.say("ui", "lift.why", what=what) if what or not self._offers_back else ""
        back = self._face.say("ui", "lift.or_back") if self._offers_back else ""
        self._heading.say(why)
        self._or.say(back)
        self.setAccessibleName(" ".join(filter(None, (why, back))))
        texts = {button: self._face.say("lift", reason.value) for reason, button in self._buttons.items()}
        texts[self._back] = self._face.say("ui", "lift.take_back")
        for place, button in enumerate(self.buttons, start=1):
            button.say(texts[button], str(place))
