"""A line with faults: real desks on one end, the real hub on the other, and chance in between.

The bytes are those of the wire: a request is packed and read as HTTP would carry it. What can happen to a message: it is lost on
the way there, its answer is lost on the way back, it arrives twice, an older one arrives once more before it (late and out of
order), or it arrives cut short.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sync.hub.refusals import Refused
from sync.transport import Reply
from sync.wire import SyncAnswer, SyncRequest
from validator.errors import HubRefused, HubUnreachable

if TYPE_CHECKING:
    from tests.simulation.network import Simulation

RATE = 0.25
"""How often something happens to a message while the weather is bad."""


class FaultyLine:
    """One desk's line. ``cut`` is a partition; ``calm`` ends all faults."""

    def __init__(self, simulation: Simulation, token: str, chance: random.Random) -> None:
        self._simulation = simulation
        self._token = token
        self._chance = chance
        self._older: list[bytes] = []
        self.cut = False
        self.calm = False
        self.faults: Counter[str] = Counter()

    def sync(self, request: SyncRequest) -> Reply:
        """One request, with whatever becomes of it."""
        if self.cut:
            raise HubUnreachable("the line is cut", reason="connect")
        body = request.model_dump_json().encode()
        fault = self._fault()
        if fault == "lost":
            raise HubUnreachable("lost on the way there", reason="time")
        if fault == "cut_short":
            self._deliver(body[: self._chance.randrange(len(body))])
        if fault == "late" and self._older:
            self._deliver(self._chance.choice(self._older))
        if fault == "twice":
            self._deliver(body)
        self._older = [*self._older[-5:], body]
        answer = self._deliver(body)
        if fault == "answer_lost":
            raise HubUnreachable("lost on the way back", reason="time")
        return Reply(SyncAnswer.model_validate_json(answer), 0.0)

    @contextmanager
    def download(self, path: str, start: int = 0) -> Iterator[tuple[int, Iterator[bytes]]]:
        """The hub's file, perhaps broken off."""
        if self.cut:
            raise HubUnreachable("the line is cut", reason="connect")
        whole = self._simulation.hub.snapshots.path(path.rpartition("/")[2]).read_bytes()[start:]
        breaks = not self.calm and self._chance.random() < RATE
        yield start, self._pieces(whole, self._chance.randrange(len(whole) + 1) if breaks else None)

    def _pieces(self, whole: bytes, end: int | None) -> Iterator[bytes]:
        yield whole[:end]
        if end is not None:
            self.faults["download_broken"] += 1
            raise HubUnreachable("the line broke", reason="time")

    def _fault(self) -> str:
        if self.calm or self._chance.random() >= RATE:
            return ""
        fault = self._chance.choice(("lost", "answer_lost", "twice", "late", "cut_short"))
        self.faults[fault] += 1
        return fault

    def _deliver(self, body: bytes) -> bytes:
        hub = self._simulation.hub
        try:
            return hub.sync(hub.desk(self._token), body).model_dump_json().encode()
        except Refused as error:
            raise HubRefused("the hub said no", error=error.word, reason=str(error)) from error
