"""Taking back what was just done: a giving by a void of its own, a booking by letting it go. The list says what came of it."""

from __future__ import annotations

from collections.abc import Callable

from ui.clerk.flow import Flow
from ui.clerk.given import GivenPanel
from ui.contacts import support_words
from ui.face import Face
from ui.operations import Operations
from validator.desk import Contacts
from validator.domain.verdict import Give, Reason, Verdict


class Undoing:
    """The way back.

    Args:
        contacts: whom to ask where it is too late.
        changed: is called when something may have been taken back.
    """

    def __init__(
        self,
        face: Face,
        operations: Operations,
        flow: Flow,
        given: GivenPanel,
        contacts: Callable[[], Contacts],
        changed: Callable[[], None],
    ) -> None:
        self._face = face
        self._operations = operations
        self._flow = flow
        self._given = given
        self._contacts = contacts
        self._changed = changed
        self._asked: set[str] = set()

    def latest(self) -> None:
        """Ctrl+Z: the booking that has just been made and is still on the screen, else the newest giving."""
        look = self._flow.turn.look
        if look is not None and look.giving and look.verdict.main.reason is Reason.OK_RESERVED:
            self._operations.release(look.giving, self._let_go)
        else:
            self._given.undo_latest()

    def undo(self, giving: str) -> None:
        """Undo a giving; a second press while it is being undone was meant for the same one."""
        if giving in self._asked:
            return
        self._asked.add(giving)

        def told(verdict: Verdict) -> None:
            self._asked.discard(giving)
            if isinstance(verdict, Give):
                self._flow.undone(giving)
            self._given.tell(lambda: self._words(verdict))
            self._changed()

        self._operations.undo(giving, told)

    def _let_go(self, verdict: Verdict) -> None:
        if isinstance(verdict, Give):
            self._flow.clear()
            self._given.tell(lambda: self._face.say("ui", "booking.let_go"))
        else:
            self._given.tell(lambda: self._words(verdict))
        self._changed()

    def _words(self, verdict: Verdict) -> str:
        """What came of it; where it says to ask support, whom."""
        late = verdict.main.reason is Reason.UNDO_TOO_LATE
        whom = support_words(self._face, self._contacts()) if late else ""
        return " ".join(filter(None, (self._face.wording.sentence(verdict.main), whom)))
