"""The offer on the date of visit: covered, not cancelled, open, not over, not sold out."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from validator.domain.party import Purpose
from validator.domain.rules.case import Case, Checks, declined, passed, skipped
from validator.domain.verdict import Reason, Remedy


def included(case: Case) -> Checks:
    """R24: Kaikukortti covers the offer, and the offer this kind of card."""
    offer = case.facts.offer
    used = {"included": offer.included, "community": offer.community}
    if not offer.included or (case.community and not offer.community and not case.course):
        return declined(
            "included", Reason.NOT_INCLUDED, remedy=Remedy.OTHER_OFFER, used=used, as_of=case.listed_at
        )
    return passed("included", used, as_of=case.listed_at)


def cancelled(case: Case) -> Checks:
    """R27: neither the offer nor its performance is cancelled."""
    show = case.facts.performance
    if case.facts.offer.cancelled or (show is not None and show.cancelled):
        return declined("cancelled", Reason.CANCELLED, remedy=Remedy.OTHER_OFFER, as_of=case.listed_at)
    return passed("cancelled", as_of=case.listed_at)


def over(case: Case) -> Checks:
    """R26 and, for a course, R42: neither the event nor the time for taking tickets is over.

    A pop-up's days are its own rule (R23). Collecting is possible until the event ends, whenever giving closed; booking only
    until bookings must be collected.
    """
    facts, offer, show = case.facts, case.facts.offer, case.facts.performance
    used = {"visit": facts.visit, "closes": offer.closes_at, "ends": None if show is None else show.ends_at}
    closed = offer.closes_at is not None and case.now >= offer.closes_at and case.booking is None
    ended = case.now >= show.ends_at if show is not None else facts.visit < case.visit_today
    late = case.party.purpose is Purpose.RESERVE and case.now >= facts.collect_by
    if closed or ended or late or (offer.days.over(facts.visit) and not case.popup):
        reason = Reason.COURSE_CLOSED if case.course else Reason.ENDED
        return declined("over", reason, remedy=Remedy.OTHER_OFFER, used=used, as_of=case.listed_at)
    return passed("over", used, as_of=case.listed_at)


def bookable(case: Case) -> Checks:
    """R25 and, for a course, R42: tickets are given already, and for this date of visit."""
    offer, visit = case.facts.offer, case.facts.visit
    opens = offer.opens_at
    if offer.days.start is not None and visit < offer.days.start and not case.popup:
        opens = datetime.combine(offer.days.start, time(0), ZoneInfo(case.facts.venue.zone))
    elif opens is None or case.now >= opens:
        return passed("bookable", {"opens": offer.opens_at}, as_of=case.listed_at)
    reason = Reason.COURSE_CLOSED if case.course else Reason.NOT_OPEN
    return declined("bookable", reason, {"time": opens}, remedy=Remedy.COME_FROM, as_of=case.listed_at)


def sold_out(case: Case) -> Checks:
    """R31: nobody has switched it to sold out. What a booking holds is held."""
    if case.booking is not None:
        return skipped("sold_out")
    show, facts = case.facts.performance, case.facts
    switched = any(state.quota.sold_out for state in facts.quotas)
    if facts.offer.sold_out or switched or (show is not None and show.sold_out):
        reason = Reason.COURSE_FULL if case.course else Reason.SOLD_OUT
        remedy = Remedy.WAITING_LIST if case.course else Remedy.OTHER_DAY
        return declined("sold_out", reason, remedy=remedy, as_of=case.listed_at)
    return passed("sold_out", as_of=case.listed_at)
