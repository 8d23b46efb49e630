"""`make simulate-mutants`: the program with one deliberate bug after the other. The simulator must find each, or it proves nothing.

    python -m tests.simulation.mutants             # all of them; exit 1 where one is not found
    python -m tests.simulation.mutants only_once   # by name

Each stands for an invariant of ARCHITECTURE.md, and where it can for a defect that another box office's code really has.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.simulation import casebugs, changebugs, forkbugs, lentbugs, numberbugs, paperbugs, policybugs
from tests.simulation.bugs import BUGS, Bug
from tests.simulation.chance import STORM
from tests.simulation.crowd import say, scratch
from tests.simulation.network import template
from tests.simulation.run import WORDS, Plan, run
from tests.simulation.schedule import Schedule

MORE = (
    casebugs.__name__,
    changebugs.__name__,
    forkbugs.__name__,
    lentbugs.__name__,
    numberbugs.__name__,
    paperbugs.__name__,
    policybugs.__name__,
)
"""Loaded, so that their bugs stand in the list."""
DAYS = 6
FIRST_SEED = 1


@dataclass(frozen=True)
class Hunt:
    """How a bug was found.

    Attributes:
        seeds: how many it took; 0 where it was not found.
        finding: what was said.
    """

    name: str
    seeds: int
    finding: str
    seconds: float


def hunt(bug: Bug, place: Path) -> Hunt:
    """Run the bugged program from seed to seed until something is found."""
    began = time.perf_counter()
    with ExitStack() as bugged:
        bug.plant(bugged)
        for count in range(1, bug.within + 1):
            outcome = run(_plan(bug, FIRST_SEED + count - 1), place / bug.name)
            if outcome.found:
                return Hunt(bug.name, count, outcome.found[0], time.perf_counter() - began)
    return Hunt(bug.name, 0, "", time.perf_counter() - began)


def _plan(bug: Bug, seed: int) -> Plan:
    if not bug.schedule:
        return Plan(seed, DAYS)
    return Plan.of(replace(Schedule.read(bug.schedule, WORDS), seed=seed))


def hunt_all(bugs: Sequence[Bug], jobs: int = 0) -> Iterator[Hunt]:
    """All of them, each in a process of its own, handed out in their order as they come."""
    with scratch() as place:
        # Made by the program as it is, before any bug is in it.
        ready = template(place, DAYS, STORM)
        for bug in bugs:
            (place / bug.name).mkdir()
            (place / bug.name / ready.name).symlink_to(ready)
        with ProcessPoolExecutor(
            jobs or os.cpu_count(), get_context("fork"), max_tasks_per_child=None
        ) as pool:
            yield from pool.map(partial(hunt, place=place), bugs)


def main() -> int:
    """Hunt, and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulation.mutants", description="Deliberate bugs."
    )
    parser.add_argument("names", nargs="*", help="which; none: all")
    parser.add_argument("--jobs", type=int, default=0, help="processes; 0: one for each core")
    asked = parser.parse_args()
    bugs = [bug for bug in BUGS if not asked.names or bug.name in asked.names]
    hunts = []
    for bug, found in zip(bugs, hunt_all(bugs, asked.jobs), strict=True):
        hunts.append(found)
        after = f"seed {found.seeds} of {bug.within}" if found.seeds else f"NOT FOUND in {bug.within} seeds"
        say(f"{bug.name:28} {bug.stands_for:12} {after:22} {found.finding[:90]}")
    missed = [found.name for found in hunts if not found.seeds]
    print(json.dumps({"mutants": len(hunts), "found": len(hunts) - len(missed), "missed": missed}))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
