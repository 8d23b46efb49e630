"""Tickets held for a card.

A reservation is collected where a giving that stands collects it, else released where somebody let it go, else held. A giving
that is undone again lets the booking live on: the customer had it before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, bindparam, case, exists, select, update

from validator.domain.redemption import Booking, Reservation
from validator.domain.rights import Slot
from validator.store import schema
from validator.store.origin import Origin
from validator.store.prepared import Query, among
from validator.store.redemptions import VOIDED, read_tickets, ticket_columns

_reservation = schema.reservation
_release = schema.release
_redemption = schema.redemption

_COLLECTED = exists().where(
    _redemption.c.collects == _reservation.c.id, _redemption.c.collects != "", ~VOIDED
)
_RELEASED = exists().where(_release.c.reservation == _reservation.c.id)
HELD: ColumnElement[bool] = ~_COLLECTED & ~_RELEASED
"""Whether a reservation still holds its tickets."""
_STATE = case(
    (_COLLECTED, Booking.COLLECTED.value), (_RELEASED, Booking.RELEASED.value), else_=Booking.HELD.value
)


_OF_CARDS = (
    select(_reservation, _STATE.label("state"))
    .where(among(_reservation.c.card, "cards"))
    .order_by(_reservation.c.made_at, _reservation.c.id)
)
_LISTED = select(_reservation, _STATE.label("state")).order_by(_reservation.c.made_at, _reservation.c.id)
_RESERVED = Query(_OF_CARDS)
_RESERVED_AT = Query(_OF_CARDS.where(_reservation.c.venue == bindparam("venue")))


@dataclass(frozen=True, slots=True)
class BookingRow:
    """One booking as the door's list has it.

    Attributes:
        tail: the end of the card's masked code; "" for another desk's booking and after retention.
        own: whether this desk made it.
    """

    reservation: Reservation
    venue: str
    tail: str = field(repr=False)
    own: bool


def row(reservation: Reservation, venue: str, origin: Origin, tail: str = "") -> dict[str, object]:
    """A reservation as the table holds it."""
    return {
        "id": reservation.id,
        "event": origin.event,
        "sequence": origin.sequence,
        "desk": origin.desk,
        "venue": venue,
        "card": reservation.card,
        "offer": reservation.offer,
        "performance": reservation.performance,
        "visit": reservation.visit,
        "quota_use": reservation.quota_use,
        "made_at": reservation.made_at,
        "collect_by": reservation.collect_by,
        "tail": tail,
        **ticket_columns(reservation.tickets),
    }


def release_row(reservation: str, origin: Origin) -> dict[str, object]:
    """The letting go of a reservation as the table holds it; once is enough."""
    return {"reservation": reservation, "event": origin.event, "sequence": origin.sequence}


def of_cards(connection: Connection, cards: Iterable[str], venue: str | None) -> tuple[Reservation, ...]:
    """The reservations of these cards (keys as in `CardRef.key`), oldest first, whatever their state.

    With ``venue`` None, at every venue of the desk.
    """
    of_these = {"cards": tuple(cards)}
    found = (
        _RESERVED.rows(connection, of_these)
        if venue is None
        else _RESERVED_AT.rows(connection, of_these | {"venue": venue})
    )
    return tuple(map(_read, found))


def of_slot(connection: Connection, slot: Slot) -> tuple[BookingRow, ...]:
    """Every desk's bookings of a performance, or of an offer and date of visit, oldest first, whatever their state."""
    table = _reservation.c
    rows = _LISTED.where(
        table.offer == slot.offer,
        table.performance.is_not_distinct_from(slot.performance),
        table.visit == slot.visit,
    )
    return tuple(map(_read_listed, connection.execute(rows)))


def of_id(connection: Connection, reservation: str) -> BookingRow | None:
    """One booking, whosever it is; None where it is not known."""
    found = connection.execute(_LISTED.where(_reservation.c.id == reservation)).first()
    return None if found is None else _read_listed(found)


def forget_cards(connection: Connection, sequences: Iterable[int], before: date) -> None:
    """Retention: these own entries, and other desks' reservations for earlier days, no longer say whose they are."""
    old = (_reservation.c.sequence.is_(None)) & (_reservation.c.visit < before)
    connection.execute(
        update(_reservation)
        .where(_reservation.c.sequence.in_(tuple(sequences)) | old)
        .values(card="", tail="")
    )


def _read_listed(found: Row[tuple[object, ...]]) -> BookingRow:
    return BookingRow(_read(found), found.venue, found.tail, found.sequence is not None)


def _read(found: Row[tuple[object, ...]]) -> Reservation:
    return Reservation(
        id=found.id,
        card=found.card,
        offer=found.offer,
        performance=found.performance,
        visit=found.visit,
        tickets=read_tickets(found),
        made_at=found.made_at,
        collect_by=found.collect_by,
        quota_use=found.quota_use,
        state=Booking(found.state),
    )
