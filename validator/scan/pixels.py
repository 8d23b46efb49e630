"""Gray frames and the few views of them that the reading steps look at.

A `View` remembers the way back, so that corners found in a halved or turned picture can be told in pixels of the picture
itself. Nothing here knows what a barcode is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from validator.scan.outline import Corners

GrayFrame: TypeAlias = npt.NDArray[np.uint8]
"""Height x width, one byte a pixel, 0 is black."""

Pixels: TypeAlias = npt.NDArray[np.uint8]
"""Height x width (gray) or height x width x 3 (blue, green, red), as OpenCV's cameras give them."""

Matrix: TypeAlias = tuple[tuple[float, float, float], tuple[float, float, float]]

WHITE = 255
COLOURS = 3
_SAME: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))

# OpenCV writes every camera that is not there and every broken picture to the console. We say it ourselves, once.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a picture.

    Attributes:
        gray: the pixels to read.
        back: affine matrix from this view's pixels to the picture's.
    """

    gray: GrayFrame
    back: Matrix = _SAME

    @property
    def long_side(self) -> int:
        """Length of the longer side in pixels."""
        height, width = self.gray.shape
        return max(int(height), int(width))

    def scaled(self, factor: float) -> View:
        """The same, smaller or larger. A side never falls below one pixel."""
        height, width = self.gray.shape
        size = (max(1, round(width * factor)), max(1, round(height * factor)))
        way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
        (a, b, c), (d, e, f) = self.back
        x, y = width / size[0], height / size[1]
        return View(
            _bytes_of(cv2.resize(self.gray, size, interpolation=way)),
            ((a * x, b * y, c), (d * x, e * y, f)),
        )

    def within(self, side: int) -> View:
        """The same, made smaller if its longer side is above `side` pixels."""
        return self if self.long_side <= side else self.scaled(side / self.long_side)

    def turned(self, degrees: float) -> View:
        """Turned about its middle on white, nothing cut off. The way back is from this picture's own pixels."""
        height, width = self.gray.shape
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        new_width = math.ceil(abs(width * cos) + abs(height * sin))
        new_height = math.ceil(abs(width * sin) + abs(height * cos))
        there = np.array(
            [
                [cos, sin, new_width / 2 - cos * width / 2 - sin * height / 2],
                [-sin, cos, new_height / 2 + sin * width / 2 - cos * height / 2],
            ],
        )
        gray = cv2.warpAffine(
            self.gray,
            there,
            (new_width, new_height),
            flags=cv2.INTER_LINEAR,
            borderValue=(WHITE,),
        )
        here = cv2.invertAffineTransform(there)
        whole = np.array([*self.back, (0.0, 0.0, 1.0)]) @ np.vstack([here, (0.0, 0.0, 1.0)])
        return View(_bytes_of(gray), _matrix_of(whole))

    def cut(self, middle: tuple[float, float], turn: float, size: tuple[float, float], scale: float) -> View:
        """An upright piece of it: `size` pixels about a middle, along a direction in radians, `scale` times as large."""
        width, height = (max(8, round(side * scale)) for side in size)
        cos, sin = math.cos(turn) / scale, math.sin(turn) / scale
        x = middle[0] - cos * (width - 1) / 2 + sin * (height - 1) / 2
        y = middle[1] - sin * (width - 1) / 2 - cos * (height - 1) / 2
        here = np.array([[cos, -sin, x], [sin, cos, y]])
        gray = cv2.warpAffine(
            self.gray,
            here,
            (width, height),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        whole = np.array([*self.back, (0.0, 0.0, 1.0)]) @ np.vstack([here, (0.0, 0.0, 1.0)])
        return View(_bytes_of(gray), _matrix_of(whole))

    def around(self, corners: Corners) -> View:
        """Its piece about what was seen there, with room for a code's quiet zones."""
        xs, ys = zip(*corners, strict=True)
        room = 16 + 0.2 * max(max(xs) - min(xs), max(ys) - min(ys))
        height, width = self.gray.shape
        left, right = (round(min(max(x, 0), width)) for x in (min(xs) - room, max(xs) + room))
        top, bottom = (round(min(max(y, 0), height)) for y in (min(ys) - room, max(ys) + room))
        (a, b, c), (d, e, f) = self.back
        back = ((a, b, a * left + b * top + c), (d, e, d * left + e * top + f))
        return View(np.ascontiguousarray(self.gray[top : bottom + 1, left : right + 1]), back)

    def averaged(self, rows: int) -> View:
        """Its middle rows made one, `rows` times: what is alike along the bars stays, grain goes."""
        height = self.gray.shape[0]
        middle = self.gray[int(height * 0.35) : max(int(height * 0.65), int(height * 0.35) + 1)]
        line = cv2.reduce(middle, 0, cv2.REDUCE_AVG)
        (a, b, c), (d, e, f) = self.back
        y = height / rows
        return View(_bytes_of(np.repeat(line, rows, 0)), ((a, b * y, c), (d, e * y, f)))

    def sharpened(self, softness: float) -> View:
        """What is soft by `softness` pixels, made crisper."""
        soft = cv2.GaussianBlur(self.gray, (0, 0), softness)
        return View(_bytes_of(cv2.addWeighted(self.gray, 2.5, soft, -1.5, 0)), self.back)

    def black_and_white(self) -> View:
        """Each pixel against its neighbourhood."""
        way = (cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY)
        return View(_bytes_of(cv2.adaptiveThreshold(self.gray, WHITE, *way, 31, 5)), self.back)

    def inverted(self) -> View:
        """Black for white: a code on a screen in dark mode."""
        return View(_bytes_of(cv2.bitwise_not(self.gray)), self.back)

    def equalised(self) -> View:
        """Contrast evened out tile by tile: shadow, glare, a faint print."""
        tiles = cv2.createCLAHE(clipLimit=3.0, tileGridSize=(8, 8))
        return View(_bytes_of(tiles.apply(self.gray)), self.back)

    def in_picture(self, corners: Corners) -> Corners:
        """Corners found in this view, in pixels of the picture."""
        (a, b, c), (d, e, f) = self.back
        return tuple((a * x + b * y + c, d * x + e * y + f) for x, y in corners)


def gray_of(pixels: Pixels) -> GrayFrame:
    """The gray frame of a camera's frame.

    Raises:
        ValueError: the array is no picture.
    """
    if pixels.dtype != np.uint8 or pixels.size == 0:
        message = f"no frame: {pixels.dtype} {pixels.shape}"
        raise ValueError(message)
    match pixels.shape:
        case (_, _):
            return np.ascontiguousarray(pixels)
        case (_, _, 3):
            return _bytes_of(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY))
        case shape:
            message = f"no frame: {shape}"
            raise ValueError(message)


def rgb_of(pixels: Pixels, width: int) -> Pixels:
    """Red, green, blue for a screen, at most `width` pixels wide."""
    if pixels.shape[1] > width:
        height = max(1, round(pixels.shape[0] * width / pixels.shape[1]))
        pixels = _bytes_of(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA))
    way = cv2.COLOR_GRAY2RGB if len(pixels.shape) < COLOURS else cv2.COLOR_BGR2RGB
    return _bytes_of(cv2.cvtColor(pixels, way))


def _bytes_of(pixels: npt.NDArray[np.integer | np.floating]) -> Pixels:
    """OpenCV's own return type is wider than what it returns for bytes; this copies nothing then."""
    return np.ascontiguousarray(pixels, dtype=np.uint8)


def _matrix_of(matrix: npt.NDArray[np.float64]) -> Matrix:
    (a, b, c), (d, e, f) = matrix[:2].tolist()
    return ((a, b, c), (d, e, f))
