"""Where in a picture a code may lie, before anybody reads it: pure arithmetic on brightness, no engine.

1. Bars are many edges in one direction; a matrix code is many edges in two. Text, wood and cloth are fewer edges, or of all
   directions.
2. How strong an edge is plays no part beyond a floor, so that the rim of a card weighs no more than a bar.
3. Two scales are looked at: half size for what is large or out of focus, full size for bars of less than two pixels, which half
   size loses.
4. A place is an oriented rectangle in pixels of the picture; the code may reach beyond it, and so the strips that are cut have
   margins.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from validator.scan.outline import Corners
from validator.scan.pixels import GrayFrame

CELL = 4
"""Pixels of the picture to a cell's side."""

DENSE = 0.36
"""Share of a neighbourhood that has to be edge."""

BARS_TURN = 0.45
"""Coherence of directions from which on it is bars; below, a matrix."""

FLOOR_HALF = 36.0
FLOOR_FULL = 12
"""Gray levels below which a change is grain: of Sobel's sums at half size, between two pixels at full size."""

NEAR = 5
"""Cells to a neighbourhood's side."""

SMALLEST = 14
"""Cells of a place; fewer are no code that could be read."""

SHORTEST = 36.0
"""Pixels of bars; in less there are not enough of them for any code."""

SAME_TURN = 0.15
SAME_GAP = 0.12
"""Radians, and share of both lengths, within which two places of bars are one code's."""

Cells = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Place:
    """An oriented rectangle.

    Attributes:
        x, y: its middle.
        turn: radians from the x axis to the direction across the bars.
        length: pixels along that direction.
        height: pixels along the bars.
        is_bars: bars, or else a matrix.
    """

    x: float
    y: float
    turn: float
    length: float
    height: float
    is_bars: bool

    def holds(self, corners: Corners) -> bool:
        """Whether that outline's middle lies in it, or its own middle in that outline."""
        box = cv2.boxPoints(((self.x, self.y), (self.length, self.height), math.degrees(self.turn)))
        seen = cv2.convexHull(np.array(corners, np.float32))
        middle = tuple(float(each) for each in seen.mean(axis=(0, 1)))
        return cv2.pointPolygonTest(box, middle, False) >= 0 or (
            cv2.pointPolygonTest(seen, (self.x, self.y), False) >= 0
        )


@dataclass(frozen=True, slots=True)
class _Field:
    """For each cell how much edge there is, and the doubled angle of its direction."""

    density: Cells
    cos2: Cells
    sin2: Cells


