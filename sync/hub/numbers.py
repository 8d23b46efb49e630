"""The numbers that managers set, as the hub books them: every change is kept, and what they come to together is what stands.

The rule is `validator.domain.numbers`; here is only where the changes lie. They are read back from the signed events themselves.
A change that can make no difference any more is marked as spent, so that a number that was set often costs no more than a new one.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, tuple_, update

from sync.hub import schema
from validator.domain.effects import QuotaSet, effect
from validator.domain.journal import parse
from validator.domain.numbers import Change, Merged, merge
from validator.domain.quota import QuotaKey

_changes = schema.quota_changes


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
    last = tx.execute(select(func.max(_changes.c.place)).where(*_at(key))).scalar_one() or 0
    row = {"scope": key.scope.value, "target": key.target, "visit": key.visit, "place": last + 1}
    tx.execute(insert(_changes).values(row | place | {"spent": change.name in merged.spent}))
    if gone := [entry for known, entry in before if known.name in merged.spent]:
        spent = tuple_(_changes.c.desk, _changes.c.sequence).in_(gone)
        tx.execute(update(_changes).where(*_at(key), spent).values(spent=True))
    return merged


def _alive(tx: Connection, key: QuotaKey) -> list[tuple[Change, tuple[str, int]]]:
    """The changes that may still make a difference, in their order, each with its event's desk and sequence."""
    events = schema.events
    wanted = (
        select(events.c.desk, events.c.sequence, events.c.header)
        .join(_changes, (_changes.c.desk == events.c.desk) & (_changes.c.sequence == events.c.sequence))
        .where(*_at(key), ~_changes.c.spent)
        .order_by(_changes.c.place)
    )
    found = []
    for row in tx.execute(wanted):
        header = parse(row.header)
        what = effect(header.kind, header.body, (), header.desk, header.at)
        if isinstance(what, QuotaSet):
            found.append((what.change(header.desk, header.id, header.at), (row.desk, row.sequence)))
    return found


def _at(key: QuotaKey) -> tuple[ColumnElement[bool], ...]:
    return _changes.c.scope == key.scope.value, _changes.c.target == key.target, _changes.c.visit == key.visit
