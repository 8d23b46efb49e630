"""A community card's group: one line for each member with its own small verdict, and a way to take it out again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.clerk.turn import Turn
from ui.face import Face
from ui.parts import IconButton, Sign, Words, column, frame, line
from ui.theme import GRID, Tone
from validator.desk import MemberShown
from validator.domain.card import CardKind
from validator.domain.verdict import Finding, Reason

LARGE = 10
"""Members above which a notice stands below the list (A14); there is no limit."""

_SIGN = 18
_PREFIX = "reason_"


@dataclass(frozen=True, slots=True)
class _Row:
    frame: QFrame
    sign: Sign
    name: Words
    state: Words
    remove: IconButton


class GroupList(QWidget):
    """The members.

    Signals:
        removed: the place (from 1) of a member that is to go.
    """

    removed = Signal(int)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._members: tuple[MemberShown, ...] = ()
        self._rows: list[_Row] = []
        self._next = Words("soft")
        self._column = column(gap=GRID // 2)
        self._many = Words("soft")
        self.setLayout(column(self._column, self._many, self._next, gap=GRID))
        face.reworded.connect(self._say)

    @property
    def newest(self) -> QWidget | None:
        """The line of the card that was read last."""
        return self._rows[len(self._members) - 1].frame if self._members else None

    @property
    def members(self) -> int:
        """How many there are."""
        return len(self._members)

    def show_turn(self, turn: Turn) -> None:
        """Show the group of a turn; nothing where there is none."""
        look = turn.look
        community = look is not None and look.card is not None and look.card.kind is CardKind.COMMUNITY
        self._members = look.members if look is not None and community else ()
        self.setVisible(turn.group_open or bool(self._members))
        self._next.setVisible(turn.group_open)
        self._many.setVisible(len(self._members) > LARGE)
        while len(self._rows) < len(self._members):
            self._rows.append(self._new_row(len(self._rows) + 1))
        for at, row in enumerate(self._rows):
            row.frame.setVisible(at < len(self._members))
            row.remove.setEnabled(turn.group_open)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(self._face.say("ui", "group.title"))
        self._next.setText(self._face.say("ui", "group.next"))
        self._many.setText(self._face.say("ui", "group.many", n=len(self._members)))
        for member, row in zip(self._members, self._rows, strict=False):
            fits = member.problem is None
            row.sign.show_sign("give" if fits else "decline", Tone.GIVE if fits else Tone.CALM)
            row.name.setText(
                self._face.say("ui", "group.member", i=member.place, card=member.card.masked or "–")
            )
            row.state.setText(self._state(member.problem))
            row.remove.say(self._face.say("ui", "group.remove"), described=row.name.text())

    def _state(self, problem: Finding | None) -> str:
        if problem is None:
            return self._face.say("ui", "group.fits")
        reason = problem.params.get("reason")
        if not isinstance(reason, Reason):
            return self._face.wording.sentence(problem)
        values = {
            name.removeprefix(_PREFIX): value
            for name, value in problem.params.items()
            if name.startswith(_PREFIX)
        }
        if reason is Reason.OK_COLLECT:
            return self._face.say("ui", "group.own_booking")
        return self._face.wording.sentence(Finding(reason, values))

    def _new_row(self, place: int) -> _Row:
        sign = Sign(self._face, "give", Tone.GIVE, _SIGN)
        name, state = Words("strong", wraps=False), Words("soft")
        remove = IconButton(self._face, "remove", lambda: self.removed.emit(place))
        words = column(name, state, gap=0)
        margin = (GRID + GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        made = frame("row", line(sign, words, remove, gap=GRID + GRID // 2, margin=margin))
        self._column.addWidget(made)
        return _Row(made, sign, name, state, remove)
