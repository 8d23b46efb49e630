"""How a card is moved into a camera's view, held there and taken away: geometry and the camera's doings over time, no pixels.

1. A `Clip` is one showing; everything random about it is drawn once, from its seed. What is true at an instant is computed from
   the clip and the instant alone, so that any frame can be made without those before it.
2. The hand comes in along the path of least jerk from beyond an edge, trembles while it rests, and goes back the way it came.
3. `Moment.entire` is the truth that readers are timed from: all corners of the card are in the frame when the shutter closes.
   `Moment.whole`, those of at least one symbol, is mostly some frames earlier. Neither says whether a symbol can be read: that is
   `Moment.legible`, a rule of thumb.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from tests.scan.cards import HEIGHT, PRINT, WIDTH, code_of, held
from tests.scan.printed import Box, laid_out
from validator.domain.code import Symbology
from validator.scan.outline import Corners

RATE = 30.0
"""Frames a second."""

SOFT_MODULES = 0.8
SMEARED_MODULES = 1.5
FAINT = 0.3
"""Beyond these nobody is asked to read: sigma of the lens, way of the hand while the shutter is open, share of ordinary light."""

Points = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Clip:
    """One showing of one card.

    Attributes:
        seed: of everything; also of the card, unless another is named.
        module: pixels to a module of its Code 39 where it rests.
        roll, tilt, axis: degrees about the line of sight, degrees that it leans away, and the direction of that in radians.
        rest: where its middle rests.
        outside: where it comes from and goes to.
        start, enter, hold, leave: seconds of the desk alone, of coming in, of resting, of going.
        swing: degrees that it turns while it comes in.
        tremor, drift: pixels by which the hand trembles fast and sways slowly.
        light: share of the ordinary light.
        exposure: seconds for which the shutter is open.
        grain: sigma of the sensor's noise at the ordinary light and middle gray.
        blur: sigma in pixels of the lens at its best.
        lost: further sigma before it has focused on the card; 0 for a lens of fixed focus.
        hunt: seconds from the first sight of the card to the beginning of focusing, and until the error has fallen to a third.
        glare: share of the card's width under a bright streak; 0 for none.
        gains: what the automatic exposure multiplies by, step by step after the card came into view.
        quality: of the JPEG that each frame goes through.
        phases: of all that swings.
        qr: whether the QR code is on it.
        bars: the bar code on it, or None.
        text: what the card holds, where that is not `code_of(seed)`.
    """

    seed: int
    module: float
    roll: float
    tilt: float
    axis: float
    rest: tuple[float, float]
    outside: tuple[float, float]
    start: float
    enter: float
    hold: float
    leave: float
    swing: float
    tremor: float
    drift: float
    light: float
    exposure: float
    grain: float
    blur: float
    lost: float
    hunt: tuple[float, float]
    glare: float
    gains: tuple[float, ...]
    quality: int
    phases: tuple[float, ...]
    qr: bool = True
    bars: Symbology | None = Symbology.CODE39
    text: str = ""

    @property
    def code(self) -> str:
        """What the card holds."""
        return self.text or code_of(self.seed)

    @property
    def frames(self) -> int:
        """How many there are; the last ones show the desk alone again."""
        return int((self.start + self.enter + self.hold + self.leave + 0.1) * RATE)


@dataclass(frozen=True, slots=True)
class Moment:
    """What is true of one frame.

    Attributes:
        number: of the frame.
        corners: of the card.
        symbols: outlines of its symbols, the QR code first.
        entire: whether all corners of the card are in the frame.
        whole: whether all corners of a symbol are.
        legible: whether a symbol that is whole is neither too soft nor smeared nor in the dark.
        roll: degrees.
        smear: pixels that the quickest corner moved while the shutter was open.
        defocus: sigma of the lens in pixels.
        brightness: what the light and the automatic exposure make together, 1 being ordinary.
        noise: sigma at middle gray.
        streak: where the middle of the glare is, as a share of the card's width; None without.
    """

    number: int
    corners: Corners
    symbols: tuple[Corners, ...]
    entire: bool
    whole: bool
    legible: bool
    roll: float
    smear: float
    defocus: float
    brightness: float
    noise: float
    streak: float | None

    @property
    def seconds(self) -> float:
        """When the shutter closes, from the clip's start."""
        return self.number / RATE


