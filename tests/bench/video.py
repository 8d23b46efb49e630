"""A card moved into view, in synthetic video of 30 frames a second: how long until it is read, for us and for each library alone.

    python -m tests.bench.video [--clips 60] [--first 1] [--each]

1. The desk's own `ScanLoop` watches, with its gate, its looks, its turns and its steadiness. Each library alone is a reader of one
   step under the same rule.
2. Time is simulated: a frame comes every 33.3 ms, a look takes what it takes of one core here, and of the frames that came
   meanwhile the newest is seen; the others are dropped.
3. The milliseconds run from the first frame in which the card is whole to the accepted reading. Clips that are never read count
   as longer than any other. They run as well from the first frame in which a symbol is whole, mostly some frames earlier, and from
   the first *legible* one: before it the hand is too quick, or the lens astray. How long that takes after a symbol is whole,
   `legible_after_ms`, is no reader's doing.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

import cv2

from tests.scan.cards import again, desk
from tests.scan.moved import RATE, clip_of
from tests.scan.video import Film, papers
from validator.domain.code import CardRead, CodeFormat
from validator.errors import CameraLost
from validator.scan.acceptance import cards_of
from validator.scan.decoder import Decoder
from validator.scan.engines import Decoders, available_decoders
from validator.scan.loop import ScanLoop
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader
from validator.scan.source import Frame
from validator.scan.steps import Part, Step, Steps

_START = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
_PATIENCE = 120.0
_OURS = "ours"
_EVERY = 4


class Play:
    """A camera that plays a film in simulated time, and the clock that goes with it. Asked on one thread alone.

    Args:
        frame: makes a frame by its number.
        frames: how many there are.
        ticks: seconds of this thread's own work.
    """

    def __init__(
        self, frame: Callable[[int], GrayFrame], frames: int, ticks: Callable[[], float] = time.thread_time
    ) -> None:
        self._frame = frame
        self._frames = frames
        self._ticks = ticks
        self._at = 0.0
        self._mark: float | None = None
        self.seen: list[int] = []
        self.took: list[float] = []
        self.ended = False

    @property
    def seconds(self) -> float:
        """Simulated time."""
        return self._at + (0.0 if self._mark is None else self._ticks() - self._mark)

    def now(self) -> datetime:
        """The same for a desk's clock."""
        return _START + timedelta(seconds=self.seconds)

    def open(self) -> None:
        """A film has one opening."""

    def next_frame(self) -> Frame | None:
        """The newest frame; waits for the next where the newest was seen."""
        now = self.seconds
        if self._mark is not None:
            self.took.append(now - self._at)
        newest = int(now * RATE + 1e-9)
        if self.seen and newest <= self.seen[-1]:
            newest = self.seen[-1] + 1
        if newest >= self._frames:
            self.ended = True
            raise CameraLost("the film is over")
        self._at = max(now, newest / RATE)
        self.seen.append(newest)
        gray = self._frame(newest)
        self._mark = self._ticks()
        return Frame(gray, live=True)

    def close(self) -> None:
        """Nothing to let go."""


@dataclass(frozen=True)
class Shown:
    """What one reader made of one clip.

    Attributes:
        read_at: simulated seconds of the accepted reading; None without.
        right: whether it was the card's code.
        seen: numbers of the frames that were looked at.
        took: seconds of each frame that was taken but the last.
    """

    read_at: float | None
    right: bool
    seen: tuple[int, ...]
    took: tuple[float, ...]


def watched(film: Film, frame: Callable[[int], GrayFrame], reader: Reader) -> Shown:
    """Let the desk's loop watch a clip until it reads something."""
    clip = film.showing.clip
    play = Play(frame, clip.frames)
    readings: list[tuple[float, str]] = []

    def on_read(reading: CardRead) -> None:
        readings.append((play.seconds, reading.payload))
        loop.stop()

    loop = ScanLoop(
        play,
        reader,
        play.now,
        on_read=on_read,
        on_state=lambda _: loop.stop() if play.ended else None,
        ticks=lambda: play.seconds,
    )
    loop.start()
    if not loop.join(_PATIENCE):
        raise AssertionError("the loop does not end")
    at, text = readings[0] if readings else (None, "")
    return Shown(at, text == clip.code, tuple(play.seen), tuple(play.took))


