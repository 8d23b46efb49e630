"""The list of given tickets as the clerk sees it: one line for each giving, with how far its news has come."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Connection, Row, func, select

from validator.domain.redemption import Tickets
from validator.store import schema
from validator.store.corrections import News, corrections, newest
from validator.store.outbox import State
from validator.store.redemptions import FIRST, read_tickets

_outbox = schema.outbox
_redemption = schema.redemption
_void = schema.void
_NEWEST_FIRST = (
    _redemption.c.given_at.desc(),
    func.coalesce(_redemption.c.sequence, 0).desc(),
    _redemption.c.giving.desc(),
)


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One giving.

    Attributes:
        giving: its id.
        at: when, by the clock of the desk that gave.
        tail: the end of the card's masked code; "" for another desk's giving and after retention.
        tickets: all tickets of the giving together.
        cards: how many cards took part.
        state: of the newest event about it at this desk (its void, once there is one; what tells either anew); another desk's is
            confirmed.
        code: what the hub said to that event, S06 for a refusal.
        reason: why the hub refused, in English.
        notes: S codes of the hub for the manager's list.
        over: how many of its tickets were over a quota (S03).
        own: whether this desk gave.
        event: the id of the event that gave.
    """

    giving: str
    at: datetime
    tail: str = field(repr=False)
    tickets: Tickets
    cards: int
    venue: str
    offer: str
    performance: str | None
    visit: date
    state: State
    code: str
    reason: str
    notes: tuple[str, ...]
    over: int
    voided: bool
    own: bool
    event: str


def recent(connection: Connection, limit: int, since: datetime | None) -> tuple[GivenRow, ...]:
    """The last givings, newest first; with ``since`` only those of this instant or later."""
    newest = select(_redemption.c.giving).where(_redemption.c.id == _redemption.c.giving + FIRST)
    if since is not None:
        newest = newest.where(_redemption.c.given_at >= since)
    newest = newest.order_by(*_NEWEST_FIRST).limit(limit)
    rows = (
        select(
            _redemption,
            _void.c.giving.label("undone"),
            func.coalesce(_void.c.event, _redemption.c.event).label("told"),
            _outbox.c.state,
            _outbox.c.code,
            _outbox.c.reason,
            _outbox.c.notes,
            _outbox.c.over,
        )
        .outerjoin(_void, _void.c.giving == _redemption.c.giving)
        .outerjoin(_outbox, _outbox.c.sequence == func.coalesce(_void.c.sequence, _redemption.c.sequence))
        .where(_redemption.c.giving.in_(newest))
        .order_by(*_NEWEST_FIRST, _redemption.c.id)
    )
    groups = [list(group) for _, group in groupby(connection.execute(rows), key=lambda row: row.giving)]
    news = corrections(connection) if any(group[0].state == State.REFUSED for group in groups) else {}
    return tuple(_read(group, news) for group in groups)


def given_between(connection: Connection, since: datetime, until: datetime) -> int:
    """How many tickets this desk gave from one instant until before another, and did not take back."""
    tickets = (
        _redemption.c.adults
        + _redemption.c.children
        + _redemption.c.assistants
        + _redemption.c.representatives
    )
    own = _redemption.c.sequence.is_not(None)
    stands = _redemption.c.giving.not_in(select(_void.c.giving))
    given = select(func.coalesce(func.sum(tickets), 0)).where(
        _redemption.c.given_at >= since, _redemption.c.given_at < until, own, stands
    )
    return int(connection.execute(given).scalar_one())


def _read(rows: list[Row[tuple[object, ...]]], news: News) -> GivenRow:
    first = rows[0]
    told = newest(anew) if first.state == State.REFUSED and (anew := news.get(first.told)) else first
    return GivenRow(
        giving=first.giving,
        at=first.given_at,
        tail=first.tail,
        tickets=_sum(map(read_tickets, rows)),
        cards=len(rows),
        venue=first.venue,
        offer=first.offer,
        performance=first.performance,
        visit=first.visit,
        state=State(told.state) if told.state else State.CONFIRMED,
        code=told.code or "",
        reason=told.reason or "",
        notes=tuple(json.loads(told.notes)) if told.notes else (),
        over=told.over or 0,
        voided=first.undone is not None,
        own=first.sequence is not None,
        event=first.event,
    )


def _sum(tickets: Iterable[Tickets]) -> Tickets:
    each = list(tickets)
    return Tickets(
        sum(ticket.adults for ticket in each),
        sum(ticket.children for ticket in each),
        sum(ticket.assistants for ticket in each),
        sum(ticket.representatives for ticket in each),
    )
