"""Cases at the hub: what the managers of a venue should look at, once each, with every side of it.

1. A case is raised in the transaction in which its event is kept. Its id follows from what it is about, so that what is repeated,
   comes in another order, or is told again to a hub that was put back, is the same case with the same sides.
2. A double use is one case for card and event, with every giving of it; tickets over a quota are one for the offer or performance
   and the date of visit. A closed and an unknown card is one for the giving, a refused event one for itself. A forked journal is
   one for its desk, and so is what a desk tells after it was shut out. What came from paper although the rules say no is one for
   the giving, unless a remark of the hub says the same of it.
3. A side names an event by its own bytes, which the hub keeps for good: the desk's own decision and the hub's opinion are both
   read from there, apart.
4. Where an item that could not be read comes as it is after all, the event takes its place in the case, and the case ends.
5. A case that has changed gets the next number, by which desks follow (`sync.hub.caselist`).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from sync.hub import caseschema, schema
from sync.hub.booking import Filed
from sync.hub.database import CASES, Database, advance
from sync.hub.intake import Entry
from validator.domain.cases import CaseKind, case_id
from validator.domain.rights import Slot
from validator.domain.verdict import Reason

UNREADABLE = "unreadable"
"""The sort of a stray that is no event."""
_MOST_UNREAD = 100
"""Items without a place that are held against what comes."""


_SAME: dict[str, str] = {
    Reason.ALREADY: Reason.DUPLICATE.value,
    Reason.COMMUNITY_USED: Reason.DUPLICATE.value,
    Reason.CLOSED: Reason.CARD_CLOSED.value,
    Reason.REPLACED: Reason.CARD_CLOSED.value,
    Reason.UNKNOWN: Reason.UNKNOWN_CARD.value,
    Reason.QUOTA_FULL: Reason.OVER_QUOTA.value,
    Reason.NO_RIGHTS_HERE: Reason.OVER_QUOTA.value,
}
"""By a desk's decline, the remark that says the same."""

_cases, _sides, _strays = caseschema.cases, caseschema.case_sides, schema.strays
_UNREAD = (
    select(_cases.c.id, _strays.c.digest, _strays.c.item, _strays.c.placed)
    .join(_sides, _sides.c.case == _cases.c.id)
    .join(_strays, (_strays.c.desk == _sides.c.desk) & (_strays.c.digest == _sides.c.hash))
    .where(_sides.c.desk == bindparam("desk"), _sides.c.sequence == 0, _strays.c.sort == UNREADABLE)
    .where(_cases.c.kind == CaseKind.REFUSED.value, _cases.c.ended_at.is_(None))
    .order_by(_strays.c.received_at, _strays.c.digest)
    .limit(_MOST_UNREAD)
)


@dataclass(frozen=True, slots=True)
class Side:
    """An event that has a part in a case."""

    desk: str
    hash: str
    sequence: int = 0
    over: int = 0


