"""Tickets given at the venue, by this desk and the others, with their voids.

A redemption is voided where a void of its giving is known, whichever of the two came first.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, exists, select, update

from validator.domain.effects import Given
from validator.domain.redemption import Redemption, Tickets
from validator.store import schema
from validator.store.origin import Origin
from validator.store.prepared import Query, among

_redemption = schema.redemption
_void = schema.void

FIRST = "/0"
"""How the id of a giving's first redemption ends."""

VOIDED: ColumnElement[bool] = exists().where(_void.c.giving == _redemption.c.giving)
"""Whether a void stands against a redemption's giving."""


_REDEMPTIONS: Select[tuple[object, ...]] = select(_redemption, VOIDED.label("voided")).order_by(
    _redemption.c.given_at, _redemption.c.id
)
_OF_CARDS = _REDEMPTIONS.where(among(_redemption.c.card, "cards"))
_HISTORY = Query(_OF_CARDS)
_HISTORY_AT = Query(_OF_CARDS.where(_redemption.c.venue == bindparam("venue")))


def rows(given: Given, origin: Origin, tail: str) -> list[dict[str, object]]:
    """A giving as the table holds it."""
    return [
        {
            "id": each.id,
            "giving": each.giving,
            "event": origin.event,
            "sequence": origin.sequence,
            "desk": each.desk,
            "venue": given.venue,
            "card": each.card,
            "offer": each.offer,
            "performance": each.performance,
            "visit": each.visit,
            "kind": each.kind,
            "quota_use": each.quota_use,
            "given_at": each.given_at,
            "collects": given.collects,
            "tail": tail,
            **ticket_columns(each.tickets),
        }
        for each in given.redemptions
    ]


def void_row(giving: str, origin: Origin) -> dict[str, object]:
    """The undoing of a giving as the table holds it; once is enough."""
    return {"giving": giving, "event": origin.event, "sequence": origin.sequence}


def history(connection: Connection, cards: Iterable[str], venue: str | None) -> tuple[Redemption, ...]:
    """What was given with these cards (keys as in `CardRef.key`), oldest first; voided ones are marked, not left out.

    With ``venue`` None, at every venue of the desk.
    """
    of_these = {"cards": tuple(cards)}
    found = (
        _HISTORY.rows(connection, of_these)
        if venue is None
        else _HISTORY_AT.rows(connection, of_these | {"venue": venue})
    )
    return tuple(map(_read, found))


def of_giving(connection: Connection, giving: str) -> tuple[Redemption, ...]:
    """The redemptions of one giving, the holder's or the community card's first."""
    return tuple(map(_read, connection.execute(_REDEMPTIONS.where(_redemption.c.giving == giving))))


def forget_cards(connection: Connection, sequences: Iterable[int], before: date) -> None:
    """Retention: these own entries, and other desks' givings for days before ``before``, no longer say whose they are."""
    old = (_redemption.c.sequence.is_(None)) & (_redemption.c.visit < before)
    connection.execute(
        update(_redemption).where(_redemption.c.sequence.in_(tuple(sequences)) | old).values(card="", tail="")
    )


def ticket_columns(tickets: Tickets) -> dict[str, int]:
    """Tickets as the tables hold them."""
    return {
        "adults": tickets.adults,
        "children": tickets.children,
        "assistants": tickets.assistants,
        "representatives": tickets.representatives,
    }


def read_tickets(row: Row[tuple[object, ...]]) -> Tickets:
    """The tickets in a row."""
    return Tickets(row.adults, row.children, row.assistants, row.representatives)


def _read(row: Row[tuple[object, ...]]) -> Redemption:
    return Redemption(
        id=row.id,
        giving=row.giving,
        card=row.card,
        offer=row.offer,
        performance=row.performance,
        visit=row.visit,
        tickets=read_tickets(row),
        given_at=row.given_at,
        desk=row.desk,
        kind=row.kind,
        quota_use=row.quota_use,
        voided=bool(row.voided),
    )
