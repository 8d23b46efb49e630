"""The outbox: what the hub has not answered yet, and what it said to the rest.

Rules
1. An event is *recorded* until it is handed to the wire, *sent* while nobody knows whether it arrived, then *confirmed* or
   *refused*. It leaves only by an answer to itself; rows are never deleted.
2. Recorded and sent events go out alike, in the order of the chain: the hub remembers ids for good, so twice is once.
3. An answer settles what is unanswered. One for an unknown event, or a second one, changes nothing. An event that the hub
   puts off, or answers in words of a newer protocol, waits again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import Connection, bindparam, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert

from validator.domain.journal import parse
from validator.store import schema
from validator.store.corrections import corrections, newest
from validator.store.journal import Outgoing, outgoing
from validator.store.prepared import Insertion, Query, among

_journal = schema.journal
_outbox = schema.outbox
_redemption = schema.redemption
_void = schema.void


class State(StrEnum):
    """How far an event has come; what the clerk's list says of it."""

    RECORDED = "recorded"
    SENT = "sent"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


_ANSWERED = {"accepted": State.CONFIRMED, "duplicate": State.CONFIRMED, "refused": State.REFUSED}
_MOST_OVER = 2**31
"""No venue has so many seats; a database holds it."""

_at = _outbox.c.sequence == bindparam("at_sequence")
_ADD = Insertion(insert(_outbox))
_NEW = {"state": State.RECORDED.value, "attempts": 0, "code": "", "reason": "", "notes": "[]", "over": 0}
_NEW |= {"answered_at": None}
IS_WAITING = _outbox.c.state.in_([literal_column(f"'{state}'") for state in (State.RECORDED, State.SENT)])
"""In the very words of the index: with parameters in their place SQLite would read every row."""
_WAITING = Query(
    select(_journal, _outbox.c.attempts)
    .join(_outbox, _outbox.c.sequence == _journal.c.sequence)
    .where(IS_WAITING, ~among(_outbox.c.sequence, "gone"))
    .order_by(_outbox.c.sequence)
    .limit(bindparam("most"))
)
_WAITING_OF = Query(
    select(_journal.c.event, _outbox.c.sequence)
    .join(_outbox, _outbox.c.sequence == _journal.c.sequence)
    .where(among(_journal.c.event, "events"), IS_WAITING)
)
_tail = (
    select(_redemption.c.tail)
    .where(_redemption.c.sequence == _outbox.c.sequence, _redemption.c.tail != "")
    .limit(1)
    .scalar_subquery()
)
_REFUSED = Query(
    select(_journal, _outbox.c.code, _outbox.c.reason, _outbox.c.notes, _tail.label("tail"))
    .join(_outbox, _outbox.c.sequence == _journal.c.sequence)
    .where(_outbox.c.state == State.REFUSED.value)
    .order_by(_outbox.c.sequence)
)
_MOVE = (
    update(_outbox)
    .where(
        _outbox.c.sequence.in_(bindparam("sequences", expanding=True)), _outbox.c.state == bindparam("before")
    )
    .values(state=bindparam("then"))
    .returning(_outbox.c.sequence)
)
_AGAIN = (
    update(_outbox)
    .where(_outbox.c.sequence > bindparam("after"), ~IS_WAITING)
    .values(state=State.RECORDED.value, code="", reason="", notes="[]", over=0, answered_at=None)
)
_PUT_OFF = update(_outbox).where(_at).values(state=State.RECORDED.value, attempts=_outbox.c.attempts + 1)
_SETTLE = (
    update(_outbox)
    .where(_at)
    .values({name: bindparam(name) for name in ("state", "code", "reason", "notes", "over", "answered_at")})
)


