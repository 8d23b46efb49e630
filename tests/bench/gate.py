"""What a desk costs that nobody attends: the loop's share of a processor before a still scene, with the gate and without.

Frames come as a camera's would, thirty a second by the loop's own clock but as fast as it takes them; what the process took is then
told for one second of the camera. Without the gate means a clock that stands still: no time passes since the last movement.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event

import cv2
import numpy as np

from tests.bench.photos import desk as strewn
from tests.bench.timing import Figure, figure
from tests.scan.cards import desk
from tests.scan.printed import noisy
from validator.scan.engines import available_decoders
from validator.scan.gate import OPEN
from validator.scan.loop import ScanLoop
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader
from validator.scan.source import Frame

_RATE = 30
_BEFORE, _MEASURED = int((OPEN + 1) * _RATE), 4 * _RATE
_RUNS = 2
_WAIT = 120.0


def figures() -> list[Figure]:
    """Milliseconds of processor for a second of camera, of which a thousand are one processor."""
    reader = Reader(available_decoders())
    scenes = {"an empty desk": desk(5), "a desk with papers": strewn(3)}
    return [_figure(f"CPU of a second before {name}", scene, reader) for name, scene in scenes.items()]


def _figure(name: str, scene: GrayFrame, reader: Reader) -> Figure:
    frames = [
        Frame(np.asarray(cv2.cvtColor(noisy(scene, 3.0, seed), cv2.COLOR_GRAY2BGR), np.uint8), live=True)
        for seed in range(8)
    ]
    gated, open_ = [], []
    for _ in range(_RUNS):
        gated.append(_cost(frames, reader, lambda number: number / _RATE))
        open_.append(_cost(frames, reader, lambda _number: 0.0))
    return figure(name, gated, "without the gate", open_)


@dataclass
class _Still:
    """A camera before a scene in which nothing moves but the grain; it says what the process took meanwhile."""

    frames: list[Frame]
    given: int = 0
    took: list[float] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def open(self) -> None:
        self.given = 0

    def next_frame(self) -> Frame | None:
        self.given += 1
        if self.given in (_BEFORE, _BEFORE + _MEASURED):
            self.took.append(time.process_time())
        if self.given >= _BEFORE + _MEASURED:
            self.over.set()
            return None
        return self.frames[self.given % len(self.frames)]

    def close(self) -> None:
        pass


def _cost(frames: list[Frame], reader: Reader, at: Callable[[int], float]) -> float:
    source = _Still(frames)
    loop = ScanLoop(
        source,
        reader,
        lambda: datetime(2018, 10, 13, tzinfo=UTC),
        on_read=lambda _read: None,
        on_state=lambda _state: None,
        on_preview=lambda _preview: None,
        ticks=lambda: at(source.given),
    )
    loop.start()
    if not source.over.wait(_WAIT):
        raise AssertionError("the loop does not come to an end")
    loop.stop()
    loop.join()
    before, after = source.took
    return (after - before) * 1000 * _RATE / _MEASURED
