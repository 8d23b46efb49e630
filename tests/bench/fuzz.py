"""Hostile pictures, frames and payloads through the process that reads, as many as asked for: how many ended it, or took too long.

    python -m tests.bench.fuzz --inputs 100000 [--from 0]

Each input has a number, from which it is made; `--from N --inputs 1` asks again about one that is named. The last line is one JSON
object: inputs, and for each sort what came of them, how many ended the process (`crashes`), how many took longer than their time
(`over`), the longest in milliseconds, and the numbers of the first bad ones. Exit code 1 where there are any.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from tests.scan.hostile import hostile_frame, hostile_payload, hostile_picture, shown
from validator.domain.code import CardRead, CodeFormat, Source, Symbology, interpret
from validator.errors import PictureBad
from validator.scan.acceptance import Look
from validator.scan.apart import Apart, ReaderApart
from validator.scan.picturefile import PictureFault
from validator.scan.pixels import gray_of

SORTS = ("picture", "frame", "payload")
FORMATS = tuple(Symbology)
KEPT = 20
INTERPRETED = 0.1
"""Seconds of own work within which a text is told to be a card or none; that is done by the desk itself."""

_AT = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
_NETWORK = CodeFormat()


@dataclass
class Count:
    """Of one sort.

    Attributes:
        outcomes: what came of them, by word.
        crashes: ended the process, or made it answer with nothing.
        over: took longer than their time.
        slowest: milliseconds.
        bad: numbers of the first of both.
    """

    inputs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    crashes: int = 0
    over: int = 0
    slowest: float = 0.0
    bad: list[int] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing bad came."""
        return not self.crashes and not self.over


def tried(inputs: range) -> dict[str, Count]:
    """Ask about each of these, the sorts in turn."""
    counts = {sort: Count() for sort in SORTS}
    with Apart() as apart:
        apart.make_ready()
        for number in inputs:
            sort = SORTS[number % len(SORTS)]
            count = counts[sort]
            if not try_one(apart, count, sort, Random(number)) and len(count.bad) < KEPT:
                count.bad.append(number)
    return counts


def try_one(apart: Apart, count: Count, sort: str, chance: Random) -> bool:
    """Ask about one input of a sort. Returns whether nothing bad came of it."""
    made, before = _MAKE[sort](chance), apart.tally
    begun = time.perf_counter()
    outcome, over = _ASK[sort](apart.reader(_NETWORK, FORMATS), made)
    count.slowest = max(count.slowest, round((time.perf_counter() - begun) * 1000, 1))
    after = apart.tally
    crashed = after.died > before.died or outcome == "failed"
    over = over or after.overran > before.overran
    count.inputs += 1
    count.outcomes[outcome] += 1
    count.crashes += crashed
    count.over += over
    if after.started > before.started:
        apart.make_ready()
    return not crashed and not over


def _ask_picture(reader: ReaderApart, data: object) -> tuple[str, bool]:
    assert isinstance(data, bytes)
    try:
        look = reader.study_file(data)
    except PictureBad as error:
        reason = str(error.details["reason"])
        return "failed" if reason == PictureFault.HALTED else reason, False
    return _seen(look), False


def _ask_frame(reader: ReaderApart, frame: object) -> tuple[str, bool]:
    try:
        gray = gray_of(frame)  # type: ignore[arg-type]
    except ValueError:
        return "no frame", False
    return _seen(reader.look(gray)), False


def _ask_payload(reader: ReaderApart, printed: object) -> tuple[str, bool]:
    if printed is None:
        return "not printed", False
    look = reader.glance(printed)  # type: ignore[arg-type]
    if look.symbol is None:
        return _seen(look), False
    begun = time.thread_time()
    found = interpret(CardRead(look.symbol.text, Source.CAMERA, _AT, look.symbol.symbology), _NETWORK)
    return type(found).__name__.lower(), time.thread_time() - begun > INTERPRETED


def _seen(look: Look) -> str:
    return "failed" if look.faults else "nothing" if look.symbol is None else "read"


_MAKE: dict[str, Callable[[Random], object]] = {
    "picture": hostile_picture,
    "frame": hostile_frame,
    "payload": lambda chance: shown(*hostile_payload(chance)),
}
_ASK: dict[str, Callable[[ReaderApart, object], tuple[str, bool]]] = {
    "picture": _ask_picture,
    "frame": _ask_frame,
    "payload": _ask_payload,
}


def main() -> int:
    """Try, print; 1 where anything bad came."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=int, default=3000)
    parser.add_argument("--from", type=int, default=0, dest="first", help="number of the first input")
    asked = parser.parse_args()
    begun = time.monotonic()
    counts = tried(range(asked.first, asked.first + asked.inputs))
    print(
        json.dumps(
            {
                "inputs": sum(count.inputs for count in counts.values()),
                "crashes": sum(count.crashes for count in counts.values()),
                "over": sum(count.over for count in counts.values()),
                "seconds": round(time.monotonic() - begun),
                "sorts": {sort: vars(count) for sort, count in counts.items()},
            }
        )
    )
    return 0 if all(count.is_clean for count in counts.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
