"""`make simulate SEEDS=n [SEED=k] [DAYS=d]`: whole networks under faults; one JSON object as the last line, exit 1 on a finding.

    python -m tests.simulation --seeds 200            # from seed 1
    python -m tests.simulation --seed 7 --days 3      # one seed again: it does the same
    python -m tests.simulation --schedule faults.txt  # what happens is written down (tests.simulation.schedule)
    python -m tests.simulation --policies --seeds 50  # the table of sharing policies

What is found is shrunk: the object then names the seed, what is broken, and the fewest moments that still break it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from tests.simulation.chance import STORM
from tests.simulation.crowd import Totals, all_of, say, scratch
from tests.simulation.gaps import KNOWN_GAPS
from tests.simulation.policies import POLICIES, compare
from tests.simulation.run import WORDS, Plan, shrink
from tests.simulation.schedule import Schedule


def main() -> int:
    """Run, report."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description="Networks from seeds.")
    parser.add_argument("--seeds", type=int, default=1, help="how many runs")
    parser.add_argument("--seed", type=int, default=1, help="the first run's seed")
    parser.add_argument("--days", type=int, default=8, help="simulated days a run")
    parser.add_argument("--moments", type=int, default=STORM.moments, help="steps a day")
    parser.add_argument("--jobs", type=int, default=0, help="processes; 0: one for each core")
    parser.add_argument("--sharing", choices=sorted(POLICIES), help="how quotas are shared out")
    parser.add_argument("--schedule", type=Path, help="a file that says what happens, and at which moments")
    parser.add_argument("--policies", action="store_true", help="compare all ways of sharing")
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + asked.seeds)
    if asked.policies:
        print(json.dumps(compare(seeds, asked.days, asked.jobs)))
        return 0
    weather = replace(STORM, moments=asked.moments)
    sharing = POLICIES[asked.sharing] if asked.sharing else None
    plans = [Plan(seed, asked.days, weather, sharing=sharing) for seed in seeds]
    if asked.schedule:
        try:
            plans = [
                replace(Plan.of(Schedule.read(asked.schedule.read_text("utf-8"), WORDS)), sharing=sharing)
            ]
        except (OSError, ValueError) as error:
            parser.error(f"{asked.schedule}: {error}")
    by_seed = {plan.seed: plan for plan in plans}
    totals = Totals()
    with scratch() as place:
        for outcome in all_of(plans, place, asked.jobs):
            totals.add(outcome)
            if outcome.found:
                say(f"seed {outcome.seed}: {'; '.join(outcome.found)}: looking for the shortest run")
                plan = by_seed[outcome.seed]
                shortest, last = shrink(plan, place, outcome.found[0])
                failure = {
                    "seed": outcome.seed,
                    "findings": outcome.found,
                    "prefix": {"moments": len(shortest.keep or ()), "steps": last.steps, "finds": last.found},
                    "schedule": str(plan.as_schedule(last.steps)),
                    "replay": f"make simulate SEED={outcome.seed} DAYS={asked.days}",
                }
                print(json.dumps(totals.figures() | failure))
                return 1
            say(f"seed {outcome.seed}: holds" + _gaps(outcome.gaps))
    for name in sorted(+totals.gaps):
        say(f"known gap {name}: {totals.gaps[name]} times. {KNOWN_GAPS[name]}")
    print(json.dumps(totals.figures()))
    return 0


def _gaps(gaps: dict[str, int]) -> str:
    seen = [name for name, count in gaps.items() if count]
    return f", but for the known gaps {', '.join(sorted(seen))}" if seen else ""


if __name__ == "__main__":
    sys.exit(main())
