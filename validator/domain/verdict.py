"""What the desk says: a closed sum of `Give`, `Choose` and `Decline`, each with its reasons and its whole trace.

`A…` says what to do, `W…` are notes beside it, `R…` declines, `S…` is said to the manager only, after the upload: the customer
keeps the ticket. The words stand in the translation files, one text per code and language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from validator.domain.network import Names, Period
from validator.domain.redemption import Tickets
from validator.domain.refusal import Refusal


class Reason(StrEnum):
    """Every verdict code."""

    OK = "A01"
    OK_CHILDREN = "A02"
    OK_COURSE = "A03"
    OK_COMMUNITY = "A04"
    OK_POPUP = "A05"
    OK_COLLECT = "A06"
    OK_ASSISTANT = "A07"
    OK_RESERVED = "A08"
    UNDONE = "A09"
    TRAINING = "A10"
    OFFLINE = "W01"
    LIST_OLD = "W02"
    ENDS_SOON = "W03"
    ENDS_BEFORE_EVENT = "W04"
    CHILD_COUNT = "W05"
    LAST_ONES = "W06"
    QUOTA_SHARED_OFFLINE = "W07"
    UNKNOWN_OLD_LIST = "W08"
    ID_HINT = "W09"
    SCANNED_JUST_NOW = "W10"
    UNREADABLE = "R01"
    BAD_FORMAT = "R02"
    OTHER_CARD = "R03"
    UNKNOWN = "R10"
    NOT_YET = "R11"
    EXPIRED = "R12"
    CLOSED = "R13"
    REPLACED = "R14"
    AREA_ENDED = "R15"
    AREA_NOT_STARTED = "R16"
    LOCAL_CARD = "R20"
    LOCAL_OFFER = "R21"
    VENUE_OUT = "R22"
    POPUP_ENDED = "R23"
    NOT_INCLUDED = "R24"
    NOT_OPEN = "R25"
    ENDED = "R26"
    CANCELLED = "R27"
    NO_BOOKING = "R28"
    BOOKING_RELEASED = "R29"
    QUOTA_FULL = "R30"
    SOLD_OUT = "R31"
    ALREADY = "R32"
    CARD_LIMIT = "R33"
    CHILD_LIMIT = "R34"
    CHILD_COURSE = "R35"
    CHILD_ALONE = "R36"
    CHILD_AGE = "R37"
    NO_RIGHTS_HERE = "R38"
    COURSE_LIMIT = "R40"
    COURSE_FULL = "R41"
    COURSE_CLOSED = "R42"
    COMMUNITY_ALONE = "R50"
    COMMUNITY_COURSE = "R51"
    COMMUNITY_USED = "R52"
    MEMBER_INVALID = "R53"
    COMMUNITY_CLOSED = "R54"
    CLOCK = "R60"
    NO_LIST = "R61"
    NO_RIGHT = "R62"
    NOT_SAVED = "R63"
    LIST_TOO_OLD = "R64"
    UNDO_TOO_LATE = "R70"
    DUPLICATE = "S01"
    CARD_CLOSED = "S02"
    OVER_QUOTA = "S03"
    UNKNOWN_CARD = "S04"
    ALREADY_RECEIVED = "S05"
    REJECTED_DATA = "S06"

    @property
    def declines(self) -> bool:
        """Whether the code is a refusal."""
        return self.value.startswith("R")


OVERRIDABLE = frozenset(
    {
        Reason.QUOTA_FULL,
        Reason.NO_RIGHTS_HERE,
        Reason.SOLD_OUT,
        Reason.COURSE_FULL,
        Reason.ALREADY,
        Reason.CARD_LIMIT,
        Reason.COURSE_LIMIT,
        Reason.CHILD_LIMIT,
        Reason.CLOCK,
        Reason.LIST_TOO_OLD,
        Reason.NO_RIGHT,
    }
)
"""What a manager may override, with a PIN and a logged reason. Never a closed card, a local-only area or a missing list."""


class Remedy(StrEnum):
    """What would make it valid; each has a text of its own."""

    SCAN_AGAIN = "scan_again"
    CHECK_CODE = "check_code"
    SHOW_KAIKUKORTTI = "show_kaikukortti"
    ASK_ISSUER = "ask_issuer"
    RENEW = "renew"
    COME_FROM = "come_from"
    SHOW_NEW_CARD = "show_new_card"
    OWN_AREA = "own_area"
    OTHER_OFFER = "other_offer"
    OTHER_DAY = "other_day"
    OTHER_DESK = "other_desk"
    FEWER_CHILDREN = "fewer_children"
    NO_CHILDREN = "no_children"
    HOLDER_COMES = "holder_comes"
    SCAN_MEMBERS = "scan_members"
    WITHOUT_MEMBER = "without_member"
    TAKE_NOW = "take_now"
    WAITING_LIST = "waiting_list"
    SET_CLOCK = "set_clock"
    FETCH_LIST = "fetch_list"
    OTHER_COMMUNITY_CARD = "other_community_card"
    ASK_MANAGER = "ask_manager"
    ASK_SUPPORT = "ask_support"
    TRY_AGAIN = "try_again"


Param = str | int | bool | date | datetime | Names | Period | Reason | Refusal | None
"""A value in a sentence or a trace; formatted by locale at the very edge. Never a card code or a token."""

NOTHING: Mapping[str, Param] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Finding:
    """A code with the values of its sentence, e.g. ``Finding(Reason.EXPIRED, {"date": date(2018, 9, 30)})``."""

    reason: Reason
    params: Mapping[str, Param] = field(default_factory=lambda: NOTHING)


class Outcome(StrEnum):
    """How one check went; SKIPPED where it has no meaning for this case."""

    PASSED = "passed"
    NOTED = "noted"
    DECLINED = "declined"
    OVERRIDDEN = "overridden"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule's answer.

    Attributes:
        rule: the rule's name, e.g. ``area_window``.
        finding: the code it raised, for every outcome but PASSED and SKIPPED.
        used: the values that it looked at.
        as_of: when the data behind it was made at the hub, or of when the other desks' news is (aware); None where it is the
            desk's own.
        remedy: what would make it valid, where it declined.
    """

    rule: str
    outcome: Outcome
    finding: Finding | None = None
    used: Mapping[str, Param] = field(default_factory=lambda: NOTHING)
    as_of: datetime | None = None
    remedy: Remedy | None = None


Trace = tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Give:
    """Give the tickets.

    Attributes:
        main: the `A…` code that says what to do.
        tickets: what is given when the clerk confirms.
        also: further `A…` codes beside it (A07 for an assistant; in training, the code that would have held).
        notes: `W…` codes.
        quota_use: how many of the tickets come out of the quotas.
        provisional: whether an unknown card is accepted to be checked later.
        overridden: declines that a manager lifted.
        collects: id of the reservation that this giving collects, or "".
        booked: what that reservation holds; None where none is collected.
    """

    main: Finding
    tickets: Tickets
    trace: Trace
    also: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    quota_use: int = 0
    provisional: bool = False
    overridden: tuple[Reason, ...] = ()
    collects: str = ""
    booked: Tickets | None = None


@dataclass(frozen=True, slots=True)
class Choose:
    """A group of which some cards do not hold: go on without them, or cancel.

    Attributes:
        main: R53 for the first failing member.
        without: positions (from 1) of the members to leave out.
        more: R53 for the other failing members.
    """

    main: Finding
    without: tuple[int, ...]
    trace: Trace
    more: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Decline:
    """Give nothing. The first blocking reason leads; the rest is under "more"."""

    main: Finding
    trace: Trace
    more: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


Verdict = Give | Choose | Decline
