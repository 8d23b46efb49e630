from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import dialect

from tests.store.desk import KEY, LATER, NOW, answer, giving, group, holder, number_set, void
from validator.domain.journal import card_part
from validator.domain.redemption import Tickets
from validator.store import engine, schema
from validator.store.engine import Care
from validator.store.ledger import Ledger
from validator.store.outbox import IS_WAITING, State, Waiting


def events(ledger: Ledger, limit: int = 100) -> list[str]:
    with ledger.read() as tx:
        return [each.event for each in tx.outbox(limit)]


def test_what_waits_goes_out_in_the_order_of_the_chain(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.append(void(2, 1))
    assert events(ledger) == ["event-enrolled", "event-1", "event-2"]
    assert events(ledger, 2) == ["event-enrolled", "event-1"]
    with ledger.read() as tx:
        assert tx.outbox(3) == tuple(tx.entries())
        assert tx.outbox(3)[1].cards == card_part(holder())


def test_what_has_gone_is_passed_by(ledger: Ledger) -> None:
    with ledger.write() as tx:
        for number in (1, 2, 3):
            tx.append(giving(number))
    with ledger.read() as tx:
        assert [each.event for each in tx.outbox(2, {1, 3})] == ["event-1", "event-3"]
        assert [each.sequence for each in tx.outbox(9, [2])] == [1, 3, 4]
        assert tx.outbox(1, range(1, 5)) == ()


def test_a_sent_event_stays_until_it_is_answered(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.mark_sent([1, 2])
    assert events(ledger) == ["event-enrolled", "event-1"]
    with ledger.write() as tx:
        tx.settle([answer(1)], LATER)
    assert events(ledger) == ["event-enrolled"]


def test_what_cannot_have_arrived_is_recorded_again(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        assert tx.mark_sent([1]) == (1,)
        assert tx.mark_sent([1, 2]) == (2,)  # the first may be on its way from an earlier pass
        tx.mark_unsent([2])
        (line,) = tx.given()
        assert line.state is State.RECORDED
        tx.settle([answer(1)], LATER)
        tx.mark_unsent([2])
        (line,) = tx.given()
    assert line.state is State.CONFIRMED


@pytest.mark.parametrize("status", ["accepted", "duplicate"])
def test_an_accepted_event_is_confirmed(ledger: Ledger, status: str) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.settle([answer(1, status, notes=("S01",))], LATER)
        (line,) = tx.given()
    assert (line.state, line.notes) == (State.CONFIRMED, ("S01",))


def test_a_refused_event_is_kept_with_its_reason(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, tickets=Tickets(1, 1)), tail="…X7K2")
        tx.append(number_set(2, 5))
        for number in (1, 2):
            tx.settle([answer(number, "refused", code="S06", reason="makes no sense", notes=("S04",))], LATER)
    assert events(ledger) == ["event-enrolled"]
    with ledger.read() as tx:
        first, second = tx.refused()
        assert [row.event for row in tx.entries()] == ["event-enrolled", "event-1", "event-2"]
        assert [row.giving for row in tx.history(["card-1"])] == ["giving-1"]
    assert (first.sequence, first.event, first.kind, first.at, first.tail) == (
        2,
        "event-1",
        "redemption",
        NOW,
        "…X7K2",
    )
    assert (first.code, first.reason, first.notes) == ("S06", "makes no sense", ("S04",))
    assert first.body["giving"] == "giving-1"
    assert (second.kind, second.tail) == ("quota", "")
    assert "X7K2" not in repr(first)


def test_an_event_that_is_put_off_waits_again_and_holds_up_nobody(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.append(giving(2))
        tx.mark_sent([1, 2, 3])
        tx.settle([answer(1, "later"), answer(2)], LATER)
        (waiting, put_off), lines = tx.outbox(9), {line.giving: line.state for line in tx.given()}
        assert (waiting.attempts, put_off.attempts) == (0, 1)
    assert lines == {"giving-1": State.RECORDED, "giving-2": State.CONFIRMED}


def test_an_answer_in_words_of_a_newer_protocol_is_no_answer(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.settle([answer(1, "pondering")], LATER)
    assert events(ledger) == ["event-enrolled", "event-1"]


def test_an_answer_to_an_unknown_event_changes_nothing(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        before = tx.outbox(9), tx.given(), tx.refused()
        tx.settle([answer(7), answer(8, "refused")], LATER)
        assert (tx.outbox(9), tx.given(), tx.refused()) == before


def test_an_answer_with_an_absurd_number_is_still_an_answer(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.settle([answer(1, notes=("S03",), over=10**30)], LATER)
        (line,) = tx.given()
    assert (line.state, line.over) == (State.CONFIRMED, 2**31)


def test_an_event_put_off_and_then_taken_in_one_message_is_taken(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.settle([answer(1, "later"), answer(1), answer(1, "later")], LATER)
        (line,) = tx.given()
    assert line.state is State.CONFIRMED


def test_the_first_answer_stands(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.append(giving(2))
        tx.settle([answer(1), answer(1, "refused"), answer(2, "refused", reason="no"), answer(2)], LATER)
        tx.settle([answer(1, "refused", reason="late"), answer(1, "later"), answer(2)], LATER)
        states = {line.giving: (line.state, line.reason) for line in tx.given()}
    assert states == {"giving-1": (State.CONFIRMED, ""), "giving-2": (State.REFUSED, "no")}


def test_what_is_answered_is_not_marked_as_sent(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.settle([answer(1)], LATER)
        tx.mark_sent([2, 99])
        (line,) = tx.given()
    assert line.state is State.CONFIRMED


def test_waiting_counts_events_tickets_and_names_the_oldest(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, tickets=Tickets(1, 2, 1), at=NOW + timedelta(minutes=9)))
        tx.append(giving(2, group("card-1"), Tickets(adults=1, representatives=1)))
        assert tx.waiting() == Waiting(3, 6, NOW + timedelta(minutes=9)), (
            "of the tickets, not of the enrolment"
        )
        tx.mark_sent([2])
        tx.settle([answer(2)], LATER)
        assert tx.waiting() == Waiting(2, 4, NOW + timedelta(minutes=9))
        tx.settle([answer(1)], LATER)
        assert tx.waiting() == Waiting(1, 0, NOW)
    with ledger.write() as tx:
        tx.settle([answer(1), answer(99).model_copy(update={"event": "event-enrolled"})], LATER)
        assert tx.waiting() == Waiting(0, 0, None)


def test_tickets_that_were_undone_do_not_wait_but_the_undoing_does(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, tickets=Tickets(1, 2, 1)))
        tx.append(giving(2, tickets=Tickets(1, 0, 0)))
        tx.append(void(3, 1))
        assert tx.waiting() == Waiting(4, 1, NOW)
        tx.settle([answer(1), answer(2)], LATER)
        assert tx.waiting().tickets == 0
        assert tx.waiting().events == 2, "the enrolment and the undoing"


def test_what_waits_is_found_without_a_look_at_what_is_answered(ledger: Ledger, tmp_path: Path) -> None:
    wanted = select(schema.outbox.c.sequence).where(IS_WAITING)
    with closing(engine.connect(tmp_path / "ledger.db", KEY, Care.LEDGER)) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {wanted.compile(dialect=dialect())}").fetchall()
    assert [step[3] for step in plan] == ["SCAN outbox USING INDEX outbox_unanswered"]


def test_the_outbox_outlives_the_program(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.mark_sent([2])
    before = events(ledger)
    ledger.close()
    with Ledger.open(tmp_path, KEY) as again:
        assert events(again) == before
        with again.read() as tx:
            assert [line.state for line in tx.given()] == [State.SENT]


def test_a_hub_that_has_lost_events_is_told_again(ledger: Ledger) -> None:
    with ledger.write() as tx:
        for number in (1, 2, 3):
            tx.append(giving(number))
        tx.settle([answer(1), answer(2, "refused", reason="no", notes=("S04",), over=1)], LATER)
        tx.mark_sent([4])
        assert tx.tell_again(2) == 1
        assert [each.event for each in tx.outbox(9)] == ["event-enrolled", "event-2", "event-3"]
        lines = {line.giving: line for line in tx.given()}
        assert (lines["giving-2"].state, lines["giving-2"].reason) == (State.RECORDED, "")
        assert (lines["giving-2"].notes, lines["giving-2"].over) == ((), 0)
        assert lines["giving-3"].state is State.SENT
        assert tx.refused() == ()
        assert tx.tell_again(9) == 0


def test_a_hub_that_has_lost_its_copy_of_a_fork_is_told_what_it_refused_since(ledger: Ledger) -> None:
    with ledger.write() as tx:
        for number in (1, 2, 3):
            tx.append(giving(number))
        tx.settle([answer(1), answer(2, "refused", reason="forked: the hub holds another")], LATER)
        assert tx.tell_fork_again() == 1
        assert [each.event for each in tx.outbox(9)] == ["event-enrolled", "event-2", "event-3"]
