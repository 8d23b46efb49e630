from __future__ import annotations

from datetime import UTC, date, timedelta

import pytest

from tests.store.desk import LATER, NOW, TODAY, answer, booking, giving, group, holder, release, told, void
from validator.domain.redemption import Booking, Tickets
from validator.store.ledger import Ledger
from validator.store.outbox import State


def test_a_giving_is_in_the_cards_history_at_once(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, tickets=Tickets(1, 2, 1), quota_use=3))
        (row,) = tx.history(["card-1"])
    assert row.id == "giving-1/0"
    assert (row.giving, row.card, row.offer, row.performance) == ("giving-1", "card-1", "play", "tonight")
    assert (row.visit, row.given_at, row.desk, row.kind) == (TODAY, NOW, "desk-1", "performance")
    assert (row.tickets, row.quota_use, row.voided) == (Tickets(1, 2, 1), 3, False)
    with ledger.read() as tx:
        assert tx.history(["card-1"]) == (row,) == tx.giving("giving-1")
        assert tx.history(["card-2"]) == tx.history([]) == tx.giving("giving-9") == ()


def test_a_group_has_a_redemption_for_each_card_and_one_line_in_the_list(ledger: Ledger) -> None:
    whole = Tickets(adults=2, children=1, representatives=1)
    with ledger.write() as tx:
        tx.append(giving(1, group("card-1", "card-2"), whole, quota_use=4), tail="…X7K2")
    with ledger.read() as tx:
        rows = tx.giving("giving-1")
        (line,) = tx.given()
        assert tx.history(["card-2", "card-3"]) == (rows[0], rows[2])
    assert [row.card for row in rows] == ["card-3", "card-1", "card-2"]
    assert [row.quota_use for row in rows] == [4, 0, 0]
    assert (line.tickets, line.cards, line.tail) == (whole, 3, "…X7K2")


def test_history_is_of_one_venue_or_of_all(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.append(giving(2, venue="museum"))
        tx.append(booking(3))
        tx.append(booking(4, venue="museum"))
        assert [row.giving for row in tx.history(["card-1"], "museum")] == ["giving-2"]
        assert [row.giving for row in tx.history(["card-1"])] == ["giving-1", "giving-2"]
        assert [row.id for row in tx.reservations(["card-1"], "museum")] == ["booking-4"]
        assert [row.id for row in tx.reservations(["card-1"])] == ["booking-3", "booking-4"]


def test_history_is_in_the_order_of_giving_over_the_night_when_clocks_change(ledger: Ledger) -> None:
    from validator.domain.network import HELSINKI

    summer = NOW.replace(month=10, day=28, hour=3, minute=30, fold=0)
    winter = summer.replace(fold=1)
    assert summer.tzinfo is HELSINKI
    with ledger.write() as tx:
        tx.append(giving(1, at=winter))
        tx.append(giving(2, at=summer))
        rows = tx.history(["card-1"])
    assert [row.giving for row in rows] == ["giving-2", "giving-1"]
    assert rows[1].given_at - rows[0].given_at == timedelta(hours=1)


def test_undoing_marks_and_keeps(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, group("card-1"), Tickets(adults=1, representatives=1)))
        tx.append(giving(2))
        tx.append(void(3, 1))
        assert [row.voided for row in tx.giving("giving-1")] == [True, True]
        assert [(row.giving, row.voided) for row in tx.history(["card-1"])] == [
            ("giving-1", True),
            ("giving-2", False),
        ]
        assert [(line.giving, line.voided) for line in tx.given()] == [
            ("giving-2", False),
            ("giving-1", True),
        ]