class Answered(Protocol):
    """The hub's word on one event; ``status`` is accepted, duplicate, refused or later."""

    @property
    def event(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def over(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is not answered: events, the tickets in them that still stand, and when the first of those was given.

    Where no ticket waits the time is that of the first event.
    """

    events: int = 0
    tickets: int = 0
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that the hub did not accept, kept with its reason.

    Attributes:
        kind: an `EventKind`'s value.
        body: the event's body, which names no card.
        tail: the end of the card's masked code, or "" where there is none or it is erased.
        is_whole: whether its card part is here still, where it has one.
    """

    sequence: int
    event: str
    hash: str
    kind: str
    at: datetime
    code: str
    reason: str
    notes: tuple[str, ...]
    body: dict[str, Any] = field(repr=False)
    tail: str = field(repr=False)
    is_whole: bool = True


def add(connection: Connection, sequence: int) -> None:
    """Let a journal entry wait for the hub."""
    _ADD.put(connection, [{"sequence": sequence, **_NEW}])


def unanswered(connection: Connection, limit: int, gone: Collection[int] = ()) -> tuple[Outgoing, ...]:
    """The first ``limit`` events without an answer, in the order of the chain, but for those of ``gone``.

    Whoever sends thousands says what has gone, instead of reading past it again and again.
    """
    return tuple(map(outgoing, _WAITING.rows(connection, {"most": limit, "gone": list(gone)})))


def mark_sent(connection: Connection, sequences: Iterable[int]) -> tuple[int, ...]:
    """Note that these events have been handed to the wire. Returns those that had not been before."""
    return _move(connection, sequences, State.RECORDED, State.SENT)


def mark_unsent(connection: Connection, sequences: Iterable[int]) -> None:
    """Take it back: the wire was never there, so these events cannot have arrived."""
    _move(connection, sequences, State.SENT, State.RECORDED)


def settle(connection: Connection, answers: Iterable[Answered], at: datetime) -> tuple[int, ...]:
    """Take the hub's answers.

    Returns:
        The entries that the hub has now accepted.
    """
    answers = tuple(answers)
    waiting = _unanswered_of(connection, [answer.event for answer in answers])
    put_off, settled, accepted = [], [], []
    for answer in answers:
        state = _ANSWERED.get(answer.status)
        if state is None and answer.event in waiting:
            put_off.append({"at_sequence": waiting[answer.event]})
        elif state is not None and answer.event in waiting:
            sequence = waiting.pop(answer.event)
            settled.append(_settled(sequence, state, answer, at))
            accepted += [sequence] if state is State.CONFIRMED else []
    if put_off:
        connection.execute(_PUT_OFF, put_off)
    if settled:
        connection.execute(_SETTLE, settled)
    return tuple(accepted)


def tell_again(connection: Connection, after: int) -> int:
    """Let the answered events after entry ``after`` wait once more: the hub has lost them. Returns how many."""
    return connection.execute(_AGAIN, {"after": after}).rowcount


def tell_fork_again(connection: Connection) -> int:
    """The same for all that was answered after the last accepted event: what the hub kept of a forked journal, and has lost."""
    accepted = select(func.max(_outbox.c.sequence)).where(_outbox.c.state == State.CONFIRMED.value)
    return tell_again(connection, connection.execute(accepted).scalar_one() or 0)


def waiting(connection: Connection) -> Waiting:
    """What is not answered."""
    # By the outbox alone, which is small: thousands of entries would take a tenth of a second to open.
    events = select(func.count(), func.min(_outbox.c.sequence)).where(IS_WAITING)
    columns = (
        _redemption.c.adults,
        _redemption.c.children,
        _redemption.c.assistants,
        _redemption.c.representatives,
    )
    # Not `VOIDED`, which would look for each of thousands on its own: few are undone.
    stands = _redemption.c.giving.not_in(select(_void.c.giving))
    tickets = (
        select(func.min(_redemption.c.sequence), *(func.coalesce(func.sum(column), 0) for column in columns))
        .join(_outbox, _outbox.c.sequence == _redemption.c.sequence)
        .where(stands)
    )
    count, first_event = connection.execute(events).one()
    which = [tickets.where(IS_WAITING)]
    if anew := _told_anew(connection):
        which.append(tickets.where(_redemption.c.event.in_(anew), ~IS_WAITING))
    rows = [connection.execute(each).one() for each in which]
    first = min((row[0] for row in rows if row[0] is not None), default=first_event)
    oldest = select(_journal.c.at).where(_journal.c.sequence == first)
    found = sum(sum(row[1:]) for row in rows)
    return Waiting(count, found, connection.execute(oldest).scalar() if count else None)


def refused(connection: Connection) -> tuple[Refused, ...]:
    """The events that the hub did not accept, oldest first."""
    return tuple(
        Refused(
            sequence=row.sequence,
            event=row.event,
            hash=row.hash,
            kind=row.kind,
            at=row.at,
            code=row.code,
            reason=row.reason,
            notes=tuple(json.loads(row.notes)),
            body=dict(header.body),
            tail=row.tail or "",
            is_whole=bool(row.cards) or not header.commitment,
        )
        for row in _REFUSED.rows(connection)
        for header in (parse(row.header),)
    )


def _told_anew(connection: Connection) -> list[str]:
    """The events whose tickets the hub has not heard of but by what tells them anew, and that is not answered."""
    return [event for event, news in corrections(connection).items() if newest(news).answered_at is None]


def _move(connection: Connection, sequences: Iterable[int], before: State, after: State) -> tuple[int, ...]:
    moved = {"sequences": list(sequences), "before": before.value, "then": after.value}
    return tuple(connection.execute(_MOVE, moved).scalars())


def _unanswered_of(connection: Connection, events: Sequence[str]) -> dict[str, int]:
    rows = _WAITING_OF.rows(connection, {"events": events}) if events else ()
    return {row.event: row.sequence for row in rows}


def _settled(sequence: int, state: State, answer: Answered, at: datetime) -> dict[str, object]:
    return {
        "at_sequence": sequence,
        "state": state.value,
        "code": answer.code,
        "reason": answer.reason,
        "notes": json.dumps(answer.notes),
        "over": min(answer.over, _MOST_OVER),
        "answered_at": at,
    }
