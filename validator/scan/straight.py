"""Strips of bars made straight: what a lens or a tilt turned, or let run together, stands upright and side by side again.

1. Along a bar nothing changes. So the direction in which least changes is the bars', at either end of the strip, and it may differ.
2. Light can only be added by a glare, and it wanders: of each column the rows that are darkest are those where it is not. Nothing
   is put where no row shows anything.
"""

from __future__ import annotations

from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from validator.scan.pixels import GrayFrame, View

STEEPEST = 0.6
"""Pixels across for one along, above which it is no bar."""

LOOKS = 2
"""Grain makes slants look smaller than they are; a second look finds the rest."""

SHORTEST, NARROWEST = 8, 16
"""Pixels of a strip below which there is nothing to straighten."""

BANDS = 12
"""Rows of which the darkest are chosen: each is made of some rows of the strip, so that grain is none."""

RIM = 0.08
"""Share of the height above and below that may show something else."""

_Floats: TypeAlias = npt.NDArray[np.float64]


def straight(strip: View) -> View:
    """The strip with its bars upright."""
    gray = strip.gray
    height, width = gray.shape
    if height < SHORTEST or width < NARROWEST:
        return strip
    slant = np.zeros(2)
    turned = gray
    for _ in range(LOOKS):
        slant = np.clip(slant + _slant(turned), -STEEPEST, STEEPEST)
        turned = _leaned(gray, slant)
    return View(turned, strip.back)


def darkest(strip: View, rows: int) -> View:
    """Of each column what it is where least light fell on it, `rows` times. One row alone counts for none."""
    gray = strip.gray
    height, width = gray.shape
    rim = int(height * RIM)
    inner = gray[rim : max(height - rim, rim + 1)]
    bands = cv2.resize(inner, (width, BANDS), interpolation=cv2.INTER_AREA)
    line = np.sort(bands, axis=0)[1:2]
    (a, b, c), (d, e, f) = strip.back
    y = height / rows
    return View(np.asarray(np.repeat(line, rows, 0), dtype=np.uint8), ((a, b * y, c), (d, e * y, f)))


def _slant(gray: GrayFrame) -> _Floats:
    """Pixels across for one along: in the middle, and how much more at the right end."""
    soft = cv2.GaussianBlur(gray, (0, 0), 1.0)
    across = cv2.Sobel(soft, cv2.CV_32F, 1, 0)
    along = cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    weight, both = (_columns(across * each) for each in (across, along))
    x = np.linspace(-1, 1, gray.shape[1])
    sums = [float((weight * x**power).sum()) for power in range(3)]
    sides = np.array([sums[:2], sums[1:]]) + np.eye(2) * (1e-3 * sums[0] + 1e-6)
    return np.asarray(np.linalg.solve(sides, -np.array([both.sum(), (both * x).sum()])))


def _columns(values: npt.NDArray[np.floating]) -> _Floats:
    return np.asarray(values.sum(0), dtype=np.float64)


def _leaned(gray: GrayFrame, slant: _Floats) -> GrayFrame:
    height, width = gray.shape
    ends = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    left, right = np.array([slant[0] - slant[1], slant[0] + slant[1]]) * height / 2
    there = ends + np.array([(-left, 0), (-right, 0), (right, 0), (left, 0)], np.float32)
    matrix = cv2.getPerspectiveTransform(ends, there.astype(np.float32))
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    turned = cv2.warpPerspective(gray, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, dtype=np.uint8)
