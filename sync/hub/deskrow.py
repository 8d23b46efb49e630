"""A desk's own row: how far its journal goes, the epoch of its leases, what waits for it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from sync.hub import schema
from sync.hub.database import once

_ROW = select(schema.desks).where(schema.desks.c.id == bindparam("desk"))


def desk_row(tx: Connection, desk: str) -> Row[Any]:
    """The row of a desk that is there."""
    return once(tx, ("desk", desk), lambda: tx.execute(_ROW, {"desk": desk}).one())