def test_undoing_twice_is_once(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.append(void(2, 1))
        tx.append(void(3, 1))
        tx.settle([answer(1), answer(2)], LATER)
        (line,) = tx.given()
    assert (line.voided, line.state) == (True, State.CONFIRMED)


def test_another_desks_givings_are_in_the_history_and_the_list(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        assert tx.apply_feed([told(giving(2, at=NOW + timedelta(minutes=1)), 1)], 1) == 0
        assert [(row.giving, row.desk) for row in tx.history(["card-1"])] == [
            ("giving-1", "desk-1"),
            ("giving-2", "desk-2"),
        ]
        theirs, ours = tx.given()
    assert (theirs.own, theirs.state, theirs.tail, theirs.voided) == (False, State.CONFIRMED, "", False)
    assert (ours.own, ours.state) == (True, State.RECORDED)


def test_another_desk_may_undo_a_giving_of_ours(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.apply_feed([told(void(2, 1), 1)], 1)
        (line,) = tx.given()
        assert [row.voided for row in tx.history(["card-1"])] == [True]
    assert (line.voided, line.own, line.state) == (True, True, State.RECORDED)


def test_the_list_is_newest_first_and_no_longer_than_asked(ledger: Ledger) -> None:
    with ledger.write() as tx:
        for number in range(1, 5):
            tx.append(giving(number, at=NOW + timedelta(minutes=number % 3)))
        assert [line.giving for line in tx.given()] == ["giving-2", "giving-4", "giving-1", "giving-3"]
        assert [line.giving for line in tx.given(limit=2)] == ["giving-2", "giving-4"]
        since = NOW.astimezone(UTC) + timedelta(minutes=1)
        assert [line.giving for line in tx.given(since=since)] == ["giving-2", "giving-4", "giving-1"]


def test_the_list_says_how_far_each_giving_has_come(ledger: Ledger) -> None:
    with ledger.write() as tx:
        for number in range(1, 5):
            tx.append(giving(number))
        tx.mark_sent([3, 4, 5])
        tx.settle(
            [answer(3, notes=("S03",), over=2), answer(4, "refused", code="S06", reason="no such offer")],
            LATER,
        )
        lines = {line.giving: line for line in tx.given()}
    assert [lines[f"giving-{number}"].state for number in (1, 2, 3, 4)] == [
        State.RECORDED,
        State.SENT,
        State.CONFIRMED,
        State.REFUSED,
    ]
    assert (lines["giving-3"].notes, lines["giving-3"].over) == (("S03",), 2)
    assert (lines["giving-4"].code, lines["giving-4"].reason) == ("S06", "no such offer")


def test_an_undone_giving_shows_how_far_its_void_has_come(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.settle([answer(1)], LATER)
        tx.append(void(2, 1))
        (line,) = tx.given()
        assert (line.state, line.voided) == (State.RECORDED, True)
        tx.settle([answer(2)], LATER)
        (line,) = tx.given()
        assert (line.state, line.voided) == (State.CONFIRMED, True)


def test_a_reservation_is_held_collected_and_held_again_when_the_giving_is_undone(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(booking(1))
        (held,) = tx.reservations(["card-1"])
        assert (held.id, held.card, held.state, held.tickets) == (
            "booking-1",
            "card-1",
            Booking.HELD,
            Tickets(1, 1),
        )
        assert (held.made_at, held.collect_by, held.quota_use) == (NOW, NOW + timedelta(hours=1), 2)
        tx.append(giving(2, collects="booking-1"))
        assert [row.state for row in tx.reservations(["card-1"])] == [Booking.COLLECTED]
        tx.append(void(3, 2))
        assert [row.state for row in tx.reservations(["card-1"])] == [Booking.HELD]


def test_a_reservation_is_let_go_but_a_ticket_that_was_given_stays_given(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(booking(1))
        tx.append(release(2, 1))
        assert [row.state for row in tx.reservations(["card-1"])] == [Booking.RELEASED]
        tx.apply_feed([told(giving(3, collects="booking-1"), 1)], 1)
        assert [row.state for row in tx.reservations(["card-1"])] == [Booking.COLLECTED]


def test_a_giving_that_collects_nothing_collects_no_reservation(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(booking(1))
        tx.append(giving(2))
        assert [row.state for row in tx.reservations(["card-1"])] == [Booking.HELD]


def test_a_day_admission_has_no_performance(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, offer="lobby", performance=None, kind="admission"))
        tx.append(booking(2, performance=None))
        (row,) = tx.history(["card-1"])
        (held,) = tx.reservations(["card-1"])
    assert (row.performance, row.kind, held.performance) == (None, "admission", None)


@pytest.mark.parametrize(
    "day", [date(2018, 10, 27), date(2018, 10, 28), date(2018, 12, 31), date(2020, 2, 29)]
)
def test_days_come_back_as_they_were(ledger: Ledger, day: date) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, visit=day))
        assert [row.visit for row in tx.history(["card-1"])] == [day]


def test_retention_forgets_whose_they_were_and_keeps_the_counts(ledger: Ledger) -> None:
    old, cut = TODAY - timedelta(days=40), TODAY - timedelta(days=14)
    with ledger.write() as tx:
        tx.append(giving(1, visit=old, tickets=Tickets(1, 2)), tail="…X7K2")
        tx.append(giving(2, visit=old), tail="…AAAA")
        tx.append(giving(3), tail="…BBBB")
        tx.append(booking(4, visit=old.isoformat()))
        tx.settle([answer(1), answer(3), answer(4)], NOW)
        theirs = [told(giving(5, holder("card-5"), visit=old), 1), told(giving(6, holder("card-6")), 2)]
        tx.apply_feed([*theirs, told(booking(7, holder("card-5"), visit=old.isoformat()), 3)], 3)
        assert tx.erase(cut, LATER) == 2
        rows = [row for number in (1, 2, 3, 5, 6) for row in tx.giving(f"giving-{number}")]
        lines = {line.giving: line.tail for line in tx.given()}
    assert [row.card for row in rows] == ["", "card-1", "card-1", "", "card-6"]
    assert rows[0].tickets == Tickets(1, 2)
    assert (lines["giving-1"], lines["giving-2"], lines["giving-3"]) == ("", "…AAAA", "…BBBB")
    with ledger.read() as tx:
        assert tx.reservations(["card-1", "card-5"]) == ()
        assert [row.giving for row in tx.history(["card-1"])] == ["giving-2", "giving-3"]


def test_retention_keeps_the_very_day_it_counts_from(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.append(booking(2))
        tx.apply_feed([told(giving(3), 1), told(booking(4), 2)], 2)
        tx.settle([answer(1), answer(2)], NOW)
        assert tx.erase(TODAY, LATER) == 0
        assert len(tx.history(["card-1"])) == len(tx.reservations(["card-1"])) == 2
        assert tx.erase(TODAY + timedelta(days=1), LATER) == 2
        assert tx.history(["card-1"]) == ()
        assert tx.reservations(["card-1"]) == ()


def test_retention_waits_until_the_hub_need_not_be_told_again(ledger: Ledger) -> None:
    old = TODAY - timedelta(days=40)
    with ledger.write() as tx:
        tx.append(giving(1, visit=old))
        tx.append(giving(2, visit=old))
        tx.settle([answer(1)], NOW)
        tx.settle([answer(2)], LATER)
        assert tx.erase(TODAY, NOW) == 0
        assert tx.erase(TODAY, LATER) == 1
        assert [row.card for row in tx.history(["card-1"])] == ["card-1"]
        assert tx.erase(TODAY, LATER + timedelta(seconds=1)) == 1
        assert tx.erase(TODAY, LATER + timedelta(seconds=1)) == 0
