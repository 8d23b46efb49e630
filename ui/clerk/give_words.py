"""What Enter does next, as the large button says it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ui.clerk.turn import Turn
from ui.face import Face
from ui.parts import ENTER_SIGN, Button
from ui.theme import GRID
from validator.domain.verdict import Choose, Give, Reason

_WIDE = 26 * GRID
_GIVING = {
    Reason.OK_COURSE: "give.place",
    Reason.OK_POPUP: "give.visit",
    Reason.OK_COLLECT: "give.hand_over",
    Reason.OK_RESERVED: "give.book",
}


def give_words(face: Face, turn: Turn) -> tuple[str, str]:
    """The button's text, and what a screen reader adds."""
    verdict = None if turn.look is None else turn.look.verdict
    if turn.is_over or turn.is_declined:
        return face.say("ui", "give.next"), face.say("help", "go_on")
    if isinstance(verdict, Choose) and turn.can_leave_out:
        text = face.say("ui", "group.go_on", n=len(verdict.without))
    elif turn.look is not None and turn.look.changed is not None:
        text = face.say("ui", "change.book")
    elif isinstance(verdict, Give):
        key = _GIVING.get(verdict.main.reason, "give.tickets")
        text = face.say("ui", key, n=verdict.tickets.total)
    else:
        text = face.say("ui", "give.tickets", n=1)
    return text, face.say("help", "give")


class GiveButton(Button):
    """The button: there after a no as well, and as wide whatever it says, so that from beside the desk the answers look alike.

    It names its key only while Enter is its own: in a manager's PIN, and on any other button, Enter does something else.

    Args:
        has_enter: whether Enter, pressed with the focus there, is for this button.

    Attributes:
        opens: whether it does more than to let a declined customer go.
    """

    def __init__(
        self, face: Face, act: Callable[[], None], has_enter: Callable[[QWidget | None], bool]
    ) -> None:
        super().__init__(act, "primary")
        self.opens = False
        self._face = face
        self._turn = Turn()
        self._has_enter = has_enter
        QApplication.instance().focusChanged.connect(self._say)  # type: ignore[union-attr]
        face.restyled.connect(self._measure)
        face.reworded.connect(self._say)
        self._measure()

    def show_turn(self, turn: Turn) -> None:
        """What Enter does next."""
        self._turn = turn
        self._say()

    def _say(self, *_: object) -> None:
        text, described = give_words(self._face, self._turn)
        # While an answer is awaited the focus is on its way, and another text would lay the panel out twice for each card.
        ours = self._turn.busy or self._has_enter(QApplication.focusWidget())
        self.say(text, ENTER_SIGN if ours else "", described)

    def _measure(self) -> None:
        self.setMinimumWidth(self._face.theme.pixels(_WIDE))
