"""All that a verdict rests on, gathered before it is asked for, so that the decision itself reads nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from validator.domain.card import Card
from validator.domain.code import Recognised, Unrecognised
from validator.domain.network import HELSINKI, Area, Offer, Performance, RuleSet, Venue
from validator.domain.policy import Policy, Stamp
from validator.domain.quota import QuotaState
from validator.domain.redemption import Redemption, Reservation
from validator.domain.verdict import Reason


@dataclass(frozen=True, slots=True)
class Member:
    """A personal card scanned into a community card's group."""

    reading: Recognised | Unrecognised
    card: Card | None = None
    history: tuple[Redemption, ...] = ()
    reservations: tuple[Reservation, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the desk knows at this moment.

    Attributes:
        card: the register's row, or None where the token is not in the list.
        history: the card's redemptions at this venue, from every desk, as far as this desk has heard.
        reservations: the card's reservations at this venue.
        members: the group of a community card, in the order of scanning.
        visit: the date of visit.
        quotas: every quota that applies to this offer and date.
        rights: rights left in this desk's own lease, or None where the desk needs none here.
        stamp: the last complete and verified list, or None where there is none.
        quotas_at: when the hub had told all of the venue's numbers and of its other desks; None where it never had.
        online: whether the hub answered last time.
        clock_trusted: whether the desk's clock is above suspicion.
        overrides: declines that a manager has lifted for this giving.
        next_day: another date of visit with tickets left, to suggest.
    """

    venue: Venue
    offer: Offer
    performance: Performance | None
    visit: date
    areas: tuple[Area, ...]
    card: Card | None = None
    history: tuple[Redemption, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    members: tuple[Member, ...] = ()
    quotas: tuple[QuotaState, ...] = ()
    rights: int | None = None
    rule_sets: tuple[RuleSet, ...] = ()
    stamp: Stamp | None = None
    quotas_at: datetime | None = None
    policy: Policy = field(default_factory=Policy)
    online: bool = True
    clock_trusted: bool = True
    training: bool = False
    overrides: frozenset[Reason] = frozenset()
    next_day: date | None = None

    @property
    def collect_by(self) -> datetime:
        """Until when a booking is held: some minutes before the start, or to the end of the venue's day of visit."""
        try:
            if self.performance is not None:
                return self.performance.starts_at - timedelta(minutes=self.offer.hold_minutes)
            next_day = self.visit + timedelta(days=1)
            return datetime.combine(next_day, self.venue.day_ends, ZoneInfo(self.venue.zone))
        except OverflowError:  # the very ends of time
            return datetime.combine(self.visit, time(0), HELSINKI)

    def area(self, area_id: str | None) -> Area | None:
        """The area of this id, or None."""
        return next((area for area in self.areas if area.id == area_id), None)
