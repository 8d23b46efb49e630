"""Names of different kinds are never taken for one another: a giving's, an event's, a reservation's, a venue's, an offer's."""

from __future__ import annotations

import json

import pytest

from sync.hub.hub import Hub
from tests.sync.stage import Till, statuses


@pytest.fixture
def hub(sqlite_hub: Hub) -> Hub:
    """What differs between databases is tested below this."""
    return sqlite_hub


def over(till: Till) -> int:
    """How far a further ticket is over the number."""
    return till.push(till.give(1, offer="open", performance=None))[0].over


@pytest.mark.parametrize("name", ["the event", "the reservation", "theatre", "open", "d-0"])
def test_what_is_undone_is_a_giving_and_nothing_else(hub: Hub, name: str) -> None:
    till = Till.at(hub)
    given = till.give(1, offer="open", performance=None, giving="the giving")
    till.push(till.quota(1, "offer", "open"), given, till.reserve(2, "the reservation"))
    names = {"the event": id_of(given.header), "d-0": till.desk}
    assert statuses(till.push(till.void(names.get(name, name)))) == ["accepted"], (
        "it may come before its giving"
    )
    assert over(till) == 1, "the giving stands"


def test_a_giving_is_no_reservation(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(1, "offer", "open"), till.give(1, offer="open", performance=None, giving="g"))
    till.push(till.release("g"))
    assert over(till) == 1
    till.push(till.void("g"))
    assert over(till) == 1, "one stands, and this was the second"


@pytest.mark.parametrize(
    ("scope", "target"),
    [("offer", "theatre"), ("performance", "play"), ("venue", "play"), ("offer", "tonight")],
)
def test_a_number_is_for_what_its_scope_says(hub: Hub, scope: str, target: str) -> None:
    till = Till.at(hub)
    assert statuses(till.push(till.quota(1, scope, target))) == ["refused"]


def id_of(header: bytes) -> str:
    """The id of an event."""
    return str(json.loads(header)["id"])
