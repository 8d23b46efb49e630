from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.importing import cells
from sync.hub.importing.cells import CellBad, MonthEdge
from validator.domain.card import CardKind
from validator.domain.network import CardLimit, Period, Term

READERS: list[Callable[[object], Any]] = [
    cells.text,
    cells.identifier,
    cells.first_day,
    cells.last_day,
    cells.instant,
    cells.hour,
    cells.up_to(99),
    cells.count,
    cells.flag,
    cells.one_of(CardKind),
    cells.texts,
    cells.limits,
    cells.terms,
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda part: st.lists(part) | st.dictionaries(st.text(), part),
)
NEARLY = st.from_regex(
    r"[0-9]{1,5}[-./][0-9]{1,3}([-./ T][0-9]{1,5}([ T:.][0-9]{1,3}){0,3})?", fullmatch=True
)


def reasons(cell: object) -> list[str | None]:
    """Why each reader cannot read the cell; None where it can."""
    found: list[str | None] = []
    for read in READERS:
        try:
            read(cell)
            found.append(None)
        except CellBad as bad:
            found.append(str(bad))
    return found


@pytest.mark.parametrize("written", ["2018-10-03", "3.10.2018", "03.10.2018", " 2018-10-3 "])
def test_a_day_is_written_in_two_ways(written: str) -> None:
    assert cells.first_day(written) == date(2018, 10, 3)
    assert cells.last_day(written) == date(2018, 10, 3)


@pytest.mark.parametrize("written", ["2018-02", "2/2018", "02/2018"])
def test_a_month_alone_is_its_first_day_or_its_last(written: str) -> None:
    assert cells.first_day(written) == MonthEdge(date(2018, 2, 1))
    assert cells.last_day(written) == MonthEdge(date(2018, 2, 28))


def test_a_month_ends_on_its_leap_day() -> None:
    assert cells.last_day("2/2020") == MonthEdge(date(2020, 2, 29))


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("15/2018", "names month 15, which does not exist"),
        ("2018-15-01", "names month 15, which does not exist"),
        ("2018-00", "names month 0, which does not exist"),
        ("31.4.2018", "names a day that does not exist"),
        ("29.2.2018", "names a day that does not exist"),
        ("0218-05-01", "names the year 218, which cannot be meant"),
        ("10/13/2018", "is no day such as 2018-10-13 or 13.10.2018"),
        ("13.10.18", "is no day such as 2018-10-13 or 13.10.2018"),
        ("tomorrow", "is no day such as 2018-10-13 or 13.10.2018"),
        ("٢٠١٨-١٠-١٣", "is no day such as 2018-10-13 or 13.10.2018"),
    ],
)
def test_a_day_that_cannot_be_is_told_why(written: str, reason: str) -> None:
    with pytest.raises(CellBad) as bad:
        cells.first_day(written)
    assert str(bad.value) == reason


@pytest.mark.parametrize(
    "written",
    [
        "2018-10-13 19:00",
        "2018-10-13T19:00",
        "13.10.2018 19.00",
        "13.10.2018 klo 19:00",
        "2018-10-13 19:00:00",
    ],
)
def test_an_hour_without_an_offset_is_the_wall_clocks(written: str) -> None:
    assert cells.instant(written).tzinfo is None
    assert cells.in_zone(cells.instant(written), "Europe/Helsinki") == datetime(2018, 10, 13, 16, tzinfo=UTC)


def test_an_hour_with_an_offset_needs_no_zone() -> None:
    found = cells.in_zone(cells.instant("2018-12-01T19:00+02:00"), "America/New_York")
    assert found == datetime(2018, 12, 1, 17, tzinfo=UTC)


def test_the_hour_that_comes_twice_needs_its_offset() -> None:
    with pytest.raises(CellBad, match="twice"):
        cells.in_zone(cells.instant("2018-10-28 03:30"), "Europe/Helsinki")
    before = cells.in_zone(cells.instant("2018-10-28 02:59"), "Europe/Helsinki")
    after = cells.in_zone(cells.instant("2018-10-28 04:00"), "Europe/Helsinki")
    assert after - before == timedelta(hours=2, minutes=1)


def test_the_hour_that_the_clocks_jump_over_does_not_exist() -> None:
    with pytest.raises(CellBad, match="jump over"):
        cells.in_zone(cells.instant("2018-03-25 03:30"), "Europe/Helsinki")


def test_a_day_alone_is_no_instant() -> None:
    for written in ("2018-10-13", "2018-10 19:00", "2018-10-13 25:00", "2018-10-13 19:00+99:00"):
        with pytest.raises(CellBad):
            cells.instant(written)


