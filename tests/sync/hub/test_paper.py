"""What was given on paper comes late: booked by its own time, and a case where the rules decline it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from sync.hub import schema
from sync.hub.closing import of_day
from sync.hub.hub import Hub
from tests.sync.hub.test_cases import found, kinds
from tests.sync.stage import EVENING, TODAY, Till, code
from validator.domain.closing import DayEntry, day_digest
from validator.domain.journal import parse

THEN = EVENING - timedelta(days=1, hours=2)
TYPED = EVENING.isoformat()


def of_yesterday(hub: Hub, till: Till) -> list[DayEntry]:
    with hub.database.read() as tx:
        return of_day(tx, till.desk, TODAY - timedelta(days=1))


def test_it_is_booked_by_its_own_time_and_closes_its_own_day_anew(hub: Hub) -> None:
    till = Till.at(hub)
    yesterday = TODAY - timedelta(days=1)
    before = of_yesterday(hub, till)
    late = till.give(1, offer="open", performance=None, visit=yesterday, at=THEN, entered_at=TYPED)
    assert [answer.status for answer in till.push(late)] == ["accepted"]
    after = of_yesterday(hub, till)
    assert (len(before), len(after)) == (0, 1)
    assert day_digest(before) != day_digest(after)
    with hub.database.read() as tx:
        (row,) = tx.execute(select(schema.redemptions)).all()
    assert (row.given_at, row.visit) == (THEN, yesterday)
    assert kinds(hub) == []


def test_one_that_the_rules_decline_is_accepted_and_is_one_case(hub: Hub) -> None:
    till = Till.at(hub)
    late = till.give(1, code="R12", at=THEN, entered_at=TYPED)
    assert [answer.status for answer in till.push(late)] == ["accepted"]
    till.push(late)
    (case,) = found(hub)
    (side,) = case.sides
    assert (case.kind, case.visit, side["event"]) == ("paper", TODAY, parse(late.header).id)
    assert (side["decided"]["code"], side["decided"]["entered_at"]) == ("R12", EVENING.isoformat())


def test_a_decline_of_what_did_not_come_from_paper_is_none(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.give(1, code="R12", at=THEN))
    assert kinds(hub) == []


@pytest.mark.parametrize("declined", ["R32", "R33"])
def test_what_a_remark_says_already_is_not_said_twice(hub: Hub, declined: str) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1))
    other.push(other.give(1, code=declined, at=THEN, entered_at=TYPED))
    assert kinds(hub) == (["duplicate"] if declined == "R32" else ["duplicate", "paper"])


def test_a_closed_card_is_a_case_also_where_it_was_closed_since(hub: Hub) -> None:
    till = Till.at(hub)
    with hub.change() as register:
        register.close_card(code(1))
    till.push(till.give(1, code="R13", at=THEN, entered_at=TYPED))
    assert kinds(hub) == ["paper"]
    till.push(
        till.give(1, code="R13", at=EVENING + timedelta(minutes=1), performance="tomorrow", entered_at=TYPED)
    )
    assert kinds(hub) == ["card_closed", "paper"]
