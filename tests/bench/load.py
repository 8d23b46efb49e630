"""A desk at its busiest beside an idle one: a card list is taken in, a camera plays, a long queue empties, cards are scanned.

    python -m tests.bench.load [--cards 1000000] [--queue 10000] [--idle 12] [--most 600]

The window must not stand still for longer than 50 ms, and of a hundred answers ninety-nine must be painted within 50 ms of the
scan. Both are measured in the program's own window with its own store, first at a desk that has nothing to do, then at the same
desk with everything to do. Linux.

1. The hub is a process of its own, at the lowest priority: in earnest it is another machine. Its list is made before.
2. The camera is a video of 30 frames a second of a card that is moved and held, out of focus: nothing can be read, so the reader
   tries every step, in its own process.
3. The queue is of redemptions of the last weeks, signed by the desk's own journal, of cards that the hub knows.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from sqlalchemy import select

from sync.demo import Demo
from sync.hub import sample, schema
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

_DAYS = 20
"""Days over which the queue was filled."""
_OFFER = "kainuu-season"
_CARD = next(card["code"] for card in sample.listing()["cards"] if card["label"] == "kainuu-children-0")
_SMEAR = 12.0
"""Sigma of the lens: nothing can be read through it."""
_SERVE = "from sync.hub.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is asked of the desk.

    Attributes:
        cards: in the new list; above `sync.hub.changes.SNAPSHOT_GAP` it comes whole.
        queue: redemptions that wait to be sent.
        idle: seconds of the idle desk.
        most: seconds within which a busy one is to be through.
        film: seconds of the camera's video, which is played again and again.
        camera: a video to play instead.
        nice: how far the hub stands behind: in earnest it is another machine. On one that is busy with other things it would
            never have a turn at 19.
    """

    cards: int = 1_000_000
    queue: int = 10_000
    idle: float = 12.0
    most: float = 600.0
    film: float = 15.0
    camera: Path | None = None
    nice: int = 19


@dataclass(frozen=True, slots=True)
class Load:
    """What was measured; see `tests.bench.loaded.Seen`.

    Attributes:
        idle, busy: the two runs.
        cards: in the busy desk's list at the end.
        waiting: events that the hub has not answered then.
    """

    idle: dict[str, Any]
    busy: dict[str, Any]
    cards: int
    waiting: int


def figures(size: Size | None = None) -> list[Figure]:
    """Both figures, each beside that of the idle desk."""
    size = size or Size()
    with tempfile.TemporaryDirectory() as folder:
        load = measured(Path(folder), size)
    return rows(load, size)


def rows(load: Load, size: Size) -> list[Figure]:
    """The figures of a measurement."""
    name = f"{size.cards:,} cards, camera, {size.queue:,} to send"
    idle, busy = load.idle, load.busy
    limit = "an idle desk's"
    gaps, answers = busy["gaps"], busy["answers"]
    return [
        Figure(f"longest gap: {name}", limit, max(gaps), max(idle["gaps"]), _p99(gaps), len(gaps)),
        Figure(
            f"p99 of answers: {name}",
            limit,
            _p99(answers),
            _p99(idle["answers"]),
            max(answers),
            len(answers),
        ),
    ]


def measured(folder: Path, size: Size) -> Load:
    """Both runs, one after the other, on one desk in ``folder``."""
    desk, hub = folder / "desk-1", folder / "hub"
    film = size.camera or folder / "camera.avi"
    if size.camera is None:
        _film(film, size.film)
    with Demo(folder, desks=1) as demo:
        idle = _run(desk, "off", size.idle)
        demo.cut()
        cards = _fill_hub(hub, size.cards, size.queue)
        _fill_queue(desk, cards)
        with _served(hub, demo.url, size.nice):
            busy = _run(desk, str(film), size.most, "--until-sent", "--again", str(film))
    with Station.open(desk, FileVault(desk)) as station, station.ledger.read() as books:
        return Load(idle, busy, station.registers.count(), books.waiting().events)


def _run(desk: Path, camera: str, seconds: float, *more: str) -> dict[str, Any]:
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
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


@contextmanager
def _served(hub: Path, url: str, nice: int) -> Iterator[None]:
    """The hub where the desk knows it."""
    port = url.rpartition(":")[2]
    command = [sys.executable, "-c", _SERVE, "serve", "--data", str(hub), "--port", port]
    process = subprocess.Popen(
        ["nice", "-n", str(nice), *command], stdout=subprocess.PIPE, text=True, env=os.environ.copy()
    )
    try:
        line = "" if process.stdout is None else process.stdout.readline()
        if url not in line:
            raise AssertionError(f"the hub does not come up at {url}: {line}")
        yield
    finally:
        process.kill()  # it would see its answers to their end
        process.communicate()


