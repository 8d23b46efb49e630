"""What Enter does next, as the large button says it."""

from __future__ import annotations

from collections.abc import Callable

from ui.clerk.turn import Turn
from ui.face import Face
from ui.parts import Button
from ui.theme import GRID
from validator.domain.verdict import Choose, Give, Reason

_WIDE = 26 * GRID
_GIVING = {
    Reason.OK_COURSE: "give.place",
    Reason.OK_POPUP: "give.visit",
    Reason.OK_COLLECT: "give.hand_over",
    Reason.OK_RESERVED: "give.book",
}


def give_words(face: Face, turn: Turn) -> tuple[str, str, str]:
    """The button's text, its key, and what a screen reader adds."""
    verdict = None if turn.look is None else turn.look.verdict
    if turn.is_over or turn.is_declined:
        return face.say("ui", "give.next"), "⏎", face.say("help", "go_on")
    if isinstance(verdict, Choose) and turn.can_leave_out:
        text = face.say("ui", "group.go_on", n=len(verdict.without))
    elif turn.look is not None and turn.look.changed is not None:
        text = face.say("ui", "change.book")
    elif isinstance(verdict, Give):
        key = _GIVING.get(verdict.main.reason, "give.tickets")
        text = face.say("ui", key, n=verdict.tickets.total)
    else:
        text = face.say("ui", "give.tickets", n=1)
    return text, "⏎", face.say("help", "give")


class GiveButton(Button):
    """The button: there after a no as well, and as wide whatever it says, so that from beside the desk the answers look alike.

    Attributes:
        opens: whether it does more than to let a declined customer go.
    """

    def __init__(self, face: Face, act: Callable[[], None]) -> None:
        super().__init__(act, "primary")
        self.opens = False
        self._face = face
        face.restyled.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.setMinimumWidth(self._face.theme.pixels(_WIDE))
