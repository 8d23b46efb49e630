"""What the header of a picture file says of the pixels to come, read before anything is unpacked.

A few kilobytes can declare a picture of gigabytes. So the size is read here, from the first bytes, by the rules of each
format, and whoever decodes looks at it first. Formats that are not listed are no pictures to us.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

_PNG = b"\x89PNG\r\n\x1a\n"
_TIFF_ORDERS: dict[bytes, Literal["little", "big"]] = {b"II*\0": "little", b"MM\0*": "big"}
_TIFF_WIDTHS = {256: 0, 322: 0}
_TIFF_HEIGHTS = {257: 0, 323: 0}
_TIFF_BYTES = {3: 2, 4: 4}
_TIFF_ENTRY = 12
_OLD_BMP_HEADER = 12

# Start-of-frame markers of JPEG: all of C0..CF but those that define tables or extensions.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_END = frozenset({0xD9, 0xDA})


class PictureKind(StrEnum):
    """The formats that a desk reads."""

    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    BMP = "bmp"
    WEBP = "webp"
    TIFF = "tiff"


@dataclass(frozen=True, slots=True)
class DeclaredSize:
    """Kind, width and height in pixels as the file's own header gives them; for TIFF no less than one of its tiles."""

    kind: PictureKind
    width: int
    height: int

    @property
    def pixels(self) -> int:
        """How many pixels decoding would make."""
        return self.width * self.height


_Size: TypeAlias = tuple[int, int] | None


def declared_size(data: bytes) -> DeclaredSize | None:
    """The size that a picture file declares.

    Returns:
        None for anything but a picture of a known format with a size above zero.
    """
    for kind, is_it, size_of in _FORMATS:
        if is_it(data):
            try:
                size = size_of(data)
            except (struct.error, IndexError):  # cut off within its header
                return None
            return None if size is None or min(size) <= 0 else DeclaredSize(kind, *size)
    return None


def _png(data: bytes) -> _Size:
    if data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> _Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _bmp(data: bytes) -> _Size:
    (header,) = struct.unpack_from("<I", data, 14)
    # A negative height says that the rows run from top to bottom.
    width, height = struct.unpack_from("<HH" if header == _OLD_BMP_HEADER else "<ii", data, 18)
    return width, abs(height)


def _webp(data: bytes) -> _Size:
    match data[12:16]:
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", data, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X" if len(data) >= 30:  # noqa: PLR2004  (where the canvas ends)
            return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
        case _:
            return None


def _jpeg(data: bytes) -> _Size:
    at = 2
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004  (every marker begins so)
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004  (padding)
            at += 1
        elif marker in _JPEG_BARE:
            at += 2
        elif marker in _JPEG_END:
            return None
        elif marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            at += 2 + length


def _tiff(data: bytes) -> _Size:
    order = _TIFF_ORDERS[data[:4]]
    start = int.from_bytes(data[4:8], order)
    count = int.from_bytes(data[start : start + 2], order)
    widths, heights = dict(_TIFF_WIDTHS), dict(_TIFF_HEIGHTS)
    for entry in range(start + 2, start + 2 + count * _TIFF_ENTRY, _TIFF_ENTRY):
        tag, kind = (int.from_bytes(data[at : at + 2], order) for at in (entry, entry + 2))
        value = int.from_bytes(data[entry + 8 : entry + 8 + _TIFF_BYTES.get(kind, 0)], order)
        for sizes in (widths, heights):
            if tag in sizes:
                sizes[tag] = max(sizes[tag], value)
    if not widths[256] or not heights[257]:
        return None
    return max(widths.values()), max(heights.values())


_FORMATS: tuple[tuple[PictureKind, Callable[[bytes], bool], Callable[[bytes], _Size]], ...] = (
    (PictureKind.PNG, lambda data: data.startswith(_PNG), _png),
    (PictureKind.JPEG, lambda data: data.startswith(b"\xff\xd8\xff"), _jpeg),
    (PictureKind.GIF, lambda data: data.startswith((b"GIF87a", b"GIF89a")), _gif),
    (PictureKind.BMP, lambda data: data.startswith(b"BM"), _bmp),
    (PictureKind.WEBP, lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
    (PictureKind.TIFF, lambda data: data[:4] in _TIFF_ORDERS, _tiff),
)
