"""What Enter does next, as the large button says it."""

from __future__ import annotations

from ui.clerk.turn import Turn
from ui.face import Face
from validator.domain.verdict import Give, Reason

_GIVING = {
    Reason.OK_COURSE: "give.place",
    Reason.OK_POPUP: "give.visit",
    Reason.OK_COLLECT: "give.hand_over",
    Reason.OK_RESERVED: "give.book",
}


def give_words(face: Face, turn: Turn) -> tuple[str, str, str]:
    """The button's text, its key, and what a screen reader adds."""
    verdict = None if turn.look is None else turn.look.verdict
    if turn.is_over:
        return face.say("ui", "give.next"), "⏎", face.say("help", "go_on")
    if turn.can_leave_out:
        text = face.say("ui", "group.go_on")
    elif isinstance(verdict, Give):
        key = _GIVING.get(verdict.main.reason, "give.tickets")
        text = face.say("ui", key, n=verdict.tickets.total)
    else:
        text = face.say("ui", "give.tickets", n=1)
    return text, "⏎", face.say("help", "give")
