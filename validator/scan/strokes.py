"""Single keys as a scanner's test looks at them: what each was and when, and how far apart they came.

A stroke's text may be part of a card's code: it is kept while it is shown and no longer, and has no place in any log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from statistics import median

BURST_MS = 400.0
"""Gap that ends what belongs together: wider than any scanner pauses between two signs, narrower than between two cards."""


class StrokeKind(StrEnum):
    """What a key does."""

    SIGN = "sign"
    ENTER = "enter"
    TAB = "tab"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key.

    Attributes:
        text: the sign, or the control character of a command that types one.
        at: when, in milliseconds of any steady clock.
    """

    kind: StrokeKind
    text: str = field(repr=False)
    at: float


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Milliseconds between two signs: the usual, and the longest."""

    usual: int
    longest: int


class Burst:
    """The strokes that belong together; an own one begins behind each pause."""

    def __init__(self) -> None:
        self._strokes: list[Stroke] = []

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The strokes so far."""
        return tuple(self._strokes)

    @property
    def text(self) -> str:
        """The signs so far."""
        return "".join(stroke.text for stroke in self._strokes if stroke.kind is StrokeKind.SIGN)

    def take(self, stroke: Stroke) -> bool:
        """Take one more. Returns whether a new burst begins with it."""
        begins = not self._strokes or not 0 <= stroke.at - self._strokes[-1].at <= BURST_MS
        if begins:
            self._strokes = []
        self._strokes.append(stroke)
        return begins

    def clear(self) -> None:
        """Forget everything."""
        self._strokes = []


def rhythm_of(strokes: Sequence[Stroke]) -> Rhythm | None:
    """How far apart the signs came; None for fewer than two."""
    instants = [stroke.at for stroke in strokes if stroke.kind is StrokeKind.SIGN]
    gaps = [later - earlier for earlier, later in pairwise(instants)]
    return Rhythm(round(median(gaps)), round(max(gaps))) if gaps else None
