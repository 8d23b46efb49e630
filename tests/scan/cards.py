"""Synthetic cards as a camera may see them: a seeded generator of frames with the printed card, or a telephone's screen, in view.

1. One seed, one frame: everything random comes from it.
2. A `Scene` says all that is done to the card, in the order of the world: print, pose, light, lens, sensor, file.
3. An *axis* is one distortion with its levels from mild to hopeless, everything else being as at an ordinary desk.

The card is the printed one: QR and Code 39 of one code. What is in the frame besides it is a desk with nothing to read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import cv2
import numpy as np
import numpy.typing as npt

from tests.scan.printed import card
from validator.domain.code import Symbology, check_character
from validator.scan.pixels import GrayFrame

WIDTH, HEIGHT = 1280, 720
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PRINT = 6
"""Pixels to a module of the Code 39 as it is printed, before the camera; of the QR code two more."""

_DISTANCE = 1400.0
"""Of the card from the camera, in pixels of its own plane."""

Light = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scene:
    """One view of one card.

    Attributes:
        module: pixels to a module of its Code 39 in the frame; of its QR code a third more.
        roll: degrees about the line of sight.
        tilt: degrees by which it leans away, about an axis of its own choosing.
        defocus: sigma in pixels of a lens out of focus.
        motion: pixels that it moves while the shutter is open.
        noise: sigma of the sensor's noise, in gray levels.
        light: share of the ordinary light.
        contrast: of ink to paper, 1 for a good print.
        glare: share of the card's width under a bright streak.
        quality: of the JPEG file that the frame went through; 100 for none.
        hidden: share of the card's height that a thumb covers, from below.
        moire: contrast of a screen's raster over it; above 0 it is shown on a telephone.
        inverted: light on dark, as a screen in dark mode shows it.
        bars: the bar code on it, or None.
        qr: whether the QR code is on it.
        size: of the frame, in pixels; the card is about its middle.
    """

    module: float = 2.0
    roll: float = 0.0
    tilt: float = 0.0
    defocus: float = 0.0
    motion: float = 0.0
    noise: float = 3.0
    light: float = 1.0
    contrast: float = 1.0
    glare: float = 0.0
    quality: int = 100
    hidden: float = 0.0
    moire: float = 0.0
    inverted: bool = False
    bars: Symbology | None = Symbology.CODE39
    qr: bool = True
    size: tuple[int, int] = (WIDTH, HEIGHT)


AXES: Mapping[str, tuple[Scene, ...]] = MappingProxyType(
    {
        "module": tuple(Scene(module=each) for each in (2.0, 1.6, 1.3, 1.1, 0.9)),
        "roll": tuple(Scene(roll=each) for each in (5.0, 12.0, 25.0, 45.0, 70.0, 90.0)),
        "tilt": tuple(Scene(tilt=each) for each in (35.0, 45.0, 52.0, 57.0, 62.0, 68.0)),
        "defocus": tuple(Scene(defocus=each) for each in (0.8, 1.2, 1.6, 2.0, 2.5)),
        "motion": tuple(Scene(motion=each) for each in (2.0, 4.0, 6.0, 9.0)),
        "noise": tuple(Scene(noise=each) for each in (10.0, 20.0, 30.0, 45.0)),
        "light": tuple(Scene(light=each) for each in (0.5, 0.2, 0.1, 0.05)),
        "contrast": tuple(Scene(contrast=each) for each in (0.5, 0.25, 0.12, 0.07)),
        "glare": tuple(Scene(glare=each) for each in (0.01, 0.02, 0.03, 0.045, 0.06, 0.09)),
        "jpeg": tuple(Scene(quality=each) for each in (40, 15, 8, 4)),
        "occlusion": tuple(Scene(hidden=each) for each in (0.15, 0.24, 0.28, 0.32, 0.36, 0.45)),
        "moire": tuple(Scene(moire=each) for each in (0.15, 0.3, 0.5)),
        "inverted": tuple(Scene(inverted=True, module=each) for each in (2.0, 1.6, 1.3)),
    },
)


def code_of(seed: int) -> str:
    """A code of the default form, with its check character."""
    chance = np.random.default_rng([seed, 7])
    stem = "".join(_SIGNS[at] for at in chance.integers(0, len(_SIGNS), 9))
    return stem + check_character(stem)


def seen(scene: Scene, seed: int) -> GrayFrame:
    """The frame that a camera takes of the scene; the card is `code_of(seed)`."""
    chance = np.random.default_rng([seed, 11])
    printed = _printed(scene, code_of(seed))
    frame, where, corners = _posed(scene, printed, chance)
    if scene.moire:
        frame = np.where(where > 0, frame * _raster(scene.moire, scene.size, chance), frame)
    if scene.glare:
        frame += _streak(scene.glare, scene.size, corners, chance)
    if scene.hidden:
        _cover(frame, scene.hidden, corners)
    frame *= scene.light
    return _taken(scene, frame, chance)


def together(lower: Scene, upper: Scene, seed: int, away: tuple[float, float]) -> tuple[GrayFrame, GrayFrame]:
    """Two cards, of which one may cover a part of the other; and the same with nothing printed on the upper one.

    Args:
        lower: the card `code_of(2 * seed)`; its lens and its sensor take the frame.
        upper: the card `code_of(2 * seed + 1)`.
        seed: of both.
        away: pixels from the middle at which the upper one lies.
    """
    chance = np.random.default_rng([seed, 59])
    below, _, _ = _posed(lower, _printed(lower, code_of(2 * seed)), chance)
    above, where, _ = _posed(upper, _printed(upper, code_of(2 * seed + 1)), chance)
    shift = np.array([[1, 0, away[0]], [0, 1, away[1]]], np.float32)
    moved, there = (
        np.asarray(cv2.warpAffine(each, shift, lower.size), dtype=np.float32) for each in (above, where)
    )
    both, covered = (each * there + below * (1 - there) for each in (moved, np.full_like(moved, 235)))
    return _taken(lower, both, np.random.default_rng(seed)), _taken(
        lower, covered, np.random.default_rng(seed)
    )


def held(
    size: tuple[float, float], middle: tuple[float, float], roll: float, tilt: float, axis: float
) -> Light:
    """Corners in the frame of a card that is held before the camera: first turned by `roll`, and leaning away about `axis`.

    Args:
        size: width and height in the frame's pixels, were it held straight.
        middle: where its middle is.
        roll: degrees.
        tilt: degrees.
        axis: radians, from the card's own width.
    """
    width, height = size
    half = np.array([(-width, -height), (width, -height), (width, height), (-width, height)]) / 2
    lean = np.radians(tilt)
    across = half @ np.array([np.cos(axis), np.sin(axis)])
    along = half @ np.array([-np.sin(axis), np.cos(axis)])
    away = _DISTANCE + across * np.sin(lean)
    flat = np.stack([across * np.cos(lean), along], 1) * (_DISTANCE / away)[:, None]
    turn = np.radians(roll) + axis
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return np.asarray(flat @ spin.T + middle, dtype=np.float32)


def degraded(seed: int) -> Scene:
    """A hard view in which several things are wrong at once: most such frames cannot be read at all."""
    chance = np.random.default_rng([seed, 13])
    scene = Scene(
        module=float(chance.uniform(0.9, 2.2)),
        roll=float(chance.uniform(-90, 90)) if chance.random() < 0.5 else float(chance.uniform(-8, 8)),
        tilt=float(chance.uniform(0, 45)),
        noise=float(chance.uniform(2, 25)),
        light=float(chance.uniform(0.1, 1.0)),
        defocus=float(chance.uniform(0.0, 2.2)),
        bars=[Symbology.CODE39, Symbology.CODE39, Symbology.CODE128][int(chance.integers(3))],
        qr=bool(chance.random() < 0.4),
        size=(640, 480),
    )
    extras = (
        {"motion": float(chance.uniform(2, 9))},
        {"glare": float(chance.uniform(0.1, 0.4))},
        {"quality": int(chance.integers(4, 40))},
        {"hidden": float(chance.uniform(0.1, 0.6))},
        {"moire": float(chance.uniform(0.1, 0.5))},
        {"contrast": float(chance.uniform(0.08, 0.5))},
    )
    for at in chance.choice(len(extras), 2, replace=False):
        scene = replace(scene, **extras[at])
    return scene


def again(frame: GrayFrame, number: int) -> GrayFrame:
    """The same view once more: other grain, and a hand that moved by a part of a pixel."""
    chance = np.random.default_rng([number, 23])
    shift = np.array([[1, 0, chance.uniform(-0.5, 0.5)], [0, 1, chance.uniform(-0.5, 0.5)]])
    height, width = frame.shape
    moved = cv2.warpAffine(frame, shift, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return np.clip(moved + chance.normal(0, 2, frame.shape), 0, 255).astype(np.uint8)


def desk(seed: int) -> GrayFrame:
    """A frame with no card in it."""
    table = wood(np.random.default_rng([seed, 17]), (WIDTH, HEIGHT))
    return _taken(Scene(), table, np.random.default_rng([seed, 19]))


def wood(chance: np.random.Generator, size: tuple[int, int]) -> Light:
    """A table, lit from one side."""
    coarse = chance.normal(0, 40, (size[1] // 4, size[0] // 4)).astype(np.float32)
    grain = cv2.resize(cv2.GaussianBlur(coarse, (0, 0), 8, sigmaY=1), size)
    light = np.linspace(-20, 20, size[0], dtype=np.float32) * float(chance.uniform(-1, 1))
    return np.asarray(chance.uniform(70, 150) + grain + light, dtype=np.float32)


def _printed(scene: Scene, code: str) -> Light:
    paper = card(code, qr=scene.qr, bars=scene.bars, module=PRINT).astype(np.float32)
    if scene.inverted:
        paper = 235 - paper + 15
    middle = float(paper.max())
    return middle - (middle - paper) * scene.contrast


def _posed(scene: Scene, printed: Light, chance: np.random.Generator) -> tuple[Light, Light, Light]:
    """The desk with the card on it, where the card is, and its corners."""
    height, width = printed.shape
    factor = scene.module / PRINT
    axis = chance.uniform(0, 2 * np.pi)
    middle = (scene.size[0] / 2 + chance.uniform(-60, 60), scene.size[1] / 2 + chance.uniform(-30, 30))
    corners = held((width * factor, height * factor), middle, scene.roll, scene.tilt, axis)
    edges = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(edges, corners)
    soft = cv2.GaussianBlur(printed, (0, 0), 0.35 / factor)  # a pixel sees an area
    there = cv2.warpPerspective(soft, matrix, scene.size, flags=cv2.INTER_LINEAR)
    where = cv2.warpPerspective(np.ones_like(printed), matrix, scene.size, flags=cv2.INTER_LINEAR)
    frame = there * (where > 0) + wood(chance, scene.size) * (1 - where)
    return frame.astype(np.float32), where.astype(np.float32), corners


def _raster(contrast: float, size: tuple[int, int], chance: np.random.Generator) -> Light:
    """The beat of a screen's pixels with the sensor's."""
    period, angle = chance.uniform(2.2, 7.0), chance.uniform(0, np.pi)
    y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    wave = np.cos(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
    beat = np.cos(2 * np.pi * (x * np.cos(angle + 0.4) + y * np.sin(angle + 0.4)) / (period * 9))
    return np.asarray(1 - contrast * (0.35 + 0.35 * wave + 0.3 * beat), dtype=np.float32)


def _streak(share: float, size: tuple[int, int], corners: Light, chance: np.random.Generator) -> Light:
    width = float(np.ptp(corners[:, 0]))
    middle = float(corners[:, 0].min() + width * chance.uniform(0.25, 0.75))
    slant = chance.uniform(-0.4, 0.4)
    y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    off = (x - middle + slant * (y - size[1] / 2)) / (share * width / 2)
    return np.asarray(330 * np.exp(-(off**4)), dtype=np.float32)


def _cover(frame: Light, share: float, corners: Light) -> None:
    """A thumb over the lower part, across a third of the width."""
    top_left, _, bottom_right, bottom_left = (corners[at] for at in range(4))
    up = (top_left - bottom_left) * share
    start = bottom_left + (bottom_right - bottom_left) * 0.2
    end = bottom_left + (bottom_right - bottom_left) * 0.8
    thumb = np.array([start, end, end + up, start + up]).astype(np.int32)
    cv2.fillConvexPoly(frame, thumb, 120.0)


def _taken(scene: Scene, frame: Light, chance: np.random.Generator) -> GrayFrame:
    if scene.defocus:
        frame = np.asarray(cv2.GaussianBlur(frame, (0, 0), scene.defocus), dtype=np.float32)
    if scene.motion:
        frame = np.asarray(cv2.filter2D(frame, -1, _smear(scene.motion, chance)), dtype=np.float32)
    noisy = frame + scene.noise * chance.standard_normal(frame.shape, dtype=np.float32)
    gray = np.clip(noisy, 0, 255).astype(np.uint8)
    if scene.quality < 100:
        good, data = cv2.imencode(".jpg", gray, [cv2.IMWRITE_JPEG_QUALITY, scene.quality])
        if not good:
            raise AssertionError("no JPEG")
        gray = np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
    return gray


def _smear(length: float, chance: np.random.Generator) -> Light:
    """A straight stroke of that length, in a direction of its own."""
    side = int(np.ceil(length)) | 1
    fine = np.zeros((side * 8, side * 8), np.float32)
    angle = chance.uniform(0, np.pi)
    middle = np.array([side * 4, side * 4])
    reach = np.array([np.cos(angle), np.sin(angle)]) * length * 4
    ends = (middle - reach).astype(int).tolist(), (middle + reach).astype(int).tolist()
    cv2.line(fine, ends[0], ends[1], 1.0, thickness=8)
    kernel = cv2.resize(fine, (side, side), interpolation=cv2.INTER_AREA)
    return np.asarray(kernel / kernel.sum(), dtype=np.float32)
