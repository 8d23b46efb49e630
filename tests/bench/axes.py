"""How far each distortion of a synthetic card may go: each library alone, P7 and we on the same frames.

    python -m tests.bench.axes [--seeds 6] [--only roll,defocus] [--cards both,QR,Code39] [--plots]

The shares go to build/bench/recall.json; with --plots they are drawn beside it, a picture for each axis and one of all. Cards carry
both symbols, as the printed one, or one of them: what the other cannot make up for shows there.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import cv2

from tests.bench.recall import readers
from tests.scan.cards import AXES, code_of, seen

FIRST_SEED = 5001
"""Odd ones, which the search has not seen."""

CARDS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {"both": {}, "QR": {"bars": None}, "Code39": {"qr": False}}
)
"""What is on the card -> how its scene differs."""

_FIELDS = {"jpeg": "quality", "occlusion": "hidden", "inverted": "module"}
_OUT = Path("build/bench")


@dataclass(frozen=True)
class Curve:
    """One axis for one sort of card.

    Attributes:
        axis: a name from `AXES`.
        card: a name from `CARDS`.
        field: which of a scene's attributes changes from level to level.
        levels: its values, from mild to hopeless.
        shares: reader -> share of frames read at each level.
    """

    axis: str
    card: str
    field: str
    levels: tuple[float, ...]
    shares: Mapping[str, tuple[float, ...]]


def curves(
    seeds: int, only: frozenset[str] = frozenset(), cards: frozenset[str] = frozenset(CARDS)
) -> list[Curve]:
    """All that are asked for, `seeds` cards a point; every reader sees the same frames."""
    cv2.setNumThreads(1)
    all_readers = readers()
    found = []
    for axis, scenes in AXES.items():
        for card in CARDS if not only or axis in only else ():
            if card not in cards:
                continue
            read: dict[str, list[float]] = {name: [] for name in all_readers}
            for scene in scenes:
                frames = [
                    (code_of(seed), seen(replace(scene, **CARDS[card]), seed))
                    for seed in range(FIRST_SEED, FIRST_SEED + 2 * seeds, 2)
                ]
                for name, reads in all_readers.items():
                    read[name].append(round(sum(code in reads([frame]) for code, frame in frames) / seeds, 3))
            field = _FIELDS.get(axis, axis)
            levels = tuple(float(getattr(scene, field)) for scene in scenes)
            found.append(Curve(axis, card, field, levels, {name: tuple(each) for name, each in read.items()}))
    return found


def main() -> None:
    """Measure, print, keep, draw."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.axes", description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=6, help="cards a point")
    parser.add_argument("--only", default="", help="axes; all if not told otherwise")
    parser.add_argument("--cards", default=",".join(CARDS), help="what is on the cards")
    parser.add_argument("--plots", action="store_true", help="draw them too")
    asked = parser.parse_args()
    found = curves(
        asked.seeds, frozenset(filter(None, asked.only.split(","))), frozenset(asked.cards.split(","))
    )
    for curve in found:
        means = "  ".join(f"{name} {sum(shares) / len(shares):.2f}" for name, shares in curve.shares.items())
        print(f"{curve.axis:10} {curve.card:7} {means}")
    _OUT.mkdir(parents=True, exist_ok=True)
    row = {"seeds": asked.seeds, "curves": [vars(curve) for curve in found]}
    (_OUT / "recall.json").write_text(json.dumps(row, indent=1), encoding="utf-8")
    if asked.plots:
        from tests.bench.plots import draw  # the only user of a library that a desk never needs

        draw(found, _OUT)
    print(json.dumps(row))


if __name__ == "__main__":
    main()
