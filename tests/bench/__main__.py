"""`make bench`: figures as ratios to a limit measured in the same run. A table for people, one JSON object as the last line.

    python -m tests.bench [--cards N] [--clips N] [--only load,store] [--listed N] [--queue N]

The figures go to build/bench/figures.json as well; with BENCH_PHOTOS=FOLDER a sample of recall on photographs is added. They are
never a test: machines differ, ratios drift with load.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.bench import gate, hop, hub, load, scanning, store, video, window
from tests.bench.timing import Figure

PARTS = ("store", "hub", "scanning", "gate", "hop", "window", "load", "video")
_OUT = Path("build/bench")


def main() -> None:
    """Measure, print, keep."""
    busy = load.Size()
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--cards", type=int, default=100_000, help="cards in the desk's list")
    parser.add_argument("--clips", type=int, default=12, help="synthetic videos of a card moved into view")
    parser.add_argument("--listed", type=int, default=busy.cards, help="cards in the list of the busy desk")
    parser.add_argument("--queue", type=int, default=busy.queue, help="redemptions that the busy desk sends")
    parser.add_argument("--only", default=",".join(PARTS), help=f"parts, with commas: {', '.join(PARTS)}")
    asked = parser.parse_args()
    wanted = asked.only.split(",")
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        if "store" in wanted:
            figures += store.figures(Path(folder), asked.cards)
        if "hub" in wanted:
            figures += hub.figures(Path(folder))
    for name, part in (("scanning", scanning), ("gate", gate), ("hop", hop), ("window", window)):
        if name in wanted:
            figures += part.figures()
    if "load" in wanted:
        figures += load.figures(load.Size(asked.listed, asked.queue))
    recall = scanning.recall() if "scanning" in wanted else []
    moved = video.row(asked.clips) if "video" in wanted else {}
    _print(figures)
    for each in [*recall, *([moved] if moved else [])]:
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
