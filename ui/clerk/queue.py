"""The line of customers: how many cards wait, and what came of the one before, where the clerk may not have seen it."""

from __future__ import annotations

from ui.clerk.turn import Turn
from ui.face import Face
from ui.parts import Words
from validator.desk import Look
from validator.domain.verdict import Give


class QueueLine(Words):
    """One line, and no room where there is nothing to say."""

    def __init__(self, face: Face) -> None:
        super().__init__("soft")
        self._face = face
        self._turn = Turn()
        face.reworded.connect(self._say)
        self._say()

    def show_turn(self, turn: Turn) -> None:
        """Tell of a turn."""
        self._turn = turn
        self._say()

    def _say(self) -> None:
        waiting, before = len(self._turn.waiting), self._turn.before
        told = [] if before is None else [self._of_before(before)]
        if waiting:
            told.append(self._face.say("ui", "queue.waiting", n=waiting))
        self.say(" ".join(told))

    def _of_before(self, before: Look) -> str:
        card = "" if before.card is None else before.card.masked
        if before.giving and isinstance(before.verdict, Give):
            return self._face.say("ui", "queue.given", n=before.verdict.tickets.total, card=card)
        return self._face.say("ui", "queue.nothing", card=card)
