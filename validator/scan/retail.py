"""What EAN-13 and UPC-A look like through a poor lens: digits as seven modules of brightness, blurred, with their neighbours.

Pure tables, made once for each softness. A *window* is what is compared: some modules and half a module on either side, two
values to a module.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from validator.scan.alike import Floats, blurred, unit_image

MODULES = 95
DIGIT = 7
CENTRE = 5
SIDE = 6
"""Digits on each side of the centre."""

PER_MODULE = 2
"""Values of a window to a module."""

_LEFT = [
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
]
_RIGHT = ["".join("10"[int(bit)] for bit in bits) for bits in _LEFT]
_EVEN = [bits[::-1] for bits in _RIGHT]
PARITIES = [
    "OOOOOO",
    "OOEOEE",
    "OOEEOE",
    "OOEEEO",
    "OEOOEE",
    "OEEOOE",
    "OEEEOO",
    "OEOEOE",
    "OEOEEO",
    "OEEOEO",
]
"""By the first digit: which of the left digits are odd and which even."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Windows of one softness, dark being low; `unit` ones have mean 0 and length 1.

    Attributes:
        left: odd digits 0-9, then even ones.
        right: digits 0-9.
        start, centre, end: of the guards with what stands beside them.
    """

    left: Floats
    right: Floats
    unit_left: Floats
    unit_right: Floats
    unit_start: Floats
    unit_centre: Floats
    unit_end: Floats


def offsets(modules: int) -> Floats:
    """Where in a stretch of `modules` its window's values lie, as shares of the stretch."""
    at = np.arange(PER_MODULE * (modules + 1), dtype=np.float32)
    return np.asarray(((at + 0.5) / PER_MODULE - 0.5) / modules, dtype=np.float32)


@cache
def shapes(softness: float) -> Shapes:
    """The windows for a blur of `softness` modules (sigma)."""
    left = np.stack([_window("001", bits, "011", softness) for bits in (*_LEFT, *_EVEN)])
    right = np.stack([_window("110", bits, "100", softness) for bits in _RIGHT])
    return Shapes(
        left,
        right,
        unit_image(left),
        unit_image(right),
        unit_image(_window("000", "0000101", "011", softness)),
        unit_image(_window("001", "01010", "100", softness)),
        unit_image(_window("110", "1010000", "000", softness)),
    )


def _window(before: str, bits: str, after: str, softness: float) -> Floats:
    line = before[0] * 3 + before + bits + after + after[-1] * 3
    at = offsets(len(bits)) * len(bits) + 3 + len(before)
    return blurred(line, softness, np.asarray(at, dtype=np.float32))
