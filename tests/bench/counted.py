"""The ten commonest cases driven in the real window: keys, machine time, and an estimate of a person's time beside other ways.

    python -m tests.bench.counted

Linux, with Xvfb. Keys are counted as they are pressed; a scan is none, a held modifier is one. Machine time runs from a scan's last
key until its answer can be read, and from the key that confirms until the window says that it is done: all that the clerk waits.

The estimate is Card, Moran and Newell's keystroke-level model (CACM 23(7), 1980, pp. 396-410) with their times: K 0.28 s a key or
a click (an average typist who is no secretary), C 0.75 s a sign of a code that means nothing, P 1.1 s to point, H 0.4 s between
keyboard and mouse, M 1.35 s to get ready for a step. Theirs says nothing of a scan or of a pen: S 1.0 s to hold a card before a
scanner is ours, and the same for all; W 0.55 s a sign is copying by hand at 22 words a minute (C. M. Brown, Human-Computer
Interface Design Guidelines, 1988). What everybody reads alike is not counted, nor what a machine takes.

What the others take is counted in `OTHERS` from what their makers say of the steps; where they say nothing there is no figure.
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

K, C, P, H, M, S, W = 0.28, 0.75, 1.1, 0.4, 1.35, 1.0, 0.55
"""Seconds."""

SIGNS = 10
"""Of a card's code."""

_CLICK = P + K
_TIME = 4 * W
"""The time of day on a sheet."""
_ROW = M + _TIME + SIGNS * W
"""A card on a sheet: its time and its code."""
_UITPAS_SIGNS = 13
_BOOKED, _TYPED = CODES["kainuu-span"], CODES["kainuu-successor"]


@dataclass(frozen=True, slots=True)
class Way:
    """What a case takes elsewhere, in seconds of a person; None where there is no such thing, or nothing is said of it.

    Attributes:
        paper: writing a row of the paper sheet. It is typed in later, which is not counted, and nothing is checked.
        uitpas: the steps of UiTPAS' counter, as its help describes them ("Hoe ken ik het kansentarief toe", article
            360021543500): scan or type the pass, confirm, choose the activity's *tarief toekennen*; undone in the history. That a
            scanner confirms by itself is assumed, in its favour; so is that the activity is in sight.
        pretix: pretixSCAN's, whose tickets were ordered and are only checked: a scan is all.
    """

    paper: float | None = None
    uitpas: float | None = None
    pretix: float | None = None


