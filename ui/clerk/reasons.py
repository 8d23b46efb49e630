"""Why a manager lifts a decline: what is to be allowed in a line, and the few reasons to choose from, by digit or by arrows.

The journal keeps what was chosen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.face import Face
from ui.parts import Button, Words, column
from ui.theme import GRID
from ui.wrapping import WrappingRow
from validator.domain.role import OverrideReason
from validator.domain.verdict import Reason

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ReasonRow(QWidget):
    """The reasons.

    Signals:
        chosen: an `OverrideReason`.
    """

    chosen = Signal(object)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._lifting: frozenset[Reason] = frozenset()
        self._heading = Words("strong")
        self._buttons = {reason: self._button(reason) for reason in OverrideReason}
        row = WrappingRow(gap=GRID)
        for button in self._buttons.values():
            row.addWidget(button)
        self.setLayout(column(self._heading, row))
        face.reworded.connect(self._say)
        self._say()

    @property
    def heading(self) -> str:
        """What is to be allowed."""
        return self._heading.text()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """One for each reason, in the order of their digits."""
        return tuple(self._buttons.values())

    def ask(self, lifting: frozenset[Reason]) -> None:
        """Ask why these are lifted."""
        self._lifting = lifting
        self._say()
        self.show()
        self.take_focus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.heading))

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

    def _button(self, reason: OverrideReason) -> Button:
        made = Button(lambda: self.chosen.emit(reason))
        made.installEventFilter(self)
        return made

    def _say(self) -> None:
        what = ", ".join(self._face.say("lift", reason.value) for reason in sorted(self._lifting))
        self._heading.say(self._face.say("ui", "lift.why", what=what))
        self.setAccessibleName(self.heading)
        for place, (reason, button) in enumerate(self._buttons.items(), start=1):
            button.say(self._face.say("lift", reason.value), str(place))
