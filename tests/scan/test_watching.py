"""What the loop says of a camera, and when it looks: why one cannot be opened, what its picture lacks, and where nothing moves."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import pytest

from tests.scan.printed import CODE, OTHER_CODE, card, grainy, on_desk
from tests.scan.test_loop import EMPTY, SHOWN, SHOWN_NEXT, START, Desk, Script, watching
from validator.errors import CameraBusy, CameraDenied, CameraMissing, CameraSilent, KnownError
from validator.scan.acceptance import Look
from validator.scan.decoder import ZXING, Symbol
from validator.scan.engines import Decoders, available_decoders
from validator.scan.gate import OPEN, REST
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader
from validator.scan.source import Frame
from validator.scan.state import CameraState


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (CameraMissing(), CameraState.MISSING),
        (CameraBusy(), CameraState.BUSY),
        (CameraDenied(), CameraState.DENIED),
    ],
)
def test_why_a_camera_cannot_be_opened_is_said_also_late(event: KnownError, state: CameraState) -> None:
    for script in (Script(event), Script([event])):
        desk = Desk()
        with watching(script, desk):
            assert desk.until(state) == [CameraState.OPENING, state]


def test_a_camera_that_gives_no_picture_says_so_until_it_does() -> None:
    desk = Desk()
    script = Script(
        [CameraSilent()], [CameraSilent()], CameraBusy(), CameraMissing(), [CameraSilent()], [SHOWN]
    )
    with watching(script, desk):
        assert desk.until(CameraState.WATCHING) == [
            CameraState.OPENING,
            CameraState.SILENT,
            CameraState.BUSY,
            CameraState.MISSING,
            CameraState.SILENT,
            CameraState.WATCHING,
        ]


STEP = 0.25


@dataclass
class Ticks:
    """Four frames a second, and the desk's clock beside them."""

    at: float = 0.0

    def __call__(self) -> float:
        self.at += STEP
        return self.at

    def now(self) -> datetime:
        return START + timedelta(seconds=self.at)


def test_a_camera_that_shows_nothing_says_what_it_shows_instead() -> None:
    desk, ticks = Desk(), Ticks()
    black = [Frame(grainy(np.full((720, 1280), 5, np.uint8), 2.0, seed), live=True) for seed in range(3)] * 6
    stands = [Frame(EMPTY.pixels, live=True)] * 38
    moves = [Frame(grainy(SHOWN.pixels, 2.0, seed), live=True) for seed in range(6)]
    with watching(Script([*black, *stands, *moves]), desk, ticks=ticks, now=ticks.now):
        assert desk.heard() == [CODE]
        assert desk.until(CameraState.FROZEN) == [
            CameraState.OPENING,
            CameraState.WATCHING,
            CameraState.BLACK,
            CameraState.WATCHING,
            CameraState.FROZEN,
        ]
        assert desk.until(CameraState.WATCHING) == [CameraState.WATCHING]


def test_where_nothing_moves_it_looks_rarely_and_at_a_card_at_once() -> None:
    desk, ticks = Desk(), Ticks()
    frames = 32
    with watching(Script([*[EMPTY] * frames, SHOWN]), desk, ticks=ticks, now=ticks.now) as loop:
        assert desk.heard() == [CODE]
    tally = loop.tally
    assert tally.frames + tally.rested == frames + 1
    assert tally.frames <= OPEN / STEP + (frames * STEP - OPEN) / REST + 2
    assert desk.previews.qsize() <= tally.frames


class Blind:
    """An engine that sees nothing for a while."""

    name = ZXING

    def __init__(self, begin: float, end: float, ticks: Ticks) -> None:
        self._engine = available_decoders().found[0]
        self._begin, self._end = begin, end
        self._ticks = ticks

    def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
        return () if self._begin < self._ticks.at <= self._end else self._engine.read(gray)


LIES = Frame(on_desk(card(CODE, bars=None)))
"""A QR code alone: bars would be read without any engine too."""


def test_a_card_that_was_not_read_when_it_came_is_still_tried_while_it_lies() -> None:
    desk, ticks = Desk(), Ticks()
    reader = Reader(Decoders((Blind(0, OPEN + 2, ticks),)))
    with watching(Script([LIES] * 40), desk, reader, ticks=ticks, now=ticks.now) as loop:
        assert desk.heard() == [CODE]
    assert loop.tally.rested > 0


def test_a_card_that_was_read_and_lies_there_is_not_read_again_where_looks_miss_it() -> None:
    desk, ticks = Desk(), Ticks()
    reader = Reader(Decoders((Blind(OPEN, OPEN + 5, ticks),)))
    with watching(Script([*[LIES] * 40, SHOWN_NEXT]), desk, reader, ticks=ticks, now=ticks.now):
        assert desk.heard(2) == [CODE, OTHER_CODE]
    assert desk.readings.empty()


class EachThird(Reader):
    """Sees something only in each third look, as where a costly step alone reads a card."""

    def look(self, gray: GrayFrame, turn: int = 0, ticks: Callable[[], float] = time.thread_time) -> Look:
        return super().look(gray, turn, ticks) if turn % 3 == 0 else Look()


def test_a_weak_reading_of_a_card_that_lies_there_gets_its_second_look_in_time() -> None:
    desk, ticks = Desk(), Ticks()
    bars = Frame(on_desk(card(qr=False)))
    reader = EachThird(Decoders((Blind(0, OPEN + 1, ticks),)))
    with watching(Script([bars] * 40), desk, reader, ticks=ticks, now=ticks.now):
        assert desk.heard() == [CODE]
