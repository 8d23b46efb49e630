"""How many free tickets there are for a date of visit.

A quota belongs to one date of visit and to the whole venue, one offer, or one performance. All that apply must have room; the
smallest remainder is what the clerk sees. No quota means unlimited, a quota of 0 closed. Lowering a quota below what was given
withdraws nothing: what is left is then 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MOST_TICKETS = 10_000
"""In one quota, and in one event: more is a slip, of a finger or of a program. Desk and hub both hold to it."""


COMING_DAYS = 14
"""Today and the days after it: what a manager's table shows, and of what the hub tells how much is at other desks."""


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
    """A quota and the tickets already given (and held by reservations) out of it, as far as this desk knows.

    ``leased``: the hub's own word on it is a strict number, so that only rights make tickets (`validator.domain.rights`).
    """

    quota: Quota
    used: int
    leased: bool = False

    @property
    def left(self) -> int | None:
        """Tickets left, never below 0; None where no number is set."""
        return None if self.quota.value is None else max(0, self.quota.value - self.used)

    @property
    def over(self) -> int:
        """By how many tickets the quota is exceeded, e.g. after it was lowered."""
        return 0 if self.quota.value is None else max(0, self.used - self.quota.value)


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
