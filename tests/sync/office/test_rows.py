from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.importing.kinds import Kind, Standing
from sync.hub.importing.rows import SORTS, Refused, RowReader, Taken
from sync.hub.register import CardEntry
from tests.sync.stage import code
from validator.domain.card import CardKind
from validator.domain.code import CodeFormat
from validator.domain.network import (
    HELSINKI,
    RULES_2018,
    Area,
    Names,
    Network,
    Offer,
    Performance,
    Venue,
    VenueKind,
)

START = datetime(2018, 10, 13, 19, tzinfo=HELSINKI)


def standing() -> Standing:
    """A register with two areas, two venues, two offers, a performance and a card."""
    names = Names("X")
    network = Network(
        (Area("espoo", names), Area("kainuu", names, municipalities=("Kajaani", "Sotkamo"))),
        (
            Venue("theatre", names, VenueKind.THEATRE, "espoo"),
            Venue("museum", names, VenueKind.MUSEUM, "espoo"),
        ),
        (Offer("play", "theatre", names), Offer("entry", "museum", names)),
        (Performance("tonight", "play", START, START + timedelta(hours=2)),),
        (RULES_2018,),
    )
    found = Standing.of(network, CodeFormat())
    entry = CardEntry(code(1), CardKind.PERSONAL, "espoo", date(2018, 1, 1), date(2018, 12, 31))
    found.cards[code(1).reveal()] = entry
    return found


def read(kind: str, row: Mapping[str, object]) -> Taken | Refused:
    return RowReader(Kind(kind), standing()).read(1, row)


AREA: dict[str, object] = {"id": "x", "name_fi": "X"}
VENUE: dict[str, object] = AREA | {"kind": "theatre", "area": "espoo"}
OFFER: dict[str, object] = AREA | {"kind": "course", "venue": "theatre"}
SHOW: dict[str, object] = {
    "id": "x",
    "offer": "play",
    "starts_at": "1.5.2018 19:00",
    "ends_at": "1.5.2018 21:00",
}
CARD: dict[str, object] = {
    "code": code(2).reveal(),
    "kind": "personal",
    "area": "espoo",
    "valid_from": "2018-05-01",
    "valid_to": "2019-04-30",
}
RULES: dict[str, object] = {"id": "x", "from": "2025-01-01", "child_under": 18}


def test_what_is_whole_is_new() -> None:
    for kind, row in (
        ("areas", AREA),
        ("venues", VENUE),
        ("offers", OFFER),
        ("performances", SHOW),
        ("cards", CARD),
        ("rule_sets", RULES),
        ("municipalities", {"municipality": "Espoo", "area": "espoo"}),
    ):
        taken = read(kind, row)
        assert isinstance(taken, Taken)
        assert taken.is_new


@pytest.mark.parametrize(
    ("kind", "row", "reason"),
    [
        ("areas", AREA | {"name_fi": " "}, "name_fi: is missing"),
        ("areas", AREA | {"from": "2018-05-01", "to": "2018-04-30"}, "to: lies before from"),
        ("areas", AREA | {"from": "9/2014", "to": "15/2018"}, "to: names month 15, which does not exist"),
        (
            "areas",
            AREA | {"local_from": "2018-05", "local_to": "2018-04"},
            "local_to: lies before local_from",
        ),
        (
            "areas",
            AREA | {"municipalities": "Sotkamo"},
            "municipality: another area has it on some of the same days",
        ),
        ("municipalities", {"municipality": "X", "area": "mars"}, "area: the register has no such area"),
        (
            "municipalities",
            {"municipality": "Sotkamo", "area": "espoo"},
            "municipality: another area has it on some of the same days",
        ),
        (
            "rule_sets",
            RULES | {"from": "2024-12-31"},
            "from, to: another rule set is in force on some of these days",
        ),
        ("rule_sets", RULES | {"child_under": ""}, "child_under: is missing"),
        ("venues", VENUE | {"area": ""}, "area: is missing"),
        ("venues", VENUE | {"area": "mars"}, "area: the register has no such area"),
        ("venues", VENUE | {"areas": "espoo|mars"}, "areas: the register has no such area"),
        ("venues", VENUE | {"zone": "Mars/Base"}, "zone: is no zone such as Europe/Helsinki"),
        (
            "venues",
            VENUE | {"kind": "popup"},
            "area: a pop-up stands outside the areas; benefit_fi: a pop-up needs a benefit",
        ),
        (
            "venues",
            VENUE | {"kind": "palace"},
            "kind: is none of theatre, concert, festival, museum, sport, college, popup, other",
        ),
        ("offers", OFFER | {"venue": "nowhere"}, "venue: the register has no such venue"),
        ("offers", OFFER | {"id": "play", "venue": "museum"}, "venue: the offer belongs to another venue"),
        ("offers", OFFER | {"assistants": -1}, "assistants: is negative"),
        ("offers", OFFER | {"assistants": 100}, "assistants: is more than 99"),
        ("offers", OFFER | {"hold_minutes": 10_081}, "hold_minutes: is more than 10080"),
        (
            "offers",
            OFFER | {"opens_at": "1.5.2018 10:00", "closes_at": "1.5.2018 10:00"},
            "closes_at: does not lie after opens_at",
        ),
        (
            "offers",
            OFFER | {"opens_at": "28.10.2018 03:30"},
            "opens_at: lies in the hour that the clocks pass twice: add the offset from UTC",
        ),
        ("performances", SHOW | {"ends_at": "1.5.2018 19:00"}, "ends_at: does not lie after starts_at"),
        (
            "performances",
            SHOW | {"ends_at": "1.5.2081 19:00"},
            "ends_at: lies more than a year after starts_at",
        ),
        ("performances", SHOW | {"offer": "nothing"}, "offer: the register has no such offer"),
        (
            "performances",
            SHOW | {"id": "tonight", "offer": "entry"},
            "offer: the performance belongs to another offer",
        ),
        (
            "performances",
            SHOW | {"starts_at": START.isoformat(), "ends_at": "2018-10-13 22:00"},
            "starts_at: another performance of the offer starts at the same instant",
        ),
        ("cards", CARD | {"code": "A"}, "code: has not the form of this network's codes"),
        ("cards", CARD | {"code": "ABCDEFGHIJ"}, "code: has a wrong check character: a sign is mistyped"),
        ("cards", CARD | {"code": 12}, "code: has not the form of this network's codes"),
        ("cards", CARD | {"code": ["A"]}, "code: is no text"),
        ("cards", CARD | {"area": "mars"}, "area: the register has no such area"),
        ("cards", CARD | {"valid_to": "2018-04-30"}, "valid_to: lies before valid_from"),
        ("cards", CARD | {"children": "-1"}, "children: is negative"),
        ("cards", CARD | {"kind": "community", "children": 1}, "children: a community card counts none"),
        ("cards", CARD | {"status": "lost"}, "status: is none of active, closed, replaced"),
        (
            "cards",
            CARD | {"valid_from": "", "valid_to": None},
            "valid_from: is missing; valid_to: is missing",
        ),
    ],
)
def test_each_fault_is_told_in_plain_words(kind: str, row: dict[str, object], reason: str) -> None:
    refused = read(kind, row)
    assert isinstance(refused, Refused)
    assert "; ".join(refused.reasons) == reason


