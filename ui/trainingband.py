"""The band above every page while somebody practises: that nothing is recorded, the practice cards, the way back.

A real card that is read meanwhile is told of here, and what to do: the practice desk does not judge it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.band import band
from ui.face import Face
from ui.parts import Button, Line, Words, announce, press
from validator.domain.verdict import Finding, Reason


class TrainingBand(QWidget):
    """The band.

    Args:
        cards: shows the practice cards.
        end: ends training.
    """

    def __init__(self, face: Face, cards: Callable[[], None], end: Callable[[], None]) -> None:
        super().__init__()
        self._face = face
        self._masked: tuple[str, ...] = ()
        self._covered = False
        self._words = Line("strong")
        self._real = Words("strong")
        self._cards = Button(cards)
        self._end = Button(end)
        self.setLayout(band(self._words, self._cards, self._end, below=(self._real,)))
        face.reworded.connect(self._say)
        self._say()

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(words.text() for words in (self._words, self._real) if words.text())

    @property
    def end_button(self) -> Button:
        """Ends training; Enter's place when a real card waits."""
        return self._end

    def show_real(self, masked: tuple[str, ...]) -> None:
        """Real cards were read, the ends of their codes; none: nobody waits any more."""
        self._masked = masked
        self._say()
        if masked and not self._covered:
            self._end.setFocus(Qt.FocusReason.OtherFocusReason)
            self.announce()

    def cover(self, covered: bool) -> None:
        """A customer reads the window, or no longer does: of somebody's card nothing is said meanwhile."""
        self._covered = covered
        self.show_real(self._masked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, Button):
            press(focus)
        else:
            super().keyPressEvent(event)

    def announce(self) -> None:
        """Say it to a screen reader."""
        announce(self, self.text)

    def _say(self) -> None:
        say, masked = self._face.say, () if self._covered else self._masked
        self._words.setText(self._face.wording.sentence(Finding(Reason.TRAINING)))
        self._cards.say(say("ui", "training.cards"), "Ctrl+K", say("help", "training_cards"))
        self._end.say(say("ui", "training.end"), "Ctrl+T", say("help", "training_end"))
        self._real.say(say("ui", "training.real", n=len(masked), card=masked[-1]) if masked else "")
