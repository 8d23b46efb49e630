"""Quotas, and how much of them is used.

Rules
1. What stands is what all changes of a number come to (`validator.domain.numbers`), in the order of the hub's feed whatever the
   order in which its pages arrive. The hub's word is the same without this desk's own changes that it has not accepted.
2. A change made here lies over the hub's word until the hub has answered: then it is part of it, or (refused) is as if never made.
3. Once the hub tells of a number in a new life of its own, what was heard of it in earlier lives is gone.
4. Rights are needed where the hub's own word is a strict number, whatever was set here since.
5. Used is what was given and not undone, and what reservations hold: by every desk of the venue, as far as this one knows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Table,
    and_,
    bindparam,
    delete,
    func,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.dialects.sqlite import insert

from validator.domain.effects import QuotaSet, effect, quota_body
from validator.domain.journal import EventKind
from validator.domain.numbers import Change, Merged, Number, merge, name_of
from validator.domain.quota import Quota, QuotaKey, QuotaMode, QuotaScope, QuotaState
from validator.errors import BugError
from validator.store import outbox, schema
from validator.store.origin import Origin
from validator.store.prepared import Query, among
from validator.store.redemptions import VOIDED
from validator.store.reservations import HELD

_quota = schema.quota
_change = schema.quota_change
_redemption = schema.redemption
_reservation = schema.reservation

_KEY = ("scope", "target", "visit")
_WORD = ("value", "mode", "sold_out", "version")

_new = insert(_change)
_TOLD = _new.on_conflict_do_update(
    index_elements=[*_KEY, "desk", "event"],
    set_={"cursor": _new.excluded.cursor, "answered": _new.excluded.answered},
)
_word = insert(_quota)
_SAID = _word.on_conflict_do_update(
    index_elements=list(_KEY), set_={name: _word.excluded[name] for name in _WORD}
)


def _this(table: Table) -> list[ColumnElement[bool]]:
    return [table.c[name] == bindparam(f"of_{name}") for name in _KEY]


_IS_OLD = and_(_change.c.cursor == 0, _change.c.answered == 1)
"""Heard in an earlier life of the hub."""

_FORGET_OLD = delete(_change).where(_IS_OLD, *_this(_change))
_FORGET_NUMBER = delete(_quota).where(*_this(_quota))
_CHANGES = Query(
    select(_change)
    .where(among(_change.c.visit, "days"))
    .order_by(_change.c.answered.desc(), _change.c.cursor.asc().nulls_last(), _change.c.sequence)
)
"""In the hub's order; what has no place in it yet comes last, in the journal's."""
_NUMBERS = Query(select(_quota).where(among(_quota.c.visit, "days")))
_STRICT = Query(
    select(_quota).where(
        _quota.c.visit >= bindparam("since"),
        _quota.c.value > 0,
        _quota.c.mode == QuotaMode.STRICT.value,
    )
)
_names_of = [_change.c[name] for name in _KEY]
_OWN_SINCE = Query(select(*_names_of).where(_change.c.answered == 0, _change.c.visit >= bindparam("since")))
_is_waiting = (
    select(schema.outbox.c.sequence)
    .where(schema.outbox.c.sequence == _change.c.sequence, outbox.IS_WAITING)
    .exists()
)
_ANSWERED_NOW = Query(select(*_names_of).where(_change.c.answered == 0, ~_is_waiting))
_OWN_OF_DAYS = Query(select(*_names_of).where(_change.c.answered == 0, among(_change.c.visit, "days")))

_taken = union_all(
    *(
        select(table.c.venue, table.c.offer, table.c.performance, table.c.visit, table.c.quota_use).where(
            among(table.c.visit, "days"), counts
        )
        for table, counts in ((_redemption, ~VOIDED), (_reservation, HELD))
    )
).subquery()
_places = (_taken.c.venue, _taken.c.offer, _taken.c.performance, _taken.c.visit)
_USED = Query(select(*_places, func.sum(_taken.c.quota_use).label("used")).group_by(*_places))


@dataclass(frozen=True, slots=True)
class NumberState:
    """One number as this desk has it.

    Attributes:
        merged: what all changes come to that this desk knows of, its own unanswered ones over the hub's word.
        waiting: how many of its own the hub has not answered.
    """

    key: QuotaKey
    merged: Merged
    waiting: int = 0


Told = tuple[QuotaSet, Origin, datetime, str]
"""What was set, by which event, when, and at which venue."""


def add(connection: Connection, numbers: Iterable[Told]) -> None:
    """Take changes of numbers: this desk's own, or what the hub tells."""
    own, heard, keys = list[dict[str, object]](), list[dict[str, object]](), set[QuotaKey]()
    for done, origin, at, venue in numbers:
        is_own = origin.sequence is not None
        row = _names(done.quota.key) | {
            "desk": origin.desk,
            "event": origin.event,
            "sequence": origin.sequence,
            "cursor": None if is_own else origin.cursor,
            "answered": int(not is_own),
            "at": at,
            "body": json.dumps(quota_body(done.quota, venue, done.author, done.basis)),
        }
        (own if is_own else heard).append(row)
        keys |= set() if is_own else {done.quota.key}
    if own:
        connection.execute(insert(_change), own)
    if heard:
        connection.execute(_TOLD, heard)
        connection.execute(_FORGET_OLD, [_of(key) for key in keys])
        _say(connection, keys)


