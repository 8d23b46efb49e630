import re
from collections import Counter
from datetime import date, datetime, timedelta
from importlib.resources import as_file, files
from typing import Any

import pytest

from sync.hub import sample
from sync.hub.hub import Hub
from sync.hub.importing import import_files
from tests.sync.office.sampled import decide_command, sample_file
from validator.desk.programme import choices
from validator.domain.card import Card, CardKind, CardStatus
from validator.domain.code import CardRead, Recognised, Source, interpret
from validator.domain.decide import offer_problem
from validator.domain.facts import Facts
from validator.domain.network import HELSINKI, Network
from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.verdict import Give, Reason

FIRST, LAST = date(2018, 4, 30), date(2019, 1, 1)
DAYS = [FIRST + timedelta(days=ahead) for ahead in range((LAST - FIRST).days + 1)]
AREAS = {"espoo", "kainuu", "lappeenranta", "savonlinna", "karkkila", "oulu"}
LISTED = sample.listing()
STEPS: list[dict[str, Any]] = LISTED["steps"]


@pytest.fixture
def sample_hub(empty_hub: Hub) -> Hub:
    sample.load(empty_hub)
    return empty_hub


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    with Hub.create(tmp_path_factory.mktemp("hub")) as hub:
        sample.load(hub)
        with hub.read() as register:
            return register.network()


def as_card(row: dict[str, Any]) -> Card:
    return Card(
        row["label"],
        CardKind(row["kind"]),
        row["area"],
        date.fromisoformat(row["valid_from"]),
        date.fromisoformat(row["valid_to"]),
        CardStatus(row["status"]),
        row["children"],
    )


def test_the_sample_comes_in_whole(sample_hub: Hub) -> None:
    with sample_hub.read() as register:
        network, cards = register.network(), list(register.cards())
    assert {area.id for area in network.areas} == AREAS
    assert {offer.id for offer in network.offers} == {offer["id"] for offer in LISTED["offers"]}
    assert {card.code.reveal() for card in cards} == {card["code"] for card in LISTED["cards"]}
    assert [rules.id for rules in network.rule_sets] == ["2018", "2025"]


def test_it_is_a_list_like_any_other(sample_hub: Hub) -> None:
    with as_file(files("assets") / "sample") as folder:
        reports = import_files(sample_hub, [folder / name for name in reversed(sample.LISTS)])
    assert Counter(report.added + report.changed + report.quarantined for report in reports) == {
        0: len(reports)
    }


def test_the_areas_have_the_windows_of_their_pilots(network: Network) -> None:
    windows = {area.id: (area.window.start, area.window.end) for area in network.areas}
    assert windows == {
        "espoo": (None, None),
        "kainuu": (None, None),
        "lappeenranta": (date(2017, 6, 1), date(2018, 12, 31)),
        "savonlinna": (date(2018, 2, 1), date(2018, 12, 31)),
        "karkkila": (date(2018, 5, 1), date(2018, 12, 31)),
        "oulu": (date(2018, 6, 25), date(2019, 12, 31)),
    }
    local = {area.id: (area.local.start, area.local.end) for area in network.areas if area.local}
    assert local == {"savonlinna": (date(2018, 2, 1), date(2018, 12, 31))}


def test_the_demo_begins_on_its_autumn_evening() -> None:
    assert sample.demo_instant() == datetime(2018, 10, 13, 17, 30, tzinfo=HELSINKI)
    assert sample.demo_desk_venue() == "kainuu-theatre"


def test_every_area_has_an_offer_that_is_open_every_day(network: Network) -> None:
    areas = {venue.id: venue.area for venue in network.venues}
    shows = {show.offer for show in network.performances}
    open_all_day = [offer for offer in network.offers if offer.id not in shows and offer.included]
    for day in DAYS:
        assert {areas[offer.venue] for offer in open_all_day if offer.days.holds(day)} >= AREAS


