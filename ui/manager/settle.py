"""What is to be looked at: the cases of the house, numbers that managers set apart, and what an older hub remarked on.

Tickets are for the managers to know: the customer keeps them in every case, and what was not accepted is kept and mended together
with the support service. A case is settled with one key, and is gone from this list at every desk. A number that several set
without knowing of each other stands there with what each of them saw and typed, and a button for every number that was wanted.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.face import Face
from ui.manager.alone import ALONE
from ui.manager.caserow import CaseRow
from ui.manager.targets import number_text, target_name
from ui.operations import ToSettle
from ui.parts import Button, Sign, Words, column, frame, line
from ui.scroller import Scroller
from ui.theme import GRID, Tone
from ui.words import face as face_of
from ui.wrapping import WrappingRow
from validator.desk import CaseLine, GivenLine, NumberLine, quota_key
from validator.domain.verdict import Finding, Reason

Looked: TypeAlias = GivenLine | CaseLine | NumberLine

MOST_ROWS = 50
"""What is older is shown once some of these are settled."""


class SettleList(QWidget):
    """The list.

    Signals:
        chosen: a `QuotaTarget`, a day and the `Number` that a manager wants there, knowing what others typed.
        settled: a case's id and a `CaseOutcome`.
        anew: a case's id, of which the hub is to be told once more.
    """

    chosen = Signal(object, object, object)
    settled = Signal(str, object)
    anew = Signal(str)

    def __init__(self, face: Face, alone: int = ALONE) -> None:
        super().__init__()
        self._face = face
        self._alone = alone
        self._found = ToSettle()
        self._lines: tuple[str, ...] = ()
        self._message = Words("strong")
        self._left = Words("soft")
        self._rows: list[CaseRow] = []
        self._shown: dict[object, QWidget] = {}
        self._area = Scroller()
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As high as there is room: it scrolls by itself, and the page need not.
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setLayout(column(self._message, self._area, self._left, gap=GRID + GRID // 2))
        face.reworded.connect(self._say)
        self._message.say("")
        self._say()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found.lines) + len(self._found.cases) + len(self._found.numbers)

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands there, line by line."""
        return self._lines

    def put(self, found: ToSettle) -> None:
        """List these."""
        if found != self._found:
            self._found = found
            self._say()

    def tell(self, text: str) -> None:
        """What became of the last settling, where that has to be said."""
        self._message.say(text)

    def drop(self) -> None:
        """A digit that came just now was no manager's."""
        for row in self._rows:
            row.drop()

    def take_focus(self, place: int = 0) -> None:
        """To a case, or for the keys that scroll."""
        if self._rows:
            row = self._rows[min(place, len(self._rows) - 1)]
            row.take_focus()
            self._area.reveal(row)
        else:
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        """List all anew. Who waited for the first case is at it, who was at one stays there, and nobody else's focus is taken."""
        focus = self.window().focusWidget()
        before = list(self._shown)
        place = next((at for at, key in enumerate(before) if focus in _buttons(self._shown[key])), None)
        button = 0 if place is None else _buttons(self._shown[before[place]]).index(focus)
        waits = focus is self._area and not self._rows
        self._list()
        if waits:
            self.take_focus()
        elif place is not None:
            self._stay_at(before[place], place, button)

    def _stay_at(self, key: object, place: int, button: int) -> None:
        """At the same button of the same line; where that is settled, at the next line that has any."""
        if key not in self._shown:
            lines, button = list(self._shown), 0
            near = (*lines[place:], *reversed(lines[:place]))
            key = next((each for each in near if _buttons(self._shown[each])), None)
        if key is None:
            self.take_focus()
            return
        row = self._shown[key]
        _buttons(row)[button].setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.reveal(row)

    def _list(self) -> None:
        say = self._face.say
        self._area.setAccessibleName(say("ui", "settle.title", n=self.count))
        rows, intro = column(gap=GRID, margin=GRID), Words("soft")
        intro.setText(say("ui", "settle.intro" if self.count else "settle.none"))
        rows.addWidget(intro)
        found: tuple[Looked, ...] = (*self._found.lines, *self._found.cases, *self._found.numbers)
        newest = sorted(found, key=_instant, reverse=True)
        self._rows = []
        self._shown = {_key(each): self._row_of(each) for each in newest[:MOST_ROWS]}
        left = len(newest) - len(self._shown)
        self._left.say(say("ui", "settle.left", n=left) if left else "")
        self._lines = tuple(row.accessibleName() for row in self._shown.values())
        for row in self._shown.values():
            rows.addWidget(row)
        rows.addStretch(1)
        made = QWidget()
        made.setLayout(rows)
        self._area.hold(made)

    def _row_of(self, each: Looked) -> QWidget:
        match each:
            case GivenLine():
                return self._given_row(each)
            case CaseLine():
                return self._case_row(each)
            case NumberLine():
                return self._number_row(each)

    def _number_row(self, number: NumberLine) -> QWidget:
        what, why = Words("strong"), Words()
        name = target_name(self._face, number.target, number.offer)
        what.setText(f"{name} · {self._face.short_day(number.visit)}")
        why.setText("\n".join(number_words(self._face, number)))
        buttons = WrappingRow()
        wanted = dict.fromkeys((number.stands, *(change.typed for change in number.changes)))
        for value in wanted:
            choose = Button(partial(self.chosen.emit, number.target, number.visit, value))
            choose.say(self._face.say("ui", "settle.set_number", number=number_text(self._face, value)))
            choose.setAccessibleDescription(what.text())
            buttons.addWidget(choose)
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        said = column(what, why, buttons, gap=GRID // 2)
        sign = Sign(self._face, face_of(Reason.DUPLICATE).icon, Tone.CALM)
        row = frame("row", line(column(sign, 1), said, gap=2 * GRID, margin=margin))
        row.setAccessibleName(f"{what.text()}: {why.text()}")
        return row

    def _given_row(self, given: GivenLine) -> QWidget:
        count = self._face.say("ui", "given.tickets", n=given.tickets.total)
        what = (self._face.moment(given.at), self._name(given.choice.offer), given.masked, count)
        return self._row(what, remarks(given))

    def _case_row(self, case: CaseLine) -> QWidget:
        row = CaseRow(self._face, case, self._found.names, self._alone)
        row.chosen.connect(self.settled)
        row.anew.connect(self.anew)
        self._rows.append(row)
        return row

    def _row(self, parts: tuple[str, ...], found: tuple[Finding, ...]) -> QWidget:
        what, reason = Words("strong"), Words()
        what.setText(" · ".join(filter(None, parts)))
        reason.setText("\n".join(self._face.wording.sentence(each) for each in found))
        sign = Sign(self._face, face_of(found[0].reason).icon, Tone.CALM)
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        row = frame("row", line(column(sign, 1), column(what, reason, gap=0), gap=2 * GRID, margin=margin))
        row.setAccessibleName(f"{what.text()}: {reason.text()}")
        return row

    def _name(self, offer: str) -> str:
        names = self._found.names.get(offer)
        return "" if names is None else self._face.named(names)


def number_words(face: Face, number: NumberLine) -> tuple[str, ...]:
    """What managers typed without knowing of each other, and what stands."""
    told = [
        face.say(
            "ui",
            "settle.number_here" if change.here else "settle.number_elsewhere",
            time=face.moment(change.at),
            seen=number_text(face, change.seen),
            typed=number_text(face, change.typed),
        )
        for change in number.changes
    ]
    if number.cut is not None:
        told.append(face.say("ui", "settle.number_cut", n=face.formats.number(number.cut)))
    told.append(face.say("ui", "settle.number_stands", number=number_text(face, number.stands)))
    return tuple(told)


def remarks(given: GivenLine) -> tuple[Finding, ...]:
    """What the hub said to a giving that a manager should know."""
    return tuple(_remark(Reason(code), given) for code in given.notes if code in _REMARKS)


def _remark(reason: Reason, given: GivenLine) -> Finding:
    return Finding(reason, {"n": given.over or None} if reason is Reason.OVER_QUOTA else {})


def _key(each: Looked) -> object:
    """What a line is of, whatever stands before it later."""
    match each:
        case GivenLine():
            return each.giving, each.event
        case CaseLine():
            return each.case.id
        case NumberLine():
            return quota_key(each.target, each.visit)


def _buttons(row: QWidget) -> list[QWidget]:
    return list(row.findChildren(Button))


def _instant(each: Looked) -> datetime:
    return each.case.opened_at if isinstance(each, CaseLine) else each.at


_REMARKS = frozenset({Reason.DUPLICATE, Reason.CARD_CLOSED, Reason.OVER_QUOTA, Reason.UNKNOWN_CARD})
