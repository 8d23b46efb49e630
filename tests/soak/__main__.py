"""`make soak [SECONDS=180] [SEED=1]`: real processes, killed at random; one JSON object last, exit 1 on a broken promise.

python -m tests.soak --seconds 180 --seed 1 --desks 8 --workers 4
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from pathlib import Path

from tests.soak.run import Plan, soak


def main() -> int:
    """Run, report."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description="Real processes, killed.")
    parser.add_argument("--seconds", type=float, default=180.0, help="how long processes are killed")
    parser.add_argument("--seed", type=int, default=1, help="of who is killed when, and who asks for what")
    parser.add_argument("--desks", type=int, default=8)
    parser.add_argument("--workers", type=int, default=4)
    asked = parser.parse_args()
    if not Path("/proc/self/task").is_dir():
        print("the soak finds its processes in /proc: it runs on Linux", file=sys.stderr)
        return 2
    # Asked to end, it leaves no process behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    plan = Plan(asked.seconds, asked.seed, asked.desks, asked.workers)
    outcome = soak(plan, lambda text: print(text, file=sys.stderr))
    print(json.dumps(outcome.figures))
    return 1 if outcome.found.sentences else 0


if __name__ == "__main__":
    sys.exit(main())