OTHERS = {
    "plain": Way(_ROW, S + M + _CLICK, S),
    "children": Way(_ROW + W, None, 3 * S),
    "assistant": Way(_ROW + W, None, 2 * S),
    "typed": Way(_ROW, M + _UITPAS_SIGNS * C + H + 2 * (M + _CLICK), None),
    "again": Way(None, S, S),
    "ended": Way(None, S, S),
    "group": Way(4 * _ROW - 3 * _TIME, None, None),
    "undo": Way(M + W, 2 * (M + _CLICK), None),
    "booking": Way(_ROW, None, None),
    "collecting": Way(M + W, None, S),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A case, and how it goes.

    Attributes:
        key: its word in the figures.
        name: as it stands in the guide's table.
        drive: does it; hands out how long the machine was waited for, in seconds.
        scans: cards that are read.
        thoughts: M operators: decisions before a key.
        signs: of a code that is typed, among the keys.
    """

    key: str
    name: str
    drive: Callable[[Till], float]
    scans: int
    thoughts: int
    signs: int = 0

    @property
    def elsewhere(self) -> Way:
        """What it takes elsewhere."""
        return OTHERS[self.key]


@dataclass(frozen=True, slots=True)
class Counted:
    """A case as it went.

    Attributes:
        keys: that the clerk pressed.
        waited: seconds of machine time.
    """

    case: Case
    keys: int
    waited: float

    @property
    def estimate(self) -> float:
        """Seconds of a person, by the keystroke-level model: no hand leaves the keyboard but for the scanner."""
        case = self.case
        return (self.keys - case.signs) * K + case.signs * C + case.scans * S + case.thoughts * M


def counted(folder: Path) -> list[Counted]:
    """Drive all cases, one after the other, in one window on a demo in ``folder``."""
    found = []
    with screen() as shown, Demo(folder, desks=1), till(shown, folder / "desk-1") as clerk:
        for case in CASES:
            clerk.until_ready()
            before = clerk.keys.count
            waited = case.drive(clerk)
            found.append(Counted(case, clerk.keys.count - before, waited))
            clerk.clear()
    return found


def _answered(clerk: Till, act: Callable[[], float]) -> float:
    """Until the large sentence is an answer: it says neither that the desk waits nor that it looks."""
    waiting = (clerk.say("scan.ready"), clerk.say("scan.looking"))
    place = next(each.place for each in clerk.spoken.things() if each.name in waiting)
    pressed = act()
    while clerk.spoken.text_of(place) in waiting:
        pass
    return time.perf_counter() - pressed


def _scanned(clerk: Till, code: str) -> float:
    took = _answered(clerk, lambda: clerk.keys.scan(code))
    clerk.until_shows(code)
    return took


def _entered(clerk: Till, code: str) -> float:
    clerk.keys.type(code.lower())
    clerk.spoken.until(lambda: code in [each.text.upper() for each in clerk.spoken.things()])
    took = _answered(clerk, lambda: clerk.keys.press("Return"))
    clerk.until_shows(code)
    return took


def _confirmed(clerk: Till, button: str, tickets: int, done: str) -> float:
    """Enter, until the panel's word or hint is another one."""
    name = clerk.say(button, n=tickets)

    def ready() -> bool:
        found = clerk.button(name)
        return found is not None and found.enabled

    clerk.spoken.until(ready)
    hints = (clerk.say("give.enter_hint"), clerk.say("give.seen_hint"))
    place = next(each.place for each in clerk.spoken.things() if each.name in hints)
    before = clerk.spoken.text_of(place)
    pressed = clerk.keys.press("Return")
    while clerk.spoken.text_of(place) == before:
        pass
    took = time.perf_counter() - pressed
    clerk.until_says(done)
    return took


def _given(clerk: Till, tickets: int) -> float:
    return _confirmed(clerk, "give.tickets", tickets, "give.undo_hint")


def _plain(clerk: Till) -> float:
    return _scanned(clerk, CODES["kainuu-children-0"]) + _given(clerk, 1)


def _with_children(clerk: Till) -> float:
    took = _scanned(clerk, CODES["kainuu-children-2"])
    clerk.keys.press("KP_Add", "KP_Add")
    return took + _given(clerk, 3)


def _with_assistant(clerk: Till) -> float:
    took = _scanned(clerk, CODES["kainuu-children-1"])
    clerk.keys.press("a")
    return took + _given(clerk, 2)


def _typed(clerk: Till) -> float:
    return _entered(clerk, _TYPED) + _given(clerk, 1)


def _same_again(clerk: Till) -> float:
    return _scanned(clerk, CODES["kainuu-children-0"])


def _ended(clerk: Till) -> float:
    return _scanned(clerk, CODES["kainuu-expired"])


def _group(clerk: Till) -> float:
    took = _answered(clerk, lambda: clerk.keys.scan(CODES["kainuu-community"]))
    clerk.until_says("group.next")
    alone = clerk.say("give.tickets", n=1)
    place = next(each.place for each in clerk.spoken.things() if each.name == alone)
    for members, label in enumerate(("kainuu-second", "kainuu-third", "kainuu-children-4"), start=1):
        pressed = clerk.keys.scan(CODES[label])
        together = clerk.say("give.tickets", n=1 + members)
        while clerk.spoken.text_of(place) != together:
            pass
        took += time.perf_counter() - pressed
        clerk.spoken.until_says(f"…{CODES[label][-4:]}")
    return took + _given(clerk, 4)


def _undo(clerk: Till) -> float:
    """What was given to the group before, which is the last giving."""
    code = CODES["kainuu-community"]
    if clerk.tickets(code) != [4]:
        raise AssertionError("the group was given nothing")
    pressed = clerk.keys.press("ctrl+z")
    clerk.spoken.until(lambda: clerk.tickets(code) == [])
    return time.perf_counter() - pressed


def _booking(clerk: Till) -> float:
    took = _entered(clerk, _BOOKED)
    clerk.keys.press("r")
    return took + _confirmed(clerk, "give.book", 1, "booking.undo_hint")


def _collecting(clerk: Till) -> float:
    return _scanned(clerk, _BOOKED) + _confirmed(clerk, "give.hand_over", 1, "give.undo_hint")


CASES = (
    Case("plain", "one ticket", _plain, 1, 1),
    Case("children", "with two children", _with_children, 1, 2),
    Case("assistant", "with an assistant", _with_assistant, 1, 2),
    Case("typed", "a code that is typed", _typed, 0, 2, SIGNS),
    Case("again", "the same card again: no second ticket", _same_again, 1, 0),
    Case("ended", "a card that has ended: no ticket", _ended, 1, 0),
    Case("group", "a worker with three cardholders", _group, 4, 1),
    Case("undo", "the last giving undone", _undo, 0, 1),
    Case("booking", "a booking by telephone", _booking, 0, 3, SIGNS),
    Case("collecting", "a booking collected", _collecting, 1, 1),
)
"""In the order of the guide's table; the later ones need what the earlier ones did."""


def row(each: Counted) -> str:
    """A row of the guide's table. Machine time is the machine's: it stands there as it was measured once."""
    way = each.case.elsewhere
    seconds = [each.estimate, way.paper, way.uitpas, way.pretix]
    told = " | ".join("–" if value is None else f"{value:.1f}" for value in seconds)
    return f"| {each.case.name} | {each.case.scans} | {each.keys} | {round(each.waited * 1000)} | {told} |"


def main() -> None:
    """Drive, and print the table and one JSON object."""
    why = missing()
    if why:
        raise SystemExit(why)
    with tempfile.TemporaryDirectory() as folder:
        found = counted(Path(folder))
    for each in found:
        print(row(each))
    rows = [
        {
            "case": each.case.key,
            "scans": each.case.scans,
            "keys": each.keys,
            "machine_s": round(each.waited, 3),
            "estimate_s": round(each.estimate, 2),
        }
        for each in found
    ]
    print(json.dumps({"counted": rows}))


if __name__ == "__main__":
    main()
