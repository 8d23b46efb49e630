"""The soak's network: two venues, their performances of tomorrow, strict numbers on all of them, and cards enough."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

from sync.hub import trust
from sync.hub.hub import Hub
from tests.sync.stage import Till, statuses
from validator.domain.card import CardKind
from validator.domain.code import CardCode, check_character
from validator.domain.network import (
    HELSINKI,
    Area,
    CardLimit,
    Names,
    Offer,
    Performance,
    Period,
    Venue,
    VenueKind,
)

VENUES = ("theatre", "opera")
OFFERS, SHOWS = 3, 4
"""Of a venue, and of an offer."""
CARDS = 600


def code(number: int) -> str:
    """The code of card number so-and-so."""
    body = f"KAIKU{number:04}"
    return CardCode(body + check_character(body)).reveal()


def visit_of(hub: Hub) -> date:
    """Tomorrow: no cut-off falls into the soak."""
    return hub.clock.now().astimezone(HELSINKI).date() + timedelta(days=1)


def set_up(folder: Path, url: str, tickets: int) -> date:
    """Make the hub; ``tickets`` is what one performance has, and every second one a quarter of it."""
    with Hub.create(folder, url, name="Soak") as hub:
        visit = visit_of(hub)
        with hub.change() as register:
            register.put_area(Area("espoo", Names("Espoo")))
            for venue in VENUES:
                register.put_venue(Venue(venue, Names(venue.title()), VenueKind.THEATRE, "espoo"))
            for venue, offer, shows in _programme():
                once = (CardLimit(1, Period.PERFORMANCE),)
                register.put_offer(Offer(offer, venue, Names(offer), limits=once))
                for number, show in enumerate(shows):
                    start = datetime.combine(visit, time(12 + number), HELSINKI)
                    register.put_performance(Performance(show, offer, start, start + timedelta(minutes=50)))
            for number in range(CARDS):
                year = (visit - timedelta(days=30), visit + timedelta(days=300))
                register.add_card(CardCode(code(number)), CardKind.PERSONAL, "espoo", *year, children=2)
        for venue in VENUES:
            _set_numbers(hub, venue, visit, tickets)
    return visit


def _programme() -> list[tuple[str, str, tuple[str, ...]]]:
    offers = [(venue, f"{venue}-{number}") for venue in VENUES for number in range(OFFERS)]
    return [(venue, offer, tuple(f"{offer}-{show}" for show in range(SHOWS))) for venue, offer in offers]


def _set_numbers(hub: Hub, venue: str, visit: date, tickets: int) -> None:
    """By a manager's desk that is then gone, and holds no share."""
    till, whole = Till.at(hub, venue), 0
    events = []
    where = {"venue": venue, "visit": visit.isoformat()}
    for _, offer, shows in (each for each in _programme() if each[0] == venue):
        numbers = [tickets if number % 2 else max(2, tickets // 4) for number, _ in enumerate(shows)]
        events += [
            till.quota(number, "performance", show, **where)
            for show, number in zip(shows, numbers, strict=True)
        ]
        events.append(till.quota(sum(numbers) * 9 // 10, "offer", offer, **where))
        whole += sum(numbers)
    events.append(till.quota(whole * 8 // 10, "venue", venue, **where))
    answers = till.push(*events)
    assert set(statuses(answers)) == {"accepted"}, answers
    with hub.database.write() as tx:
        trust.revoke(tx, till.desk, hub.clock.now())
