"""Leases as the hub keeps them: what a desk was granted, what its events moved, and what is still out.

1. A row is one desk's rights for one slot in one epoch. ``granted`` and ``keep`` are the hub's own word (`sync.hub.grants`);
   ``spent`` and ``returned`` are the desk's, booked in its events' savepoints.
2. The desk's word is taken as it is. Rights of an epoch that the hub does not know, or more than it granted, were spent all
   the same: the row then shows by how many.
3. What is out of any epoch counts, until its date of visit is over, the desk gives it back, or a manager writes it off.
4. Everything here needs the lock of the slots' venues (`lock_venues`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, case, func, insert, select, update

from sync.hub import schema
from sync.hub.database import once
from sync.hub.deskrow import desk_row
from sync.hub.intake import is_plain
from sync.rows import from_rows
from sync.wire import LeaseRow
from validator.domain.journal import EventKind, parse
from validator.domain.network import Venue
from validator.domain.quota import visit_day
from validator.domain.rights import Rights, Slot

MOST = 10_000
"""Rights in one event or want: more is a slip of a program, not of a pen."""
MOST_EVER = 10**9
"""In a lease's cumulative total: what goes back and is granted again counts each time."""
LAST_EPOCH = 10**9
"""Later ones are a slip too."""

_leases = schema.leases
_KEY = ("desk", "offer", "performance", "visit", "epoch")
_OURS = schema.venues.c.id.in_(bindparam("venues", expanding=True))
_VENUE_ROWS = select(schema.venues.c.row).where(_OURS)
_LOCKED = select(schema.venues.c.id).where(_OURS).order_by(schema.venues.c.id).with_for_update()


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose rights an event moves, and at which venue."""

    desk: str
    venue: str


def lock_venues(tx: Connection, venues: Iterable[str]) -> None:
    """Wait for whoever else writes to these venues, always in the same order."""
    tx.execute(_LOCKED, {"venues": list(venues)})


def is_sane(rights: Rights) -> bool:
    """Whether the numbers fit the books."""
    return rights.count <= MOST and rights.epoch <= LAST_EPOCH


def out() -> ColumnElement[int]:
    """Rights of a row that its desk may still turn into tickets, as far as the hub has heard."""
    rest = _leases.c.granted - _leases.c.spent - _leases.c.returned
    return case((rest > 0, rest), else_=0)


_THIS = [_leases.c[name] == bindparam(f"of_{name}") for name in _KEY]
_OUT = select(out()).where(*_THIS)
_MOVED = (
    update(_leases)
    .where(*_THIS)
    .values(
        spent=_leases.c.spent + bindparam("more_spent"),
        returned=_leases.c.returned + bindparam("more_returned"),
    )
)
_MINE = select(_leases, out().label("out")).where(
    _leases.c.desk == bindparam("desk"), _leases.c.visit >= bindparam("since")
)


def spend(tx: Connection, holder: Holder, slot: Slot, rights: Rights | None, undone: int = 0) -> None:
    """Book the rights that a giving or a booking took, less those that were put back before it came."""
    if rights is not None:
        _move(tx, holder, slot, rights.epoch, spent=rights.count - undone)


def put_back(tx: Connection, holder: Holder, slot: Slot, rights: Rights | None) -> None:
    """Book the rights that an undoing brought back into the desk's own lease."""
    if rights is not None:
        _move(tx, holder, slot, rights.epoch, spent=-rights.count)


def give_back(tx: Connection, holder: Holder, slot: Slot, rights: Rights) -> int:
    """Book the rights that a desk hands back to the hub: no more than are out. How many they were."""
    left = tx.execute(_OUT, _this(holder.desk, slot, rights.epoch)).scalar_one_or_none()
    count = min(rights.count, left or 0)
    _move(tx, holder, slot, rights.epoch, returned=count)
    return count


