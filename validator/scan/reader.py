"""Reading one frame or one picture with the engines at hand, by the steps of `validator.scan.steps`.

1. After each step `validator.scan.acceptance` is asked; a settled look ends it. Otherwise all steps are taken within a time.
2. A camera shows the same card again in a moment: its frames share the steps (`validator.scan.spread`), so that none takes long.
3. Where a network says what its cards are, the places beside a card that was read are looked at too: the card's other symbol
   agrees, or there is a second card.
4. A frame that is all there is gets every step; a picture that somebody waits for gets further views as well, such as a camera
   has by itself when the card moves: other sizes, turned by less than a quarter turn, dark for light.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from validator.errors import DecoderMissing
from validator.scan.acceptance import CardOf, Look, Sighting, settle
from validator.scan.decoder import ZBAR, ZXING, Decoder, Symbol
from validator.scan.engines import Decoders
from validator.scan.lines import prepare
from validator.scan.picture import load_picture
from validator.scan.pixels import GrayFrame, View
from validator.scan.spread import Spread
from validator.scan.steps import Step, Steps, chosen_steps
from validator.scan.take import Take
from validator.scan.tiles import tiles_of

PICTURE_SECONDS = 1.5
"""A person waits for a picture, at most two seconds. After this no further step is begun, and a step takes half a second."""

BESIDE_SECONDS = 0.03
"""Within which the looks beside a card that was read are begun."""

BESIDE_ALONE_SECONDS = 0.3
"""The same in a single picture: no frame follows it, and its seconds are the clock's. A busy machine hides no second card."""

BESIDE_SHARED_SECONDS = 0.01
"""The same in a camera's frame: somebody waits for the reading, and the next frame shows what lies beside it again."""

FRAME_PIXELS = 1280 * 720
"""A camera's frame, for which the steps' time is meant."""

SMALL_SIDE = 1000
"""Pictures below this are also read enlarged."""

TURNED_SIDE = 1600
TURNS = (18.0, 36.0, 54.0, 72.0)
"""Degrees. Both engines read a bar code that lies within some ten degrees of a quarter turn."""

Taken: TypeAlias = tuple[str, Callable[[], list[Sighting]]]
"""Name of a step, and how to take it."""


class Reader:
    """All engines behind one question: which card is in this picture?

    Args:
        decoders: the engines at hand.
        card_of: the network's word on which texts are cards and which of them are the same card.
        steps: in their order; the package's own if not told otherwise.

    Raises:
        DecoderMissing: no engine is at hand.
    """

    def __init__(self, decoders: Decoders, card_of: CardOf | None = None, steps: Steps | None = None) -> None:
        if not decoders.found:
            raise DecoderMissing(missing=", ".join(decoders.missing))
        self._engines: dict[str, Decoder] = {decoder.name: decoder for decoder in decoders.found}
        self._wanted = decoders.formats
        self._card_of = card_of
        self._steps = (chosen_steps() if steps is None else steps).with_engines(self._engines)
        self._spread = Spread()

    def warm_up(self) -> None:
        """Make what is made once, so that the first look is no slower than the others."""
        prepare()
        self.glance(np.full((720, 1280), 128, np.uint8))

    def look(self, gray: GrayFrame, turn: int = 0, ticks: Callable[[], float] = time.thread_time) -> Look:
        """One look at one of a camera's frames.

        Args:
            gray: the frame.
            turn: number of the frame; with 0 all that was remembered of earlier ones is forgotten.
            ticks: seconds of this thread's own work, so that a busy machine does not make us read less.
        """
        every = self._steps.steps
        before = (self._spread if turn else Spread()).at(tiles_of(gray))
        take = self._take(gray, before.seconds, ticks)
        look = self._settle(take, _each(take, before.steps(every)), BESIDE_SHARED_SECONDS)
        self._spread = before.after(every, take.taken, take.located, look)
        return look

    def glance(self, gray: GrayFrame, ticks: Callable[[], float] = time.thread_time) -> Look:
        """One look at a frame that has no next one: all steps, within the time of a frame; a larger picture has more."""
        take = self._take(gray, self._steps.seconds * max(1.0, gray.size / FRAME_PIXELS), ticks)
        return self._settle(take, _each(take, self._steps.steps))

    def study(self, gray: GrayFrame, ticks: Callable[[], float] = time.monotonic) -> Look:
        """One thorough look at a single picture; a step is begun only within `PICTURE_SECONDS` of the first."""
        take = self._take(gray, PICTURE_SECONDS, ticks)
        return self._settle(take, self._thorough(take, gray), BESIDE_ALONE_SECONDS)

    def study_file(self, data: bytes) -> Look:
        """The same, of what stood in a picture file.

        Raises:
            PictureBad: it is no usable picture.
        """
        return self.study(self.unpack(data))

    def unpack(self, data: bytes) -> GrayFrame:
        """What stood in a picture file, as one gray frame.

        Raises:
            PictureBad: it is no usable picture.
        """
        return load_picture(data)

    def _take(self, gray: GrayFrame, seconds: float, ticks: Callable[[], float]) -> Take:
        return Take(gray, self._engines, self._wanted, seconds, ticks)

    def _thorough(self, take: Take, gray: GrayFrame) -> Iterator[Taken]:
        yield from _each(take, self._steps.steps)
        whole = View(gray)
        for name, view in _picture_views(whole):
            for engine in (ZXING, ZBAR):
                yield f"{engine} {name}", _looking(take, engine, name, view)

    def _settle(self, take: Take, steps: Iterable[Taken], beside_seconds: float = BESIDE_SECONDS) -> Look:
        sightings: list[Sighting] = []
        look = Look()
        for name, act in steps:
            if take.is_late():
                break
            seen = act()
            if not seen:
                continue
            sightings += seen
            look = replace(settle(sightings, self._card_of), step=name)
            if look.settled:
                break
        symbol = look.symbol
        if look.settled and symbol is not None and symbol.corners and self._is_card(symbol):
            beside = take.beside((sighting.symbol for sighting in sightings), beside_seconds)
            look = replace(settle([*sightings, *beside], self._card_of), step=look.step)
        return replace(look, faults=take.faults)

    def _is_card(self, symbol: Symbol) -> bool:
        return self._card_of is not None and self._card_of(symbol.text) is not None


def _each(take: Take, steps: Sequence[Step]) -> Iterator[Taken]:
    for step in steps:
        yield step.name, _taking(take, step)


def _taking(take: Take, step: Step) -> Callable[[], list[Sighting]]:
    return lambda: take.step(step)


def _looking(take: Take, engine: str, name: str, view: View) -> Callable[[], list[Sighting]]:
    return lambda: take.look(engine, name, view)


def _picture_views(whole: View) -> Iterator[tuple[str, View]]:
    """Views are made only when they are reached; those that a frame's steps have are not made again."""
    yield "quarter", whole.scaled(1 / 4)
    yield "even", whole.equalised()
    if whole.long_side < SMALL_SIDE:
        yield "double", whole.scaled(2)
    yield "dark", whole.inverted()
    middling = whole.within(TURNED_SIDE)
    for degrees in TURNS:
        yield f"turned {degrees:.0f}", middling.turned(degrees)
