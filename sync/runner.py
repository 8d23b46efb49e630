"""The loop around the courier: one thread that keeps this desk and the hub in step for as long as the program runs.

1. One pass at a time. `wake` asks for one soon; otherwise there is one every `Rhythm.interval` seconds.
2. Being offline is a state with a reason and a time, not an error: the next try comes by itself, later and later up to
   `Rhythm.longest`, with jitter so that a hundred desks do not come back in the same second.
3. However often it is woken, there are `Rhythm.gap` seconds between two passes.
4. Where the hub says for how long to stay away, nothing wakes it before, up to `Rhythm.longest`.
5. Whatever a pass raises, the loop goes on: the world's errors become the reason, ours are logged with their trace.
6. Nothing sleeps. `stop` ends every wait at once and asks a running pass to end; `join` waits for the thread.

The callbacks run in this thread; whoever needs another one carries the value over.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sync.courier import Pass
from validator.clock import Clock
from validator.errors import KnownError

THREAD_NAME = "sync"
BUG = "bug"
"""The reason of a pass that failed by our own fault."""

_MOST_DOUBLINGS = 16
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Seconds: between good passes, between any two, before the first new try after a failure, and between tries at most."""

    interval: float = 15.0
    gap: float = 1.0
    first: float = 2.0
    longest: float = 60.0

    def delay(self, failures: int, chance: float) -> float:
        """How long to wait after so many failures in a row; ``chance`` is in [0, 1)."""
        if failures == 0:
            return self.interval
        full = min(self.longest, self.first * 2.0 ** min(failures - 1, _MOST_DOUBLINGS))
        return full * (0.5 + chance / 2)


@dataclass(frozen=True, slots=True)
class Connection:
    """What the status strip says of the line.

    Attributes:
        online: whether the last pass went through.
        since: when it became so; None before the first pass.
        reason: of an offline state, the error's key (`validator.errors.KnownError.key`), or `BUG`.
        heard_at: when the last pass went through, in this run of the program.
        working: whether a pass is under way.
        last: what the last good pass did.
        failures: passes in a row that did not go through.
        pause: seconds that the hub wants to be left alone for.
    """

    online: bool = False
    since: datetime | None = None
    reason: str = ""
    heard_at: datetime | None = None
    working: bool = False
    last: Pass | None = None
    failures: int = 0
    pause: float = 0.0


class Runner:
    """The loop. `start` it once; `stop` and `join` it before what it uses is closed.

    Args:
        carry: one pass; takes an event that asks it to end. Usually `sync.courier.Courier.carry`.
        clock: for the times in `Connection`.
        on_change: is told when a pass begins, and what came of it.
        chance: numbers in [0, 1) for the jitter.
    """

    def __init__(
        self,
        carry: Callable[[threading.Event], Pass],
        clock: Clock,
        on_change: Callable[[Connection], None] = lambda _: None,
        rhythm: Rhythm | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._carry = carry
        self._clock = clock
        self._on_change = on_change
        self._rhythm = rhythm or Rhythm()
        self._chance = chance
        self._connection = Connection()
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name=THREAD_NAME)

    @property
    def connection(self) -> Connection:
        """The state of the line now."""
        return self._connection

    def online(self) -> bool:
        """Whether the hub answered last time."""
        return self._connection.online

    def start(self) -> None:
        """Begin; the first pass starts at once."""
        self._thread.start()

    def wake(self) -> None:
        """Ask for a pass soon: there is something new to tell, or somebody wants to know."""
        self._wake.set()

    def stop(self) -> None:
        """Ask the loop to end, without waiting for it."""
        self._stop.set()
        self._wake.set()

    def join(self, timeout: float | None = None) -> bool:
        """Wait until the loop has ended; whether it has."""
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.clear()
            self._tell(replace(self._connection, working=True))
            self._tell(self._after(self._connection))
            alone = max(self._rhythm.gap, min(self._connection.pause, self._rhythm.longest))
            if self._stop.wait(alone):
                return
            delay = self._rhythm.delay(self._connection.failures, self._chance())
            self._wake.wait(max(0.0, delay - alone))

    def _after(self, before: Connection) -> Connection:
        """The state after one pass, whatever it raises."""
        pause = 0.0
        try:
            done = self._carry(self._stop)
        except KnownError as error:
            _log.info("no pass: %s: %s", error.key, error)
            reason, wait = error.key, error.details.get("retry_after")
            pause = float(wait) if isinstance(wait, int) else pause
        except Exception:  # noqa: BLE001  (rule 5)
            _log.exception("a pass failed")
            reason = BUG
        else:
            now = self._clock.now()
            since = before.since if before.online else now
            return Connection(online=True, since=since, heard_at=now, last=done)
        since = self._clock.now() if before.online or before.since is None else before.since
        failures = before.failures + 1
        return replace(
            before, online=False, since=since, reason=reason, working=False, failures=failures, pause=pause
        )

    def _tell(self, connection: Connection) -> None:
        self._connection = connection
        try:
            self._on_change(connection)
        except Exception:  # noqa: BLE001  (rule 5)
            _log.exception("a listener failed")
