"""Pictures, frames and payloads that mean harm, or are only odd. All from one source of chance, so that each can be made again."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from tests.scan.printed import CODE, OTHER_CODE, card, symbol
from validator.domain.code import Symbology
from validator.scan.declared import PictureKind

Picture: TypeAlias = npt.NDArray[Any]

_CARD = card(CODE, module=1)
_MAGIC = (
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR",
    b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    b"GIF89a",
    b"BM",
    b"RIFF\xff\xff\xff\x7fWEBPVP8 ",
    b"RIFF\xff\xff\xff\x7fWEBPVP8L",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
)
_SIDES = (0, 1, 2, 3, 7, 255, 256, 4095, 7071, 16383, 32767, 65535, 65536, 1 << 24, (1 << 31) - 1, 0xFFFFFFFF)
_ODD_TEXTS = (
    "",
    "\0",
    "https://kaikukortti.example/?k=" + CODE,
    "]Q1" + CODE,
    CODE + "\n" + OTHER_CODE,
    "%00" * 99,
    "a" * 40 + "!",
    "\u202e" + CODE,
    "\x1b]0;x\x07",
    "0" * 999,
)
_ENDINGS = tuple(f".{kind}" for kind in PictureKind)


def hostile_picture(chance: Random) -> bytes:
    """A picture file, or what looks like one."""
    return chance.choice(PICTURES)(chance)


def hostile_frame(chance: Random) -> Picture:
    """An array that a camera's driver might give: any shape, type, order and layout; some can be read."""
    if chance.random() < 0.3:
        height, width = chance.choice([(1, 1), (1, 4000), (4000, 1), (2, 3), (64, 64), *[(720, 1280)] * 3])
        shape: tuple[int, ...] = (height, width)
    else:
        shape = tuple(
            chance.choice([0, 1, 2, 3, 5, 17, 64, 300])
            for _ in range(chance.choice([0, 1, 2, 2, 2, 3, 3, 4]))
        )
    if chance.random() < 0.3:
        shape = (*shape[:2], chance.choice([0, 1, 2, 3, 4]))
    kind = chance.choice(["u1"] * 12 + ["i1", "u2", "i4", "f4", "f8", "c8", "?", "O", "S1"])
    frame = _filled(chance, shape).astype(kind)
    if chance.random() < 0.2:
        frame = np.asfortranarray(frame)
    if frame.ndim > 1 and chance.random() < 0.3:
        step = chance.choice([-3, -1, 2])
        frame = frame[::step, :: chance.choice([-2, -1, 1, 3])]
    if frame.ndim > 1 and chance.random() < 0.1:
        frame = np.swapaxes(frame, 0, 1)
    if frame.ndim == 2 and frame.size and chance.random() < 0.1:
        frame = np.broadcast_to(frame[:1], frame.shape)  # one row, again and again, in the same place
    if chance.random() < 0.2:
        frame.flags.writeable = False
    return frame


def hostile_payload(chance: Random) -> tuple[str | bytes, Symbology]:
    """What somebody may print: any text or bytes, in a symbol that can hold them."""
    way = chance.random()
    if way < 0.25:
        return chance.choice(_ODD_TEXTS) or "\0", Symbology.QR
    if way < 0.5:
        kind = chance.choice([Symbology.QR, Symbology.DATAMATRIX, Symbology.AZTEC, Symbology.PDF417])
        return chance.randbytes(chance.randint(1, 300)), kind
    if way < 0.75:
        signs = [chr(_sign(chance)) for _ in range(chance.randint(1, 120))]
        return "".join(signs), Symbology.QR
    signs = [chr(chance.randint(32, 126)) for _ in range(chance.randint(1, 30))]
    if chance.random() < 0.5:
        return "".join(signs), Symbology.CODE128
    wanted = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
    return "".join(chance.choice(wanted) for _ in range(chance.randint(1, 20))), Symbology.CODE39


def shown(payload: str | bytes, symbology: Symbology) -> Picture | None:
    """The payload printed by a real encoder; None where that one refuses it."""
    try:
        return symbol(payload, symbology, 2)
    except (ValueError, RuntimeError):
        return None


