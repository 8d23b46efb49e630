"""What other desks may still give: the rights that are out, beside those that a desk holds itself, as the hub says them.

1. The hub says sums by slot, of the coming days, with every pass. A desk that hears nothing has old ones, and says how old.
2. Rights that a desk holds itself are not among them: it knows those better than the hub does. So what it gives moves from what it
   holds to what was given, and counts once, whether the hub has heard of it or not.
3. A number that is typed here is obeyed here at once. Of its own rights a desk gives no more than the number has room for; what is
   at other desks may be given whatever the number says, until they have heard of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.rights import Slot


@dataclass(frozen=True, slots=True)
class Lent:
    """How many rights for a slot of a venue are out elsewhere."""

    venue: str
    slot: Slot
    out: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of a venue's desks have heard of a number."""

    heard: int
    desks: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The hub's last word on the coming days.

    Attributes:
        at: of when it is; None where there was none yet.
        lent: rights at other desks by the number that they came out of.
        reach: numbers that not all desks have heard of.
    """

    at: datetime | None = None
    lent: Counter[QuotaKey] = field(default_factory=Counter)
    reach: Mapping[QuotaKey, Reach] = field(default_factory=dict)


def keys_of(venue: str, slot: Slot) -> tuple[QuotaKey, ...]:
    """The quotas that a right for this slot comes out of."""
    keys = (QuotaKey(QuotaScope.VENUE, venue, slot.visit), QuotaKey(QuotaScope.OFFER, slot.offer, slot.visit))
    if slot.performance is None:
        return keys
    return (*keys, QuotaKey(QuotaScope.PERFORMANCE, slot.performance, slot.visit))


def by_number(rows: Iterable[Lent]) -> Counter[QuotaKey]:
    """The sums by the number that they came out of."""
    found = Counter[QuotaKey]()
    for row in rows:
        for key in keys_of(row.venue, row.slot):
            found[key] += row.out
    return found


def over_by(value: int | None, given: int, lent: int, here: int) -> int:
    """By how many tickets a number may be gone over.

    Args:
        value: the number; None for none.
        given: tickets given and held by reservations.
        lent: rights at other desks.
        here: rights at this one, which obeys the number.
    """
    if value is None:
        return 0
    mine = min(here, max(0, value - given))
    return max(0, given + mine + lent - value)
