"""Graded answers to old lists and doubtful clocks, and the numbers behind notes. All of it is data that the hub sets and signs.

A desk lives on three lists, each of which grows old by itself, because each can come while another does not:

- the **cards** of every area;
- the **quotas**: the venue's numbers, what its other desks gave, and this desk's rights;
- the **rules**: the programme, the areas and the rule sets.

What each grade of each list does to a verdict is `validator.domain.rules.lists`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum

LONGEST = timedelta(days=3660)
"""No duration of a policy is longer: instants that are reckoned with it stay within the calendar."""


class Listed(StrEnum):
    """What grows old."""

    CARDS = "cards"
    QUOTAS = "quotas"
    RULES = "rules"


class Grade(StrEnum):
    """How old a list is, from the last complete and verified one."""

    FRESH = "fresh"
    NOTICE = "notice"
    BANNER = "banner"
    STOP = "stop"

    @property
    def gravity(self) -> int:
        """0 for a fresh list, 3 for one that stops."""
        return tuple(Grade).index(self)


@dataclass(frozen=True, slots=True)
class Ages:
    """From which age on a list has the graver grades."""

    notice: timedelta
    banner: timedelta
    stop: timedelta


@dataclass(frozen=True, slots=True)
class Policy:
    """Numbers of the network.

    Attributes:
        version: grows with every change at the hub; 0: the program's own numbers.
        notice_after: the card list's age from which W02 is noted and an unknown card may be accepted provisionally.
        provisional: whether unknown cards may be accepted on an old list at all.
        last_ones: W06 is noted when so many tickets or fewer are left.
        ends_soon: W03 is noted when a card ends within this time.
        again_within: W10 is noted when a card was given tickets this short a time ago.
        child_notice: W05 is noted above so many children where the register has no count.
        child_ceiling: the stepper's end where the register has no count.

    Raises:
        ValueError: a duration is negative or endless, or a list would be stopped before it is noticed.
    """

    notice_after: timedelta = timedelta(hours=24)
    banner_after: timedelta = timedelta(days=7)
    stop_after: timedelta = timedelta(days=30)
    provisional: bool = True
    last_ones: int = 5
    ends_soon: timedelta = timedelta(days=30)
    again_within: timedelta = timedelta(seconds=10)
    child_notice: int = 5
    child_ceiling: int = 10
    clock_tolerance: timedelta = timedelta(minutes=5)
    quotas_notice_after: timedelta = timedelta(hours=24)
    quotas_banner_after: timedelta = timedelta(days=7)
    quotas_stop_after: timedelta = timedelta(days=30)
    rules_notice_after: timedelta = timedelta(hours=24)
    rules_banner_after: timedelta = timedelta(days=7)
    rules_stop_after: timedelta = timedelta(days=30)
    version: int = 0

    def __post_init__(self) -> None:
        values = [getattr(self, each.name) for each in fields(self)]
        is_bounded = all(timedelta(0) <= value <= LONGEST for value in values if isinstance(value, timedelta))
        in_order = all(
            ages.notice <= ages.banner <= ages.stop for ages in (self.ages(listed) for listed in Listed)
        )
        if not is_bounded or not in_order or self.version < 0:
            msg = "a duration of the policy is out of bounds, or a list's grades are out of order"
            raise ValueError(msg)

    def ages(self, listed: Listed) -> Ages:
        """From which ages on this list has the graver grades."""
        if listed is Listed.CARDS:
            return Ages(self.notice_after, self.banner_after, self.stop_after)
        if listed is Listed.QUOTAS:
            return Ages(self.quotas_notice_after, self.quotas_banner_after, self.quotas_stop_after)
        return Ages(self.rules_notice_after, self.rules_banner_after, self.rules_stop_after)

    def grade(self, age: timedelta | None, listed: Listed = Listed.CARDS) -> Grade:
        """The grade of a list of this age (None: it never came whole).

        A list from the future counts as fresh: the clock's check deals with that.
        """
        ages = self.ages(listed)
        if age is None or age > ages.stop:
            return Grade.STOP
        if age > ages.banner:
            return Grade.BANNER
        return Grade.NOTICE if age > ages.notice else Grade.FRESH


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which list a desk holds.

    Attributes:
        version: the card list's.
        made_at: when the hub made the card list (aware).
        rules_at: when the hub told the programme and the rule sets, where that was at another time.
    """

    version: int
    made_at: datetime
    rules_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ListState:
    """How one list stands at a desk.

    Attributes:
        at: of when it is; None where it never came whole.
        until: when it stops; None where it never came whole.
    """

    listed: Listed
    grade: Grade
    at: datetime | None
    until: datetime | None

    @classmethod
    def of(cls, listed: Listed, at: datetime | None, policy: Policy, now: datetime) -> ListState:
        """The state of a list of ``at``."""
        if at is None:
            return cls(listed, policy.grade(None, listed), None, None)
        return cls(listed, policy.grade(now - at, listed), at, at + policy.ages(listed).stop)


def lists_of(
    stamp: Stamp, quotas_at: datetime | None, policy: Policy, now: datetime
) -> tuple[ListState, ...]:
    """How each of a desk's lists stands."""
    made = {
        Listed.CARDS: stamp.made_at,
        Listed.QUOTAS: quotas_at,
        Listed.RULES: stamp.rules_at or stamp.made_at,
    }
    return tuple(ListState.of(listed, at, policy, now) for listed, at in made.items())


def gravest(states: tuple[ListState, ...]) -> ListState | None:
    """The list that stands worst; of equal ones the first. None where there is no list."""
    return max(states, key=lambda state: state.grade.gravity, default=None)
