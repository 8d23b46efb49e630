"""One run from one seed, and the shortest that still finds the same."""

from __future__ import annotations

import logging
import shutil
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from tests.simulation.chance import STORM, Weather
from tests.simulation.checks import after_heal, once_a_day
from tests.simulation.moves import Moves
from tests.simulation.network import THEATRE, Network, copy, template
from tests.simulation.schedule import Happening, Schedule
from tests.simulation.watch import Watch
from tests.simulation.wire import Fault
from validator.domain.sharing import Sharing

_TRIES = 60
WORDS = frozenset(fault.value for fault in Fault)
"""What a schedule may have befall a message."""


@dataclass
class Outcome:
    """What one run came to.

    Attributes:
        found: broken invariants; empty where all hold.
        moments: how many went by; ``steps``: what happened, for a replay.
        apart: tickets over a number, by why that is no broken promise.
    """

    seed: int
    days: int
    found: list[str]
    steps: list[str]
    redemptions: int = 0
    tickets: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    gaps: Counter[str] = field(default_factory=Counter)
    apart: Counter[str] = field(default_factory=Counter)
    granted: int = 0
    stranded: int = 0
    wrongly_declined: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Plan:
    """What to run.

    Attributes:
        keep: the moments at which something happens; None: all.
        sharing: how the hub shares quotas out; None: as it does by itself.
        schedule: what happens; None: what the seed says.
    """

    seed: int
    days: int
    weather: Weather = STORM
    keep: Collection[int] | None = None
    sharing: Sharing | None = None
    schedule: Schedule | None = None

    @classmethod
    def of(cls, schedule: Schedule) -> Plan:
        """Run a schedule."""
        weather = replace(STORM, moments=schedule.moments, rate=schedule.rate)
        return cls(schedule.seed, schedule.days, weather, schedule=schedule)

    def as_schedule(self, steps: Iterable[str]) -> Schedule:
        """The same run with these steps alone, written down."""
        told = Schedule.read("\n".join(steps), WORDS)
        mornings = self.schedule is None or self.schedule.mornings
        return replace(
            told,
            seed=self.seed,
            days=self.days,
            moments=self.weather.moments,
            rate=self.weather.rate,
            mornings=mornings,
        )

    @property
    def moments(self) -> int:
        """How many there are."""
        return self.days * self.weather.moments


def run(plan: Plan, place: Path) -> Outcome:
    """Run it in a folder of its own below ``place``."""
    began = time.perf_counter()
    folder = place / f"run-{plan.seed}"
    copy(template(place, plan.days, plan.weather), folder)
    steps: list[str] = []
    try:
        with _quiet(), Network(folder, plan.seed, plan.days, plan.weather, plan.sharing) as network:
            watch = Watch(network)
            try:
                _live(plan, network, watch, steps)
            finally:
                watch.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    account = watch.account
    tickets = account.tickets.values()
    return Outcome(
        plan.seed,
        plan.days,
        watch.found,
        steps,
        sum(not ticket.is_reservation for ticket in tickets),
        sum(ticket.count for ticket in tickets if ticket.stands),
        network.faults,
        account.said,
        watch.gaps,
        watch.apart,
        account.granted,
        account.stranded,
        account.wrongly_declined,
        time.perf_counter() - began,
    )


def shrink(plan: Plan, place: Path, found: str) -> tuple[Plan, Outcome]:
    """The shortest run that is found to break the same invariant: fewer days, then fewer moments."""
    invariant = found[: found.index(":")]
    tries = iter(range(_TRIES))

    def fails(keep: list[int]) -> Outcome | None:
        if next(tries, None) is None:
            return None
        shorter = replace(plan, keep=frozenset(keep))
        outcome = run(shorter, place)
        return outcome if any(each.startswith(invariant) for each in outcome.found) else None

    keep = list(range(plan.moments)) if plan.keep is None else sorted(plan.keep)
    best = fails(keep)
    if best is None:
        return plan, run(plan, place)
    last = max((int(step.split()[0]) for step in best.steps), default=plan.moments)
    keep = [moment for moment in keep if moment <= last]
    chunk = max(1, len(keep) // 2)
    while chunk:
        for start in range(len(keep) - chunk, -1, -chunk):
            fewer = keep[:start] + keep[start + chunk :]
            if (outcome := fails(fewer)) is not None:
                keep, best = fewer, outcome
        chunk //= 2
    return replace(plan, keep=frozenset(keep)), best


def _live(plan: Plan, network: Network, watch: Watch, steps: list[str]) -> None:
    moves, weather = Moves(network, watch), plan.weather
    names, weights = list(weather.steps), list(weather.steps.values())
    day = network.today - timedelta(days=1)
    for moment in range(plan.moments):
        network.at(moment)
        (name,) = network.chance.choices(names, weights)
        (desk,) = (
            network.chance.choices(network.desks, weather.busy)
            if name == "give"
            else (network.chance.choice(network.desks),)
        )
        if network.today != day:
            _day_over(watch, day)
            day = network.today
            if plan.schedule is None or plan.schedule.mornings:
                _watched(watch, partial(moves.plan, desk))
        drawn = (Happening(moment, name, desk.number),)
        for each in drawn if plan.schedule is None else plan.schedule.at(moment):
            if plan.keep is None or moment in plan.keep:
                steps.append(str(each))
                _watched(watch, partial(moves.step, each.step, network.desks[each.desk], each.how))
        if watch.found:
            return
        network.clock.run(timedelta(days=1) / weather.moments)
    network.at(plan.moments)
    _watched(watch, moves.heal)
    _watched(watch, partial(after_heal, network, watch))
    watch.found += once_a_day(watch)
    watch.apart += watch.account.over(THEATRE, watch.hub.strict())


def _watched(watch: Watch, step: Callable[[], None]) -> None:
    try:
        step()
    except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        where = "" if frame is None else f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}"
        watch.find(f"bug: {type(error).__name__} in {where}: {error}")


def _day_over(watch: Watch, day: date) -> None:
    """Rights for a day that is over are no one's any more: those were stranded."""
    out = watch.hub.outstanding(watch.hub.granted(), watch.written_off)
    watch.account.stranded += sum(count for place, count in out.items() if place.day == day)


@contextmanager
def _quiet() -> Iterator[None]:
    """What the program logs of the bad weather is no news here."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
