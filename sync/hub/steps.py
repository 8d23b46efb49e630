"""From an older hub's tables to those of today: one step for each version, in the transaction that opens the database.

Steps only add. What a step does not know of the past (which rights an old event moved) was never there.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, update
from sqlalchemy.schema import CreateColumn

from sync.hub import schema


def bring_up(tx: Connection, version: int) -> None:
    """Take the steps from ``version`` to the program's own."""
    for step in _STEPS[version - 1 :]:
        step(tx)
    if version < schema.VERSION:
        tx.execute(update(schema.schema_version).values(version=schema.VERSION))


def _to_2(tx: Connection) -> None:
    """Leases, their epochs, and how far each desk has heard."""
    schema.leases.create(tx)
    (by_entry,) = (index for index in schema.feed.indexes if index.name == "feed_by_entry")
    by_entry.create(tx)
    for name in ("epoch", "forked_at", "feed_cursor"):
        told = CreateColumn(schema.desks.c[name]).compile(dialect=tx.dialect)
        tx.exec_driver_sql(f"ALTER TABLE {schema.desks.name} ADD COLUMN {told}")


_STEPS: tuple[Callable[[Connection], None], ...] = (_to_2,)
