"""An evening at a real window: the sample network's hub as a process, the program as another on a screen in memory, a keyboard.

What came of it is read where a person reads it, in the window by its screen reader's tree, and in the desk's own ledger.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sync.demo import Demo
from sync.hub import sample
from sync.station import Station
from tests.flow.keyboard import Keyboard
from tests.flow.screen import Screen
from tests.flow.spoken import PATIENCE, Spoken, Thing
from validator.desk import GivenLine
from validator.store.keys import FileVault
from validator.words import LANGUAGES, Value, Wording

CODES = {card["label"]: card["code"] for card in sample.listing()["cards"]}
TONIGHT = "kainuu-play"
_PROGRAM = "from ui.program import main; main()"
_NOISE = "qt.accessibility.atspi:"
"""There is no registry of screen readers on our bus, and Qt says so."""


class Till:
    """The program with its window, and somebody who sits at it.

    Attributes:
        keys: the keyboard.
        spoken: the window as a screen reader finds it.
        language: in which its texts are looked for.
        window: its number on the screen, once it had the keys.
    """

    def __init__(
        self, process: subprocess.Popen[bytes], spoken: Spoken, keys: Keyboard, folder: Path
    ) -> None:
        self.process = process
        self.spoken = spoken
        self.keys = keys
        self.language = "fi"
        self.window = 0
        self._folder = folder

    def say(self, key: str, context: str = "ui", **values: Value) -> str:
        """A text of the window, in its language."""
        return Wording(self.language).phrase(context, key, values)

    def until_says(self, key: str, context: str = "ui", **values: Value) -> None:
        """Wait until a text stands in the window."""
        self.spoken.until_says(self.say(key, context, **values))

    def says(self, key: str, context: str = "ui", **values: Value) -> bool:
        """Whether a text stands in the window."""
        return self.spoken.says(self.say(key, context, **values))

    def until_ready(self) -> None:
        """Wait for the empty screen that takes the next card, and for the hub's first answer or its absence."""
        self.until_says("scan.ready")
        if not self.window:  # there is no window manager here that would give a new window the keys
            self.window = self.keys.topmost
            self.keys.focus(self.window)

    def until_shows(self, code: str, *parts: str) -> None:
        """Wait for the answer to a card, and what must stand beside it."""
        self.spoken.until_says(self.say("verdict.card", card=f"…{code[-4:]}"), *parts)

    def button(self, name: str) -> Thing | None:
        """The button of this name, if it is shown."""
        return next(
            (each for each in self.spoken.things() if "button" in each.role and each.name == name), None
        )

    def scan(self, code: str) -> None:
        """A hand scanner reads a card; wait for the answer."""
        self.keys.scan(code)
        self.until_shows(code)

    def scan_member(self, code: str) -> None:
        """A hand scanner reads a group's next card; wait for its line."""
        self.keys.scan(code)
        self.spoken.until_says(f"…{code[-4:]}")

    def until_can_give(self, tickets: int) -> None:
        """Wait until Enter gives so many."""
        name = self.say("give.tickets", n=tickets)

        def ready() -> bool:
            found = self.button(name)
            return found is not None and found.enabled

        self.spoken.until(ready)

    def give(self, tickets: int) -> None:
        """Enter, and wait until the window says that it is recorded."""
        self.until_can_give(tickets)
        self.keys.press("Return")
        self.until_says("give.done", n=tickets)

    def clear(self) -> None:
        """Esc, and wait for the empty screen."""
        self.keys.press("Escape")
        self.until_ready()

    def kill(self) -> None:
        """As if the power failed."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def lives(self) -> bool:
        """Whether it runs, and its window answers."""
        return self.process.poll() is None and bool(self.spoken.things())

    def given(self) -> list[GivenLine]:
        """What the desk's ledger says was given today, oldest first; its journal must hold."""
        with Station.open(self._folder, FileVault(self._folder)) as station:
            with station.ledger.read() as books:
                assert books.verify().first_bad is None
            return list(reversed(station.desk(lambda: False).counter.given()))

    def tickets(self, code: str) -> list[int]:
        """The tickets of each giving to a card that stands."""
        lines = [line for line in self.given() if line.masked.endswith(code[-4:]) and not line.voided]
        return [line.tickets.total for line in lines]


@contextmanager
def till(screen: Screen, folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Till]:
    """Start the program on a desk's folder. At the end it is asked to end, and must do so properly and without a complaint."""
    own = {"DATA": str(folder), "KEYS": "file", "CAMERA": "off", "SCANNER": "none", "LOG_LEVEL": "WARNING"}
    chosen = own | dict(settings or {})
    environment = screen.environment | {f"KAIKUPORTTI_{name}": value for name, value in chosen.items()}
    with ExitStack() as closing:
        complaints = closing.enter_context((folder / "complaints.txt").open("w+b"))
        process = subprocess.Popen([sys.executable, "-c", _PROGRAM], env=environment, stderr=complaints)
        closing.callback(process.wait)
        closing.callback(process.kill)
        spoken = closing.enter_context(Spoken(screen.bus, process.pid))
        keys = closing.enter_context(Keyboard(screen.display))
        yield Till(process, spoken, keys, folder)
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        code = process.wait(PATIENCE)
        complaints.seek(0)
        said = [line for line in complaints.read().decode().splitlines() if not line.startswith(_NOISE)]
        if said or code not in (0, -signal.SIGKILL):
            raise AssertionError("\n".join([f"it ended with {code} and said:", *said]))


@contextmanager
def evening(
    screen: Screen, folder: Path, settings: Mapping[str, str] | None = None
) -> Iterator[tuple[Demo, Till]]:
    """The demo's hub in ``folder``, and its first desk's window, ready for a card."""
    with Demo(folder, desks=1) as demo, till(screen, folder / "desk-1", settings) as open_till:
        open_till.until_ready()
        yield demo, open_till


def languages_from(language: str) -> list[str]:
    """The languages in the order in which F8 goes round, the one after ``language`` first."""
    at = LANGUAGES.index(language) + 1
    return [*LANGUAGES[at:], *LANGUAGES[:at]]