def _fill_hub(folder: Path, cards: int, queue: int) -> list[str]:
    """A list of so many cards, ready to be fetched; the ids of some."""
    begins = sample.demo_instant().date() - timedelta(days=90)
    ends = begins + timedelta(days=290)
    with Hub.open(folder) as hub:
        with hub.change() as register:
            register.put_cards(
                CardEntry(CardCode(code(number)), CardKind.PERSONAL, "kainuu", begins, ends)
                for number in range(cards)
            )
        if hub.snapshots.current(patience=3600.0) is None:
            raise AssertionError("the list was not made")
        with hub.database.read() as tx:
            return list(tx.execute(select(schema.cards.c.id).limit(queue)).scalars())


def _fill_queue(desk: Path, cards: list[str]) -> None:
    """Givings of the last weeks that the hub has not heard of: the first by the desk's own hand, the rest in its likeness."""
    with Station.open(desk, FileVault(desk)) as station:
        counter = station.desk(lambda: False)
        read = CardRead(_CARD, Source.TYPED, station.clock.now())
        look = counter.counter.give(Ask(read, counter.choice_for(_OFFER)))
        if not look.giving:
            raise AssertionError(look.verdict.main.reason)
        with station.ledger.write() as books:
            first = json.loads(list(books.entries())[-1].header)
            for number, card in enumerate(cards):
                name = f"load-{number}"
                at = station.clock.now() - timedelta(days=_DAYS * (len(cards) - number) / len(cards))
                body = first["body"] | {"giving": name, "visit": at.date().isoformat()}
                holder = (CardRef(CardRole.HOLDER, id=card),)
                books.append(Draft(name, EventKind.REDEMPTION, at, first["rules"], body, holder))


def _film(path: Path, seconds: float) -> None:
    """A card that comes, rests and goes, out of focus, again and again."""
    film = Film(clip_of(7))
    frames = [film.frame(number) for number in range(len(film.moments))]
    soft = [cv2.cvtColor(cv2.GaussianBlur(frame, (0, 0), _SMEAR), cv2.COLOR_GRAY2BGR) for frame in frames]
    height, width = frames[0].shape
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), RATE, (width, height))
    try:
        for number in range(int(seconds * RATE)):
            writer.write(np.asarray(soft[number % len(soft)], dtype=np.uint8))
    finally:
        writer.release()


def _p99(numbers: list[float]) -> float:
    ordered = sorted(numbers)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def main() -> None:
    """Measure and print."""
    usual = Size()
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__.splitlines()[0])
    parser.add_argument("--cards", type=int, default=usual.cards)
    parser.add_argument("--queue", type=int, default=usual.queue)
    parser.add_argument("--idle", type=float, default=usual.idle, help="seconds of the idle desk")
    parser.add_argument("--most", type=float, default=usual.most, help="seconds of the busy one, at most")
    parser.add_argument("--camera", type=Path, help="a video to play instead of our own")
    parser.add_argument("--nice", type=int, default=usual.nice, help="of the hub")
    asked = parser.parse_args()
    size = Size(asked.cards, asked.queue, asked.idle, asked.most, camera=asked.camera, nice=asked.nice)
    with tempfile.TemporaryDirectory() as folder:
        load = measured(Path(folder), size)
    for each in rows(load, size):
        told = f"{each.ours_ms:.1f} ms, {each.ratio:.1f} times the idle desk's {each.limit_ms:.1f} ms"
        print(f"{each.name}: {told} ({each.runs} times); goal {LIMIT:.0f} ms")
    for name, run in (("idle", load.idle), ("busy", load.busy)):
        print(
            f"{name}: {run['seconds']:.0f} s, {run['pictures']} pictures painted, {run['reading']:.0f} s of other processes"
        )
        for key in ("gaps", "own_gaps", "answers", "own_answers"):
            print(f"  longest {key}: {_told(sorted(run[key])[-10:])}")
    print(
        f"at the end: {load.cards:,} cards, {load.waiting} events unanswered; load {os.getloadavg()[0]:.1f}"
    )


def _told(numbers: list[float]) -> str:
    return " ".join(f"{each:.0f}" for each in numbers)


if __name__ == "__main__":
    main()
