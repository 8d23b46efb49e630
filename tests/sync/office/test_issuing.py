from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.hub import issuing, settings
from sync.hub.hub import Hub
from sync.hub.register import RegisterRefused
from tests.sync.stage import SetClock, code
from validator.domain.card import CardKind, CardStatus
from validator.domain.code import CardRead, CodeFormat, Recognised, Source, interpret
from validator.domain.network import HELSINKI
from validator.errors import ConfigError


def test_a_new_card_is_valid_for_a_year_less_a_day(hub: Hub) -> None:
    stored = issuing.issue(hub, "espoo", children=3)
    card = stored.card
    assert (card.valid_from, card.valid_to) == (date(2018, 10, 13), date(2019, 10, 12))
    assert (card.kind, card.area, card.status, card.children) == (
        CardKind.PERSONAL,
        "espoo",
        CardStatus.ACTIVE,
        3,
    )
    found = interpret(CardRead(stored.code.reveal(), Source.TYPED, hub.clock.now()), CodeFormat())
    assert isinstance(found, Recognised)
    with hub.read() as register:
        assert register.card(stored.code) == stored


def test_its_first_day_is_helsinkis(hub: Hub, clock: SetClock) -> None:
    clock.instant = datetime(2018, 12, 31, 23, 59, tzinfo=HELSINKI)
    assert issuing.issue(hub, "espoo").card.valid_from == date(2018, 12, 31)
    clock.instant = datetime(2019, 1, 1, 0, 0, tzinfo=HELSINKI)
    assert issuing.issue(hub, "espoo").card.valid_from == date(2019, 1, 1)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2018-01-01", "2018-12-31"),
        ("2019-03-01", "2020-02-29"),
        ("2020-02-29", "2021-02-28"),
        ("2018-05-14", "2019-05-13"),
    ],
)
def test_the_last_day(first: str, last: str) -> None:
    assert issuing.last_day(date.fromisoformat(first)) == date.fromisoformat(last)


@given(first=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_year_is_neither_short_nor_long(first: date) -> None:
    assert 364 <= (issuing.last_day(first) - first).days <= 365


def test_an_organisations_card_counts_no_children(hub: Hub) -> None:
    assert issuing.issue(hub, "espoo", CardKind.COMMUNITY).card.children is None
    with pytest.raises(RegisterRefused):
        issuing.issue(hub, "espoo", CardKind.COMMUNITY, 2)
    with pytest.raises(RegisterRefused):
        issuing.issue(hub, "nowhere")


def test_a_closed_card_stays_closed(hub: Hub) -> None:
    closed = issuing.close(hub, code(1).reveal().lower())
    assert (closed.card.status, closed.ended_at) == (CardStatus.CLOSED, hub.clock.now())
    assert issuing.close(hub, code(1).reveal()) == closed
    with pytest.raises(RegisterRefused):
        issuing.close(hub, "KAI999")


def test_a_card_in_the_place_of_another_has_the_rest_of_its_year(hub: Hub) -> None:
    fresh = issuing.replace(hub, code(1).reveal())
    with hub.read() as register:
        old = register.card(code(1))
    assert (old.card.status, old.replaced_by) == (CardStatus.REPLACED, fresh.card.id)
    assert (fresh.card.valid_to, fresh.card.children, fresh.card.area) == (date(2018, 12, 31), 2, "espoo")
    assert fresh.code != code(1)
    with pytest.raises(RegisterRefused):
        issuing.replace(hub, code(1).reveal())


def test_a_network_with_codes_of_another_form_makes_its_own(hub: Hub) -> None:
    with hub.database.write() as tx:
        settings.write(
            hub.database, tx, settings.CODE_FORMAT, settings.format_row(CodeFormat("[0-9]{8}", None))
        )
    with pytest.raises(ConfigError, match="import"):
        issuing.issue(hub, "espoo")
    with pytest.raises(ConfigError, match="import"):
        issuing.replace(hub, code(1).reveal())


def test_no_two_cards_get_the_same_code(hub: Hub) -> None:
    assert len({issuing.issue(hub, "espoo").code for _ in range(20)}) == 20
