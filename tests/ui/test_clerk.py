from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from tests.ui.conftest import Clerk
from tests.ui.world import CLOSED, EXPIRED, HOLDER, LOCAL, PLAY, SECOND, THIRD, TODAY, UNKNOWN, Theatre
from ui.clerk.arrangement import Below
from ui.clerk.flow import Patience
from ui.clerk.turn import Stage, Turn
from ui.deskview import Times
from validator.desk import Choice, Contacts
from validator.domain.code import Source
from validator.domain.role import Role
from validator.domain.verdict import Decline, Give, Outcome, Reason


def test_the_first_line_for_which_something_can_be_given_is_chosen(clerk: Clerk) -> None:
    assert clerk.flow.choice is not None
    assert clerk.flow.choice.offer == "play"
    assert "Lue kortti" in clerk.page.verdict.sentence


def test_a_scan_and_an_enter_give_a_ticket(clerk: Clerk) -> None:
    assert clerk.scan(HOLDER) == Reason.OK
    assert clerk.page.verdict.sentence == "Kortti on voimassa. Anna lippu."
    clerk.give()
    assert clerk.voided == [False]
    line = clerk.page.today.offers.line
    assert line is not None
    clerk.until(lambda: (clerk.page.today.offers.line or line).left == 19)


def test_a_no_without_a_connection_speaks_of_no_entry_to_be_sent(clerk: Clerk) -> None:
    clerk.scan(EXPIRED)
    assert "haetusta luettelosta" in clerk.page.verdict.shown_text
    assert "lähetetään" not in clerk.page.verdict.shown_text
    clerk.scan(HOLDER)
    assert "lähetetään" in clerk.page.verdict.shown_text


def test_page_keys_turn_a_long_answer(clerk: Clerk) -> None:
    clerk.session.window.resize(clerk.session.window.minimumSize())
    clerk.session.face.enlarge(2.0)
    clerk.scan(HOLDER)
    clerk.keys.type("++")
    clerk.settled()
    words = next(each for each in clerk.page.verdict.findChildren(QLabel) if "…" in each.text())
    area = next(each for each in clerk.page.findChildren(QScrollArea) if each.isAncestorOf(words))
    clerk.until(lambda: clerk.page.places.tight and area.verticalScrollBar().maximum() > 0)
    clerk.until(lambda: words.visibleRegion().isEmpty())

    def turned(key: Qt.Key, *, in_sight: bool) -> bool:
        """Once more, as long as it is not there: a note that came late may have made the answer longer by a line."""
        clerk.press(key)
        return words.visibleRegion().isEmpty() != in_sight

    clerk.until(lambda: turned(Qt.Key.Key_PageDown, in_sight=True))
    clerk.until(lambda: turned(Qt.Key.Key_PageUp, in_sight=False))
    clerk.give()


