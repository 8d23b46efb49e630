"""A frame of 1280×720: our reader beside each library alone, empty and with a card; and recall, if there are photographs.

`BENCH_PHOTOS` names the folder of photographs (`tests.bench.photos`); without it the bench goes on without them.
"""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from tests.bench.photos import desk as strewn
from tests.bench.photos import photos_in
from tests.bench.recall import measured
from tests.bench.timing import Figure, paired
from tests.scan.cards import Scene, desk, seen
from tests.scan.printed import card, noisy, on_desk
from validator.scan.decoder import Decoder
from validator.scan.engines import available_decoders
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader

PHOTOS = "BENCH_PHOTOS"
_RUNS = 42
_EVERY = 6


def figures() -> list[Figure]:
    """Our look against each engine's own time on the same frame, turn after turn as a camera's frames come."""
    decoders = available_decoders()
    reader = Reader(decoders)
    frames = {
        "an empty desk": desk(5),
        "a desk with papers": strewn(3),
        "a card": noisy(on_desk(card("KAIKU00013")), 4.0),
        "a rolled Code 39": seen(Scene(roll=40, qr=False), 5),
    }
    return [
        _beside(f"look at {name}", frame, reader, engine)
        for name, frame in frames.items()
        for engine in decoders.found
    ]


def recall() -> list[dict[str, object]]:
    """Each sixth photograph of the held-out half, read by all: a sample; `tests.bench.recall` measures all of them."""
    folder = os.environ.get(PHOTOS)
    photos = [photo for photo in photos_in(Path(folder)) if photo.is_picture] if folder else []
    held_out = [photo for photo in photos if not photo.is_training][::_EVERY]
    if not held_out:
        return []
    return [
        {"kind": kind, "reader": name} | counted.row()
        for kind, by_name in measured(held_out).items()
        for name, counted in by_name.items()
    ]


def _beside(name: str, frame: GrayFrame, reader: Reader, engine: Decoder) -> Figure:
    turns = count()
    return paired(
        name,
        lambda: reader.look(frame, next(turns)),
        f"{engine.name} alone",
        lambda: engine.read(frame),
        _RUNS,
    )
