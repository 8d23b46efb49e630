"""A line with faults: real desks on one end, the real hub on the other, and chance in between.

The bytes are those of the wire: a message is packed, carried and read as HTTP would have it. What can happen to one is `Fault`.
A message that is corrupted is garbage, as a broken proxy leaves it: what changes a byte so that it still reads, TLS detects.
But for the policy, which the hub signs because of who may stand in between: it is forged in an answer that is else the hub's.
"""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Self, TypeVar

from pydantic import ValidationError

from sync.hub.hub import Hub
from sync.hub.refusals import Refused
from sync.message import Message
from sync.rights import RightsAsker, leases_of
from sync.transport import NOBODY, Reply
from sync.wire import (
    EnrolAnswer,
    EnrolRequest,
    PolicyWords,
    RightsAnswer,
    RightsRequest,
    SyncAnswer,
    SyncRequest,
    policy_words,
)
from tests.simulation.edges import Crash, Edges, Side
from tests.simulation.spoiling import spoil
from validator.clock import Clock
from validator.domain.rights import Slot
from validator.errors import HubGarbled, HubRefused, HubUnreachable, StoreError
from validator.store.ledger import Ledger

Answer = TypeVar("Answer", bound=Message)


class Fault(StrEnum):
    """What becomes of a message."""

    NOBODY = "nobody"
    LOST = "lost"
    DELAYED = "delayed"
    TWICE = "twice"
    REORDERED = "reordered"
    CUT_SHORT = "cut_short"
    CORRUPTED = "corrupted"
    ANSWER_LOST = "answer_lost"
    ANSWER_CUT_SHORT = "answer_cut_short"
    ANSWER_CORRUPTED = "answer_corrupted"
    ANSWER_FORGED = "answer_forged"


class HubHouse:
    """Where the hub runs: its folder, its process, and who carries what into it."""

    def __init__(self, folder: Path, clock: Clock, edges: Edges) -> None:
        self.folder = folder
        self._clock = clock
        self._edges = edges
        self.asked: Callable[[str, bytes], None] = lambda _desk, _body: None
        self.heard: Callable[[], None] = lambda: None
        self.hub = self._open()

    def deliver(self, path: str, token: str, body: bytes) -> bytes:
        """One request, all the way through the hub.

        Raises:
            HubError: what its desk would see instead of an answer.
        """
        try:
            with self._edges.on(Side.HUB):
                desk = self.hub.desk(token)
                self.asked(desk.id, body)
                answer = self.hub.rights(desk, body) if path == "rights" else self.hub.sync(desk, body)
                return answer.model_dump_json().encode()
        except Refused as error:
            raise HubRefused("the hub said no", error=error.word, reason=str(error)) from error
        except StoreError as error:
            raise HubRefused("the hub cannot do this now", error=error.key, status=503) from error
        except Crash:
            self.restart()
            raise HubUnreachable("the hub's process died", reason="time") from None
        finally:
            self.heard()

    def close(self) -> None:
        """The hub's process ends."""
        self.hub.close()

    def restart(self) -> None:
        """A new process on the same folder."""
        self.hub.close()
        self.hub = self._open()

    def backup(self, to: Path) -> None:
        """Copy the folder, as it stands."""
        self.hub.close()
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to)
        self.hub = self._open()

    def restore(self, backup: Path) -> None:
        """Put a copy of the folder in its place."""
        self.hub.close()
        shutil.rmtree(self.folder)
        shutil.copytree(backup, self.folder)
        self.hub = self._open()

    def _open(self) -> Hub:
        return Hub.open(self.folder, clock=self._clock)


