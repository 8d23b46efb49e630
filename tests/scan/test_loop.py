"""The loop that nothing ends: frames of all kinds, failing parts, cameras that go and come back, odd payloads, slow listeners."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from tests.scan.printed import CODE, OTHER_CODE, card, on_desk, packed, symbol
from validator.domain.code import CardRead, Source, Symbology
from validator.errors import (
    BugError,
    CameraLost,
    CameraMissing,
    PictureBad,
)
from validator.scan.camera import CameraSource
from validator.scan.decoder import ZXING, Symbol
from validator.scan.engines import Decoders, available_decoders
from validator.scan.loop import ScanLoop
from validator.scan.pixels import GrayFrame
from validator.scan.playing import FolderSource
from validator.scan.reader import Reader
from validator.scan.source import Frame, FrameSource, PreviewFrame
from validator.scan.state import CameraState

START = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
PATIENCE = 30.0
READER = Reader(available_decoders())
SHOWN, SHOWN_NEXT = Frame(on_desk(card(CODE))), Frame(on_desk(card(OTHER_CODE)))
EMPTY = Frame(on_desk())


class Script:
    """A source that plays frames, and whatever else a camera may do; each list is one opening."""

    def __init__(self, *openings: Iterable[object] | Exception) -> None:
        self._openings: Iterator[Iterable[object] | Exception] = iter(openings)
        self._now: Iterator[object] = iter(())
        self.closed = 0

    def open(self) -> None:
        opening = next(self._openings, ())
        if isinstance(opening, Exception):
            raise opening
        self._now = iter(opening)

    def next_frame(self) -> Frame | None:
        event = next(self._now, None)
        if isinstance(event, Exception):
            raise event
        return event  # type: ignore[return-value]

    def close(self) -> None:
        self.closed += 1


@dataclass
class Desk:
    """What a desk hears from the loop."""

    readings: queue.Queue[CardRead] = field(default_factory=queue.Queue)
    states: queue.Queue[CameraState] = field(default_factory=queue.Queue)
    previews: queue.Queue[PreviewFrame] = field(default_factory=queue.Queue)

    def heard(self, readings: int = 1) -> list[str]:
        return [self.readings.get(timeout=PATIENCE).payload for _ in range(readings)]

    def until(self, state: CameraState) -> list[CameraState]:
        """All states up to this one."""
        states = [self.states.get(timeout=PATIENCE)]
        while states[-1] is not state:
            states.append(self.states.get(timeout=PATIENCE))
        return states


def clock(step: float = 0.04) -> Callable[[], datetime]:
    """Every look comes so many seconds after the one before."""
    ticks = count()
    return lambda: START + timedelta(seconds=next(ticks) * step)


@contextmanager
def watching(
    source: FrameSource,
    desk: Desk,
    reader: Reader = READER,
    now: Callable[[], datetime] | None = None,
    on_read: Callable[[CardRead], None] | None = None,
    on_preview: Callable[[PreviewFrame], None] | None = None,
    ticks: Callable[[], float] = time.monotonic,
) -> Iterator[ScanLoop]:
    loop = ScanLoop(
        source,
        reader,
        now or clock(),
        on_read=on_read or desk.readings.put,
        on_state=desk.states.put,
        on_preview=on_preview or desk.previews.put,
        back_off=(0.0,),
        ticks=ticks,
    )
    loop.start()
    try:
        yield loop
    finally:
        loop.stop()
        assert loop.join(PATIENCE)
    assert desk.until(CameraState.STOPPED)[-1] is CameraState.STOPPED


def test_cards_are_read_once_each_and_in_order() -> None:
    desk = Desk()
    with watching(Script([EMPTY, SHOWN, SHOWN, SHOWN, EMPTY, SHOWN_NEXT, SHOWN_NEXT]), desk) as loop:
        first, second = (desk.readings.get(timeout=PATIENCE) for _ in range(2))
    assert first == CardRead(CODE, Source.CAMERA, START + timedelta(seconds=0.04), Symbology.QR)
    assert second.payload == OTHER_CODE
    assert desk.readings.empty()
    assert loop.tally.readings == 2
    assert 6 <= loop.tally.frames <= 7  # it was stopped after the second reading
    assert loop.tally.faults == 0


def test_a_folder_of_pictures_plays_through_the_whole_loop(tmp_path: Path) -> None:
    for number, printed in enumerate([card(CODE), card(OTHER_CODE, qr=False)]):
        (tmp_path / f"{number}.png").write_bytes(packed(on_desk(printed)))
    desk = Desk()
    with watching(FolderSource(tmp_path, pause=0), desk):
        assert desk.heard(2) == [CODE, OTHER_CODE]


def test_the_preview_comes_before_the_look_and_shows_where_the_last_code_was() -> None:
    desk = Desk()
    seen = threading.Event()

    def on_read(reading: CardRead) -> None:
        assert seen.wait(PATIENCE)  # the look is over, and the frame it was of is on the screen already
        desk.readings.put(reading)

    def on_preview(preview: PreviewFrame) -> None:
        desk.previews.put(preview)
        seen.set()

    with watching(Script([SHOWN, SHOWN]), desk, on_read=on_read, on_preview=on_preview):
        assert desk.heard() == [CODE]
        first, second = (desk.previews.get(timeout=PATIENCE) for _ in range(2))
    assert (first.width, first.height, first.outlines) == (640, 360, ())
    ((corners,),) = (second.outlines,)
    assert all(0.4 < x < 0.6 and 0.2 < y < 0.6 for x, y in corners)


def test_a_listener_that_is_slow_delays_no_reading() -> None:
    desk = Desk()
    slow = threading.Event()

    def on_preview(preview: PreviewFrame) -> None:
        slow.wait(PATIENCE)
        desk.previews.put(preview)

    with watching(Script([SHOWN, EMPTY, SHOWN_NEXT]), desk, on_preview=on_preview):
        assert desk.heard(2) == [CODE, OTHER_CODE]
        assert desk.previews.empty()
        slow.set()


@pytest.mark.allow_log
def test_a_preview_that_fails_is_counted_and_the_next_one_comes() -> None:
    desk = Desk()

    def on_preview(preview: PreviewFrame) -> None:
        desk.previews.put(preview)
        raise RuntimeError

    with watching(Script([SHOWN]), desk, on_preview=on_preview) as loop:
        desk.previews.get(timeout=PATIENCE)
        assert desk.heard() == [CODE]
    assert loop.tally.faults == 1


def test_two_cards_in_view_are_a_state_and_no_reading() -> None:
    desk = Desk()
    both = Frame(on_desk(card(CODE), card(OTHER_CODE)))
    with watching(Script([both, both, SHOWN]), desk):
        assert desk.heard() == [CODE]
        assert desk.until(CameraState.TWO_CARDS) == [
            CameraState.OPENING,
            CameraState.WATCHING,
            CameraState.TWO_CARDS,
        ]
        assert desk.until(CameraState.WATCHING) == [CameraState.WATCHING]
    assert desk.readings.empty()


GARBAGE = [
    Frame(np.zeros((0, 0), np.uint8)),
    Frame(np.zeros((7,), np.uint8)),
    Frame(np.zeros((5, 5, 7), np.uint8)),
    Frame(np.zeros((5, 5), np.float64)),
    Frame(None),  # type: ignore[arg-type]
    Frame("no frame"),  # type: ignore[arg-type]
    PictureBad(CODE, reason="broken"),
    ValueError(CODE),
    MemoryError(),
    RecursionError(),
    Frame(np.zeros((1, 1), np.uint8)),
]


@pytest.mark.allow_log
def test_garbage_does_not_end_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    desk = Desk()
    with watching(Script([*GARBAGE, SHOWN, *GARBAGE, SHOWN_NEXT]), desk) as loop:
        assert desk.heard(2) == [CODE, OTHER_CODE]
        assert CameraState.TROUBLED in desk.until(CameraState.TROUBLED)
    assert loop.tally.faults == 2 * (len(GARBAGE) - 1)
    assert CODE not in caplog.text
    warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert 0 < len(warnings) < len(GARBAGE)


@pytest.mark.allow_log
def test_a_camera_that_dies_comes_back() -> None:
    desk = Desk()
    script = Script(
        CameraMissing("not yet"),
        CameraMissing("not yet"),
        [SHOWN, CameraLost("pulled out")],
        CameraMissing("still out"),
        [OSError("driver")] * 3 + [SHOWN_NEXT],
    )
    with watching(script, desk) as loop:
        assert desk.heard(2) == [CODE, OTHER_CODE]
        states = desk.until(CameraState.TROUBLED)
    # One that was pulled out is not said to be missing, and none is ready before it shows something.
    assert states == [
        CameraState.OPENING,
        CameraState.MISSING,
        CameraState.WATCHING,
        CameraState.LOST,
        CameraState.TROUBLED,
    ]
    assert loop.tally.openings == script.closed == 5


@pytest.mark.allow_log
def test_a_source_that_cannot_even_fail_properly() -> None:
    desk = Desk()
    with watching(Script(ZeroDivisionError(), [SHOWN]), desk) as loop:
        assert desk.heard() == [CODE]
    assert loop.tally.faults == 1


def test_no_camera_at_all_is_a_state() -> None:
    desk = Desk()
    with watching(CameraSource(97), desk):
        assert desk.until(CameraState.MISSING) == [CameraState.OPENING, CameraState.MISSING]


@pytest.mark.allow_log
def test_listeners_that_fail_do_not_end_it(caplog: pytest.LogCaptureFixture) -> None:
    desk = Desk()

    def fail_on_the_first(reading: CardRead) -> None:
        desk.readings.put(reading)
        if reading.payload == CODE:
            raise KeyError(reading.payload)

    with watching(Script([SHOWN, SHOWN_NEXT]), desk, on_read=fail_on_the_first) as loop:
        assert desk.heard(2) == [CODE, OTHER_CODE]
    assert loop.tally.faults == 1
    assert "KeyError" in caplog.text
    assert CODE not in caplog.text


class FailsOnce:
    """An engine whose first look fails."""

    name = ZXING

    def __init__(self) -> None:
        self._engine = available_decoders().found[0]
        self._looks = count()

    def read(self, gray: GrayFrame) -> tuple[Symbol, ...]:
        if next(self._looks) == 0:
            raise UnicodeDecodeError("utf-8", CODE.encode(), 0, 1, "bad")
        return self._engine.read(gray)


def test_an_engine_that_fails_is_counted_and_told() -> None:
    desk = Desk()
    with watching(Script([EMPTY, SHOWN]), desk, Reader(Decoders((FailsOnce(),)))) as loop:
        assert desk.heard() == [CODE]
        states = desk.until(CameraState.TROUBLED) + desk.until(CameraState.WATCHING)
    assert states == [
        CameraState.OPENING,
        CameraState.WATCHING,
        CameraState.TROUBLED,
        CameraState.WATCHING,
    ]
    assert loop.tally.faults == 1


@pytest.mark.parametrize(
    "content",
    [
        "\0",
        "a\0b",
        "\x1b]0;x\x07",
        bytes(range(256)) * 8,
        b"\xff\xfe\xfd",
        "9" * 7000,
        "%s {0} \\",
        "\u202e\U0001f39f",
    ],
    ids=[
        "NUL",
        "NUL within",
        "escape",
        "2 kB of bytes",
        "no UTF-8",
        "7,000 digits",
        "formats",
        "odd characters",
    ],
)
def test_no_payload_ends_it(content: str | bytes) -> None:
    desk = Desk()
    with watching(Script([Frame(symbol(content)), SHOWN]), desk) as loop:
        while desk.heard() != [CODE]:
            pass
    assert loop.tally.faults == 0


@pytest.mark.allow_log
def test_a_clock_that_fails_costs_one_look() -> None:
    desk = Desk()
    good = clock()
    ticks = count()

    def now() -> datetime:
        if next(ticks) == 0:
            raise OverflowError
        return good()

    with watching(Script([SHOWN, SHOWN]), desk, now=now):
        assert desk.heard() == [CODE]


def test_it_stops_while_a_camera_is_away() -> None:
    desk = Desk()
    loop = ScanLoop(
        Script([SHOWN, CameraLost("away")]),
        READER,
        clock(),
        on_read=desk.readings.put,
        on_state=desk.states.put,
        back_off=(3600.0,),
    )
    assert loop.join()
    loop.start()
    assert desk.until(CameraState.LOST)
    assert desk.heard() == [CODE]
    assert not loop.join(0)
    loop.stop()
    assert loop.join(PATIENCE)


def test_it_runs_once() -> None:
    loop = ScanLoop(Script(), READER, clock(), on_read=print, on_state=print)
    loop.stop()
    loop.start()
    with pytest.raises(BugError):
        loop.start()
    assert loop.join(PATIENCE)
    assert loop.tally.openings == 0
