"""How many requests a desk may make: far more than a desk in its senses does, so that one gone wild leaves the others their hub.

A desk may save up `BURST` requests, as many as a year's feed and a month's outbox take, and makes up `PER_SECOND` for each second.
Counted in each process of the hub by itself, and forgotten when it ends.
"""

from __future__ import annotations

import math
from threading import Lock

from sync.hub.refusals import SlowDown
from validator.clock import Clock

BURST = 600
PER_SECOND = 10.0


class Pace:
    """The requests of each desk. Safe between threads."""

    def __init__(self, clock: Clock, burst: int = BURST, per_second: float = PER_SECOND) -> None:
        self._clock, self._burst, self._per_second = clock, burst, per_second
        self._lock = Lock()
        self._saved: dict[str, tuple[float, float]] = {}

    def check(self, desk: str) -> None:
        """Let a request through.

        Raises:
            SlowDown: the desk has made too many.
        """
        with self._lock:
            now = self._clock.monotonic()
            saved, since = self._saved.get(desk, (self._burst, now))
            saved = min(self._burst, saved + (now - since) * self._per_second)
            may_go = saved >= 1
            self._saved[desk] = (saved - may_go, now)
        if not may_go:
            wait = math.ceil((1 - saved) / self._per_second)
            raise SlowDown("too many requests of this desk: wait", retry_after=wait)
