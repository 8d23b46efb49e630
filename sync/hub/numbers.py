"""The numbers that managers set, as the hub books them: every change is kept, and what they come to together is what stands.

The rule is `validator.domain.numbers`; here is only where the changes lie. They are read back from the signed events themselves.
A change that can make no difference any more is marked as spent, so that a number that was set often costs no more than a new one.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, tuple_, update

from sync.hub import schema
from validator.domain.effects import QuotaSet, effect
from validator.domain.journal import parse
from validator.domain.numbers import Change, Merged, merge
from validator.domain.quota import QuotaKey

_changes, _events = schema.quota_changes, schema.events
_AT = [_changes.c[name] == bindparam(f"of_{name}") for name in ("scope", "target", "visit")]
_ALIVE = (
    select(_events.c.desk, _events.c.sequence, _events.c.header)
    .join(_changes, (_changes.c.desk == _events.c.desk) & (_changes.c.sequence == _events.c.sequence))
    .where(*_AT, ~_changes.c.spent)
    .order_by(_changes.c.place)
)
_LAST = select(func.max(_changes.c.place)).where(*_AT)
_SPENT = (
    update(_changes)
    .where(*_AT, tuple_(_changes.c.desk, _changes.c.sequence).in_(bindparam("gone", expanding=True)))
    .values(spent=True)
)


def add(tx: Connection, key: QuotaKey, change: Change, place: dict[str, Any]) -> Merged:
    """Keep one change more, in the event's own savepoint; what all of them come to.

    Args:
        tx: holds the venue's lock, so that changes have one order.
        key: the number.
        change: what is new.
        place: venue, desk and sequence of its event.
    """
    before = _alive(tx, key)
    merged = merge([*(known for known, _ in before), change])
    last = tx.execute(_LAST, _at(key)).scalar_one() or 0
    row = {"scope": key.scope.value, "target": key.target, "visit": key.visit, "place": last + 1}
    tx.execute(insert(_changes), row | place | {"spent": change.name in merged.spent})
    if gone := [entry for known, entry in before if known.name in merged.spent]:
        tx.execute(_SPENT, _at(key) | {"gone": gone})
    return merged


def _alive(tx: Connection, key: QuotaKey) -> list[tuple[Change, tuple[str, int]]]:
    """The changes that may still make a difference, in their order, each with its event's desk and sequence."""
    found = []
    for row in tx.execute(_ALIVE, _at(key)):
        header = parse(row.header)
        what = effect(header.kind, header.body, (), header.desk, header.at)
        if isinstance(what, QuotaSet):
            found.append((what.change(header.desk, header.id, header.at), (row.desk, row.sequence)))
    return found


def _at(key: QuotaKey) -> dict[str, Any]:
    return {"of_scope": key.scope.value, "of_target": key.target, "of_visit": key.visit}