def undone_before(tx: Connection, desk: str, name: str, value: str) -> int:
    """The rights that a desk's own voids (or releases) of a giving (or reservation) put back before the thing itself came.

    That is so only where the entry's place in the journal was held open for it.
    """
    events = schema.events
    kinds = [EventKind.VOID.value, EventKind.RELEASE.value]
    wanted = select(events.c.header).where(
        events.c.desk == desk, events.c.kind.in_(kinds), events.c.status == "accepted"
    )
    bodies = (parse(header).body for header in tx.execute(wanted).scalars())
    moved = (Rights.of(body) for body in bodies if body.get(name) == value)
    return sum(rights.count for rights in moved if rights is not None)


def new_epoch(tx: Connection, desk: str, after: int = 0) -> int:
    """Begin a new epoch of a desk's leases, later than ``after`` and than any that the books know."""
    table, rows = schema.desks, schema.leases
    present = tx.execute(select(table.c.epoch).where(table.c.id == desk).with_for_update()).scalar_one()
    named = tx.execute(select(func.max(rows.c.epoch)).where(rows.c.desk == desk)).scalar_one()
    epoch = int(max(present, after, named or 0)) + 1
    tx.execute(update(table).where(table.c.id == desk).values(epoch=epoch))
    return epoch


def days_of(tx: Connection, venues: Iterable[str], now: datetime) -> dict[str, date]:
    """The running date of visit at each venue."""
    ours = frozenset(venues)

    def find() -> tuple[Venue, ...]:
        texts = tx.execute(_VENUE_ROWS, {"venues": list(ours)}).scalars()
        return from_rows(Venue, [json.loads(text) for text in texts])[0]

    rows = once(tx, ("venues", ours), find)
    return {venue.id: visit_day(now, venue.zone, venue.day_ends) for venue in rows}


def told(
    tx: Connection, desk: str, days: Mapping[str, date], wanted: Iterable[Slot] = ()
) -> tuple[LeaseRow, ...]:
    """What a desk is told of its rights: on what it wanted, on what it holds too many or too few of, on epochs that are over."""
    if not days:
        return ()
    epoch: int = desk_row(tx, desk).epoch
    mine = tx.execute(_MINE, {"desk": desk, "since": min(days.values())})
    rows = [row for row in mine if row.visit >= days.get(row.venue, date.max)]
    present = {slot_of(row): row for row in rows if row.epoch == epoch}
    news = {slot_of(row) for row in rows if row.epoch != epoch}
    news |= {slot for slot, row in present.items() if not row.keep <= 2 * row.out <= 2 * row.keep}
    return tuple(
        LeaseRow(
            offer=slot.offer,
            performance=slot.performance,
            visit=slot.visit,
            epoch=epoch,
            granted=row.granted if row is not None else 0,
            keep=row.keep if row is not None else 0,
        )
        for slot in sorted({*wanted, *news}, key=_order)
        for row in [present.get(slot)]
    )


def slot_of(row: Any) -> Slot:  # noqa: ANN401  a row or a message
    """The slot that a row is for."""
    return Slot(row.offer, row.performance or None, row.visit)


def key_of(desk: str, slot: Slot, epoch: int) -> dict[str, Any]:
    """The primary key of a desk's row for a slot."""
    return {
        "desk": desk,
        "offer": slot.offer,
        "performance": slot.performance or "",
        "visit": slot.visit,
        "epoch": epoch,
    }


def is_slot(slot: Slot) -> bool:
    """Whether its names can serve as ids."""
    return is_plain(slot.offer) and (slot.performance is None or is_plain(slot.performance))


def _move(
    tx: Connection, holder: Holder, slot: Slot, epoch: int, *, spent: int = 0, returned: int = 0
) -> None:
    if not spent and not returned:
        return
    more = {"more_spent": spent, "more_returned": returned}
    if not tx.execute(_MOVED, _this(holder.desk, slot, epoch) | more).rowcount:
        new = key_of(holder.desk, slot, epoch) | {"venue": holder.venue, "spent": spent, "returned": returned}
        tx.execute(insert(_leases), new)


def _this(desk: str, slot: Slot, epoch: int) -> dict[str, Any]:
    return {f"of_{name}": value for name, value in key_of(desk, slot, epoch).items()}


def _order(slot: Slot) -> tuple[date, str, str]:
    return slot.visit, slot.offer, slot.performance or ""
