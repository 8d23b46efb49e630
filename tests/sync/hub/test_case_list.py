"""How desks hear of cases: each of their venues', whole, in pages, once however often it is told; and how managers settle them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from sync.casewire import CaseRow
from sync.hub import caselist
from sync.hub.caselist import CASE_PAGE, MOST_DECIDED, SIDES_TOLD, decision, listed
from sync.hub.hub import Hub
from sync.hub.trust import revoke
from sync.wire import SyncAnswer
from tests.sync.hub.test_notes import by_token
from tests.sync.stage import Till, statuses
from validator.domain.cases import CaseKind, case_id
from validator.domain.journal import GENESIS, EventKind, Json, digest

TRACE: Json = [{"rule": "already", "outcome": "passed", "used": {"n": 0}}]


def hear(till: Till, since: int | None = 0, **fields: object) -> SyncAnswer:
    return till.sync(case_cursor=since, **fields)


def twice(hub: Hub) -> tuple[Till, Till]:
    """One card at two desks."""
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1, trace=TRACE))
    other.push(other.give(1, trace=TRACE))
    return one, other


def settle(till: Till, about: CaseRow | str, seen: int = 2, **more: Json) -> str:
    """What the hub says to it."""
    body: Mapping[str, Json] = {
        "venue": "theatre",
        "case": about if isinstance(about, str) else about.id,
        "outcome": "seen",
        "author": "manager",
        "seen": seen,
    }
    (answer,) = till.push(till.event(EventKind.SETTLE, {**body, **more}))
    return answer.reason or answer.status


def open_cases(hub: Hub) -> int:
    with hub.database.read() as tx:
        return sum(not case.is_settled for case in listed(tx))


def test_both_desks_hear_of_it_with_both_decisions(hub: Hub) -> None:
    tills = twice(hub)
    for till in tills:
        answer = hear(till)
        (case,) = answer.cases
        assert (case.kind, case.venue, case.count, case.ended) == ("duplicate", "theatre", 2, False)
        assert {side.desk for side in case.sides} == {each.desk for each in tills}
        assert all(side.decided["trace"] and side.name and side.occurred_at for side in case.sides)
        assert sorted(side.remarks for side in case.sides) == [(), ("S01",)]
        assert [side.event for side in case.sides if side.desk == till.desk] == list(case.own)
        assert hear(till, answer.case_cursor).cases == ()


def test_a_desk_that_knows_no_cases_is_told_none(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    till, _ = twice(hub)
    answer = till.sync()
    assert (answer.cases, answer.case_cursor, answer.more) == ((), None, False)


def test_a_case_that_grows_is_told_again_whole(hub: Hub) -> None:
    one, _ = twice(hub)
    cursor = hear(one).case_cursor
    third = Till.at(hub)
    third.push(third.give(1))
    (case,) = hear(one, cursor).cases
    assert (case.count, len(case.sides)) == (3, 3)


def test_what_is_sent_again_is_no_news(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1))
    event = other.give(1)
    other.push(event)
    cursor = hear(one).case_cursor
    other.push(event)
    assert hear(one, cursor).cases == ()


def test_another_venues_desk_hears_nothing(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    twice(hub)
    assert hear(Till.at(hub, "museum")).cases == ()
    assert len(hear(Till.at(hub, "museum", "theatre")).cases) == 1


def test_a_desk_that_was_shut_out_hears_nothing_and_settles_nothing(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    one, other = twice(hub)
    (case,) = hear(one).cases
    with hub.database.write() as tx:
        revoke(tx, other.desk, hub.clock.now())
    answer = hear(other)
    assert (answer.cases, answer.case_cursor) == ((), None)
    assert settle(other, case).startswith("revoked")
    assert open_cases(hub) == 2


def test_many_cases_come_in_pages(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caselist, "CASE_PAGE", 3)
    till = Till.at(hub)
    till.push(*(till.give(by_token(hub, number)) for number in range(70, 77)))
    found, cursor, more = list[str](), 0, True
    while more:
        answer = hear(till, cursor)
        assert len(answer.cases) <= 3
        found += [case.id for case in answer.cases]
        assert answer.case_cursor is not None
        cursor, more = answer.case_cursor, answer.more
    assert len(set(found)) == len(found) == 7
    assert CASE_PAGE > 3


def test_of_a_case_with_many_sides_the_newest_are_told_and_all_own_events_named(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    till = Till.at(hub)
    till.push(till.quota(0))
    till.push(*(till.give(number % 5 + 1, giving=f"g{number}") for number in range(SIDES_TOLD + 2)))
    case = next(case for case in hear(till).cases if case.kind == "over_quota")
    assert (case.count, len(case.sides), len(case.own)) == (SIDES_TOLD + 2, SIDES_TOLD, SIDES_TOLD + 2)
    assert len(hear(till).model_dump_json()) < 1_000_000


@pytest.mark.parametrize("since", [99, -1])
def test_a_number_that_was_never_told_begins_anew(sqlite_hub: Hub, since: int) -> None:
    hub = sqlite_hub
    one, _ = twice(hub)
    assert len(hear(one, since).cases) == 1


def test_a_number_of_another_life_begins_anew(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    one, _ = twice(hub)
    cursor = hear(one).case_cursor
    assert len(hear(one, cursor, feed_life="another").cases) == 1


def test_no_card_is_in_it(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    till = Till.at(hub)
    ref = by_token(hub, 77)
    till.push(till.give(ref))
    answer = hear(till)
    assert [case.kind for case in answer.cases] == ["unknown_card"]
    assert ref.token not in "".join(case.model_dump_json() for case in answer.cases)


@pytest.mark.parametrize(
    "trace",
    [[["deep" for _ in range(3)]] * 70, ["x" * 201], {"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}],
)
def test_what_a_desk_says_of_its_decision_can_always_be_told(sqlite_hub: Hub, trace: Any) -> None:
    hub = sqlite_hub
    till, other = Till.at(hub), Till.at(hub)
    other.push(other.give(1))
    (answer,) = till.push(till.give(1, trace=trace, notes=[trace], code=7))
    assert answer.status in {"accepted", "refused"}
    told = hear(other)
    assert SyncAnswer.model_validate_json(told.model_dump_json()).cases == told.cases
    assert len(told.cases) == 1


def test_a_broken_sign_in_a_decision_is_not_told(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    till, other = Till.at(hub), Till.at(hub)
    other.push(other.give(by_token(hub, 77)))
    event = till.give(by_token(hub, 78), trace=["here"])
    till.sequence, till.previous = till.sequence - 1, GENESIS
    header = event.header.replace(b'"here"', b'"\\ud800"')
    broken = till.sign(header, event.cards, event.salt)
    assert statuses(till.push(broken)) == ["accepted"]
    told = hear(other)
    assert SyncAnswer.model_validate_json(told.model_dump_json()).cases == told.cases
    assert len(told.cases) == 2


def test_a_decision_too_long_is_told_without_its_trace(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    till = Till.at(hub)
    event = till.give(1, trace=[{"rule": "x" * 200, "outcome": "passed"}] * 60)
    told = decision(event.header)
    assert "trace" not in told
    assert told["code"] == "A01"
    assert len(json.dumps(told)) < MOST_DECIDED


# Settling


def test_a_settling_is_told_to_the_other_desks_and_settles(hub: Hub) -> None:
    one, other = twice(hub)
    (case,) = hear(one).cases
    assert open_cases(hub) == 1
    assert settle(one, case) == "accepted"
    heard = [item for item in other.sync().feed if item.kind == "settle"]
    assert [(item.desk, item.body["case"], item.body["seen"]) for item in heard] == [(one.desk, case.id, 2)]
    assert open_cases(hub) == 0


def test_two_managers_who_settle_apart_are_both_heard(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    tills = twice(hub)
    (case,) = hear(tills[0]).cases
    for till, outcome in zip(tills, ("seen", "ours"), strict=True):
        assert settle(till, case, outcome=outcome) == "accepted"
    with hub.database.read() as tx:
        (row,) = listed(tx)
    assert row.is_settled
    assert sorted(said["outcome"] for said in row.settled) == ["ours", "seen"]


@pytest.mark.parametrize("first", [True, False])
def test_one_who_saw_less_settles_no_more_whatever_comes_first(sqlite_hub: Hub, first: bool) -> None:
    hub = sqlite_hub
    one, _ = twice(hub)
    (case,) = hear(one).cases
    third = Till.at(hub)
    if first:
        settle(one, case)
    third.push(third.give(1))
    if not first:
        settle(one, case)
    assert open_cases(hub) == 1
    settle(third, case, seen=3)
    assert open_cases(hub) == 0


def test_a_settling_may_come_before_its_case(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    till = Till.at(hub)
    event = till.give(by_token(hub, 7), giving="g")
    (name,) = {case_id(CaseKind.UNKNOWN_CARD, till.desk, json.loads(event.header)["id"])}
    till.push(event)
    other = Till.at(hub)
    assert settle(other, name, seen=1) == "accepted"
    assert open_cases(hub) == 0


def test_another_venues_case_cannot_be_settled(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    one, _ = twice(hub)
    (case,) = hear(one).cases
    museum = Till.at(hub, "museum")
    assert settle(museum, case, venue="museum").startswith("venue")
    assert settle(museum, "unknown-yet", venue="museum") == "accepted"
    assert next(row for row in hear(one).cases if row.id == case.id).count == 2


@pytest.mark.parametrize(
    "wrong", [{"seen": -1}, {"seen": 2**40}, {"seen": True}, {"case": ""}, {"outcome": 3}]
)
def test_a_settling_that_makes_no_sense_is_refused(sqlite_hub: Hub, wrong: dict[str, Json]) -> None:
    hub = sqlite_hub
    one, _ = twice(hub)
    (case,) = hear(one).cases
    assert settle(one, case, **{"seen": 2, **wrong}).startswith("senseless")  # type: ignore[arg-type]
    assert open_cases(hub) == 2


# What could not be read


def test_a_refused_events_answer_names_its_case_each_time(hub: Hub) -> None:
    till = Till.at(hub)
    event = till.give(1, venue="museum")
    (first,), (again,) = till.push(event), till.push(event)
    (case,) = hear(till).cases
    assert first.case == again.case == case.id == case_id(CaseKind.REFUSED, till.desk, digest(event.header))


def garbled(till: Till, part: str = "cards") -> tuple[Any, dict[str, Any]]:
    """An event, and what is left of it on a bad line."""
    event = till.give(1)
    row = event.model_dump(mode="json")
    return event, row | {part: "!" + row[part]}


def test_an_entry_of_a_journal_that_went_two_ways_is_told_with_its_decision(sqlite_hub: Hub) -> None:
    """What the one copy of a disk gave stands in no journal at the hub: its case is where a manager can see it."""
    till = Till.at(sqlite_hub)
    till.push(till.give(1))
    till.sequence, till.previous = 0, GENESIS
    other = till.give(2, tickets={"adults": 1, "children": 1, "assistants": 0, "representatives": 0})
    till.push(other)
    (case,) = hear(till).cases
    (side,) = case.sides
    header = json.loads(other.header)
    assert (case.kind, case.own) == ("forked", (header["id"],))
    assert (side.event, side.kind, side.rules) == (header["id"], "redemption", header["rules"])
    assert side.occurred_at is not None
    assert side.decided["tickets"]["children"] == 1


@pytest.mark.parametrize("part", ["cards", "signature", "header"])
def test_the_case_of_an_unreadable_item_ends_when_the_event_comes(hub: Hub, part: str) -> None:
    till = Till.at(hub)
    event, broken = garbled(till, part)
    (refused,) = till.push(broken)
    assert (refused.status, refused.event) == ("refused", "")
    before = hear(till)
    assert [case.id for case in before.cases] == [refused.case]
    assert statuses(till.push(event)) == ["accepted"]
    (case,) = hear(till, before.case_cursor).cases
    assert (case.id, case.ended, case.count) == (refused.case, True, 1)
    assert list(case.own) == [json.loads(event.header)["id"]]
    assert open_cases(hub) == 0


def test_so_does_one_of_which_nothing_can_be_recognised_once_its_place_is_filled(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    till = Till.at(hub)
    event, broken = garbled(till)
    nothing = dict.fromkeys(broken, "!")
    behind = till.give(2)
    till.push(nothing, behind)
    assert open_cases(hub) == 1
    till.push(event)
    assert open_cases(hub) == 0


def test_an_item_that_came_after_all_stands_for_no_other_gap(sqlite_hub: Hub) -> None:
    hub = sqlite_hub
    till = Till.at(hub)
    event, broken = garbled(till)
    till.push(broken)
    till.push(event)
    till.give(2)
    assert statuses(till.push(till.give(3))) == ["later"]
