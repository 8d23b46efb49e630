"""A whole network from one seed: a real hub, real desks on real files, a clock for each machine, and a line with faults between.

Every choice comes from the seed and the number of the moment, so that a moment does the same whichever others are left out.
A run begins with a copy of a network that is set up once: three desks of a theatre, enrolled, with their first list.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Self

from sync import enrol
from sync.courier import Courier
from sync.enrol import Invitation
from sync.hub import changes, feed
from sync.hub import talk as hub_talk
from sync.hub.grants import Grants
from sync.hub.hub import Hub
from sync.station import Station
from tests.simulation.chance import STORM, Weather
from tests.simulation.edges import Edges, replaced
from tests.simulation.wire import Asker, Doorway, FaultyLine, HubHouse
from tests.sync.desk.world import HandClock
from validator.desk import Desk
from validator.domain.card import CardKind
from validator.domain.code import CardCode, check_character
from validator.domain.network import (
    HELSINKI,
    Area,
    CardLimit,
    Names,
    Offer,
    OfferKind,
    Performance,
    Period,
    Venue,
    VenueKind,
)
from validator.domain.role import Role
from validator.domain.sharing import Sharing
from validator.errors import StoreError
from validator.store.identity import Identity
from validator.store.keys import FileVault

START = datetime(2018, 10, 1, 6, 0, tzinfo=UTC)
THEATRE, PLAY, SHOW = "theatre", "play", "show"
AHEAD = 3
"""Tickets are given for today and the days after it, so many in all."""
CODES = tuple(
    CardCode(body + check_character(body)) for body in (f"SIMUL{number:04}" for number in range(60))
)
_FIRST_NUMBER = 8
_NOWHERE = "http://127.0.0.1:9"


class MachineClock:
    """A desk's machine: its wall clock may be wrong by any span, its monotonic clock counts from its boot."""

    def __init__(self, true: HandClock) -> None:
        self._true = true
        self._booted = true.ticks
        self._boots = 1
        self.wrong = timedelta(0)
        self.is_known = False
        """Whether a hub was heard to the end of a pass since the boot: then the program has to know the time (`Watch`)."""

    def now(self) -> datetime:
        """What the wall clock shows."""
        return self._true.now() + self.wrong

    def monotonic(self) -> float:
        """Seconds since the boot."""
        return self._true.ticks - self._booted

    def boot(self) -> str:
        """Which boot this is."""
        return str(self._boots)

    def start_anew(self) -> None:
        """The machine is switched off and on."""
        self._booted, self._boots, self.is_known = self._true.ticks, self._boots + 1, False


@dataclass
class DeskHouse:
    """A desk's folder, its open station, its machine and its line.

    Attributes:
        number: of the desk as people know it; one that is enrolled anew keeps it.
        restored: an old copy of its disk is in use, and it was not enrolled anew since.
    """

    number: int
    folder: Path
    machine: MachineClock
    line: FaultyLine
    station: Station
    identity: Identity
    restored: bool = False

    def __post_init__(self) -> None:
        self.line.token = self.token
        self.started()

    def started(self) -> None:
        """The program has just begun: its use cases, and the retention that each start does."""
        station = self.station
        self.asker = Asker(station.ledger, self.line)
        self.use = Desk(station.ledger, station.registers, station.clock, lambda: self.line.is_up, self.asker)
        self.courier = Courier(station.ledger, station.registers, self.line, station.clock, self.folder)
        with suppress(StoreError):
            self.use.forget_old()

    def token(self) -> str:
        """What it shows to the hub now; the hub may give it another."""
        identity = self.station.identity
        return "" if identity is None else identity.token

    def reopen(self) -> None:
        """The program ends, however it did, and begins anew."""
        self.close()
        self.line.late.clear()
        self.station = Station.open(self.folder, FileVault(self.folder), self.machine)
        self.started()

    def close(self) -> None:
        """The program ends."""
        self.asker.close()
        self.station.close()


