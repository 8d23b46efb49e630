"""Several processes of one hub behind one socket, so that it uses more than one core and outlives the loss of a process.

1. The parent binds the socket and answers nothing. Each worker opens the hub for itself: they share the database and the
   folder, and no word else. What has to be counted over all of them is counted in the database.
2. A worker that ends is replaced: at once where it had come up, else later and later, up to `_LONGEST` seconds.
3. A worker whose parent is gone, however it went, ends by itself once it has answered what it is at. So whoever starts the hub
   again gets its address back.
4. Asked to end (an interrupt, SIGTERM), the parent asks its workers and waits for them.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening, bound, url_of
from validator.clock import Clock, SystemClock
from validator.errors import ConfigError, KnownError

MOST = 64
"""Workers of one parent; past that, other machines help more."""

_FIRST = 0.25
_LONGEST = 5.0
_MOST_DOUBLINGS = 8
_UP = "up"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hub is: its folder, and the database's URL where that is not the file inside."""

    folder: Path
    database: str = ""


@dataclass
class _Seat:
    """One worker's seat, taken or to be taken again."""

    process: SpawnProcess | None = None
    line: Connection | None = None
    is_up: bool = False
    failures: int = 0
    due: float = 0.0


class Workers:
    """The parent of a hub's workers.

    Attributes:
        url: the address that desks use.
    """

    def __init__(self, place: Place, listening: Listening, count: int, clock: Clock | None = None) -> None:
        if not 1 <= count <= MOST:
            raise ConfigError("so many workers make no sense", workers=count)
        listening.check()
        listening.open_tls()
        # Looked at first: what is the matter with the hub is said once, and a newer program takes its steps alone.
        Hub.open(place.folder, place.database).close()
        self._place, self._listening = place, listening
        self._socket = bound(listening)
        self.url = url_of(self._socket, listening)
        self._clock = clock or SystemClock()
        self._seats = [_Seat() for _ in range(count)]
        self._context = multiprocessing.get_context("spawn")
        self._ends = threading.Event()
        self._woken, self._wake = self._context.Pipe(duplex=False)

    def run(self, started: Callable[[], None] | None = None) -> None:
        """Serve until asked to stop: by `stop`, or in the main thread by an interrupt or SIGTERM.

        Args:
            started: is called once, when every worker has come up.
        """
        try:
            with self._signals():
                while not self._ends.is_set():
                    self._fill()
                    self._look()
                    if started is not None and all(seat.is_up for seat in self._seats):
                        started()
                        started = None
        finally:
            self._end()

    def stop(self) -> None:
        """Ask the workers to finish what they are answering, and to end."""
        self._ends.set()
        with suppress(OSError):
            self._wake.send_bytes(b"\0")

    def _fill(self) -> None:
        """Start a worker at every seat whose time has come."""
        now = self._clock.monotonic()
        for seat in self._seats:
            if seat.process is not None or seat.due > now:
                continue
            seat.line, theirs = self._context.Pipe(duplex=False)
            seat.process = self._context.Process(
                target=_work, args=(self._place, self._listening, self._socket, theirs), name="hub-worker"
            )
            seat.process.start()
            theirs.close()

    def _look(self) -> None:
        """Wait for a worker that has come up or ended, a seat whose time comes, or the word to stop."""
        taken = [seat for seat in self._seats if seat.process is not None]
        waiting: list[int | Connection] = [self._woken]
        waiting += [seat.process.sentinel for seat in taken if seat.process is not None]
        waiting += [seat.line for seat in taken if seat.line is not None]
        dues = [seat.due - self._clock.monotonic() for seat in self._seats if seat.process is None]
        told = wait(waiting, max(0.0, min(dues)) if dues else None)
        for seat in taken:
            if seat.line is not None and seat.line in told:
                self._heard(seat, seat.line)
            if seat.process is not None and seat.process.sentinel in told:
                self._ended(seat, seat.process)

    def _heard(self, seat: _Seat, line: Connection) -> None:
        with suppress(EOFError, OSError):
            seat.is_up = line.recv() == _UP
            seat.failures = 0
        line.close()
        seat.line = None

    def _ended(self, seat: _Seat, process: SpawnProcess) -> None:
        process.join()
        if not self._ends.is_set():
            _log.warning("a worker of the hub ended (%s): another takes its place", process.exitcode)
        delay = 0.0
        if not seat.is_up:
            delay = min(_LONGEST, _FIRST * 2.0 ** min(seat.failures, _MOST_DOUBLINGS))
            seat.failures += 1
        process.close()
        if seat.line is not None:
            seat.line.close()
        seat.process, seat.line, seat.is_up = None, None, False
        seat.due = self._clock.monotonic() + delay

    def _end(self) -> None:
        processes = [seat.process for seat in self._seats if seat.process is not None]
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()
            process.close()
        for seat in self._seats:
            if seat.line is not None:
                seat.line.close()
        self._woken.close()
        self._wake.close()
        self._socket.close()

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """In the main thread, an interrupt and SIGTERM are the word to stop."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {
            number: signal.signal(number, lambda *_: self.stop())
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _work(place: Place, listening: Listening, shared: socket.socket, line: Connection) -> None:
    """A worker's whole life."""
    try:
        with Hub.open(place.folder, place.database) as hub:
            server = HubServer(hub, listening, shared)
            watch = threading.Thread(target=_outlived, args=(server,), name="hub-parent", daemon=True)
            watch.start()
            # A parent that has gone meanwhile wants to hear nothing.
            with suppress(KeyboardInterrupt, OSError):
                server.run(lambda: line.send(_UP))
    except KnownError as error:
        _log.warning("a worker of the hub cannot serve: %s: %s", type(error).__name__, error)
        raise SystemExit(1) from None


def _outlived(server: HubServer) -> None:
    """Stop serving when the parent is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        server.stop()
