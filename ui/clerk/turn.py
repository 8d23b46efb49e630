"""A customer's turn at the counter: pure values and the steps between them. No Qt, no store.

1. Another card replaces the customer on the screen, but for rules 2 and 5. Where the one before was still to be decided,
   `Turn.before` says that they got nothing.
2. While a community card's group is open, a reading is its next member. A second community card is the next customer's. A community
   card that is declined opens none: what comes next is the next customer's. Members who are there keep it open.
3. A reading that is no code is never a member: it is told, and the group stays as it was.
4. The same card again, as long as it is on the screen or in the group, changes nothing and is noted (W10).
5. A reading that comes while an answer is awaited waits until the customer on the screen is done: given to, or cleared. So do those
   behind it. A group's members wait for each other's answers only.
6. Of a card that has its tickets for this very event the party may be changed: another giving comes in that one's place.
7. What changes the party or the offer asks again; the answer to an older question is not shown, nor that there is none.
8. Where a house gives at once, only the first answer to a card is given so; not after a clerk has said anything of that customer.
   The next customer's turn says that the one before got theirs, because nobody pressed a key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from validator.desk import Ask, Choice, Look, Standing
from validator.domain.card import CardKind
from validator.domain.code import CardRead, CodeFormat, Recognised, Source, interpret
from validator.domain.demand import unmet
from validator.domain.party import Party, Purpose
from validator.domain.role import OverrideReason, Role
from validator.domain.undo import asks_manager
from validator.domain.verdict import OVERRIDABLE, Choose, Decline, Finding, Give, Reason

Alike: TypeAlias = Callable[[CardRead, CardRead], bool]
"""Whether two readings are of the same card."""

AGAIN = Finding(Reason.SCANNED_JUST_NOW)


class Stage(StrEnum):
    """Where a turn stands. `FAILED`: the desk could not answer, and nothing was given."""

    READY = "ready"
    LOOKING = "looking"
    SHOWN = "shown"
    GIVING = "giving"
    GIVEN = "given"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Turn:
    """One customer's turn.

    Attributes:
        ask: what was asked last; None where nobody stands there.
        look: the answer on the screen.
        waiting: readings whose turn comes when this one is over, in their order.
        aside: what the last reading was, where it changed nothing: no member of the group, or the same card again.
        allowing: the answer beside which a manager's PIN was right; to another answer it opens nothing.
        before: the answer to the customer before, where they went without a clerk's word or were given to just now.
        touched: whether this customer was asked for more than once, by a clerk's word or because the desk knew more.
        at_once: whether it is given without a key.
        waited: whether this customer's card waited for the one before.
    """

    stage: Stage = Stage.READY
    ask: Ask | None = None
    look: Look | None = None
    waiting: tuple[CardRead, ...] = ()
    aside: Finding | None = None
    allowing: Look | None = None
    before: Look | None = None
    touched: bool = False
    at_once: bool = False
    waited: bool = False

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self.stage in (Stage.LOOKING, Stage.GIVING)

    @property
    def is_over(self) -> bool:
        """Whether all that is left is to go on: with the next card, or with Enter."""
        return self.stage in (Stage.GIVEN, Stage.FAILED)

    @property
    def is_declined(self) -> bool:
        """Whether the answer is no and nothing is being gathered: Enter goes on, as after a giving."""
        declined = self.look is not None and isinstance(self.look.verdict, Decline)
        return self.stage is Stage.SHOWN and declined and not self.group_open

    @property
    def group_open(self) -> bool:
        """Whether the next card is a group's next member. A community card that is declined opens no group."""
        look = self.look
        if self.stage is not Stage.SHOWN or look is None or look.card is None:
            return False
        alone = look.verdict.main.reason is Reason.COMMUNITY_ALONE
        opened = not isinstance(look.verdict, Decline) or alone or bool(look.ask.group)
        return look.card.kind is CardKind.COMMUNITY and opened

    @property
    def can_give(self) -> bool:
        """Whether Enter gives, or changes what was given."""
        shown = self.stage is Stage.SHOWN and self.look is not None and isinstance(self.look.verdict, Give)
        return shown and self.look is not None and not self.look.changes_nothing

    @property
    def asks_card(self) -> bool:
        """Whether the clerk must have seen the card: its code was typed (A28). A booking and an enrolment need none."""
        ask, look = self.ask, self.look
        if not self.can_give or ask is None or look is None or ask.changes:
            return False
        by_code = ask.party.purpose is Purpose.RESERVE or look.verdict.main.reason is Reason.OK_COURSE
        return not by_code and any(read.source is Source.TYPED for read in (ask.read, *ask.group))

    @property
    def standing(self) -> Standing | None:
        """The giving whose party may be changed now."""
        if self.look is None or self.stage not in (Stage.SHOWN, Stage.LOOKING, Stage.GIVEN):
            return None
        return self.look.standing

    @property
    def party(self) -> Party:
        """Who comes along, as far as is known: what is asked about, or what stands already."""
        standing, ask = self.standing, self.ask
        is_new = self.stage is Stage.GIVEN or (ask is not None and not ask.changes)
        if standing is not None and is_new:
            return standing.party
        return Party() if ask is None else ask.party

    @property
    def can_change_party(self) -> bool:
        """Whether somebody more or less may come along."""
        return self.stage in (Stage.SHOWN, Stage.LOOKING) or (
            self.stage is Stage.GIVEN and self.standing is not None
        )

    @property
    def can_leave_out(self) -> bool:
        """Whether Enter goes on without the cards that do not hold."""
        return self.stage is Stage.SHOWN and self.look is not None and isinstance(self.look.verdict, Choose)

    @property
    def liftable(self) -> frozenset[Reason]:
        """What a manager's PIN would have to lift; empty where no PIN helps."""
        if self.stage is not Stage.SHOWN or self.look is None or not isinstance(self.look.verdict, Decline):
            return frozenset()
        verdict = self.look.verdict
        reasons = frozenset(finding.reason for finding in (verdict.main, *verdict.more))
        return reasons if reasons <= OVERRIDABLE else frozenset()

    @property
    def takes_back(self) -> str:
        """The card's giving of an earlier day, which a manager may still take back and a clerk no more; else ""."""
        standing = self.standing
        late = self.stage is Stage.SHOWN and standing is not None and standing.late
        return standing.giving if late and standing is not None else ""

    @property
    def changes_late(self) -> bool:
        """Whether the change that was asked for is of a giving of an earlier day: a manager's PIN is all it lacks."""
        return self.stage is Stage.SHOWN and self.look is not None and asks_manager(self.look.verdict)

    @property
    def helped_by_pin(self) -> bool:
        """Whether a manager's PIN opens a way."""
        return bool(self.liftable or self.takes_back) or self.changes_late

    @property
    def asks_reason(self) -> bool:
        """Whether a manager has only to say why, or that the tickets are taken back."""
        return bool(self.liftable or self.takes_back) and self.allowing is self.look


