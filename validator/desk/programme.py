"""The venue's programme for one date of visit, as lines to choose from: performances by time, then what is open all day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from validator.desk.asking import Choice, QuotaTarget
from validator.desk.means import venue_of
from validator.domain.elsewhere import keys_of
from validator.domain.network import Network, Offer, OfferKind, Performance, Venue
from validator.domain.quota import QuotaKey, QuotaScope, visit_day

_LAST = datetime.max.replace(tzinfo=UTC)


def choices(network: Network, venues: Iterable[str], day: date) -> tuple[Choice, ...]:
    """What can be chosen at these venues on this date of visit, whether or not anything is left of it."""
    serving = set(venues)
    found: list[tuple[datetime, str, Choice]] = []
    for venue in network.venues:
        if venue.id not in serving:
            continue
        for offer in network.offers:
            if offer.venue == venue.id:
                found += [_sorted(show, offer, day) for show in _shows(network, venue, offer, day)]
    return tuple(choice for _, _, choice in sorted(found, key=lambda each: each[:2]))


def enrolments(network: Network, venues: Iterable[str], day: date) -> tuple[Choice, ...]:
    """The courses at these venues that have not begun by ``day``, soonest first: one enrols for them ahead of their start."""
    serving = set(venues)
    found: list[tuple[date, str, Choice]] = []
    for venue in network.venues:
        courses = (offer for offer in network.offers if offer.venue == venue.id)
        for offer in courses if venue.id in serving else ():
            if offer.kind is not OfferKind.COURSE:
                continue
            shows = sorted(
                (show for show in network.performances if show.offer == offer.id),
                key=lambda show: show.starts_at,
            )
            first = visit_day(shows[0].starts_at, venue.zone, venue.day_ends) if shows else offer.days.start
            if first is not None and first > day:
                found.append((first, offer.id, Choice(offer.id, shows[0].id if shows else None, first)))
    return tuple(choice for _, _, choice in sorted(found, key=lambda each: each[:2]))


def house_of(network: Network, target: QuotaTarget) -> Venue:
    """The venue of what a column of the manager's table is for."""
    match target:
        case Venue():
            return target
        case Offer():
            return venue_of(network, target.venue)
        case Performance():
            return venue_of(network, offer_of(network, target).venue)


def offer_of(network: Network, show: Performance) -> Offer:
    """What is shown."""
    return next(offer for offer in network.offers if offer.id == show.offer)


def quota_keys(venue: Venue, choice: Choice) -> tuple[QuotaKey, ...]:
    """Every quota that could apply to a choice."""
    return keys_of(venue.id, choice)


def quota_key(target: QuotaTarget, visit: date) -> QuotaKey:
    """The number that is set for this on a date of visit."""
    match target:
        case Venue():
            return QuotaKey(QuotaScope.VENUE, target.id, visit)
        case Offer():
            return QuotaKey(QuotaScope.OFFER, target.id, visit)
        case Performance():
            return QuotaKey(QuotaScope.PERFORMANCE, target.id, visit)


def _shows(network: Network, venue: Venue, offer: Offer, day: date) -> Iterator[Performance | None]:
    shows = [show for show in network.performances if show.offer == offer.id]
    if shows:
        yield from (show for show in shows if visit_day(show.starts_at, venue.zone, venue.day_ends) == day)
    elif offer.days.holds(day) and offer.kind is not OfferKind.PERFORMANCE:
        yield None


def _sorted(show: Performance | None, offer: Offer, day: date) -> tuple[datetime, str, Choice]:
    if show is None:
        return (_LAST, offer.id, Choice(offer.id, None, day))
    return (show.starts_at, offer.id, Choice(offer.id, show.id, day))


def choice_for(network: Network, offer: Offer, now: datetime) -> Choice:
    """The choice that naming an offer alone means: its performance that runs or comes next, else its last, else today.

    A course is enrolled for before it begins: its first day, then. Any other offer outside its days is chosen for today all the
    same: the verdict says what is the matter.
    """
    venue = next(venue for venue in network.venues if venue.id == offer.venue)
    shows = sorted(
        (show for show in network.performances if show.offer == offer.id), key=lambda show: show.starts_at
    )
    today = visit_day(now, venue.zone, venue.day_ends)
    if not shows:
        first = offer.days.start if offer.kind is OfferKind.COURSE else None
        return Choice(offer.id, None, today if first is None else max(today, first))
    show = next((show for show in shows if show.ends_at > now), shows[-1])
    return Choice(offer.id, show.id, visit_day(show.starts_at, venue.zone, venue.day_ends))
