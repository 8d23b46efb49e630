"""A picture file's bytes, and why a picture cannot be used: what needs no picture library.

1. Only plain files are opened: no folder, no device, no pipe that would never end.
2. No more is read than a picture may have, and the file's name appears in no error: people name files after card codes.
"""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from pathlib import Path

from validator.errors import PictureBad

MAX_BYTES = 40_000_000

# A pipe or a device that slipped in between looking and opening must not hold us; Windows needs to be told of bytes.
_OPEN_MODE = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


class PictureFault(StrEnum):
    """Why a picture cannot be used. HALTED: reading it came to no end, or ended the process that reads."""

    MISSING = "missing"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"
    BROKEN = "broken"
    HALTED = "halted"
    TWO_CARDS = "two_cards"


def picture_bad(fault: PictureFault) -> PictureBad:
    """The error for a fault."""
    return PictureBad(f"picture: {fault}", reason=fault.value)


def picture_bytes(source: Path | bytes) -> bytes:
    """What stands in a picture file, at least one byte and at most `MAX_BYTES`.

    Raises:
        PictureBad: it cannot be read, or has no such size.
    """
    data = source if isinstance(source, bytes) else _read(source)
    if not data:
        raise picture_bad(PictureFault.EMPTY)
    if len(data) > MAX_BYTES:
        raise picture_bad(PictureFault.TOO_LARGE)
    return data


def _read(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise picture_bad(PictureFault.NOT_A_FILE)
        with os.fdopen(os.open(path, _OPEN_MODE), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise picture_bad(PictureFault.NOT_A_FILE)
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        # Without `from`: the original names the file.
        raise picture_bad(PictureFault.MISSING) from None
    except (OSError, ValueError):
        raise picture_bad(PictureFault.UNREADABLE) from None
