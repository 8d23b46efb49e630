"""Unmet demand: customers whom a quota alone kept from a ticket, as counts without any card.

1. Counted is a customer to whom the answer was no for want of room (R30, R38, and R41 for a course) and for nothing else. A closed
   card at a full house is no demand that more tickets would meet.
2. The count is made when the customer has gone without a ticket: the next card is read, another offer is chosen, or the screen has
   cleared. Who comes down to fewer tickets and gets them, or is let in by a manager, has not asked in vain.
3. A card counts once for an offer (or performance) and date of visit while the program runs, however often it is read.
4. Training counts nothing, nor does a mere look by a command.
5. A count belongs to the hour of the answer. It only grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from validator.domain.rights import Slot
from validator.domain.verdict import Decline, Outcome, Verdict

_ROOM = frozenset({"rights", "quota"})


@dataclass(frozen=True, slots=True)
class Asked:
    """How many asked in vain for a slot within one hour (its beginning, in UTC)."""

    slot: Slot
    hour: datetime
    count: int


def unmet(verdict: Verdict) -> bool:
    """Whether the want of room alone stands in the way (rule 1)."""
    declined = {check.rule for check in verdict.trace if check.outcome is Outcome.DECLINED}
    return isinstance(verdict, Decline) and bool(declined) and declined <= _ROOM


def hour_of(instant: datetime) -> datetime:
    """The hour that an instant lies in."""
    return instant.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
