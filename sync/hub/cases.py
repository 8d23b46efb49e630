"""Cases at the hub: what the managers of a venue should look at, once each, with every side of it.

1. A case is raised in the transaction in which its event is kept. Its id follows from what it is about, so that what is repeated,
   comes in another order, or is told again to a hub that was put back, is the same case with the same sides.
2. A double use is one case for card and event, with every giving of it; tickets over a quota are one for the offer or performance
   and the date of visit. A closed and an unknown card is one for the giving, a refused event one for itself. A forked journal is
   one for its desk, and so is what a desk tells after it was shut out.
3. A side names an event by its own bytes, which the hub keeps for good: the desk's own decision and the hub's opinion are both
   read from there, apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from sync.hub import schema
from sync.hub.booking import Filed
from sync.hub.database import Database
from validator.domain.cases import CaseKind, case_id
from validator.domain.journal import parse
from validator.domain.rights import Slot
from validator.domain.verdict import Reason


@dataclass(frozen=True, slots=True)
class Side:
    """An event that has a part in a case."""

    desk: str
    hash: str
    sequence: int = 0
    over: int = 0


@dataclass(frozen=True)
class Cases:
    """Raises cases, in one transaction whose writer holds the locks of the venues concerned."""

    database: Database
    tx: Connection
    now: datetime

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
        if is_late and slot is not None:
            self._add(self._raise(CaseKind.SHUT_OUT, (side.desk,), filed.venue), side)

    def of_refusal(self, side: Side, venue: str) -> None:
        """Raise what the hub has not accepted and keeps as it is."""
        self._add(self._raise(CaseKind.REFUSED, (side.desk, side.hash), venue), side)

    def of_fork(self, side: Side, venue: str) -> None:
        """Raise an entry of a journal that went two ways."""
        self._add(self._raise(CaseKind.FORKED, (side.desk,), venue), side)

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
        self.database.put_new(self.tx, schema.cases, row)
        return name

    def _add(self, case: str, side: Side) -> None:
        row = {"desk": side.desk, "hash": side.hash, "sequence": side.sequence, "over": side.over}
        self.database.put_new(self.tx, schema.case_sides, {"case": case} | row)

    def _hash(self, desk: str, sequence: int) -> str:
        events = schema.events
        wanted = select(events.c.hash).where(events.c.desk == desk, events.c.sequence == sequence)
        return str(self.tx.execute(wanted).scalar_one())


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as an operator reads it; ``sides`` are JSON's own values, and name no card."""

    id: str
    kind: str
    venue: str
    offer: str
    performance: str | None
    visit: date | None
    opened_at: datetime
    sides: tuple[dict[str, Any], ...]


def cases(tx: Connection, venue: str = "") -> Iterator[CaseRow]:
    """The cases, oldest first; of one venue where it is named."""
    table = schema.cases
    wanted = select(table).order_by(table.c.opened_at, table.c.id)
    for row in tx.execute(wanted.where(table.c.venue == venue) if venue else wanted).all():
        sides = tuple(sorted(_sides(tx, row.id), key=lambda side: (side["received_at"], side["desk"])))
        yield CaseRow(
            row.id, row.kind, row.venue, row.offer, row.performance, row.visit, row.opened_at, sides
        )


def _sides(tx: Connection, case: str) -> Iterator[dict[str, Any]]:
    table, events, strays, desks = schema.case_sides, schema.events, schema.strays, schema.desks
    placed = (
        select(table.c.over, desks.c.name, events)
        .join(events, (events.c.desk == table.c.desk) & (events.c.sequence == table.c.sequence))
        .join(desks, desks.c.id == table.c.desk)
        .where(table.c.case == case, table.c.sequence > 0)
    )
    for row in tx.execute(placed):
        yield _told(row, row.event, row.sequence) | {
            "kind": row.kind,
            "occurred_at": None if row.occurred_at is None else row.occurred_at.isoformat(),
            "rules": row.rules,
            "decided": decision(row.header),
            "status": row.status,
            "remarks": json.loads(row.notes),
            "over": row.over,
        }
    loose = (
        select(strays, desks.c.name)
        .join(table, (table.c.desk == strays.c.desk) & (table.c.hash == strays.c.digest))
        .join(desks, desks.c.id == table.c.desk)
        .where(table.c.case == case, table.c.sequence == 0)
    )
    for row in tx.execute(loose):
        yield _told(row, "", 0) | {"status": row.sort}


def decision(header: bytes) -> dict[str, Any]:
    """The desk's own decision as its signed header says it; what it does not say is left out."""
    try:
        body = parse(header).body
    except ValueError:
        return {}
    return {name: body[name] for name in _DECIDED if name in body}


def _told(row: Row[Any], event: str, sequence: int) -> dict[str, Any]:
    return {
        "desk": row.desk,
        "name": row.name,
        "event": event,
        "sequence": sequence,
        "received_at": row.received_at.isoformat(),
        "reason": row.reason,
    }


def _words(slot: Slot | None) -> tuple[str, ...]:
    return () if slot is None else (slot.offer, slot.performance or "", slot.visit.isoformat())


_DECIDED = (
    "code",
    "notes",
    "tickets",
    "provisional",
    "overridden",
    "override_reason",
    "list_version",
    "trace",
)
"""What of a body is the desk's decision."""
