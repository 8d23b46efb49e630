"""What a page asks of the desk, and what it gets to show. Frozen values; nothing of the store is reachable from them.

An `Ask` holds the reading while the card is on the screen and no longer: the printed code is not stored. A page changes an ask
with `dataclasses.replace` (one more child, another offer) and looks again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from validator.domain.card import Card, CardKind
from validator.domain.cases import Case, Said
from validator.domain.code import CardRead, Hint
from validator.domain.elsewhere import Reach, over_by
from validator.domain.layouts import Mismatch
from validator.domain.marks import Marks
from validator.domain.network import Names, Offer, Performance, Venue
from validator.domain.numbers import Number
from validator.domain.party import Party
from validator.domain.policy import ListState
from validator.domain.quota import QuotaKey, QuotaMode
from validator.domain.redemption import Booking, Tickets
from validator.domain.rights import Slot
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Finding, Give, Reason, Verdict
from validator.errors import BugError

Choice: TypeAlias = Slot
"""The slot that the clerk has chosen."""

QuotaTarget: TypeAlias = Venue | Offer | Performance
"""What a manager sets a number for: a whole venue, an offer, or one performance."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to the desk.

    Attributes:
        read: the card; a community card opens a group.
        group: the members' cards, in the order of scanning.
        overrides: declines that a manager lifts for this giving; they need `Role.MANAGER`.
        override_reason: why; never without one, so that nothing is lifted in silence.
        training: for practice: the verdict says so (A10), and nothing is ever recorded.
        changes: the giving in whose place this party is to be; "" for a giving of its own.
        seen: the code was typed, and the clerk said that they have seen the card (A28).
    """

    read: CardRead
    choice: Choice
    party: Party = field(default_factory=Party)
    group: tuple[CardRead, ...] = ()
    overrides: frozenset[Reason] = frozenset()
    override_reason: OverrideReason | None = None
    role: Role = Role.CLERK
    training: bool = False
    changes: str = ""
    seen: bool = False

    def __post_init__(self) -> None:
        if self.overrides and self.override_reason is None:
            raise BugError("a decline is lifted without a reason")


@dataclass(frozen=True, slots=True)
class CardShown:
    """What the screen may show of a card: the last signs of its code, and what is printed on it anyway."""

    masked: str
    kind: CardKind | None = None
    valid_to: date | None = None
    children: int | None = None

    @classmethod
    def of(cls, masked: str, card: Card | None) -> CardShown:
        """The showable part of a card; of an unknown one only the masked code."""
        return cls(masked) if card is None else cls(masked, card.kind, card.valid_to, card.children)


@dataclass(frozen=True, slots=True)
class MemberShown:
    """One line of a group: its place from 1, the masked card, and what stands in its way, if anything does."""

    place: int
    card: CardShown
    problem: Finding | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A giving of one card that stands, and whose party may be changed.

    Attributes:
        late: it is of an earlier day: only a manager may still change it or take it back.
    """

    giving: str
    tickets: Tickets
    late: bool = False

    @property
    def party(self) -> Party:
        """Who came along."""
        return Party(self.tickets.children, self.tickets.assistants)


@dataclass(frozen=True, slots=True)
class Look:
    """The desk's answer.

    Attributes:
        card: None where no code was read.
        hint: for a typed code of the wrong form, what seems to be off.
        repaired: whether a scanner's keyboard layout was repaired; the user is told to set the scanner.
        layouts: which keyboards the scanner and the computer have, where the repair tells.
        marks: what a hand scanner put around the code, which was taken off; the user is told.
        giving: id of the giving, once it is booked; "" for a mere look.
        standing: the giving of this card for this very event that children can be added to or taken back from, if there is one.
        changed: of an ask that changes a giving, the tickets that stood before.
        at_once: whether the house gives such an answer without a key: there is nothing to ask, and nothing to read.
    """

    ask: Ask
    verdict: Verdict
    at: datetime
    card: CardShown | None = None
    members: tuple[MemberShown, ...] = ()
    hint: Hint | None = None
    repaired: bool = False
    layouts: Mismatch | None = None
    marks: Marks | None = None
    giving: str = ""
    standing: Standing | None = None
    changed: Tickets | None = None
    at_once: bool = False

    @property
    def changes_nothing(self) -> bool:
        """Whether the tickets would be those that stand already."""
        return isinstance(self.verdict, Give) and self.changed == self.verdict.tickets


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One line of the programme: something to choose.

    Attributes:
        left: the smallest remainder of the quotas that apply, None for no limit.
        given: tickets given out of the quotas for this line, by every desk this one has heard of.
        problem: why nothing can be given for it now whatever the card (R22 to R31), or None.
        rights: tickets that this desk may give for it with its line down; None where it needs no rights.
        ahead: whether it is a course that begins later than the day that is listed.
        guests: whether a community group may bring children without a card of their own (A13).
        at_once: whether its house gives a single ticket for it without a key.
        child_under: the age under which a child's ticket is for a child, by the rules of that day.
    """

    choice: Choice
    venue: Venue
    offer: Offer
    performance: Performance | None
    left: int | None
    given: int
    problem: Reason | None
    rights: int | None = None
    ahead: bool = False
    guests: bool = False
    at_once: bool = False
    child_under: int | None = None


@dataclass(frozen=True, slots=True)
class GivenLine:
    """One giving of the day at this desk.

    Attributes:
        state: "recorded", "sent", "confirmed" or "refused".
        reason: the hub's word, for a refused one.
        notes: S codes for the manager.
        over: how many of its tickets were over a quota (S03); 0 where nobody said so.
    """

    giving: str
    at: datetime
    masked: str
    tickets: Tickets
    choice: Choice
    state: str
    reason: str = ""
    notes: tuple[str, ...] = ()
    over: int = 0
    voided: bool = False
    event: str = ""


@dataclass(frozen=True, slots=True)
class BookingLine:
    """One booking of a performance, at whichever desk of the house it was made.

    Attributes:
        masked: the end of the card's code; "" where another desk read it, or after retention.
        tickets: what it holds.
    """

    reservation: str
    masked: str
    tickets: Tickets
    state: Booking
    made_at: datetime
    collect_by: datetime


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case of one of this desk's venues.

    Attributes:
        here: this desk's id.
        tails: of its own events in the case, the end of the card's masked code, as long as it is known.
        said: what managers said of it, the first one first.
        settled: nothing is left to settle.
        anew: this desk can tell the hub once more what it did not accept.
    """

    case: Case
    here: str
    tails: Mapping[str, str] = field(repr=False)
    said: tuple[Said, ...]
    settled: bool
    anew: bool = False


