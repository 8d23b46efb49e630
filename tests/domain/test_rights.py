"""Leases: spent, put back, given back, and heard of in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.world import TODAY
from validator.domain.rights import Lease, Rights, Slot

SLOT = Slot("play", "tonight", TODAY)
LEASE = Lease(SLOT, 1, granted=5, keep=5)


def test_a_lease_is_spent_no_further_than_it_goes() -> None:
    assert LEASE.spend(3) == Rights(1, 3)
    assert LEASE.spend(9) == Rights(1, 5)
    assert LEASE.moved(spent=3).left == 2
    assert LEASE.moved(spent=3, returned=2).spend(1) == Rights(1, 0)
    assert LEASE.moved(spent=9).left == 0


def test_undoing_brings_rights_back_only_while_their_epoch_lasts() -> None:
    assert LEASE.take_back(Rights(1, 2)) == Rights(1, 2)
    assert LEASE.take_back(Rights(2, 2)) == Rights(1, 0)


@pytest.mark.parametrize(
    ("left", "keep", "is_low", "surplus"),
    [
        (5, 5, False, 0),
        (3, 5, False, 0),
        (2, 5, True, 0),
        (0, 0, False, 0),
        (0, 1, True, 0),
        (5, 2, False, 3),
    ],
)
def test_low_water_and_surplus(left: int, keep: int, is_low: bool, surplus: int) -> None:
    lease = Lease(SLOT, 1, granted=left, keep=keep)
    assert (lease.left, lease.is_low, lease.surplus) == (left, is_low, surplus)


def test_a_new_epoch_begins_at_nought_and_an_old_one_is_not_heard() -> None:
    spent = LEASE.moved(spent=4)
    fresh = spent.hear(2, 3, 6)
    assert (fresh.epoch, fresh.granted, fresh.spent, fresh.left, fresh.keep) == (2, 3, 0, 3, 6)
    assert fresh.hear(1, 99, 99) == fresh


@given(st.lists(st.integers(0, 20)), st.integers(0, 20))
def test_grants_are_cumulative_whatever_is_lost_or_repeated(totals: list[int], spend: int) -> None:
    lease = Lease(SLOT, 1)
    for total in totals:
        lease = lease.hear(1, total, 4)
    most = max(totals, default=0)
    assert lease.granted == most
    assert lease.spend(spend).count == min(spend, most)


def test_rights_in_a_body_and_back() -> None:
    assert Rights.of({"rights": Rights(3, 2).to_json()}) == Rights(3, 2)
    assert Rights.of({}) is None


@pytest.mark.parametrize(
    "row",
    [[], 5, {"epoch": 0, "count": 1}, {"epoch": 1, "count": -1}, {"epoch": True, "count": 1}, {"epoch": 1}],
)
def test_rights_that_make_no_sense(row: object) -> None:
    with pytest.raises(ValueError, match="rights are"):
        Rights.of({"rights": row})  # type: ignore[dict-item]
