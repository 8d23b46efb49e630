"""Soft sounds, off until they are switched on: one tone when a card was read, one when tickets were recorded, none for a decline.

A card that is declined sounds like any other: the tone of reading comes before there is an answer, and a decline adds none. Typing
and training are silent. The system's own player plays the files; where there is none, or no loudspeaker, nothing happens and nobody
is told: no work depends on a sound.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from ui.clerk.flow import Flow
from ui.clerk.turn import Stage, Turn
from validator.domain.code import CardRead, Source

if sys.platform == "win32":  # there is none elsewhere
    import winsound

_PLAYERS = (("afplay",), ("pw-play",), ("paplay",), ("aplay", "-q"))
"""Of macOS and Linux, the first that is there."""


class Sound(StrEnum):
    """What can be heard; the name of its file."""

    READ = "read"
    SAVED = "saved"


def sound_of(before: Turn, after: Turn) -> Sound | None:
    """What is heard when a turn becomes another; most steps are silent."""
    if after.ask is not None and after.ask.training:
        return None
    if after.stage is Stage.GIVEN and before.stage is Stage.GIVING:
        return Sound.SAVED
    known = _readings(before)
    fresh = (read for read in _readings(after) if all(read is not each for each in known))
    return Sound.READ if any(map(_is_heard, fresh)) else None


def play(path: Path) -> None:
    """Have the system play a file, without waiting; where it cannot, nothing happens."""
    if sys.platform == "win32":
        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        return
    player = next((each for each in _PLAYERS if shutil.which(each[0])), None)
    if player is not None:
        process = QProcess()
        process.setProgram(player[0])
        process.setArguments([*player[1:], str(path)])
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.startDetached()


class Sounds(QObject):
    """The switch, and what is heard of a counter.

    Args:
        on: whether anything is heard.
        play: plays a file; returns at once.

    Signals:
        switched: it was switched on or off.
    """

    switched = Signal(bool)

    def __init__(self, *, on: bool = False, play: Callable[[Path], None] = play) -> None:
        super().__init__()
        self._on = on
        self._play = play
        self._turn = Turn()

    @property
    def on(self) -> bool:
        """Whether anything is heard."""
        return self._on

    def switch(self, on: bool) -> None:
        """On or off; switched on it is heard once, so that one knows what it is like."""
        if on != self._on:
            self._on = on
            self.switched.emit(on)
            if on:
                self._sound(Sound.READ)

    def listen(self, flow: Flow) -> None:
        """To a counter from now on."""
        flow.turned.connect(lambda: self.hear(flow.turn))

    def hear(self, turn: Turn) -> None:
        """Where the counter stands now."""
        before, self._turn = self._turn, turn
        sound = sound_of(before, turn)
        if sound is not None and self._on:
            self._sound(sound)

    def _sound(self, sound: Sound) -> None:
        self._play(Path(str(files("assets") / "sounds" / f"{sound}.wav")))


def _readings(turn: Turn) -> tuple[CardRead, ...]:
    """Every reading of a turn, those that wait too."""
    asked = () if turn.ask is None else (turn.ask.read, *turn.ask.group)
    return (*asked, *turn.waiting)


def _is_heard(read: CardRead) -> bool:
    """Whether something was read by a device; nothing is heard of what nobody could read."""
    return bool(read.payload) and read.source is not Source.TYPED