@dataclass
class Network:
    """One run's network. Use it in a ``with``."""

    folder: Path
    seed: int
    days: int
    weather: Weather = STORM
    sharing: Sharing | None = None
    clock: HandClock = field(default_factory=lambda: HandClock(START))
    faults: Counter[str] = field(default_factory=Counter)
    desks: list[DeskHouse] = field(default_factory=list)
    retired: list[DeskHouse] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._closing = ExitStack()
        self.edges = Edges(self.seed)
        self.chance = random.Random(self.seed)

    def __enter__(self) -> Self:
        hold = self._closing.enter_context
        hold(self.edges)
        # Small pages, so that a run of days turns some.
        hold(replaced(feed, "FEED_PAGE", 15))
        hold(replaced(changes, "DELTA_PAGE", 2))
        if (sharing := self.sharing) is not None:
            hold(replaced(hub_talk, "Grants", partial(Grants, sharing=sharing)))
        if not self.folder.exists():
            make(self.folder, self.days, self.weather.desks, self.clock)
        self.house = HubHouse(self.folder / "hub", self.clock, self.edges)
        hold(replaced(enrol, "Transport", Doorway(lambda: self.house.hub)))
        self._closing.callback(self.house.close)
        self.desks += [
            self._house(number, self.folder / f"desk-{number}") for number in range(self.weather.desks)
        ]
        self._closing.callback(self._close_desks)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def _close_desks(self) -> None:
        for desk in (*self.desks, *self.retired):
            desk.close()

    @property
    def today(self) -> date:
        """Today's date of visit, by the true clock."""
        return self.clock.now().astimezone(HELSINKI).date()

    def at(self, moment: int) -> None:
        """From here on, all chance is this moment's."""
        self.chance = random.Random(f"{self.seed}:{moment}")
        for desk in (*self.desks, *self.retired):
            desk.line.chance = self.chance

    def enrol(self, number: int) -> DeskHouse:
        """A desk of this number in a new folder."""
        name = f"desk-{number}-{len(self.retired) + 1}"
        folder = self.folder / name
        station = Station.open(folder, FileVault(folder), self.clock)
        code = self.house.hub.enrol_code(name, [THEATRE]).text
        station.enrol(Invitation.of(_NOWHERE, code), name)
        station.close()
        return self._house(number, folder)

    def enrol_again(self, desk: DeskHouse) -> None:
        """The same desk comes in once more, with a new code, and keeps all that it has."""
        code = self.house.hub.enrol_code(f"desk-{desk.number}", [THEATRE]).text
        desk.station.enrol(Invitation.of(_NOWHERE, code))

    def _house(self, number: int, folder: Path) -> DeskHouse:
        machine = MachineClock(self.clock)
        station = Station.open(folder, FileVault(folder), machine)
        identity = station.identity
        assert identity is not None
        line = FaultyLine(self.house, self.faults)
        line.chance, line.rate = self.chance, self.weather.rate
        return DeskHouse(number, folder, machine, line, station, identity)


def template(folder: Path, days: int, weather: Weather) -> Path:
    """A network that is set up and has done nothing yet, made once for runs of this length."""
    place = folder / f"template-{days}-{weather.desks}"
    if not place.exists():
        with Network(place, 0, days, weather) as network:
            for desk in network.desks:
                desk.line.rate = 0.0
                desk.courier.carry()
            office = network.desks[0]
            table = office.use.quotas
            for offer, cells in table.rows():
                for cell in cells[: AHEAD - 1]:
                    table.put(offer, cell.visit, _FIRST_NUMBER, Role.MANAGER)
            for desk in (office, *network.desks):
                desk.courier.carry()
    return place


def copy(place: Path, to: Path) -> None:
    """A fresh network of a template."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(place, to)


def make(folder: Path, days: int, desks: int, clock: HandClock) -> None:
    """A hub with a theatre's programme, and desks that are enrolled there."""
    with Hub.create(folder / "hub", clock=clock) as hub, replaced(enrol, "Transport", Doorway(lambda: hub)):
        with hub.change() as register:
            register.put_area(Area("espoo", Names("Espoo")))
            register.put_venue(Venue(THEATRE, Names("Teatteri"), VenueKind.THEATRE, "espoo"))
            limits = (CardLimit(1, Period.DAY),)
            for offer in (PLAY, SHOW):
                register.put_offer(Offer(offer, THEATRE, Names(offer), OfferKind.ADMISSION, limits=limits))
            for ahead in range(days + AHEAD):
                begins = START + timedelta(days=ahead, hours=11)
                name = performance(begins.astimezone(HELSINKI).date())
                register.put_performance(Performance(name, PLAY, begins, begins + timedelta(hours=3)))
            for card in CODES:
                register.add_card(card, CardKind.PERSONAL, "espoo", date(2018, 1, 1), date(2019, 12, 31), 2)
        for number in range(desks):
            name = f"desk-{number}"
            code = hub.enrol_code(name, [THEATRE]).text
            with Station.open(folder / name, FileVault(folder / name), clock) as station:
                station.enrol(Invitation.of(_NOWHERE, code), name)


def performance(visit: date) -> str:
    """The play's performance on this day."""
    return f"{PLAY}-{visit:%m%d}"
