"""A QR code laid out anew from its finder patterns, also where a thumb or a glare hides one of the three. Pure arithmetic.

1. A finder pattern is a dark square in a light one in a dark one. Two of them, or three, say where all four corners are, as long as
   the code is not much nearer on one side than on the other.
2. The code is on the side where there is more to see; of the two corners that are left the plainer one has lost its pattern.
3. Only patterns that every QR code has are painted: finders and the light around the code. No module that carries data is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from validator.scan.pixels import WHITE, GrayFrame, Matrix, View

FINDER = 7
"""Modules to a finder pattern's side."""

MODULE = 6
"""Pixels to a module of what is laid out."""

QUIET = 4
FEWEST, STEP = 14, 4
"""Modules from one finder to the next in the smallest code, and by how many more in each larger one."""

MOST = 18
"""Modules from one to the next in the largest code that is laid out: larger ones have further patterns."""

OFF = 2.0
"""Modules by which a finder may lie beside where it is looked for."""

Vector: TypeAlias = npt.NDArray[np.float64]
Corner: TypeAlias = tuple[int, int]
"""Of a code: how many times from one finder to the next, across and down, from its first corner."""

RING, CORE = (1.2, 3.2), (1.5, 8.0)
"""By how much a finder's dark square may be larger than the light one in it, and that than its core: of areas, blurred or not."""

NARROWEST = 0.4
"""A finder's narrower side as a share of the wider one: seen from the side."""

OFF_MIDDLE = 0.2
CORNERS: tuple[Corner, ...] = ((0, 0), (1, 0), (0, 1), (1, 1))
_TOP, _BOTTOM = frozenset({(0, 0), (1, 0)}), frozenset({(0, 1), (1, 1)})
_LEFT, _RIGHT = frozenset({(0, 0), (0, 1)}), frozenset({(1, 0), (1, 1)})
_FALLING, _RISING = frozenset({(0, 0), (1, 1)}), frozenset({(1, 0), (0, 1)})
_APART = 3
"""Pixels between what is compared: half a module."""


@dataclass(frozen=True, slots=True)
class Finder:
    """One of them: its middle, and what a module is along its two sides."""

    at: Vector
    across: Vector
    down: Vector


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a code may be.

    Attributes:
        first: middle of its first corner's finder.
        across, down: from one finder's middle to the next.
        span: the same in modules.
        seen: corners whose finders were seen.
    """

    first: Vector
    across: Vector
    down: Vector
    span: int
    seen: frozenset[Corner]


def laid_out(piece: View) -> View | None:
    """The code in a piece of a picture, upright on white with its finders; None where no two of them are to be seen."""
    tried = [(layout, *_cut(piece, layout)) for layout in _layouts(finders(piece.gray))]
    if not tried:
        return None
    layout, code, back = max(tried, key=lambda each: (len(each[0].seen), _busy(each[1])))
    dark, light = (int(each) for each in np.quantile(code, (0.1, 0.9)))
    left = [corner for corner in CORNERS if corner not in layout.seen]
    hidden = min(left, key=lambda corner: _busy(code[_square(layout.span, corner)]))
    rim = QUIET * MODULE
    framed = np.full_like(code, light)
    framed[rim:-rim, rim:-rim] = code[rim:-rim, rim:-rim]
    shown = layout.seen if len(layout.seen) == len(CORNERS) - 1 else layout.seen | {hidden}
    for corner in shown:
        framed[_square(layout.span, corner, around=1)] = light
        for ring, colour in ((0, dark), (1, light), (2, dark)):
            framed[_square(layout.span, corner, around=-ring)] = colour
    return View(framed, back)


def finders(gray: GrayFrame) -> list[Finder]:
    """All that are to be seen."""
    near = max(15, min(gray.shape) // 5) | 1
    dark = cv2.adaptiveThreshold(gray, WHITE, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, near, 8)
    outlines, tree = cv2.findContours(dark, cv2.RETR_TREE, cv2.CHAIN_APPROX_NONE)
    if not outlines:
        return []
    areas = [cv2.contourArea(outline) for outline in outlines]
    found = []
    for at, (_, _, inner, _) in enumerate(tree[0]):
        core = int(tree[0][inner][2]) if inner >= 0 else -1
        if core < 0 or not RING[0] < areas[at] / max(1.0, areas[inner]) < RING[1]:
            continue
        if not CORE[0] < areas[inner] / max(1.0, areas[core]) < CORE[1]:
            continue
        middle, size, turn = cv2.minAreaRect(outlines[at])
        away = math.dist(middle, cv2.minAreaRect(outlines[core])[0])
        if min(size) >= NARROWEST * max(size) and away <= OFF_MIDDLE * max(size):
            found.append(_finder(middle, size, math.radians(turn)))
    return found


def _finder(middle: Sequence[float], size: Sequence[float], turn: float) -> Finder:
    """Its sides as they are nearest to upright, so that finders of one code agree on which is which."""
    width, height = size
    quarters = round(turn / (math.pi / 2))
    turn -= quarters * math.pi / 2
    if quarters % 2:
        width, height = height, width
    cos, sin = math.cos(turn), math.sin(turn)
    across, down = (width + 1) / FINDER, (height + 1) / FINDER
    return Finder(np.array(middle), np.array([cos, sin]) * across, np.array([-sin, cos]) * down)


def _layouts(found: list[Finder]) -> Iterator[_Layout]:
    """What any two of them may be corners of."""
    for one, other in combinations(found, 2):
        across, down = (one.across + other.across) / 2, (one.down + other.down) / 2
        x, y = np.linalg.solve(np.stack([across, down], 1), other.at - one.at)
        spans = {abs(step): _span(abs(step)) for step in (float(x), float(y))}
        span_x, span_y = spans[abs(float(x))], spans[abs(float(y))]
        if span_x and abs(y) < OFF:
            start, step = (one, other.at - one.at) if x > 0 else (other, one.at - other.at)
            aside = down * span_x * _truly(step, across * span_x)
            yield _with_third(_Layout(start.at, step, aside, span_x, _TOP), found)
            yield _with_third(_Layout(start.at - aside, step, aside, span_x, _BOTTOM), found)
        elif span_y and abs(x) < OFF:
            start, step = (one, other.at - one.at) if y > 0 else (other, one.at - other.at)
            aside = across * span_y * _truly(step, down * span_y)
            yield _with_third(_Layout(start.at, aside, step, span_y, _LEFT), found)
            yield _with_third(_Layout(start.at - aside, aside, step, span_y, _RIGHT), found)
        elif span_x and span_x == span_y:
            seen = _FALLING if (x > 0) == (y > 0) else _RISING
            upper = one.at + across * min(x, 0.0) + down * min(y, 0.0)
            yield _with_third(_Layout(upper, across * abs(x), down * abs(y), span_x, seen), found)


def _truly(step: Vector, measured: Vector) -> float:
    """By how much a way between two finders is longer than their sides say: those are blurred and seen askew."""
    return float(np.linalg.norm(step) / np.linalg.norm(measured))


def _with_third(layout: _Layout, found: list[Finder]) -> _Layout:
    """The same with a third corner's finder, where there is one, and the direction that it gives."""
    near = OFF / layout.span * float(np.linalg.norm(layout.across))
    for corner in CORNERS:
        if corner in layout.seen:
            continue
        at = layout.first + layout.across * corner[0] + layout.down * corner[1]
        third = min(found, key=lambda each: math.dist(each.at, at))
        if math.dist(third.at, at) > near:
            continue
        return _by_three(layout, corner, third.at)
    return layout


