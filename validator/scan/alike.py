"""What `faint` and `faint39` share: windows of lines, their likeness to images, contrast. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

LEAST_SPREAD = 1.0
"""Gray levels below which a line has no contrast."""

NEVER = np.float32(-1e6)
STRETCH = 0.006
"""What a part loses of its likeness for each value by which it is wider or narrower than meant."""

RESTLESS = (0.12, 0.25, 0.4, 0.6)
"""Shares of a line's ordinary restlessness below which it is at rest."""


@dataclass(frozen=True, slots=True)
class Run:
    """A restless stretch of a line: its row, its ends, and how restless it is."""

    score: float
    row: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Windows:
    """Stretches of lines, each less its own mean.

    Attributes:
        levels: widths x lines x starts x values.
        lengths: of each as a vector, at least `LEAST_SPREAD`: what has no contrast is like nothing.
        every: values of a line from one start to the next.
    """

    levels: Floats
    lengths: Floats
    every: int

    def like(self, images: Floats) -> Floats:
        """How like each is to the likest image of length 1: widths x lines x starts."""
        products = images @ self.levels.reshape(-1, self.levels.shape[-1]).T
        return np.asarray(products.max(0).reshape(self.lengths.shape) / self.lengths, dtype=np.float32)


def unit(windows: Floats) -> Floats:
    """Of mean 0 and length 1; what has no contrast stays short."""
    levels = windows - windows.mean(-1, keepdims=True)
    return np.asarray(levels / _lengths(levels)[..., None], dtype=np.float32)


def unit_image(images: Floats) -> Floats:
    """Of mean 0 and length 1."""
    level = images - images.mean(-1, keepdims=True)
    return np.asarray(level / np.linalg.norm(level, axis=-1, keepdims=True), dtype=np.float32)


def windows_of(lines: Floats, share: Floats, widths: Sequence[int], every: int = 1) -> Windows:
    """For each width, line and start what is at `share` of the width."""
    before, weights = _weights(tuple(share.tolist()), tuple(widths))
    reach = weights.shape[1]
    padded = np.pad(lines, ((0, 0), (before, reach)), mode="edge")
    starts = np.lib.stride_tricks.sliding_window_view(padded, reach, axis=1)[:, : lines.shape[1] : every]
    there = np.ascontiguousarray(starts).reshape(-1, reach)
    levels = np.empty((len(widths), there.shape[0], len(share)), np.float32)
    for way, weight in enumerate(weights):
        np.matmul(there, weight, out=levels[way])
    levels = levels.reshape(len(widths), *starts.shape[:2], len(share))
    return Windows(levels, _lengths(levels), every)


def _lengths(levels: Floats) -> Floats:
    squares = np.einsum("...v,...v->...", levels, levels)
    return np.asarray(np.sqrt(np.maximum(squares, LEAST_SPREAD**2)), dtype=np.float32)


@cache
def _weights(share: tuple[float, ...], widths: tuple[int, ...]) -> tuple[int, Floats]:
    """What makes a window less its mean of a line's values: how many of them lie before its start, and by width values x window."""
    at = np.asarray(share)[None] * np.asarray(widths)[:, None] - 0.5
    before = max(0, -int(np.floor(at.min())))
    low = np.floor(at).astype(int)
    weights = np.zeros((len(widths), int(low.max()) + before + 2, len(share)))
    way, value = np.indices(at.shape)
    weights[way, low + before, value] += 1 - (at - low)
    weights[way, low + before + 1, value] += at - low
    return before, np.asarray(weights - weights.mean(-1, keepdims=True), dtype=np.float32)


def stretched(likeness: Floats) -> Floats:
    """The same less what a part loses for being wider or narrower than meant."""
    away = np.abs(np.arange(len(likeness)) - len(likeness) // 2) * STRETCH
    return np.asarray(likeness - away[:, None, None], dtype=np.float32)


def joined(total: Floats, part: Floats, widths: Sequence[int]) -> Floats:
    """The best sums that end at each start with one part more, whose `stretched` likeness is told by its own start."""
    best = np.full(total.shape, NEVER, np.float32)
    for way, width in enumerate(widths):
        there = best[:, width:]
        np.maximum(there, total[:, :-width] + part[way, :, :-width], out=there)
    return best


def way_back(
    totals: Sequence[Floats], parts: Sequence[Floats], widths: Sequence[Sequence[int]], row: int, end: int
) -> list[tuple[int, int]] | None:
    """By which starts and widths the best sum at an end came about; None where it would begin before the line.

    Args:
        totals: sums before each part.
        parts: `stretched` likeness of each.
        widths: of each.
        row: the line.
        end: where the last sum is.
    """
    steps = []
    for total, part, choice in zip(reversed(totals), reversed(parts), reversed(widths), strict=True):
        ways = [
            total[row, end - width] + part[way, row, end - width] if width <= end else NEVER
            for way, width in enumerate(choice)
        ]
        chosen = int(np.argmax(ways))
        end -= choice[chosen]
        if end < 0:
            return None
        steps.append((end, chosen))
    return steps[::-1]


def contrasts(values: Floats, images: Floats) -> npt.NDArray[np.float64]:
    """Of each window, by the image that it is likest to."""
    products, lengths = values @ images.T, (images**2).sum(-1)
    best = (products / np.sqrt(lengths)).argmax(-1)
    return np.asarray(np.take_along_axis(products, best[:, None], 1)[:, 0] / lengths[best])


def levelled(found: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Contrast may change along a symbol, but not from one sign to the next: each has what its neighbours say."""
    around = np.lib.stride_tricks.sliding_window_view(np.pad(found, 2, mode="edge"), 5)
    return np.maximum(np.sort(around, axis=-1)[..., 2], LEAST_SPREAD)


def costs(values: Floats, images: Floats, contrast: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Squared distance of each window from each image at that contrast."""
    away = values[:, None] / contrast[:, None, None] - images
    return np.asarray((away**2).sum(-1))


def blurred(line: str, softness: float, at: Floats, fine: int = 16) -> Floats:
    """Brightness of a line of modules ("1" is dark) at places counted in modules, through a blur of `softness` modules."""
    bright = 1.0 - np.repeat([float(bit) for bit in line], fine)
    reach = int(fine * 4 * softness) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / (fine * softness)) ** 2)
    soft = np.convolve(np.pad(bright, reach, mode="edge"), kernel / kernel.sum(), "valid")
    return np.asarray(np.interp(at * fine - 0.5, np.arange(len(soft)), soft), dtype=np.float32)


def restless_runs(lines: Floats, reach: int) -> list[Run]:
    """Where a line is restless and where that ends: the first bar and the last one, however soft they are."""
    change = np.abs(cv2.Sobel(lines, cv2.CV_32F, 1, 0, ksize=1, borderType=cv2.BORDER_REPLICATE))
    restless = cv2.blur(change, (reach | 1, 1), borderType=cv2.BORDER_REPLICATE)
    found = []
    for row, values in enumerate(restless):
        ordinary = float(np.quantile(values, 0.6))
        for share in RESTLESS:
            is_in = np.concatenate([[False], values > share * ordinary, [False]])
            ends = np.flatnonzero(is_in[1:] != is_in[:-1]).reshape(-1, 2)
            found += [
                Run(float(values[first:last].mean()), row, first + reach * 0.4, last - reach * 0.4)
                for first, last in ends.tolist()
            ]
    return sorted(found, key=lambda each: -each.score)
