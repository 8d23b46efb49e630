"""Who brings a community card's group: a worker, a student or a volunteer; for the statistics, never with a name. E goes round."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.clerk.turn import Stage, Turn
from ui.face import Face
from ui.parts import Button, line
from validator.domain.party import Party, Representative

_ROUND = tuple(Representative)


class Bringer(QWidget):
    """The control.

    Signals:
        chosen: a `Party`, with another representative.
    """

    chosen = Signal(object)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._party = Party()
        self._open = False
        self._button = Button(self.next)
        self.setLayout(line(self._button, 1))
        face.reworded.connect(self._say)
        self._say()

    @property
    def text(self) -> str:
        """What it says."""
        return self._button.accessibleName()

    def show_turn(self, turn: Turn) -> None:
        """Show the representative of a turn's group; nothing where no group is open."""
        ask = turn.ask
        # While the next member is looked up, it stays as it was.
        self._open = ask is not None and (turn.group_open or (turn.stage is Stage.LOOKING and self._open))
        self.setVisible(self._open)
        if ask is not None:
            self._party = ask.party
        self._button.setEnabled(turn.stage in (Stage.SHOWN, Stage.LOOKING))
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether a group is."""
        return self._open

    def next(self) -> None:
        """E: the next kind of representative."""
        if self._open and self._button.isEnabled():
            at = (_ROUND.index(self._party.representative) + 1) % len(_ROUND)
            self.chosen.emit(replace(self._party, representative=_ROUND[at]))

    def _say(self) -> None:
        who = self._face.say("role", self._party.representative.value)
        self._button.say(
            self._face.say("ui", "group.bringer", what=who), "E", self._face.say("help", "bringer")
        )
