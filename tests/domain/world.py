"""A small network with the six real areas of autumn 2018, and facts to start from. Each test changes what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from validator.domain.card import Card, CardKind
from validator.domain.code import CardCode, Problem, Recognised, Unrecognised
from validator.domain.facts import Facts, Member
from validator.domain.network import (
    DEFAULT_LIMITS,
    HELSINKI,
    RULES_2018,
    RULES_2025,
    Area,
    Names,
    Offer,
    OfferKind,
    Performance,
    Venue,
    VenueKind,
    Window,
)
from validator.domain.policy import Stamp
from validator.domain.quota import Quota, QuotaKey, QuotaMode, QuotaScope, QuotaState
from validator.domain.redemption import Booking, Redemption, Reservation, Tickets

NOW = datetime(2018, 10, 13, 17, 30, tzinfo=HELSINKI)
TODAY = NOW.date()
PILOT_END = date(2018, 12, 31)

ESPOO = Area("espoo", Names("Espoo", "Esbo"))
KAINUU = Area("kainuu", Names("Kainuu", "Kajanaland"))
LAPPEENRANTA = Area(
    "lappeenranta", Names("Lappeenranta", "Villmanstrand"), Window(date(2017, 6, 1), PILOT_END)
)
SAVONLINNA = Area(
    "savonlinna",
    Names("Savonlinna", "Nyslott"),
    Window(date(2018, 2, 1), PILOT_END),
    Window(date(2018, 2, 1), PILOT_END),
)
KARKKILA = Area("karkkila", Names("Karkkila", "Högfors"), Window(date(2018, 5, 1), PILOT_END))
OULU = Area("oulu", Names("Oulu", "Uleåborg"), Window(date(2018, 6, 25), date(2019, 12, 31)))
AREAS = (ESPOO, KAINUU, LAPPEENRANTA, SAVONLINNA, KARKKILA, OULU)

THEATRE = Venue("theatre", Names("Teatteri"), VenueKind.THEATRE, "kainuu")
PLAY = Offer("play", "theatre", Names("Tuntematon"), limits=DEFAULT_LIMITS[OfferKind.PERFORMANCE])
TONIGHT = Performance("tonight", "play", NOW + timedelta(minutes=90), NOW + timedelta(hours=4))
EXHIBITION = Offer(
    "exhibition",
    "theatre",
    Names("Näyttely"),
    OfferKind.ADMISSION,
    limits=DEFAULT_LIMITS[OfferKind.ADMISSION],
)
COURSE = Offer(
    "course", "theatre", Names("Keramiikka"), OfferKind.COURSE, limits=DEFAULT_LIMITS[OfferKind.COURSE]
)
LESSON = Performance("lesson", "course", NOW + timedelta(days=3), NOW + timedelta(days=3, hours=2))
POPUP = Venue(
    "popup",
    Names("Taidemuseo"),
    VenueKind.POPUP,
    None,
    Window(date(2018, 1, 1), PILOT_END),
    benefit=Names("vapaa pääsy", "fritt inträde", "free entry"),
)
BENEFIT = Offer("benefit", "popup", Names("Etu"), OfferKind.POPUP, limits=DEFAULT_LIMITS[OfferKind.POPUP])

CARD = Card("card-1", CardKind.PERSONAL, "kainuu", date(2018, 3, 1), date(2019, 2, 28), children=2)
COMMUNITY = Card("community-1", CardKind.COMMUNITY, "kainuu", date(2018, 3, 1), date(2019, 2, 28))
READ = Recognised(CardCode("ABCDEFGHX7"), repaired=False)
UNREAD = Unrecognised(Problem.UNREADABLE, None)

FACTS = Facts(
    venue=THEATRE,
    offer=PLAY,
    performance=TONIGHT,
    visit=TODAY,
    areas=AREAS,
    card=CARD,
    rule_sets=(RULES_2018, RULES_2025),
    stamp=Stamp(7, NOW - timedelta(minutes=4)),
    quotas_at=NOW - timedelta(minutes=4),
)


def facts(**changes: Any) -> Facts:
    """The usual facts with some of them changed."""
    return replace(FACTS, **changes)


def at(offer: Offer, performance: Performance | None = None, venue: Venue = THEATRE, **changes: Any) -> Facts:
    """The usual facts at another offer."""
    return facts(venue=venue, offer=offer, performance=performance, **changes)


def card(**changes: Any) -> Card:
    """The usual card with some of it changed."""
    return replace(CARD, **changes)


def member(number: int, **changes: Any) -> Member:
    """A group's member with a card of their own."""
    return Member(READ, card(id=f"member-{number}", **changes))


def group(*members: Member, **changes: Any) -> Facts:
    """A community card and its group."""
    return facts(card=changes.pop("card", COMMUNITY), members=members, **changes)


def quota(value: int | None, used: int = 0, mode: QuotaMode = QuotaMode.STRICT, **changes: Any) -> QuotaState:
    """A quota on the play tonight."""
    return QuotaState(Quota(QuotaKey(QuotaScope.OFFER, "play", TODAY), value, mode, **changes), used)


def used(
    offer: str = "play",
    performance: str | None = "tonight",
    visit: date = TODAY,
    given_at: datetime = NOW - timedelta(hours=1),
    **changes: Any,
) -> Redemption:
    """Tickets that the card was given before."""
    whole: dict[str, Any] = {
        "id": f"g/{offer}/{visit}",
        "giving": f"g/{offer}/{visit}",
        "card": "card-1",
        "tickets": Tickets(1),
        "desk": "desk-2",
    } | changes
    return Redemption(
        offer=offer, performance=performance, visit=visit, given_at=given_at.astimezone(UTC), **whole
    )


def booked(state: Booking = Booking.HELD, **changes: Any) -> Reservation:
    """A reservation of three tickets for tonight."""
    whole: dict[str, Any] = {
        "id": "booking-1",
        "card": "card-1",
        "offer": "play",
        "performance": "tonight",
        "visit": TODAY,
        "tickets": Tickets(1, 2),
        "made_at": NOW - timedelta(days=5),
        "collect_by": TONIGHT.starts_at - timedelta(minutes=15),
        "quota_use": 3,
        "state": state,
    }
    return Reservation(**(whole | changes))
