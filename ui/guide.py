"""The quick guide: what a clerk has to know, in nine lines. Not modal: the next card is still one scan away."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from ui.face import Face
from ui.parts import Button, Words, column, line
from ui.theme import GRID

LINES = ("scan", "give", "clear", "why", "children", "group", "undo", "offline", "manners")
"""Keys in the context ``help``."""


class Guide(QDialog):
    """The guide."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self._face = face
        self.setModal(False)
        self._title = Words("title")
        self._texts = [Words() for _ in LINES]
        self._close = Button(self.accept, "primary")
        margin = (4 * GRID, 4 * GRID, 4 * GRID, 3 * GRID)
        inner = column(self._title, *self._texts, gap=GRID + GRID // 2, margin=margin)
        inner.addStretch(1)
        inner.addLayout(line(1, self._close))
        self.setLayout(inner)
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)
        self._measure()
        self._say()

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(words.text() for words in (self._title, *self._texts))

    def _say(self) -> None:
        self._title.setText(self._face.say("help", "title"))
        self.setWindowTitle(self._title.text())
        for words, key in zip(self._texts, LINES, strict=True):
            words.setText(self._face.say("help", key))
        self._close.say(self._face.say("ui", "action.close"))

    def _measure(self) -> None:
        self.setFixedWidth(min(self._face.theme.pixels(64 * GRID), 116 * GRID))
