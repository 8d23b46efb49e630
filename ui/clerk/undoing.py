"""Taking back what was done: a giving by a void of its own, a booking by letting it go. The list says what came of it.

On the same day a clerk may; on a later one a manager, with the card on the screen and their PIN (A32): then the panel says it.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.clerk.flow import Flow
from ui.clerk.given import GivenPanel
from ui.clerk.lift import LiftRow
from ui.clerk.turn import Stage
from ui.clerk.verdict import VerdictPanel
from ui.contacts import support_words
from ui.face import Face
from ui.operations import Operations
from validator.desk import Contacts, Look
from validator.domain.undo import asks_manager
from validator.domain.verdict import Give, Reason, Verdict


class Undoing:
    """The way back.

    Attributes:
        contacts: whom to ask where it is too late.

    Args:
        changed: is called when something may have been taken back.
    """

    def __init__(
        self,
        face: Face,
        operations: Operations,
        flow: Flow,
        given: GivenPanel,
        lift: LiftRow,
        verdict: VerdictPanel,
        changed: Callable[[], None],
    ) -> None:
        self._face = face
        self._operations = operations
        self._flow = flow
        self._given = given
        self._verdict = verdict
        self.contacts = Contacts()
        self._changed = changed
        self._asked: set[str] = set()
        given.undone.connect(self.undo)
        lift.taken_back.connect(self.take_back)

    def latest(self) -> None:
        """Ctrl+Z: the booking that has just been made and is still on the screen, else the newest giving.

        The list learns of a giving a moment later than the screen; until then its newest one is another customer's.
        """
        turn, look = self._flow.turn, self._flow.turn.look
        unlisted = self._unlisted(look) or self._unlisted(turn.before)
        if look is not None and look.giving and look.verdict.main.reason is Reason.OK_RESERVED:
            self._operations.release(look.giving, self._let_go)
        elif unlisted:
            self.undo(unlisted)
        elif turn.stage is not Stage.GIVING:
            self._given.undo_latest()

    def undo(self, giving: str) -> None:
        """Undo a giving; a second press while it is being undone was meant for the same one."""
        if giving in self._asked:
            return
        self._asked.add(giving)
        alone = self._is_one_cards(giving)

        def told(verdict: Verdict) -> None:
            self._undone(giving, verdict)
            self._given.tell(
                self._manager_can if alone and asks_manager(verdict) else lambda: self._words(verdict)
            )
            self._changed()

        self._operations.undo(giving, told)

    def take_back(self) -> None:
        """Undo the giving of an earlier day that the card on the screen has, as the manager whose PIN was right."""
        turn = self._flow.turn
        giving = turn.takes_back if turn.asks_reason else ""
        if not giving or giving in self._asked:
            return
        self._asked.add(giving)

        def told(verdict: Verdict) -> None:
            self._undone(giving, verdict)
            self._verdict.tell(lambda: self._words(verdict))
            self._changed()

        self._operations.undo(giving, told, by_manager=True)

    def _undone(self, giving: str, verdict: Verdict) -> None:
        """What was undone stays asked for: until the list has heard of it, a further press still means the same one."""
        if isinstance(verdict, Give):
            self._flow.undone(giving)
        else:
            self._asked.discard(giving)

    def _unlisted(self, look: Look | None) -> str:
        """The giving that the screen knows and the list does not yet; else ""."""
        known = look is not None and any(row.giving == look.giving for row in self._given.rows)
        return "" if look is None or known else look.giving

    def _let_go(self, verdict: Verdict) -> None:
        if isinstance(verdict, Give):
            self._flow.clear()
            self._given.tell(lambda: self._face.say("ui", "booking.let_go"))
        else:
            self._given.tell(lambda: self._words(verdict))
        self._changed()

    def _is_one_cards(self, giving: str) -> bool:
        """Whether a listed giving is one card's: that card on the screen is a manager's way to it."""
        row = next((row for row in self._given.rows if row.giving == giving), None)
        return row is not None and row.tickets.adults == 1 and not row.tickets.representatives

    def _manager_can(self) -> str:
        return self._face.say("ui", "undo.manager_card")

    def _words(self, verdict: Verdict) -> str:
        """What came of it; where it says to ask support, whom."""
        late = verdict.main.reason is Reason.UNDO_TOO_LATE
        whom = support_words(self._face, self.contacts) if late else ""
        return " ".join(filter(None, (self._face.wording.sentence(verdict.main), whom)))
