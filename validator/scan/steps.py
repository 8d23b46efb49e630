"""The steps of reading as data: which engine looks at which view, in which order. Pure but for reading the package's own list.

`steps.json` is written by a search over photographs (`tests/bench/search.py`), not by hand; what each step earns stands in an ADR.

1. A step looks at the whole frame, or at each place of bars or of a matrix that was located; places are located when the first step
   asks for them.
2. A step names its engine. Where that engine is missing the step is passed over: the list serves a desk with either.
3. What stands in for zxing-cpp is taken only where that is missing, and then first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from validator.scan.decoder import LINES, ZBAR, ZXING
from validator.scan.finders import laid_out
from validator.scan.locate import Place
from validator.scan.pixels import View
from validator.scan.straight import darkest, straight

FILE_NAME = "steps.json"


class Part(StrEnum):
    """What a step looks at."""

    FRAME = "frame"
    BARS = "bars"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Step:
    """One engine's look at one view.

    Attributes:
        part: the frame, or places in it.
        view: a name from `FRAME_VIEWS`, `BARS_VIEWS` or `MATRIX_VIEWS`.
        engine: `ZXING`, `ZBAR` or `LINES`.
        quick: whether a camera's frame gets it in which a card comes in (`validator.scan.spread`).
        stands_in: whether it is taken only where zxing-cpp is missing.

    Raises:
        ValueError: there is no such view or engine.
    """

    part: Part
    view: str
    engine: str
    quick: bool = False
    stands_in: bool = False

    def __post_init__(self) -> None:
        if self.view not in VIEWS[self.part] or self.engine not in (ZXING, ZBAR, LINES):
            raise ValueError(f"no step: {self.part} {self.view} {self.engine}")

    @property
    def name(self) -> str:
        """For people, and for telling which step read."""
        return f"{self.engine} {self.part} {self.view}"


@dataclass(frozen=True, slots=True)
class Steps:
    """All of them in their order, and the seconds of a frame after which none is begun."""

    steps: tuple[Step, ...]
    seconds: float

    def with_engines(self, names: Collection[str]) -> Steps:
        """What can be done with these engines."""
        can = [step for step in self.steps if step.engine in names or step.engine == LINES]
        if ZXING in names:
            return replace(self, steps=tuple(step for step in can if not step.stands_in))
        return replace(self, steps=tuple(sorted(can, key=lambda step: not step.stands_in)))


MARGIN = 0.18
"""Share of a place's length that a strip has on either side."""

LINE_MARGIN = 0.3
_AVERAGED_ROWS = 24


def _scale(place: Place) -> float:
    """Small bars are enlarged, so that one of them has some pixels."""
    return 3.0 if place.length < 250 else 2.0 if place.length < 500 else 1.0  # noqa: PLR2004  (pixels)


def strip(frame: View, place: Place, scale: float, margin: float = MARGIN) -> View:
    """A place, upright."""
    size = (place.length * (1 + 2 * margin), place.height)
    return frame.cut((place.x, place.y), place.turn, size, scale)


def patch(frame: View, place: Place, scale: float) -> View:
    """A matrix's place with what lies around it."""
    side = max(24.0, 0.25 * max(place.length, place.height))
    return frame.cut((place.x, place.y), place.turn, (place.length + side, place.height + side), scale)


FRAME_VIEWS: Mapping[str, Callable[[View], View]] = MappingProxyType(
    {
        "whole": lambda frame: frame,
        "half": lambda frame: frame.scaled(1 / 2),
        "even": View.equalised,
        "dark": View.inverted,
        "crisp": lambda frame: frame.sharpened(1.5),
        "contrast": View.black_and_white,
    },
)
BARS_VIEWS: Mapping[str, Callable[[View, Place], View]] = MappingProxyType(
    {
        "strip": lambda frame, place: strip(frame, place, _scale(place)),
        "plain": lambda frame, place: strip(frame, place, 1),
        "average": lambda frame, place: strip(frame, place, _scale(place)).averaged(_AVERAGED_ROWS),
        "crisp average": lambda frame, place: (
            strip(frame, place, _scale(place)).averaged(_AVERAGED_ROWS).sharpened(1.0 * _scale(place))
        ),
        "even": lambda frame, place: strip(frame, place, 1).equalised(),
        "contrast": lambda frame, place: strip(frame, place, 1).black_and_white(),
        "dark": lambda frame, place: strip(frame, place, _scale(place)).inverted(),
        "straight": lambda frame, place: straight(strip(frame, place, _scale(place))),
        "straight average": lambda frame, place: straight(strip(frame, place, _scale(place))).averaged(
            _AVERAGED_ROWS
        ),
        "darkest": lambda frame, place: darkest(straight(strip(frame, place, _scale(place))), _AVERAGED_ROWS),
        "ordinary": lambda frame, place: strip(frame, place, min(2.0, _scale(place)), LINE_MARGIN),
        "soft": lambda frame, place: strip(frame, place, min(2.0, _scale(place)), LINE_MARGIN),
        "signs": lambda frame, place: strip(frame, place, min(2.0, _scale(place)), LINE_MARGIN),
    },
)
MATRIX_VIEWS: Mapping[str, Callable[[View, Place], View]] = MappingProxyType(
    {
        "double": lambda frame, place: patch(frame, place, 2),
        "triple": lambda frame, place: patch(frame, place, 3),
        "crisp": lambda frame, place: patch(frame, place, 2).sharpened(2.5),
        "crisper": lambda frame, place: patch(frame, place, 3).sharpened(5.0),
        "even": lambda frame, place: patch(frame, place, 2).equalised(),
        "contrast": lambda frame, place: patch(frame, place, 2).black_and_white(),
        "half": lambda frame, place: patch(frame, place, 0.5),
        "plain": lambda frame, place: patch(frame, place, 1),
        "dark": lambda frame, place: patch(frame, place, 2).inverted(),
        "laid out": lambda frame, place: laid_out(patch(frame, place, 2)) or patch(frame, place, 0.1),
    },
)
VIEWS: Mapping[Part, frozenset[str]] = MappingProxyType(
    {
        Part.FRAME: frozenset(FRAME_VIEWS),
        Part.BARS: frozenset(BARS_VIEWS),
        Part.MATRIX: frozenset(MATRIX_VIEWS),
    },
)


def parsed(text: str) -> Steps:
    """The steps that a list says."""
    said = json.loads(text)
    steps = (
        Step(
            Part(row["part"]),
            row["view"],
            row["engine"],
            row.get("quick", False),
            row.get("stands_in", False),
        )
        for row in said["steps"]
    )
    return Steps(tuple(steps), said["seconds"])


@cache
def chosen_steps() -> Steps:
    """The package's own list."""
    return parsed(files("validator.scan").joinpath(FILE_NAME).read_text(encoding="utf-8"))