def _sign(chance: Random) -> int:
    while True:
        sign = chance.choice(
            [
                chance.randint(0, 31),
                chance.randint(32, 126),
                chance.randint(128, 0x2FF),
                chance.randint(0x2000, 0x1FFFF),
            ]
        )
        if not 0xD800 <= sign <= 0xDFFF:
            return sign


def _filled(chance: Random, shape: tuple[int, ...]) -> Picture:
    way = chance.random()
    if way < 0.2:
        return np.full(shape, chance.randint(0, 255), np.uint8)
    if way < 0.4 and len(shape) == 2 and min(shape) > 200:
        frame = np.full(shape, 200, np.uint8)
        height, width = min(shape[0], _CARD.shape[0]), min(shape[1], _CARD.shape[1])
        frame[:height, :width] = _CARD[:height, :width]
        return frame
    grain = np.random.default_rng(chance.getrandbits(32))
    if way < 0.6 and shape:
        bars = grain.choice([0, 255], shape[-1]).astype(np.uint8)
        return np.broadcast_to(bars, shape).copy()
    return grain.integers(0, 256, shape, np.uint8)


def _small(chance: Random) -> Picture:
    """A picture to begin with: a card, or some shape with some channels and depth."""
    if chance.random() < 0.3:
        plain = _CARD
    else:
        sides = chance.choice(
            [
                (1, 1),
                (1, chance.randint(1, 5000)),
                (chance.randint(1, 5000), 1),
                (chance.randint(1, 300), chance.randint(1, 300)),
            ]
        )
        plain = _filled(chance, sides)
    channels = chance.choice([1, 1, 3, 4])
    whole = plain if channels == 1 else np.repeat(plain[:, :, None], channels, 2)
    if channels == 4 and chance.random() < 0.7:
        whole[:, :, 3] = plain if chance.random() < 0.3 else chance.choice([0, 255])
    return whole


def _valid(chance: Random) -> bytes:
    """A whole picture of an odd kind: alpha, 16 bits, floats, progressive, many pictures in one."""
    ending, picture = chance.choice(_ENDINGS), _small(chance)
    options: list[int] = []
    if ending in {".png", ".tiff"} and chance.random() < 0.3:
        picture = picture.astype(np.uint16) * 257
    elif ending == ".tiff" and chance.random() < 0.3:
        picture = picture.astype(chance.choice(["f4", "f8"])) * chance.choice([1.0, 1e30, float("nan"), -1.0])
    elif ending == ".jpeg":
        options = [
            cv2.IMWRITE_JPEG_QUALITY, chance.randint(0, 100),
            cv2.IMWRITE_JPEG_PROGRESSIVE, chance.randint(0, 1),
            cv2.IMWRITE_JPEG_RST_INTERVAL, chance.choice([0, 0, 1, 7, 65535]),
        ]  # fmt: skip
    elif ending == ".webp":
        options = [cv2.IMWRITE_WEBP_QUALITY, chance.randint(1, 101)]
    elif ending == ".tiff":
        options = [cv2.IMWRITE_TIFF_COMPRESSION, chance.choice([1, 5, 8, 32773, 32946])]
    if ending == ".gif" and picture.ndim == 2:
        picture = cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)
    try:
        if ending == ".tiff" and chance.random() < 0.3:
            good, data = cv2.imencodemulti(ending, [picture] * chance.randint(2, 5), options)
        else:
            good, data = cv2.imencode(ending, picture, options)
    except cv2.error:
        return b""
    return data.tobytes() if good else b""


def _cut(chance: Random) -> bytes:
    whole = _valid(chance)
    return whole[: chance.randint(0, len(whole))]


