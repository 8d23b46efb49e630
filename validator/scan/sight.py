"""Whether a camera shows anything: a picture that is black, or the same for long. Pure; frames and seconds go in.

1. Black is dark all over *and* without any form: in a dim hall a card can still be read, and is no closed shutter.
2. Frozen is the same in every pixel looked at, for long. A sensor always has grain; where a picture is white or black all over, it
   cannot show, and nothing is said. Only frames that a sensor took are judged so: a still picture may stand in for a camera.
3. Nothing is said, and nothing taken back, before it has held for a while, and between dark and clear lies a stretch that is
   neither: words do not flicker.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from validator.scan.pixels import GrayFrame
from validator.scan.state import CameraState
from validator.scan.tiles import Tiles

BLACK_AFTER = 2.0
FROZEN_AFTER = 8.0
BACK_AFTER = 0.7
"""Seconds that something has to hold before it is said, or taken back."""

SAME = 0.5
"""Seconds without any change from which a picture counts as standing; some cameras send each frame twice."""

_DARK, _FLAT = 20.0, 3.0
_CLEAR, _FORMED = 28.0, 5.0
"""Gray levels: of the brightest tile, and from a tile to the next. Within the first two it is black, beyond one of the last not."""

_GRAIN_SHOWS = (8, 247)
_ENOUGH = 0.1
_EVERY = (8, 4)


@dataclass(frozen=True, slots=True)
class Lasting:
    """Something that is said once it has held for a while.

    Attributes:
        said: what is said.
        against: since when the opposite holds, or None.
    """

    said: bool = False
    against: float | None = None

    def after(self, at: float, seconds: float, *, holds: bool | None) -> Lasting:
        """What is said then.

        Args:
            at: when.
            seconds: for how long the opposite has to hold.
            holds: what is seen now; None is neither.
        """
        if holds is None or holds is self.said:
            return replace(self, against=None)
        since = at if self.against is None else self.against
        return Lasting(holds) if at - since >= seconds else replace(self, against=since)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is remembered between frames.

    Attributes:
        black: whether the picture is black.
        frozen: whether it stands still.
        grain: pixels of the frame before.
        changed_at: when a frame differed last from the one before.
    """

    black: Lasting = field(default_factory=Lasting)
    frozen: Lasting = field(default_factory=Lasting)
    grain: bytes = field(default=b"", repr=False)
    changed_at: float = 0.0

    @property
    def trouble(self) -> CameraState | None:
        """What is wrong with the picture, or None."""
        if self.black.said:
            return CameraState.BLACK
        return CameraState.FROZEN if self.frozen.said else None

    def after(self, gray: GrayFrame, tiles: Tiles, at: float, *, live: bool) -> Sight:
        """The memory after one more frame.

        Args:
            gray: the frame.
            tiles: its tiny copy.
            at: when it came.
            live: whether a sensor took it.
        """
        black = self.black.after(at, BACK_AFTER if self.black.said else BLACK_AFTER, holds=_is_black(tiles))
        if not live:
            return Sight(black)
        grain = _grain(gray)
        changed_at = self.changed_at if grain and grain == self.grain else at
        stands = at - changed_at >= SAME
        frozen = self.frozen.after(at, BACK_AFTER if self.frozen.said else FROZEN_AFTER - SAME, holds=stands)
        return Sight(black, frozen, grain, changed_at)


def _is_black(tiles: Tiles) -> bool | None:
    """Light that leaks in fades from one side to the other; what lies there has rims."""
    brightest = float(tiles.max())
    rim = max(float(np.abs(np.diff(tiles, axis=axis)).max()) for axis in (0, 1))
    if brightest <= _DARK and rim <= _FLAT:
        return True
    return False if brightest > _CLEAR or rim > _FORMED else None


def _grain(gray: GrayFrame) -> bytes:
    """Some pixels of a frame; none where grain could not be seen."""
    some = gray[:: _EVERY[0], :: _EVERY[1]]
    low, high = _GRAIN_SHOWS
    shows = np.count_nonzero((some > low) & (some < high)) >= _ENOUGH * some.size
    return some.tobytes() if shows else b""
