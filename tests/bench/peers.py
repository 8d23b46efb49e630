"""What we are measured against: each library alone, and P7, a published recipe that joins both behind a locator.

P7, for a gray frame, ends with the first accepted reading: zxing-cpp on the frame and on its half; then for at most two places that
gradients betray the deskewed strip and its averaged middle with both libraries, and some filtered versions of them; one filter
on the whole frame in turn. From the second step on, retail codes, ITF and Code 39, and all that ZBar says, need two agreeing
readings and no tie. 45 ms after its start no step is begun.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from validator.scan.decoder import SELF_CHECKED, ZXING, Decoder, Symbol
from validator.scan.pixels import GrayFrame, View

BOUND = 0.045
_WIDE = 320


@dataclass(frozen=True)
class Alone:
    """One library on the frame as it is."""

    engine: Decoder

    def texts(self, frames: list[GrayFrame]) -> list[str]:
        """All that it reads in any of the frames."""
        return [symbol.text for frame in frames for symbol in self.engine.read(frame)]


class P7:
    """The recipe."""

    def __init__(self, zxing: Decoder, zbar: Decoder) -> None:
        self._zxing = zxing
        self._zbar = zbar

    def texts(self, frames: list[GrayFrame]) -> list[str]:
        """The accepted reading of some frames of one view; votes are kept from frame to frame."""
        votes: Counter[str] = Counter()
        for turn, frame in enumerate(frames):
            end = time.thread_time() + BOUND
            for number, (engine, view) in enumerate(self._steps(frame, turn)):
                found = _accepted(engine.read(np.ascontiguousarray(view())), votes, at_once=number == 0)
                if found is not None:
                    return [found]
                if time.thread_time() > end:
                    break
        return []

    def _steps(self, frame: GrayFrame, turn: int) -> Iterator[tuple[Decoder, Callable[[], GrayFrame]]]:
        zxing, zbar = self._zxing, self._zbar
        yield zxing, lambda: frame
        yield zxing, lambda: View(frame).scaled(0.5).gray
        for at, turned, size in _places(frame):
            scale = 3.0 if size[0] < 250 else 2.0 if size[0] < 500 else 1.0
            strip = View(frame).cut(at, turned, (size[0] * 1.36, size[1]), scale)
            crop = View(frame).cut(at, turned, (size[0] * 1.36, size[1]), 1.0)
            average = strip.averaged(40)
            for engine, view in (
                (zxing, strip),
                (zxing, average),
                (zbar, strip),
                (zbar, average),
                (zxing, crop.equalised()),
                (zxing, average.sharpened(2.0)),
                (zxing, crop.scaled(2)),
                (zbar, crop.black_and_white()),
                (zbar, crop),
            ):
                yield engine, lambda view=view: view.gray  # type: ignore[misc]
        height, width = frame.shape
        if turn % 3 == 1:
            yield zxing, lambda: View(frame).equalised().gray
        elif turn % 3 == 2:
            middle = frame[height // 4 : height * 3 // 4, width // 4 : width * 3 // 4]
            yield zxing, lambda: View(np.ascontiguousarray(middle)).scaled(2).gray


def _accepted(symbols: tuple[Symbol, ...], votes: Counter[str], *, at_once: bool) -> str | None:
    for symbol in symbols:
        if symbol.engine == ZXING and (at_once or symbol.symbology in SELF_CHECKED):
            return symbol.text
        votes[symbol.text] += 1
    best = votes.most_common(2)
    if best and best[0][1] > 1 and (len(best) == 1 or best[1][1] < best[0][1]):
        return best[0][0]
    return None


def _places(frame: GrayFrame) -> list[tuple[tuple[float, float], float, tuple[float, float]]]:
    """Middle, turn and size of at most two places, from a structure tensor of levelled gradients."""
    height, width = frame.shape
    part = min(1.0, _WIDE / width)
    size = (max(1, int(width * part)), max(1, int(height * part)))
    x = cv2.Sobel(frame, cv2.CV_32F, 1, 0)
    y = cv2.Sobel(frame, cv2.CV_32F, 0, 1)
    length = cv2.magnitude(x, y)
    near = cv2.blur(cv2.resize(length, size, interpolation=cv2.INTER_AREA), (9, 9))
    level = np.maximum(np.maximum(length, 0.4 * cv2.resize(near, (width, height))), 20)
    x, y = x / level, y / level
    xx, yy, xy = (_near(each, size) for each in (x * x, y * y, x * y))
    coherence = np.sqrt((xx - yy) ** 2 + 4 * xy**2) / (xx + yy + 1e-6)
    mask = ((xx + yy > 0.40) & (coherence > 0.5)).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    largest = sorted(range(1, count), key=lambda each: -int(stats[each, cv2.CC_STAT_AREA]))[:2]
    return [
        _rectangle(labels == label, xx - yy, 2 * xy, part)
        for label in largest
        if stats[label, cv2.CC_STAT_AREA] >= 30
    ]


def _near(values: npt.NDArray[np.float32], size: tuple[int, int]) -> npt.NDArray[np.float32]:
    return np.asarray(
        cv2.blur(cv2.resize(values, size, interpolation=cv2.INTER_AREA), (7, 7)), dtype=np.float32
    )


def _rectangle(
    inside: npt.NDArray[np.bool_], cos2: npt.NDArray[np.float32], sin2: npt.NDArray[np.float32], part: float
) -> tuple[tuple[float, float], float, tuple[float, float]]:
    turn = 0.5 * np.arctan2(float(sin2[inside].sum()), float(cos2[inside].sum()))
    rows, columns = np.nonzero(inside)
    xs, ys = (columns + 0.5) / part, (rows + 0.5) / part
    across, along = xs * np.cos(turn) + ys * np.sin(turn), ys * np.cos(turn) - xs * np.sin(turn)
    u, v = (across.min() + across.max()) / 2, (along.min() + along.max()) / 2
    middle = (float(u * np.cos(turn) - v * np.sin(turn)), float(u * np.sin(turn) + v * np.cos(turn)))
    return middle, float(turn), (float(np.ptp(across)), float(np.ptp(along)) + 1)