def _flipped(chance: Random) -> bytes:
    """Some bytes changed, most of them where the header is."""
    whole = bytearray(_valid(chance))
    for _ in range(chance.choice([1, 1, 2, 5, 20]) if whole else 0):
        at = chance.randrange(min(len(whole), 400)) if chance.random() < 0.7 else chance.randrange(len(whole))
        whole[at] = chance.choice(
            [0, 1, 0x7F, 0x80, 0xFF, chance.randint(0, 255), whole[at] ^ 1 << chance.randint(0, 7)]
        )
    return bytes(whole)


def _spliced(chance: Random) -> bytes:
    """A piece of it twice, taken out, or of another file."""
    whole, other = _valid(chance), _valid(chance)
    first, last = sorted(chance.randint(0, len(whole)) for _ in range(2))
    piece = chance.choice(
        [b"", whole[first:last] * chance.choice([2, 9]), other[first:last], bytes(last - first)]
    )
    return whole[:first] + piece + whole[last:]


def _sized(chance: Random) -> bytes:
    """A whole picture whose header declares another size, with the checks of the format set right."""
    ending = chance.choice(_ENDINGS)
    picture = cv2.cvtColor(_CARD, cv2.COLOR_GRAY2BGR)
    whole = bytearray(cv2.imencode(ending, picture)[1].tobytes())
    width, height = chance.choice(_SIDES), chance.choice(_SIDES)
    match ending:
        case ".png":
            struct.pack_into(">II", whole, 16, width, height)
            whole[24] = chance.choice([1, 2, 4, 8, 16])
            whole[25] = chance.choice([0, 2, 3, 4, 6])
            struct.pack_into(">I", whole, 29, zlib.crc32(whole[12:29]))
        case ".gif":
            struct.pack_into("<HH", whole, 6, width & 0xFFFF, height & 0xFFFF)
        case ".bmp":
            struct.pack_into("<II", whole, 18, width, height)
            struct.pack_into("<H", whole, 28, chance.choice([1, 4, 8, 16, 24, 32, 7]))
            struct.pack_into("<I", whole, 30, chance.choice([0, 1, 2, 3]))
        case ".webp":
            struct.pack_into("<HH", whole, 26, width & 0xFFFF, height & 0xFFFF)
        case ".jpeg":
            at = next(
                (
                    at
                    for at in range(2, len(whole) - 9)
                    if whole[at] == 0xFF and whole[at + 1] in (0xC0, 0xC2)
                ),
                0,
            )
            struct.pack_into(">HH", whole, at + 5, height & 0xFFFF, width & 0xFFFF)
        case ".tiff":
            _retag(whole, chance, width, height)
    return bytes(whole)


def _retag(whole: bytearray, chance: Random, width: int, height: int) -> None:
    """Other sizes, and sometimes other values of one more tag, in a little-endian TIFF."""
    (start,) = struct.unpack_from("<I", whole, 4)
    (entries,) = struct.unpack_from("<H", whole, start)
    odd = chance.randrange(entries)
    for entry in range(entries):
        at = start + 2 + entry * 12
        (tag,) = struct.unpack_from("<H", whole, at)
        if tag in (256, 257):
            struct.pack_into("<HII", whole, at + 2, 4, 1, width if tag == 256 else height)
        elif entry == odd:
            struct.pack_into("<I", whole, at + chance.choice([4, 8]), chance.choice(_SIDES))


def _pretending(chance: Random) -> bytes:
    return chance.choice(_MAGIC) + chance.randbytes(chance.choice([0, 1, 9, 60, 400]))


def _packed_tight(chance: Random) -> bytes:
    """A PNG of little that unpacks to much, within and beyond what is let through."""
    side = chance.choice([1000, 3000, 7000, 7072, 20_000])
    header = struct.pack(">IIBBBBB", side, side, chance.choice([1, 8]), 0, 0, 0, chance.choice([0, 1]))
    rows = zlib.compress(bytes(min(side * (side + 1), 1 << 20)), 9)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


PICTURES: tuple[Callable[[Random], bytes], ...] = (
    _valid,
    _valid,
    _cut,
    _flipped,
    _flipped,
    _flipped,
    _spliced,
    _spliced,
    _sized,
    _sized,
    _pretending,
    _packed_tight,
)
