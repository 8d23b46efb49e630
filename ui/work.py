"""One plain thread for everything that a screen asks of the desk, so that the screen itself never waits for a disk.

1. Work is done in the order in which it was asked for, one piece at a time. What only keeps the screen fresh comes behind the rest:
   a customer does not wait for a list to be read anew, and while the screen shows an answer nothing takes the interpreter from it.
2. Its result, or what it raised, comes back on the screen's thread through ``land``.
3. What was asked for before `DeskWork.stop` is still done: a ticket whose key was pressed is booked.
4. What comes back after the screen is gone is let go.

Nothing of the network runs here, and no decoding: pictures have a thread of their own.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeVar

from validator.errors import BugError, KnownError

Result = TypeVar("Result")
Closure = Callable[[], None]

REST = 0.04
"""Seconds behind an answer in which nothing is begun that nobody waits for."""

_log = logging.getLogger(__name__)


class When(IntEnum):
    """When a piece of work is done: at once, when nobody waits for anything, or as the very last."""

    NOW = 0
    IDLE = 1
    LAST = 2


@dataclass(frozen=True, slots=True, order=True)
class _Asked:
    when: When
    number: int
    work: Closure | None = field(default=None, compare=False)


class DeskWork:
    """The thread.

    Args:
        land: carries a closure over to the screen's thread; may be called from any thread.
        trouble: is told, on the screen's thread, what a piece of work raised that has no ``failed`` of its own.
        name: of the thread.
    """

    def __init__(
        self, land: Callable[[Closure], None], trouble: Callable[[Exception], None], name: str = "desk"
    ) -> None:
        self._land = land
        self._trouble = trouble
        self._asked: queue.PriorityQueue[_Asked] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._stopped = False
        self._urgent = threading.Event()
        self._rests_until = 0.0

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def submit(
        self,
        act: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        when: When = When.NOW,
    ) -> None:
        """Do ``act`` on the thread, then ``done`` or ``failed`` on the screen's.

        Args:
            act: the work.
            done: gets its result.
            failed: gets what it raised.
            when: whether somebody waits for it.

        Raises:
            BugError: the thread was stopped already.
        """
        if self._stopped:
            raise BugError("work was asked for after the end")
        told = failed or self._trouble

        def work() -> None:
            try:
                result = act()
            except Exception as error:  # noqa: BLE001  (whatever it is, the thread goes on and somebody is told)
                if not isinstance(error, KnownError):
                    _log.error("a piece of work failed: %s", type(error).__name__, exc_info=error)
                raised = error
                self._land(lambda: told(raised))
            else:
                self._land(lambda: done(result))

        self._put(_Asked(when, next(self._numbers), work))

    def stop(self) -> None:
        """Ask the thread to end behind what was asked for so far; returns at once."""
        if not self._stopped:
            self._stopped = True
            self._put(_Asked(When.LAST, next(self._numbers)))

    def join(self, timeout: float | None = None) -> bool:
        """Wait for the thread. Returns whether it has ended."""
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _put(self, asked: _Asked) -> None:
        self._asked.put(asked)
        if asked.when is not When.IDLE:
            self._urgent.set()

    def _run(self) -> None:
        while (asked := self._next()).work is not None:
            asked.work()
            if asked.when is When.NOW:
                self._rests_until = time.monotonic() + REST

    def _next(self) -> _Asked:
        """What is to be done next; what can wait does until the screen has had its moment."""
        while True:
            self._urgent.clear()
            asked = self._asked.get()
            left = self._rests_until - time.monotonic()
            if asked.when is not When.IDLE or left <= 0 or self._stopped:
                return asked
            self._asked.put(asked)
            self._urgent.wait(left)


class PassingWork:
    """Work on another's thread for a page that goes before the thread does: once it is over, nobody is told anything."""

    def __init__(self, work: DeskWork) -> None:
        self._work = work
        self._over = False

    def submit(
        self,
        act: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        when: When = When.NOW,
    ) -> None:
        """As `DeskWork.submit`; nothing once it is over."""
        if self._over:
            return

        def told(result: Result) -> None:
            if not self._over:
                done(result)

        def failing(error: Exception) -> None:
            if not self._over and failed is not None:
                failed(error)

        self._work.submit(act, told, None if failed is None else failing, when=when)

    def end(self) -> None:
        """It is over."""
        self._over = True
