"""What is read of real photographs: each library alone, P7, and we, on the same frames in the same run.

    python -m tests.bench.recall PHOTOS [--half held-out|training|all] [--every 1] [--frames 1|3]

Frames are `tests.bench.photos`': in a 1280 x 720 frame upright and lying, and held before a webcam. Milliseconds are those of one
core's own work. Ours are told as `kaikuportti decode` tells them. A text is wrong where the photograph does not hold it, by the
manifest; a picture with a second genuine code counts as wrong here where that one is told.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import cv2

from sync.decoding import text_of
from tests.bench.peers import P7, Alone
from tests.bench.photos import Photo, as_held, in_frame, photos_in, turns
from tests.bench.search import same
from tests.bench.table import FORMATS
from tests.scan.cards import again
from validator.domain.code import Symbology
from validator.scan.acceptance import Look
from validator.scan.engines import available_decoders
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader

KINDS = ("frame", "webcam")
Reads = Callable[[list[GrayFrame]], list[str]]


@dataclass
class Count:
    """What one reader came to on one kind of frames."""

    of: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)

    def row(self) -> dict[str, object]:
        """For the figures."""
        times = sorted(self.ms)
        return {
            "recall": round(100 * self.read.total() / max(1, self.of.total()), 2),
            "formats": {name: round(100 * self.read[name] / self.of[name], 1) for name in sorted(self.of)},
            "wrong": len(self.wrong),
            "median_ms": round(statistics.median(times), 1),
            "p95_ms": round(times[int(len(times) * 0.95)], 1),
        }


def readers() -> dict[str, Reads]:
    """By name."""
    decoders = available_decoders(FORMATS)
    zxing, zbar = decoders.found
    ours = Reader(decoders, lambda _: None)
    return {
        "pyzbar": Alone(zbar).texts,
        "zxing-cpp": Alone(zxing).texts,
        "P7": P7(zxing, zbar).texts,
        "ours": lambda frames: _ours(ours, frames),
    }


def measured(photos: list[Photo], frames: int = 1) -> dict[str, dict[str, Count]]:
    """By kind of frame and reader."""
    cv2.setNumThreads(1)
    all_readers = readers()
    counts: dict[str, dict[str, Count]] = {kind: defaultdict(Count) for kind in KINDS}
    for number, photo in enumerate(photos):
        for kind, frame in _views(photo, number):
            several = [frame] if frames == 1 else [again(frame, turn) for turn in range(frames)]
            for name, reads in all_readers.items():
                _add(counts[kind][name], photo, reads, several)
    return counts


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.recall", description=__doc__.splitlines()[0])
    parser.add_argument("photos", type=Path)
    parser.add_argument("--half", choices=("held-out", "training", "all"), default="held-out")
    parser.add_argument("--every", type=int, default=1, help="only each so many-th photograph")
    parser.add_argument("--frames", type=int, choices=(1, 3), default=1)
    asked = parser.parse_args()
    chosen = [
        photo
        for photo in photos_in(asked.photos)
        if photo.is_picture and (asked.half == "all" or photo.is_training == (asked.half == "training"))
    ][:: asked.every]
    if not chosen:
        print(json.dumps({"skipped": "there are no photographs"}))
        return
    counts = measured(chosen, asked.frames)
    rows = {kind: {name: count.row() for name, count in by_name.items()} for kind, by_name in counts.items()}
    for kind, by_name in rows.items():
        for name, row in by_name.items():
            print(f"{kind:8} {name:10} {json.dumps(row)}")
        print(f"{kind:8} wrong      {sorted(set(counts[kind]['ours'].wrong))}")
    print(json.dumps({"half": asked.half, "frames": asked.frames, "photos": len(chosen), "figures": rows}))


def _views(photo: Photo, number: int) -> Iterator[tuple[str, GrayFrame]]:
    for quarter, turned in enumerate(turns(photo.gray())):
        yield "frame", in_frame(turned, number * 4 + quarter)
    yield "webcam", as_held(photo.gray(), number)


def _ours(reader: Reader, frames: list[GrayFrame]) -> list[str]:
    if len(frames) == 1:
        told = reader.glance(frames[0]).told_alone
        return [] if told is None else [text_of(told)]
    votes: Counter[str] = Counter()
    for turn, frame in enumerate(frames):
        look: Look = reader.look(frame, turn)
        if look.symbol is None:
            continue
        votes[look.symbol.text] += 2 if look.firm else 1
        if votes[look.symbol.text] > 1:
            return [text_of(look.symbol)]
    return []


def _add(count: Count, photo: Photo, reads: Reads, frames: list[GrayFrame]) -> None:
    begun = time.thread_time()
    texts = reads(frames)
    count.ms.append((time.thread_time() - begun) * 1000)
    if photo.symbology is not None:
        name = _name(photo.symbology)
        count.of[name] += 1
        count.read[name] += any(same(text, photo.text) for text in texts)
    if any(photo.symbology is None or not same(text, photo.text) for text in texts):
        count.wrong.append(photo.path)


def _name(symbology: Symbology) -> str:
    return symbology.value


if __name__ == "__main__":
    main()