@dataclass
class Count:
    """What one reader came to.

    Attributes:
        after_whole: milliseconds from the first frame with the whole card to the reading, by clip; infinite where it never came.
        after_symbol: from the first frame with a whole symbol.
        after_legible: from the first legible one.
        legible: from the first whole symbol to that.
        took: milliseconds of each frame that was taken, looked at or not.
    """

    after_whole: list[float] = field(default_factory=list)
    after_symbol: list[float] = field(default_factory=list)
    after_legible: list[float] = field(default_factory=list)
    legible: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)
    frames: Counter[str] = field(default_factory=Counter)

    def add(self, film: Film, shown: Shown) -> None:
        """One more clip."""
        whole, entire = film.first_whole, film.first_entire
        legible = next((moment for moment in film.moments if moment.legible), None)
        if whole is None or entire is None:
            return
        at = shown.read_at if shown.right and shown.read_at is not None else math.inf
        self.after_whole.append((at - entire.seconds) * 1000)
        self.after_symbol.append((at - whole.seconds) * 1000)
        if legible is not None:
            self.legible.append((legible.seconds - whole.seconds) * 1000)
            self.after_legible.append((at - legible.seconds) * 1000)
        self.took += [each * 1000 for each in shown.took]
        if shown.read_at is not None and not shown.right:
            self.wrong.append(film.showing.clip.seed)
        self.frames["seen"] += len(shown.seen)
        self.frames["dropped"] += (shown.seen[-1] + 1 - len(shown.seen)) if shown.seen else 0

    def row(self) -> dict[str, object]:
        """For the figures."""
        return {
            "clips": len(self.after_whole),
            "median_ms": _rounded(_at(self.after_whole, 0.5)),
            "p95_ms": _rounded(_at(self.after_whole, 0.95)),
            "within_150_ms": round(sum(each <= 150 for each in self.after_whole) / len(self.after_whole), 3),
            "median_after_symbol_ms": _rounded(_at(self.after_symbol, 0.5)),
            "never_read": round(sum(map(math.isinf, self.after_whole)) / len(self.after_whole), 3),
            "legible_after_ms": _rounded(_at(self.legible, 0.5)),
            "median_after_legible_ms": _rounded(_at(self.after_legible, 0.5)),
            "wrong": self.wrong,
            "frame_median_ms": _rounded(_at(self.took, 0.5)),
            "frame_p95_ms": _rounded(_at(self.took, 0.95)),
            "frames_dropped": round(self.frames["dropped"] / max(1, self.frames.total()), 3),
        }


def readers(decoders: Decoders | None = None) -> dict[str, Reader]:
    """Ours, and one for each library alone."""
    decoders = available_decoders() if decoders is None else decoders
    card_of = cards_of(CodeFormat())
    found = {_OURS: Reader(decoders, card_of)}
    for engine in decoders.found:
        alone = Decoders((engine,), {}, decoders.formats)
        found[engine.name] = Reader(alone, card_of, Steps((Step(Part.FRAME, "whole", engine.name),), 1.0))
    for reader in found.values():
        reader.warm_up()
    return found


def measured(seeds: range, each: Callable[[str], object] | None = None) -> dict[str, dict[str, object]]:
    """By reader, over the clips of some seeds; `each` is told of every clip."""
    cv2.setNumThreads(1)
    all_readers = readers()
    counts = {name: Count() for name in all_readers}
    for seed in seeds:
        film = Film(clip_of(seed))
        frame = cache(film.frame)
        for name, reader in all_readers.items():
            counts[name].add(film, watched(film, frame, reader))
        if each is not None:
            each(
                f"{seed:6} "
                + "  ".join(f"{name} {count.after_whole[-1]:6.0f}" for name, count in counts.items())
            )
    return {name: count.row() for name, count in counts.items()}


def empty(desks: int = 4, frames: int = 60) -> dict[str, object]:
    """Desks with nothing to read, each for two seconds: our looks beside each library's own; milliseconds of one core.

    Every other desk has papers with writing on it.
    """
    cv2.setNumThreads(1)
    decoders = available_decoders()
    reader = Reader(decoders, cards_of(CodeFormat()))
    reader.warm_up()
    times: dict[str, list[float]] = {name: [] for name in (_OURS, *(each.name for each in decoders.found))}
    for number in range(desks):
        bare = desk(number) if number % 2 else papers(number)
        for turn in range(frames):
            gray = again(bare, turn)
            times[_OURS].append(_took(lambda gray=gray, turn=turn: reader.look(gray, turn)))  # type: ignore[misc]
            for engine in decoders.found if turn % _EVERY == 0 else ():
                times[engine.name].append(_took(lambda gray=gray, engine=engine: _alone(engine, gray)))  # type: ignore[misc]
    row: dict[str, object] = {
        name: {"median_ms": _rounded(_at(each, 0.5)), "p95_ms": _rounded(_at(each, 0.95))}
        for name, each in times.items()
    }
    ours = statistics.median(times[_OURS])
    row["ratios"] = {
        engine.name: round(ours / statistics.median(times[engine.name]), 2) for engine in decoders.found
    }
    return row


def row(clips: int, first: int = 1, each: Callable[[str], object] | None = None) -> dict[str, object]:
    """All figures of this part."""
    return {"empty": empty(), "clips": measured(range(first, first + clips), each)}


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.video", description=__doc__.splitlines()[0])
    parser.add_argument("--clips", type=int, default=60)
    parser.add_argument("--first", type=int, default=1, help="seed of the first clip")
    parser.add_argument(
        "--each", action="store_true", help="say of every clip after how many milliseconds it was read"
    )
    asked = parser.parse_args()
    found = row(asked.clips, asked.first, print if asked.each else None)
    for part in found.values():
        assert isinstance(part, dict)
        for name, figures in part.items():
            print(f"{name:10} {json.dumps(figures)}")
    print(json.dumps({"video": found}))


def _alone(engine: Decoder, gray: GrayFrame) -> object:
    return engine.read(gray)


def _took(what: Callable[[], object]) -> float:
    begun = time.thread_time()
    what()
    return (time.thread_time() - begun) * 1000


def _at(values: list[float], share: float) -> float:
    """The value that so much of them is at or below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else math.nan


def _rounded(value: float) -> float | None:
    return round(value, 1) if math.isfinite(value) else None


if __name__ == "__main__":
    main()
