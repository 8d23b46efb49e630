"""One soak: set up, let the desks give while processes are killed at random, bring everything up, settle, check."""

from __future__ import annotations

import random
import socket
import tempfile
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from sync.enrol import Invitation
from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening
from sync.station import Station
from tests.simulation.outside import LedgerView
from tests.soak.checks import DeskRows, Findings, Memory, Rows, desk_rows, hub_rows, look, sessions
from tests.soak.houses import DeskHouse, House, HubHouse, Postgres
from tests.soak.stage import OFFERS, SHOWS, VENUES, set_up
from tests.sync.postgres import Cluster
from validator.clock import SystemClock
from validator.domain.journal import parse
from validator.store.keys import FileVault

_TICK = 0.1
_SETTLING_SECONDS = 180.0
_DOWN = (0.0, 2.0)
_BETWEEN = (0.6, 2.8)
_DECK = ("desk",) * 7 + ("worker",) * 5 + ("hub", "postgres", "session")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run."""

    seconds: float = 180.0
    seed: int = 1
    desks: int = 8
    workers: int = 4


@dataclass
class Outcome:
    """What came of it: figures, findings, and the rows for whoever wants to look again."""

    figures: dict[str, object]
    found: Findings
    desks: list[DeskRows] = field(repr=False)
    hub: dict[str, Rows] = field(repr=False)


class Soak:
    """One run."""

    def __init__(self, plan: Plan, folder: Path, say: Callable[[str], None]) -> None:
        self.plan, self.folder, self.say = plan, folder, say
        self.dice, self.clock = random.Random(plan.seed), SystemClock()
        self.kills: Counter[str] = Counter()
        self.crashed: list[str] = []
        self._nothing = threading.Event()
        self.postgres = Postgres("postgres", folder, cluster=Cluster.made(folder))
        self.postgres.ready()
        self.url = self.postgres.cluster.url
        self.hub = HubHouse(
            "hub", folder, folder=folder / "hub", url=self.url, port=_free_port(), workers=plan.workers
        )
        self.desks: list[DeskHouse] = []

    def run(self) -> Outcome:
        """All of it."""
        self._set_up()
        self.hub.start()
        self.hub.ready()
        for desk in self.desks:
            desk.start()
        began = self.clock.monotonic()
        self._storm(began + self.plan.seconds)
        storm = self.clock.monotonic() - began
        self.say("the storm is over: everything is brought up")
        self.postgres.ready()
        began = self.clock.monotonic()
        found = Findings()
        for desk in self.desks:
            desk.rest()
        self._until_settled(found)
        settled = self.clock.monotonic() - began
        left = sessions(self.url)
        found.add("", sum(left.values()), f"things are left in PostgreSQL: {left}")
        for desk in self.desks:
            found.add("", int(desk.end() != 0), f"{desk.name} did not end as asked")
        self._close_days(found)
        found.add("", int(self.hub.end() != 0), "the hub did not end as asked")
        desks, hub = self.rows()
        rest = look(desks, hub)
        found.lost, found.doubled, found.over_quota = rest.lost, rest.doubled, rest.over_quota
        found.sentences += rest.sentences
        found.add("", len(self.crashed), f"processes ended by themselves: {self.crashed[:3]}")
        bugs = _bugs((self.folder / "hub.log").read_text())
        found.add("", bugs.total(), f"bugs in the hub's log: {dict(bugs.most_common(3))}")
        return Outcome(self._figures(found, desks, storm, settled), found, desks, hub)

    def close(self) -> None:
        """Leave no process behind."""
        for house in (*self.desks, self.hub, self.postgres):
            house.kill()

    def rows(self) -> tuple[list[DeskRows], dict[str, Rows]]:
        """What stands in the files now."""
        return [desk_rows(each.folder, each.desk, each.venues) for each in self.desks], hub_rows(self.url)

    @property
    def _houses(self) -> tuple[House, ...]:
        return (self.hub, *self.desks)

    def _set_up(self) -> None:
        tickets = max(6, int(self.plan.seconds * self.plan.desks * 4) // (len(VENUES) * OFFERS * SHOWS))
        visit = set_up(self.folder / "hub", self.url, tickets)
        served = Listening(port=self.hub.port)
        with Hub.open(self.folder / "hub", self.url) as hub, HubServer(hub, served) as server:
            for number in range(self.plan.desks):
                name, folder = f"desk-{number}", self.folder / f"desk-{number}"
                venues = VENUES if number % 3 == 2 else (VENUES[number % 2],)
                with Station.open(folder, FileVault(folder)) as station:
                    code = hub.enrol_code(name, venues).text
                    identity = station.enrol(Invitation.of(server.url, code), name)
                    station.courier().carry()
                (folder / "witness").touch()
                house = DeskHouse(
                    name,
                    self.folder,
                    folder=folder,
                    desk=identity.desk,
                    venues=venues,
                    visit=visit.isoformat(),
                    seed=self.plan.seed * 10_000 + number * 1000,
                )
                self.desks.append(house)

    def _storm(self, until: float) -> None:
        deck: list[str] = []
        strike = self.clock.monotonic() + self.dice.uniform(*_BETWEEN)
        while (now := self.clock.monotonic()) < until:
            self._bring_up(now)
            if now >= strike:
                deck = deck or self.dice.sample(_DECK, len(_DECK))
                self._strike(deck.pop(), now)
                strike = now + self.dice.uniform(*_BETWEEN)
            self._nothing.wait(_TICK)

    def _strike(self, what: str, now: float) -> None:
        match what:
            case "desk":
                victim = self.dice.choice(self.desks)
                victim.kill()
                victim.due = now + self.dice.uniform(*_DOWN)
            case "worker":
                self.kills[what] += self.hub.kill_a_worker(self.dice)
                return
            case "hub":
                self.hub.kill()
                self.hub.due = now + self.dice.uniform(*_DOWN)
            case "postgres":
                self.postgres.kill()
                self._nothing.wait(self.dice.uniform(*_DOWN))
                self.postgres.ready()
            case "session":
                self.postgres.kill_a_session(self.dice)
        self.kills[what] += 1

    def _bring_up(self, now: float) -> None:
        for house in self._houses:
            if not house.is_up and now >= house.due:
                if house.process is not None and house is not self.hub:
                    self.crashed.append(f"{house.name}: {house.process.returncode}")
                house.due = now + 1.0
                house.start()

    def _until_settled(self, found: Findings) -> None:
        end, quiet = self.clock.monotonic() + _SETTLING_SECONDS, 0
        views = [LedgerView(desk.folder, desk.desk) for desk in self.desks]
        try:
            while quiet < 3 and self.clock.monotonic() < end:
                self._bring_up(self.clock.monotonic())
                quiet = quiet + 1 if self._is_quiet(views) else 0
                self._nothing.wait(_TICK * 5)
        finally:
            for view in views:
                view.close()
        found.add("", int(quiet < 3), "network that did not settle")

    def _is_quiet(self, views: list[LedgerView]) -> bool:
        """Whether every desk has told everything and heard everything."""
        with psycopg.connect(self.url) as connection:
            ((newest,),) = connection.execute("SELECT value FROM counters WHERE name = 'feed'").fetchall()
        return len(self.hub.workers_up()) == self.plan.workers and all(
            view.one("SELECT count(*) FROM outbox WHERE state IN ('recorded', 'sent')") == 0
            and int(view.one("SELECT value FROM fact WHERE name = 'feed_cursor'") or 0) == newest
            for view in views
        )

    def _close_days(self, found: Findings) -> None:
        """Each desk says that its journal holds, and that its days are at the hub."""
        for desk in self.desks:
            with Station.open(desk.folder, FileVault(desk.folder)) as station:
                with station.ledger.read() as books:
                    verified = books.verify()
                    days = {parse(entry.header).at.date() for entry in books.entries()}
                found.add("", int(verified.first_bad is not None), f"journal of {desk.name} does not hold")
                unlike = [day for day in days if not station.close_day(day).holds]
                found.add("", len(unlike), f"days of {desk.name} are not the same at the hub")

    def _figures(
        self, found: Findings, desks: list[DeskRows], storm: float, settled: float
    ) -> dict[str, object]:
        memory = Memory.of([desk.folder for desk in self.desks])
        entries = [line for desk in desks for line in desk.entries]
        return {
            "seed": self.plan.seed,
            "seconds": round(storm, 1),
            "desks": self.plan.desks,
            "workers": self.plan.workers,
            "kills": dict(sorted(self.kills.items())),
            "redemptions": sum(line.kind == "redemption" for line in entries),
            "events": len(entries),
            "events_per_second": round(len(entries) / storm, 1),
            "declined": dict(sorted(memory.words["declined"].items())),
            "offline": dict(sorted(memory.words["line"].items())),
            "giving_ms": {
                "p50": memory.at(0.5),
                "p95": memory.at(0.95),
                "max": memory.millis[-1] if memory.millis else 0.0,
            },
            "lost": found.lost,
            "doubled": found.doubled,
            "over_quota": found.over_quota,
            "settled_in": round(settled, 1),
            "found": found.sentences,
        }


def soak(plan: Plan, say: Callable[[str], None]) -> Outcome:
    """Run it in a folder of its own, which is then gone."""
    with ExitStack() as closing:
        # A short path, because a socket's has to fit into a hundred signs.
        folder = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="ks-")))
        running = Soak(plan, folder, say)
        closing.callback(running.close)
        return running.run()


def _bugs(log: str) -> Counter[str]:
    """The last line of each trace in a log."""
    found: Counter[str] = Counter()
    for trace in log.split("Traceback (most recent call last):")[1:]:
        found[next((line for line in trace.splitlines() if line and not line.startswith(" ")), "")] += 1
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
