"""Cases of this desk's venues as the hub tells them, and what managers said of them. No card is in any of it.

1. A case is one row by its id, however often it is told; the hub's latest word on it stands.
2. Settlings are booked by their events, this desk's own and the others' alike (`validator.store.bookings`), and are never removed:
   a case that is told again after it was forgotten is as settled as before.
3. One that the hub did not accept settles nothing: no other desk hears of it, and the case is open here as it is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from validator.domain.cases import Case, Said, Settling
from validator.store import facts, journal, outbox, schema
from validator.store.facts import Fact
from validator.store.identity import Identity
from validator.store.origin import Origin
from validator.store.prepared import Query, among

_told, _own, _settling = schema.case_told, schema.case_own, schema.settling
_redemption = schema.redemption

_CASE = TypeAdapter(Case)

_new = insert(_told)
_SAID = _new.on_conflict_do_update(
    index_elements=["id"], set_={name: _new.excluded[name] for name in ("kind", "venue", "opened_at", "told")}
)
_LINKED = insert(_own).on_conflict_do_nothing()
_ALL_TOLD = Query(select(_told).order_by(_told.c.opened_at.desc(), _told.c.id))
_outbox = schema.outbox
_ALL_SAID = Query(
    select(_settling)
    .outerjoin(_outbox, _outbox.c.sequence == _settling.c.sequence)
    .where(func.coalesce(_outbox.c.state, "") != outbox.State.REFUSED.value)
    .order_by(_settling.c.at, _settling.c.desk)
)
_ALL_OWN = Query(select(_own))
_TAILS = Query(
    select(_redemption.c.event, _redemption.c.tail).where(
        among(_redemption.c.event, "events"), _redemption.c.tail != ""
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """A case as the hub tells it.

    Attributes:
        own: the ids of this desk's own events in it.
        tails: of these events, the end of the card's masked code, as long as the desk has it.
        said: what managers said, the first one first.
    """

    case: Case
    own: frozenset[str]
    tails: Mapping[str, str] = field(repr=False)
    said: tuple[Said, ...]

    @property
    def is_settled(self) -> bool:
        """Whether somebody has settled all of it, or it ended by itself."""
        return self.case.is_settled(each.settling for each in self.said)


class Cases:
    """The cases, in a transaction of the ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def cursor(self) -> int:
        """How far the hub's cases have been heard."""
        return int(facts.fact(self._connection, Fact.CASE_CURSOR) or 0)

    def hear(self, cases: Iterable[tuple[Case, Iterable[str]]], cursor: int) -> None:
        """Take what the hub tells.

        Args:
            cases: each with the ids of this desk's own events in it.
            cursor: how far the cases have come with them.
        """
        for case, own in cases:
            row = {"id": case.id, "kind": case.kind, "venue": case.venue, "opened_at": case.opened_at}
            self._connection.execute(_SAID, row | {"told": _CASE.dump_json(case).decode()})
            self.link((case.id, event) for event in own)
        facts.put_fact(self._connection, Fact.CASE_CURSOR, str(cursor))

    def link(self, parts: Iterable[tuple[str, str]]) -> None:
        """Note that own events have a part in cases: pairs of a case's id and an event's."""
        rows = [{"case_id": case, "event": event} for case, event in parts]
        if rows:
            self._connection.execute(_LINKED, rows)

    def tell_anew(self, event: str, name: str, known: Identity) -> None:
        """Say once more, as ``name``, what an own event said that the hub did not accept. What it does was booked with that one."""
        entry = journal.add_again(self._connection, event, name, known.desk, known.signer)
        outbox.add(self._connection, entry.sequence)

    def told(self) -> tuple[Told, ...]:
        """Every case that the hub told and retention has left, the newest first."""
        own, said = self._own(), self.said()
        tails = self.tails({event for events in own.values() for event in events})
        rows = _ALL_TOLD.rows(self._connection)
        return tuple(
            Told(
                _CASE.validate_json(row.told),
                frozenset(mine := own.get(row.id, set())),
                {event: tails[event] for event in mine & tails.keys()},
                said.get(row.id, ()),
            )
            for row in rows
        )

    def tails(self, events: Collection[str]) -> Mapping[str, str]:
        """By event, the end of the masked code of the card that tickets were given for."""
        rows = _TAILS.rows(self._connection, {"events": list(events)}) if events else ()
        return {row.event: row.tail for row in rows}

    def said(self) -> Mapping[str, tuple[Said, ...]]:
        """What managers said, by case."""
        found = defaultdict[str, list[Said]](list)
        for row in _ALL_SAID.rows(self._connection):
            one = Settling(row.case_id, row.outcome, row.author, row.seen)
            found[row.case_id].append(Said(one, row.at, row.sequence is not None))
        return {case: tuple(each) for case, each in found.items()}

    def of_own(self) -> Mapping[str, frozenset[str]]:
        """By own event, the ids of the cases that it has a part in."""
        found = defaultdict[str, set[str]](set)
        for case, events in self._own().items():
            for event in events:
                found[event].add(case)
        return {event: frozenset(cases) for event, cases in found.items()}

    def forget(self, settled_before: datetime, before: datetime) -> None:
        """Retention: settled cases go first, the others once no limit counts their tickets any more."""
        gone = [
            each.case.id
            for each in self.told()
            if each.case.opened_at < (settled_before if each.is_settled else before)
        ]
        if gone:
            self._connection.execute(delete(_told).where(_told.c.id.in_(gone)))
            self._connection.execute(delete(_own).where(_own.c.case_id.in_(gone)))

    def _own(self) -> Mapping[str, set[str]]:
        found = defaultdict[str, set[str]](set)
        for row in _ALL_OWN.rows(self._connection):
            found[row.case_id].add(row.event)
        return found


def settling_row(settling: Settling, at: datetime, origin: Origin) -> dict[str, object]:
    """The row of a settling."""
    return {
        "desk": origin.desk,
        "event": origin.event,
        "sequence": origin.sequence,
        "case_id": settling.case,
        "outcome": settling.outcome,
        "author": settling.author,
        "seen": settling.seen,
        "at": at,
    }
