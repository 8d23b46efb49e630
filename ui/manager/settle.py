"""What is to be looked at: tickets that the hub remarked on, and entries that it did not accept, each with the reason in words.

It is for the managers to know. The customer keeps the ticket in every case, so there is nothing to press.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.face import Face
from ui.operations import ToSettle
from ui.parts import Scroller, Sign, Words, column, frame, line
from ui.theme import GRID, Tone
from ui.words import face as face_of
from validator.desk import GivenLine
from validator.domain.verdict import Finding, Reason


class SettleList(QWidget):
    """The list."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._found = ToSettle()
        self._lines: tuple[str, ...] = ()
        self._intro = Words("soft")
        self._others = Words("strong")
        self._area = Scroller()
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(column(self._intro, self._others, self._area, gap=GRID + GRID // 2))
        face.reworded.connect(self._say)
        self._say()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found.lines) + self._found.others

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands there, line by line."""
        return self._lines

    def put(self, found: ToSettle) -> None:
        """List these."""
        if found != self._found:
            self._found = found
            self._say()

    def take_focus(self) -> None:
        """For the keys that scroll."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        say, others = self._face.say, self._found.others
        self._intro.say(say("ui", "settle.intro" if self.count else "settle.none"))
        self._others.say(say("ui", "settle.others", n=others) if others else "")
        self._area.setAccessibleName(say("ui", "settle.title", n=self.count))
        rows = column(gap=GRID)
        shown = [self._row(each) for each in self._found.lines]
        self._lines = tuple(row.accessibleName() for row in shown)
        for row in shown:
            rows.addWidget(row)
        rows.addStretch(1)
        made = QWidget()
        made.setLayout(rows)
        self._area.hold(made)

    def _row(self, given: GivenLine) -> QWidget:
        names = self._found.names.get(given.choice.offer)
        count = self._face.say("ui", "given.tickets", n=given.tickets.total)
        parts = (
            self._face.moment(given.at),
            "" if names is None else self._face.named(names),
            given.masked,
            count,
        )
        what = Words("strong")
        what.setText(" · ".join(filter(None, parts)))
        found = remarks(given)
        why = Words()
        why.setText("\n".join(self._face.wording.sentence(each) for each in found))
        sign = Sign(self._face, face_of(found[0].reason).icon, Tone.CALM)
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        row = frame("row", line(column(sign, 1), column(what, why, gap=0), gap=2 * GRID, margin=margin))
        row.setAccessibleName(f"{what.text()}: {why.text()}")
        return row


def remarks(given: GivenLine) -> tuple[Finding, ...]:
    """What the hub said to a giving that a manager should know."""
    found = [Finding(Reason(code)) for code in given.notes if code in _REMARKS]
    if given.state == "refused":
        found.append(Finding(Reason.REJECTED_DATA, {"reason": given.reason or None}))
    return tuple(found)


_REMARKS = frozenset({Reason.DUPLICATE, Reason.CARD_CLOSED, Reason.OVER_QUOTA, Reason.UNKNOWN_CARD})