@dataclass
class Cases:
    """Raises cases, in one transaction whose writer holds the locks of the venues concerned; `close` comes last."""

    database: Database
    tx: Connection
    now: datetime
    _changed: set[str] = field(default_factory=set)
    _unread: list[Row[Any]] | None = None

    def of_entry(self, side: Side, event: str, filed: Filed, *, is_late: bool) -> None:
        """Raise what the hub remarks on an event that it has just accepted and kept.

        Args:
            side: the event.
            event: its id.
            filed: what was booked, and the remarks.
            is_late: its desk had been shut out when it came.
        """
        remarks, slot = filed.remarks, filed.slot
        place = (filed.venue, *_words(slot))
        for double in remarks.doubles:
            one = self._raise(CaseKind.DUPLICATE, (*place, double.card), filed.venue, slot)
            for desk, sequence in double.earlier:
                self._add(one, Side(desk, self._hash(desk, sequence), sequence))
            self._add(one, side)
        if Reason.CARD_CLOSED.value in remarks.codes:
            self._add(self._raise(CaseKind.CARD_CLOSED, (side.desk, event), filed.venue, slot), side)
        if Reason.UNKNOWN_CARD.value in remarks.codes:
            self._add(self._raise(CaseKind.UNKNOWN_CARD, (side.desk, event), filed.venue, slot), side)
        if remarks.over:
            over = Side(side.desk, side.hash, side.sequence, remarks.over)
            self._add(self._raise(CaseKind.OVER_QUOTA, place, filed.venue, slot), over)
        if filed.declined and _SAME.get(filed.declined) not in remarks.codes:
            self._add(self._raise(CaseKind.PAPER, (side.desk, event), filed.venue, slot), side)
        if is_late and slot is not None:
            self._add(self._raise(CaseKind.SHUT_OUT, (side.desk,), filed.venue), side)

    def of_refusal(self, side: Side, venue: str) -> str:
        """Raise what the hub has not accepted and keeps as it is; the case's id."""
        return self._add(self._raise(CaseKind.REFUSED, (side.desk, side.hash), venue), side)

    def of_fork(self, side: Side, venue: str) -> str:
        """Raise an entry of a journal that went two ways; the case's id."""
        return self._add(self._raise(CaseKind.FORKED, (side.desk,), venue), side)

    def end_unread(self, entry: Entry, desk: str, *, fills: bool) -> None:
        """End the case of an item that could not be read where this entry is it.

        Args:
            entry: what has its place in the journal now.
            desk: whose it is.
            fills: the place was held open for it, so that some such item was it even if nothing of that can be recognised.
        """
        if self._unread is None:
            self._unread = self._open_unread(desk)
        found = next((row for row in self._unread if _is(row.item, entry)), None)
        if found is None and fills:
            found = next((row for row in self._unread if row.placed), None)
        if found is None:
            return
        self._unread.remove(found)
        cases, sides, strays = caseschema.cases, caseschema.case_sides, schema.strays
        mine = (sides.c.case == found.id, sides.c.desk == desk, sides.c.hash == found.digest)
        self.tx.execute(update(sides).where(*mine).values(hash=entry.hash, sequence=entry.sequence))
        self.tx.execute(update(cases).where(cases.c.id == found.id).values(ended_at=self.now))
        # It is accounted for: it stands for no other place that is missing.
        known = (strays.c.desk == desk, strays.c.digest == found.digest)
        self.tx.execute(update(strays).where(*known).values(placed=True))
        self._changed.add(found.id)

    def close(self) -> None:
        """Give what has changed its numbers. Every other writer waits for these: the last thing in the transaction."""
        if not self._changed:
            return
        table, names = caseschema.cases, sorted(self._changed)
        first = advance(self.tx, CASES, len(names)) - len(names) + 1
        moved = update(table).where(table.c.id == bindparam("changed")).values(version=bindparam("number"))
        self.tx.execute(moved, [{"changed": name, "number": at} for at, name in enumerate(names, first)])
        self._changed.clear()

    def _raise(self, kind: CaseKind, anchor: tuple[str, ...], venue: str, slot: Slot | None = None) -> str:
        name = case_id(kind, *anchor)
        row = {
            "id": name,
            "kind": kind.value,
            "venue": venue,
            "offer": "" if slot is None else slot.offer,
            "performance": None if slot is None else slot.performance,
            "visit": None if slot is None else slot.visit,
            "opened_at": self.now,
        }
        self.database.put_new(self.tx, caseschema.cases, row)
        return name

    def _add(self, case: str, side: Side) -> str:
        row = {"desk": side.desk, "hash": side.hash, "sequence": side.sequence, "over": side.over}
        if self.database.put_new(self.tx, caseschema.case_sides, {"case": case} | row):
            self._changed.add(case)
        return case

    def _hash(self, desk: str, sequence: int) -> str:
        events = schema.events
        wanted = select(events.c.hash).where(events.c.desk == desk, events.c.sequence == sequence)
        return str(self.tx.execute(wanted).scalar_one())

    def _open_unread(self, desk: str) -> list[Row[Any]]:
        return [*self.tx.execute(_UNREAD, {"desk": desk})]


def _is(item: bytes, entry: Entry) -> bool:
    """Whether an item that could not be read is this entry: one of its parts has come unharmed. One let go is none any more."""
    row = json.loads(item or b"null")
    if not isinstance(row, dict):
        return False
    parts: Sequence[tuple[str, bytes]] = (
        ("header", entry.event.header),
        ("signature", entry.event.signature),
    )
    return any(row.get(name) == base64.b64encode(part).decode() for name, part in parts)


def _words(slot: Slot | None) -> tuple[str, ...]:
    return () if slot is None else (slot.offer, slot.performance or "", slot.visit.isoformat())