class FaultyLine:
    """One desk's line.

    Attributes:
        cut: a partition.
        rate: how often something befalls a message; ``next`` is what befalls the coming ones.
        token: tells the desk's.
        spoils: whether the next pass's message has its cards spoilt; ``spoilt`` are the entries that were.
    """

    def __init__(self, house: HubHouse, faults: Counter[str]) -> None:
        self._house = house
        self.token: Callable[[], str] = str
        self._faults = faults
        self._older: list[tuple[str, bytes]] = []
        self._on_its_way: list[tuple[str, bytes]] = []
        self.late: list[RightsAnswer] = []
        self.chance = random.Random(0)
        self.rate = 0.0
        self.next: list[Fault] = []
        self.spoils, self.spoilt = False, set[str]()
        self.cut = False
        self.is_up = True

    def sync(self, request: SyncRequest) -> Reply:
        """One pass's message, with whatever becomes of it."""
        if self.spoils and not self.cut:
            self.spoils = False
            request, spoilt = spoil(request)
            self.spoilt |= spoilt
        answer = self._exchange("sync", request.model_dump_json().encode())
        return Reply(_read(SyncAnswer, answer), 0.0)

    def rights(self, request: RightsRequest) -> RightsAnswer:
        """A desk asks while a customer waits; now and then the answer takes longer than anybody does."""
        answer = _read(RightsAnswer, self._exchange("rights", request.model_dump_json().encode()))
        if self.chance.random() < self.rate / 4:
            self._faults["answer_late"] += 1
            self.late.append(answer)
            raise HubUnreachable("later than a customer waits", reason="time")
        return answer

    def close(self) -> None:
        """There is nothing to let go of."""

    @contextmanager
    def download(self, path: str, start: int = 0) -> Iterator[tuple[int, Iterator[bytes]]]:
        """The hub's file, perhaps broken off."""
        if self.cut:
            raise HubUnreachable("the line is cut", reason=NOBODY)
        whole = self._house.hub.snapshots.path(path.rpartition("/")[2]).read_bytes()[start:]
        breaks = self.chance.random() < self.rate
        yield start, self._pieces(whole, self.chance.randrange(len(whole) + 1) if breaks else None)

    def arrive_late(self) -> None:
        """What was delayed arrives now."""
        while self._on_its_way:
            self._into_the_void(*self._on_its_way.pop(0))

    def _pieces(self, whole: bytes, end: int | None) -> Iterator[bytes]:
        yield whole[:end]
        if end is not None:
            self._faults["download_broken"] += 1
            raise HubUnreachable("the line broke", reason="time")

    def _exchange(self, path: str, body: bytes) -> bytes:
        self.is_up = False
        if self.cut:
            raise HubUnreachable("the line is cut", reason=NOBODY)
        fault = self._fault()
        body = self._there(fault, path, body)
        answer = self._back(fault, self._house.deliver(path, self.token(), body))
        self.is_up = True
        return answer

    def _there(self, fault: Fault | None, path: str, body: bytes) -> bytes:
        """What arrives at the hub, after whatever arrives before it."""
        match fault:
            case Fault.NOBODY:
                raise HubUnreachable("no connection came about", reason=NOBODY)
            case Fault.LOST:
                raise HubUnreachable("lost on the way there", reason="time")
            case Fault.DELAYED:
                self._on_its_way.append((path, body))
                raise HubUnreachable("still on its way", reason="time")
            case Fault.CUT_SHORT:
                return body[: self.chance.randrange(len(body))]
            case Fault.CORRUPTED:
                return _garbled(body, self.chance)
            case Fault.TWICE:
                self._into_the_void(path, body)
            case Fault.REORDERED if self._older:
                self.arrive_late()
                self._into_the_void(*self.chance.choice(self._older))
        self._older = [*self._older[-5:], (path, body)]
        return body

    def _back(self, fault: Fault | None, answer: bytes) -> bytes:
        """What arrives at the desk."""
        match fault:
            case Fault.ANSWER_LOST:
                raise HubUnreachable("lost on the way back", reason="time")
            case Fault.ANSWER_CUT_SHORT:
                return answer[: self.chance.randrange(len(answer))]
            case Fault.ANSWER_CORRUPTED:
                return _garbled(answer, self.chance)
            case Fault.ANSWER_FORGED:
                return _forged(answer)
        return answer

    def _fault(self) -> Fault | None:
        if not self.next and self.chance.random() >= self.rate:
            return None
        fault = self.next.pop(0) if self.next else self.chance.choice(list(Fault))
        self._faults[fault.value] += 1
        return fault

    def _into_the_void(self, path: str, body: bytes) -> None:
        """Delivered, and nobody waits for the answer."""
        try:
            self._house.deliver(path, self.token(), body)
        except (HubRefused, HubUnreachable):
            return


class Asker(RightsAsker):
    """Asks on the caller's own thread: a run is one thread, and what takes too long the line says."""

    def __init__(self, ledger: Ledger, line: FaultyLine) -> None:
        super().__init__(ledger, line)
        self._books, self._faulty = ledger, line

    def ask(self, slot: Slot, need: int) -> bool:
        """Ask for as many rights as a waiting customer needs."""
        return self._ask(slot, need)

    def hear_late(self) -> None:
        """What was answered too late for its customer is taken all the same."""
        while self._faulty.late:
            answer = self._faulty.late.pop(0)
            with self._books.write() as books:
                books.hear_leases(leases_of(answer.leases))


class Doorway:
    """Stands where `sync.enrol` opens its line: enrolment without a socket."""

    def __init__(self, hub: Callable[[], Hub]) -> None:
        self._hub = hub

    def __call__(self, *_: object) -> Doorway:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        """Present a one-time code."""
        answer = self._hub().enrol(EnrolRequest.model_validate_json(request.model_dump_json()))
        return EnrolAnswer.model_validate_json(answer.model_dump_json())


def _read(kind: type[Answer], answer: bytes) -> Answer:
    try:
        return kind.model_validate_json(answer)
    except ValidationError:
        raise HubGarbled("the answer is no message of ours", reason="message") from None


def _garbled(body: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(body))
    return body[:place] + b"\xff" + body[place + 1 :]


def _forged(answer: bytes) -> bytes:
    """Somebody without the hub's key says another policy, and that it is the latest. Only passes bring one."""
    if "signed_policy" not in json.loads(answer):
        return answer
    said = SyncAnswer.model_validate_json(answer)
    words = PolicyWords.model_validate_json(said.signed_policy.policy)
    policy = policy_words(words.version + 1, words.policy | {"again_within": 1})
    forged = said.signed_policy.model_copy(update={"policy": policy})
    return said.model_copy(update={"signed_policy": forged}).model_dump_json().encode()
