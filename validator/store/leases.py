"""This desk's rights: the hub's word on them, and what own events moved.

Rules
1. Heard in any order, and as often as it comes, the hub's word ends the same (`Lease.hear`).
2. Only this desk's own events move a lease, in the transaction that books them. One that would spend, take back or give back
   more than there is stops that transaction: nothing of it has happened.
3. What a giving or a reservation spent stands in its own signed header and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, Select, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from validator.domain.journal import parse
from validator.domain.rights import Lease, Rights, Slot
from validator.errors import BugError
from validator.store import schema
from validator.store.prepared import Query
from validator.store.redemptions import FIRST, VOIDED
from validator.store.reservations import HELD

_lease = schema.lease
_journal = schema.journal
_redemption = schema.redemption
_reservation = schema.reservation

_KEY = ("offer", "performance", "visit")
_HUBS = ("epoch", "granted", "keep")
_OWN = ("spent", "returned")
_LARGEST = 2**31
"""No venue has so many seats; a database holds it."""

_at = (
    (_lease.c.offer == bindparam("at_offer"))
    & (_lease.c.performance == bindparam("at_performance"))
    & (_lease.c.visit == bindparam("at_visit"))
)
_ONE = Query(select(_lease).where(_at))
_SINCE = Query(
    select(_lease).where(_lease.c.visit >= bindparam("day")).order_by(_lease.c.visit, *_lease.primary_key)
)
_MOVE = (
    update(_lease)
    .where(_at, _lease.c.epoch == bindparam("in_epoch"))
    .values(
        spent=_lease.c.spent + bindparam("more_spent"),
        returned=_lease.c.returned + bindparam("more_returned"),
    )
)
_new = insert(_lease)
_HEARD = _new.on_conflict_do_update(
    index_elements=list(_KEY), set_={name: _new.excluded[name] for name in (*_HUBS, *_OWN)}
)

_GIVEN: Select[tuple[object, ...]] = (
    select(_redemption.c.offer, _redemption.c.performance, _redemption.c.visit, _journal.c.header)
    .join(_journal, _journal.c.sequence == _redemption.c.sequence)
    .where(_redemption.c.id == bindparam("giving") + FIRST)
)
_BOOKED: Select[tuple[object, ...]] = (
    select(_reservation.c.offer, _reservation.c.performance, _reservation.c.visit, _journal.c.header)
    .join(_journal, _journal.c.sequence == _reservation.c.sequence)
    .where(_reservation.c.id == bindparam("reservation"))
)


@dataclass(frozen=True, slots=True)
class Spending:
    """Rights that a giving or a reservation of this desk spent, and out of which lease."""

    slot: Slot
    rights: Rights


@dataclass(frozen=True, slots=True)
class Move:
    """What one own event moves in a lease; negative where rights come back."""

    slot: Slot
    epoch: int
    spent: int = 0
    returned: int = 0


def of_slot(connection: Connection, slot: Slot) -> Lease | None:
    """The lease for this slot; None where the hub never granted any."""
    row = _ONE.first(connection, _place(slot))
    return None if row is None else _read(row)


def since(connection: Connection, day: date) -> tuple[Lease, ...]:
    """The leases for this date of visit and later ones, soonest first."""
    return tuple(map(_read, _SINCE.rows(connection, {"day": day})))


def hear(connection: Connection, said: Iterable[Lease]) -> None:
    """Take the hub's word on this desk's leases; what makes no sense is passed over."""
    for word in said:
        if not 1 <= word.epoch <= _LARGEST or not all(0 <= n <= _LARGEST for n in (word.granted, word.keep)):
            continue
        known = of_slot(connection, word.slot) or Lease(word.slot, 0)
        lease = known.hear(word.epoch, word.granted, word.keep)
        if lease != known:
            connection.execute(_HEARD, _row(lease))


def move(connection: Connection, moves: Iterable[Move]) -> None:
    """Move rights between leases and tickets.

    Raises:
        BugError: there are not so many; the caller's transaction must not go on.
    """
    for each in moves:
        if not each.spent and not each.returned:
            continue
        try:
            moved = connection.execute(
                _MOVE,
                {
                    **_place(each.slot),
                    "in_epoch": each.epoch,
                    "more_spent": each.spent,
                    "more_returned": each.returned,
                },
            )
        except IntegrityError:
            moved = None
        if moved is None or moved.rowcount != 1:
            raise BugError("an event moves rights that its lease does not have")


def spent_by_giving(connection: Connection, giving: str) -> Spending | None:
    """What a giving of this desk that stands has spent; None where that is nothing."""
    return _spending(connection.execute(_GIVEN.where(~VOIDED), {"giving": giving}).first())


def spent_by_reservation(connection: Connection, reservation: str) -> Spending | None:
    """What a reservation of this desk that is still held has spent; None where that is nothing."""
    return _spending(connection.execute(_BOOKED.where(HELD), {"reservation": reservation}).first())


def forget(connection: Connection, before: date) -> None:
    """Retention: leases of earlier dates of visit than ``before`` go."""
    connection.execute(delete(_lease).where(_lease.c.visit < before))


def _spending(row: Row[tuple[object, ...]] | None) -> Spending | None:
    rights = None if row is None else Rights.of(parse(row.header).body)
    if row is None or rights is None or not rights.count:
        return None
    return Spending(Slot(row.offer, row.performance, row.visit), rights)


def _place(slot: Slot) -> dict[str, object]:
    return {"at_offer": slot.offer, "at_performance": slot.performance or "", "at_visit": slot.visit}


def _row(lease: Lease) -> dict[str, object]:
    return {
        "offer": lease.slot.offer,
        "performance": lease.slot.performance or "",
        "visit": lease.slot.visit,
        **{name: getattr(lease, name) for name in (*_HUBS, *_OWN)},
    }


def _read(row: Row[tuple[object, ...]]) -> Lease:
    slot = Slot(row.offer, row.performance or None, row.visit)
    return Lease(slot, row.epoch, row.granted, row.spent, row.returned, row.keep)
