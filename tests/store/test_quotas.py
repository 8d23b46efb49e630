from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.store.desk import (
    DAY_QUOTA,
    LATER,
    PLAY_QUOTA,
    SHOW_QUOTA,
    TODAY,
    answer,
    booking,
    giving,
    group,
    number_set,
    release,
    told,
    void,
)
from validator.domain.quota import Quota, QuotaKey, QuotaMode, QuotaScope, QuotaState
from validator.domain.redemption import Tickets
from validator.store.ledger import Ledger
from validator.store.transaction import Reading


def values(tx: Reading, *keys: QuotaKey) -> list[tuple[int | None, int]]:
    return [(state.quota.value, state.used) for state in tx.quota(keys)]


def test_where_no_number_is_set_there_is_none(ledger: Ledger) -> None:
    with ledger.read() as tx:
        assert tx.quota([PLAY_QUOTA, DAY_QUOTA]) == (
            QuotaState(Quota(PLAY_QUOTA, None), 0),
            QuotaState(Quota(DAY_QUOTA, None), 0),
        )
        assert tx.quota([]) == ()


def test_a_number_is_in_force_at_this_desk_at_once(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(number_set(1, 7, PLAY_QUOTA, QuotaMode.TRUSTING, sold_out=True))
        tx.append(number_set(2, 0, SHOW_QUOTA))
    with ledger.read() as tx:
        play, day, show = tx.quota([PLAY_QUOTA, DAY_QUOTA, SHOW_QUOTA])
    assert play.quota == Quota(PLAY_QUOTA, 7, QuotaMode.TRUSTING, sold_out=True)
    assert (day.quota.value, show.quota.value) == (None, 0)


def test_the_last_of_several_changes_holds(ledger: Ledger) -> None:
    with ledger.write() as tx:
        for number, value in ((1, 7), (2, 9), (3, None), (4, 5)):
            tx.append(number_set(number, value))
        assert values(tx, DAY_QUOTA) == [(5, 0)]


def test_used_is_what_was_given_here_and_elsewhere_and_what_is_held(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, tickets=Tickets(1, 2, 1), quota_use=3))
        tx.append(giving(2, group("card-1", "card-2"), Tickets(adults=2, representatives=1)))
        tx.append(giving(3, offer="lobby", performance=None))
        tx.apply_feed([told(giving(4, tickets=Tickets(1, 1)), 1), told(booking(5), 2)], 2)
        tx.append(giving(6, visit=TODAY + timedelta(days=1)))
        tx.append(giving(7, venue="museum", offer="other", performance="other"))
        assert values(tx, DAY_QUOTA, PLAY_QUOTA, SHOW_QUOTA) == [(None, 10), (None, 9), (None, 9)]
        assert values(tx, replace(DAY_QUOTA, visit=TODAY + timedelta(days=1))) == [(None, 1)]


def test_undoing_gives_back_wherever_it_was_undone(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, tickets=Tickets(1, 2)))
        tx.append(giving(2))
        assert values(tx, DAY_QUOTA) == [(None, 4)]
        tx.append(void(3, 1))
        assert values(tx, DAY_QUOTA) == [(None, 1)]
        tx.apply_feed([told(void(4, 2), 1)], 1)
        assert values(tx, DAY_QUOTA) == [(None, 0)]


def test_a_reservation_counts_once_whether_held_or_collected(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(booking(1, quota_use=2))
        assert values(tx, DAY_QUOTA, PLAY_QUOTA) == [(None, 2), (None, 2)]
        tx.append(giving(2, tickets=Tickets(1, 1), collects="booking-1"))
        assert values(tx, DAY_QUOTA, PLAY_QUOTA) == [(None, 2), (None, 2)]
        tx.append(booking(3, quota_use=2))
        tx.append(release(4, 3))
        assert values(tx, DAY_QUOTA, PLAY_QUOTA) == [(None, 2), (None, 2)]


def test_many_days_and_scopes_are_asked_at_once(ledger: Ledger) -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in range(14)]
    keys = [
        QuotaKey(scope, target, day)
        for day in days
        for scope, target in ((QuotaScope.VENUE, "theatre"), (QuotaScope.OFFER, "play"))
    ]
    with ledger.write() as tx:
        for number, day in enumerate(days):
            tx.append(number_set(100 + number, number, QuotaKey(QuotaScope.OFFER, "play", day)))
            tx.append(giving(number, visit=day))
        found = tx.quota(keys)
    assert [state.quota.key for state in found] == keys
    assert [state.quota.value for state in found] == [
        value for number in range(14) for value in (None, number)
    ]
    assert {state.used for state in found} == {1}


def test_another_desks_number_arrives_with_its_place_in_the_feed(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.apply_feed([told(number_set(1, 7), 4)], 4)
        (state,) = tx.quota([DAY_QUOTA])
    assert state.quota == Quota(DAY_QUOTA, 7, version=4)


def test_the_later_number_in_the_feed_holds_in_whatever_order_they_arrive(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.apply_feed([told(number_set(1, 7), 8)], 8)
        tx.apply_feed([told(number_set(2, 3), 4)], 8)
        assert values(tx, DAY_QUOTA) == [(7, 0)]


def test_a_number_set_here_holds_until_it_is_answered(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(number_set(1, 7))
        tx.apply_feed([told(number_set(2, 3), 4)], 4)
        assert values(tx, DAY_QUOTA) == [(7, 0)]
        tx.mark_sent([2])
        tx.settle([answer(1, "later")], LATER)
        assert values(tx, DAY_QUOTA) == [(7, 0)]
        tx.settle([answer(1)], LATER)
        assert values(tx, DAY_QUOTA) == [(7, 0)]


def test_an_accepted_number_is_not_undone_by_a_page_that_comes_again(ledger: Ledger) -> None:
    theirs = told(number_set(2, 3), 4)
    with ledger.write() as tx:
        tx.append(number_set(1, 7))
        tx.apply_feed([theirs], 4)
        tx.settle([answer(1)], LATER)
        tx.apply_feed([theirs], 4)
        assert values(tx, DAY_QUOTA) == [(7, 0)]


def test_among_several_desks_the_hubs_order_decides(ledger: Ledger) -> None:
    ours = number_set(1, 7)
    with ledger.write() as tx:
        tx.append(ours)
        tx.settle([answer(1)], LATER)
        tx.apply_feed([told(number_set(2, 3), 4), told(ours, 5, "desk-1")], 5)
        assert values(tx, DAY_QUOTA) == [(7, 0)]
        tx.apply_feed([told(number_set(3, 2), 6)], 6)
        assert values(tx, DAY_QUOTA) == [(2, 0)]


def test_a_refused_number_is_as_if_never_set(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.apply_feed([told(number_set(2, 3), 4)], 4)
        tx.append(number_set(1, 7))
        tx.settle([answer(1, "refused")], LATER)
        assert values(tx, DAY_QUOTA) == [(3, 0)]


def test_a_later_change_outlives_the_answer_to_an_earlier_one(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(number_set(1, 7))
        tx.append(number_set(2, 9))
        tx.settle([answer(1)], LATER)
        assert values(tx, DAY_QUOTA) == [(9, 0)]
        tx.settle([answer(2, "refused")], LATER)
        assert values(tx, DAY_QUOTA) == [(7, 0)]


def test_numbers_are_answered_in_the_order_they_were_set(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(number_set(1, 7))
        tx.append(number_set(2, 9))
        tx.settle([answer(2), answer(1)], LATER)
        assert values(tx, DAY_QUOTA) == [(9, 0)]
