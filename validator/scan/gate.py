"""The gate of an unattended desk: while nothing moves before the camera, frames are looked at rarely. Pure: seconds and tiles in.

1. A frame with movement opens the gate and is looked at at once. It stays open for `OPEN` seconds after the last movement, in which
   every frame is looked at: a lens hunts for focus, and a weak code wants several looks.
2. Closed, it lets a frame through each `REST` seconds: a card that came in unnoticed, or is hard to read, is still tried.
3. Movement is what changes a tile against its row. Lamps that flicker brighten whole rows by one factor, and a slow change of light
   is none within `REST`; grain is measured in the picture itself.
4. What is compared is never older than `REST`, nor younger without a reason: so slow movement adds up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from validator.scan.tiles import Tiles

OPEN = 3.0
"""Seconds; longer than a card that left is remembered (`validator.scan.steady.COOL_DOWN`): what is remembered then, lies there."""

REST = 0.5

LEAST, MOST = 4.0, 14.0
"""Gray levels by which a tile has to change: at least, and in the worst of grain."""

_GRAINS = 8.0
_FLICKER = 1.33
"""Factor up to which a row's change is light."""
_BURNT = 0.35
"""Share of a row's change of light that a tile may lack of it: white paper is as bright as it gets already."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What is remembered between frames.

    Attributes:
        seen: what a frame is compared with, and when it was taken.
        open_until: when it closes.
        looked_at: when a frame was let through last.
    """

    seen: Tiles | None = None
    seen_at: float = 0.0
    open_until: float = 0.0
    looked_at: float = 0.0

    def after(self, tiles: Tiles, at: float) -> Gate:
        """The gate after one more frame."""
        if self.seen is None or has_moved(self.seen, tiles):
            return replace(self, seen=tiles, seen_at=at, open_until=max(self.open_until, at + OPEN))
        return replace(self, seen=tiles, seen_at=at) if at - self.seen_at >= REST else self

    def is_open(self, at: float) -> bool:
        """Whether every frame is looked at now."""
        return at < self.open_until

    def lets(self, at: float) -> bool:
        """Whether this frame is to be looked at."""
        return self.is_open(at) or at - self.looked_at >= REST

    def looked(self, at: float) -> Gate:
        """The gate after a look."""
        return replace(self, looked_at=at)

    def held(self, until: float) -> Gate:
        """Kept open, because a look promised something."""
        return replace(self, open_until=max(self.open_until, until))


def has_moved(before: Tiles, now: Tiles) -> bool:
    """Whether something moved between two tiny copies of frames."""
    light = np.median((now + 1) / (before + 1), axis=1, keepdims=True)
    light = np.clip(light, 1 / _FLICKER, _FLICKER)
    change = np.abs(now - before * light)
    grain = float(np.median(change))
    allowed = min(max(_GRAINS * grain, LEAST), MOST) + _BURNT * np.abs(light - 1) * before
    return bool((change > allowed).any())
