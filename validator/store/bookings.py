"""From an event's effect to the rows that it means, for this desk's own events and for those that the hub tells of alike.

Another desk's event never changes or removes what this desk has booked itself, and hearing it twice is once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Protocol, assert_never

from sqlalchemy import Connection

from validator.domain.effects import Booked, Effect, Given, QuotaSet, Released, Voided, effect
from validator.domain.journal import read_cards
from validator.domain.redemption import Reservation
from validator.store import journal, quotas, redemptions, reservations
from validator.store.origin import Origin


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


def book(connection: Connection, what: Effect | None, origin: Origin, venue: str, tail: str = "") -> None:
    """Write what an event did.

    ``venue`` is where, for a reservation; ``tail`` the end of the masked code, for this desk's own list.
    """
    match what:
        case Given():
            redemptions.add(connection, what, origin, tail)
        case Voided(giving):
            redemptions.add_void(connection, giving, origin)
        case Booked(reservation):
            reservations.add(connection, reservation, venue, origin)
        case Released(reservation_id):
            reservations.add_release(connection, reservation_id, origin)
        case QuotaSet(quota):
            quotas.add(connection, quota, origin)
        case None:
            pass
        case _:
            assert_never(what)


def hear(connection: Connection, items: Iterable[Heard]) -> int:
    """Book what the hub tells of other desks; of this desk's own events only the place of a quota among the others' is news.

    Returns:
        How many items could not be read (a newer program's); they are passed over.
    """
    unread = 0
    for item in items:
        try:
            with connection.begin_nested():
                _hear(connection, item)
        except (ValueError, OverflowError):  # also a number or a text that no database can hold
            unread += 1
    return unread


def day_of(what: Effect | None, at: datetime) -> date:
    """The day that an event is about: its date of visit, or its own day."""
    match what:
        case Given(redemptions=(first, *_)):
            return first.visit
        case Booked(Reservation(visit=visit)):
            return visit
        case _:
            return at.date()


def _hear(connection: Connection, item: Heard) -> None:
    if item.at.tzinfo is None:
        raise ValueError("an instant without an offset")
    what = effect(item.kind, item.body, read_cards(item.cards), item.desk, item.at)
    if isinstance(what, QuotaSet) or not journal.holds(connection, item.event):
        origin = Origin(item.event, item.desk, cursor=item.cursor)
        book(connection, what, origin, str(item.body.get("venue", "")))