class Showing:
    """The clip over time.

    Args:
        clip: what to show.
    """

    def __init__(self, clip: Clip) -> None:
        self.clip = clip
        self.paper, self.boxes = laid_out(clip.code, qr=clip.qr, bars=clip.bars, module=PRINT)
        height, width = self.paper.shape
        self._edges = _outline((0, 0, width, height))
        self._seen_at = next((each / RATE for each in range(clip.frames) if self._reaches_in(each)), 0.0)

    def moments(self) -> Iterator[Moment]:
        """All of them."""
        return (self.moment(number) for number in range(self.clip.frames))

    def moment(self, number: int) -> Moment:
        """What is true of one frame."""
        clip, at = self.clip, number / RATE
        corners = self.corners(at)
        smear = float(np.linalg.norm(corners - self.corners(at - clip.exposure), axis=1).max())
        matrix = self.matrix(at)
        symbols = [cv2.perspectiveTransform(_outline(box)[None], matrix)[0] for box in self.boxes]
        whole = any(_is_inside(each) for each in symbols)
        defocus, brightness = self._defocus(at), self._brightness(at)
        return Moment(
            number,
            _corners_of(corners),
            tuple(_corners_of(np.asarray(each, dtype=np.float32)) for each in symbols),
            _is_inside(corners),
            whole,
            bool(
                whole
                and defocus <= SOFT_MODULES * clip.module
                and smear <= SMEARED_MODULES * clip.module
                and brightness >= FAINT
            ),
            self._roll(at),
            smear,
            defocus,
            brightness,
            clip.grain * max(1.0, brightness / clip.light),
            0.5 + 0.35 * self._swings(3, at, 0.7) if clip.glare else None,
        )

    def corners(self, at: float) -> Points:
        """Of the card, at an instant."""
        clip = self.clip
        far = 1 - self._there(at)
        size = (self.paper.shape[1], self.paper.shape[0])
        factor = clip.module / PRINT * (1 - 0.15 * far)
        middle = (
            clip.rest[0] + (clip.outside[0] - clip.rest[0]) * far + self._sway(0, at),
            clip.rest[1] + (clip.outside[1] - clip.rest[1]) * far + self._sway(1, at),
        )
        return held((size[0] * factor, size[1] * factor), middle, self._roll(at), clip.tilt, clip.axis)

    def matrix(self, at: float) -> npt.NDArray[np.float64]:
        """From the print's pixels to the frame's."""
        return np.asarray(cv2.getPerspectiveTransform(self._edges, self.corners(at)), dtype=np.float64)

    def _there(self, at: float) -> float:
        """How far on its way in: 0 outside, 1 at rest."""
        clip = self.clip
        going = at - clip.start - clip.enter - clip.hold
        return _eased((at - clip.start) / clip.enter) - (_eased(going / clip.leave) if going > 0 else 0.0)

    def _roll(self, at: float) -> float:
        return self.clip.roll + self.clip.swing * (1 - self._there(at)) + 0.4 * self._swings(2, at, 1.1)

    def _sway(self, axis: int, at: float) -> float:
        clip = self.clip
        return clip.tremor * self._swings(axis, at, 9.0 + axis) + clip.drift * self._swings(axis + 4, at, 0.8)

    def _swings(self, phase: int, at: float, rate: float) -> float:
        return math.sin(2 * math.pi * (rate * at + self.clip.phases[phase]))

    def _defocus(self, at: float) -> float:
        """It swings about the right place, less and less."""
        clip = self.clip
        if not clip.lost or at < self._seen_at:
            return clip.blur
        late = at - self._seen_at - clip.hunt[0]
        if late <= 0:
            return math.hypot(clip.blur, clip.lost)
        left = math.exp(-late / clip.hunt[1]) * math.cos(2 * math.pi * 1.6 * late)
        return math.hypot(clip.blur, clip.lost * left)

    def _brightness(self, at: float) -> float:
        """Cameras make up for half of what light is missing, on a scale of doublings."""
        clip = self.clip
        step = int(max(0.0, at - self._seen_at) * RATE / 4)
        return math.sqrt(clip.light) * clip.gains[min(step, len(clip.gains) - 1)]

    def _reaches_in(self, number: int) -> bool:
        corners = self.corners(number / RATE)
        left, top = corners.min(0)
        right, bottom = corners.max(0)
        return bool(right > 0 and left < WIDTH and bottom > 0 and top < HEIGHT)


