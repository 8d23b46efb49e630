"""How many free tickets there are for a date of visit, and a desk's own share of them.

A quota belongs to one date of visit and to the whole venue, one offer, or one performance. All that apply must have room; the
smallest remainder is what the clerk sees. No quota means unlimited, a quota of 0 closed. Lowering a quota below what was given
withdraws nothing: what is left is then 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MOST_TICKETS = 10_000
"""In one quota, and in one event: more is a slip, of a finger or of a program. Desk and hub both hold to it."""


class QuotaScope(StrEnum):
    """What a quota belongs to."""

    VENUE = "venue"
    OFFER = "offer"
    PERFORMANCE = "performance"


class QuotaMode(StrEnum):
    """Whether an offline desk may go over: strict never, trusting with every ticket over marked."""

    STRICT = "strict"
    TRUSTING = "trusting"


@dataclass(frozen=True, slots=True)
class QuotaKey:
    """Names one quota: ``target`` is the id of the venue, offer or performance."""

    scope: QuotaScope
    target: str
    visit: date


@dataclass(frozen=True, slots=True)
class Quota:
    """A manager's number for one date of visit; ``value`` None means that no number is set."""

    key: QuotaKey
    value: int | None
    mode: QuotaMode = QuotaMode.STRICT
    sold_out: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class QuotaState:
    """A quota and the tickets already given (and held by reservations) out of it, as far as this desk knows."""

    quota: Quota
    used: int

    @property
    def left(self) -> int | None:
        """Tickets left, never below 0; None where no number is set."""
        return None if self.quota.value is None else max(0, self.quota.value - self.used)

    @property
    def over(self) -> int:
        """By how many tickets the quota is exceeded, e.g. after it was lowered."""
        return 0 if self.quota.value is None else max(0, self.used - self.quota.value)


@dataclass(frozen=True, slots=True)
class Lease:
    """A desk's rights for one offer or performance on one date of visit.

    ``granted`` is the cumulative total that the hub has granted in this epoch, so that a lost or repeated answer grants
    nothing twice; ``spent`` and ``returned`` are the desk's own cumulative totals.
    """

    target: str
    visit: date
    epoch: int
    granted: int = 0
    spent: int = 0
    returned: int = 0

    @property
    def left(self) -> int:
        """Rights that this desk may still turn into tickets."""
        return self.granted - self.spent - self.returned

    def grant(self, total: int) -> Lease:
        """The lease after hearing of a cumulative grant; an older, smaller total changes nothing."""
        return replace(self, granted=max(self.granted, total))

    def spend(self, tickets: int) -> Lease | None:
        """The lease after giving ``tickets``, or None where the rights do not suffice."""
        return replace(self, spent=self.spent + tickets) if 0 <= tickets <= self.left else None

    def give_back(self) -> Lease:
        """The lease after handing every unused right back to the hub."""
        return replace(self, returned=self.returned + self.left)


def smallest_left(states: Iterable[QuotaState]) -> int | None:
    """The smallest remainder of all quotas that apply; None where none is set."""
    return min((state.left for state in states if state.left is not None), default=None)


def visit_day(instant: datetime, zone: str, day_ends: time) -> date:
    """The date of visit at ``instant``: the venue's own calendar day, counted until its cut-off at night."""
    try:
        local = instant.astimezone(ZoneInfo(zone))
        return local.date() - timedelta(days=1) if local.time() < day_ends else local.date()
    except OverflowError:  # the very ends of time
        return instant.date()
