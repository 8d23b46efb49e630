"""What `faint` and `faint39` share: windows of lines, their likeness to images, contrast. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ways = npt.NDArray[np.int8]

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


def unit(windows: Floats) -> Floats:
    """Of mean 0 and length 1; what has no contrast stays short."""
    level = windows - windows.mean(-1, keepdims=True)
    length = np.linalg.norm(level, axis=-1, keepdims=True)
    return np.asarray(level / np.maximum(length, LEAST_SPREAD), dtype=np.float32)


def unit_image(images: Floats) -> Floats:
    """Of mean 0 and length 1."""
    level = images - images.mean(-1, keepdims=True)
    return np.asarray(level / np.linalg.norm(level, axis=-1, keepdims=True), dtype=np.float32)


def windows_of(lines: Floats, share: Floats, widths: Sequence[int]) -> Floats:
    """For each width, line and start what is at `share` of the width: widths x lines x starts x values."""
    span = lines.shape[1]
    starts = np.arange(span, dtype=np.float32)[:, None]
    found = []
    for width in widths:
        at = np.clip(starts + share * width - 0.5, 0, span - 1.001)
        low = at.astype(np.int32)
        part = at - low
        found.append(lines[:, low] * (1 - part) + lines[:, low + 1] * part)
    return np.asarray(np.stack(found), dtype=np.float32)


def like(windows: Floats, images: Floats) -> Floats:
    """How like each window is to the likest image."""
    products = images @ windows.reshape(-1, windows.shape[-1]).T
    return np.asarray(products.max(0).reshape(windows.shape[:-1]), dtype=np.float32)


def joined(total: Floats, likeness: Floats, widths: Sequence[int]) -> tuple[Floats, Ways]:
    """The best sums that end at each value with one part more, and by which width each got there."""
    best = np.full(total.shape, NEVER, np.float32)
    chosen = np.zeros(total.shape, np.int8)
    for way, width in enumerate(widths):
        away = np.float32(STRETCH * abs(way - len(widths) // 2))
        option = total[:, :-width] + likeness[way, :, :-width] - away
        is_better = option > best[:, width:]
        np.copyto(best[:, width:], option, where=is_better)
        np.copyto(chosen[:, width:], np.int8(way), where=is_better)
    return best, chosen


def contrasts(values: Floats, images: Floats) -> npt.NDArray[np.float64]:
    """Of each window, by the image that it is likest to."""
    products, lengths = values @ images.T, (images**2).sum(-1)
    best = (products / np.sqrt(lengths)).argmax(-1)
    return np.asarray(np.take_along_axis(products, best[:, None], 1)[:, 0] / lengths[best])


def levelled(found: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Contrast may change along a symbol, but not from one sign to the next: each has what its neighbours say."""
    around = np.lib.stride_tricks.sliding_window_view(np.pad(found, 2, mode="edge"), 5)
    return np.maximum(np.median(around, axis=-1), LEAST_SPREAD)


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
