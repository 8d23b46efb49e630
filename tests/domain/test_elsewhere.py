"""By how many tickets a number may be gone over, and which numbers a right comes out of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.world import TODAY
from validator.domain.elsewhere import Lent, by_number, over_by
from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.rights import Slot

COUNT = st.integers(0, 30)


@pytest.mark.parametrize(
    ("value", "given", "lent", "here", "over"),
    [
        (None, 9, 9, 9, 0),
        (10, 3, 4, 3, 0),
        (5, 3, 2, 0, 0),
        (5, 3, 3, 0, 1),
        (5, 6, 0, 0, 1),
        (5, 2, 0, 8, 0),  # a desk alone obeys the number that was typed at it
        (5, 3, 4, 1, 3),
        (5, 3, 4, 9, 4),
        (0, 0, 4, 6, 4),
        (2, 5, 1, 7, 4),
    ],
)
def test_given_and_lent_are_held_against_the_number(
    value: int | None, given: int, lent: int, here: int, over: int
) -> None:
    assert over_by(value, given, lent, here) == over


@given(COUNT, COUNT, COUNT, COUNT, COUNT)
def test_it_is_what_may_come_of_it_at_the_worst(
    value: int, given: int, lent: int, here: int, more: int
) -> None:
    tickets = given
    while tickets < value and tickets < given + here:  # here, as long as there is room
        tickets += 1
    assert over_by(value, given, lent, here) == max(0, tickets + lent - value)
    # A ticket given here moves from what is held to what is given.
    if 0 < more <= min(here, value - given):
        assert over_by(value, given + more, lent, here - more) == over_by(value, given, lent, here)


def test_a_right_comes_out_of_the_houses_the_offers_and_the_performances_number() -> None:
    rows = [Lent("house", Slot("play", "tonight", TODAY), 2), Lent("house", Slot("open", None, TODAY), 3)]
    assert by_number(rows) == {
        QuotaKey(QuotaScope.VENUE, "house", TODAY): 5,
        QuotaKey(QuotaScope.OFFER, "play", TODAY): 2,
        QuotaKey(QuotaScope.PERFORMANCE, "tonight", TODAY): 2,
        QuotaKey(QuotaScope.OFFER, "open", TODAY): 3,
    }
