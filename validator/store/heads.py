"""The heads of the journal as the hub countersigned them: who holds the desk's own key can write another past, but not these.

Each is kept beside the place that it speaks of, so that a change is found between two of them. What the hub said of a place first
stays: a hub that says otherwise later has another journal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from validator.store import schema
from validator.store.prepared import Insertion, Query

_head = schema.head
_KEEP = Insertion(insert(_head).on_conflict_do_nothing())
_LAST = Query(select(_head).order_by(_head.c.sequence.desc()).limit(1))


@dataclass(frozen=True, slots=True)
class HubHead:
    """An entry's place and hash, and the hub's signature over both."""

    sequence: int
    hash: str
    signature: bytes


def keep(connection: Connection, said: HubHead) -> None:
    """Keep a head, its signature checked by the caller; there is none before the first entry."""
    if said.sequence > 0:
        row = {"sequence": said.sequence, "hash": said.hash, "signature": said.signature}
        _KEEP.put(connection, [row])


def last(connection: Connection) -> HubHead | None:
    """The head of the latest entry; None before the first."""
    row = _LAST.first(connection)
    return None if row is None else HubHead(row.sequence, row.hash, row.signature)


def all_of(connection: Connection) -> Iterator[HubHead]:
    """Every head, in the order of the journal."""
    rows = connection.execute(select(_head).order_by(_head.c.sequence))
    return (HubHead(row.sequence, row.hash, row.signature) for row in rows)
