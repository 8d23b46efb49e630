"""Looking only: cards are looked at, and nothing is given until the same key is pressed again. A band says so all the while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.band import band
from ui.face import Face
from ui.parts import Button, Line, announce


class LookOnlyBand(QWidget):
    """The band.

    Args:
        end: lets tickets be given again.
    """

    def __init__(self, face: Face, end: Callable[[], None]) -> None:
        super().__init__()
        self._face = face
        self._words = Line("strong")
        self._end = Button(end)
        self.setLayout(band(self._words, self._end))
        face.reworded.connect(self._say)
        self._say()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_looking(self, *, only: bool) -> None:
        """Whether nothing is given for now."""
        self.setVisible(only)
        said = self._words.text() if only else self._face.say("ui", "look_only.over")
        announce(self, said)

    def _say(self) -> None:
        self._words.say(self._face.say("ui", "look_only.band"))
        self._end.say(self._face.say("ui", "look_only.end"), "Ctrl+N", self._face.say("help", "look_only"))
