"""One case in the list: what it is about, the desks beside each other, and a key for each way to settle it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.face import Face
from ui.manager.alone import ALONE, Alone
from ui.manager.casewords import OUTCOMES, REASONS, SideWords, headline, outcomes_of, side_words, why
from ui.parts import Button, Sign, Words, column, frame, line
from ui.sheet import give_role
from ui.theme import GRID, Tone
from ui.words import face as face_of
from ui.wrapping import WrappingRow
from validator.desk import CaseLine
from validator.domain.cases import CaseKind
from validator.domain.network import Names
from validator.domain.verdict import Reason

_ABREAST = 2
"""Sides beside each other; more stand below."""


class CaseRow(QFrame):
    """The row.

    Signals:
        chosen: the case's id and a `CaseOutcome`.
        anew: the case's id, of which the hub is to be told once more.
    """

    chosen = Signal(str, object)
    anew = Signal(str)

    def __init__(self, face: Face, case: CaseLine, names: Mapping[str, Names], alone: int = ALONE) -> None:
        super().__init__()
        self._alone = Alone(alone, self)
        self._alone.pressed.connect(self._settle)
        give_role(self, "row")
        self._face = face
        self._case = case
        self._outcomes = outcomes_of(case)
        self._passed: list[Words] = []
        what, reason, then = Words("strong"), Words(), Words("soft")
        what.setText(headline(face, case, names))
        reason.setText(why(face, case))
        is_refused = case.case.kind == CaseKind.REFUSED
        then.setText(face.say("ui", "settle.next") if is_refused else "")
        told = [side_words(face, case, side) for side in case.case.sides]
        self._why = Button(self._toggle, "quiet")
        self._buttons = self._made_buttons(what.text())
        said = column(what, reason, then, self._sides(told), self._keys(), gap=GRID // 2)
        icon = face_of(REASONS.get(case.case.kind, Reason.REJECTED_DATA)).icon
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        self.setLayout(line(column(Sign(face, icon, Tone.CALM), 1), said, gap=2 * GRID, margin=margin))
        then.setVisible(is_refused)
        parts = (
            f"{what.text()}:",
            reason.text(),
            then.text(),
            *(f"{each.who}: {each.what}" for each in told),
        )
        self.setAccessibleName(" ".join(filter(None, parts)))
        self._say_why()

    @property
    def case(self) -> CaseLine:
        """The case that it shows."""
        return self._case

    @property
    def is_focused(self) -> bool:
        """Whether the focus is on one of its buttons."""
        return any(button.hasFocus() for button in (*self._buttons, self._why))

    def take_focus(self) -> None:
        """To the first way to settle it."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit that comes alone settles the case in whose row the focus is."""
        alone = self._alone.hear(event)
        place = event.key() - Qt.Key.Key_1
        if not 0 <= place < len(self._buttons) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif alone:
            self._alone.wait_for(str(place + 1))

    def _settle(self, digit: str) -> None:
        self._buttons[int(digit) - 1].click()

    def drop(self) -> None:
        """A digit that came just now was no manager's."""
        self._alone.drop()

    def _made_buttons(self, about: str) -> list[Button]:
        made = []
        for place, outcome in enumerate(self._outcomes, start=1):
            button = Button(partial(self.chosen.emit, self._case.case.id, outcome))
            button.say(self._face.say("ui", OUTCOMES[outcome]), str(place), f"{about} ({place})")
            made.append(button)
        if self._case.anew:
            place = len(made) + 1
            button = Button(partial(self.anew.emit, self._case.case.id))
            button.say(self._face.say("ui", "settle.anew"), str(place), f"{about} ({place})")
            made.append(button)
        return made

    def _keys(self) -> QWidget:
        held = QWidget()
        row = WrappingRow(held)
        for button in (*self._buttons, self._why):
            row.addWidget(button)
        self._why.setVisible(bool(self._passed))
        return held

    def _sides(self, told: list[SideWords]) -> QWidget:
        held, rows = QWidget(), column(gap=GRID // 2)
        for first in range(0, len(told), _ABREAST):
            beside = QHBoxLayout()
            beside.setSpacing(2 * GRID)
            for each in told[first : first + _ABREAST]:
                beside.addWidget(self._side(each), 1, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(beside)
        left = self._case.case.count - len(told)
        if left > 0:
            more = Words("small")
            more.setText(self._face.say("ui", "settle.sides_left", n=left))
            rows.addWidget(more)
        held.setLayout(rows)
        return held

    def _side(self, told: SideWords) -> QWidget:
        who, what, noted, passed = Words(), Words("small"), Words("small"), Words("small")
        who.setText(told.who)
        what.setText(told.what)
        noted.setText("\n".join(told.noted))
        passed.setText("\n".join(told.passed))
        held = frame("band", column(who, what, noted, passed, gap=0, margin=GRID))
        noted.setVisible(bool(told.noted))
        passed.hide()
        self._passed += [passed] if told.passed else []
        held.setAccessibleName("\n".join((told.who, told.what, *told.noted, *told.passed)))
        return held

    def _toggle(self) -> None:
        is_shown = self._passed[0].isVisible()
        for passed in self._passed:
            passed.setVisible(not is_shown)
        self._say_why(shown=not is_shown)

    def _say_why(self, *, shown: bool = False) -> None:
        self._why.say(self._face.say("ui", "settle.less" if shown else "settle.why"))