def test_the_demo_desk_has_something_plain_to_give_at_any_hour(network: Network) -> None:
    """The first open line has no trick to it: whoever tries a card without naming an offer judges the card."""
    venue = next(venue for venue in network.venues if venue.id == sample.demo_desk_venue())
    quotas = {(row["scope"], row["target"], row["visit"]) for row in LISTED["quotas"]}
    for day in DAYS:
        for hour in (0, 9, 12, 15, 17, 20, 23):
            now = datetime(day.year, day.month, day.day, hour, 30, tzinfo=HELSINKI)
            offer, show, choice = next(
                (offer, show, choice)
                for choice in choices(network, [venue.id], day)
                for offer in network.offers
                if offer.id == choice.offer
                for show in [
                    next((show for show in network.performances if show.id == choice.performance), None)
                ]
                if offer_problem(
                    Facts(venue, offer, show, day, network.areas, rule_sets=network.rule_sets), now
                )
                is None
            )
            keys = [QuotaKey(QuotaScope.OFFER, offer.id, day)]
            keys += [QuotaKey(QuotaScope.PERFORMANCE, show.id, day)] if show else []
            small = [key for key in keys if (key.scope.value, key.target, day.isoformat()) in quotas]
            assert small == [] or offer.id == "kainuu-matinee"
            assert (choice.visit, offer.children, offer.assistants) == (day, True, 1)


def test_codes_are_of_the_networks_form_and_told_apart_by_their_ends() -> None:
    codes = [card["code"] for card in LISTED["cards"]] + LISTED["unknown"]
    now = sample.demo_instant()
    for code in codes:
        found = interpret(CardRead(code, Source.TYPED, now), sample.code_format())
        assert isinstance(found, Recognised)
        assert found.code.reveal() == code
    assert len({code[-4:] for code in codes}) == len(codes)
    assert len(LISTED["unknown"]) >= 3


def test_no_card_ends_or_begins_with_its_area() -> None:
    """Where both fall on one day, it would not show which of the two rules spoke."""
    areas = {area["id"]: area for area in LISTED["areas"]}
    for card in LISTED["cards"]:
        area = areas[card["area"]]
        assert card["valid_to"] != area.get("to")
        assert card["valid_from"] != area.get("from")


def test_every_area_has_cards_of_every_sort() -> None:
    for area in AREAS:
        cards = [card for card in LISTED["cards"] if card["area"] == area]
        personal = [card for card in cards if card["kind"] == "personal"]
        community = [card for card in cards if card["kind"] == "community"]
        assert {card["children"] for card in personal} >= {0, 1, 2, 4, None}
        assert {card["status"] for card in personal} == {"active", "closed", "replaced"}
        assert {card["status"] for card in community} >= {"active", "closed"}
        assert any(card["valid_to"] < "2018-10-13" for card in community)
        assert any("2017-10-13" < card["valid_to"] < "2018-10-13" for card in personal)
        assert any(card["valid_from"] > "2018-10-13" for card in personal)
        assert any(
            card["valid_from"] <= "2018-01-15" and card["valid_to"] >= "2019-06-30" for card in personal
        )
        codes = {card["code"]: card for card in cards}
        for old in (card for card in cards if card["status"] == "replaced"):
            new = codes[old["replaced_by"]]
            assert (new["status"], new["valid_to"]) == ("active", old["valid_to"])


def test_a_card_is_good_for_a_year_less_a_day_unless_its_note_says_why_not() -> None:
    for card in LISTED["cards"]:
        first, last = date.fromisoformat(card["valid_from"]), date.fromisoformat(card["valid_to"])
        if last != first.replace(year=first.year + 1) - timedelta(days=1):
            assert re.search("year|that ended", card["note"]), card["note"]


def test_every_code_of_a_verdict_is_listed_once() -> None:
    assert Counter(step["code"] for step in STEPS) == Counter(reason.value for reason in Reason)
    assert all(step["steps"] for step in STEPS)


@pytest.mark.parametrize(
    "step", [step for step in STEPS if "command" in step], ids=lambda step: str(step["code"])
)
def test_a_command_reaches_the_code_that_it_is_listed_under(step: dict[str, Any], network: Network) -> None:
    cards = {row["code"]: as_card(row) for row in LISTED["cards"]}
    verdict = decide_command(step["command"], network, cards)
    also = verdict.also if isinstance(verdict, Give) else ()
    said = {"code": [verdict.main], "also": also, "notes": verdict.notes}[step["shows"]]
    assert step["code"] in [finding.reason.value for finding in said]


def test_nobody_can_be_called_or_written_to() -> None:
    text = "".join(str(sample_file(name)) for name in (*sample.LISTS, "demo.json"))
    assert set(re.findall(r"[\w.]+@[\w.]+", text)) == {
        f"{name}@kaikuportti.example" for name in (*AREAS, "tuki")
    }
    assert all(number.startswith("0100 000 00") for number in re.findall(r"\b0\d{2,3} \d{3} \d{3}\b", text))
