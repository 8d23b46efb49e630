"""How a camera's frames share the steps of reading: pure.

1. Every frame gets the first step, which reads most cards. Where no places are found there is little more to look at: the next
   `REST` frames get that one alone.
2. Where places were found, the other steps go on where the frame before stopped, as far as a frame's time goes.
3. While something moves swiftly, frames get the quick steps alone, and none rests: what comes closer is read as soon as it can be,
   and what a longer look would read, the next frame shows sooner and sharper. For some frames after it the quick steps come first,
   and no frame is looked at for so long that the next one would be missed. A hand that trembles does not count as swift.
4. Places without a code, a poster or a keyboard, are looked at for `PATIENCE` frames, and then as rarely as a bare desk.
5. What was half seen is looked at in the same way next, so that the second look can confirm it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from validator.scan.acceptance import Look
from validator.scan.locate import Place
from validator.scan.steps import Step
from validator.scan.tiles import Tiles

REST = 2
PATIENCE = 12

SECONDS = 0.035
"""Within which a frame begins its steps: there is a next one."""

HASTY_SECONDS = 0.02
HASTY = 8
"""Frames, and seconds for each, while a card comes in and is put right."""

SWIFT = 12.0
"""Gray levels by which `SWIFT_TILES` tiles change from one frame to the next where something moves swiftly.

In synthetic clips (`tests.scan.moved`) cards that move by more than 300 pixels a second change them by 20 and more in 95 of 100
frames, cards that a hand holds by 5 (median), and an empty desk by less than 1.
"""

SWIFT_TILES = 5


@dataclass(frozen=True, slots=True)
class Spread:
    """What is remembered between a camera's frames.

    Attributes:
        goes_on: number of the step that the next frame goes on with, of those after the first.
        rests: frames that get the first step alone.
        fruitless: frames since something was read, or moved swiftly.
        seen: the last frame.
        hasty: frames for which something counts as coming in; `HASTY` of them where it moved swiftly in the last one.
    """

    goes_on: int = 0
    rests: int = 0
    fruitless: int = 0
    seen: Tiles | None = field(default=None, compare=False)
    hasty: int = 0

    def at(self, tiles: Tiles) -> Spread:
        """The memory with one more frame, before it is looked at."""
        if self.seen is None or _change(self.seen, tiles) < SWIFT:
            return replace(self, seen=tiles, hasty=max(0, self.hasty - 1))
        return replace(self, seen=tiles, hasty=HASTY, rests=0, fruitless=0)

    @property
    def is_swift(self) -> bool:
        """Whether something moved swiftly in the last frame."""
        return self.hasty == HASTY

    @property
    def seconds(self) -> float:
        """Within which the frame begins its steps."""
        return HASTY_SECONDS if self.hasty else SECONDS

    def steps(self, every: Sequence[Step]) -> tuple[Step, ...]:
        """Those that the frame gets, in their order, as far as its time goes."""
        if self.rests:
            return tuple(every[:1])
        first, *others = every
        turned = [*others[self.goes_on :], *others[: self.goes_on]]
        if not self.hasty:
            return (first, *turned)
        quick = [step for step in others if step.quick]
        return (first, *quick, *(step for step in turned if not step.quick and not self.is_swift))

    def after(self, every: Sequence[Step], taken: int, places: Sequence[Place] | None, look: Look) -> Spread:
        """The memory after the look.

        Args:
            every: all steps.
            taken: how many of the frame's steps were begun.
            places: what was located in it; None where nobody asked.
            look: what came of it.
        """
        if self.rests:
            return replace(self, rests=self.rests - 1)
        goes_on = self._next(every, taken)
        if look.symbol is not None:
            half_seen = [at for at, step in enumerate(every[1:]) if step.name == look.step]
            return replace(self, goes_on=half_seen[0] if half_seen else goes_on, fruitless=0)
        fruitless = self.fruitless + 1
        is_vain = places == () or fruitless >= PATIENCE
        return replace(
            self, goes_on=goes_on, fruitless=fruitless, rests=REST if is_vain and not self.is_swift else 0
        )

    def _next(self, every: Sequence[Step], taken: int) -> int:
        last = self.steps(every)[max(0, taken - 1)]
        if last == every[0] or (self.hasty and last.quick):
            return self.goes_on
        return every.index(last) % (len(every) - 1)


def _change(before: Tiles, now: Tiles) -> float:
    change = np.abs(now - before).ravel()
    return float(np.partition(change, -SWIFT_TILES)[-SWIFT_TILES])
