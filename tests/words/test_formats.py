"""Days, times and numbers in each language."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from validator.domain.network import HELSINKI
from validator.words import Formats

EVENING = datetime(2018, 10, 13, 14, 26, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "weekday", "hour", "clock", "moment", "number"),
    [
        ("fi", "3.1.2019", "to 3.1.2019", "17.26", "klo 17.26", "13.10.2018 klo 17.26", "12\u00a0345"),
        ("sv", "3.1.2019", "tors 3.1.2019", "17.26", "kl. 17.26", "13.10.2018 kl. 17.26", "12\u00a0345"),
        ("en", "3 January 2019", "Thu 3 January 2019", "17:26", "17:26", "13 October 2018, 17:26", "12,345"),
        ("selko", "3.1.2019", "to 3.1.2019", "17.26", "klo 17.26", "13.10.2018 klo 17.26", "12\u00a0345"),
    ],
)
def test_formats(
    language: str, day: str, weekday: str, hour: str, clock: str, moment: str, number: str
) -> None:
    formats = Formats(language)
    assert formats.day(date(2019, 1, 3)) == day
    assert formats.weekday(date(2019, 1, 3)) == weekday
    assert formats.hour(EVENING) == hour
    assert formats.clock(EVENING) == clock
    assert formats.moment(EVENING) == moment
    assert formats.number(12345) == number
    assert formats.number(-(10**25)) == f"-{10**25}"


def test_early_hours_have_no_zero_but_in_english() -> None:
    assert [Formats(language).hour(time(9, 5)) for language in ("fi", "sv", "en")] == [
        "9.05",
        "9.05",
        "09:05",
    ]


def test_the_zone_is_the_venues() -> None:
    assert Formats("fi", ZoneInfo("Europe/Stockholm")).hour(EVENING) == "16.26"


def test_summer_time_ends_on_its_night() -> None:
    before = datetime(2018, 10, 28, 0, 30, tzinfo=UTC)
    assert [Formats("fi").hour(before + timedelta(hours=hours)) for hours in (0, 1)] == ["3.30", "3.30"]


def test_a_value_without_a_zone_is_local() -> None:
    assert Formats("fi").moment(datetime(2018, 10, 13, 17, 26)) == "13.10.2018 klo 17.26"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("language", "until", "since"),
    [
        ("fi", "13.10.2018 klo 24.00", "14.10.2018"),
        ("sv", "13.10.2018 kl. 24.00", "14.10.2018"),
        ("en", "13 October 2018, 24:00", "14 October 2018"),
        ("selko", "13.10.2018 klo 24.00", "14.10.2018"),
    ],
)
def test_a_midnight_belongs_to_the_day_that_it_bounds(language: str, until: str, since: str) -> None:
    midnight = datetime(2018, 10, 14, tzinfo=HELSINKI)
    assert Formats(language).until(midnight) == until
    assert Formats(language).since(midnight) == since


def test_another_time_of_day_is_told() -> None:
    assert Formats("fi").until(EVENING) == Formats("fi").since(EVENING) == "13.10.2018 klo 17.26"


def test_the_ends_of_time_are_shown_as_they_stand() -> None:
    east, west = timezone(timedelta(hours=9)), timezone(timedelta(hours=-9))
    assert Formats("fi").moment(datetime.min.replace(tzinfo=east)) == "1.1.1 klo 0.00"
    assert Formats("fi").until(datetime.min.replace(tzinfo=east)) == "1.1.1 klo 0.00"
    assert Formats("en").moment(datetime.max.replace(tzinfo=west)) == "31 December 9999, 23:59"


def test_a_value_is_told_by_its_type() -> None:
    formats = Formats("fi")
    assert [formats.plain(value) for value in (3, date(2018, 10, 13), EVENING, time(9, 5))] == [
        "3",
        "13.10.2018",
        "13.10.2018 klo 17.26",
        "klo 9.05",
    ]
