"""The ten commonest cases driven in the real window: keys, machine time, and a keystroke-level estimate beside other ways.

    python -m tests.bench.counted

Linux, with Xvfb. Keys are counted as they are pressed; a scan is none, a held modifier is one. Machine time runs from a scan's last
key until the answer can be read, and from the last key until the window says that it is done: together they are all that the
clerk waits for.

The estimate is Card, Moran and Newell's keystroke-level model (CACM 23(7), 1980, pp. 396-410) with their times: K 0.28 s a key (an
average typist who is no secretary) and 0.1 s for a mouse button's press or release, P 1.1 s to point, H 0.4 s from the keyboard to
the mouse, M 1.35 s to get ready for a step. Theirs says nothing of a scan: S 1.0 s is ours, and the same for all. Words are
read by everybody alike, and are not counted.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sync.demo import Demo
from tests.flow.evening import CODES, Till, till
from tests.flow.screen import missing, screen

K, B, P, H, M, S = 0.28, 0.1, 1.1, 0.4, 1.35, 1.0
"""Seconds."""

BALIE_PICK = P + 2 * B
"""Pointing and clicking once."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case, and how it goes.

    Attributes:
        key: its word in the figures.
        name: as it stands in the guide's table.
        drive: does it; returns the instant of the scan's last key's answer and what it waited for, in seconds.
        scans: cards that are read.
        thoughts: M operators: decisions between keys.
        balie: seconds of the UiTPAS counter's documented steps for the same, or None where it has no such thing.
        pretix: the same of pretixSCAN's, whose tickets were ordered before.
    """

    key: str
    name: str
    drive: Callable[[Till], float]
    scans: int
    thoughts: int
    balie: float | None
    pretix: float | None


def _scanned(clerk: Till, code: str) -> float:
    pressed = clerk.keys.scan(code)
    clerk.until_shows(code)
    return time.perf_counter() - pressed


def _confirmed(clerk: Till, tickets: int) -> float:
    clerk.until_can_give(tickets)
    pressed = clerk.keys.press("Return")
    clerk.until_says("give.done", n=tickets)
    return time.perf_counter() - pressed


def _plain(clerk: Till) -> float:
    return _scanned(clerk, CODES["kainuu-children-0"]) + _confirmed(clerk, 1)


def _with_children(clerk: Till) -> float:
    took = _scanned(clerk, CODES["kainuu-children-2"])
    clerk.keys.press("plus", "plus")
    return took + _confirmed(clerk, 3)


def _with_assistant(clerk: Till) -> float:
    took = _scanned(clerk, CODES["kainuu-children-1"])
    clerk.keys.press("a")
    return took + _confirmed(clerk, 2)


def _same_again(clerk: Till) -> float:
    return _scanned(clerk, CODES["kainuu-children-0"])


def _expired(clerk: Till) -> float:
    return _scanned(clerk, CODES["kainuu-expired"])


def _group(clerk: Till) -> float:
    took = _scanned(clerk, CODES["kainuu-community"])
    for label in ("kainuu-second", "kainuu-third", "kainuu-children-4"):
        pressed = clerk.keys.scan(CODES[label])
        clerk.spoken.until_says(f"…{CODES[label][-4:]}")
        took += time.perf_counter() - pressed
    return took + _confirmed(clerk, 4)


def _undo(clerk: Till) -> float:
    """What was given to the group before, which is the last giving."""
    code = CODES["kainuu-community"]
    if clerk.tickets(code) != [4]:
        raise AssertionError("the group was given nothing")
    pressed = clerk.keys.press("ctrl+z")
    clerk.spoken.until(lambda: clerk.tickets(code) == [])
    return time.perf_counter() - pressed


CASES = (
    Case("plain", "one ticket", _plain, 1, 1, S + M + BALIE_PICK, S),
    Case("children", "with two children", _with_children, 1, 2, None, 3 * S),
    Case("assistant", "with an assistant", _with_assistant, 1, 2, None, 2 * S),
    Case("again", "the same card again: no", _same_again, 1, 0, S + M, S),
    Case("expired", "a card that has ended: no", _expired, 1, 0, S + M, S),
    Case("group", "a worker with three cardholders", _group, 4, 1, None, 4 * S),
    Case("undo", "undo the last giving", _undo, 0, 1, M + 2 * BALIE_PICK, M + 2 * BALIE_PICK),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A case as it went.

    Attributes:
        keys: that the clerk pressed.
        waited: seconds of machine time.
        estimate: seconds of a person, by the keystroke-level model.
    """

    case: Case
    keys: int
    waited: float
    estimate: float


def counted(folder: Path) -> list[Counted]:
    """Drive all cases, one after the other, in one window on a demo in ``folder``."""
    found = []
    with screen() as shown, Demo(folder, desks=1), till(shown, folder / "desk-1") as clerk:
        clerk.until_ready()
        for case in CASES:
            before = clerk.keys.count
            waited = case.drive(clerk)
            keys = clerk.keys.count - before
            found.append(Counted(case, keys, waited, estimate(keys, case.scans, case.thoughts)))
            clerk.clear()
    return found


def estimate(keys: int, scans: int, thoughts: int) -> float:
    """Seconds by the keystroke-level model: no hand leaves the keyboard but for the scanner."""
    return keys * K + scans * S + thoughts * M


def main() -> None:
    """Drive, and print a table and one JSON object."""
    why = missing()
    if why:
        raise SystemExit(why)
    with tempfile.TemporaryDirectory() as folder:
        found = counted(Path(folder))
    print(f"{'case':34} {'keys':>4} {'machine ms':>10} {'estimate s':>10} {'UiTPAS s':>9} {'pretix s':>9}")
    for each in found:
        balie = "-" if each.case.balie is None else f"{each.case.balie:.1f}"
        pretix = "-" if each.case.pretix is None else f"{each.case.pretix:.1f}"
        print(
            f"{each.case.name:34} {each.keys:4} {each.waited * 1000:10.0f} {each.estimate:10.1f} {balie:>9} {pretix:>9}"
        )
    rows = [
        {"case": each.case.key, "keys": each.keys, "machine_s": each.waited, "estimate_s": each.estimate}
        for each in found
    ]
    print(json.dumps({"counted": rows}))


if __name__ == "__main__":
    main()
