"""Why the verdict is what it is: the trace, rule by rule, in words. What stands in the way comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.face import Face
from ui.parts import Button, Scroller, Sign, Words, column, line
from ui.theme import GRID, Tone
from validator.domain.verdict import Check, Outcome, Trace

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
    """Shows a trace."""

    def __init__(self, face: Face, close: Button) -> None:
        super().__init__()
        self._face = face
        self._trace: Trace = ()
        self._lines: tuple[str, ...] = ()
        self._title = Words("strong", wraps=False)
        self._area = Scroller()
        self.setLayout(column(line(self._title, 1, close), self._area, gap=GRID))
        face.reworded.connect(self._say)
        self._say()

    @property
    def lines(self) -> tuple[str, ...]:
        """The rules with their outcomes, as they stand there."""
        return self._lines

    def show_trace(self, trace: Trace) -> None:
        """Show why."""
        self._trace = trace
        self._say()

    def take_focus(self) -> None:
        """For the keys that scroll."""
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self) -> None:
        self._title.setText(self._face.say("ui", "verdict.why_title"))
        self._area.setAccessibleName(self._title.text())
        rows = column(gap=GRID)
        checks = [check for outcome in _ORDER for check in self._trace if check.outcome is outcome]
        shown = [self._row(check) for check in checks]
        self._lines = tuple(row.accessibleName() for row in shown)
        for row in shown:
            rows.addWidget(row)
        rows.addStretch(1)
        made = QWidget()
        made.setLayout(rows)
        self._area.hold(made)

    def _row(self, check: Check) -> QWidget:
        said = self._face.wording.explain(check)
        rule = Words()
        rule.setText(f"{said.rule}: {said.outcome}")
        detail = Words("small")
        detail.say("  ·  ".join(filter(None, (said.sentence, said.remedy, said.values, said.age))))
        sign = column(Sign(self._face, _SIGNS[check.outcome], Tone.CALM, _SIGN), 1)
        row = QWidget()
        row.setLayout(line(sign, column(rule, detail, gap=0), gap=GRID))
        row.setAccessibleName(f"{said.rule}: {said.outcome}")
        return row
