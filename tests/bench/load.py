"""A desk at its busiest beside an idle one: a card list is taken in, a camera plays, a long queue empties, cards are scanned.

    python -m tests.bench.load [--cards 1000000] [--queue 10000] [--seconds 600] [--idle 10]

The window's thread must not stand still for longer than 50 ms, and of a hundred answers ninety-nine must be painted within 50 ms
of the scan. The hub is a process of its own, at the lowest priority: in earnest it is another machine. The camera is a video of 30
frames a second of a card that moves and that nothing can be read from, which is the most work.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import cv2
import numpy as np

from sync.demo import Demo
from sync.hub import sample
from sync.hub.hub import Hub
from sync.hub.register import CardEntry
from sync.station import Station
from tests.bench.office import code
from tests.bench.timing import Figure
from tests.scan.moved import RATE, clip_of
from tests.scan.video import Film
from validator.desk import Ask
from validator.domain.card import CardKind
from validator.domain.code import CardCode, CardRead, Source
from validator.domain.journal import CardRef, CardRole, Draft, EventKind
from validator.store.keys import FileVault

LIMIT = 50.0
"""Milliseconds: for the longest gap, and for 99 answers of 100."""

CARDS, QUEUE = 100_000, 10_000
"""Of `make bench`; the full load has a million cards."""

_BACKS = 20
"""Days over which the queue was filled."""
_SMEAR = 12.0
_PLAYS = 90
"""Seconds of the video; behind its end the camera shows nothing more."""
_OFFER = "kainuu-season"
_CARD = next(card["code"] for card in sample.listing()["cards"] if card["label"] == "kainuu-children-0")


def figures(
    cards: int = CARDS,
    queue: int = QUEUE,
    seconds: float = 600.0,
    idle: float = 10.0,
    camera: Path | None = None,
) -> list[Figure]:
    """Both figures, each beside that of an idle desk."""
    with tempfile.TemporaryDirectory() as folder:
        rested, worked = measured(Path(folder), cards, queue, seconds, idle, camera)
    name = f"{cards:,} cards, 30 fps, queue of {queue:,}"
    return [
        Figure(
            f"{what}, {name}",
            "the same on an idle desk",
            max(worked[key]) if key == "gaps" else _p99(worked[key]),
            max(rested[key]) if key == "gaps" else _p99(rested[key]),
            _p99(worked[key]),
            len(worked[key]),
        )
        for what, key in (("longest gap", "gaps"), ("scan to answer p99", "answers"))
    ]


def measured(
    folder: Path, cards: int, queue: int, seconds: float, idle: float, camera: Path | None = None
) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """What the idle desk and the busy one did, each with its gaps and answers in milliseconds."""
    desk = folder / "desk-1"
    clip = camera or folder / "camera.avi"
    if camera is None:
        _film(clip)
    with Demo(folder, desks=1) as demo:
        demo.cut()
        _fill_queue(desk, queue)
        _fill_hub(folder / "hub", cards)
        rested = _run(desk, "off", idle)
        os.nice(19)  # the hub inherits it
        demo.restore()
        worked = _run(desk, str(clip), seconds, "--until-sent")
    return rested, worked


def _run(desk: Path, camera: str, seconds: float, *more: str) -> dict[str, list[float]]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "KAIKUPORTTI_DATA": str(desk),
        "KAIKUPORTTI_KEYS": "file",
        "KAIKUPORTTI_CAMERA": camera,
        "KAIKUPORTTI_SCANNER": "none",
        "KAIKUPORTTI_LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "tests.bench.loaded", "--seconds", str(seconds), *more]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    told: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return told


def _fill_queue(desk: Path, queue: int) -> None:
    """Givings of the last weeks that the hub has not heard of: the first by the desk's own hand, the rest in its likeness."""
    with Station.open(desk, FileVault(desk)) as station:
        counter = station.desk(lambda: False)
        read = CardRead(_CARD, Source.TYPED, station.clock.now())
        look = counter.counter.give(Ask(read, counter.choice_for(_OFFER)))
        if not look.giving:
            raise AssertionError(look.verdict.main.reason)
        with station.ledger.write() as books:
            first = json.loads(list(books.entries())[-1].header)
            for number in range(queue):
                name = f"load-{number}"
                at = station.clock.now() - timedelta(days=_BACKS * (queue - number) / queue)
                body = first["body"] | {"giving": name}
                card = CardRef(CardRole.HOLDER, id=f"load-card-{number}")
                books.append(Draft(name, EventKind.REDEMPTION, at, first["rules"], body, (card,)))


def _fill_hub(folder: Path, cards: int) -> None:
    with Hub.open(folder) as hub, hub.change() as register:
        year = (
            sample.demo_instant().date() - timedelta(days=90),
            sample.demo_instant().date() + timedelta(days=200),
        )
        register.put_cards(
            CardEntry(CardCode(code(number)), CardKind.PERSONAL, "kainuu", *year) for number in range(cards)
        )


def _film(path: Path) -> None:
    """Minutes of a card that comes, rests and goes, out of focus: the reader tries everything."""
    film = Film(replace(clip_of(7)))
    frames = [film.frame(number) for number in range(len(film.moments))]
    soft = [cv2.cvtColor(cv2.GaussianBlur(frame, (0, 0), _SMEAR), cv2.COLOR_GRAY2BGR) for frame in frames]
    height, width = frames[0].shape
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), RATE, (width, height))
    try:
        for _ in range(int(_PLAYS * RATE / len(soft)) + 1):
            for frame in soft:
                writer.write(np.asarray(frame, dtype=np.uint8))
    finally:
        writer.release()


def _p99(numbers: list[float]) -> float:
    ordered = sorted(numbers)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__.splitlines()[0])
    parser.add_argument("--cards", type=int, default=CARDS)
    parser.add_argument("--queue", type=int, default=QUEUE)
    parser.add_argument("--seconds", type=float, default=600.0, help="at most, under load")
    parser.add_argument("--idle", type=float, default=10.0, help="of the idle desk")
    parser.add_argument("--camera", type=Path, help="a video to play instead")
    asked = parser.parse_args()
    found = figures(asked.cards, asked.queue, asked.seconds, asked.idle, asked.camera)
    for each in found:
        told = f"{each.ours_ms:.1f} ms, {each.ratio:.1f} times the idle desk's {each.limit_ms:.1f} ms"
        print(f"{each.name}: {told} ({each.runs} times); goal {LIMIT:.0f} ms")
    print(f"load of the machine: {os.getloadavg()}")


if __name__ == "__main__":
    main()
