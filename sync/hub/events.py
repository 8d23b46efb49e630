"""What a desk pushes: each event judged alone, booked with its effect, and answered.

1. One request is one transaction, each event in it a savepoint. Event, effect and the desk's head move together or not at all.
2. An event is known by its place in the desk's chain and its hash, for good: sent again, it is answered again and does
   nothing. A refused event is answered "refused" every time, never "duplicate": its desk may not have heard the first answer.
3. An event that is next in the chain is always kept and the head moves on; what the hub does not understand or does not
   grant is kept opaque and answered "refused", so that the chain has no gap and the next event is not held up.
4. An event further on is answered "later", unless the desk has shown items without a place: those may be what is missing.
   Then the missing places are held open, and filled when their bytes come.
5. An event that contradicts what the hub holds (the same place, other bytes) is a fork: refused, and kept as a stray, once. So is
   what follows it. Of what a desk's key did not sign the hub keeps only so much (`sync.hub.strays`).
6. An event over which the hub itself fails (a bug) is refused as a fault, kept opaque, and logged without a word of what it
   says. Only what the whole database suffers from (full, busy, cut off) stops the request, and then nothing was taken.
7. What a desk tells after it was shut out is booked all the same: the tickets were given. Its reason says so, every time it is
   answered. Only a manager's word (numbers, settlings) is no longer its to say.
8. Everything is kept with the desk's own time, sequence and decision beside the hub's time and notes.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, InternalError, OperationalError

from sync.hub import schema
from sync.hub.booking import Books, Filed, Poison
from sync.hub.cases import Cases, Side
from sync.hub.database import FEED, Database, advance
from sync.hub.deskrow import desk_row
from sync.hub.feed import is_tellable
from sync.hub.intake import Entry, Item, Stray, is_plain, place
from sync.hub.rights import lock_venues
from sync.hub.strays import FULL, Strays
from sync.wire import EVENTS_PER_PASS, Answer
from validator.domain.cases import CaseKind, case_id
from validator.domain.journal import EventKind, commitment, read_cards
from validator.domain.refusal import Refusal
from validator.domain.verdict import Reason
from validator.errors import KnownError

_log = logging.getLogger(__name__)

ACCEPTED, REFUSED, DUPLICATE, LATER = "accepted", "refused", "duplicate", "later"
_MISSING = "missing"
_FAULT = Refusal.FAULT.says("the hub failed over this event; it is kept as it is")

REVOKED = Refusal.REVOKED.says("the desk had been shut out when this came")

_WORLD = (KnownError, OperationalError, InterfaceError, InternalError, MemoryError)
"""What goes wrong with the database or the machine, whichever event is in hand: the savepoint may be gone with it."""

_FED = {
    EventKind.REDEMPTION,
    EventKind.VOID,
    EventKind.RESERVATION,
    EventKind.RELEASE,
    EventKind.QUOTA,
    EventKind.SETTLE,
}
"""Kinds that other desks of the venue hear of."""

_WORDS = {EventKind.QUOTA, EventKind.SETTLE}
"""Kinds that tell of no ticket: a manager's word."""

_NOTHING: dict[str, object] = {
    **dict.fromkeys(("event", "kind", "venue", "rules", "decided"), ""),
    **dict.fromkeys(("header", "signature", "cards", "salt"), b""),
    "status": _MISSING,
    "reason": "its bytes have not come",
    "notes": "[]",
    "over": 0,
}
"""The row of a place that is held open."""

_desks, _events = schema.desks, schema.events
_LOCK = (
    select(_desks.c.head_sequence, _desks.c.head_hash)
    .where(_desks.c.id == bindparam("desk"))
    .with_for_update()
)
_CLOSE = (
    update(_desks)
    .where(_desks.c.id == bindparam("this"))
    .values(head_sequence=bindparam("last"), head_hash=bindparam("sealed"), seen_at=bindparam("now"))
)
_PLACE = select(_events).where(
    _events.c.desk == bindparam("desk"), _events.c.sequence == bindparam("sequence")
)
_NAMED = select(_events.c.sequence).where(
    _events.c.desk == bindparam("desk"), _events.c.event == bindparam("event")
)


