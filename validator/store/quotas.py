"""Quotas, and how much of them is used.

Rules
1. The hub's last word on a number is the one with the highest feed cursor, in whatever order the pages arrive.
2. A number set here holds until the hub has answered: then it becomes the hub's word, or (refused) is as if never set.
3. Used is what was given and not undone, and what reservations hold: by every desk of the venue, as far as this one knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Column, Connection, Row, Table, delete, func, select, tuple_
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


def add(connection: Connection, quota: Quota, origin: Origin) -> None:
    """Take a number: as a change of this desk's own, or as the hub's word."""
    if origin.sequence is not None:
        connection.execute(insert(_change).values(sequence=origin.sequence, **_columns(quota)))
    else:
        known = _numbers(connection, _quota, [quota.key]).get(quota.key)
        if known is None or known.version < origin.cursor:
            _take(connection, replace(quota, version=origin.cursor))


def answered(connection: Connection, accepted: Iterable[int]) -> None:
    """Let answered changes of this desk's own go: the accepted become the hub's word, in order."""
    for sequence in sorted(accepted):
        row = connection.execute(select(_change).where(_change.c.sequence == sequence)).first()
        if row is not None:
            quota = _read(row)
            known = _numbers(connection, _quota, [quota.key]).get(quota.key)
            _take(connection, replace(quota, version=known.version if known else 0))
    waiting = select(schema.outbox.c.sequence).where(schema.outbox.c.state.in_(("recorded", "sent")))
    connection.execute(delete(_change).where(_change.c.sequence.not_in(waiting)))


def states(connection: Connection, keys: Sequence[QuotaKey]) -> tuple[QuotaState, ...]:
    """The quota of each key, in the order asked, with what is used of it; a key without a number has the value None."""
    numbers = {**_numbers(connection, _quota, keys), **_numbers(connection, _change, keys)}
    used = _used(connection, keys)
    return tuple(QuotaState(numbers.get(key) or Quota(key, None), used.get(key, 0)) for key in keys)


def _take(connection: Connection, quota: Quota) -> None:
    row = insert(_quota).values(**_columns(quota))
    word = {name: row.excluded[name] for name in ("value", "mode", "sold_out", "version")}
    connection.execute(row.on_conflict_do_update(index_elements=list(_KEY), set_=word))


def _columns(quota: Quota) -> dict[str, object]:
    return {
        "scope": quota.key.scope.value,
        "target": quota.key.target,
        "visit": quota.key.visit,
        "value": quota.value,
        "mode": quota.mode.value,
        "sold_out": int(quota.sold_out),
        "version": quota.version,
    }


def _numbers(connection: Connection, table: Table, keys: Sequence[QuotaKey]) -> dict[QuotaKey, Quota]:
    """The table's numbers for these keys; of several changes the last one."""
    wanted = [(key.scope.value, key.target, key.visit) for key in keys]
    order = [table.c.sequence] if "sequence" in table.c else []
    rows = select(table).where(tuple_(*(table.c[name] for name in _KEY)).in_(wanted)).order_by(*order)
    return {quota.key: quota for quota in map(_read, connection.execute(rows))}


def _read(row: Row[tuple[object, ...]]) -> Quota:
    key = QuotaKey(QuotaScope(row.scope), row.target, row.visit)
    return Quota(key, row.value, QuotaMode(row.mode), bool(row.sold_out), row.version)


def _used(connection: Connection, keys: Sequence[QuotaKey]) -> dict[QuotaKey, int]:
    used: dict[QuotaKey, int] = {}
    for scope in sorted({key.scope for key in keys}):
        mine = [key for key in keys if key.scope is scope]
        days, targets = sorted({key.visit for key in mine}), sorted({key.target for key in mine})
        for table, counts in ((_redemption, ~VOIDED), (_reservation, HELD)):
            target: Column[str] = table.c[scope.value]
            visit: Column[date] = table.c.visit
            rows = (
                select(target, visit, func.sum(table.c.quota_use))
                .where(visit.in_(days), target.in_(targets), counts)
                .group_by(target, visit)
            )
            for name, day, tickets in connection.execute(rows):
                key = QuotaKey(scope, name, day)
                used[key] = used.get(key, 0) + tickets
    return used
