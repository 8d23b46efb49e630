"""What a desk sent that has no place in its chain: kept as it came, by its digest, within bounds.

1. What holds under the desk's key is always kept: nobody but the desk can have written it. It is kept once, by its header: whoever
   has seen it can put another card part beside it as often as they like. The card part that the desk signed takes the place of
   another one, and what came again is answered as before.
2. Whoever has a desk's token can send what does not. Of that the hub keeps so much of each desk as a sound one does not have in
   years. What is more is put off, not refused: its desk still has it. What is kept already is answered as before.
3. What was put off counts as shown: those behind it are not held up, and its place in the chain can be held open for it. So does
   what was kept and let go since (`sync.hub.setaside`).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, select, update

from sync.hub import schema
from sync.hub.cases import UNREADABLE
from sync.hub.database import Database
from sync.hub.intake import Stray, is_whole

MOST = 1_000
MOST_BYTES = 16 * 1024 * 1024
"""Of one desk, without a place. A request that goes beyond may be the last that is kept whole."""

LIFE = timedelta(days=366)
"""How long an item that no key signed is kept once nobody waits for it any more."""

FULL = "the hub keeps no more items of this desk that its key did not sign"

FORKED = "forked"
"""The sort of a stray that contradicts what the hub holds."""

_log = logging.getLogger(__name__)


@dataclass
class Strays:
    """One desk's strays, open for one request. Whoever has them holds the desk's row."""

    database: Database
    tx: Connection
    desk: str
    now: datetime
    _put_off: set[str] = field(default_factory=set)
    _loose: int = -1
    _count: int = 0
    _bytes: int = 0

    def keep(self, stray: Stray, *, fork: str = "") -> str:
        """Keep one; the digest by which it is kept, or "" where it is put off.

        Args:
            stray: the item.
            fork: the hash of an entry that contradicts what the hub holds.
        """
        self._measure()
        if stray.sealed and (held := self._signed(stray.sealed)) is not None:
            return self._again(held, stray)
        if not stray.sealed and self._is_full and not self._has(stray.digest):
            self._put_off.add(stray.digest)
            return ""
        row = {
            "desk": self.desk,
            "digest": stray.digest,
            "sort": FORKED if fork else UNREADABLE,
            "hash": fork,
            "reason": stray.reason,
            "received_at": self.now,
            "item": stray.item.raw,
            "placed": False,
            "signed": stray.sealed,
        }
        was_full = self._is_full
        if self.database.put_new(self.tx, schema.strays, row) and not fork:
            self._loose += 1
            if not stray.sealed:
                self._count, self._bytes = self._count + 1, self._bytes + len(stray.item.raw)
        if self._is_full and not was_full:
            _log.warning("desk %s: %s; somebody else may have its token", self.desk, FULL)
        return stray.digest

    def loose(self) -> int:
        """How many items were shown that may belong to places that are missing."""
        self._measure()
        return self._loose + len(self._put_off)

    def take(self, missing: int) -> None:
        """Take as many, the oldest first, for what belongs in places that are held open from now on."""
        table = schema.strays
        oldest = select(table.c.digest).where(*self._loose_ones).order_by(table.c.received_at).limit(missing)
        placed = list(self.tx.execute(oldest).scalars())
        mine = (table.c.desk == self.desk, table.c.digest.in_(placed))
        self.tx.execute(update(table).where(*mine).values(placed=True))
        for _ in range(missing - len(placed)):
            self._put_off.pop()
        self._loose = -1

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
        if self._loose < 0:
            table = schema.strays
            counts = and_(table.c.signed == "", table.c.emptied_at.is_(None))
            size = func.coalesce(func.sum(case((counts, func.length(table.c.item)), else_=0)), 0)
            many = func.coalesce(func.sum(case((counts, 1), else_=0)), 0)
            wanted = select(func.count(), many, size).where(*self._loose_ones)
            self._loose, self._count, self._bytes = (int(each) for each in self.tx.execute(wanted).one())

    def _again(self, held: Row[str, bytes], stray: Stray) -> str:
        """Nothing more is kept of what is here, but for the card part that the desk signed."""
        if stray.is_whole and not is_whole(held.item):
            table = schema.strays
            mine = (table.c.desk == self.desk, table.c.digest == held.digest)
            self.tx.execute(update(table).where(*mine).values(item=stray.item.raw))
        return str(held.digest)

    def _signed(self, sealed: str) -> Row[str, bytes] | None:
        table = schema.strays
        wanted = select(table.c.digest, table.c.item).where(
            table.c.desk == self.desk, table.c.signed == sealed
        )
        return self.tx.execute(wanted.order_by(table.c.received_at, table.c.digest).limit(1)).first()

    def _has(self, digest: str) -> bool:
        table = schema.strays
        wanted = select(table.c.digest).where(table.c.desk == self.desk, table.c.digest == digest)
        return self.tx.execute(wanted).first() is not None
