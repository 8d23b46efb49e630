"""The counter's course: readings, keys and answers come in, a `Turn` goes out to be shown.

It asks the desk through `ui.operations` and never waits. The steps themselves are `ui.clerk.turn`'s, pure. What nobody touches for
`CLEAR_AFTER` clears itself, so that nothing of a customer stays on the screen; a group, which takes longer to scan, has
`GROUP_AFTER`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ui.clerk import turn as steps
from ui.clerk.turn import Stage, Turn
from ui.operations import Operations
from validator.desk import Ask, Choice, Look, PinAnswer
from validator.domain.code import CardRead, CodeFormat, Source, Symbology
from validator.domain.party import Party, Purpose
from validator.domain.role import OverrideReason
from validator.domain.verdict import Choose, Give, Reason

CLEAR_AFTER = 20_000
GROUP_AFTER = 120_000
BREATH = 500
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Milliseconds.

    Attributes:
        single, group: after which an untouched screen clears itself: with one customer on it, with an open group.
        breath: for which Enter gives nothing to a customer who waited and came up because the one before was given to: a second
            press was meant for that one.
    """

    single: int = CLEAR_AFTER
    group: int = GROUP_AFTER
    breath: int = BREATH


class Flow(QObject):
    """One counter.

    Attributes:
        sets_aside: asked of each reading first; what it takes is not this counter's, such as a practice card in earnest.
        is_seen: whether the clerk sees what is shown; else nothing is given at once.

    Signals:
        turned: the turn changed; `turn` has it.
        booked: something was given, so lists may have changed.
        failed: an exception; the desk could not answer for the customer on the screen, and nothing was given.
        no_choice: a card came, but nothing is chosen to be given. It is kept until that is (`kept`), or until Esc.
        pin_answered: a `PinAnswer` to the PIN that was to lift a decline.
    """

    turned = Signal()
    booked = Signal()
    failed = Signal(object)
    no_choice = Signal()
    pin_answered = Signal(object)

    def __init__(
        self,
        operations: Operations,
        now: Callable[[], datetime],
        patience: Patience | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._now = now
        self._patience = patience or Patience()
        self._turn = Turn()
        self._choice: Choice | None = None
        self._purpose = Purpose.TAKE
        self._kept: tuple[CardRead, ...] = ()
        self.sets_aside: Callable[[CardRead], bool] = lambda _read: False
        self.is_seen: Callable[[], bool] = lambda: True
        self._clearing = QTimer(self)
        self._clearing.setSingleShot(True)
        self._clearing.timeout.connect(self._forgotten)
        self._alike: steps.Alike | None = None
        self.only_looks = False
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)

    @property
    def turn(self) -> Turn:
        """What stands."""
        return self._turn

    @property
    def choice(self) -> Choice | None:
        """What is given next."""
        return self._choice

    @property
    def kept(self) -> int:
        """How many cards wait for somebody to choose what is given."""
        return len(self._kept)

    def know(self, code_format: CodeFormat) -> None:
        """What a code of this network looks like: the same card is known in whichever way it was read."""
        self._alike = steps.same_card(code_format)

    def scan(self, text: str, source: Source, symbology: Symbology | None = None) -> None:
        """A text came from a hand scanner or from keys."""
        self.take(CardRead(text, source, self._now(), symbology))

    def take(self, read: CardRead) -> None:
        """A reading came."""
        if self.sets_aside(read):
            return
        if self._choice is None:
            self._kept = (*self._kept, read)
            self._clearing.start(self._patience.single)
            self.no_choice.emit()
            return
        self._go(steps.scanned(self._turn, read, self._choice, self._alike))

    def choose(self, choice: Choice | None) -> None:
        """What is to be given from now on; a card on the screen is asked for anew."""
        self._choice = choice
        if choice is not None:
            kept, self._kept = self._kept, ()
            self._go(steps.changed_choice(self._turn, choice))
            for read in kept:
                self.take(read)

    def expect(self, purpose: Purpose) -> None:
        """What the next customers are here for."""
        self._purpose = purpose

    def set_purpose(self, purpose: Purpose) -> None:
        """What the customer on the screen is here for."""
        if self._turn.ask is not None:
            self.set_party(replace(self._turn.ask.party, purpose=purpose))

    @property
    def gives(self) -> bool:
        """Whether tickets are given just now: not where cards are only looked at, nor while one could not be recorded."""
        look = self._turn.look
        saves = look is None or look.verdict.main.reason is not Reason.NOT_SAVED
        return saves and not self.only_looks and self._turn.stage is not Stage.FAILED

    def look_only(self, *, only: bool) -> None:
        """From now on nothing is given, or everything as usual."""
        self.only_looks = only
        self.turned.emit()

    def set_children(self, children: int) -> None:
        """So many children come along; of a booking, so many have come."""
        if children >= 0:
            self.set_party(replace(self._party(), children=children))

    def set_assistants(self, assistants: int) -> None:
        """So many assistants or interpreters come along; of a booking, so many have come."""
        if assistants >= 0:
            self.set_party(replace(self._party(), assistants=assistants))

    def set_party(self, party: Party) -> None:
        """Who comes along."""
        self._go(steps.changed_party(self._turn, party))

    def restore(self, before: Turn) -> None:
        """What single keys did to the customer was not meant."""
        self._go(steps.restored(self._turn, before))

    def remove(self, place: int) -> None:
        """A member leaves the group."""
        self._go(steps.without(self._turn, frozenset({place})))

    def confirm(self) -> None:
        """Enter: give, go on without the cards that do not hold, or go on to the next customer."""
        turn = self._turn
        if self._breath.isActive():
            return
        if turn.is_over or turn.is_declined:
            self.clear()
        elif turn.can_leave_out and turn.look is not None and isinstance(turn.look.verdict, Choose):
            self._go(steps.without(turn, frozenset(turn.look.verdict.without)))
        elif not self.only_looks:
            self._go(steps.confirmed(turn))

    def allow(self, pin: str) -> None:
        """A manager's PIN is to open the way to lifting the decline on the screen."""
        shown = self._turn.look

        def told(answer: PinAnswer) -> None:
            if answer.right and self._turn.look is shown:
                self._go(steps.allowed(self._turn))
            self.pin_answered.emit(answer)

        self._operations.try_pin(pin, told)

    def lift(self, reason: OverrideReason) -> None:
        """The manager whose PIN was right says why."""
        self._go(steps.lifted(self._turn, reason))

    def refresh(self) -> None:
        """What the desk knows has changed: ask for the same anew."""
        self._go(steps.asked_again(self._turn))

    def undone(self, giving: str) -> None:
        """A giving does not stand any more: neither does what was said of it, nor what its card was told since."""
        standing = self._turn.standing
        if standing is not None and standing.giving == giving:
            self.clear()
        else:
            self.refresh()

    def touch(self) -> None:
        """Somebody is at it: the screen does not clear itself yet."""
        if self._clearing.isActive():
            self._clearing.start()

    def clear(self) -> None:
        """The customer is gone. What is being booked is booked first."""
        self.let_kept_go()
        self._go(steps.cleared(self._turn))

    def _forgotten(self) -> None:
        self.let_kept_go()
        self._go(steps.cleared(self._turn, by_clerk=False))

    def let_kept_go(self) -> None:
        """The cards that wait for somebody to choose what they are for are gone."""
        if self._kept:
            self._kept = ()
            self._clearing.stop()
            self.turned.emit()

    def _party(self) -> Party:
        """The party as it stands; of a booking that is counted for the first time, all of whom it was made for."""
        party, look = self._turn.party, self._turn.look
        verdict = None if look is None else look.verdict
        if party.counted or not isinstance(verdict, Give) or not verdict.collects:
            return party
        came = verdict.tickets
        return replace(party, children=came.children, assistants=came.assistants, counted=True)

    def _go(self, turn: Turn) -> None:
        if turn is self._turn:
            return
        turn = steps.expected(self._turn, turn, self._purpose)
        before, self._turn = self._turn, turn
        gone = steps.in_vain(before, turn)
        if gone is not None:
            self._operations.left(gone)
        if turn.busy and turn.ask is not None and (turn.stage, turn.ask) != (before.stage, before.ask):
            ask = self._operations.give if turn.stage is Stage.GIVING else self._operations.look
            ask(turn.ask, self._answered, partial(self.tell_failed, turn.ask))
        came_up = turn.waited and turn.before is not None and turn.before.giving
        if turn.stage is Stage.SHOWN and came_up and not before.look:
            self._breath.start(self._patience.breath)
        self._time(turn)
        self.turned.emit()
        if self._choice is not None and turn is self._turn:
            self._go(steps.next_waiting(turn, self._choice, self._alike))

    def _answered(self, look: Look) -> None:
        turn = steps.answered(self._turn, look)
        gives = self.is_seen() and not self.only_looks
        self._go(steps.given_at_once(self._turn, turn) if gives else turn)
        if look.giving:
            self.booked.emit()

    def tell_failed(self, ask: Ask, error: Exception) -> None:
        """The desk could not answer a question."""
        turn = steps.unanswered(self._turn, ask)
        if turn is not self._turn:
            self._go(turn)
            self.failed.emit(error)

    def _time(self, turn: Turn) -> None:
        nothing_there = turn.stage is Stage.READY or (turn.stage is Stage.FAILED and not turn.waiting)
        if nothing_there or turn.busy:
            self._clearing.stop()
        else:
            self._clearing.start(self._patience.group if turn.group_open else self._patience.single)
