"""What the card was used for before, at this venue and as far as this desk knows: bookings, this event, limits.

Every check says of when the other desks' news is: what was given there since, this desk cannot know.
"""

from __future__ import annotations

from datetime import date, timedelta

from validator.domain.network import CardLimit, Period, Term
from validator.domain.party import Purpose
from validator.domain.redemption import Booking, Redemption, Reservation
from validator.domain.rules.case import Case, Checks, declined, passed, skipped
from validator.domain.verdict import Reason, Remedy


def booking(case: Case) -> Checks:
    """R28, R29: who comes to collect must hold a booking.

    R29 says that nobody came in time, so it is said of no booking that was let go before that.
    """
    heard = case.facts.quotas_at
    if case.booking is not None:
        return passed("booking", {"collect_by": case.booking.collect_by}, as_of=heard)
    if case.party.purpose is not Purpose.COLLECT:
        return skipped("booking")
    released = [
        each for each in case.bookings if each.state is Booking.RELEASED and case.now >= each.collect_by
    ]
    if released:
        latest = max(each.collect_by for each in released)
        return declined(
            "booking", Reason.BOOKING_RELEASED, {"time": latest}, remedy=Remedy.TAKE_NOW, as_of=heard
        )
    return declined("booking", Reason.NO_BOOKING, remedy=Remedy.TAKE_NOW, as_of=heard)


def already(case: Case) -> Checks:
    """R32 and, for a community card's representative, R52: one use for this very event (A7, A14)."""
    here = [each for each in _standing(case) if case.same_event(each.offer, each.performance, each.visit)]
    used, heard = {"n": len(here)}, case.facts.quotas_at
    held = case.party.purpose is Purpose.RESERVE and any(each.state is Booking.HELD for each in case.bookings)
    if case.community:
        if held or any(each.tickets.representatives for each in here):
            return declined(
                "already", Reason.COMMUNITY_USED, remedy=Remedy.OTHER_COMMUNITY_CARD, used=used, as_of=heard
            )
        return passed("already", used, as_of=heard)
    if held or (here and any(_once_an_event(limit, case) for limit in case.facts.offer.limits)):
        since = max((each.given_at for each in here), default=None)
        return declined(
            "already", Reason.ALREADY, {"time": since}, remedy=Remedy.OTHER_OFFER, used=used, as_of=heard
        )
    return passed("already", used, as_of=heard)


def card_limit(case: Case) -> Checks:
    """R33 and, for a course, R40: the venue's own limit per card and period of the date of visit (A7, A12).

    What a booking holds counts as used, and so is not counted again when it is collected.
    """
    if case.community or case.booking is not None:
        return skipped("card_limit")
    held = (each for each in case.facts.reservations if each.state is Booking.HELD)
    taken: tuple[Redemption | Reservation, ...] = (*_standing(case), *held)
    for limit in case.facts.offer.limits:
        uses = [each for each in taken if _counts(limit, each, case)]
        if len(uses) < limit.count or (limit.period is Period.PERFORMANCE and limit.count == 1):
            continue
        again = _next(limit.period, case.facts.visit, case.rules.terms)
        return declined(
            "card_limit",
            Reason.COURSE_LIMIT if case.course else Reason.CARD_LIMIT,
            {"n": limit.count, "period": limit.period, "date": again},
            remedy=Remedy.OTHER_OFFER if again is None else Remedy.COME_FROM,
            used={"n": len(uses), "limit": limit.count, "period": limit.period},
            as_of=case.facts.quotas_at,
        )
    return passed("card_limit", {"n": len(taken)}, as_of=case.facts.quotas_at)


def _standing(case: Case) -> tuple[Redemption, ...]:
    return tuple(each for each in case.facts.history if not each.voided)


def _once_an_event(limit: CardLimit, case: Case) -> bool:
    whole_event = limit.period is Period.PERFORMANCE or (
        limit.period is Period.DAY and case.facts.performance is None
    )
    return limit.count == 1 and whole_event


def _counts(limit: CardLimit, use: Redemption | Reservation, case: Case) -> bool:
    facts = case.facts
    if limit.period is Period.PERFORMANCE:
        return case.same_event(use.offer, use.performance, use.visit)
    ours = use.offer == facts.offer.id or (
        # A reservation does not say its offer's kind: it counts for its own offer.
        limit.venue_wide and isinstance(use, Redemption) and use.kind == facts.offer.kind.value
    )
    period = _period(limit.period, facts.visit, case.rules.terms)
    return ours and period is not None and period == _period(limit.period, use.visit, case.rules.terms)


def _period(period: Period, day: date, terms: tuple[Term, ...]) -> object:
    """A name for the calendar period that holds ``day``, equal for days of one period; None outside every term."""
    match period:
        case Period.WEEK:
            return day.isocalendar()[:2]
        case Period.MONTH:
            return (day.year, day.month)
        case Period.YEAR:
            return day.year
        case Period.TERM:
            return next(
                ((day.year, term.id) for term in terms if term.first <= (day.month, day.day) <= term.last),
                None,
            )
        case _:
            return day


def _next(period: Period, day: date, terms: tuple[Term, ...]) -> date | None:
    """The first day after ``day`` that lies in another such period; None for an event, or at the end of time."""
    if period is Period.PERFORMANCE:
        return None
    here = _period(period, day, terms)
    try:
        days = (day + timedelta(days=ahead) for ahead in range(1, 367))
        return next((later for later in days if _period(period, later, terms) not in (here, None)), None)
    except OverflowError:
        return None
