"""What network data must be to be data at all; the rest of it is tested through the verdicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tests.domain.world import AREAS, EXHIBITION, NOW, PLAY, THEATRE, TODAY, TONIGHT
from validator.domain.card import CardToken, TokenKey
from validator.domain.code import CardCode
from validator.domain.network import (
    DEFAULT_LIMITS,
    RULES_2018,
    RULES_2025,
    Area,
    CardLimit,
    Category,
    Names,
    Network,
    Offer,
    OfferKind,
    Performance,
    Period,
    RuleSet,
    Term,
    Venue,
    VenueKind,
    Window,
    rules_on,
)
from validator.domain.party import Party, Purpose, Representative
from validator.domain.policy import Policy
from validator.domain.quota import Quota, QuotaKey, QuotaMode, QuotaScope
from validator.domain.redemption import Booking, Redemption, Reservation, Tickets

NAIVE = datetime(2018, 10, 13, 17, 30)  # noqa: DTZ001  what must be refused


@pytest.mark.parametrize(("value", "change"), [
    (PLAY, {"opens_at": NAIVE}),
    (PLAY, {"closes_at": NAIVE}),
    (PLAY, {"assistants": -1}),
    (PLAY, {"hold_minutes": -1}),
    (TONIGHT, {"starts_at": NAIVE}),
    (TONIGHT, {"ends_at": NAIVE}),
    (CardLimit(1, Period.DAY), {"count": 0}),
    (Party(), {"children": -1}),
    (Party(), {"assistants": -1}),
    (Party(), {"child_age": -1}),
    (Tickets(), {"adults": -1}),
])  # fmt: skip
def test_nonsense_is_refused_where_it_is_made(value: Any, change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".{10}"):
        replace(value, **change)


@pytest.mark.parametrize("zone", ["Europe/Kajaani", "../etc/passwd", "", "Europe"])
def test_a_zone_that_is_none(zone: str) -> None:
    with pytest.raises(ValueError, match="a venue's zone is an IANA name"):
        replace(THEATRE, zone=zone)


def test_nought_is_a_number() -> None:
    offer = replace(PLAY, assistants=0, hold_minutes=0)
    assert (offer.assistants, offer.hold_minutes, Party(child_age=0).child_age) == (0, 0, 0)


def test_the_rule_sets_that_ship() -> None:
    terms = (
        Term("autumn", (8, 1), (12, 31)),
        Term("spring", (1, 1), (5, 31)),
        Term("summer", (6, 1), (7, 31)),
    )
    assert RuleSet("2018", Window(None, date(2024, 12, 31)), 16, True, False, terms) == RULES_2018
    assert RuleSet("2025", Window(date(2025, 1, 1), None), 18, False, True, terms) == RULES_2025
    assert Network().rule_sets == (RULES_2018, RULES_2025)


def test_what_an_offer_means_that_names_no_limit() -> None:
    assert {
        OfferKind.PERFORMANCE: (CardLimit(1, Period.PERFORMANCE),),
        OfferKind.ADMISSION: (CardLimit(1, Period.DAY),),
        OfferKind.POPUP: (CardLimit(1, Period.DAY),),
        OfferKind.COURSE: (CardLimit(1, Period.PERFORMANCE),),
        OfferKind.PASS: (),
    } == DEFAULT_LIMITS


def test_what_holds_where_data_says_nothing() -> None:
    """Lists leave out what is as usual, so the usual must not change."""
    name = Names("x")
    assert Venue("v", name) == Venue(
        "v",
        name,
        VenueKind.OTHER,
        None,
        Window(None, None),
        "Europe/Helsinki",
        time(0),
        None,
        frozenset(),
        False,
    )
    assert Offer("o", "v", name) == Offer(
        "o", "v", name, OfferKind.PERFORMANCE, Category.CULTURE, True, Window(), None, None, (),
        True, True, 1, False, True, 15, False, False,
    )  # fmt: skip
    assert Area("a", name) == Area("a", name, Window(), None, (), "")
    assert CardLimit(1, Period.DAY) == CardLimit(1, Period.DAY, False)
    show = Performance("p", "o", NOW, NOW)
    assert show == Performance("p", "o", NOW, NOW, False, False)
    assert Party() == Party(0, 0, True, None, Representative.WORKER, Purpose.TAKE)
    assert Tickets() == Tickets(0, 0, 0, 0)
    key = QuotaKey(QuotaScope.OFFER, "o", TODAY)
    assert Quota(key, 1) == Quota(key, 1, QuotaMode.STRICT, False, 0)
    redemption = Redemption("r", "g", "c", "o", None, TODAY, Tickets(1), NOW, "d")
    assert redemption == Redemption(
        "r", "g", "c", "o", None, TODAY, Tickets(1), NOW, "d", "performance", 0, False
    )
    reservation = Reservation("r", "c", "o", None, TODAY, Tickets(1), NOW, NOW)
    assert reservation == Reservation("r", "c", "o", None, TODAY, Tickets(1), NOW, NOW, 0, Booking.HELD)


def test_the_policys_numbers() -> None:
    assert Policy() == Policy(
        timedelta(days=1),
        timedelta(days=7),
        timedelta(days=30),
        True,
        5,
        timedelta(days=30),
        timedelta(seconds=10),
        5,
        10,
        timedelta(minutes=5),
    )


def test_names_fall_back_to_finnish() -> None:
    name = Names("Espoo", "Esbo")
    assert [name.spoken(language) for language in ("fi", "sv", "en", "selko")] == [
        "Espoo",
        "Esbo",
        "Espoo",
        "Espoo",
    ]


def test_a_window_includes_both_its_ends() -> None:
    window = Window(date(2018, 5, 1), date(2018, 12, 31))
    days = [date(2018, 4, 30), date(2018, 5, 1), date(2018, 12, 31), date(2019, 1, 1)]
    assert [window.holds(day) for day in days] == [False, True, True, False]
    assert Window().holds(date.min)
    assert Window().holds(date.max)


def test_rule_sets_by_day() -> None:
    both = (RULES_2018, RULES_2025)
    assert rules_on(date(2024, 12, 31), both) is RULES_2018
    assert rules_on(date(2025, 1, 1), both) is RULES_2025
    assert rules_on(date(2030, 1, 1), ()) is RULES_2018


def test_a_token_says_nothing_of_the_code_and_differs_by_key() -> None:
    code = CardCode("ABCDEFGHX7")
    one, other = (CardToken.of(code, TokenKey(secret, 1)) for secret in (b"a" * 32, b"b" * 32))
    assert one != other
    assert len(one.digest) == 16
    assert one.digest.hex() not in repr(one)
    assert "aaaa" not in repr(TokenKey(b"a" * 32, 1))
    assert CardToken.of(code, TokenKey(b"a" * 32, 1)) == one


def test_the_world_of_these_tests_is_sound() -> None:
    assert EXHIBITION.venue == THEATRE.id
    assert len({area.id for area in AREAS}) == 6
