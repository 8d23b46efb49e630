"""Long work in pieces over some processes, stopped at any time and gone on with: each piece that is done is a line of a file.

A line counts only for those who have the same mark: a sum over whatever the result hangs on.
"""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any, TypeAlias

import cv2

Result: TypeAlias = dict[str, Any]
"""What JSON can hold."""

_REPORT_EVERY = 20


@dataclass(frozen=True)
class Piece:
    """A part of the work.

    Attributes:
        kind: of work.
        first: number of its first input.
        count: how many from there.
        folder: where the inputs are, if they are files.
    """

    kind: str
    first: int
    count: int
    folder: str = ""


def pieces(kind: str, first: int, count: int, size: int, folder: str = "") -> Iterator[Piece]:
    """So many inputs, cut up."""
    for start in range(first, first + count, size):
        yield Piece(kind, start, min(size, first + count - start), folder)


def done_before(kept: Path, mark: str) -> dict[Piece, Result]:
    """What is kept under a mark; a line that was cut short counts for nothing."""
    found = {}
    for line in kept.read_text(encoding="utf-8").splitlines() if kept.is_file() else ():
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if row["mark"] == mark:
            found[Piece(**row["piece"])] = row["result"]
    return found


def all_done(
    wanted: Iterable[Piece],
    work: Callable[[Piece], Result],
    kept: Path,
    mark: str,
    processes: int,
    say: Callable[[str], object],
) -> dict[Piece, Result]:
    """Do what is not done yet and keep each piece when it is done. Fewer than were wanted where Ctrl-C or SIGTERM ends it.

    Args:
        wanted: all pieces.
        work: does one; found by name in each process.
        kept: the file.
        mark: of this work.
        processes: how many work at a time.
        say: told how far it is.
    """
    every = list(wanted)
    before = done_before(kept, mark)
    found = {piece: before[piece] for piece in every if piece in before}
    left = [piece for piece in every if piece not in before]
    say(f"{len(found)} of {len(every)} pieces were done before")
    kept.parent.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # Not forked: engines have a state of their own.
    with (
        ProcessPoolExecutor(processes, get_context("spawn"), _begin) as pool,
        kept.open("a", encoding="utf-8") as file,
    ):
        running = {pool.submit(work, piece): piece for piece in left}
        try:
            for number, future in enumerate(as_completed(running), 1):
                piece, result = running[future], future.result()
                found[piece] = result
                file.write(json.dumps({"mark": mark, "piece": asdict(piece), "result": result}) + "\n")
                file.flush()
                if number % _REPORT_EVERY == 0:
                    rest = (time.monotonic() - begun) / number * (len(left) - number)
                    say(f"{len(found)} of {len(every)} pieces, about {rest / 60:.0f} minutes more")
        except KeyboardInterrupt:
            for worker in active_children():
                worker.terminate()
            pool.shutdown(cancel_futures=True)
            say("stopped; what is done is kept")
    return found


def _begin() -> None:
    """In each process: Ctrl-C is for the first one, and one core is one core."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
