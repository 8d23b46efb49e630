"""The desk's rights: heard from the hub, moved by own events and by nothing else, and never beyond what there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.desk import (
    DAY_QUOTA,
    KEY,
    LATER,
    PLAY_QUOTA,
    SHOW_QUOTA,
    SLOT,
    TODAY,
    answer,
    booking,
    give_back,
    giving,
    granted,
    number_set,
    release,
    rights,
    told,
    void,
)
from validator.domain.journal import Draft
from validator.domain.quota import QuotaMode
from validator.domain.rights import Lease
from validator.errors import BugError
from validator.store import engine, leases
from validator.store.engine import Care
from validator.store.leases import Move
from validator.store.ledger import FILE_NAME, Ledger
from validator.store.transaction import Reading

ALL_DAY = replace(SLOT, performance=None)
TOMORROW = replace(SLOT, visit=TODAY + timedelta(days=1))


def moved(tx: Reading) -> tuple[int, int]:
    """What tonight's lease has spent and given back."""
    lease = tx.lease(SLOT)
    assert lease is not None
    return lease.spent, lease.returned


def test_without_the_hubs_word_there_is_no_lease(ledger: Ledger) -> None:
    with ledger.read() as tx:
        assert tx.lease(SLOT) is None
        assert tx.leases(TODAY) == ()


def test_leases_are_told_apart_by_their_slot_and_come_soonest_first(ledger: Ledger) -> None:
    said = [granted(3, slot=TOMORROW), granted(5), granted(2, keep=1, slot=ALL_DAY)]
    with ledger.write() as tx:
        tx.hear_leases(said)
    with ledger.read() as tx:
        assert tx.leases(TODAY) == (said[2], said[1], said[0])
        assert tx.leases(TOMORROW.visit) == (said[0],)
        assert (tx.lease(ALL_DAY), tx.lease(SLOT)) == (said[2], said[1])
        assert tx.lease(replace(SLOT, offer="another")) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.permutations([granted(4), granted(9, keep=3), granted(2, epoch=2), granted(6, 5, epoch=2)]))
def test_the_hubs_word_ends_the_same_in_whatever_order_it_comes(ledger: Ledger, said: list[Lease]) -> None:
    with ledger.write() as tx:
        tx.forget_leases(TODAY + timedelta(days=1))
        for word in (*said, *said):
            tx.hear_leases([word])
        assert tx.lease(SLOT) == granted(6, 5, epoch=2)


@pytest.mark.parametrize(
    "word", [granted(1, epoch=0), granted(-1), granted(1, keep=-1), granted(2**63), granted(1, epoch=2**40)]
)
def test_a_word_that_makes_no_sense_is_passed_over(ledger: Ledger, word: Lease) -> None:
    with ledger.write() as tx:
        tx.hear_leases([word, granted(2, slot=TOMORROW)])
        assert tx.leases(TODAY) == (granted(2, slot=TOMORROW),)


def test_own_events_move_the_lease(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(10)])
        tx.append(giving(1, rights=rights(3)))
        assert moved(tx) == (3, 0)
        tx.append(booking(2, rights=rights(2)))
        assert moved(tx) == (5, 0)
        tx.append(giving(3, collects="booking-2"))
        tx.append(give_back(4, 4))
        assert moved(tx) == (5, 4)
        tx.append(void(5, 1, rights=rights(3)))
        assert moved(tx) == (2, 4)
        tx.append(void(6, 3))
        tx.append(release(7, 2, rights=rights(2)))
        assert moved(tx) == (0, 4)
        tx.hear_leases([granted(12, keep=6)])
    with ledger.read() as tx:
        lease = tx.lease(SLOT)
        assert lease is not None
        assert (lease.left, lease.surplus) == (8, 2)


def test_another_desks_events_move_nothing(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(10)])
        own = tx.append(giving(1, rights=rights(1)))
        theirs = [giving(11, rights=rights(3)), booking(12, rights=rights(1)), void(13, 1), give_back(14, 2)]
        assert tx.apply_feed([told(each, place) for place, each in enumerate(theirs, start=1)], 4) == 0
        assert tx.apply_feed([told(giving(1, rights=rights(1)), 5, desk="desk-1")], 5) == 0
        assert (own.sequence, moved(tx)) == (2, (1, 0))


@pytest.mark.parametrize(
    "draft",
    [
        giving(1, rights=rights(4)),
        giving(1, rights=rights(1, epoch=2)),
        giving(1, rights=rights(1), performance=None),
        booking(1, rights=rights(4)),
        give_back(1, 4),
        void(1, 9, rights=rights(3)),
        void(1, 9, rights=rights(1, epoch=2)),
        void(1, 8, rights=rights(1)),
        void(1, 7, rights=rights(1)),
        void(1, 6, rights=rights(1)),
        release(1, 9, rights=rights(1)),
    ],
)
def test_what_would_move_more_than_there_is_does_not_happen_at_all(ledger: Ledger, draft: Draft) -> None:
    """Also no void of a giving that spent none, that is undone already, or that another desk gave."""
    with ledger.write() as tx:
        tx.hear_leases([granted(5)])
        tx.append(giving(9, rights=rights(2)))
        tx.append(giving(8))
        tx.append(giving(5, rights=rights(1)))
        tx.append(giving(7, rights=rights(1)))
        tx.append(void(10, 7, rights=rights(1)))
        tx.apply_feed([told(giving(6, rights=rights(1)), 1)], 1)
        before = tx.head()
    with pytest.raises(BugError, match="rights"), ledger.write() as tx:
        tx.append(draft)
    with ledger.read() as tx:
        assert (tx.head(), moved(tx)) == (before, (3, 0))
        assert len(tx.given()) == 5


