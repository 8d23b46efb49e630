"""Whether a camera's frames come fast enough at the size it was asked for: pure.

1080 lines are worth it: the finest printed codes need them (a Code 39 of 0.33 mm bars is 1.3 pixels to a bar in 720 lines from
25 cm, 2 in 1080), and a look costs some three milliseconds more; one with costly steps is bounded in time, not in pixels. But some
cables and cameras carry only a few such frames a second, and somebody moves the card: ten frames of it smeared are worth less than
thirty. The same camera is then asked for 720 lines, once; in low light that is no faster, and no slower either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

SLOW = 12.0
"""Frames a second below which fewer lines are asked for."""

SETTLE = 1.0
SPAN = 2.0
"""Seconds that a camera gets to begin, and over which its frames are counted then."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The frames of one size so far.

    Attributes:
        began: when the first came.
        counted: how many came since it settled.
    """

    began: float | None = None
    counted: int = 0

    def after(self, at: float) -> Pace:
        """One frame more."""
        if self.began is None:
            return Pace(at)
        return replace(self, counted=self.counted + 1) if at - self.began > SETTLE else self

    def is_slow(self, at: float) -> bool | None:
        """Whether they come too slowly; None while that cannot be said."""
        if self.began is None or at - self.began < SETTLE + SPAN:
            return None
        return self.counted < SLOW * (at - self.began - SETTLE)
