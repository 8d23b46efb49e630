"""The quick guide: what a clerk has to know, in a few lines. Not modal: the next card is still one scan away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.beside import Beside
from ui.face import Face
from ui.parts import Words
from ui.theme import GRID

LINES = (
    "scan",
    "give",
    "go_on",
    "at_once",
    "queue",
    "clear",
    "why",
    "children",
    "change",
    "customer",
    "group",
    "bringer",
    "guests",
    "bookings",
    "undo",
    "undo_late",
    "look_only",
    "offline",
    "paper",
    "training",
    "manners",
)
"""Keys in the context ``help``."""


class Guide(Beside):
    """The guide."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        self._title = Words("title")
        self._texts = [Words() for _ in LINES]
        super().__init__(face, parent, self._title, self._texts, gap=GRID + GRID // 2)
        self._say()

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(words.text() for words in (self._title, *self._texts))

    def _say(self) -> None:
        super()._say()
        self._title.setText(self._face.say("help", "title"))
        self.setWindowTitle(self._title.text())
        for words, key in zip(self._texts, LINES, strict=True):
            words.setText(self._face.say("help", key))
        self._measure()