def test_a_second_enter_gives_nothing_more(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage == Stage.READY
    assert len(clerk.page.given.rows) == 1


def test_what_was_left_before_a_giving_is_not_told_after_it(clerk: Clerk, theatre: Theatre) -> None:
    with theatre.open() as station:
        station.desk(lambda: False).quotas.put(PLAY, TODAY, 3, Role.MANAGER)
    clerk.scan(HOLDER)
    assert "jäljellä 3" in clerk.page.verdict.shown_text
    clerk.give()
    assert "jäljellä" not in clerk.page.verdict.shown_text


def test_undo_is_a_key_and_leaves_its_line(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    clerk.until(lambda: clerk.voided == [True])
    assert clerk.turn == Turn()
    assert "kirjattu" not in clerk.page.verdict.shown_text
    assert clerk.scan(HOLDER) == Reason.OK
    assert clerk.turn.stage == Stage.SHOWN


def test_undo_is_a_key_in_the_empty_code_field_too_and_brings_no_code_back(clerk: Clerk) -> None:
    field = clerk.page.scanbox.field
    clerk.keys.type(HOLDER)
    assert field.text() == HOLDER
    clerk.press(Qt.Key.Key_Return)
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    clerk.until(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    clerk.until(lambda: clerk.voided == [True])
    assert field.text() == ""
    QTest.keyClicks(field, "AB")
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert clerk.voided == [True]


def test_undo_on_the_chosen_line(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.scan(SECOND)
    clerk.give()
    clerk.press(Qt.Key.Key_F5)
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Delete)
    clerk.until(lambda: clerk.voided == [False, True])


def test_children_by_keys_up_to_the_registers_count(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("++")
    clerk.settled()
    assert clerk.reason == Reason.OK_CHILDREN
    assert isinstance(clerk.look.verdict, Give)
    assert clerk.look.verdict.tickets.total == 3
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.reason == Reason.CHILD_LIMIT
    clerk.keys.type("-")
    clerk.settled()
    assert clerk.reason == Reason.OK_CHILDREN


def test_an_assistant_by_its_letter(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("a")
    clerk.settled()
    assert isinstance(clerk.look.verdict, Give)
    assert clerk.look.verdict.tickets.assistants == 1
    clerk.keys.type("A")
    clerk.settled()
    assert isinstance(clerk.look.verdict, Give)
    assert clerk.look.verdict.tickets.assistants == 0


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (EXPIRED, Reason.EXPIRED),
        (CLOSED, Reason.CLOSED),
        (UNKNOWN, Reason.UNKNOWN),
        (LOCAL, Reason.LOCAL_CARD),
        ("https://example.org/", Reason.OTHER_CARD),
    ],
)
def test_a_decline_stands_in_the_same_panel_and_enter_gives_nothing(
    clerk: Clerk, code: str, reason: Reason
) -> None:
    clerk.show(THIRD)
    before = clerk.page.places.panel.geometry()
    assert clerk.show(code) == reason
    assert clerk.page.places.panel.geometry() == before
    clerk.press(Qt.Key.Key_Return)
    assert clerk.page.given.rows == ()


def test_the_next_card_replaces_the_one_on_the_screen(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.scan(SECOND) == Reason.OK
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.party.children == 0
    clerk.give()
    assert clerk.scan(HOLDER) == Reason.OK


def test_an_undecided_customer_who_is_replaced_is_said_to_have_got_nothing(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    assert clerk.page.queue.text() == ""
    clerk.scan(SECOND)
    assert clerk.page.queue.text() == f"Edelliselle kortille …{HOLDER[-4:]} ei annettu lippua."
    clerk.scan(EXPIRED)
    assert SECOND[-4:] in clerk.page.queue.text()
    clerk.scan(THIRD)
    assert clerk.page.queue.text() == "", "the one before was told no"


def test_two_scans_in_a_row_are_shown_one_after_the_other_and_the_second_waits(clerk: Clerk) -> None:
    clerk.flow.scan(HOLDER, Source.CAMERA)
    clerk.flow.scan(SECOND, Source.HAND)
    clerk.settled()
    assert clerk.page.queue.text() == "1 kortti odottaa vuoroaan."
    assert (clerk.reason, clerk.card) == (Reason.OK, HOLDER[-4:])
    clerk.keys.scan(EXPIRED)
    assert clerk.page.queue.text() == "2 korttia odottaa vuoroaan."
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: clerk.card == SECOND[-4:])
    given = f"Edelliselle kortille …{HOLDER[-4:]} annettiin 1 lippu."
    assert clerk.page.queue.text() == f"{given} 1 kortti odottaa vuoroaan."
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.reason == Reason.EXPIRED
    assert clerk.page.queue.text() == ""
    clerk.until(lambda: [line.masked[-4:] for line in clerk.page.given.rows] == [HOLDER[-4:]])


class TestBreath:
    @pytest.fixture
    def times(self, times: Times) -> Times:
        return Times(patience=Patience(breath=100_000), instant=times.instant)

    def test_a_second_enter_is_not_for_the_next_one_who_came_up_meanwhile(self, clerk: Clerk) -> None:
        clerk.flow.scan(HOLDER, Source.CAMERA)
        clerk.flow.scan(SECOND, Source.HAND)
        clerk.settled()
        clerk.press(Qt.Key.Key_Return)
        clerk.until(lambda: clerk.card == SECOND[-4:])
        clerk.press(Qt.Key.Key_Return)
        assert clerk.turn.stage is Stage.SHOWN
        clerk.until(lambda: len(clerk.page.given.rows) == 1)


def test_the_same_card_again_is_noted_and_takes_nothing_from_its_customer(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.scan(HOLDER) == Reason.OK_CHILDREN
    assert "luettiin juuri" in clerk.page.verdict.shown_text
    assert clerk.show(f"https://example.org/{HOLDER}") == Reason.OK_CHILDREN, "by another of its symbols"
    clerk.give()
    assert "luettiin juuri" not in clerk.page.verdict.shown_text
    assert clerk.scan(HOLDER) == Reason.OK_CHILDREN
    assert clerk.turn.stage is Stage.GIVEN
    assert "luettiin juuri" in clerk.page.verdict.shown_text
    assert len(clerk.page.given.rows) == 1


@pytest.mark.parametrize("where", [Qt.Key.Key_F4, Qt.Key.Key_F3, Qt.Key.Key_F5])
def test_enter_ends_the_customer_after_a_giving_wherever_the_focus_is(clerk: Clerk, where: Qt.Key) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(where)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.READY


def test_enter_after_a_giving_stays_on_the_chosen_day(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F2)
    clerk.until(lambda: clerk.flow.choice is not None and clerk.flow.choice.performance == "matinee-1")
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.READY
    assert clerk.flow.choice is not None
    assert clerk.flow.choice.performance == "matinee-1"


def test_escape_clears_and_a_typed_code_waits_for_enter(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.turn.stage == Stage.READY
    clerk.keys.type(SECOND.lower())
    assert clerk.turn.stage == Stage.READY
    clerk.press(Qt.Key.Key_Return)
    assert clerk.reason == Reason.OK
    assert clerk.page.scanbox.field.text() == ""


def test_typing_is_helped_while_it_goes_on(clerk: Clerk) -> None:
    clerk.keys.type(HOLDER[:9])
    assert clerk.page.scanbox.field.accessibleDescription() == "Tunnuksesta puuttuu vielä merkkejä."
    clerk.keys.type("X" if HOLDER[9] != "X" else "Y")
    assert clerk.page.scanbox.field.accessibleDescription() == "Tarkista O ja 0 sekä I ja 1."
    clerk.press(Qt.Key.Key_Backspace)
    clerk.keys.type(HOLDER[9])
    assert clerk.page.scanbox.field.accessibleDescription() == ""


def test_a_code_that_begins_with_the_assistants_letter_can_be_typed_over_a_verdict(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("AB1")
    clerk.settled()
    assert clerk.page.scanbox.field.text() == "AB1"
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.party.assistants == 0


def test_why_tells_every_rule_and_goes_away_again(clerk: Clerk) -> None:
    clerk.scan(EXPIRED)
    clerk.press(Qt.Key.Key_F1)
    assert clerk.page.places.below.value == Below.WHY
    assert isinstance(clerk.look.verdict, Decline)
    asked = [check for check in clerk.look.verdict.trace if check.outcome is not Outcome.SKIPPED]
    assert len(clerk.page.why.lines) == len(asked)
    assert clerk.page.why.lines[0] == "Kortti on voimassa tänä päivänä: ei täyty"
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.page.places.below.value == Below.USUAL


def test_another_offer_is_asked_for_at_once(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.press(Qt.Key.Key_F3)
    clerk.press(Qt.Key.Key_Down)
    assert clerk.reason == Reason.SOLD_OUT
    clerk.press(Qt.Key.Key_Down)
    assert clerk.reason == Reason.OK
    clerk.give()
    assert clerk.page.given.rows[0].choice.offer == "exhibition"


@pytest.mark.allow_log
def test_what_the_desk_cannot_answer_is_said_calmly_and_nothing_is_given(clerk: Clerk) -> None:
    clerk.page.today.blockSignals(True)  # a refresh that comes before the answer would put the choice back
    clerk.flow.choose(Choice("nothing-of-ours", None, TODAY))
    clerk.flow.scan(HOLDER, Source.CAMERA)
    clerk.until(lambda: "tallessa" in clerk.page.verdict.sentence)
    clerk.page.today.blockSignals(False)
    clerk.page.today.chosen.emit(clerk.page.today.offers.line)  # as every refresh does
    assert ("tallessa" in clerk.page.verdict.sentence, clerk.turn.stage) == (True, Stage.FAILED)
    assert "Voit jatkaa" not in clerk.view.strip.text
    assert "Älä anna sitä vielä" in clerk.page.verdict.shown_text
    clerk.page.know_contacts(Contacts("tuki@esimerkki.fi"))
    assert "tuki@esimerkki.fi" in clerk.page.verdict.shown_text
    clerk.flow.choose(clerk.page.today.offers.line.choice if clerk.page.today.offers.line else None)
    assert clerk.show(HOLDER) == Reason.OK


@pytest.mark.allow_log
def test_what_the_desk_cannot_answer_is_read_before_the_next_card_comes_up(clerk: Clerk) -> None:
    clerk.page.today.blockSignals(True)  # a refresh that comes before the answer would put the choice back
    choice = clerk.flow.choice
    clerk.flow.choose(Choice("nothing-of-ours", None, TODAY))
    clerk.flow.scan(HOLDER, Source.CAMERA)
    clerk.flow.scan(SECOND, Source.CAMERA)
    clerk.until(lambda: "tallessa" in clerk.page.verdict.sentence)
    assert clerk.page.queue.text() == "1 kortti odottaa vuoroaan."
    clerk.flow.choose(choice)
    clerk.press(Qt.Key.Key_Return)
    assert (clerk.reason, clerk.card) == (Reason.OK, SECOND[-4:])


def test_a_refresh_takes_the_focus_from_nobody(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F3)
    assert clerk.page.today.offers.hasFocus()
    clerk.page.refresh()
    clerk.refreshed()
    assert clerk.page.today.offers.hasFocus()


def test_another_day_and_back(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F2)
    clerk.until(lambda: clerk.flow.choice is not None and clerk.flow.choice.performance == "matinee-1")
    clerk.press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    clerk.until(lambda: clerk.flow.choice is not None and clerk.flow.choice.performance == "play-0")


def test_another_day_is_named_wherever_a_ticket_for_it_is_shown(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    assert "14.10." not in clerk.page.verdict.shown_text
    clerk.press(Qt.Key.Key_Escape)
    clerk.press(Qt.Key.Key_F2)
    clerk.until(lambda: clerk.flow.choice is not None and clerk.flow.choice.performance == "matinee-1")
    assert "Muumipappa merellä · su 14.10.2018" in clerk.page.verdict.shown_text
    clerk.scan(HOLDER)
    assert "Muumipappa merellä · su 14.10.2018" in clerk.page.verdict.shown_text
    clerk.give()
    given = clerk.page.given.model
    assert given.name(given.lines[0]) == "Muumipappa merellä · su 14.10.2018"
    clerk.press(Qt.Key.Key_Escape)
    clerk.until(lambda: clerk.flow.choice is not None and clerk.flow.choice.performance == "play-0")
    assert "14.10." not in clerk.page.verdict.shown_text


def test_nothing_to_give_is_said_and_no_card_is_asked_for(clerk: Clerk) -> None:
    clerk.page.today.put((), TODAY)
    clerk.flow.scan(HOLDER, Source.CAMERA)
    assert clerk.turn.stage == Stage.READY
    assert "Valitse" in clerk.page.verdict.sentence


class TestClearing:
    @pytest.fixture
    def times(self, times: Times) -> Times:
        return Times(patience=Patience(single=50, group=100_000), instant=times.instant)

    def test_what_nobody_touches_clears_itself(self, clerk: Clerk) -> None:
        stages: list[Stage] = []
        clerk.flow.turned.connect(lambda: stages.append(clerk.turn.stage))
        clerk.flow.scan(HOLDER, Source.CAMERA)
        clerk.until(lambda: stages == [Stage.LOOKING, Stage.SHOWN, Stage.READY])
        assert clerk.turn.ask is None
        assert HOLDER[-4:] not in clerk.page.verdict.shown_text


def test_it_takes_twenty_seconds(clerk: Clerk) -> None:
    assert Patience() == Patience(single=20_000, group=120_000)
