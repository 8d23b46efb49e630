"""One desk of the soak as a process of its own: it gives, books, collects and undoes until it is told to rest, or killed.

    python -m tests.soak.desk FOLDER SEED VISIT

What it hands out it writes into its folder's `witness`, as a customer would remember it: outside everything that is tested.
On its standard input a line means: rest, and only go on telling the hub; the end means: stop.
"""

from __future__ import annotations

import random
import sys
import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO

from sync.runner import Connection, Rhythm
from sync.station import Station
from tests.soak.stage import CARDS, code
from validator.desk import Ask, Choice, Desk
from validator.domain.code import CardRead, Source
from validator.domain.party import Party, Purpose
from validator.domain.verdict import Decline, Give
from validator.store.keys import FileVault

RHYTHM = Rhythm(interval=0.4, gap=0.1, first=0.1, longest=1.0)
PAUSE = 0.12
"""Seconds between two customers, on average."""
_KEPT = 30


@dataclass
class Clerk:
    """Who works at the desk."""

    station: Station
    desk: Desk
    choices: list[Choice]
    dice: random.Random
    witness: IO[str]
    given: list[str] = field(default_factory=list)
    booked: list[tuple[str, Choice]] = field(default_factory=list)

    def serve(self) -> None:
        """One customer."""
        choice, card = self.dice.choice(self.choices), code(self.dice.randrange(CARDS))
        match self.dice.random():
            case chance if chance < 0.07 and self.given:
                name = self.given.pop(self.dice.randrange(len(self.given)))
                if isinstance(self.desk.counter.undo(name), Give):
                    self._note("undone", name)
            case chance if chance < 0.12 and self.booked:
                card, choice = self.booked.pop(self.dice.randrange(len(self.booked)))
                self._ask(card, choice, Party(purpose=Purpose.COLLECT))
            case chance if chance < 0.20:
                if self._ask(card, choice, Party(purpose=Purpose.RESERVE)):
                    self.booked = [*self.booked[-_KEPT:], (card, choice)]
            case _:
                self._ask(card, choice, Party(self.dice.choice((0, 0, 1, 2))))

    def _ask(self, card: str, choice: Choice, party: Party) -> bool:
        clock = self.station.clock
        began = clock.monotonic()
        look = self.desk.counter.give(Ask(CardRead(card, Source.TYPED, clock.now()), choice, party))
        took = (clock.monotonic() - began) * 1000
        if look.giving:
            self._note("booked" if party.purpose is Purpose.RESERVE else "given", look.giving, f"{took:.1f}")
            if party.purpose is not Purpose.RESERVE:
                self.given = [*self.given[-_KEPT:], look.giving]
        elif isinstance(look.verdict, Decline):
            self._note("declined", look.verdict.main.reason.value)
        return bool(look.giving)

    def _note(self, *words: str) -> None:
        self.witness.write(" ".join(words) + "\n")


def main() -> None:
    """Work."""
    folder, seed, visit = Path(sys.argv[1]), sys.argv[2], date.fromisoformat(sys.argv[3])
    rest, end = threading.Event(), threading.Event()
    threading.Thread(target=_listen, args=(rest, end), daemon=True).start()
    with (
        Station.open(folder, FileVault(folder)) as station,
        (folder / "witness").open("a", buffering=1) as witness,
    ):
        runner = station.runner(lambda connection: _note_line(witness, connection), RHYTHM)
        desk = station.desk(runner.online)
        choices = [line.choice for line in desk.programme(visit)]
        clerk = Clerk(station, desk, choices, random.Random(seed), witness)
        runner.start()
        try:
            while not end.is_set():
                if not rest.is_set():
                    clerk.serve()
                    runner.wake()
                end.wait(clerk.dice.uniform(0, 2 * PAUSE))
        finally:
            runner.stop()
            runner.join()


def _note_line(witness: IO[str], connection: Connection) -> None:
    """The line is away, and why."""
    if connection.reason and not connection.online and not connection.working:
        witness.write(f"line {connection.reason}\n")


def _listen(rest: threading.Event, end: threading.Event) -> None:
    for _ in sys.stdin:
        rest.set()
    end.set()


if __name__ == "__main__":
    main()