def answered(connection: Connection, accepted: Sequence[int]) -> None:
    """Let answered changes of this desk's own become the hub's word, or go where they were refused."""
    unanswered = _change.c.answered == 0
    mine = _ANSWERED_NOW.rows(connection)
    if not mine:
        return
    taken = update(_change).where(unanswered, _change.c.sequence.in_(accepted)).values(answered=1)
    connection.execute(taken)
    connection.execute(delete(_change).where(unanswered, ~_is_waiting))
    _say(connection, {_key(row) for row in mine})


def forget_order(connection: Connection) -> None:
    """Let any word that comes now be later than those before: the hub counts anew."""
    connection.execute(update(_change).where(_change.c.answered == 1).values(cursor=0))


def states(connection: Connection, keys: Sequence[QuotaKey]) -> tuple[QuotaState, ...]:
    """The quota of each key, in the order asked, with what is used of it; a key without a number has the value None."""
    days = {"days": sorted({key.visit for key in keys})}
    numbers = {_key(row): _read(row) for row in _NUMBERS.rows(connection, days)}
    leased = {
        key for key, quota in numbers.items() if quota.value is not None and quota.mode is QuotaMode.STRICT
    }
    own = {_key(row) for row in _OWN_OF_DAYS.rows(connection, days)}
    for state in _merged(connection, own):
        number = state.merged.number
        numbers[state.key] = Quota(state.key, number.value, number.mode, number.sold_out)
    used: dict[QuotaKey, int] = {}
    for row in _USED.rows(connection, days):
        for scope, target in zip(QuotaScope, (row.venue, row.offer, row.performance), strict=True):
            key = QuotaKey(scope, target, row.visit)
            used[key] = used.get(key, 0) + row.used
    return tuple(
        QuotaState(numbers.get(key) or Quota(key, None), used.get(key, 0), key in leased) for key in keys
    )


def numbers(connection: Connection, keys: Iterable[QuotaKey]) -> Mapping[QuotaKey, NumberState]:
    """What the changes of these numbers come to, and what of them is on its way."""
    keys = set(keys)
    found = {state.key: state for state in _merged(connection, keys)}
    return {key: found.get(key, NumberState(key, Merged(Number()))) for key in keys}


