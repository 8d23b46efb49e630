"""`make simulate SEEDS=n [SEED=k] [DAYS=d]`: whole networks under faults; one JSON object as the last line, exit 1 on a finding.

First cut: the faults are lost, repeated, late and cut-short messages, lost answers, broken downloads, partitions, restarts, and
crashes at a commit. What several desks cut off from each other may give together is not bounded yet: it is only counted.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.simulation.checks import findings, over_quota
from tests.simulation.network import Simulation


def main() -> int:
    """Run, report."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulation", description="Whole networks from seeds."
    )
    parser.add_argument("--seeds", type=int, default=10, help="how many runs")
    parser.add_argument("--seed", type=int, default=1, help="the first run's seed")
    parser.add_argument("--days", type=int, default=2, help="simulated days a run")
    asked = parser.parse_args()
    faults: Counter[str] = Counter()
    said: Counter[str] = Counter()
    over, started = 0, time.perf_counter()
    for seed in range(asked.seed, asked.seed + asked.seeds):
        folder = Path(tempfile.mkdtemp(prefix="simulation-"))
        try:
            with Simulation(folder, seed) as simulation:
                simulation.days(asked.days)
                simulation.heal()
                found = findings(simulation)
                over += over_quota(simulation)
            faults, said = faults + simulation.faults, said + simulation.said
        finally:
            shutil.rmtree(folder)
        print(f"seed {seed}: {'; '.join(found) or 'holds'}", file=sys.stderr)
        if found:
            print(
                json.dumps(
                    {
                        "seed": seed,
                        "findings": found,
                        "lost": _count(found, "lost"),
                        "doubled": _count(found, "doubled"),
                    }
                )
            )
            return 1
    days = asked.seeds * asked.days
    print(
        json.dumps(
            {
                "seeds": asked.seeds,
                "days": days,
                "redemptions": sum(number for code, number in said.items() if code in ("A01", "A02")),
                "faults": faults.total(),
                "by_fault": dict(sorted(faults.items())),
                "lost": 0,
                "doubled": 0,
                "over_quota": over,
                "days_per_second": round(days / (time.perf_counter() - started), 2),
            }
        )
    )
    return 0


def _count(found: list[str], word: str) -> int:
    return sum(word in each for each in found)


if __name__ == "__main__":
    sys.exit(main())
