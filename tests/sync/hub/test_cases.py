"""Cases at the hub: each exactly once for the venue, with every side, whatever is repeated or comes in another order."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sync.hub.caselist import Listed, listed
from sync.hub.cli import app
from sync.hub.hub import Hub
from tests.sync.hub.test_notes import by_token
from tests.sync.stage import TODAY, SetClock, Till, code, set_the_stage


def found(hub: Hub, venue: str = "") -> list[Listed]:
    with hub.database.read() as tx:
        return list(listed(tx, venue))


def kinds(hub: Hub) -> list[str]:
    return sorted(case.kind for case in found(hub))


@pytest.mark.parametrize("first", [0, 1])
def test_one_card_at_two_desks_is_one_case_with_both_sides(hub: Hub, first: int) -> None:
    tills = (Till.at(hub), Till.at(hub))
    one, other = tills[first], tills[1 - first]
    mine, theirs = one.give(1), other.give(1)
    for _ in range(2):
        one.push(mine)
        other.push(theirs)
    (case,) = found(hub)
    assert (case.kind, case.venue, case.visit) == ("duplicate", "theatre", TODAY)
    assert len({side["desk"] for side in case.sides}) == len(case.sides) == 2
    assert sorted(side["remarks"] for side in case.sides) == [[], ["S01"]]
    assert all(side["decided"]["tickets"] and side["occurred_at"] and side["rules"] for side in case.sides)


def test_a_third_use_joins_the_same_case_and_another_card_makes_its_own(hub: Hub) -> None:
    tills = [Till.at(hub) for _ in range(3)]
    for till in tills:
        till.push(till.give(1), till.give(2))
    assert [len(case.sides) for case in found(hub)] == [3, 3]


def test_another_performance_is_another_case(hub: Hub) -> None:
    for till in (Till.at(hub), Till.at(hub)):
        till.push(till.give(1), till.give(1, performance="tomorrow", visit=TODAY + timedelta(days=1)))
    assert len({case.performance for case in found(hub)}) == len(found(hub)) == 2


def test_a_closed_card_is_one_case(hub: Hub) -> None:
    till = Till.at(hub)
    with hub.change() as register:
        register.close_card(code(1))
    event = till.give(1, at=hub.clock.now() + timedelta(minutes=1))
    till.push(event)
    till.push(event)
    assert kinds(hub) == ["card_closed"]


def test_an_unknown_card_is_one_case_and_its_token_is_nowhere_in_it(hub: Hub) -> None:
    till = Till.at(hub)
    ref = by_token(hub, 77)
    event = till.give(ref)
    till.push(event)
    till.push(event)
    (case,) = found(hub)
    assert case.kind == "unknown_card"
    assert ref.token not in repr(case)


def test_tickets_over_a_number_are_one_case_for_the_performance(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.quota(1))
    one.push(one.give(1))
    other.push(other.give(2))
    one.push(one.give(3))
    (case,) = found(hub)
    assert case.kind == "over_quota"
    assert [side["over"] for side in case.sides] == [1, 1]


def test_a_refused_event_is_one_case_however_often_it_is_sent(hub: Hub) -> None:
    till = Till.at(hub)
    event = till.give(1, venue="museum")
    for _ in range(3):
        till.push(event)
    (case,) = found(hub)
    assert (case.kind, case.venue) == ("refused", "theatre")
    (side,) = case.sides
    assert side["status"] == "refused"
    assert side["reason"].startswith("venue")


def test_the_command_lists_them_without_any_card(tmp_path: Path, clock: SetClock) -> None:
    with Hub.create(tmp_path / "hub", "", clock) as hub:
        set_the_stage(hub)
        assert "nothing to look at" in _listed(hub)
        for till in (Till.at(hub), Till.at(hub)):
            till.push(till.give(1))
    text, (told,) = _listed(hub), json.loads(_listed(hub, "--json"))
    assert told["kind"] == "duplicate"
    assert len(told["sides"]) == 2
    assert "duplicate" in text
    assert "the hub: accepted S01" in text
    assert code(1).reveal() not in text + json.dumps(told)
    assert json.loads(_listed(hub, "--json", "--venue", "museum")) == []


def _listed(hub: Hub, *words: str) -> str:
    done = CliRunner().invoke(app, ["cases", "--data", str(hub.folder), *words])
    assert done.exit_code == 0, done.output
    return done.output
