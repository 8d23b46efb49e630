"""From an older hub's tables to those of today: one step for each version, in the transaction that opens the database.

Steps only add. What a step does not know of the past (which rights an old event moved) was never there.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Table, insert, update
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
    _add(tx, schema.desks, "epoch", "forked_at", "feed_cursor")


def _to_3(tx: Connection) -> None:
    """Shutting desks out, new tokens and new token keys, desks that come in again, and wrong codes counted for good."""
    _add(tx, schema.desks, "told_sequence", "revoked_at", "next_token_hash", "sealed_token")
    _add(tx, schema.enrolment_codes, "token_hash")
    for table in (schema.former_venues, schema.attempts, schema.old_tokens):
        table.create(tx)
    tx.execute(insert(schema.counters).values(name="attempts", value=0))


def _to_4(tx: Connection) -> None:
    """The hub's lives."""
    _add(tx, schema.desks, "life", "shown_sequence")


def _to_5(tx: Connection) -> None:
    """Requests counted for every process of the hub together."""
    schema.paces.create(tx)


def _to_6(tx: Connection) -> None:
    """Counts of those who asked in vain."""
    schema.demand.create(tx)


def _add(tx: Connection, table: Table, *names: str) -> None:
    for name in names:
        told = CreateColumn(table.c[name]).compile(dialect=tx.dialect)
        tx.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {told}")


_STEPS: tuple[Callable[[Connection], None], ...] = (_to_2, _to_3, _to_4, _to_5, _to_6)
