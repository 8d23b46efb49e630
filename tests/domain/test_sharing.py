"""Sharing a quota out: never more than is free, whatever the policy; and what the chosen one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.domain.sharing import ByChunks, ByDemand, Claim, Equally, Pool, Sharing, grant, level

POLICIES = (ByDemand(), Equally(), ByChunks())
CLAIMS = st.lists(
    st.builds(Claim, st.sampled_from("abc"), st.integers(0, 30), st.integers(0, 40)), min_size=1, max_size=5
).map(tuple)
POOLS = st.lists(st.builds(Pool, st.integers(0, 60), st.integers(0, 70), CLAIMS), min_size=1, max_size=3)


@given(st.sampled_from(POLICIES), POOLS, st.integers(0, 30))
def test_never_more_than_is_free_in_every_quota(sharing: Sharing, pools: list[Pool], need: int) -> None:
    count = grant(sharing, [(pool, pool.claims[0]) for pool in pools], need)
    assert count >= 0
    for pool in pools:
        if count:
            assert pool.given + pool.held + count <= pool.value


def test_no_quota_no_rights() -> None:
    assert grant(ByDemand(), [], 3) == 0
    assert level(ByDemand(), []) == 0


def test_a_desk_alone_gets_everything() -> None:
    pool = Pool(10, 2, (Claim("a"),))
    assert grant(ByDemand(), [(pool, pool.claims[0])]) == 8
    assert (pool.held, pool.free, pool.open) == (0, 8, 8)


def test_of_a_number_below_what_was_given_nothing_is_left() -> None:
    pool = Pool(3, 5, (Claim("a"),))
    assert (pool.free, pool.open) == (0, 0)


def test_a_desk_without_a_claim_counts_as_one_that_holds_nothing() -> None:
    assert ByDemand().level(Pool(0, 0, ()), Claim("a")) == 0
    assert ByDemand().level(Pool(1, 0, (Claim("b", demand=9),)), Claim("a")) == 1


def test_demand_decides_and_one_in_five_stays() -> None:
    busy, quiet = Claim("a", demand=28), Claim("b", demand=8)
    pool = Pool(50, 0, (busy, quiet))
    assert [grant(ByDemand(), [(pool, claim)]) for claim in (busy, quiet)] == [30, 10]
    assert ByDemand().reserve(pool) == 10


def test_the_reserve_is_for_a_customer_who_waits() -> None:
    mine, theirs = Claim("a", held=1), Claim("b", held=7)
    pool = Pool(10, 0, (mine, theirs))
    assert grant(ByDemand(), [(pool, mine)]) == 0
    assert grant(ByDemand(), [(pool, mine)], need=2) == 1
    assert grant(ByDemand(), [(pool, mine)], need=9) == 2


def test_the_reserve_of_each_quota_stays() -> None:
    claims = mine, _ = Claim("a", held=1), Claim("b", held=7)
    pools = [(Pool(value, 0, claims), mine) for value in (100, 10)]
    assert grant(ByDemand(), pools) == 0
    assert grant(ByDemand(), pools, need=3) == 2


def test_a_desk_holds_what_the_quota_says_that_knows_of_fewest() -> None:
    pools = [(Pool(value, 0, (claim,)), claim) for value, claim in ((4, Claim("a", 1)), (9, Claim("a", 3)))]
    assert grant(ByDemand(), pools) == 3


def test_the_simple_policies_look_at_no_demand_and_keep_nothing() -> None:
    pool = Pool(14, 2, (Claim("a", demand=90), Claim("b"), Claim("c")))
    assert [Equally().level(pool, claim) for claim in pool.claims] == [4, 4, 4]
    assert [ByChunks().level(pool, claim) for claim in pool.claims] == [5, 5, 5]
    assert ByChunks().level(Pool(3, 0, pool.claims), Claim("a")) == 3
    assert Equally().level(Pool(3, 0, ()), Claim("a")) == 3
    assert [policy.reserve(pool) for policy in (Equally(), ByChunks())] == [0, 0]


def test_the_tightest_quota_says() -> None:
    wide, tight = Pool(100, 0, (Claim("a"),)), Pool(3, 1, (Claim("a"),))
    pools = [(wide, wide.claims[0]), (tight, tight.claims[0])]
    assert (level(ByDemand(), pools), grant(ByDemand(), pools, need=9)) == (2, 2)


@pytest.mark.parametrize(("value", "levels"), [(3, [1, 1, 1]), (2, [1, 0, 0]), (4, [1, 1, 1])])
def test_each_desk_gets_one_while_there_is_one_for_each(value: int, levels: list[int]) -> None:
    claims = (Claim("a", demand=90), Claim("b"), Claim("c"))
    pool = Pool(value, 0, claims)
    assert [min(1, ByDemand().level(pool, claim)) for claim in claims] == levels


def test_with_more_claims_than_tickets_a_desk_has_some_of_its_equal_part() -> None:
    """Two desks, four things on, six tickets of which one stays: two for each desk, in the things that it names first."""
    held, levels = {("a", thing): 0 for thing in range(4)}, []
    for thing in range(4):
        claims = (*(Claim("a", count) for count in held.values()), *(Claim("b") for _ in range(4)))
        pool = Pool(6, 0, claims)
        held["a", thing] = grant(ByDemand(), [(pool, Claim("a"))])
        levels.append(held["a", thing])
    assert levels == [1, 1, 0, 0]
    alone = Pool(3, 0, tuple(Claim("a", count) for count in (1, 1, 0, 0)))
    assert [ByDemand().level(alone, claim) for claim in alone.claims] == [1, 1, 1, 1]
    holding = Pool(6, 0, (*(Claim("a", count) for count in held.values()), *(Claim("b") for _ in range(4))))
    assert [ByDemand().level(holding, Claim("a", count)) for count in held.values()] == [1, 1, 0, 0]
