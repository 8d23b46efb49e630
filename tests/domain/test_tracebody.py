"""A trace in an event's body: how every rule went, and nothing of the card."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from validator.domain.journal import canonical
from validator.domain.network import Names, Period
from validator.domain.tracebody import MOST_CHECKS, read_trace, trace_json
from validator.domain.verdict import Check, Finding, Outcome, Reason

AT = datetime(2018, 10, 13, 17, 30, tzinfo=UTC)


TRACE = (
    Check("quota", Outcome.OVERRIDDEN, Finding(Reason.QUOTA_FULL, {"n": 0, "need": 2}), {"n": 0, "need": 2}),
    Check("card_limit", Outcome.PASSED, None, {"n": 1, "limit": 2, "period": Period.WEEK}),
    Check("clock", Outcome.PASSED, None, {"now": AT}),
    Check("over", Outcome.PASSED, None, {"visit": date(2018, 10, 13), "closes": None}, AT),
)


def test_the_values_and_the_age_of_what_was_looked_at_travel() -> None:
    assert trace_json(TRACE) == [
        {"rule": "quota", "outcome": "overridden", "code": "R30", "used": {"n": 0, "need": 2}},
        {
            "rule": "card_limit",
            "outcome": "passed",
            "used": {"n": 1, "limit": 2, "period": {"period": "week"}},
        },
        {"rule": "clock", "outcome": "passed", "used": {"now": {"instant": "2018-10-13T17:30:00+00:00"}}},
        {
            "rule": "over",
            "outcome": "passed",
            "used": {"visit": {"day": "2018-10-13"}, "closes": None},
            "as_of": "2018-10-13T17:30:00+00:00",
        },
    ]


def test_nothing_of_the_card_travels() -> None:
    trace = (
        Check("card_dates", Outcome.PASSED, None, {"from": date(2018, 1, 2), "to": date(2018, 12, 30)}, AT),
        Check("area_dates", Outcome.PASSED, None, {"area": Names("Espoo")}, AT),
        Check("children_count", Outcome.NOTED, Finding(Reason.CHILD_COUNT, {"n": 7}), {"n": 7, "k": 4}, AT),
        Check("ends", Outcome.NOTED, Finding(Reason.ENDS_SOON, {"date": date(2018, 10, 20)}), {}, AT),
    )
    text = canonical(trace_json(trace)).decode()
    assert not any(word in text for word in ("2018-01-02", "2018-12-30", "Espoo", "2018-10-20", '"used"'))


def test_what_had_no_meaning_and_what_is_too_much_stays_out() -> None:
    assert trace_json((Check("group", Outcome.SKIPPED),)) == []
    assert len(trace_json((Check("members", Outcome.PASSED),) * (MOST_CHECKS + 9))) == MOST_CHECKS


def test_a_value_that_has_no_form_in_a_body_stays_out() -> None:
    named = Check("list_present", Outcome.PASSED, None, {"version": Names("Espoo")})
    assert trace_json((named,)) == [{"rule": "list_present", "outcome": "passed", "used": {"version": None}}]


def test_what_was_written_is_read() -> None:
    assert read_trace(json.loads(canonical(trace_json(TRACE)))) == TRACE


@pytest.mark.parametrize(
    "row",
    [
        "quota",
        {"rule": "quota"},
        {"rule": "quota", "outcome": "pondered"},
        {"rule": "quota", "outcome": "passed", "code": "R999"},
        {"rule": "quota", "outcome": "passed", "used": {"n": 1.5}},
        {"rule": "quota", "outcome": "passed", "used": {"n": {"century": 1}}},
        {"rule": "quota", "outcome": "passed", "used": {"n": {"day": "2018-15-01"}}},
        {"rule": "quota", "outcome": "passed", "used": 7},
        {"rule": "quota", "outcome": "passed", "as_of": 7},
    ],
)
def test_a_check_of_another_program_is_passed_over_alone(row: object) -> None:
    good = {"rule": "clock", "outcome": "passed"}
    assert read_trace([row, good]) == (Check("clock", Outcome.PASSED),)


@pytest.mark.parametrize("rows", [None, "quota", {"rule": "quota"}, 7])
def test_what_is_no_trace_is_an_empty_one(rows: object) -> None:
    assert read_trace(rows) == ()