def _by_three(layout: _Layout, corner: Corner, at: Vector) -> _Layout:
    """The layout by what was seen of three corners."""
    steps = [*layout.seen, corner]
    seen = [layout.first + layout.across * x + layout.down * y for x, y in layout.seen]
    first, across, down = np.linalg.solve([(1, x, y) for x, y in steps], np.stack([*seen, at]))
    return _Layout(first, across, down, layout.span, layout.seen | {corner})


def _span(modules: float) -> int:
    """Modules from one finder to the next in the code that comes nearest; 0 for none."""
    span = FEWEST + STEP * round((modules - FEWEST) / STEP)
    return span if FEWEST <= span <= MOST and abs(span - modules) < OFF else 0


def _cut(piece: View, layout: _Layout) -> tuple[GrayFrame, Matrix]:
    across, down = layout.across / layout.span / MODULE, layout.down / layout.span / MODULE
    start = layout.first - (across + down) * (MODULE * (QUIET + FINDER / 2) - 0.5)
    here = np.stack([across, down, start], 1)
    side = (layout.span + FINDER + 2 * QUIET) * MODULE
    way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    code = cv2.warpAffine(piece.gray, here, (side, side), flags=way, borderMode=cv2.BORDER_REPLICATE)
    whole = np.array([*piece.back, (0.0, 0.0, 1.0)]) @ np.vstack([here, (0.0, 0.0, 1.0)])
    (a, b, c), (d, e, f) = whole[:2].tolist()
    return np.asarray(code, dtype=np.uint8), ((a, b, c), (d, e, f))


def _square(span: int, corner: Corner, around: int = 0) -> tuple[slice, slice]:
    """A corner's finder in what is laid out, with so many modules around it."""
    left, top = ((QUIET + span * step - around) * MODULE for step in corner)
    side = (FINDER + 2 * around) * MODULE
    return slice(top, top + side), slice(left, left + side)


def _busy(gray: GrayFrame) -> float:
    """How much there is to see: how many edges, however strong light and dark are."""
    across = cv2.absdiff(gray[:, :-_APART], gray[:, _APART:])
    down = cv2.absdiff(gray[:-_APART], gray[_APART:])
    return float(across.mean() + down.mean())
