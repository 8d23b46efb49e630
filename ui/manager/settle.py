"""What is to be looked at: tickets that the hub remarked on, and entries that it did not accept, each with the reason in words.

It is for the managers to know. The customer keeps the ticket in every case, and what was not accepted is kept and mended together
with the support service, so there is nothing to press.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.face import Face
from ui.operations import ToSettle
from ui.parts import Scroller, Sign, Words, column, frame, line
from ui.theme import GRID, Tone
from ui.words import face as face_of
from validator.desk import GivenLine, RefusedLine
from validator.domain.refusal import Refusal
from validator.domain.verdict import Finding, Reason


class SettleList(QWidget):
    """The list."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._found = ToSettle()
        self._lines: tuple[str, ...] = ()
        self._intro = Words("soft")
        self._area = Scroller()
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(column(self._intro, self._area, gap=GRID + GRID // 2))
        face.reworded.connect(self._say)
        self._say()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found.lines) + len(self._found.refused)

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
        say = self._face.say
        self._intro.say(say("ui", "settle.intro" if self.count else "settle.none"))
        self._area.setAccessibleName(say("ui", "settle.title", n=self.count))
        rows = column(gap=GRID)
        found: tuple[GivenLine | RefusedLine, ...] = (*self._found.lines, *self._found.refused)
        newest_first = sorted(found, key=_instant, reverse=True)
        shown = [
            self._given_row(each) if isinstance(each, GivenLine) else self._refused_row(each)
            for each in newest_first
        ]
        self._lines = tuple(row.accessibleName() for row in shown)
        for row in shown:
            rows.addWidget(row)
        rows.addStretch(1)
        made = QWidget()
        made.setLayout(rows)
        self._area.hold(made)

    def _given_row(self, given: GivenLine) -> QWidget:
        count = self._face.say("ui", "given.tickets", n=given.tickets.total)
        what = (self._face.moment(given.at), self._name(given.choice.offer), given.masked, count)
        return self._row(what, remarks(given))

    def _refused_row(self, entry: RefusedLine) -> QWidget:
        kind = self._face.say("entry", entry.kind.value)
        day = "" if entry.visit is None else self._face.short_day(entry.visit)
        what = (self._face.moment(entry.at), kind, self._name(entry.offer), day)
        return self._row(what, (_refusal(entry.reason),))

    def _row(self, parts: tuple[str, ...], found: tuple[Finding, ...]) -> QWidget:
        what, why, then = Words("strong"), Words(), Words("soft")
        what.setText(" · ".join(filter(None, parts)))
        why.setText("\n".join(self._face.wording.sentence(each) for each in found))
        is_refused = any(each.reason is Reason.REJECTED_DATA for each in found)
        then.say(self._face.say("ui", "settle.next") if is_refused else "")
        sign = Sign(self._face, face_of(found[0].reason).icon, Tone.CALM)
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        said = column(what, why, then, gap=0)
        row = frame("row", line(column(sign, 1), said, gap=2 * GRID, margin=margin))
        then.setVisible(is_refused)
        row.setAccessibleName(" ".join(filter(None, (f"{what.text()}:", why.text(), then.text()))))
        return row

    def _name(self, offer: str) -> str:
        names = self._found.names.get(offer)
        return "" if names is None else self._face.named(names)


def remarks(given: GivenLine) -> tuple[Finding, ...]:
    """What the hub said to a giving that a manager should know."""
    found = [_remark(Reason(code), given) for code in given.notes if code in _REMARKS]
    if given.state == "refused":
        found.append(_refusal(given.reason))
    return tuple(found)


def _remark(reason: Reason, given: GivenLine) -> Finding:
    return Finding(reason, {"n": given.over or None} if reason is Reason.OVER_QUOTA else {})


def _refusal(reason: str) -> Finding:
    return Finding(Reason.REJECTED_DATA, {"reason": Refusal.of(reason)})


def _instant(each: GivenLine | RefusedLine) -> datetime:
    return each.at


_REMARKS = frozenset({Reason.DUPLICATE, Reason.CARD_CLOSED, Reason.OVER_QUOTA, Reason.UNKNOWN_CARD})
