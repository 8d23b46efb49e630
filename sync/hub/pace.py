"""How many requests a desk may make: far more than a desk in its senses does, so that one gone wild leaves the others their hub.

A desk may save up `BURST` requests, as many as a year's feed and a month's outbox take, and makes up `PER_SECOND` for each second.
Counted in the database, for every process of the hub together and over restarts. A process takes `AT_ONCE` out of what a desk has
saved and lets so many of its requests through without asking again: what is taken is gone, so all processes together never let
more through than there was.
"""

from __future__ import annotations

import math
from threading import Lock

from sqlalchemy import Connection, select, update

from sync.hub import schema
from sync.hub.database import Database
from sync.hub.refusals import SlowDown
from validator.clock import Clock

BURST = 600
PER_SECOND = 10.0
AT_ONCE = 20

_SET_BACK_SECONDS = 60.0
"""Further ahead no other machine's clock is: this one was set back."""


class Pace:
    """The requests of each desk. Safe between threads and between processes."""

    def __init__(
        self, database: Database, clock: Clock, burst: int = BURST, per_second: float = PER_SECOND
    ) -> None:
        self._database, self._clock, self._burst, self._per_second = database, clock, burst, per_second
        self._lock = Lock()
        self._taken: dict[str, int] = {}

    def check(self, desk: str) -> None:
        """Let a request of a desk that is there through.

        Raises:
            SlowDown: the desk has made too many.
        """
        with self._lock:
            left = self._taken.get(desk, 0)
            if left:
                self._taken[desk] = left - 1
                return
        with self._database.write() as tx:
            count = self._take(tx, desk)
        with self._lock:
            self._taken[desk] = self._taken.get(desk, 0) + count - 1

    def _take(self, tx: Connection, desk: str) -> int:
        """Take requests out of what the desk has saved; how many."""
        table, now = schema.paces, self._clock.now()
        # The first of a desk's requests, or several at once, make its row; then each waits for the others.
        self._database.put_new(tx, table, {"desk": desk, "saved": float(self._burst), "at": now})
        mine = table.c.desk == desk
        row = tx.execute(select(table).where(mine).with_for_update()).one()
        passed = (now - row.at).total_seconds()
        saved = min(float(self._burst), row.saved + max(0.0, passed) * self._per_second)
        if passed < -_SET_BACK_SECONDS:
            # What was counted in a time that is still to come must hold nobody up until then.
            saved = float(self._burst)
        count: int = min(AT_ONCE, math.floor(saved))
        if count < 1:
            wait = math.ceil((1 - saved) / self._per_second)
            raise SlowDown("too many requests of this desk: wait", retry_after=wait)
        tx.execute(update(table).where(mine).values(saved=saved - count, at=now))
        return count
