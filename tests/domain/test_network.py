"""What network data must be to be data at all; the rest of it is tested through the verdicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from tests.domain.world import AREAS, EXHIBITION, PLAY, THEATRE, TONIGHT
from validator.domain.card import CardToken, TokenKey
from validator.domain.code import CardCode
from validator.domain.network import RULES_2018, RULES_2025, CardLimit, Names, Period, Window, rules_on
from validator.domain.party import Party
from validator.domain.redemption import Tickets

NAIVE = datetime(2018, 10, 13, 17, 30)  # noqa: DTZ001  what must be refused


@pytest.mark.parametrize(("value", "change"), [
    (THEATRE, {"zone": "Europe/Kajaani"}),
    (THEATRE, {"zone": "../etc/passwd"}),
    (THEATRE, {"zone": ""}),
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