def scanned(turn: Turn, read: CardRead, choice: Choice, alike: Alike | None = None) -> Turn:
    """A reading came."""
    alike = alike or _same_text
    ask = turn.ask
    if ask is not None and any(alike(read, known) for known in (ask.read, *ask.group)):
        return replace(turn, aside=AGAIN)
    if turn.busy or (turn.waiting and not turn.group_open):
        comes = any(read.payload == known.payload or alike(read, known) for known in turn.waiting)
        return turn if comes else replace(turn, waiting=(*turn.waiting, read))
    if turn.group_open and ask is not None:
        ask = _by_clerk(replace(ask, group=(*ask.group, read)))
        return Turn(Stage.LOOKING, ask, turn.look, turn.waiting, before=turn.before)
    unseen = turn.look if turn.stage is Stage.GIVEN and turn.at_once else _undecided(turn)
    return Turn(Stage.LOOKING, Ask(read, choice), None, turn.waiting, before=unseen)


def expected(before: Turn, turn: Turn, purpose: Purpose) -> Turn:
    """A customer who has just come is here for what the clerk is at, e.g. collecting at the door."""
    ask = turn.ask
    new = ask is not None and not ask.group and (before.ask is None or before.ask.read is not ask.read)
    if ask is None or not new or ask.party.purpose is purpose:
        return turn
    return replace(turn, ask=replace(ask, party=replace(ask.party, purpose=purpose)))


