"""From an older hub's tables to those of today: one step for each version, in the transaction that opens the database.

Steps only add. What a step does not know of the past (which rights an old event moved) was never there.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection, Table, insert, inspect, select, update
from sqlalchemy.schema import CreateColumn

from sync.hub import caseschema, schema
from sync.hub.intake import sealed_by
from validator.domain.journal import EventKind


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


def _to_7(tx: Connection) -> None:
    """Every change of a number, where there was only the last one."""
    changes, events, feed = schema.quota_changes, schema.events, schema.feed
    changes.create(tx)
    told = (
        select(events.c.desk, events.c.sequence, events.c.venue, events.c.header)
        .join(feed, (feed.c.desk == events.c.desk) & (feed.c.sequence == events.c.sequence))
        .where(events.c.kind == EventKind.QUOTA.value)
        .order_by(feed.c.cursor)
    )
    places: Counter[tuple[str, str, date]] = Counter()
    rows: list[dict[str, object]] = []
    for row in tx.execute(told):
        body = json.loads(row.header)["body"]
        key = body["scope"], body["target"], date.fromisoformat(body["visit"])
        places[key] += 1
        at = dict(zip(("scope", "target", "visit"), key, strict=True))
        rows.append(
            at
            | {
                "place": places[key],
                "venue": row.venue,
                "desk": row.desk,
                "sequence": row.sequence,
                "spent": False,
            }
        )
    if rows:
        tx.execute(insert(changes), rows)


def _to_8(tx: Connection) -> None:
    """Cases. What was remarked before stands with its event alone, as it did."""
    caseschema.cases.create(tx)
    caseschema.case_sides.create(tx)


def _to_9(tx: Connection) -> None:
    """Cases that are told to desks, and settled. One that comes from before version 8 has their columns already."""
    table = caseschema.cases
    if "version" not in {column["name"] for column in inspect(tx).get_columns(table.name)}:
        _add(tx, table, "version", "ended_at")
        (by_version,) = (index for index in table.indexes if index.name == "cases_by_version")
        by_version.create(tx)
    caseschema.case_settlings.create(tx)
    names = tx.execute(select(table.c.id).order_by(table.c.opened_at, table.c.id)).scalars().all()
    for version, name in enumerate(names, start=1):
        tx.execute(update(table).where(table.c.id == name).values(version=version))
    tx.execute(insert(schema.counters).values(name="cases", value=len(names)))


def _to_10(tx: Connection) -> None:
    """What the desks' keys signed is told from what they did not, and the latter may be let go."""
    _add(tx, schema.strays, "signed", "emptied_at")
    strays, desks = schema.strays, schema.desks
    wanted = select(strays, desks.c.public_key).join(desks, desks.c.id == strays.c.desk)
    for row in tx.execute(wanted).all():
        mine = (strays.c.desk == row.desk, strays.c.digest == row.digest)
        sealed = sealed_by(row.public_key, row.item)
        tx.execute(update(strays).where(*mine).values(signed=row.hash or sealed))


def _to_11(tx: Connection) -> None:
    """Numbers are found by their venue and day: every desk's pass asks for those of the coming days."""
    (by_visit,) = schema.quotas.indexes
    by_visit.create(tx)


def _add(tx: Connection, table: Table, *names: str) -> None:
    for name in names:
        told = CreateColumn(table.c[name]).compile(dialect=tx.dialect)
        tx.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {told}")


_STEPS: tuple[Callable[[Connection], None], ...] = (
    _to_2,
    _to_3,
    _to_4,
    _to_5,
    _to_6,
    _to_7,
    _to_8,
    _to_9,
    _to_10,
    _to_11,
)
