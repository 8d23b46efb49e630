"""Reading one frame or one picture with the engines at hand, cheapest step first.

1. A step is an engine looking at a view. After each step `validator.scan.acceptance` is asked; a settled look ends it.
2. An engine that fails on a picture is counted and passed over: the others still look.
3. What was seen is never logged; a failure is logged by the name of its kind alone.

The steps of a camera's frame stay within the time between two frames. A single picture gets views that a camera gives by
itself when the card moves: other sizes, more contrast, turned by less than a quarter turn, dark for light.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from validator.errors import DecoderMissing
from validator.scan.acceptance import CardOf, Look, Sighting, settle
from validator.scan.decoder import ZBAR, ZXING, Decoder
from validator.scan.engines import Decoders
from validator.scan.pixels import GrayFrame, View

Step: TypeAlias = tuple[str, str, View]
"""Name of the view, name of the engine, the view."""

PICTURE_SECONDS = 1.5
"""A person waits for a picture, at most two seconds. After this no further step is begun, and a step takes half a second."""

ZBAR_EVERY = 3
"""ZBar costs five times what zxing-cpp costs, so it sees every third of a camera's frames."""

SMALL_SIDE = 1000
"""Pictures below this are also read enlarged."""

TURNED_SIDE = 1600
TURNS = (18.0, 36.0, 54.0, 72.0)
"""Degrees. Both engines read a bar code that lies within some ten degrees of a quarter turn."""

_log = logging.getLogger(__name__)


class Reader:
    """Both engines behind one question: which card is in this picture?

    Args:
        decoders: the engines at hand.
        card_of: the network's word on which texts are cards and which of them are the same card.

    Raises:
        DecoderMissing: no engine is at hand.
    """

    def __init__(self, decoders: Decoders, card_of: CardOf | None = None) -> None:
        if not decoders.found:
            raise DecoderMissing(missing=", ".join(decoders.missing))
        self._engines: dict[str, Decoder] = {decoder.name: decoder for decoder in decoders.found}
        self._card_of = card_of

    def look(self, gray: GrayFrame, turn: int = 0) -> Look:
        """One look at one frame of a camera.

        Args:
            gray: the frame.
            turn: number of the frame; the costly steps are taken at some turns only, and all of them at turn 0.
        """
        return self._settle(self._frame_steps(View(gray), turn), lambda: False)

    def study(self, gray: GrayFrame, ticks: Callable[[], float] = time.monotonic) -> Look:
        """One thorough look at a single picture.

        Args:
            gray: the picture.
            ticks: seconds that run on; a step is begun only within `PICTURE_SECONDS` of the first.
        """
        end = ticks() + PICTURE_SECONDS
        return self._settle(_picture_steps(View(gray)), lambda: ticks() >= end)

    def _frame_steps(self, whole: View, turn: int) -> Iterator[Step]:
        yield "whole", ZXING, whole
        yield "half", ZXING, whole.scaled(1 / 2)
        if turn % ZBAR_EVERY == 0 or ZXING not in self._engines:
            yield "whole", ZBAR, whole

    def _settle(self, steps: Iterator[Step], is_late: Callable[[], bool]) -> Look:
        sightings: list[Sighting] = []
        look = Look()
        faults = 0
        for name, engine, view in steps:
            if is_late():
                break
            if engine not in self._engines:
                continue
            try:
                symbols = self._engines[engine].read(view.gray)
            except Exception as error:  # noqa: BLE001  (rule 2: foreign code on foreign pictures)
                faults += 1
                _log.info("%s failed on a picture: %s", engine, type(error).__name__)
                continue
            sightings += (
                Sighting(replace(symbol, corners=view.in_picture(symbol.corners)), name) for symbol in symbols
            )
            look = replace(settle(sightings, self._card_of), step=f"{engine} {name}")
            if look.settled:
                break
        return replace(look, faults=faults)


def _picture_steps(whole: View) -> Iterator[Step]:
    """Views are made only when they are reached."""
    yield "whole", ZXING, whole
    half = whole.scaled(1 / 2)
    yield "half", ZXING, half
    yield "whole", ZBAR, whole
    yield "quarter", ZXING, half.scaled(1 / 2)
    yield "half", ZBAR, half
    even = whole.equalised()
    yield "even", ZXING, even
    yield "even", ZBAR, even
    if whole.long_side < SMALL_SIDE:
        double = whole.scaled(2)
        yield "double", ZXING, double
        yield "double", ZBAR, double
    yield "dark", ZXING, whole.inverted()
    middling = whole.within(TURNED_SIDE)
    for degrees in TURNS:
        turned = middling.turned(degrees)
        yield f"turned {degrees:.0f}", ZXING, turned
        yield f"turned {degrees:.0f}", ZBAR, turned