@pytest.mark.parametrize(
    "move",
    [
        Move(SLOT, 1, spent=-4),
        Move(SLOT, 1, spent=4),
        Move(SLOT, 1, returned=-1),
        Move(SLOT, 2, spent=1),
        Move(ALL_DAY, 1, spent=1),
    ],
)
def test_the_database_itself_keeps_a_lease_within_what_was_granted(
    ledger: Ledger, tmp_path: Path, move: Move
) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(5)])
        tx.append(giving(1, rights=rights(2)))
    files = engine.pool(tmp_path / FILE_NAME, KEY, Care.LEDGER)
    with pytest.raises(BugError, match="rights"), engine.writing(files, tmp_path / FILE_NAME) as connection:
        leases.move(connection, [Move(SLOT, 1, spent=1), move])
    files.dispose()
    with ledger.read() as tx:
        assert tx.leases(TODAY) == (granted(5).moved(spent=2),)


def test_what_was_spent_stands_in_the_givings_own_header_while_it_stands(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(10)])
        tx.append(giving(1, rights=rights(3)))
        tx.append(giving(2))
        tx.apply_feed([told(giving(3, rights=rights(2)), 1)], 1)
        spending = tx.spent_by_giving("giving-1")
        assert spending is not None
        assert (spending.slot, spending.rights.to_json()) == (SLOT, rights(3))
        assert [tx.spent_by_giving(f"giving-{number}") for number in (2, 3, 4)] == [None, None, None]
        tx.apply_feed([told(void(4, 1), 2)], 2)
        assert tx.spent_by_giving("giving-1") is None


def test_a_reservations_rights_are_its_own_while_it_is_held(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(10)])
        tx.append(booking(1, rights=rights(2)))
        assert tx.spent_by_reservation("booking-1") is not None
        assert tx.spent_by_reservation("booking-2") is None
        tx.append(giving(2, collects="booking-1"))
        assert (tx.spent_by_reservation("booking-1"), tx.spent_by_giving("giving-2")) == (None, None)
        tx.append(void(3, 2))
        assert tx.spent_by_reservation("booking-1") is not None
        tx.append(release(4, 1, rights=rights(2)))
        assert (tx.spent_by_reservation("booking-1"), moved(tx)) == (None, (0, 0))


def test_a_new_epoch_begins_at_nought_and_the_old_ones_rights_stay_where_they_are(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(5)])
        tx.append(giving(1, rights=rights(4)))
        tx.hear_leases([granted(2, epoch=2)])
        assert tx.lease(SLOT) == granted(2, epoch=2)
        tx.append(void(2, 1, rights=rights(0, epoch=2)))
        assert moved(tx) == (0, 0)
        tx.hear_leases([granted(50)])
        assert tx.lease(SLOT) == granted(2, epoch=2)


def test_rights_of_the_old_epoch_are_not_put_into_the_new_one(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(5)])
        tx.append(giving(1, rights=rights(2)))
        tx.hear_leases([granted(5, epoch=2)])
        tx.append(giving(2, rights=rights(2, epoch=2)))
    with pytest.raises(BugError, match="rights"), ledger.write() as tx:
        tx.append(void(3, 1, rights=rights(2, epoch=2)))
    with ledger.read() as tx:
        assert moved(tx) == (2, 0)


def test_forgotten_are_only_the_days_before(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.hear_leases([granted(5), granted(6, slot=TOMORROW)])
        tx.forget_leases(TODAY)
        assert len(tx.leases(TODAY)) == 2
        tx.forget_leases(TOMORROW.visit)
        assert tx.leases(TODAY) == (granted(6, slot=TOMORROW),)


def test_rights_are_needed_where_the_hubs_own_word_is_a_strict_number(ledger: Ledger) -> None:
    keys = [DAY_QUOTA, PLAY_QUOTA, SHOW_QUOTA]

    def leased(tx: Reading) -> list[bool]:
        return [state.leased for state in tx.quota(keys)]

    with ledger.write() as tx:
        tx.append(number_set(1, 7))
        assert leased(tx) == [False, False, False]
        assert tx.strict_numbers(TODAY) == frozenset()
        assert tx.strict_numbers(TODAY, unanswered=True) == {DAY_QUOTA}
        tx.settle([answer(1)], LATER)
        tx.apply_feed([told(number_set(2, 9, PLAY_QUOTA, QuotaMode.TRUSTING), 1)], 1)
        tx.apply_feed([told(number_set(3, 0, SHOW_QUOTA), 2)], 2)
        assert leased(tx) == [True, False, True]
        assert tx.strict_numbers(TODAY) == {DAY_QUOTA}
        assert tx.strict_numbers(TOMORROW.visit) == frozenset()
        tx.append(number_set(4, None))
        assert (leased(tx), tx.quota(keys)[0].quota.value) == ([True, False, True], None)
        tx.settle([answer(4)], LATER)
        assert leased(tx) == [False, False, True]
