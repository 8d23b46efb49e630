"""Bookings in the real window: made by a call, collected by the same scan, let go at the door."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk
from tests.ui.world import EXPIRED, HOLDER, PIN, SECOND, Theatre
from ui.clerk.arrangement import Below
from ui.clerk.turn import Stage
from validator.domain.code import Source
from validator.domain.party import Purpose
from validator.domain.redemption import Tickets
from validator.domain.verdict import Give, Reason

CONTROL = Qt.KeyboardModifier.ControlModifier


def book(clerk: Clerk, code: str, children: int = 0) -> None:
    clerk.show(code, Source.TYPED)
    clerk.keys.type("+" * children + "r")
    clerk.settled()
    assert clerk.reason == Reason.OK_RESERVED
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.GIVEN


def tickets(clerk: Clerk) -> Tickets:
    verdict = clerk.look.verdict
    assert isinstance(verdict, Give)
    return verdict.tickets


def open_list(clerk: Clerk, count: int) -> None:
    clerk.press(Qt.Key.Key_R, CONTROL)
    assert clerk.page.places.below is Below.BOOKINGS
    clerk.until(lambda: len(clerk.page.bookings.rows) == count)


def test_r_books_for_the_card_that_was_typed_and_says_until_when(clerk: Clerk) -> None:
    clerk.show(HOLDER, Source.TYPED)
    assert clerk.page.booking.text == "Varaa"
    clerk.keys.type("r")
    clerk.settled()
    assert clerk.page.verdict.sentence == "Liput voi varata. Noudettava 13.10.2018 klo 18.45 mennessä."
    assert clerk.page.booking.text == "Anna liput heti"
    clerk.press(Qt.Key.Key_Return)
    assert clerk.page.verdict.sentence == "Varaus tehty. Noudettava 13.10.2018 klo 18.45 mennessä."
    assert clerk.page.given.rows == ()
    line = clerk.page.today.offers.line
    assert line is not None
    clerk.until(lambda: (clerk.page.today.offers.line or line).left == 19)


def test_r_again_gives_after_all(clerk: Clerk) -> None:
    clerk.show(HOLDER)
    clerk.keys.type("r")
    clerk.settled()
    clerk.keys.press(Qt.Key.Key_Shift, 2_000)
    clerk.keys.type("r")
    clerk.settled()
    assert clerk.reason == Reason.OK
    clerk.give()


def test_a_code_that_begins_with_r_is_still_a_code(clerk: Clerk) -> None:
    clerk.show(HOLDER)
    clerk.keys.type("ra")
    clerk.keys.type("ik")
    clerk.settled()
    assert clerk.page.scanbox.field.text().upper() == "RAIK"
    assert clerk.reason == Reason.OK


def test_collecting_is_the_same_scan_and_who_stayed_at_home_is_taken_off(clerk: Clerk) -> None:
    book(clerk, HOLDER, children=2)
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(HOLDER) == Reason.OK_COLLECT
    assert tickets(clerk) == Tickets(1, 2)
    clerk.keys.type("+")
    clerk.settled()
    assert tickets(clerk) == Tickets(1, 2)
    clerk.keys.type("-")
    clerk.settled()
    assert tickets(clerk) == Tickets(1, 1)
    assert clerk.page.verdict.sentence == "Varaus löytyi: 2 lippua. Luovuta liput."
    clerk.give()
    line = clerk.page.today.offers.line
    assert line is not None
    clerk.until(lambda: (clerk.page.today.offers.line or line).left == 18)


def test_ctrl_z_takes_a_booking_back_that_was_just_made(clerk: Clerk) -> None:
    clerk.scan(SECOND)
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    book(clerk, HOLDER)
    clerk.press(Qt.Key.Key_Z, CONTROL)
    clerk.until(lambda: clerk.turn.stage is Stage.READY)
    clerk.until(lambda: clerk.page.given.told == "Varaus on vapautettu. Liput palautuivat kiintiöön.")
    assert clerk.voided == [False]
    assert clerk.scan(HOLDER) == Reason.OK


def test_the_doors_list_shows_who_came_and_lets_one_go(clerk: Clerk) -> None:
    book(clerk, HOLDER)
    book(clerk, SECOND)
    clerk.press(Qt.Key.Key_Escape)
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    open_list(clerk, 2)
    end = {code: f"…{code[-4:]}, 1 lippu · " for code in (HOLDER, SECOND)}
    assert set(clerk.page.bookings.texts) == {
        end[HOLDER] + "noudettu",
        end[SECOND] + "noudettava 13.10.2018 klo 18.45 mennessä",
    }
    if clerk.page.bookings.texts[0] == end[HOLDER] + "noudettu":
        clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Delete)
    clerk.until(lambda: end[SECOND] + "vapautettu" in clerk.page.bookings.texts)
    assert clerk.page.bookings.told == "Varaus on vapautettu. Liput palautuivat kiintiöön."
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.page.places.below is Below.USUAL


def test_at_the_door_a_card_without_a_booking_is_told_so_and_r_gives_a_ticket(clerk: Clerk) -> None:
    open_list(clerk, 0)
    assert clerk.scan(HOLDER) == Reason.NO_BOOKING
    assert clerk.page.booking.text == "Anna lippu ilman varausta"
    clerk.keys.type("r")
    clerk.settled()
    assert clerk.reason == Reason.OK
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(SECOND) == Reason.OK


@pytest.fixture
def with_pin(theatre: Theatre) -> None:
    theatre.with_pin()


@pytest.mark.usefixtures("with_pin")
def test_what_nobody_collected_goes_with_a_managers_pin(clerk: Clerk, theatre: Theatre) -> None:
    book(clerk, HOLDER)
    clerk.press(Qt.Key.Key_Escape)
    open_list(clerk, 1)
    clerk.press(Qt.Key.Key_F6)
    assert clerk.page.bookings.told == "Kaikki varaukset voi vielä noutaa."
    theatre.clock.advance(hours=1, minutes=4)
    clerk.page.refresh()
    clerk.until(lambda: "ei noudettu" in clerk.page.bookings.texts[0])
    clerk.press(Qt.Key.Key_Delete)
    clerk.until(lambda: clerk.page.bookings.told.startswith("Noutoaika on ohi."))
    clerk.press(Qt.Key.Key_F6)
    clerk.keys.type(PIN)
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: "vapautettu" in clerk.page.bookings.texts[0])
    assert clerk.page.bookings.told == "1 noutamaton varaus vapautettu."
    assert clerk.scan(HOLDER) == Reason.BOOKING_RELEASED
    assert "klo 18.45" in clerk.page.verdict.sentence
    clerk.keys.type("r")
    clerk.settled()
    assert clerk.reason == Reason.OK


def test_a_card_that_may_have_no_ticket_books_none_either_and_the_answer_keeps_its_shape(
    clerk: Clerk,
) -> None:
    assert clerk.scan(EXPIRED) == Reason.EXPIRED
    assert clerk.page.booking.isVisible()
    clerk.keys.type("R")
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.party.purpose is Purpose.TAKE
