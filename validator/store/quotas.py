"""Quotas, and how much of them is used.

Rules
1. The hub's last word on a number is the one with the highest feed cursor of its present life, in whatever order the pages arrive.
2. A number set here holds until the hub has answered: then it becomes the hub's word, or (refused) is as if never set.
3. Rights are needed where the hub's own word is a strict number, whatever was set here since.
4. Used is what was given and not undone, and what reservations hold: by every desk of the venue, as far as this one knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    bindparam,
    delete,
    func,
    literal,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects.sqlite import insert

from validator.domain.quota import Quota, QuotaKey, QuotaMode, QuotaScope, QuotaState
from validator.store import schema
from validator.store.origin import Origin
from validator.store.redemptions import VOIDED
from validator.store.reservations import HELD

_quota = schema.quota
_change = schema.quota_change
_redemption = schema.redemption
_reservation = schema.reservation

_KEY = ("scope", "target", "visit")
_WORD = ("value", "mode", "sold_out")
_COLUMNS = (*_KEY, *_WORD, "version")
_DAYS: BindParameter[Sequence[date]] = bindparam("days", expanding=True)

_new = insert(_quota)
_HEARD = _new.on_conflict_do_update(
    index_elements=list(_KEY),
    set_={name: _new.excluded[name] for name in (*_WORD, "version")},
    where=_new.excluded.version > _quota.c.version,
)
"""The hub's word from the feed: only the later one."""
_ACCEPTED = _new.on_conflict_do_update(
    index_elements=list(_KEY), set_={name: _new.excluded[name] for name in _WORD}
)
"""A change of this desk's own that the hub has accepted; its place among the others' is still to be heard."""
_CHANGES = (
    select(_change)
    .where(_change.c.sequence.in_(bindparam("accepted", expanding=True)))
    .order_by(_change.c.sequence)
)
_waiting = select(schema.outbox.c.sequence).where(schema.outbox.c.state.in_(("recorded", "sent")))
_LET_GO = delete(_change).where(_change.c.sequence.not_in(_waiting))
_HEARD_STRICT, _SET_STRICT = (
    select(*(table.c[name] for name in _COLUMNS)).where(
        table.c.visit >= bindparam("since"), table.c.value > 0, table.c.mode == QuotaMode.STRICT.value
    )
    for table in (_quota, _change)
)

_both = union_all(
    select(*(_quota.c[name] for name in _COLUMNS), literal(0).label("sequence")).where(
        _quota.c.visit.in_(_DAYS)
    ),
    select(*(_change.c[name] for name in _COLUMNS), _change.c.sequence).where(_change.c.visit.in_(_DAYS)),
).subquery()
_NUMBERS = select(_both).order_by(_both.c.sequence)

_taken = union_all(
    *(
        select(table.c.venue, table.c.offer, table.c.performance, table.c.visit, table.c.quota_use).where(
            table.c.visit.in_(_DAYS), counts
        )
        for table, counts in ((_redemption, ~VOIDED), (_reservation, HELD))
    )
).subquery()
_places = (_taken.c.venue, _taken.c.offer, _taken.c.performance, _taken.c.visit)
_USED = select(*_places, func.sum(_taken.c.quota_use).label("used")).group_by(*_places)


def add(connection: Connection, numbers: Iterable[tuple[Quota, Origin]]) -> None:
    """Take numbers: as changes of this desk's own, or as the hub's word."""
    own, heard = [], []
    for quota, origin in numbers:
        if origin.sequence is None:
            heard.append(_row(quota, origin.cursor))
        else:
            own.append({"sequence": origin.sequence, **_row(quota, 0)})
    if own:
        connection.execute(insert(_change), own)
    if heard:
        connection.execute(_HEARD, heard)


def answered(connection: Connection, accepted: Sequence[int]) -> None:
    """Let answered changes of this desk's own go: the accepted become the hub's word, in order."""
    changes = connection.execute(_CHANGES, {"accepted": list(accepted)})
    if rows := [_row(_read(row), 0) for row in changes]:
        connection.execute(_ACCEPTED, rows)
    connection.execute(_LET_GO)


def forget_order(connection: Connection) -> None:
    """Let any word that comes now be later than those before: the hub counts anew."""
    connection.execute(update(_quota).values(version=0))


def states(connection: Connection, keys: Sequence[QuotaKey]) -> tuple[QuotaState, ...]:
    """The quota of each key, in the order asked, with what is used of it; a key without a number has the value None."""
    days = {"days": sorted({key.visit for key in keys})}
    # Of several numbers for one key the last row stands: this desk's own change after the hub's word.
    numbers: dict[QuotaKey, Quota] = {}
    leased: set[QuotaKey] = set()
    for row in connection.execute(_NUMBERS, days):
        quota = _read(row)
        numbers[quota.key] = quota
        if not row.sequence and quota.value is not None and quota.mode is QuotaMode.STRICT:
            leased.add(quota.key)
    used: dict[QuotaKey, int] = {}
    for row in connection.execute(_USED, days):
        for scope, target in zip(QuotaScope, (row.venue, row.offer, row.performance), strict=True):
            key = QuotaKey(scope, target, row.visit)
            used[key] = used.get(key, 0) + row.used
    return tuple(
        QuotaState(numbers.get(key) or Quota(key, None), used.get(key, 0), key in leased) for key in keys
    )


def strict_numbers(connection: Connection, since: date, *, unanswered: bool) -> frozenset[QuotaKey]:
    """From this date of visit on, the quotas with a strict number above 0, by the hub's word.

    Args:
        connection: the ledger's.
        since: the first day.
        unanswered: take also what was set here and the hub has not answered yet.
    """
    rows = (
        row
        for strict in ((_HEARD_STRICT, _SET_STRICT) if unanswered else (_HEARD_STRICT,))
        for row in connection.execute(strict, {"since": since})
    )
    return frozenset(_read(row).key for row in rows)


def _row(quota: Quota, version: int) -> dict[str, object]:
    return {
        "scope": quota.key.scope.value,
        "target": quota.key.target,
        "visit": quota.key.visit,
        "value": quota.value,
        "mode": quota.mode.value,
        "sold_out": int(quota.sold_out),
        "version": version,
    }


def _read(row: Row[tuple[object, ...]]) -> Quota:
    key = QuotaKey(QuotaScope(row.scope), row.target, row.visit)
    return Quota(key, row.value, QuotaMode(row.mode), bool(row.sold_out), row.version)
