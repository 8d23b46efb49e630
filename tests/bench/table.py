"""What every step sees in every picture of a half, kept in a file: the search asks it thousands of times."""

from __future__ import annotations

import multiprocessing
import pickle
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import cv2

from tests.bench.photos import Photo, as_held, in_frame, turns
from tests.scan.cards import AXES, code_of, seen
from validator.domain.code import Symbology
from validator.scan.acceptance import Sighting
from validator.scan.decoder import LINES, ZBAR, ZXING
from validator.scan.engines import Decoders, available_decoders
from validator.scan.pixels import GrayFrame
from validator.scan.steps import VIEWS, Part, Step
from validator.scan.take import Take

FORMATS = (
    Symbology.QR,
    Symbology.CODE39,
    Symbology.CODE128,
    Symbology.EAN13,
    Symbology.EAN8,
    Symbology.UPCA,
    Symbology.ITF,
)
"""Those that the photographs have."""

Subject: TypeAlias = tuple[str, str, Symbology | None, str, GrayFrame]
"""Path, kind, symbology, text and frame of something that is learnt from."""

LOCATING = "locating"
TRAINING: Mapping[int, Mapping[str, Any]] = MappingProxyType(
    {1000: {}, 1002: {"qr": False}, 1004: {"bars": None}}
)
"""Seeds of synthetic cards, and what is not on them; what is measured has other seeds."""


@dataclass(frozen=True)
class Row:
    """One view of one photograph, and what each step saw there.

    Attributes:
        seen: step's name -> sightings of each of its looks.
        ms: step's name -> milliseconds of one core for each look; `LOCATING` for the places.
    """

    path: str
    kind: str
    symbology: Symbology | None
    text: str
    seen: dict[str, list[list[Sighting]]]
    ms: dict[str, list[float]]


_ENGINES: dict[Part, dict[str, Collection[str]]] = {
    Part.FRAME: {ZXING: VIEWS[Part.FRAME], ZBAR: {"whole"}},
    Part.BARS: {
        ZXING: {
            "strip",
            "average",
            "crisp average",
            "even",
            "dark",
            "straight",
            "straight average",
            "darkest",
        },
        ZBAR: {"strip", "average", "contrast", "straight average", "darkest"},
        LINES: {"ordinary", "soft", "signs"},
    },
    Part.MATRIX: {ZXING: VIEWS[Part.MATRIX] - {"plain"}, ZBAR: {"double", "laid out"}},
}


def candidates() -> list[Step]:
    """All steps that there could be."""
    return [
        Step(part, view, engine)
        for part, by_engine in _ENGINES.items()
        for engine, views_ in by_engine.items()
        for view in sorted(views_)
    ]


def views(photo: Photo, number: int) -> Iterator[tuple[str, GrayFrame]]:
    """A photograph as the search sees it: in a frame, upright or lying, and held before a webcam."""
    upright, lying = turns(photo.gray())
    yield "frame", in_frame(lying if number % 2 else upright, number)
    yield "webcam", as_held(photo.gray(), number)


def subjects(photos: list[Photo]) -> Iterator[Subject]:
    """Path, kind, symbology, text and frame of everything that is learnt from: photographs, and synthetic cards of every axis."""
    for number, photo in enumerate(photos):
        for kind, gray in views(photo, number):
            yield photo.path, kind, photo.symbology, photo.text, gray
    for axis, scenes in AXES.items():
        for level, scene in enumerate(scenes):
            for seed, lacks in TRAINING.items():
                frame = seen(replace(scene, **lacks), seed)
                yield f"{axis} {level}", "card", Symbology.CODE39, code_of(seed), frame


def table(photos: list[Photo], path: Path) -> list[Row]:
    """The table from its file, or made and kept."""
    if path.is_file():
        return list(pickle.loads(path.read_bytes()))  # noqa: S301  (our own file in build/)
    with multiprocessing.get_context("spawn").Pool() as pool:  # a fork would share what OpenCV's threads hold
        rows = list(pool.imap(_row, subjects(photos), chunksize=4))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(rows))
    return rows


@cache
def _decoders() -> Decoders:
    cv2.setNumThreads(1)
    return available_decoders(FORMATS)


def _row(subject: Subject) -> Row:
    path, kind, symbology, text, gray = subject
    decoders = _decoders()
    take = Take(gray, {each.name: each for each in decoders.found}, decoders.formats)
    begun = time.thread_time()
    _ = take.places
    ms = {LOCATING: [_since(begun)]}
    told: dict[str, list[list[Sighting]]] = {}
    for step in candidates():
        take._asked.clear()  # noqa: SLF001  (in another order this step may be the first to doubt)
        told[step.name], ms[step.name] = [], []
        begun = time.thread_time()
        for found in take.looks(step):
            told[step.name].append(found)
            ms[step.name].append(_since(begun))
            begun = time.thread_time()
    return Row(path, kind, symbology, text, told, ms)


def _since(begun: float) -> float:
    return (time.thread_time() - begun) * 1000
