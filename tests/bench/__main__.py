"""`make bench`: figures as ratios to a limit measured in the same run. A table for people, one JSON object as the last line.

    python -m tests.bench [--cards N] [--clips N]

The figures go to build/bench/figures.json as well; with BENCH_PHOTOS=FOLDER a sample of recall on photographs is added. They are
never a test: machines differ, ratios drift with load.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.bench import gate, hop, hub, scanning, store, video, window
from tests.bench.timing import Figure

_OUT = Path("build/bench")


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--cards", type=int, default=100_000, help="cards in the desk's list")
    parser.add_argument("--clips", type=int, default=12, help="synthetic videos of a card moved into view")
    asked = parser.parse_args()
    cards = asked.cards
    with tempfile.TemporaryDirectory() as folder:
        figures = store.figures(Path(folder), cards) + hub.figures(Path(folder))
    figures += scanning.figures()
    figures += gate.figures()
    figures += hop.figures()
    figures += window.figures()
    recall = scanning.recall()
    moved = video.row(asked.clips)
    _print(figures)
    for each in [*recall, moved]:
        print(json.dumps(each))
    rows = [asdict(figure) | {"ratio": round(figure.ratio, 3)} for figure in figures]
    _OUT.mkdir(parents=True, exist_ok=True)
    (_OUT / "figures.json").write_text(json.dumps(rows, indent=1))
    print(json.dumps({"figures": rows, "recall": recall, "video": moved}))


def _print(figures: list[Figure]) -> None:
    print(f"{'what':34} {'ours ms':>9} {'p99 ms':>9} {'limit':28} {'limit ms':>9} {'ratio':>7}")
    for each in figures:
        print(
            f"{each.name:34} {each.ours_ms:9.3f} {each.p99_ms:9.3f} {each.limit:28} {each.limit_ms:9.3f} {each.ratio:7.2f}"
        )


if __name__ == "__main__":
    main()
