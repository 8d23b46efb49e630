"""Cards as a printer would make them, and what a camera or a telephone does to them. Pixels only; all seeded."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import Any, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt
import zxingcpp

from validator.domain.code import Symbology, check_character
from validator.scan.pixels import GrayFrame, View

CODE = "KAIKU2018" + check_character("KAIKU2018")
OTHER_CODE = "SAVON2018" + check_character("SAVON2018")

_FORMATS = {
    Symbology.QR: zxingcpp.BarcodeFormat.QRCode,
    Symbology.CODE39: zxingcpp.BarcodeFormat.Code39,
    Symbology.CODE128: zxingcpp.BarcodeFormat.Code128,
    Symbology.EAN13: zxingcpp.BarcodeFormat.EAN13,
    Symbology.EAN8: zxingcpp.BarcodeFormat.EAN8,
    Symbology.UPCA: zxingcpp.BarcodeFormat.UPCA,
    Symbology.ITF: zxingcpp.BarcodeFormat.ITF,
    Symbology.DATAMATRIX: zxingcpp.BarcodeFormat.DataMatrix,
    Symbology.AZTEC: zxingcpp.BarcodeFormat.Aztec,
    Symbology.PDF417: zxingcpp.BarcodeFormat.PDF417,
}
PAPER = 235
DESK = 120
_RIM, _GAP = 20, 10

Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""


def at_leisure() -> float:
    """Ticks of a machine that takes no time: every step is taken, however loaded the real one is."""
    return 0.0


def symbol(content: str | bytes, symbology: Symbology = Symbology.QR, module: int = 3) -> GrayFrame:
    """One printed symbol with its quiet zone, `module` pixels to a module."""
    image = zxingcpp.create_barcode(content, _FORMATS[symbology]).to_image(scale=module)
    return np.pad(np.array(image, dtype=np.uint8), 4 * module, constant_values=255)


def card(
    code: str = CODE, *, qr: bool = True, bars: Symbology | None = Symbology.CODE39, module: int = 3
) -> GrayFrame:
    """A card with a QR code above a bar code, like the printed one."""
    return laid_out(code, qr=qr, bars=bars, module=module)[0]


def laid_out(
    code: str = CODE, *, qr: bool = True, bars: Symbology | None = Symbology.CODE39, module: int = 3
) -> tuple[GrayFrame, tuple[Box, ...]]:
    """The card, and where on it the ink of each symbol is."""
    parts = [symbol(code, Symbology.QR, module + 2)] if qr else []
    parts += [symbol(code, bars, module)] if bars is not None else []
    width = max(part.shape[1] for part in parts) + 2 * _RIM
    boxes = []
    top = _RIM
    for part in parts:
        rows, columns = np.nonzero(part < PAPER // 2)
        x, y = _RIM + (width - part.shape[1]) // 2, top + _GAP
        boxes.append((x + columns.min(), y + rows.min(), x + columns.max() + 1, y + rows.max() + 1))
        top += part.shape[0] + 2 * _GAP
    rows_of = [_centred(part, width) for part in parts]
    paper = np.minimum(np.pad(np.vstack(rows_of), _RIM, constant_values=255), PAPER).astype(np.uint8)
    return paper, tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in boxes)


def on_desk(
    *cards: GrayFrame, roll: float = 0, tilt: float = 0, scale: float = 1, seed: int = 1
) -> GrayFrame:
    """Cards side by side on a desk, in a frame of 1280 x 720.

    Args:
        cards: what lies there.
        roll: degrees about the line of sight.
        tilt: 0 to 1, how much narrower the far edge looks.
        scale: size of the cards.
        seed: of the desk's grain.
    """
    grain = np.random.default_rng(seed).normal(DESK, 4, (720, 1280))
    frame = cv2.GaussianBlur(grain, (0, 0), 1.5)
    for number, one in enumerate(cards):
        middle = 1280 * (number + 1) / (len(cards) + 1)
        to = _corners(one, middle, roll, tilt, scale)
        height, width = one.shape
        at = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
        matrix = cv2.getPerspectiveTransform(at, to)
        seen = cv2.warpPerspective(one, matrix, (1280, 720), flags=cv2.INTER_AREA)
        where = cv2.warpPerspective(np.full_like(one, 255), matrix, (1280, 720))
        frame = np.where(where > 127, seen, frame)
    return np.clip(frame, 0, 255).astype(np.uint8)


def blurred(gray: GrayFrame, sigma: float) -> GrayFrame:
    """Out of focus."""
    return np.asarray(cv2.GaussianBlur(gray, (0, 0), sigma), dtype=np.uint8)


def noisy(gray: GrayFrame, sigma: float, seed: int = 1) -> GrayFrame:
    """A cheap sensor in low light."""
    noise = np.random.default_rng(seed).normal(0, sigma, gray.shape)
    return np.clip(gray + noise, 0, 255).astype(np.uint8)


def grainy(gray: GrayFrame, sigma: float, seed: int = 1) -> GrayFrame:
    """As `noisy`, for many frames: each is under another piece of one large sheet of noise."""
    height, width = gray.shape
    down, right = (int(each) for each in np.random.default_rng(seed).integers(0, 64, 2))
    piece = _sheet(sigma, height + 64, width + 64)[down : down + height, right : right + width]
    return np.asarray(cv2.add(gray, piece, dtype=cv2.CV_8U), dtype=np.uint8)


@cache
def _sheet(sigma: float, height: int, width: int) -> npt.NDArray[np.int16]:
    return np.random.default_rng(height).normal(0, sigma, (height, width)).round().astype(np.int16)


def dim(gray: GrayFrame, part: float) -> GrayFrame:
    """Less light."""
    return (gray * part).astype(np.uint8)


def quarter_turns(gray: GrayFrame, times: int) -> GrayFrame:
    """Turned by right angles."""
    return np.ascontiguousarray(np.rot90(gray, times))


def turned(gray: GrayFrame, degrees: float) -> GrayFrame:
    """Turned by any angle, on white."""
    return View(gray).turned(degrees).gray


def packed(gray: npt.NDArray[Any], ending: str = ".png", quality: int = 90) -> bytes:
    """A picture file."""
    if ending == ".gif":
        gray = cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR)
    asked = {".jpg": cv2.IMWRITE_JPEG_QUALITY, ".webp": cv2.IMWRITE_WEBP_QUALITY}.get(ending)
    good, data = cv2.imencode(ending, gray, [] if asked is None else [asked, quality])
    assert good
    return data.tobytes()


def png(width: int, height: int, rows: bytes = b"", *, colours: int = 0) -> bytes:
    """A PNG file whose header says what it is told to say."""
    header = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _centred(part: GrayFrame, width: int) -> GrayFrame:
    left = (width - part.shape[1]) // 2
    return np.pad(part, ((_GAP, _GAP), (left, width - part.shape[1] - left)), constant_values=255)


def _corners(one: GrayFrame, middle: float, roll: float, tilt: float, scale: float) -> GrayFrame:
    height, width = (side * scale / 2 for side in one.shape)
    flat = np.array(
        [(-width * (1 - tilt), -height), (width * (1 - tilt), -height), (width, height), (-width, height)]
    )
    angle = np.radians(roll)
    spin = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return (flat @ spin.T + (middle, 360)).astype(np.float32)  # type: ignore[no-any-return]