def places(gray: GrayFrame, most: int = 2) -> tuple[Place, ...]:
    """The likeliest places, those with the most edge first: at most `most` of bars, then as many of matrices."""
    height, width = gray.shape
    size = (width // CELL - 1, height // CELL)  # the last column has no neighbour
    if min(size) < NEAR:
        return ()
    field = _near(_stronger(_half(gray, size), _full(gray, size)))
    dense = field.density > DENSE
    if not dense.any():
        return ()
    is_bars = cv2.magnitude(field.cos2, field.sin2) > field.density * np.float32(BARS_TURN)
    return (
        *_rectangles((dense & is_bars).astype(np.uint8), field, most, is_bars=True),
        *_rectangles((dense & ~is_bars).astype(np.uint8), field, most, is_bars=False),
    )


def _near(field: _Field) -> _Field:
    near = (NEAR, NEAR)
    return _Field(*(_cells(cv2.blur(each, near)) for each in (field.density, field.cos2, field.sin2)))


def _half(gray: GrayFrame, size: tuple[int, int]) -> _Field:
    """From the half-size picture: Sobel's sums over their own length, so that each edge counts once."""
    whole = gray[: size[1] * CELL, : size[0] * CELL]
    half = cv2.resize(whole, (size[0] * 2, size[1] * 2), interpolation=cv2.INTER_AREA)
    x = cv2.Sobel(half, cv2.CV_32F, 1, 0)
    y = cv2.Sobel(half, cv2.CV_32F, 0, 1)
    length = cv2.magnitude(x, y)
    local = cv2.resize(
        cv2.blur(cv2.resize(length, size, interpolation=cv2.INTER_AREA), (9, 9)), half.shape[::-1]
    )
    scale = np.maximum(cv2.max(length, local * 0.4), np.float32(FLOOR_HALF))
    x = cv2.divide(x, scale)
    y = cv2.divide(y, scale)
    xx, yy, xy = (
        cv2.resize(cv2.multiply(a, b), size, interpolation=cv2.INTER_AREA)
        for a, b in ((x, x), (y, y), (x, y))
    )
    return _Field(_cells(xx + yy), _cells(xx - yy), _cells(2 * xy))


def _full(gray: GrayFrame, size: tuple[int, int]) -> _Field:
    """From every second pair of rows at full size: changes between neighbours in four directions."""
    end = size[0] * CELL
    above, below = gray[: size[1] * CELL : 2], gray[1 : size[1] * CELL : 2]
    across = _changes(above[:, :end], above[:, 1 : end + 1], size)
    down = _changes(above[:, :end], below[:, :end], size)
    density = np.maximum(across, down)
    if cv2.minMaxLoc(density)[1] < DENSE:  # a quiet picture needs no diagonals
        nothing = np.zeros_like(across)
        return _Field(nothing, nothing, nothing)
    falling = _changes(above[:, :end], below[:, 1 : end + 1], size)
    rising = _changes(above[:, 1 : end + 1], below[:, :end], size)
    return _Field(_cells(density), _cells(across - down), _cells(falling - rising))


def _changes(one: GrayFrame, other: GrayFrame, size: tuple[int, int]) -> Cells:
    _, is_edge = cv2.threshold(cv2.absdiff(one, other), FLOOR_FULL, 255, cv2.THRESH_BINARY)
    return _cells(cv2.resize(is_edge, size, interpolation=cv2.INTER_AREA)) / np.float32(255)


def _stronger(one: _Field, other: _Field) -> _Field:
    """Cell by cell the field with more direction in it."""
    first = cv2.magnitude(one.cos2, one.sin2) >= cv2.magnitude(other.cos2, other.sin2)
    return _Field(
        np.maximum(one.density, other.density),
        np.where(first, one.cos2, other.cos2),
        np.where(first, one.sin2, other.sin2),
    )


def _rectangles(mask: npt.NDArray[np.uint8], field: _Field, most: int, *, is_bars: bool) -> list[Place]:
    if not mask.any():
        return []
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    cos2, sin2 = field.cos2, field.sin2
    largest = [label for label in range(1, count) if stats[label, cv2.CC_STAT_AREA] >= SMALLEST]
    largest = sorted(largest, key=lambda label: -int(stats[label, cv2.CC_STAT_AREA]))[: 2 * most + 2]
    found = []
    for label in largest:
        left, top, width, height = (int(stats[label, at]) for at in range(4))
        box = (slice(top, top + height), slice(left, left + width))
        inside = labels[box] == label
        turn = (
            0.5 * math.atan2(float(sin2[box][inside].sum()), float(cos2[box][inside].sum()))
            if is_bars
            else 0.0
        )
        rows, columns = np.nonzero(inside)
        xs, ys = (columns + left + 0.5) * CELL, (rows + top + 0.5) * CELL
        across = xs * math.cos(turn) + ys * math.sin(turn)
        along = ys * math.cos(turn) - xs * math.sin(turn)
        u0, u1 = float(across.min()) - CELL / 2, float(across.max()) + CELL / 2
        v0, v1 = _robust(along)
        u, v = (u0 + u1) / 2, (v0 + v1) / 2
        x, y = u * math.cos(turn) - v * math.sin(turn), u * math.sin(turn) + v * math.cos(turn)
        weight = float((field.density[box][inside] ** 3).sum())
        found.append((weight, Place(x, y, turn, u1 - u0, v1 - v0, is_bars)))
    if is_bars:
        found = [each for each in _whole(found) if each[1].length >= SHORTEST]
    return [place for _, place in sorted(found, key=lambda each: -each[0])[:most]]


def _whole(found: list[tuple[float, Place]]) -> list[tuple[float, Place]]:
    """Halves of one code made one: out of focus, the middle of a retail code is too calm to be bars."""
    kept: list[tuple[float, Place]] = []
    for weight, place in sorted(found, key=lambda each: -each[0]):
        other = next((each for each in kept if _belong(each[1], place)), None)
        if other is None:
            kept.append((weight, place))
        else:
            kept.remove(other)
            kept.append((weight + other[0], _both(other[1], place)))
    return kept


def _belong(one: Place, other: Place) -> bool:
    turn = abs((one.turn - other.turn + math.pi / 2) % math.pi - math.pi / 2)
    across, along = _from(one, other)
    gap = abs(across) - (one.length + other.length) / 2
    is_beside = abs(along) < 0.25 * (one.height + other.height)
    return turn < SAME_TURN and is_beside and gap < SAME_GAP * (one.length + other.length)


def _both(one: Place, other: Place) -> Place:
    """A rectangle of the first one's direction and height around both."""
    across, _ = _from(one, other)
    start = min(-one.length / 2, across - other.length / 2)
    end = max(one.length / 2, across + other.length / 2)
    middle = (start + end) / 2
    x, y = one.x + middle * math.cos(one.turn), one.y + middle * math.sin(one.turn)
    return Place(x, y, one.turn, end - start, max(one.height, other.height), is_bars=True)


def _from(one: Place, other: Place) -> tuple[float, float]:
    """Where the other's middle is, across and along the first one's bars."""
    x, y = other.x - one.x, other.y - one.y
    return x * math.cos(one.turn) + y * math.sin(one.turn), y * math.cos(one.turn) - x * math.sin(one.turn)


def _robust(values: npt.NDArray[np.float64]) -> tuple[float, float]:
    """From where to where, without the outermost of them: a rim that sticks out is not the code's height."""
    low, high = np.quantile(values, (0.02, 0.98))
    return float(low) - CELL / 2, float(high) + CELL / 2


def _cells(values: npt.NDArray[np.integer | np.floating]) -> Cells:
    return np.asarray(values, dtype=np.float32)
