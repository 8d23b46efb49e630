"""How a camera's frames share the steps of reading: pure.

1. Every frame gets the first step, which reads most cards. Where no places are found there is little more to look at: the next
   `REST` frames get that one alone.
2. Where places were found, every frame gets the quick steps. While something moves that is all: what comes closer is read as soon
   as it can be, and a longer look would only see the next frame later.
3. When it stays, the other steps go on where the frame before stopped, as far as a frame's time goes.
4. Places that stay where they were and hold no code, a poster or a keyboard, are looked at for `PATIENCE` frames, and then as
   rarely as a bare desk. As soon as one is found elsewhere, all of that begins anew.
5. What was half seen is looked at in the same way next, so that the second look can confirm it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from validator.scan.acceptance import Look
from validator.scan.locate import Place
from validator.scan.steps import Step

REST = 2
PATIENCE = 12
STAYS = 10.0
"""Pixels by which a place may differ from one frame to the next and still be the same."""

_REMEMBERED = 60
"""Middles of places: those of a busy desk come and go."""

Middle: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spread:
    """What is remembered between a camera's frames.

    Attributes:
        goes_on: number of the step that the next frame goes on with, of those that are not quick.
        rests: frames that get the first step alone.
        moves: whether a place was last found where none had been.
        fruitless: frames since then, or since something was read.
        known: where places were found.
    """

    goes_on: int = 0
    rests: int = 0
    moves: bool = False
    fruitless: int = 0
    known: tuple[Middle, ...] = ()

    def steps(self, every: Sequence[Step]) -> tuple[Step, ...]:
        """Those that the next frame gets, in their order, as far as its time goes."""
        if self.rests:
            return tuple(every[:1])
        quick, others = _apart(every)
        return (*quick, *others[self.goes_on :], *others[: self.goes_on]) if not self.moves else quick

    def after(self, every: Sequence[Step], taken: int, places: Sequence[Place] | None, look: Look) -> Spread:
        """The memory after one more frame.

        Args:
            every: all steps.
            taken: how many of the frame's steps were begun.
            places: what was located in it; None where nobody asked.
            look: what came of it.
        """
        if self.rests:
            return replace(self, rests=self.rests - 1)
        quick, others = _apart(every)
        goes_on = (self.goes_on + max(0, taken - len(quick))) % max(1, len(others))
        half_seen = [
            at for at, step in enumerate(others) if look.symbol is not None and step.name == look.step
        ]
        goes_on = half_seen[0] if half_seen else goes_on
        if places is None:
            return replace(self, goes_on=goes_on, fruitless=0, moves=False)
        found = tuple((place.x, place.y) for place in places)
        known = (*found, *(each for each in self.known if _is_new(each, found)))[:_REMEMBERED]
        if not found:
            return Spread(goes_on, REST, known=known)
        moves = bool(self.known) and any(_is_new(each, self.known) for each in found)
        fruitless = 0 if moves or look.symbol is not None else self.fruitless + 1
        rests = REST if fruitless >= PATIENCE else 0
        return Spread(goes_on, rests, moves and not half_seen, fruitless, known)


def _apart(every: Sequence[Step]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The quick ones, the first among them, and the others."""
    return (
        tuple(step for at, step in enumerate(every) if step.quick or at == 0),
        tuple(step for at, step in enumerate(every) if not step.quick and at > 0),
    )


def _is_new(place: Middle, known: Sequence[Middle]) -> bool:
    return all(math.dist(place, each) > STAYS for each in known)
