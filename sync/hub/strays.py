"""What a desk sent that has no place in its chain: kept as it came, by its digest, within bounds.

1. What holds under the desk's key is always kept: nobody but the desk can have written it.
2. Whoever has a desk's token can send what does not. Of that the hub keeps so much of each desk as a sound one does not have in
   years. What is more is put off, not refused: its desk still has it. What is kept already is answered as before.
3. What was put off counts as shown: those behind it are not held up, and its place in the chain can be held open for it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select, update

from sync.hub import schema
from sync.hub.cases import UNREADABLE
from sync.hub.database import Database
from sync.hub.intake import Stray

MOST = 1_000
MOST_BYTES = 16 * 1024 * 1024
"""Of one desk, without a place. A request that goes beyond may be the last that is kept whole."""

FULL = "the hub keeps no more items of this desk that its key did not sign"

_FORKED = "forked"

_log = logging.getLogger(__name__)


@dataclass
class Strays:
    """One desk's strays, open for one request. Whoever has them holds the desk's row."""

    database: Database
    tx: Connection
    desk: str
    now: datetime
    _put_off: set[str] = field(default_factory=set)
    _count: int = -1
    _bytes: int = 0

    def keep(self, stray: Stray, *, fork: str = "") -> bool:
        """Keep one; False where it is put off. ``fork`` is the hash of an entry that contradicts what the hub holds."""
        self._measure()
        if not stray.is_signed and self._is_full and not self._has(stray.digest):
            self._put_off.add(stray.digest)
            return False
        row = {
            "desk": self.desk,
            "digest": stray.digest,
            "sort": _FORKED if fork else UNREADABLE,
            "hash": fork,
            "reason": stray.reason,
            "received_at": self.now,
            "item": stray.item.raw,
            "placed": False,
        }
        was_full = self._is_full
        if self.database.put_new(self.tx, schema.strays, row) and not fork:
            self._count, self._bytes = self._count + 1, self._bytes + len(stray.item.raw)
        if self._is_full and not was_full:
            _log.warning("desk %s: %s; somebody else may have its token", self.desk, FULL)
        return True

    def loose(self) -> int:
        """How many items were shown that may belong to places that are missing."""
        self._measure()
        return self._count + len(self._put_off)

    def take(self, missing: int) -> None:
        """Take as many, the oldest first, for what belongs in places that are held open from now on."""
        table = schema.strays
        oldest = select(table.c.digest).where(*self._loose_ones).order_by(table.c.received_at).limit(missing)
        placed = list(self.tx.execute(oldest).scalars())
        mine = (table.c.desk == self.desk, table.c.digest.in_(placed))
        self.tx.execute(update(table).where(*mine).values(placed=True))
        for _ in range(missing - len(placed)):
            self._put_off.pop()
        self._count = -1

    def has_fork(self, sealed: str) -> bool:
        """Whether the entry of this hash was kept aside as a fork."""
        table = schema.strays
        wanted = select(table.c.digest).where(table.c.desk == self.desk, table.c.hash == sealed)
        return self.tx.execute(wanted).first() is not None

    @property
    def _is_full(self) -> bool:
        return self._count >= MOST or self._bytes >= MOST_BYTES

    @property
    def _loose_ones(self) -> tuple[ColumnElement[bool], ...]:
        table = schema.strays
        return table.c.desk == self.desk, table.c.sort == UNREADABLE, ~table.c.placed

    def _measure(self) -> None:
        if self._count < 0:
            size = func.coalesce(func.sum(func.length(schema.strays.c.item)), 0)
            count, held = self.tx.execute(select(func.count(), size).where(*self._loose_ones)).one()
            self._count, self._bytes = int(count), int(held)

    def _has(self, digest: str) -> bool:
        table = schema.strays
        wanted = select(table.c.digest).where(table.c.desk == self.desk, table.c.digest == digest)
        return self.tx.execute(wanted).first() is not None
