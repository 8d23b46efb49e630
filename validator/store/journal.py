"""The journal's rows: added, read, checked, and at the end of their time relieved of their cards. Never deleted."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from validator.domain.journal import (
    GENESIS,
    SALT_BYTES,
    Draft,
    EventKind,
    card_part,
    commitment,
    digest,
    parse,
    read_cards,
    seal,
)
from validator.signing import Signer, verifies
from validator.store import schema
from validator.store.prepared import Insertion, Query
from validator.store.prepared import among as one_of

_journal = schema.journal
_outbox = schema.outbox

_ADD = Insertion(insert(_journal))
_LAST = Query(select(_journal.c.sequence, _journal.c.hash).order_by(_journal.c.sequence.desc()).limit(1))
_OURS = Query(select(_journal.c.event).where(one_of(_journal.c.event, "events")))
_ENTRIES = (
    select(_journal, _outbox.c.attempts)
    .join(_outbox, _outbox.c.sequence == _journal.c.sequence)
    .where(_journal.c.sequence > bindparam("after"))
    .order_by(_journal.c.sequence)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event's place in the chain."""

    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An event as it travels: the exact signed bytes, and what opens the header's commitment.

    ``cards`` and ``salt`` are empty where no card is concerned, or where they have been erased. ``attempts`` counts how often the
    hub has put the event off.
    """

    sequence: int
    event: str
    header: bytes
    signature: bytes
    cards: bytes = field(default=b"", repr=False)
    salt: bytes = field(default=b"", repr=False)
    attempts: int = 0


class Flaw(StrEnum):
    """What is wrong with a journal entry."""

    UNREADABLE = "unreadable"
    OUT_OF_PLACE = "out_of_place"
    SIGNATURE = "signature"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Verification:
    """What reading the whole journal has shown.

    Attributes:
        entries: how many were read.
        erased: how many had their cards erased, as retention asks.
        first_bad: the sequence number of the first entry that does not hold, or None.
        flaw: what is wrong with it.
        head: the last good entry.
    """

    entries: int
    erased: int
    first_bad: int | None = None
    flaw: Flaw | None = None
    head: Entry = Entry(0, GENESIS)


def head(connection: Connection) -> Entry:
    """The last entry; number 0 with the hash GENESIS before the first."""
    row = _LAST.first(connection)
    return Entry(row.sequence, row.hash) if row else Entry(0, GENESIS)


def add(connection: Connection, draft: Draft, desk: str, signer: Signer, day: date) -> Entry:
    """Give the event its place in the chain, sign it and keep it.

    ``day`` is the day that the event is about; retention counts from it.
    """
    last = head(connection)
    salt = os.urandom(SALT_BYTES) if draft.cards else b""
    header = seal(draft, desk, last.sequence + 1, last.hash, salt)
    entry = Entry(last.sequence + 1, digest(header))
    row = {
        "sequence": entry.sequence,
        "event": draft.id,
        "kind": draft.kind.value,
        "at": draft.at,
        "day": day,
        "hash": entry.hash,
        "header": header,
        "signature": signer.sign(header),
        "cards": card_part(draft.cards) if draft.cards else b"",
        "salt": salt,
    }
    _ADD.put(connection, [row])
    return entry


def add_again(connection: Connection, event: str, name: str, desk: str, signer: Signer) -> Entry:
    """Say what an event of this journal said once more, as the event ``name``, with the time that it has; it names the old one."""
    row = connection.execute(select(_journal).where(_journal.c.event == event)).one()
    header = parse(row.header)
    body = {**header.body, "corrects": event}
    draft = Draft(name, EventKind(header.kind), header.at, header.rules, body, read_cards(row.cards))
    return add(connection, draft, desk, signer, row.day)


def among(connection: Connection, events: Sequence[str]) -> frozenset[str]:
    """Which of these events are this journal's own."""
    return (
        frozenset(row.event for row in _OURS.rows(connection, {"events": events})) if events else frozenset()
    )


def entries(connection: Connection, after: int = 0, limit: int = -1) -> Iterator[Outgoing]:
    """Every entry in order from the one after ``after``, answered or not."""
    return map(outgoing, connection.execute(_ENTRIES, {"after": after, "most": limit}))


def outgoing(row: Row[tuple[object, ...]]) -> Outgoing:
    """A journal row joined with its outbox row, as it travels."""
    return Outgoing(row.sequence, row.event, row.header, row.signature, row.cards, row.salt, row.attempts)


def verify(connection: Connection, public: bytes) -> Verification:
    """Read the whole journal: every number, link, commitment and signature by the desk's ``public`` key."""
    count, erased, last = 0, 0, Entry(0, GENESIS)
    for row in connection.execute(select(_journal).order_by(_journal.c.sequence)):
        flaw = _flaw(row, last, public)
        if flaw:
            return Verification(count, erased, last.sequence + 1, flaw, last)
        count, erased = count + 1, erased + (not row.cards and parse(row.header).commitment != "")
        last = Entry(row.sequence, row.hash)
    return Verification(count, erased, head=last)


def erase(connection: Connection, before: date, answered_before: datetime) -> tuple[int, ...]:
    """Erase card part and salt of old, answered entries; returns which.

    Only of events about days earlier than ``before``, and of those only what the hub answered before ``answered_before``: it may
    have to be told again.
    """
    due = (
        select(_journal.c.sequence)
        .join(_outbox, _outbox.c.sequence == _journal.c.sequence)
        .where(_journal.c.cards != b"", _journal.c.day < before)
        .where(_outbox.c.state.in_(("confirmed", "refused")), _outbox.c.answered_at < answered_before)
    )
    sequences = tuple(connection.execute(due).scalars())
    connection.execute(update(_journal).where(_journal.c.sequence.in_(due)).values(cards=b"", salt=b""))
    return sequences


def _flaw(row: Row[tuple[object, ...]], last: Entry, public: bytes) -> Flaw | None:
    try:
        header = parse(row.header)
    except ValueError:
        return Flaw.UNREADABLE
    if (
        (row.sequence, header.sequence, header.previous) != (last.sequence + 1, last.sequence + 1, last.hash)
        or row.hash != digest(row.header)
        or row.event != header.id
    ):
        return Flaw.OUT_OF_PLACE
    if not verifies(public, row.signature, row.header):
        return Flaw.SIGNATURE
    if row.cards and commitment(row.cards, row.salt) != header.commitment:
        return Flaw.CARDS
    return None
