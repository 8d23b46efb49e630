"""A picture file, from its path or its bytes to one gray frame.

Whatever the file is, the answer is a frame or a `PictureBad` that says why, by a `PictureFault` in ``details["reason"]``. How a
file is opened is in `validator.scan.picturefile`.

1. The file's length, and then the size that its header declares, are checked before anything is unpacked.
2. Photographs larger than any code needs are unpacked at a half, a quarter or an eighth.
3. What is see-through is white, as on paper: a code drawn on nothing would otherwise be black on black.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from validator.scan.declared import DeclaredSize, PictureKind, declared_size
from validator.scan.picturefile import PictureFault, picture_bad, picture_bytes
from validator.scan.pixels import COLOURS, WHITE, GrayFrame, Pixels, View, gray_of

MAX_PIXELS = 50_000_000
MAX_PHOTO_PIXELS = 110_000_000
"""JPEG alone is unpacked at a reduced size, so the largest photographs of telephones need no more memory."""

LONG_SIDE = 3200
"""Pixels of a frame's longer side beyond which nothing more was ever read, only later."""

_REDUCED = (
    (8, cv2.IMREAD_REDUCED_GRAYSCALE_8),
    (4, cv2.IMREAD_REDUCED_GRAYSCALE_4),
    (2, cv2.IMREAD_REDUCED_GRAYSCALE_2),
)
_SEE_THROUGH = frozenset({PictureKind.PNG, PictureKind.GIF, PictureKind.WEBP})
_CHANNELS_WITH_ALPHA = 4


def load_picture(source: Path | bytes) -> GrayFrame:
    """One gray frame, its longer side at most `LONG_SIDE` pixels.

    Args:
        source: a file, or what stood in one.

    Raises:
        PictureBad: see `PictureFault`.
    """
    data = picture_bytes(source)
    size = declared_size(data)
    if size is None:
        raise picture_bad(PictureFault.NOT_A_PICTURE)
    if size.pixels > (MAX_PHOTO_PIXELS if size.kind is PictureKind.JPEG else MAX_PIXELS):
        raise picture_bad(PictureFault.TOO_LARGE)
    try:
        return View(_decode(data, size)).within(LONG_SIDE).gray
    except (cv2.error, ValueError, MemoryError) as error:
        raise picture_bad(PictureFault.BROKEN) from error


def _decode(data: bytes, size: DeclaredSize) -> GrayFrame:
    packed = np.frombuffer(data, np.uint8)
    flags = cv2.IMREAD_GRAYSCALE
    if size.kind in _SEE_THROUGH:
        flags = cv2.IMREAD_UNCHANGED
    elif size.kind is PictureKind.JPEG:
        fitting = (flag for part, flag in _REDUCED if max(size.width, size.height) >= part * LONG_SIDE)
        flags = next(fitting, flags)
    pixels = cv2.imdecode(packed, flags)
    if pixels is None:
        raise picture_bad(PictureFault.BROKEN)
    if pixels.dtype == np.uint16:
        pixels = cv2.convertScaleAbs(pixels, alpha=1 / 256)
    flat = np.asarray(pixels, dtype=np.uint8)
    return (
        _on_white(flat) if flat.ndim == COLOURS and flat.shape[2] == _CHANNELS_WITH_ALPHA else gray_of(flat)
    )


def _on_white(pixels: Pixels) -> GrayFrame:
    gray = cv2.cvtColor(pixels, cv2.COLOR_BGRA2GRAY)
    ink = cv2.multiply(cv2.bitwise_not(gray), pixels[:, :, 3], scale=1 / WHITE)
    return np.asarray(cv2.bitwise_not(ink), dtype=np.uint8)
