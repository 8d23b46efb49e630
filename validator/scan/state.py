"""How scanning stands. Apart from the loop, so that who only has words for it needs no picture library."""

from __future__ import annotations

from enum import StrEnum


class CameraState(StrEnum):
    """How scanning stands, for the status strip."""

    OPENING = "opening"
    WATCHING = "watching"
    TWO_CARDS = "two_cards"
    TROUBLED = "troubled"
    MISSING = "missing"
    LOST = "lost"
    STOPPED = "stopped"
