"""How far each distortion of a synthetic card may go: each library alone, P7 and we on the same frames, with curves in build/bench.

python -m tests.bench.axes [--seeds 6] [--only roll,defocus]
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import cv2

from tests.bench.recall import readers
from tests.scan.cards import AXES, code_of, seen

FIRST_SEED = 5001
"""Odd ones, which the search has not seen."""

_OUT = Path("build/bench")
_COLOURS = {"pyzbar": "#999", "zxing-cpp": "#c60", "P7": "#06c", "ours": "#080"}
_WIDE, _HIGH = 420, 260


def curves(seeds: int, only: frozenset[str] = frozenset()) -> dict[str, dict[str, list[float]]]:
    """By axis and reader: share of frames read at each level. Half of the cards show both symbols, half the Code 39 alone."""
    cv2.setNumThreads(1)
    all_readers = readers()
    found: dict[str, dict[str, list[float]]] = {}
    for axis, scenes in AXES.items():
        if only and axis not in only:
            continue
        found[axis] = {name: [] for name in all_readers}
        for scene in scenes:
            read = dict.fromkeys(all_readers, 0)
            for number in range(seeds):
                seed = FIRST_SEED + 2 * number
                frame = seen(replace(scene, qr=number % 2 == 0), seed)
                for name, reads in all_readers.items():
                    read[name] += code_of(seed) in reads([frame])
            for name, times in read.items():
                found[axis][name].append(round(times / seeds, 3))
    return found


def drawn(axis: str, by_reader: dict[str, list[float]]) -> str:
    """An SVG picture: levels from mild to hopeless, shares from none to all."""
    lines = []
    for number, (name, shares) in enumerate(by_reader.items()):
        step = (_WIDE - 60) / max(1, len(shares) - 1)
        points = " ".join(
            f"{40 + at * step:.0f},{_HIGH - 30 - share * (_HIGH - 70):.0f}" for at, share in enumerate(shares)
        )
        colour = _COLOURS[name]
        lines.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines.append(
            f'<text x="{40 + number * 90}" y="{_HIGH - 6}" fill="{colour}" font-size="12">{name}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE}" height="{_HIGH}">'
        f'<text x="40" y="20" font-size="14">{axis}</text>{"".join(lines)}</svg>\n'
    )


def main() -> None:
    """Measure, draw, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.axes", description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=6)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    found = curves(asked.seeds, frozenset(filter(None, asked.only.split(","))))
    _OUT.mkdir(parents=True, exist_ok=True)
    for axis, by_reader in found.items():
        (_OUT / f"recall-{axis}.svg").write_text(drawn(axis, by_reader), encoding="utf-8")
        print(
            f"{axis:10} "
            + "  ".join(f"{name} {sum(shares) / len(shares):.2f}" for name, shares in by_reader.items())
        )
    print(json.dumps({"seeds": asked.seeds, "curves": found}))


if __name__ == "__main__":
    main()
