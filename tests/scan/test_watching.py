"""What the loop says of a camera, and when it looks: why one cannot be opened, what its picture lacks, and where nothing moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import pytest

from tests.scan.printed import CODE, OTHER_CODE, card, grainy, on_desk
from tests.scan.test_loop import EMPTY, SHOWN, SHOWN_NEXT, START, Desk, Script, watching
from validator.errors import CameraBusy, CameraDenied, CameraMissing, CameraSilent, KnownError
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


def test_a_card_that_lies_there_is_read_once_however_long() -> None:
    desk, ticks = Desk(), Ticks()
    # Its bar code alone, in grain: a look now and then may miss it, and that is no reason to read it anew.
    faint = [Frame(grainy(on_desk(card(qr=False, module=2)), 15.0, seed)) for seed in range(4)]
    with watching(Script([*faint * 8, SHOWN_NEXT]), desk, ticks=ticks, now=ticks.now):
        assert desk.heard(2) == [CODE, OTHER_CODE]
    assert desk.readings.empty()


class BlindAtFirst:
    """An engine that sees nothing for so many seconds."""

    name = ZXING

    def __init__(self, until: float, ticks: Ticks) -> None:
        self._engine = available_decoders().found[0]
        self._until = until
        self._ticks = ticks

    def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
        return self._engine.read(gray) if self._ticks.at > self._until else ()


def test_a_card_that_was_not_read_when_it_came_is_still_tried_while_it_lies() -> None:
    desk, ticks = Desk(), Ticks()
    reader = Reader(Decoders((BlindAtFirst(OPEN + 2, ticks),)))
    lies = Frame(on_desk(card(CODE, bars=None)))  # without engines, bars would still be read
    with watching(Script([lies] * 40), desk, reader, ticks=ticks, now=ticks.now) as loop:
        assert desk.heard() == [CODE]
    assert loop.tally.rested > 0
