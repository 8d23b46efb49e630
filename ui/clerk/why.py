"""Why the verdict is what it is: the trace, rule by rule, in words. What stands in the way comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.clerk.sentence import says_next_step
from ui.face import Face
from ui.parts import Button, Sign, Words, column, line
from ui.scanwords import arrived_words
from ui.scroller import Scroller
from ui.theme import GRID, Tone
from validator.desk import Look
from validator.domain.verdict import Check, Outcome
from validator.words.wording import Explanation

_ORDER = (Outcome.DECLINED, Outcome.OVERRIDDEN, Outcome.NOTED, Outcome.PASSED)
_SIGNS = {
    Outcome.DECLINED: "declined",
    Outcome.OVERRIDDEN: "overridden",
    Outcome.NOTED: "noted",
    Outcome.PASSED: "passed",
    Outcome.SKIPPED: "skipped",
}
_SIGN = 20


class WhyPanel(QWidget):
    """Shows the trace of an answer, and before it how the reading came where that was not the code alone."""

    def __init__(self, face: Face, close: Button) -> None:
        super().__init__()
        self._face = face
        self._look: Look | None = None
        self._is_stale = False
        self._title = Words("strong", wraps=False)
        self._area = Scroller()
        self.setLayout(column(line(self._title, 1, close), self._area, gap=GRID))
        face.reworded.connect(self._renew)
        self._renew()

    @property
    def lines(self) -> tuple[str, ...]:
        """The rules with their outcomes, as they stand there."""
        return tuple(_heading(self._face.wording.explain(check)) for check in self._checks())

    @property
    def arrived(self) -> str:
        """What a scanner sent beside the code."""
        return "" if self._look is None else arrived_words(self._face, self._look)

    def show_look(self, look: Look | None) -> None:
        """Show why: at once where the panel is open, else when it is opened. Few answers are asked for their reasons."""
        before, self._look = self._look, look
        if before is None or look is None or _told(before) != _told(look):
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the rows up to date."""
        if self._is_stale:
            self._say()
        super().showEvent(event)

    def take_focus(self) -> None:
        """For the keys that scroll."""
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _renew(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._say()

    def _checks(self) -> tuple[Check, ...]:
        trace = () if self._look is None else self._look.verdict.trace
        return tuple(check for outcome in _ORDER for check in trace if check.outcome is outcome)

    def _say(self) -> None:
        self._is_stale = False
        self._title.setText(self._face.say("ui", "verdict.why_title"))
        self._area.setAccessibleName(self._title.text())
        rows = column(gap=GRID, margin=GRID)
        arrived = Words()
        arrived.say(self.arrived)
        rows.addWidget(arrived)
        for check in self._checks():
            rows.addWidget(self._row(check))
        rows.addStretch(1)
        made = QWidget()
        made.setLayout(rows)
        self._area.hold(made)

    def _row(self, check: Check) -> QWidget:
        said = self._face.wording.explain(check)
        rule = Words()
        rule.setText(_heading(said))
        detail = Words("small")
        said_already = check.finding is not None and says_next_step(self._face, check.finding.reason)
        remedy = "" if said_already else said.remedy
        detail.say("  ·  ".join(filter(None, (said.sentence, remedy, said.values, said.age))))
        sign = column(Sign(self._face, _SIGNS[check.outcome], Tone.CALM, _SIGN), 1)
        row = QWidget()
        row.setLayout(line(sign, column(rule, detail, gap=0), gap=GRID))
        row.setAccessibleName(_heading(said))
        return row


def _told(look: Look) -> tuple[object, ...]:
    """All that is shown of it."""
    return look.verdict.trace, look.repaired, look.layouts, look.marks, look.card


def _heading(said: Explanation) -> str:
    return f"{said.rule}: {said.outcome}"
