"""A small network for real: a hub on a socket, one theatre, some cards, and desks that enrol there. One clock, moved by hand."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from sync.courier import Courier, Line
from sync.enrol import Invitation
from sync.hub import schema
from sync.hub.hub import Hub
from sync.hub.register import CardEntry
from sync.hub.server import HubServer, Listening
from sync.station import Station
from sync.transport import Address, Patience, Reply, Transport
from sync.wire import SyncAnswer, SyncRequest
from validator.desk import Ask, Look
from validator.domain.card import CardKind
from validator.domain.code import CardCode, CardRead, Source, check_character
from validator.domain.network import Area, CardLimit, Names, Offer, OfferKind, Period, Venue, VenueKind
from validator.errors import HubUnreachable
from validator.store.keys import FileVault

EVENING = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
THEATRE, OFFER = "theatre", "evening"
CODES = tuple(
    CardCode(body + check_character(body)) for body in (f"KAIKU{number:04}" for number in range(40))
)
_PLACE = tempfile.TemporaryDirectory(prefix="kp-hubs-")
CARD = (CardKind.PERSONAL, "espoo", date(2018, 1, 1), date(2018, 12, 31), 2)


@dataclass
class HandClock:
    """A machine whose two clocks run together, by hand."""

    wall: datetime = EVENING
    ticks: float = 1000.0
    boots: int = 1

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.ticks

    def boot(self) -> str:
        return str(self.boots)

    def run(self, span: timedelta) -> None:
        """Time passes."""
        self.wall += span
        self.ticks += span.total_seconds()


@dataclass
class World:
    """The network, and what opens desks in it."""

    folder: Path
    hub: Hub
    clock: HandClock
    closing: ExitStack
    server: HubServer

    @property
    def url(self) -> str:
        """The hub's address."""
        return self.server.url

    def invitation(self, venue: str = THEATRE) -> Invitation:
        """A fresh code for a desk of this venue."""
        return Invitation.of(self.url, self.hub.enrol_code("kassa", [venue]).text)

    def empty(self, name: str) -> Station:
        """A desk that is yet to be enrolled."""
        folder = self.folder / name
        return self.closing.enter_context(Station.open(folder, FileVault(folder), self.clock))

    def desk(self, name: str = "desk") -> Station:
        """An enrolled desk without a list."""
        station = self.empty(name)
        station.enrol(self.invitation(), name)
        return station

    def ready(self, name: str = "desk") -> Station:
        """An enrolled desk with its first list."""
        station = self.desk(name)
        station.courier().carry()
        return station

    def events(self) -> list[tuple[int, str, str]]:
        """What the hub holds of desks' journals: sequence, kind, status."""
        table = schema.events
        with self.hub.database.read() as tx:
            rows = tx.execute(select(table).order_by(table.c.desk, table.c.sequence))
            return [(row.sequence, row.kind, row.status) for row in rows]

    def rows(self, name: str) -> list[Any]:
        """Rows of one of the hub's tables."""
        with self.hub.database.read() as tx:
            return list(tx.execute(select(schema.metadata.tables[name])))


class Lossy:
    """A real line that loses answers, or requests, as often as it is told to."""

    def __init__(self, line: Transport) -> None:
        self.line = line
        self.lose_answers = 0
        self.lose_requests = 0
        self.requests: list[SyncRequest] = []

    def sync(self, request: SyncRequest) -> Reply:
        self.requests.append(request)
        if self.lose_requests:
            self.lose_requests -= 1
            raise HubUnreachable("lost on the way there")
        reply = self.line.sync(request)
        if self.lose_answers:
            self.lose_answers -= 1
            raise HubUnreachable("lost on the way back")
        return reply

    def download(self, path: str, start: int = 0) -> Any:
        return self.line.download(path, start)


class Bent(Lossy):
    """A real line whose answers are bent by a function."""

    def __init__(self, line: Transport, bend: Callable[[SyncAnswer], SyncAnswer]) -> None:
        super().__init__(line)
        self.bend = bend

    def sync(self, request: SyncRequest) -> Reply:
        reply = super().sync(request)
        return Reply(self.bend(reply.answer), reply.took)


class Garbles(Lossy):
    """A real line on which the cards of every event are spoilt."""

    def sync(self, request: SyncRequest) -> Reply:
        spoilt = tuple(event.model_copy(update={"cards": b"!"}) for event in request.events)
        return super().sync(request.model_copy(update={"events": spoilt}))


@contextmanager
def world(folder: Path, cards: int = 40) -> Iterator[World]:
    """The network, for as long as the block lasts."""
    clock = HandClock()
    with ExitStack() as closing:
        shutil.copytree(_hub(cards), folder / "hub")
        hub = closing.enter_context(Hub.open(folder / "hub", clock=clock))
        server = closing.enter_context(HubServer(hub, Listening(port=0)))
        yield World(folder, hub, clock, closing, server)


@cache
def _hub(cards: int) -> Path:
    """A hub's folder to copy: making its tables is most of the work."""
    folder = Path(_PLACE.name, str(cards))
    with (
        Hub.create(folder, clock=HandClock(), name="Testiverkosto") as hub,
        hub.change() as register,
    ):
        register.put_area(Area("espoo", Names("Espoo")))
        register.put_venue(Venue(THEATRE, Names("Teatteri"), VenueKind.THEATRE, "espoo"))
        register.put_offer(
            Offer(OFFER, THEATRE, Names("Ilta"), OfferKind.ADMISSION, limits=(CardLimit(1, Period.DAY),))
        )
        register.put_cards(CardEntry(code, *CARD) for code in CODES[:cards])
    return folder


def add_card(register: Any, code: CardCode) -> None:
    """A card that holds all through 2018."""
    register.add_card(code, *CARD)


def courier_on(station: Station, line: Line) -> Courier:
    """A courier on a line of the test's own."""
    return Courier(station.ledger, station.registers, line, station.clock, station.folder)


def line_to(station: Station, url: str = "", patience: Patience | None = None) -> Transport:
    """The station's own line, or one to another address."""
    identity = station.identity
    assert identity is not None
    return Transport(Address.of(url or identity.hub), identity.token, station.clock, patience)


def give(station: Station, code: CardCode, *, online: bool = True) -> Look:
    """One ticket."""
    desk = station.desk(lambda: online)
    read = CardRead(code.reveal(), Source.TYPED, station.clock.now())
    return desk.counter.give(Ask(read, desk.choice_for(OFFER)))


def states(station: Station) -> list[str]:
    """The states of what was given at this desk, oldest first."""
    return [line.state for line in reversed(station.desk(lambda: True).counter.given())]
