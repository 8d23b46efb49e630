"""One case: all that the rules look at, and the few ways in which they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from validator.domain.card import Card, CardKind
from validator.domain.code import Recognised, Unrecognised
from validator.domain.facts import Facts, Member
from validator.domain.network import HELSINKI, Area, OfferKind, RuleSet, VenueKind, rules_on
from validator.domain.party import Party, Purpose
from validator.domain.quota import visit_day
from validator.domain.redemption import Booking, Reservation, Tickets
from validator.domain.verdict import NOTHING, OVERRIDABLE, Check, Finding, Outcome, Param, Reason, Remedy

Checks = tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What is asked, what is known, and when."""

    reading: Recognised | Unrecognised
    party: Party
    facts: Facts
    now: datetime

    @property
    def card(self) -> Card | None:
        """The card that was read, where it is in the list."""
        return self.facts.card

    @property
    def community(self) -> bool:
        """Whether a community card was read."""
        return self.card is not None and self.card.kind is CardKind.COMMUNITY

    @property
    def course(self) -> bool:
        """Whether the offer is a course."""
        return self.facts.offer.kind is OfferKind.COURSE

    @property
    def popup(self) -> bool:
        """Whether the venue stands outside the areas with a benefit of its own."""
        return self.facts.venue.kind is VenueKind.POPUP

    @property
    def today(self) -> date:
        """The calendar day in Helsinki on which the ticket is taken."""
        return local_day(self.now, HELSINKI)

    @property
    def visit_today(self) -> date:
        """The date of visit that it is now: the venue's own day, counted until its cut-off at night."""
        return visit_day(self.now, self.facts.venue.zone, self.facts.venue.day_ends)

    @property
    def rules(self) -> RuleSet:
        """The rule set in force on the date of visit."""
        return rules_on(self.facts.visit, self.facts.rule_sets)

    @property
    def card_area(self) -> Area | None:
        """The area that issued the card."""
        return None if self.card is None else self.facts.area(self.card.area)

    @property
    def offer_area(self) -> Area | None:
        """The area of the venue; None for a pop-up."""
        return self.facts.area(self.facts.venue.area)

    @property
    def list_age(self) -> timedelta | None:
        """How old the card list is; None where there is none."""
        return None if self.facts.stamp is None else self.now - self.facts.stamp.made_at

    @property
    def listed_at(self) -> datetime | None:
        """When the card list was made."""
        return None if self.facts.stamp is None else self.facts.stamp.made_at

    @property
    def ruled_at(self) -> datetime | None:
        """When the hub told the programme and the rule sets."""
        stamp = self.facts.stamp
        return None if stamp is None else stamp.rules_at or stamp.made_at

    @property
    def booking(self) -> Reservation | None:
        """The reservation that this card holds here, where it is collected now."""
        if self.party.purpose is Purpose.RESERVE:
            return None
        return next((booking for booking in self.bookings if booking.state is Booking.HELD), None)

    def came(self, booking: Reservation) -> Tickets:
        """Of what a booking holds, what is handed over: one ticket for each member of a group, and for those who came along."""
        held, who = booking.tickets, self.party
        adults = len(self.facts.members) if self.community else held.adults
        if not who.counted:
            return replace(held, adults=adults)
        return replace(
            held,
            adults=adults,
            children=min(held.children, who.children),
            assistants=min(held.assistants, who.assistants),
        )

    @property
    def bookings(self) -> tuple[Reservation, ...]:
        """The card's reservations for this performance, or for this offer and date of visit."""
        return tuple(
            booking
            for booking in self.facts.reservations
            if self.same_event(booking.offer, booking.performance, booking.visit)
        )

    def same_event(self, offer: str, performance: str | None, visit: date) -> bool:
        """Whether something booked was booked for this very event.

        A course without dates of its own is one event for all its days: a place on it is taken once, whatever the day.
        """
        mine = self.facts.performance
        if mine is not None:
            return performance == mine.id
        if (offer, performance) != (self.facts.offer.id, None):
            return False
        return visit == self.facts.visit or (self.course and self.facts.offer.days.holds(visit))

    def of(self, member: Member) -> Case:
        """The case of one member of the group, judged like any holder alone."""
        facts = replace(
            self.facts, card=member.card, history=member.history, reservations=member.reservations
        )
        return Case(member.reading, Party(), facts, self.now)


def local_day(instant: datetime, zone: ZoneInfo) -> date:
    """The calendar day of an instant in a zone; at the very ends of time, where zones overflow, the instant's own."""
    try:
        return instant.astimezone(zone).date()
    except OverflowError:
        return instant.date()


def lifted(check: Check, overrides: frozenset[Reason]) -> Check:
    """A decline that a manager lifted stays in the trace as what it is."""
    lifts = (
        check.outcome is Outcome.DECLINED
        and check.finding is not None
        and check.finding.reason in overrides & OVERRIDABLE
    )
    return replace(check, outcome=Outcome.OVERRIDDEN) if lifts else check


def skipped(rule: str) -> Checks:
    """The rule has no meaning for this case."""
    return (Check(rule, Outcome.SKIPPED),)


def passed(rule: str, used: Mapping[str, Param] = NOTHING, *, as_of: datetime | None = None) -> Checks:
    """The rule finds nothing."""
    return (Check(rule, Outcome.PASSED, None, used, as_of),)


def noted(
    rule: str,
    reason: Reason,
    params: Mapping[str, Param] = NOTHING,
    *,
    used: Mapping[str, Param] = NOTHING,
    as_of: datetime | None = None,
) -> Checks:
    """The rule has something to say, and does not stand in the way."""
    return (Check(rule, Outcome.NOTED, Finding(reason, params), used or params, as_of),)


def declined(
    rule: str,
    reason: Reason,
    params: Mapping[str, Param] = NOTHING,
    *,
    remedy: Remedy,
    used: Mapping[str, Param] = NOTHING,
    as_of: datetime | None = None,
) -> Checks:
    """The rule stands in the way; ``remedy`` is what would make it valid."""
    return (Check(rule, Outcome.DECLINED, Finding(reason, params), used or params, as_of, remedy),)
