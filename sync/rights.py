"""Asking the hub for rights while a customer waits: one small request on a connection of its own, in bounded time.

1. Outside the pass: ten thousand events on their way must not make a customer wait.
2. Nobody waits longer than `WAIT_SECONDS`, whatever the line does: looking a name up can take far longer than any time-out says.
   What is answered later is taken all the same, and is there for the next customer.
3. Idempotent: the request tells what this desk has heard of, and grants are cumulative totals.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from typing import Protocol

from sync.transport import Patience
from sync.wire import LeaseRow, RightsAnswer, RightsRequest, Want
from validator.domain.rights import Lease, Slot
from validator.errors import KnownError
from validator.store.ledger import Ledger

WAIT_SECONDS = 1.5
PATIENCE = Patience(connect=0.7, read=0.8, whole=WAIT_SECONDS)
THREAD_NAME = "rights"

_log = logging.getLogger(__name__)


class RightsLine(Protocol):
    """A line to the hub; `sync.transport.Transport` is one."""

    def rights(self, request: RightsRequest) -> RightsAnswer:
        """Ask for rights."""
        ...

    def close(self) -> None:
        """Let go of the connections."""
        ...


class RightsAsker:
    """Asks, and books what is granted. One ask at a time; `close` it."""

    def __init__(self, ledger: Ledger, line: RightsLine) -> None:
        self._ledger = ledger
        self._line = line
        self._worker = ThreadPoolExecutor(1, THREAD_NAME)

    def ask(self, slot: Slot, need: int) -> bool:
        """Ask for as many rights as a waiting customer needs.

        Returns:
            True: the hub has answered, and what it granted is in the ledger. False: it is away, or too slow.
        """
        try:
            asked: Future[bool] = self._worker.submit(self._ask, slot, need)
            return asked.result(WAIT_SECONDS)
        except TooLate:
            return False

    def close(self) -> None:
        """Wait for an ask that is on its way, and let the line go."""
        self._worker.shutdown(cancel_futures=True)
        self._line.close()

    def _ask(self, slot: Slot, need: int) -> bool:
        try:
            with self._ledger.read() as books:
                lease, head = books.lease(slot) or Lease(slot, 0), books.head()
            # The head shows whether this is the desk that the hub last heard, or an old copy of its disk.
            request = RightsRequest(
                head_sequence=head.sequence,
                head_hash=head.hash if head.sequence else "",
                wants=(want(lease, need),),
            )
            answer = self._line.rights(request)
            with self._ledger.write() as books:
                books.hear_leases(leases_of(answer.leases))
        except KnownError as error:
            _log.info("no rights: %s: %s", error.key, error)
            return False
        return True


def want(lease: Lease, need: int = 0) -> Want:
    """A want in the words of the wire."""
    slot = lease.slot
    return Want(
        offer=slot.offer,
        performance=slot.performance,
        visit=slot.visit,
        epoch=lease.epoch,
        granted=lease.granted,
        left=lease.left,
        need=need,
    )


def leases_of(rows: Iterable[LeaseRow]) -> tuple[Lease, ...]:
    """What the hub says this desk holds."""
    return tuple(
        Lease(Slot(row.offer, row.performance, row.visit), row.epoch, row.granted, keep=row.keep)
        for row in rows
    )