@dataclass
class Journal:
    """One desk's journal at the hub, open for one request."""

    database: Database
    tx: Connection
    desk: str
    public_key: bytes
    venues: frozenset[str]
    now: datetime
    revoked: bool = False
    sequence: int = 0
    hash: str = ""
    forked: bool = False
    quotas: set[tuple[str, date]] = field(default_factory=set)
    _fed: list[dict[str, Any]] = field(default_factory=list)
    _strays: Strays = field(init=False)
    _cases: Cases = field(init=False)

    def __post_init__(self) -> None:
        self._strays = Strays(self.database, self.tx, self.desk, self.now)
        self._cases = Cases(self.database, self.tx, self.now)

    def receive(self, items: Sequence[Item]) -> tuple[Answer, ...]:
        """Judge and book events; one answer for each, in their order. `close` comes after."""
        self._lock()
        # A pass too long is not refused: its end is asked for again, without a look at it.
        taken = [place(item, self.desk, self.public_key) for item in items[:EVENTS_PER_PASS]]
        answers = [self._stray(each) for each in taken if isinstance(each, Stray)]
        entries = sorted(
            (each for each in taken if isinstance(each, Entry)), key=lambda entry: entry.sequence
        )
        answers += [self._entry(entry) for entry in entries]
        answers += [_answer(Stray(each, ""), LATER) for each in items[EVENTS_PER_PASS:]]
        return tuple(sorted(answers, key=lambda answer: answer.position))

    def _lock(self) -> None:
        """Wait for whoever else writes to these venues or this journal, always in the same order."""
        lock_venues(self.tx, self.venues)
        self.sequence, self.hash = self.tx.execute(_LOCK, {"desk": self.desk}).one()

    def close(self) -> None:
        """Move the head, and let other desks hear. The last thing in the transaction."""
        head = {"this": self.desk, "last": self.sequence, "sealed": self.hash, "now": self.now}
        self.tx.execute(_CLOSE, head)
        if self._fed:
            # This number is what every other writer waits for.
            cursor = advance(self.tx, FEED, len(self._fed)) - len(self._fed)
            rows = [row | {"cursor": number} for number, row in enumerate(self._fed, start=cursor + 1)]
            self.tx.execute(insert(schema.feed), rows)
        self._cases.close()

    def _stray(self, stray: Stray, *, fork: str = "") -> Answer:
        kept = self._strays.keep(stray, fork=fork)
        if not kept:
            return _answer(stray, LATER, reason=FULL)
        side, cases = Side(self.desk, kept), self._cases
        case = (cases.of_fork if fork else cases.of_refusal)(side, min(self.venues, default=""))
        return _answer(stray, REFUSED, reason=stray.reason, case=case)

    def _entry(self, entry: Entry) -> Answer:
        known = self._at(entry.sequence)
        if known is not None and known.status == _MISSING and known.hash in {"", entry.hash}:
            return self._accept(entry, fills=True)
        if known is not None and known.hash == entry.hash:
            return _again(entry, known)
        missing = entry.sequence - self.sequence - 1
        if missing > 0 and not self._strays.has_fork(entry.previous):
            if self._strays.loose() < missing:
                return _answer(entry, LATER)
            self._hold_open(entry)
            return self._accept(entry)
        if missing == 0 and entry.previous == self.hash:
            return self._accept(entry)
        reason = Refusal.FORKED.says("the hub holds another entry in this place of the desk's journal")
        case = self._stray(Stray(entry.item, reason, entry.hash), fork=entry.hash).case
        self.forked = True
        return _answer(entry, REFUSED, reason=reason, case=case)

    def _accept(self, entry: Entry, *, fills: bool = False) -> Answer:
        filed, reason = Filed(), ""
        try:
            with self.tx.begin_nested():
                filed = self._book(entry)
        except Poison as poison:
            reason = str(poison)
        except (DataError, IntegrityError, OverflowError):
            reason = Refusal.SENSELESS.says(
                "the event contradicts what the hub holds, or a number is out of all bounds"
            )
        except _WORLD:
            raise
        except Exception as error:  # noqa: BLE001  whatever it is, the events behind this one are not held up by it
            reason = _FAULT
            _log.error("entry %d of desk %s: %s", entry.sequence, self.desk, _where(error))
        self._keep(entry, filed, reason, fills=fills)
        side, cases = Side(self.desk, entry.hash, entry.sequence), self._cases
        cases.end_unread(entry, self.desk, fills=fills)
        if not reason:
            cases.of_entry(side, entry.id, filed, is_late=self.revoked)
        if not fills:
            self.sequence, self.hash = entry.sequence, entry.hash
        if reason:
            case = cases.of_refusal(side, self._venue_of(entry))
            return _answer(entry, REFUSED, reason=reason, case=case)
        if entry.header is not None and entry.header.kind in _FED:
            # What is about no date of visit is as old as its coming.
            visit = self.now.date() if entry.header.kind == EventKind.SETTLE else filed.visit
            place_in_feed = {"venue": filed.venue, "visit": visit, "desk": self.desk}
            self._fed.append(place_in_feed | {"sequence": entry.sequence})
            if entry.header.kind == EventKind.QUOTA and filed.visit is not None:
                self.quotas.add((filed.venue, filed.visit))
        return _answer(
            entry, ACCEPTED, reason=self._remark, notes=filed.remarks.codes, over=filed.remarks.over
        )

    def _venue_of(self, entry: Entry) -> str:
        """Whose case an event is that was not accepted: the venue that it names, if it is the desk's."""
        named = None if entry.header is None else entry.header.body.get("venue")
        is_ours = isinstance(named, str) and named in self.venues
        return str(named) if is_ours else min(self.venues, default="")

    @property
    def _remark(self) -> str:
        return REVOKED if self.revoked else ""

    def _book(self, entry: Entry) -> Filed:
        header, event = entry.header, entry.event
        if header is None:
            raise Poison(Refusal.GARBLED, "the header cannot be read")
        if not entry.id:
            raise Poison(Refusal.SENSELESS, "the event's id is no plain text")
        if self.tx.execute(_NAMED, {"desk": self.desk, "event": entry.id}).first() is not None:
            raise Poison(Refusal.SENSELESS, "the event's id was used before")
        if header.commitment or event.cards or event.salt:
            if not event.cards:
                raise Poison(Refusal.GARBLED, "the cards are not told")
            if commitment(event.cards, event.salt) != header.commitment:
                raise Poison(Refusal.GARBLED, "the cards do not fit the commitment")
        try:
            cards = read_cards(event.cards)
        except ValueError as error:
            raise Poison(Refusal.GARBLED, str(error)) from error
        if self.revoked and header.kind in _WORDS:
            raise Poison(Refusal.REVOKED, "a desk that was shut out sets no numbers and settles nothing")
        filed = Books(self.database, self.tx, self.venues).book(header, cards)
        if header.kind in _FED and not is_tellable(header):
            raise Poison(
                Refusal.SENSELESS,
                "other desks could not be told of it: its body is nested too deep, or has broken signs",
            )
        return filed

    def _keep(self, entry: Entry, filed: Filed, reason: str, *, fills: bool) -> None:
        header, event = entry.header, entry.event
        row = {
            "hash": entry.hash,
            "event": entry.id,
            "kind": _short(header and header.kind),
            "venue": filed.venue,
            "rules": _short(header and header.rules),
            "decided": _short(header and header.body.get("code"), 16),
            "occurred_at": _utc(header.at) if header else None,
            "received_at": self.now,
            "header": event.header,
            "signature": event.signature,
            "cards": event.cards,
            "salt": event.salt,
            "status": REFUSED if reason else ACCEPTED,
            "reason": reason or self._remark,
            "notes": json.dumps(filed.remarks.codes),
            "over": filed.remarks.over,
        }
        if fills:
            mine = (_events.c.desk == self.desk, _events.c.sequence == entry.sequence)
            self.tx.execute(update(_events).where(*mine).values(row))
        else:
            self.tx.execute(insert(_events), {"desk": self.desk, "sequence": entry.sequence, **row})

    def _hold_open(self, entry: Entry) -> None:
        """Hold the places before ``entry`` open, and take as many strays for what belongs there."""
        for sequence in range(self.sequence + 1, entry.sequence):
            # The entry itself says the hash of the one before it.
            known = entry.previous if sequence == entry.sequence - 1 else ""
            row = dict(_NOTHING, desk=self.desk, sequence=sequence, hash=known, received_at=self.now)
            self.tx.execute(insert(_events), row)
        self._strays.take(entry.sequence - self.sequence - 1)
        self.sequence, self.hash = entry.sequence - 1, entry.previous

    def _at(self, sequence: int) -> Row[Any] | None:
        if not 0 < sequence <= self.sequence:
            return None
        return self.tx.execute(_PLACE, {"desk": self.desk, "sequence": sequence}).one()