@dataclass(frozen=True, slots=True)
class QuotaCell:
    """One cell of the manager's table: what a number is set for, on a date of visit.

    Attributes:
        given: tickets given and held out of it, by every desk this one has heard of.
        asked: how many asked in vain at the venue; of a performance nobody counts them.
        waiting: how many changes of the number are on their way to the hub.
        lent: rights out of it that are at other desks, as the hub said.
        here: rights out of it that this desk holds.
        heard_at: of when ``lent`` is; None where the hub has never said.
        reach: how many desks have the number, where these are not all.
        at_once: whether the house that it belongs to gives at once.
    """

    target: QuotaTarget
    key: QuotaKey
    value: int | None
    given: int
    sold_out: bool = False
    mode: QuotaMode = QuotaMode.STRICT
    asked: int = 0
    waiting: int = 0
    lent: int = 0
    here: int = 0
    heard_at: datetime | None = None
    reach: Reach | None = None
    at_once: bool = False

    @property
    def left(self) -> int | None:
        """Tickets not given yet, never below 0; None where no number is set."""
        return None if self.value is None else max(0, self.value - self.given)

    @property
    def over(self) -> int:
        """By how many tickets the number may be gone over, e.g. after it was lowered: given here and there, and lent."""
        return over_by(self.value, self.given, self.lent, 0 if self.sold_out else self.here)

    @property
    def visit(self) -> date:
        """The date of visit."""
        return self.key.visit

    @property
    def is_set(self) -> bool:
        """Whether a manager has set anything here."""
        return self.value is not None or self.sold_out or self.mode is not QuotaMode.STRICT


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change of a number that does not count, because its author did not know of another.

    Attributes:
        here: whether it was typed at this desk.
        seen: what stood there; ``typed``: what was wanted.
    """

    at: datetime
    here: bool
    author: str
    seen: Number
    typed: Number


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A number that managers set without knowing of each other.

    Attributes:
        offer: the offer whose performance it is; None for a venue's or an offer's own number.
        at: when the last of its changes was made.
        stands: what holds now.
        cut: what the changes would come to where that is out of bounds, else None.
    """

    target: QuotaTarget
    visit: date
    at: datetime
    stands: Number
    changes: tuple[ChangeLine, ...]
    cut: int | None = None
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom a clerk may ask, in the words of who named them.

    Attributes:
        support: the network's support; "" where it names nobody.
        areas: of the venues' areas, each with a contact.
    """

    support: str = ""
    areas: tuple[tuple[Names, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """The honest state of this desk, for the status strip and the self-check.

    Attributes:
        entries: what is not confirmed yet: givings, undoings, numbers and whatever else is told to the hub.
        waiting: the tickets among it that still stand; ``oldest`` is when the first of the entries was made.
        refused: events that the hub refused; they are kept.
        lists: how old the cards, the quotas and the rules are; none where there is no list.
        given: tickets given from this desk today.
        room: bytes that are free where the desk's files are; None where the system does not say.
        contacts: whom to ask.
    """

    desk: str
    venues: tuple[Venue, ...]
    online: bool
    listed_at: datetime | None
    cards: int
    lists: tuple[ListState, ...]
    entries: int
    waiting: int
    oldest: datetime | None
    refused: int
    given: int
    clock_trusted: bool
    now: datetime
    room: int | None = None
    contacts: Contacts = Contacts()
