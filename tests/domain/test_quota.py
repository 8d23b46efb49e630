"""Quotas, visit days and the grades of a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.domain.world import EXHIBITION, NOW, PLAY, THEATRE, TONIGHT, at, facts, quota
from validator.domain.facts import Facts
from validator.domain.network import HELSINKI
from validator.domain.policy import Grade, Policy
from validator.domain.quota import smallest_left, visit_day


@pytest.mark.parametrize(
    ("value", "used", "left", "over"),
    [(None, 9, None, 0), (10, 0, 10, 0), (10, 10, 0, 0), (10, 12, 0, 2), (0, 0, 0, 0)],
)
def test_what_is_left(value: int | None, used: int, left: int | None, over: int) -> None:
    assert (quota(value, used).left, quota(value, used).over) == (left, over)


def test_the_smallest_remainder_of_all_that_apply() -> None:
    assert smallest_left([]) is None
    assert smallest_left([quota(None, 3)]) is None
    assert smallest_left([quota(9, 2), quota(None), quota(8, 6)]) == 2


@pytest.mark.parametrize(("instant", "ends", "day"), [
    (datetime(2018, 10, 13, 21, 30, tzinfo=UTC), time(0), date(2018, 10, 14)),
    (datetime(2018, 10, 13, 20, 59, tzinfo=UTC), time(0), date(2018, 10, 13)),
    (datetime(2018, 10, 14, 0, 59, tzinfo=UTC), time(4), date(2018, 10, 13)),
    (datetime(2018, 10, 14, 1, 0, tzinfo=UTC), time(4), date(2018, 10, 14)),
    (datetime.max.replace(tzinfo=UTC), time(0), date.max),
])  # fmt: skip
def test_the_visit_day(instant: datetime, ends: time, day: date) -> None:
    assert visit_day(instant, "Europe/Helsinki", ends) == day


@pytest.mark.parametrize(
    ("known", "until"),
    [
        (facts(), TONIGHT.starts_at - timedelta(minutes=15)),
        (facts(offer=replace(PLAY, hold_minutes=0)), TONIGHT.starts_at),
        (at(EXHIBITION), datetime(2018, 10, 14, tzinfo=HELSINKI)),
        (
            at(EXHIBITION, venue=replace(THEATRE, day_ends=time(4), zone="Europe/Stockholm")),
            datetime(2018, 10, 14, 5, tzinfo=HELSINKI),
        ),
        (at(EXHIBITION, visit=date.max), datetime(9999, 12, 31, tzinfo=HELSINKI)),
    ],
)
def test_until_when_a_booking_is_held(known: Facts, until: datetime) -> None:
    assert known.collect_by == until


@pytest.mark.parametrize(("age", "grade"), [
    (timedelta(hours=24), Grade.FRESH),
    (timedelta(hours=24, seconds=1), Grade.NOTICE),
    (timedelta(days=7), Grade.NOTICE),
    (timedelta(days=7, seconds=1), Grade.BANNER),
    (timedelta(days=30), Grade.BANNER),
    (timedelta(days=30, seconds=1), Grade.STOP),
    (timedelta(days=-3), Grade.FRESH),
])  # fmt: skip
def test_grades(age: timedelta, grade: Grade) -> None:
    assert Policy().grade(age) is grade
    assert NOW - (NOW - age) == age
