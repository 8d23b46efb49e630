"""Many runs in several processes, and what they come to together."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from tests.simulation.network import template
from tests.simulation.run import Outcome, Plan, run

_MEMORY = Path("/dev/shm")  # noqa: S108  files in memory, where the machine has such a place
_COLLECT_EVERY = 5


@dataclass
class Totals:
    """The sums of many runs."""

    seeds: int = 0
    days: int = 0
    redemptions: int = 0
    tickets: int = 0
    granted: int = 0
    stranded: int = 0
    wrongly_declined: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    apart: Counter[str] = field(default_factory=Counter)
    gaps: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)
    cpu: float = 0.0
    began: float = field(default_factory=time.perf_counter)

    def add(self, outcome: Outcome) -> None:
        """One run more."""
        self.seeds += 1
        self.days += outcome.days
        self.redemptions += outcome.redemptions
        self.tickets += outcome.tickets
        self.granted += outcome.granted
        self.stranded += outcome.stranded
        self.wrongly_declined += outcome.wrongly_declined
        self.cpu += outcome.seconds
        self.found += outcome.found
        for mine, theirs in (
            (self.faults, outcome.faults),
            (self.said, outcome.said),
            (self.apart, outcome.apart),
            (self.gaps, outcome.gaps),
        ):
            mine.update(theirs)

    def figures(self) -> dict[str, object]:
        """As the last line says them. ``days_per_second`` is of all processes together, by the clock on the wall."""
        return {
            "seeds": self.seeds,
            "days": self.days,
            "redemptions": self.redemptions,
            "granted": self.granted,
            "faults": self.faults.total(),
            "lost": _count(self.found, "lost"),
            "doubled": _count(self.found, "doubled"),
            "over_quota": _count(self.found, "over_quota"),
            "stranded": self.stranded,
            "wrongly_declined": self.wrongly_declined,
            "apart": _named(self.apart),
            "known_gaps": _named(self.gaps),
            "by_fault": _named(self.faults),
            "days_per_second": round(self.days / (time.perf_counter() - self.began), 2),
            "days_per_process_second": round(self.days / self.cpu, 2) if self.cpu else 0,
        }


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for the runs, in memory where that can be had."""
    # Told to end, it ends as on Ctrl+C: with its workers, and without leaving files behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    folder = Path(tempfile.mkdtemp(prefix="simulation-", dir=_MEMORY if _MEMORY.is_dir() else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def all_of(plans: Iterable[Plan], place: Path, jobs: int = 0) -> Iterator[Outcome]:
    """Run them, and hand the outcomes out as they come. Whoever stops asking stops what has not begun."""
    rest = iter(plans)
    jobs = jobs or os.cpu_count() or 1
    first = next(rest, None)
    if first is None:
        return
    template(place, first.days, first.weather)
    yield _one(first, place)
    if jobs == 1:
        yield from (_one(plan, place) for plan in rest)
        return
    with ProcessPoolExecutor(jobs, get_context("fork")) as pool:
        waiting: set[Future[Outcome]] = {pool.submit(_one, plan, place) for plan in islice(rest, 2 * jobs)}
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            waiting |= {pool.submit(_one, plan, place) for plan in islice(rest, len(done))}
            for future in done:
                yield future.result()


def say(line: str) -> None:
    """To whoever looks on; the last line on stdout is for programs."""
    print(line, file=sys.stderr, flush=True)


def _one(plan: Plan, place: Path) -> Outcome:
    # A run makes garbage by the million and few cycles: they are swept between runs.
    gc.disable()
    try:
        return run(plan, place)
    finally:
        gc.enable()
        if plan.seed % _COLLECT_EVERY == 0:
            gc.collect()


def _count(found: list[str], word: str) -> int:
    return sum(f" {word}:" in sentence for sentence in found)


def _named(counter: Counter[str]) -> dict[str, int]:
    return {str(name): count for name, count in sorted(counter.items()) if count}