def answered(turn: Turn, look: Look) -> Turn:
    """The answer to a look or a giving came."""
    if turn.ask is not look.ask:
        return turn
    if look.giving:
        return replace(turn, stage=Stage.GIVEN, look=look, before=turn.before if turn.at_once else None)
    turn = replace(turn, at_once=False) if turn.at_once else turn
    last = look.members[-1] if look.members else None
    grew = turn.look is not None and len(look.members) > len(turn.look.members)
    if grew and last is not None and last.card.kind is CardKind.COMMUNITY:
        next_ask = Ask(look.ask.group[-1], look.ask.choice)
        return Turn(Stage.LOOKING, next_ask, None, turn.waiting, before=_undecided(turn))
    if grew and last is not None and not last.card.masked and turn.look is not None:
        return replace(turn, stage=Stage.SHOWN, ask=turn.look.ask, aside=_inner(last.problem))
    return replace(turn, stage=Stage.SHOWN, look=look)


def given_at_once(asked: Turn, turn: Turn) -> Turn:
    """Give without a key, if the first answer to a card allows it; ``asked`` is the turn before the answer came."""
    first = asked.stage is Stage.LOOKING and not asked.touched and turn.ask is asked.ask
    if not first or turn.look is None or not turn.look.at_once or not turn.can_give:
        return turn
    return replace(confirmed(turn), at_once=True)


def unanswered(turn: Turn, ask: Ask) -> Turn:
    """The desk could not answer a question; that it could not answer an older one is nobody's any more."""
    return Turn(Stage.FAILED, waiting=turn.waiting) if turn.busy and turn.ask is ask else turn


def cleared(turn: Turn, *, by_clerk: bool = True) -> Turn:
    """The customer is gone: the clerk said so, or nobody did anything. What is being booked is booked first."""
    if turn.stage is Stage.GIVING:
        return turn
    unsaid = turn.waiting and not by_clerk
    return Turn(waiting=turn.waiting, before=_undecided(turn) if unsaid else None)


def next_waiting(turn: Turn, choice: Choice, alike: Alike | None = None) -> Turn:
    """Take the first reading that waits, if it is its turn."""
    done = turn.stage in (Stage.READY, Stage.GIVEN) or turn.group_open
    if not done or not turn.waiting:
        return turn
    first, *rest = turn.waiting
    before = turn.look if turn.stage is Stage.GIVEN else turn.before
    return replace(
        scanned(replace(turn, waiting=()), first, choice, alike),
        waiting=tuple(rest),
        before=before,
        waited=True,
    )


def same_card(code_format: CodeFormat) -> Alike:
    """How a network tells that two readings are of one card, whichever symbol was read and however."""

    def alike(one: CardRead, other: CardRead) -> bool:
        first, second = interpret(one, code_format), interpret(other, code_format)
        return isinstance(first, Recognised) and isinstance(second, Recognised) and first.code == second.code

    return alike


def changed_party(turn: Turn, party: Party) -> Turn:
    """Somebody more or less comes along; also while the answer to the party before is awaited."""
    if not turn.can_change_party or turn.ask is None or turn.party == party:
        return turn
    standing = turn.standing
    ask = replace(turn.ask, party=party, changes="" if standing is None else standing.giving)
    return _asking(turn, _by_clerk(ask))


def restored(turn: Turn, before: Turn) -> Turn:
    """Single keys were no clerk's: the customer is as before them. What was read meanwhile waits as it did."""
    ask, earlier = turn.ask, before.ask
    same = ask is not None and earlier is not None and ask is not earlier and ask.read is earlier.read
    return replace(before, waiting=turn.waiting) if same and turn.stage is not Stage.GIVING else turn


