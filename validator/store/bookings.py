"""From an event's effect to the rows that it means, for this desk's own events and for those that the hub tells of alike.

Another desk's event never changes or removes what this desk has booked itself, nor its rights, and hearing it twice is once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, assert_never

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from validator.domain.cases import Settling
from validator.domain.effects import Booked, Effect, GaveBack, Given, QuotaSet, Released, Voided, effect
from validator.domain.journal import read_cards
from validator.domain.redemption import Reservation
from validator.domain.rights import Rights, Slot
from validator.errors import BugError
from validator.store import cases, journal, leases, quotas, redemptions, reservations, schema
from validator.store.leases import Move, Spending
from validator.store.origin import Origin
from validator.store.prepared import Insertion

_ONCE = tuple(
    Insertion(insert(table).on_conflict_do_nothing())
    for table in (schema.redemption, schema.void, schema.reservation, schema.release, schema.settling)
)
"""What is there already stays as it is."""


class Heard(Protocol):
    """An event of any desk of the venue, as the hub's feed tells it."""

    @property
    def cursor(self) -> int: ...
    @property
    def event(self) -> str: ...
    @property
    def desk(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def cards(self) -> bytes: ...
    @property
    def body(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Deed:
    """What one event did, and where it comes from.

    Attributes:
        at: when, for a number or a settling.
        venue: where, for a reservation or a number.
        tail: the end of the masked code, for this desk's own list.
    """

    what: Effect | None
    origin: Origin
    at: datetime
    venue: str = ""
    tail: str = field(default="", repr=False)


def book(connection: Connection, deeds: Iterable[Deed]) -> None:
    """Write what events did, in few statements however many they are."""
    given, voids, booked, released, numbers, moves = [], [], [], [], [], []
    deeds = tuple(deeds)
    for deed in deeds:
        moves += _moves(connection, deed)
        match deed.what:
            case Given():
                given += redemptions.rows(deed.what, deed.origin, deed.tail)
            case Voided(giving):
                voids.append(redemptions.void_row(giving, deed.origin))
            case Booked(reservation):
                booked.append(reservations.row(reservation, deed.venue, deed.origin, deed.tail))
            case Released(reservation_id):
                released.append(reservations.release_row(reservation_id, deed.origin))
            case QuotaSet():
                numbers.append((deed.what, deed.origin, deed.at, deed.venue))
            case GaveBack() | Settling() | None:
                pass
            case _:
                assert_never(deed.what)
    for table, rows in zip(_ONCE, (given, voids, booked, released, _settlings(deeds)), strict=True):
        if rows:
            table.put(connection, rows)
    quotas.add(connection, numbers)
    leases.move(connection, moves)


def hear(connection: Connection, items: Iterable[Heard]) -> int:
    """Book what the hub tells of other desks; of this desk's own events only the place of a quota among the others' is news.

    Returns:
        How many items could not be read (a newer program's); they are passed over.
    """
    items = tuple(items)
    if not items:
        return 0
    own = journal.among(connection, [item.event for item in items])
    deeds = [deed for deed in (_deed(item) for item in items) if deed is not None]
    unread = len(items) - len(deeds)
    news = [deed for deed in deeds if isinstance(deed.what, QuotaSet) or deed.origin.event not in own]
    if _booked(connection, news):
        return unread
    return unread + sum(not _booked(connection, [deed]) for deed in news)


def day_of(what: Effect | None, at: datetime) -> date:
    """The day that an event is about: its date of visit, or its own day."""
    match what:
        case Given(redemptions=(first, *_)):
            return first.visit
        case Booked(Reservation(visit=visit)):
            return visit
        case _:
            return at.date()


def _settlings(deeds: Iterable[Deed]) -> list[dict[str, object]]:
    return [
        cases.settling_row(deed.what, deed.at, deed.origin)
        for deed in deeds
        if isinstance(deed.what, Settling)
    ]


def _moves(connection: Connection, deed: Deed) -> list[Move]:
    """The rights that an event of this desk's own moves; read before it is booked, while what it undoes still stands."""
    if deed.origin.sequence is None:
        return []
    match deed.what:
        case Given(redemptions=(first, *_), rights=Rights(epoch, count)):
            return [Move(Slot(first.offer, first.performance, first.visit), epoch, spent=count)]
        case Booked(reservation, Rights(epoch, count)):
            slot = Slot(reservation.offer, reservation.performance, reservation.visit)
            return [Move(slot, epoch, spent=count)]
        case Voided(giving, Rights() as rights):
            return _undone(leases.spent_by_giving(connection, giving), rights)
        case Released(reservation_id, Rights() as rights):
            return _undone(leases.spent_by_reservation(connection, reservation_id), rights)
        case GaveBack(slot, Rights(epoch, count)):
            return [Move(slot, epoch, returned=count)]
    return []


def _undone(spending: Spending | None, rights: Rights) -> list[Move]:
    if not rights.count:
        return []  # another epoch's, or none were spent: the hub settles it
    if spending is None or rights.epoch != spending.rights.epoch or rights.count > spending.rights.count:
        raise BugError("an event takes back rights that were never spent")
    return [Move(spending.slot, rights.epoch, spent=-rights.count)]


def _deed(item: Heard) -> Deed | None:
    """What an item of the feed says, or None where it cannot be read."""
    try:
        what = effect(item.kind, item.body, read_cards(item.cards), item.desk, item.at)
    except ValueError:
        return None
    origin = Origin(item.event, item.desk, cursor=item.cursor)
    return Deed(what, origin, item.at, str(item.body.get("venue", ""))) if item.at.tzinfo else None


def _booked(connection: Connection, deeds: Sequence[Deed]) -> bool:
    """Book them all, or none where one has a number or a text that no database can hold."""
    try:
        with connection.begin_nested():
            book(connection, deeds)
    except (ValueError, OverflowError):
        return False
    return True