def test_a_network_without_check_characters_takes_any_code_of_its_form() -> None:
    found = standing()
    found.code_format = CodeFormat("[A-ZÅÄÖ0-9]{4,20}", None)
    assert isinstance(RowReader(Kind.CARDS, found).read(1, CARD | {"code": "äö-12 34"}), Taken)
    found.code_format = CodeFormat("[A-ZÅÄÖ0-9]{4,20}")
    refused = RowReader(Kind.CARDS, found).read(1, CARD | {"code": "ÄÖ1234"})
    assert isinstance(refused, Refused)


def test_spaces_and_hyphens_in_a_code_are_for_the_eye() -> None:
    plain = code(1).reveal()
    row = CARD | {
        "code": f" {plain[:5].lower()}-{plain[5:]} ",
        "valid_from": "2018-01-01",
        "valid_to": "2018-12-31",
    }
    taken = read("cards", row)
    assert isinstance(taken, Taken)
    assert taken.is_same


def test_an_empty_cell_is_the_default_and_a_missing_column_leaves_what_stands() -> None:
    found = standing()
    found.areas["espoo"] = Area("espoo", Names("Espoo", "Esbo"), contact="0100 000 000")
    reader = RowReader(Kind.AREAS, found)
    same = reader.read(1, {"id": "espoo", "name_fi": "Espoo"})
    assert isinstance(same, Taken)
    assert same.is_same
    emptied = RowReader(Kind.AREAS, found).read(1, {"id": "espoo", "name_sv": "", "contact": " "})
    assert isinstance(emptied, Taken)
    assert emptied.changes == ("name_sv was Esbo, is nothing", "contact was 0100 000 000, is nothing")


CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3000),
    st.text(max_size=8),
    st.lists(st.text(max_size=4), max_size=2),
    st.sampled_from(
        [
            *(
                "espoo",
                "kainuu",
                "mars",
                "theatre",
                "popup",
                "course",
                "personal",
                "community",
                "active",
                "closed",
            ),
            *(
                "play",
                "tonight",
                "x",
                "2018-05",
                "15/2018",
                "31.12.2018",
                "2018-10-28 03:30",
                "2018-10-13T19:00+03:00",
            ),
            *(
                "none",
                "2 per week",
                "1 per term at the venue",
                "yes",
                "no",
                code(1).reveal(),
                code(2).reveal(),
            ),
            *(
                "Europe/Helsinki",
                "America/New_York",
                "Mars/Base",
                "04:00",
                "Sotkamo|Kajaani",
                "autumn 8-1 12-31",
            ),
        ]
    ),
)


@given(data=st.data())
def test_any_rows_in_any_order_are_taken_or_refused(data: st.DataObject) -> None:
    """Nothing raises; what was taken stands, and taken again it is the same."""
    found = standing()
    for _ in range(3):
        kind = data.draw(st.sampled_from(list(Kind)))
        row: dict[str, Any] = data.draw(
            st.dictionaries(st.sampled_from([*SORTS[kind].columns, "note"]), CELL, min_size=1)
        )
        outcome = RowReader(kind, found).read(1, row)
        if isinstance(outcome, Refused):
            assert all(outcome.reasons)
            continue
        sort = SORTS[kind]
        assert sort.find(found, sort.key(outcome.value)) == outcome.value
        again = RowReader(kind, found).read(1, row)
        assert isinstance(again, Taken)
        assert again.is_same


@given(data=st.data())
def test_a_value_taken_apart_and_built_again_is_itself(data: st.DataObject) -> None:
    found = standing()
    values: list[tuple[Kind, Any]] = [
        *((Kind.AREAS, area) for area in found.areas.values()),
        *((Kind.VENUES, venue) for venue in found.venues.values()),
        *((Kind.OFFERS, offer) for offer in found.offers.values()),
        *((Kind.PERFORMANCES, show) for show in found.performances.values()),
        *((Kind.RULE_SETS, rules) for rules in found.rule_sets.values()),
        *((Kind.CARDS, card) for card in found.cards.values()),
    ]
    kind, value = data.draw(st.sampled_from(values))
    sort = SORTS[kind]
    assert sort.build(sort.take_apart(value), found, value) == value
