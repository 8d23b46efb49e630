from __future__ import annotations

from dataclasses import replace

from tests.desk.conftest import HOLDER, SECOND, TONIGHT_CHOICE, Office, ask
from tests.desk.disk import full_disk
from tests.domain.world import TODAY
from validator.domain.party import Party, Purpose
from validator.domain.redemption import Booking, Tickets
from validator.domain.role import Role
from validator.domain.verdict import Give, Reason

RESERVE, COLLECT = Party(purpose=Purpose.RESERVE), Party(purpose=Purpose.COLLECT)


def booked(office: Office, text: str, party: Party = RESERVE) -> str:
    look = office.desk().counter.give(ask(text, party=party))
    assert look.verdict.main.reason is Reason.OK_RESERVED
    return look.giving


def test_the_list_has_every_booking_of_the_performance_with_its_state(office: Office) -> None:
    desk = office.desk()
    first = booked(office, HOLDER, replace(RESERVE, children=1))
    second = booked(office, SECOND)
    desk.counter.give(ask(HOLDER))
    lines = {
        line.reservation: (line.masked, line.tickets, line.state)
        for line in desk.bookings.lines(TONIGHT_CHOICE)
    }
    assert lines == {
        first: ("…" + HOLDER[-4:], Tickets(1, 1), Booking.COLLECTED),
        second: ("…" + SECOND[-4:], Tickets(1), Booking.HELD),
    }
    assert desk.bookings.lines(replace(TONIGHT_CHOICE, performance="another")) == ()


def test_a_clerk_lets_a_booking_go_while_it_may_be_collected(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(desk.programme()[0].offer, TODAY, 1, Role.MANAGER)
    booking = booked(office, HOLDER)
    assert desk.programme()[0].left == 0
    assert desk.bookings.release(booking, Role.CLERK).main.reason is Reason.UNDONE
    assert desk.programme()[0].left == 1
    assert [line.state for line in desk.bookings.lines(TONIGHT_CHOICE)] == [Booking.RELEASED]
    assert desk.counter.look(ask(HOLDER, party=COLLECT)).verdict.main.reason is Reason.NO_BOOKING
    assert desk.counter.look(ask(HOLDER)).verdict.main.reason is Reason.OK


def test_what_nobody_collected_in_time_is_a_managers_to_let_go(office: Office) -> None:
    desk = office.desk()
    first, second = booked(office, HOLDER), booked(office, SECOND)
    assert desk.bookings.release_uncollected(TONIGHT_CHOICE, Role.MANAGER) == 0
    desk.counter.give(ask(SECOND))
    office.time.pass_by(hours=1, minutes=15)
    assert desk.bookings.release(first, Role.CLERK).main.reason is Reason.NO_RIGHT
    no = desk.bookings.release_uncollected(TONIGHT_CHOICE, Role.CLERK)
    assert not isinstance(no, int)
    assert no.main.reason is Reason.NO_RIGHT
    assert desk.bookings.release_uncollected(TONIGHT_CHOICE, Role.MANAGER) == 1
    states = {line.reservation: line.state for line in desk.bookings.lines(TONIGHT_CHOICE)}
    assert states == {first: Booking.RELEASED, second: Booking.COLLECTED}
    look = desk.counter.look(ask(HOLDER, party=COLLECT))
    assert look.verdict.main.reason is Reason.BOOKING_RELEASED
    assert desk.bookings.release(second, Role.MANAGER).main.reason is Reason.UNDO_TOO_LATE
    assert desk.bookings.release("never made", Role.MANAGER).main.reason is Reason.UNDO_TOO_LATE


def test_who_stayed_at_home_leaves_a_ticket_for_others(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(desk.programme()[0].offer, TODAY, 3, Role.MANAGER)
    booked(office, HOLDER, replace(RESERVE, children=2))
    assert desk.programme()[0].left == 0
    look = desk.counter.give(ask(HOLDER, party=Party(1, counted=True)))
    assert isinstance(look.verdict, Give)
    assert (look.verdict.tickets, look.verdict.booked) == (Tickets(1, 1), Tickets(1, 2))
    assert desk.programme()[0].left == 1
    assert [line.state for line in desk.bookings.lines(TONIGHT_CHOICE)] == [Booking.COLLECTED]


def test_what_cannot_be_saved_is_said_and_the_booking_is_held(office: Office) -> None:
    desk = office.desk()
    said: list[Reason] = []
    with full_disk():
        for _ in range(300):  # until the last page has no room for one more entry
            booking = desk.counter.give(ask(HOLDER, party=RESERVE)).giving
            if not booking:
                break
            said.append(desk.bookings.release(booking, Role.CLERK).main.reason)
            if said[-1] is Reason.NOT_SAVED:
                break
    held = [line for line in desk.bookings.lines(TONIGHT_CHOICE) if line.state is Booking.HELD]
    assert len(held) == said.count(Reason.NOT_SAVED)
    assert said.count(Reason.UNDONE) + len(held) == len(desk.bookings.lines(TONIGHT_CHOICE))