def head_of(tx: Connection, desk: str) -> tuple[int, str]:
    """Sequence and hash of the last entry of a desk's journal that the hub holds."""
    row = desk_row(tx, desk)
    return row.head_sequence, row.head_hash


def _answer(
    at: Entry | Stray,
    status: str,
    *,
    code: str = "",
    reason: str = "",
    notes: tuple[str, ...] = (),
    over: int = 0,
    case: str = "",
) -> Answer:
    return Answer(
        event=at.id if isinstance(at, Entry) else "",
        sequence=at.sequence if isinstance(at, Entry) else 0,
        status=status,
        code=code or (Reason.REJECTED_DATA.value if status == REFUSED else ""),
        reason=reason,
        notes=notes,
        position=at.item.position,
        over=over,
        case=case,
    )


def _again(entry: Entry, known: Row[Any]) -> Answer:
    """The answer to an event that was answered before."""
    if known.status == REFUSED:
        case = case_id(CaseKind.REFUSED, known.desk, known.hash)
        return _answer(entry, REFUSED, reason=known.reason, case=case)
    notes = tuple(json.loads(known.notes))
    return _answer(
        entry,
        DUPLICATE,
        code=Reason.ALREADY_RECEIVED.value,
        reason=known.reason,
        notes=notes,
        over=known.over,
    )


def _where(error: Exception) -> str:
    """The error's kind and place. Its own text may quote the event, and a log is no place for cards."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {frame.name}, {frame.filename}:{frame.lineno}"


def _short(text: object, most: int = 64) -> str:
    """A text for a narrow column, or "" where it does not fit it."""
    return text if isinstance(text, str) and len(text) <= most and is_plain(text) else ""


def _utc(instant: datetime) -> datetime | None:
    """The instant in UTC; None at the very ends of time, where that overflows."""
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        return None