def disputed(connection: Connection, since: date) -> tuple[NumberState, ...]:
    """From this date of visit on, the numbers at which managers did not know of each other's changes, soonest first."""
    several = (
        select(*(_change.c[name] for name in _KEY))
        .where(_change.c.visit >= since)
        .group_by(*(_change.c[name] for name in _KEY))
        .having(func.count() > 1)
    )
    states = _merged(connection, {_key(row) for row in connection.execute(several)})
    found = (state for state in states if state.merged.is_disputed)
    return tuple(sorted(found, key=lambda state: (state.key.visit, state.key.scope, state.key.target)))


def strict_numbers(connection: Connection, since: date, *, unanswered: bool) -> frozenset[QuotaKey]:
    """From this date of visit on, the quotas with a strict number above 0, by the hub's word.

    Args:
        connection: the ledger's.
        since: the first day.
        unanswered: take also what was set here and the hub has not answered yet.
    """
    found = {_key(row) for row in _STRICT.rows(connection, {"since": since})}
    if unanswered:
        own = {_key(row) for row in _OWN_SINCE.rows(connection, {"since": since})}
        for state in _merged(connection, own):
            number = state.merged.number
            if number.value and number.mode is QuotaMode.STRICT:
                found.add(state.key)
    return frozenset(found)


def _say(connection: Connection, keys: Iterable[QuotaKey]) -> None:
    """Write down the hub's word on these numbers, and let go what can make no difference to it any more."""
    keys = set(keys)
    rows, spent, gone = [], [], set(keys)
    for key, changes in _by_key(connection, keys).items():
        found = [row for row in changes if row.answered == 1]
        if not found:
            continue
        merged = merge(_read_change(row) for row in found)
        number = merged.number
        gone.discard(key)
        rows.append(
            _names(key)
            | {
                "value": number.value,
                "mode": number.mode.value,
                "sold_out": int(number.sold_out),
                "version": max(row.cursor or 0 for row in found),
            }
        )
        spent += [
            (*_names(key).values(), row.desk, row.event)
            for row in found
            if name_of(row.desk, row.event) in merged.spent and row.cursor is not None
        ]
    if rows:
        connection.execute(_SAID, rows)
    if spent:
        named = tuple_(*(_change.c[name] for name in (*_KEY, "desk", "event")))
        connection.execute(delete(_change).where(named.in_(spent)))
    if gone:
        connection.execute(_FORGET_NUMBER, [_of(key) for key in gone])


def _merged(connection: Connection, keys: Iterable[QuotaKey]) -> list[NumberState]:
    return [
        NumberState(key, merge(_read_change(row) for row in rows), sum(not row.answered for row in rows))
        for key, rows in _by_key(connection, set(keys)).items()
    ]


def _by_key(connection: Connection, keys: set[QuotaKey]) -> dict[QuotaKey, list[Row[tuple[object, ...]]]]:
    """The changes of these numbers."""
    found = defaultdict(list)
    for row in _CHANGES.rows(connection, {"days": sorted({key.visit for key in keys})}) if keys else ():
        if (key := _key(row)) in keys:
            found[key].append(row)
    return found


def _read_change(row: Row[tuple[object, ...]]) -> Change:
    done = effect(EventKind.QUOTA, json.loads(row.body), (), row.desk, row.at)
    if not isinstance(done, QuotaSet):
        raise BugError("a change of a number that is none")
    return done.change(row.desk, row.event, row.at)


def _of(key: QuotaKey) -> dict[str, object]:
    return {f"of_{name}": value for name, value in _names(key).items()}


def _names(key: QuotaKey) -> dict[str, object]:
    return {"scope": key.scope.value, "target": key.target, "visit": key.visit}


def _key(row: Row[tuple[object, ...]]) -> QuotaKey:
    return QuotaKey(QuotaScope(row.scope), row.target, row.visit)


def _read(row: Row[tuple[object, ...]]) -> Quota:
    return Quota(_key(row), row.value, QuotaMode(row.mode), bool(row.sold_out), row.version)