def changed_choice(turn: Turn, choice: Choice) -> Turn:
    """Another offer was chosen while a card is on the screen, or looked for."""
    if turn.stage not in (Stage.SHOWN, Stage.LOOKING) or turn.ask is None or turn.ask.choice == choice:
        return turn
    ask = replace(turn.ask, choice=choice)
    return _asking(turn, _by_clerk(replace(ask, party=Party(), changes="") if ask.changes else ask))


def without(turn: Turn, places: frozenset[int]) -> Turn:
    """The group goes on without the members at these places (from 1)."""
    if turn.stage is not Stage.SHOWN or turn.ask is None:
        return turn
    group = tuple(read for place, read in enumerate(turn.ask.group, start=1) if place not in places)
    if len(group) == len(turn.ask.group):
        return turn
    return _asking(turn, _by_clerk(replace(turn.ask, group=group)))


def allowed(turn: Turn) -> Turn:
    """A manager's PIN was right: what stands in the way is lifted once they say why. A change is looked at anew as theirs."""
    if turn.changes_late and turn.ask is not None:
        return _asking(turn, replace(turn.ask, role=Role.MANAGER))
    return replace(turn, allowing=turn.look) if turn.helped_by_pin else turn


def lifted(turn: Turn, reason: OverrideReason) -> Turn:
    """A manager says why, and what stands in the way is lifted."""
    if not (turn.asks_reason and turn.liftable) or turn.ask is None:
        return turn
    overrides = turn.ask.overrides | turn.liftable
    ask = replace(turn.ask, overrides=overrides, override_reason=reason, role=Role.MANAGER)
    return _asking(turn, ask)


def confirmed(turn: Turn) -> Turn:
    """The clerk gives; of a typed code that is their word that they have seen the card."""
    if not turn.can_give or turn.ask is None:
        return turn
    ask = replace(turn.ask, seen=True) if turn.asks_card else turn.ask
    return replace(turn, stage=Stage.GIVING, ask=ask, aside=None)


def asked_again(turn: Turn) -> Turn:
    """The same question anew: what the desk knows has changed under it."""
    return replace(turn, stage=Stage.LOOKING, touched=True) if turn.stage is Stage.SHOWN else turn


def in_vain(before: Turn, after: Turn) -> Look | None:
    """The answer whose customer has gone without a ticket for want of room, as one turn follows another; else None.

    The same card again is the same customer; another offer ends the asking for the one before. Who has tickets and asked for more
    did not go without.
    """
    look = before.look
    if look is None or look.ask.changes or before.stage is Stage.GIVEN or not unmet(look.verdict):
        return None
    stays = (
        after.ask is not None
        and after.ask.read.payload == look.ask.read.payload
        and after.ask.choice == look.ask.choice
    )
    return None if stays else look


def _asking(turn: Turn, ask: Ask) -> Turn:
    """Another question about the same customer; what was told beside the answer before was about that."""
    return replace(turn, stage=Stage.LOOKING, ask=ask, aside=None, touched=True)


def _undecided(turn: Turn) -> Look | None:
    """The answer on the screen, where a first ticket could have been given and nobody has decided."""
    has_one = turn.look is not None and turn.look.changed is not None
    return turn.look if (turn.can_give or turn.can_leave_out) and not has_one else None


def _same_text(one: CardRead, other: CardRead) -> bool:
    return one.payload == other.payload


def _by_clerk(ask: Ask) -> Ask:
    """What a manager lifted was lifted for the party as it stood."""
    return replace(ask, overrides=frozenset(), override_reason=None, role=Role.CLERK)


def _inner(problem: Finding | None) -> Finding:
    """The member's own finding inside the group's."""
    if problem is None:
        return Finding(Reason.UNREADABLE)
    reason = problem.params.get("reason")
    inner = reason if isinstance(reason, Reason) else Reason.UNREADABLE
    prefix = "reason_"
    return Finding(
        inner,
        {
            name.removeprefix(prefix): value
            for name, value in problem.params.items()
            if name.startswith(prefix)
        },
    )
