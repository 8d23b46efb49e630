"""The practice cards, beside the window: what each shows, and a button that reads it as a scanner would.

A new clerk goes through them alone, from the top to the bottom. The desk may be cut off from its hub here, too, as it happens.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.beside import Beside
from ui.face import Face
from ui.parts import Button, Line, Tick, Words, column, key, line
from ui.theme import GRID
from validator.domain.practice import Lesson, PracticeCard


class PracticeCards(Beside):
    """The list.

    Args:
        cards: in the order of learning.
        pin: opens the practice desk's manager's page.
        read: one was chosen to be read.
        cut: whether the desk is to have no connection.
        end: ends training.
    """

    def __init__(
        self,
        face: Face,
        parent: QWidget,
        cards: tuple[PracticeCard, ...],
        pin: str,
        read: Callable[[PracticeCard], None],
        cut: Callable[[bool], None],
        end: Callable[[], None],
    ) -> None:
        self._title = Words("title")
        self._intro = Words()
        self._pin = pin
        super().__init__(face, parent, self._title, [self._intro], gap=GRID)
        self._offline = Tick(face)
        self._offline.toggled.connect(cut)
        key("Ctrl+T", self, end)
        self._rows = [_Row(face, card, read) for card in cards]
        for at, part in enumerate((self._offline, *self._rows)):
            self._column.insertWidget(2 + at, part)
        for before, after in pairwise((self._offline, *(row.button for row in self._rows), self._close)):
            self.setTabOrder(before, after)
        self._say()

    @property
    def offline(self) -> Tick:
        """Whether the desk has no connection."""
        return self._offline

    def button(self, lesson: Lesson) -> Button:
        """Reads this lesson's card."""
        return next(row.button for row in self._rows if row.card.lesson is lesson)

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join((self._title.text(), self._intro.text(), *(row.text for row in self._rows)))

    def take_focus(self) -> None:
        """To the first card."""
        self.activateWindow()
        self._rows[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        super()._say()
        say = self._face.say
        self._title.setText(say("ui", "training.cards"))
        self.setWindowTitle(self._title.text())
        self._intro.setText(say("ui", "training.intro", pin=self._pin))
        self._offline.setText(say("ui", "training.offline"))
        self._measure()


class _Row(QWidget):
    """One card."""

    def __init__(self, face: Face, card: PracticeCard, read: Callable[[PracticeCard], None]) -> None:
        super().__init__()
        self.card = card
        self._face = face
        self.button = Button(lambda: read(card))
        self._shows = Words("soft")
        self._code = Line("small")
        self.setLayout(column(line(self.button, self._code, 1), self._shows, gap=GRID // 2))
        face.reworded.connect(self._say)
        self._say()

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self.button.accessibleName()}: {self._shows.text()}"

    def _say(self) -> None:
        say, lesson = self._face.say, self.card.lesson
        self.button.say(say("practice", lesson.value), described=say("practice", f"{lesson.value}.shows"))
        self._shows.setText(say("practice", f"{lesson.value}.shows"))
        self._code.setText(self.card.text)