def test_times_of_day() -> None:
    assert [cells.hour("04:00"), cells.hour("4.30")] == [time(4), time(4, 30)]
    for written in ("24:00", "4", "noon"):
        with pytest.raises(CellBad):
            cells.hour(written)


@pytest.mark.parametrize(("cell", "number"), [(0, 0), ("3", 3), (" 12 ", 12), ("+4", 4)])
def test_numbers_are_whole(cell: object, number: int) -> None:
    assert cells.count(cell) == number


@pytest.mark.parametrize("cell", [-1, "-1", "1.5", 1.0, True, "two", 10**12, "9" * 30, "٣"])
def test_what_is_no_number_is_not_made_one(cell: object) -> None:
    with pytest.raises(CellBad):
        cells.count(cell)


def test_numbers_that_nobody_means_are_slips() -> None:
    read = cells.up_to(99)
    assert [read(cell) for cell in ("0", 5, "99")] == [0, 5, 99]
    with pytest.raises(CellBad, match="is more than 99"):
        read("100")
    for cell in (999_999_999, "-1", "kaksi", 2.5):
        with pytest.raises(CellBad):
            read(cell)


def test_yes_and_no() -> None:
    assert [cells.flag(cell) for cell in (True, "yes", "TRUE", 1, "kyllä")] == [True] * 5
    assert [cells.flag(cell) for cell in (False, "no", "False", 0, "ei")] == [False] * 5
    bad: list[object] = ["maybe", 2, [], 1.0]
    for cell in bad:
        with pytest.raises(CellBad):
            cells.flag(cell)


def test_limits_are_said_in_words() -> None:
    assert cells.limits("2 per week") == (CardLimit(2, Period.WEEK),)
    assert cells.limits("1/day | 2 per year at the venue") == (
        CardLimit(1, Period.DAY),
        CardLimit(2, Period.YEAR, venue_wide=True),
    )
    assert cells.limits(["1 per term"]) == (CardLimit(1, Period.TERM),)
    assert cells.limits("none") == ()
    for cell in ("0 per day", "2 per fortnight", "some", "2"):
        with pytest.raises(CellBad):
            cells.limits(cell)


def test_terms_lie_inside_a_year() -> None:
    assert cells.terms("autumn 8-1 12-31") == (Term("autumn", (8, 1), (12, 31)),)
    for cell in ("winter 12-1 2-28", "autumn 8-1 13-1", "autumn 8-1", "autumn"):
        with pytest.raises(CellBad):
            cells.terms(cell)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ((), "nothing"),
        (True, "yes"),
        (False, "no"),
        (CardKind.COMMUNITY, "community"),
        (date(2018, 10, 13), "2018-10-13"),
        (time(4), "04:00:00"),
        (
            (CardLimit(2, Period.WEEK), CardLimit(1, Period.TERM, venue_wide=True)),
            "2 per week | 1 per term at the venue",
        ),
        (Term("autumn", (8, 1), (12, 31)), "autumn 8-1 12-31"),
        ("Oulu", "Oulu"),
        (3, "3"),
    ],
)
def test_a_change_is_told_in_words(value: object, words: str) -> None:
    assert cells.shown(value) == words


def test_ids_are_plain() -> None:
    assert [cells.identifier("kainuu-play.2"), cells.identifier(7)] == ["kainuu-play.2", "7"]
    bad: list[object] = ["two words", "-x", "ä", "a" * 101, "", "a/b", True]
    for cell in bad:
        with pytest.raises(CellBad):
            cells.identifier(cell)


def test_texts_fit_on_one_line() -> None:
    assert cells.text("  Lavan takana ") == "Lavan takana"
    bad: list[object] = ["two\nlines", "\x00", "\ud800", "x" * 501, 5, None]
    for cell in bad:
        with pytest.raises(CellBad):
            cells.text(cell)


@given(cell=JSON | NEARLY)
def test_any_cell_is_read_or_told_why_not(cell: object) -> None:
    assert all(reason is None or reason for reason in reasons(cell))


@given(cell=st.text(st.sampled_from("0123456789ABCXYZ.-/: "), min_size=6, max_size=16))
def test_a_reason_never_quotes_the_cell(cell: str) -> None:
    """A cell in the wrong column may be a card's code."""
    assert not any(reason and cell.strip() in reason for reason in reasons(cell))


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_both_ways_of_writing_say_the_same_day(day: date) -> None:
    assert cells.first_day(day.isoformat()) == cells.last_day(f"{day.day}.{day.month}.{day.year}") == day
