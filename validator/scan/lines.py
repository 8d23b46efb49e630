"""Our own engine for bars out of focus: lines across a place where bars were found, read by `validator.scan.faint` and `faint39`.

It is asked about places, not about frames. What it says is sure where no other text comes near; below that it is one voice among
others, and below the least margins it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import cv2
import numpy as np

from validator.domain.code import Symbology
from validator.scan.alike import Floats
from validator.scan.decoder import LINES, Symbol
from validator.scan.faint import ORDINARY, SOFT, Faint, read_faint
from validator.scan.faint39 import RATIOS, SOFTNESS, Faint39, images, read_faint39
from validator.scan.pixels import View
from validator.scan.retail import shapes

MARGIN, LIKENESS = 0.30, 0.90
"""From both on a reading is sure."""

LEAST_MARGIN, LEAST_LIKENESS = 0.15, 0.86

MARGIN39, LIKENESS39 = 0.9, 0.86
LEAST_MARGIN39, LEAST_LIKENESS39 = 0.45, 0.83
DIFFERENT = 3
"""Different signs that a sure text of Code 39 has: stripes look like one sign again and again."""

BANDS = ((0.1, 0.35), (0.3, 0.5), (0.5, 0.7), (0.65, 0.9))
"""Shares of a strip's height over which brightness is averaged, for each line."""

_EAN13_OF_UPCA = "0"


Symbols: TypeAlias = tuple[Symbol, ...]


def read_lines(strip: View, length: float, wanted: frozenset[Symbology], way: str) -> Symbols:
    """The code in a strip whose bars stand upright.

    Args:
        strip: the place with what lies beside it.
        length: pixels of the strip that the place itself takes.
        wanted: the network's formats.
        way: what to look for, one of `WAYS`.
    """
    return WAYS[way](strip, length, wanted)


def prepare() -> None:
    """Draw all pictures that are compared with; otherwise the first look at bars does."""
    for depth in (ORDINARY, SOFT):
        for softness in (depth.guards, *depth.digits):
            if softness:
                shapes(softness)
    for ratio in RATIOS:
        for softness in SOFTNESS:
            images(ratio, softness)


def _lines(strip: View) -> Floats:
    height = strip.gray.shape[0]
    bands = [
        strip.gray[int(height * top) : max(int(height * end), int(height * top) + 1)] for top, end in BANDS
    ]
    return np.asarray(
        np.concatenate([cv2.reduce(band, 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F) for band in bands]),
        dtype=np.float32,
    )


def _ordinary(strip: View, length: float, wanted: frozenset[Symbology]) -> Symbols:
    return _retail(strip, wanted, lambda lines: read_faint(lines, length, ORDINARY))


def _soft(strip: View, length: float, wanted: frozenset[Symbology]) -> Symbols:
    return _retail(strip, wanted, lambda lines: read_faint(lines, length, SOFT))


def _retail(
    strip: View, wanted: frozenset[Symbology], read: Callable[[Floats], tuple[Faint, ...]]
) -> Symbols:
    if not wanted & {Symbology.EAN13, Symbology.UPCA}:
        return ()
    best = next(iter(read(_lines(strip))), None)
    if best is None or best.margin < LEAST_MARGIN or best.likeness < LEAST_LIKENESS:
        return ()
    symbology, text = _kind(best.text, wanted)
    if symbology is None:
        return ()
    sure = best.margin >= MARGIN and best.likeness >= LIKENESS
    return (Symbol(text, symbology, LINES, _outline(best, strip), sure),)


def _signs(strip: View, length: float, wanted: frozenset[Symbology]) -> Symbols:
    if Symbology.CODE39 not in wanted:
        return ()
    best = next(iter(read_faint39(_lines(strip), length)), None)
    if best is None or best.margin < LEAST_MARGIN39 or best.likeness < LEAST_LIKENESS39:
        return ()
    sure = best.margin >= MARGIN39 and best.likeness >= LIKENESS39 and len(set(best.text)) >= DIFFERENT
    return (Symbol(best.text, Symbology.CODE39, LINES, _outline(best, strip), sure),)


def _kind(text: str, wanted: frozenset[Symbology]) -> tuple[Symbology | None, str]:
    if Symbology.UPCA in wanted and text.startswith(_EAN13_OF_UPCA):
        return Symbology.UPCA, text[1:]
    return (Symbology.EAN13 if Symbology.EAN13 in wanted else None), text


def _outline(best: Faint | Faint39, strip: View) -> tuple[tuple[float, float], ...]:
    height = float(strip.gray.shape[0])
    return (best.start, 0.0), (best.end, 0.0), (best.end, height), (best.start, height)


WAYS: Mapping[str, Callable[[View, float, frozenset[Symbology]], Symbols]] = MappingProxyType(
    {"ordinary": _ordinary, "soft": _soft, "signs": _signs},
)
"""Retail codes, the same far out of focus, and Code 39."""
