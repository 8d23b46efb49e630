"""How scanning stands. Apart from the loop, so that who only has words for it needs no picture library."""

from __future__ import annotations

from enum import StrEnum


class CameraState(StrEnum):
    """How scanning stands, for the status strip.

    TROUBLED: frames that are none, or engines that fail. MISSING: no camera to open. BUSY: another program has it. DENIED: the
    system forbids it. LOST: it was pulled out. SILENT: it is there and gives no picture. BLACK: closed shutter, covered lens.
    FROZEN: the same picture for long.
    """

    OPENING = "opening"
    WATCHING = "watching"
    TWO_CARDS = "two_cards"
    BLACK = "black"
    FROZEN = "frozen"
    TROUBLED = "troubled"
    MISSING = "missing"
    BUSY = "busy"
    DENIED = "denied"
    LOST = "lost"
    SILENT = "silent"
    STOPPED = "stopped"
