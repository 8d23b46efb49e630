from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.wire import FeedItem
from tests.store.desk import (
    DAY_QUOTA,
    KEY,
    NOW,
    PLAY_QUOTA,
    SHOW_QUOTA,
    booking,
    enrol,
    giving,
    group,
    holder,
    number_set,
    release,
    told,
    void,
)
from validator.domain.journal import Draft
from validator.domain.redemption import Tickets
from validator.store.ledger import Ledger
from validator.store.outbox import State
from validator.store.transaction import Reading

OURS: tuple[Draft, ...] = (giving(1), giving(2, holder("card-2")), number_set(3, 8))
THEIRS: tuple[Draft, ...] = (
    giving(11, at=NOW + timedelta(minutes=1)),
    giving(12, group("card-1", "card-2"), Tickets(adults=2, children=1, representatives=1)),
    void(13, 12),
    void(14, 2),
    booking(15),
    booking(16, holder("card-2")),
    giving(17, tickets=Tickets(1, 1), collects="booking-15"),
    release(18, 16),
    number_set(19, 4, PLAY_QUOTA),
    number_set(20, 6, PLAY_QUOTA),
    number_set(21, 3, DAY_QUOTA),
    void(22, 17),
)
FEED: tuple[FeedItem, ...] = (
    *(told(draft, 1 + place, "desk-1") for place, draft in enumerate(OURS)),
    *(told(draft, 10 + place, "desk-2") for place, draft in enumerate(THEIRS)),
)


def everything(tx: Reading) -> tuple[object, ...]:
    """All that a feed may change."""
    cards = ["card-1", "card-2", "card-3"]
    return (
        tx.history(cards),
        tx.reservations(cards),
        tx.quota([DAY_QUOTA, PLAY_QUOTA, SHOW_QUOTA]),
        tx.given(),
        tx.outbox(99),
        tx.waiting(),
        tx.feed_cursor(),
        tx.head(),
    )


def after(pages: list[list[FeedItem]]) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder), KEY) as ledger:
        with ledger.write() as tx:
            enrol(tx)
            for draft in OURS:
                tx.append(draft)
        for page in pages:
            with ledger.write() as tx:
                assert tx.apply_feed(page, max((item.cursor for item in page), default=0)) == 0
        with ledger.read() as tx:
            found = everything(tx)
    head = found[-1]
    return (
        *found[:4],
        len(found[4]) if isinstance(found[4], tuple) else 0,
        *found[5:7],
        getattr(head, "sequence", 0),
    )


IN_ORDER = after([list(FEED)])


@pytest.mark.long
@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(FEED), max_size=6), max_size=4).flatmap(
        lambda pages: st.permutations([*pages, *([item] for item in FEED)])
    )
)
def test_pages_in_any_order_and_as_often_as_they_come_give_the_same(pages: list[list[FeedItem]]) -> None:
    assert after(pages) == IN_ORDER


def test_the_feed_is_what_it_should_be_at_the_end() -> None:
    _history, reservations, quotas, lines, outbox, *_ = IN_ORDER
    assert isinstance(reservations, tuple)
    assert isinstance(quotas, tuple)
    assert isinstance(lines, tuple)
    assert [(row.id, row.state.value) for row in reservations] == [
        ("booking-15", "held"),
        ("booking-16", "released"),
    ]
    assert [(state.quota.value, state.used) for state in quotas] == [(3, 4), (6, 4), (None, 4)]
    assert {line.giving: line.voided for line in lines} == {
        "giving-1": False,
        "giving-2": True,
        "giving-11": False,
        "giving-12": True,
        "giving-17": True,
    }
    assert outbox == 4


def test_a_feed_never_touches_a_giving_that_waits_here(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, tickets=Tickets(1, 2)), tail="…X7K2")
        before = everything(tx)
        changed = giving(1, holder("card-9"), Tickets(adults=1))
        tx.apply_feed([told(giving(1), 1, "desk-1"), told(changed, 2), told(changed, 3, "desk-1")], 0)
        assert everything(tx) == before


def test_another_event_cannot_take_the_place_of_a_giving(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, tickets=Tickets(1, 2)), tail="…X7K2")
        before = everything(tx)
        usurper = giving(77, holder("card-9"), giving="giving-1")
        tx.apply_feed([told(usurper, 1)], 0)
        assert everything(tx) == before


def test_an_own_event_that_a_restored_disk_has_forgotten_is_heard(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.apply_feed([told(giving(9), 1, "desk-1")], 1)
        (line,) = tx.given()
        assert [row.giving for row in tx.history(["card-1"])] == ["giving-9"]
    assert (line.own, line.state) == (False, State.CONFIRMED)


def test_the_cursor_never_goes_back(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.apply_feed([], 7)
        tx.apply_feed([], 3)
        assert tx.feed_cursor() == 7


class Odd:
    """What a careless line could make of an item."""

    cursor, event, desk, kind = 3, "event-7", "desk-2", "redemption"

    def __init__(self, body: Mapping[str, object], at: datetime = NOW, cards: bytes = b"") -> None:
        self.body, self.at, self.cards = body, at, cards


@pytest.mark.parametrize(
    "item",
    [
        told(giving(1), 3, body={}),
        told(giving(1), 3, body={**giving(1).body, "quota_use": 10**30}),
        told(giving(1), 3, body={**giving(1).body, "giving": "\ud800"}),
        told(giving(1), 3, body={**giving(1).body, "tickets": None}),
        told(giving(1), 3).model_copy(update={"cards": b"{"}),
        told(giving(1), 3).model_copy(update={"cards": b""}),
        told(booking(1), 3, body={**booking(1).body, "collect_by": "2018-10-13T18:00:00"}),
        Odd(giving(1).body, NOW.replace(tzinfo=None), b'[{"role":"holder","id":"card-1"}]'),
    ],
)
def test_an_item_that_cannot_be_read_holds_up_nobody(ledger: Ledger, item: FeedItem | Odd) -> None:
    with ledger.write() as tx:
        assert tx.apply_feed([told(giving(5), 2), item, told(giving(6, holder("card-2")), 4)], 4) == 1
    with ledger.read() as tx:
        assert {row.giving for row in tx.given()} == {"giving-5", "giving-6"}
        assert tx.feed_cursor() == 4


def test_a_group_of_which_one_card_cannot_be_kept_is_not_kept_by_halves(ledger: Ledger) -> None:
    visit = giving(1, group("card-1"), Tickets(adults=1, representatives=1))
    cards = rb'[{"role":"community","id":"card-3"},{"role":"member","id":"\ud800"}]'
    with ledger.write() as tx:
        assert tx.apply_feed([told(visit, 1).model_copy(update={"cards": cards}), told(giving(2), 2)], 2) == 1
        assert tx.giving("giving-1") == ()
        assert len(tx.giving("giving-2")) == 1


def test_a_kind_of_a_newer_program_books_nothing(ledger: Ledger) -> None:
    item = told(giving(1), 3).model_copy(update={"kind": "season_swap"})
    with ledger.write() as tx:
        assert tx.apply_feed([item], 3) == 0
        assert tx.given() == ()