def clip_of(seed: int) -> Clip:
    """How the card of this seed is shown."""
    chance = np.random.default_rng([seed, 37])
    dark = chance.random() < 0.35
    rest = (WIDTH / 2 + chance.uniform(-300, 300), HEIGHT / 2 + chance.uniform(-90, 90))
    beyond = 290 + chance.uniform(
        200, 1400
    )  # a hand comes from a pocket or a purse, not from the picture's rim
    outside = [
        (rest[0] + chance.uniform(-150, 150), HEIGHT + beyond),
        (rest[0] + chance.uniform(-150, 150), HEIGHT + beyond),
        (-beyond, rest[1] + chance.uniform(-80, 80)),
        (WIDTH + beyond, rest[1] + chance.uniform(-80, 80)),
    ][int(chance.integers(4))]
    bright = float(chance.uniform(1.0, 1.3))
    return Clip(
        seed=seed,
        module=float(chance.uniform(1.5, 2.4)),
        roll=float(chance.uniform(-90, 90)),
        tilt=float(chance.uniform(0, 40)),
        axis=float(chance.uniform(0, 2 * np.pi)),
        rest=rest,
        outside=outside,
        start=float(chance.uniform(0.0, 0.2)),
        enter=float(0.7 * 2 ** chance.uniform(0, 1)),
        hold=float(chance.uniform(0.9, 1.4)),
        leave=float(chance.uniform(0.3, 0.5)),
        swing=float(chance.uniform(-30, 30)),
        tremor=float(chance.uniform(0.3, 1.5)),
        drift=float(chance.uniform(1.0, 6.0)),
        light=float(chance.uniform(0.1, 0.4) if dark else chance.uniform(0.6, 1.0)),
        exposure=float(chance.uniform(0.012, 0.025) if dark else chance.uniform(0.003, 0.010)),
        grain=float(chance.uniform(2.0, 4.0)),
        blur=float(chance.uniform(0.3, 0.8)),
        lost=float(chance.uniform(1.0, 2.8)) if chance.random() < 0.5 else 0.0,
        hunt=(float(chance.uniform(0.1, 0.3)), float(chance.uniform(0.1, 0.25))),
        glare=float(chance.uniform(0.05, 0.2)) if chance.random() < 0.4 else 0.0,
        gains=tuple(
            np.linspace(bright, float(chance.uniform(0.75, 0.95)), int(chance.integers(2, 6))).tolist()
        ),
        quality=int(chance.integers(60, 92)),
        phases=tuple(chance.uniform(0, 1, 6)),
    )


def _eased(share: float) -> float:
    """The path of least jerk."""
    at = min(1.0, max(0.0, share))
    return at**3 * (10 - 15 * at + 6 * at**2)


def _outline(box: Box) -> Points:
    left, top, right, bottom = box
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)


def _is_inside(points: npt.NDArray[np.floating]) -> bool:
    return bool((points >= 0).all() and (points[:, 0] < WIDTH).all() and (points[:, 1] < HEIGHT).all())


def _corners_of(points: Points) -> Corners:
    return tuple((float(x), float(y)) for x, y in points)
