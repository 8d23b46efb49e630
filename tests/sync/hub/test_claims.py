"""Claims on a number: whose count, by what demand, and what is left of it once one of them is met."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.hub.hub import Hub
from tests.sync.hub.test_grants import (
    OPEN,
    TOMORROW,
    TONIGHT,
    ask,
    give_back,
    leases,
    numbers,
    rights,
    wanting,
)
from tests.sync.stage import TODAY, SetClock, Till


def test_who_gets_all_that_it_should_have_makes_nobody_give_back(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    other.push()
    till.push(till.quota(12))
    assert numbers(till.sync(wants=[TONIGHT]).leases) == [(1, 5, 5)]
    third = Till.at(hub)
    assert numbers(third.sync(wants=[TONIGHT]).leases) == [(1, 3, 3)]
    assert numbers(till.sync(wants=[wanting(epoch=1, granted=5, left=5)]).leases) == [(1, 5, 5)]


@pytest.mark.parametrize(("need", "told"), [(0, [(1, 5, 4)]), (1, [])])
def test_the_reserve_counts_as_there_for_a_customer_alone(
    hub: Hub, need: int, told: list[tuple[int, int, int]]
) -> None:
    """One ticket is missing: it is asked back of who has it, but where the reserve had it for a customer."""
    till, other = Till.at(hub), Till.at(hub)
    other.push()
    till.push(till.quota(10))
    assert numbers(ask(till, wanting(need=5)).leases) == [(1, 5, 5)]
    assert numbers(other.sync(wants=[wanting(need=need)]).leases) == [(1, 3, 4)]
    assert numbers(till.sync().leases) == told


def test_only_who_holds_of_the_number_that_is_used_up_gives_back(hub: Hub) -> None:
    till, other, third = Till.at(hub), Till.at(hub), Till.at(hub)
    other.push()
    till.push(till.quota(100), till.quota(4, "offer", "play"))
    assert numbers(ask(till, wanting(OPEN, need=75)).leases) == [(1, 75, 75)]
    assert numbers(ask(other, wanting(need=4)).leases) == [(1, 4, 4)]
    assert [row.granted for row in third.sync(wants=[TONIGHT]).leases] == [0]
    # Beside the reserve there is one ticket of the house's number, as many as are missing.
    assert numbers(till.sync(wants=[wanting(OPEN, epoch=1, granted=75, left=75)]).leases) == [(1, 75, 75)]


def test_what_one_slot_was_granted_is_not_there_for_the_next(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(3))
    waiting = ask(till, wanting(need=2), wanting(OPEN, need=2))
    assert sorted(row.granted for row in waiting.leases) == [1, 2]


def test_nor_is_what_it_had_before(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    other.push()
    till.push(till.quota(10))
    assert numbers(till.sync(wants=[TONIGHT]).leases) == [(1, 4, 4)]
    more = ask(till, wanting(epoch=1, granted=4, left=4, need=6), wanting(OPEN, need=9))
    assert sorted(row.granted for row in more.leases) == [4, 6]


def test_sold_out_holds_for_who_has_a_customer_waiting_too(hub: Hub) -> None:
    till = Till.at(hub)
    till.sync(till.quota(10), wants=[TONIGHT])
    holding = wanting(epoch=1, granted=10, left=10, need=1)
    assert numbers(till.sync(till.quota(10, sold_out=True), wants=[holding]).leases) == [(1, 10, 0)]


def test_one_number_that_is_sold_out_is_enough(hub: Hub) -> None:
    till = Till.at(hub)
    till.sync(till.quota(10), wants=[TONIGHT])
    till.push(till.quota(10, "offer", "play", sold_out=True))
    assert numbers(till.sync().leases) == [(1, 10, 0)]


def test_a_booking_that_another_desk_collected_counts_once(hub: Hub) -> None:
    """The desk that booked has not heard of it: its own release would be in doubt, these are the other's tickets."""
    booker, other = Till.at(hub), Till.at(hub)
    booker.sync(booker.quota(3), wants=[TONIGHT])
    booker.push(booker.reserve(2, rights=rights(1)), give_back(booker, 2), feed_cursor=1)
    other.push(other.give(2, collects="r1"))
    assert [row.granted for row in ask(other, wanting(need=3)).leases] == [2]


@pytest.mark.parametrize("heard", [-1, 10**6])
def test_who_claims_to_have_heard_what_was_never_said_has_heard_nothing(hub: Hub, heard: int) -> None:
    giver, other = Till.at(hub), Till.at(hub)
    giver.sync(giver.quota(2), wants=[TONIGHT])
    giver.push(giver.give(1, giving="g1", rights=rights(2), quota_use=2))
    other.push(other.void("g1"))
    giver.push(giver.quota(2), feed_cursor=heard)
    assert [row.granted for row in ask(other, wanting(need=2)).leases] == [0]


def test_a_day_that_is_over_gets_none(hub: Hub, clock: SetClock) -> None:
    till = Till.at(hub)
    till.push(till.quota(10))
    clock.advance(days=1)
    assert till.sync(wants=[TONIGHT]).leases == ()
    assert leases(hub) == []


def test_a_desk_that_was_not_seen_for_a_week_has_no_claim(hub: Hub, clock: SetClock) -> None:
    Till.at(hub).push()
    till = Till.at(hub)
    for late, granted in ((timedelta(days=7), 4), (timedelta(seconds=1), 10)):
        clock.advance(seconds=late.total_seconds())
        visit = (TODAY + timedelta(days=9 + granted)).isoformat()
        till.push(till.quota(10, visit=visit))
        assert numbers(till.sync(wants=[OPEN | {"visit": visit}]).leases) == [(1, granted, granted)]


def test_demand_is_of_the_last_two_weeks(hub: Hub, clock: SetClock) -> None:
    busy, quiet = Till.at(hub), Till.at(hub)
    busy.push(busy.give(1, offer="open", performance=None, quota_use=18))
    for late, granted in ((timedelta(days=14), 1), (timedelta(seconds=1), 10)):
        clock.advance(seconds=late.total_seconds())
        busy.push()
        visit = (TODAY + timedelta(days=20 + granted)).isoformat()
        quiet.push(quiet.quota(25, visit=visit))
        assert numbers(quiet.sync(wants=[OPEN | {"visit": visit}]).leases) == [(1, granted, granted)]


def test_demand_decides(hub: Hub, clock: SetClock) -> None:
    busy, quiet = Till.at(hub), Till.at(hub)
    busy.push(*(busy.give(number, offer="open", performance=None, quota_use=6) for number in (1, 2, 3)))
    clock.advance(days=1)
    tomorrow = OPEN | {"visit": TOMORROW["visit"]}
    quiet.push(quiet.quota(25, visit=TOMORROW["visit"]))
    assert numbers(quiet.sync(wants=[tomorrow]).leases) == [(1, 1, 1)]
    assert numbers(busy.sync(wants=[tomorrow]).leases) == [(1, 18, 18)]


def test_what_was_undone_is_no_demand(hub: Hub, clock: SetClock) -> None:
    calm, quiet = Till.at(hub), Till.at(hub)
    calm.push(calm.give(1, offer="open", performance=None, quota_use=18, giving="g1"), calm.void("g1"))
    clock.advance(days=1)
    quiet.push(quiet.quota(25, visit=TOMORROW["visit"]))
    assert numbers(quiet.sync(wants=[OPEN | {"visit": TOMORROW["visit"]}]).leases) == [(1, 10, 10)]
