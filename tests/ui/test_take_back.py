"""Tickets of an earlier day, in the window: a clerk cannot take them back or change them any more, a manager with F6 can (A32)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.conftest import Clerk, copied
from tests.ui.world import HOLDER, PIN, SECOND, Theatre, give_the_day_before
from ui.clerk.turn import Stage
from ui.operations import Given
from validator.desk import Choice, GivenLine
from validator.domain.journal import EventKind, Json, parse
from validator.domain.redemption import Tickets
from validator.domain.verdict import Reason


@pytest.fixture(scope="module")
def enrolled(enrolled_with_pin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A card got its ticket yesterday."""
    theatre = copied(enrolled_with_pin, tmp_path_factory.mktemp("given_before"))
    return give_the_day_before(theatre, HOLDER).folder


def type_pin(clerk: Clerk, pin: str = PIN) -> None:
    """F6 and the PIN."""
    clerk.press(Qt.Key.Key_F6)
    clerk.keys.type(pin)
    clerk.press(Qt.Key.Key_Return)


def voids(theatre: Theatre) -> list[Json]:
    """Why givings were taken back, as the journal says it."""
    with theatre.open() as station, station.ledger.read() as books:
        found = [parse(entry.header) for entry in books.entries()]
        return [each.body["reason"] for each in found if each.kind == EventKind.VOID]


def test_the_answer_names_the_way_and_a_manager_takes_the_tickets_back(
    clerk: Clerk, theatre: Theatre
) -> None:
    assert clerk.scan(HOLDER) == Reason.ALREADY
    assert "Esihenkilö voi ottaa liput takaisin: F6." in clerk.page.verdict.shown_text
    type_pin(clerk)
    clerk.until(lambda: clerk.page.lift.asking)
    reasons = clerk.page.lift.reasons
    assert reasons.accessibleName().endswith("Jo annetut liput voi myös ottaa takaisin.")
    back = reasons.buttons[-1]
    assert (back.accessibleName(), back.accessibleDescription()) == ("Ota liput takaisin", "5")
    clerk.keys.type("5")
    clerk.until(lambda: clerk.turn.stage is Stage.READY)
    clerk.until(lambda: "Kirjaus peruttu" in clerk.page.verdict.shown_text)
    assert clerk.page.scanbox.field.hasFocus()
    assert voids(theatre) == ["manager"]
    assert clerk.scan(HOLDER) == Reason.OK
    assert "peruttu" not in clerk.page.verdict.shown_text


def test_arrows_reach_it_and_enter_takes_back(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    type_pin(clerk)
    clerk.until(lambda: clerk.page.lift.asking)
    clerk.press(Qt.Key.Key_Left)
    assert clerk.page.lift.reasons.buttons[-1].hasFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: clerk.turn.stage is Stage.READY)
    assert voids(theatre) == ["manager"]


def test_a_wrong_pin_or_none_takes_nothing_back(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.page.undoing.take_back()
    type_pin(clerk, "1111")
    clerk.until(lambda: "ei ole oikein" in clerk.page.lift.told)
    clerk.page.undoing.take_back()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(HOLDER) == Reason.ALREADY
    assert voids(theatre) == []


def test_a_second_ticket_may_still_be_allowed_by_its_digit(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    type_pin(clerk)
    clerk.until(lambda: clerk.page.lift.asking)
    clerk.keys.type("3")
    clerk.until(lambda: clerk.turn.can_give)
    clerk.give()
    assert voids(theatre) == []


def test_tickets_of_today_are_no_managers_to_take_back(clerk: Clerk) -> None:
    clerk.scan(SECOND)
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.scan(SECOND) == Reason.ALREADY
    assert "F6" not in clerk.page.verdict.shown_text
    type_pin(clerk)
    clerk.until(lambda: clerk.page.lift.asking)
    reasons = clerk.page.lift.reasons
    assert len(reasons.buttons) == 4
    assert "takaisin" not in reasons.accessibleName()
    clerk.keys.type("5")
    assert clerk.page.scanbox.field.text() == "5"
    # What was offered beside one card is not offered beside the next.
    assert [each.isVisible() for each in reasons.findChildren(type(reasons.buttons[0]))] == [True] * 4 + [
        False
    ]


def test_a_child_more_than_yesterday_needs_the_same_pin(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.reason == Reason.UNDO_TOO_LATE
    assert clerk.page.verdict.sentence == ("Vain esihenkilö voi muuttaa aiempana päivänä annettuja lippuja.")
    assert "PIN-koodi: F6." in clerk.page.verdict.shown_text
    type_pin(clerk)
    clerk.until(lambda: clerk.turn.can_give)
    assert clerk.page.verdict.sentence == "Anna lisää 1 lasten lippu."
    assert not clerk.page.lift.isVisible()
    clerk.give()
    assert voids(theatre) == ["manager_changed"]
    assert [line.tickets for line in clerk.page.given.rows] == [Tickets(1, 1)]


def test_the_pin_was_for_that_party_alone(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("+")
    clerk.settled()
    type_pin(clerk)
    clerk.until(lambda: clerk.turn.can_give)
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.reason == Reason.UNDO_TOO_LATE
    assert not clerk.turn.can_give


def test_a_line_that_is_too_late_for_a_clerk_names_the_way(clerk: Clerk, theatre: Theatre) -> None:
    with theatre.open() as station, station.ledger.read() as books:
        (row,) = (each for each in books.given(10) if each.own)
    choice = Choice(row.offer, row.performance, row.visit)
    line = GivenLine(row.giving, row.at, row.tail, row.tickets, choice, row.state)
    told = "Vain esihenkilö voi enää perua tämän: lue kortti ja paina F6."

    def is_told() -> bool:
        if clerk.page.given.told != told:
            clerk.page.given.put(Given((line,), {}))  # a window that stands open over midnight still lists it
            clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        return clerk.page.given.told == told

    clerk.until(is_told)
    clerk.page.refresh()
    clerk.until(lambda: not clerk.page.given.rows)
    assert clerk.page.given.told == told
    assert voids(theatre) == []


def test_enter_is_named_on_what_it_presses(clerk: Clerk) -> None:
    def named() -> list[str]:
        buttons = clerk.page.findChildren(QPushButton)
        return [each.accessibleName() for each in buttons if each.isVisible() and "⏎" in each.text()]

    clerk.scan(HOLDER)
    assert named() == ["Jatka"]
    clerk.press(Qt.Key.Key_F6)
    assert named() == ["Salli"]
    clerk.keys.type(PIN)
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: clerk.page.lift.asking)
    assert named() == []
    assert "F6" not in clerk.page.verdict.shown_text
    clerk.press(Qt.Key.Key_Escape)
    clerk.press(Qt.Key.Key_F4)
    clerk.scan(SECOND)
    assert named() == ["Anna 1 lippu"]
    clerk.press(Qt.Key.Key_Tab)
    assert named() == []
