"""What it costs that pictures are read by a process apart: each look beside the same look in this process.

And how soon reading goes on after that process was killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from itertools import count
from typing import TypeAlias

from tests.bench.timing import Figure, figure, paired
from tests.scan.cards import desk
from tests.scan.printed import CODE, card, noisy, on_desk, packed
from validator.domain.code import CodeFormat
from validator.scan.acceptance import cards_of
from validator.scan.apart import Apart
from validator.scan.engines import available_decoders
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader

RESTART = 1000.0
"""Milliseconds within which reading has to go on."""

_RUNS = 60
_PICTURES = 20
_DEATHS = 5
_CALM = 3.0
"""Seconds between two deaths, in which the next child gets ready to stand by."""

_FORMAT = CodeFormat()

Looked: TypeAlias = Callable[[GrayFrame, int], object]


def figures() -> list[Figure]:
    """The hop's figures; the first limits are the same work in this process, the last one a second."""
    reader = Reader(available_decoders(), cards_of(_FORMAT))
    reader.warm_up()
    picture = packed(on_desk(card(CODE), roll=20), ".jpg")
    with Apart() as apart:
        apart.make_ready()
        there = apart.reader(_FORMAT)
        frames = {"a card": noisy(on_desk(card(CODE)), 4.0), "an empty desk": desk(5)}
        found = [
            _beside(f"{name} through the child", frame, there.look, reader.look)
            for name, frame in frames.items()
        ]
        found.append(
            paired(
                "a picture through the child",
                lambda: there.study_file(picture),
                "the picture in the process",
                lambda: reader.study_file(picture),
                _PICTURES,
            )
        )
    if hasattr(signal, "SIGKILL"):
        found += [_reading_again(frames["a card"], standing_by) for standing_by in (True, False)]
    return found


def _beside(name: str, frame: GrayFrame, ours: Looked, limit: Looked) -> Figure:
    """Both see the same turns of a camera."""
    ours_at, limit_at = count(), count()
    return paired(
        name,
        lambda: ours(frame, next(ours_at)),
        "the frame in the process",
        lambda: limit(frame, next(limit_at)),
        _RUNS,
    )


def _reading_again(frame: GrayFrame, standing_by: bool) -> Figure:
    """From the death of the child to the next card that is read, with frames coming as from a camera of 60 pictures a second."""
    took = []
    pause = threading.Event()
    with Apart(back_off=(0.0,), stands_by=0.0) as apart:
        there = apart.reader(_FORMAT)
        apart.make_ready(for_camera=standing_by)
        for _ in range(_DEATHS):
            ready = time.perf_counter() + _CALM
            while time.perf_counter() < ready:
                there.look(frame)
                pause.wait(1 / 60)
            oldest = min(
                each.pid or 0 for each in multiprocessing.active_children() if each.name == "reading"
            )
            begun = time.perf_counter()
            os.kill(oldest, signal.SIGKILL)
            while there.look(frame).symbol is None:
                pause.wait(1 / 60)
            took.append((time.perf_counter() - begun) * 1000)
    name = "reading again after a death" if standing_by else "the same with none standing by"
    return figure(name, took, "a second", [RESTART])
