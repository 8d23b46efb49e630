"""Every card's area at every area's offer on every day that matters, against the rule as one would say it aloud."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest

from tests.domain.world import AREAS, EXHIBITION, READ, THEATRE, at, card
from validator.domain.decide import decide
from validator.domain.network import HELSINKI, RULES_2018, RULES_2025, Area, Window
from validator.domain.party import Party
from validator.domain.policy import Stamp
from validator.domain.quota import visit_day
from validator.domain.verdict import Reason

EDGES = sorted(
    {
        edge + timedelta(days=step)
        for area in AREAS
        for edge in (area.window.start, area.window.end)
        if edge is not None
        for step in (-1, 0, 1)
    }
    | {date(2018, 3, 25), date(2018, 10, 28), date(2018, 4, 30), date(2019, 1, 1), date(2025, 1, 1)}
)
MOMENTS = (time(0, 0), time(3, 30), time(12, 0), time(23, 59, 59))


def says(card_area: Area, offer_area: Area, moment: datetime) -> Reason:
    """The verdict for a long-lived card at an exhibition today."""
    facts = at(
        EXHIBITION,
        venue=replace(THEATRE, area=offer_area.id),
        visit=visit_day(moment, THEATRE.zone, THEATRE.day_ends),
        card=card(area=card_area.id, valid_from=date(2010, 1, 1), valid_to=date(2030, 1, 1)),
        stamp=Stamp(1, moment),
    )
    return decide(READ, Party(), facts, moment).main.reason


def said_aloud(card_area: str, offer_area: str, day: date) -> Reason:
    """The source texts' rule, by hand: windows, then Savonlinna both ways, then the venue's own area."""
    begins = {
        "lappeenranta": date(2017, 6, 1),
        "savonlinna": date(2018, 2, 1),
        "karkkila": date(2018, 5, 1),
        "oulu": date(2018, 6, 25),
    }
    ends = {
        "lappeenranta": date(2018, 12, 31),
        "savonlinna": date(2018, 12, 31),
        "karkkila": date(2018, 12, 31),
        "oulu": date(2019, 12, 31),
    }
    if day > ends.get(card_area, date.max):
        return Reason.AREA_ENDED
    if day < begins.get(card_area, date.min):
        return Reason.AREA_NOT_STARTED
    local = date(2018, 2, 1) <= day <= date(2018, 12, 31)
    if local and card_area == "savonlinna" != offer_area:
        return Reason.LOCAL_CARD
    if local and offer_area == "savonlinna" != card_area:
        return Reason.LOCAL_OFFER
    if not begins.get(offer_area, date.min) <= day <= ends.get(offer_area, date.max):
        return Reason.VENUE_OUT
    return Reason.OK


@pytest.mark.parametrize("card_area", AREAS, ids=lambda area: area.id)
@pytest.mark.parametrize("offer_area", AREAS, ids=lambda area: area.id)
def test_area_by_area_by_day(card_area: Area, offer_area: Area) -> None:
    for day, clock in product(EDGES, MOMENTS):
        moment = datetime.combine(day, clock, HELSINKI)
        assert says(card_area, offer_area, moment) == said_aloud(card_area.id, offer_area.id, day), moment


def test_a_day_ends_at_midnight_in_helsinki_whatever_utc_says() -> None:
    karkkila = next(area for area in AREAS if area.id == "karkkila")
    last = datetime(2018, 12, 31, 21, 59, 59, tzinfo=UTC)
    assert says(karkkila, karkkila, last) == Reason.OK
    assert says(karkkila, karkkila, last + timedelta(seconds=1)) == Reason.AREA_ENDED


@pytest.mark.parametrize("night", [date(2018, 3, 24), date(2018, 10, 27)])
def test_the_nights_on_which_clocks_change(night: date) -> None:
    espoo = next(area for area in AREAS if area.id == "espoo")
    start = datetime.combine(night, time(20, 0), HELSINKI).astimezone(UTC)
    for quarter in range(40):
        assert says(espoo, espoo, start + timedelta(minutes=15 * quarter)) == Reason.OK


def test_the_card_of_one_day_is_valid_all_of_it_on_a_long_day() -> None:
    day = date(2018, 10, 28)  # 25 hours
    facts = at(EXHIBITION, visit=day, card=card(valid_from=day, valid_to=day))
    moment, inside = datetime.combine(day, time(0), HELSINKI).astimezone(UTC), 0
    for _ in range(26 * 4):
        says_now = decide(READ, Party(), facts, moment).main.reason
        inside += says_now is Reason.OK
        moment += timedelta(minutes=15)
    assert inside == 25 * 4


def test_later_rules_know_no_local_only() -> None:
    savonlinna = replace(AREAS[3], window=replace(AREAS[3].window, end=None), local=Window(date(2018, 2, 1)))
    moment = datetime(2025, 3, 1, 12, tzinfo=HELSINKI)
    facts = at(
        EXHIBITION,
        visit=moment.date(),
        areas=(AREAS[1], savonlinna),
        card=card(area="savonlinna", valid_to=date(2026, 1, 1)),
        stamp=Stamp(1, moment),
    )
    assert decide(READ, Party(), facts, moment).main.reason is Reason.OK
    assert decide(READ, Party(), replace(facts, rule_sets=()), moment).main.reason is Reason.LOCAL_CARD


@pytest.mark.parametrize(("age", "year", "verdict"), [
    (15, 2018, Reason.OK_CHILDREN),
    (16, 2018, Reason.CHILD_AGE),
    (16, 2024, Reason.CHILD_AGE),
    (17, 2025, Reason.OK_CHILDREN),
    (18, 2025, Reason.CHILD_AGE),
])  # fmt: skip
def test_the_childs_age_follows_the_rules_of_the_day_of_visit(age: int, year: int, verdict: Reason) -> None:
    moment = datetime(year, 9, 1, 12, tzinfo=HELSINKI)
    facts = at(
        EXHIBITION,
        visit=moment.date(),
        card=card(valid_to=date(2030, 1, 1)),
        stamp=Stamp(1, moment),
        rule_sets=(RULES_2018, RULES_2025),
    )
    assert decide(READ, Party(1, child_age=age), facts, moment).main.reason is verdict
