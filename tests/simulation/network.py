"""A whole network from one seed: a real hub, real desks on real files, one clock, and a line with faults between them.

Every choice comes from the seed: who comes where with which card, when a line is cut, when a process dies. Keys and ids are random
as they are in earnest, so a replay does the same things with other names.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, event

from sync.courier import Courier
from sync.enrol import Invitation
from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening
from sync.station import Station
from tests.simulation.wire import FaultyLine
from tests.sync.desk.world import HandClock
from validator.desk import Ask, Choice
from validator.domain.card import CardKind
from validator.domain.code import CardCode, CardRead, Source, check_character
from validator.domain.network import Area, CardLimit, Names, Offer, OfferKind, Period, Venue, VenueKind
from validator.domain.party import Party
from validator.domain.role import Role
from validator.errors import HubError
from validator.store.keys import FileVault

START = datetime(2018, 10, 1, 6, 0, tzinfo=UTC)
CARDS = 60
MOMENTS_A_DAY = 60
_WEIGHTS = {
    "give": 45,
    "carry": 25,
    "undo": 5,
    "quota": 4,
    "cut": 5,
    "mend": 8,
    "restart": 3,
    "crash": 4,
    "hub_restarts": 2,
    "card_closed": 1,
}


class Crash(BaseException):
    """The process dies here. No handler of ours may catch it."""


@dataclass
class SimulatedDesk:
    """A desk's folder, its open station, and its line."""

    folder: Path
    station: Station
    line: FaultyLine

    def courier(self) -> Courier:
        """What carries, as a started program has it."""
        station = self.station
        return Courier(station.ledger, station.registers, self.line, station.clock, station.folder)


@dataclass
class Simulation:
    """One run. Use it in a ``with``; `days` and `heal` move it on."""

    folder: Path
    seed: int
    desk_count: int = 3
    clock: HandClock = field(default_factory=lambda: HandClock(START))
    faults: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    desks: list[SimulatedDesk] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.codes = [
            CardCode(body + check_character(body))
            for body in (f"SIMUL{number:04}" for number in range(CARDS))
        ]
        self.hub = Hub.create(self.folder / "hub", clock=self.clock)

    def __enter__(self) -> Self:
        with self.hub.change() as register:
            register.put_area(Area("espoo", Names("Espoo")))
            register.put_venue(Venue("theatre", Names("Teatteri"), VenueKind.THEATRE, "espoo"))
            for offer in ("play", "show"):
                limits = (CardLimit(1, Period.DAY),)
                register.put_offer(Offer(offer, "theatre", Names(offer), OfferKind.ADMISSION, limits=limits))
            for code in self.codes:
                register.add_card(code, CardKind.PERSONAL, "espoo", date(2018, 1, 1), date(2018, 12, 31), 2)
        with HubServer(self.hub, Listening(port=0)) as server:
            for number in range(self.desk_count):
                self.desks.append(self._enrolled(f"desk-{number}", server.url))
        return self

    def __exit__(self, *_: object) -> None:
        with ExitStack() as closing:
            closing.callback(self.hub.close)
            for desk in self.desks:
                closing.callback(desk.station.close)

    def days(self, count: int) -> None:
        """So many days of business and bad weather."""
        for _ in range(count * MOMENTS_A_DAY):
            (what,) = self.chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))
            desk = self.chance.choice(self.desks)
            getattr(self, f"_{what}")(desk)
            self.clock.run(timedelta(days=1) / MOMENTS_A_DAY)

    def heal(self) -> None:
        """The weather clears up, and every desk talks until nobody has any news."""
        for desk in self.desks:
            desk.line.cut, desk.line.calm = False, True
        for _ in range(4):
            for desk in self.desks:
                desk.courier().carry()
        for desk in self.desks:
            self.faults.update(desk.line.faults)

    def _give(self, desk: SimulatedDesk) -> None:
        use = desk.station.desk(lambda: not desk.line.cut)
        read = CardRead(self.chance.choice(self.codes).reveal(), Source.HAND, self.clock.now())
        choice = Choice(self.chance.choice(("play", "show")), None, self._today())
        look = use.counter.give(Ask(read, choice, Party(self.chance.randrange(3))))
        self.said[look.verdict.main.reason.value] += 1

    def _undo(self, desk: SimulatedDesk) -> None:
        counter = desk.station.desk(lambda: True).counter
        standing = [line for line in counter.given() if not line.voided]
        if standing:
            self.said[counter.undo(self.chance.choice(standing).giving).main.reason.value] += 1

    def _quota(self, desk: SimulatedDesk) -> None:
        use = desk.station.desk(lambda: True)
        rows = use.quotas.rows()
        if rows:
            offer, cells = self.chance.choice(rows)
            number = self.chance.choice((None, 0, 5, 20, 50))
            use.quotas.put(offer, self.chance.choice(cells[:3]).visit, number, Role.MANAGER)

    def _carry(self, desk: SimulatedDesk) -> None:
        try:
            desk.courier().carry()
        except HubError as error:
            self.said[error.key] += 1

    def _cut(self, desk: SimulatedDesk) -> None:
        desk.line.cut = True
        self.faults["line_cut"] += 1

    def _mend(self, desk: SimulatedDesk) -> None:
        desk.line.cut = False

    def _restart(self, desk: SimulatedDesk) -> None:
        desk.station.close()
        desk.station = self._opened(desk.folder)

    def _crash(self, desk: SimulatedDesk) -> None:
        """Give or carry, and die at one of the next commits of any file, before it holds."""
        try:
            with _dying_at_commit(self.chance.randrange(1, 5)):
                self._give(desk)
                self._carry(desk)
        except Crash:
            self.faults["crash"] += 1
        self._restart(desk)
        self._restart_hub()

    def _hub_restarts(self, _desk: SimulatedDesk) -> None:
        self._restart_hub()
        self.faults["hub_restart"] += 1

    def _card_closed(self, _desk: SimulatedDesk) -> None:
        with self.hub.change() as register:
            register.close_card(self.codes[self.chance.randrange(CARDS // 2)])

    def _restart_hub(self) -> None:
        self.hub.close()
        self.hub = Hub.open(self.folder / "hub", clock=self.clock)

    def _today(self) -> date:
        return (self.clock.now() + timedelta(hours=3)).date()

    def _enrolled(self, name: str, url: str) -> SimulatedDesk:
        folder = self.folder / name
        station = self._opened(folder)
        identity = station.enrol(Invitation.of(url, self.hub.enrol_code(name, ["theatre"]).text), name)
        return SimulatedDesk(folder, station, FaultyLine(self, identity.token, self.chance))

    def _opened(self, folder: Path) -> Station:
        return Station.open(folder, FileVault(folder), self.clock)


@contextmanager
def _dying_at_commit(number: int) -> Iterator[None]:
    left = number

    def die(_connection: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Crash

    event.listen(Engine, "commit", die)
    try:
        yield
    finally:
        event.remove(Engine, "commit", die)
