"""Two sides of a day, held against each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from validator.domain.closing import DayClose, DayEntry, Difference, Gap, Standing, day_digest, differences

ENTRY = DayEntry(1, "event-1", "a" * 64, "redemption", Standing.ACCEPTED)
SECOND = replace(ENTRY, sequence=2, event="event-2", hash="b" * 64)
DAYS = st.lists(
    st.builds(
        DayEntry,
        st.integers(1, 6),
        st.just("event"),
        st.sampled_from(["a", "b"]),
        st.just("void"),
        st.sampled_from(Standing),
    ),
    unique_by=lambda entry: entry.sequence,
)


def test_what_is_the_same_has_no_difference() -> None:
    assert differences([ENTRY, SECOND], [SECOND, ENTRY]) == ()


def test_each_gap_is_named_in_the_order_of_the_journal() -> None:
    here = [replace(ENTRY, sequence=place) for place in (1, 2, 4)]
    there = [
        replace(ENTRY, sequence=2, hash="b" * 64),
        replace(ENTRY, sequence=3),
        replace(ENTRY, sequence=4, standing=Standing.REFUSED, reason="why"),
    ]
    assert differences(here, there) == (
        Difference(Gap.NOT_THERE, here[0]),
        Difference(Gap.OTHER, here[1]),
        Difference(Gap.NOT_HERE, there[1]),
        Difference(Gap.REFUSED, there[2]),
    )


def test_an_answer_that_was_not_heard_is_no_difference() -> None:
    waiting = replace(ENTRY, standing=Standing.WAITING)
    assert differences([waiting], [ENTRY]) == ()
    assert day_digest([waiting]) != day_digest([ENTRY])


@given(DAYS, st.randoms(use_true_random=False))
def test_the_digest_is_of_the_entries_not_of_their_order(day: list[DayEntry], chance: object) -> None:
    mixed = sorted(day, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert day_digest(mixed) == day_digest(day)


@given(DAYS, DAYS)
def test_the_same_digest_means_the_same_day(here: list[DayEntry], there: list[DayEntry]) -> None:
    if day_digest(here) == day_digest(there):
        gaps = {each.gap for each in differences(here, there)}
        assert gaps <= {Gap.REFUSED}
    else:
        assert sorted(here, key=repr) != sorted(there, key=repr)


def test_a_day_holds_without_differences_and_without_entries_beyond() -> None:
    close = DayClose(date(2018, 10, 13), 2, 2, "d", b"s")
    assert close.holds
    assert not replace(close, beyond=1).holds
    assert not replace(close, differences=(Difference(Gap.OTHER, ENTRY),)).holds
