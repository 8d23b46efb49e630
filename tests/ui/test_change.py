"""A card that has its tickets, in the window: children are added or taken back with + and -, and Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk
from tests.ui.world import GROUP, HOLDER, SECOND, UNKNOWN, Theatre
from ui.clerk.turn import Stage
from validator.domain.redemption import Tickets
from validator.domain.verdict import Give, Reason


def standing(clerk: Clerk) -> list[Tickets]:
    """What was given and stands, newest first."""
    return [line.tickets for line in clerk.page.given.rows if not line.voided]


def record(clerk: Clerk) -> None:
    """Enter, and the change is in the list."""
    before = len(clerk.page.given.rows)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.GIVEN
    clerk.until(lambda: len(clerk.page.given.rows) == before + 1)


def test_a_child_more_right_after_giving_is_two_keys(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.page.verdict.sentence == "Anna lisää 1 lasten lippu."
    assert clerk.turn.stage is Stage.SHOWN
    record(clerk)
    assert standing(clerk) == [Tickets(1, 1)]
    assert "Muutos kirjattu: 2 lippua" in clerk.page.verdict.shown_text


def test_the_answer_before_stays_until_the_new_one_is_there(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    before = clerk.page.verdict.shown_text
    assert "1 lippu kirjattu" in before
    clerk.flow.set_children(1)
    assert clerk.turn.stage is Stage.LOOKING
    assert clerk.page.verdict.shown_text == before
    clerk.settled()
    assert clerk.page.verdict.sentence == "Anna lisää 1 lasten lippu."


def test_a_card_with_tickets_offers_it_and_a_child_is_taken_back(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("++")
    clerk.settled()
    clerk.give()
    clerk.press(Qt.Key.Key_Return)
    assert clerk.scan(HOLDER) == Reason.ALREADY
    assert "paina + tai −" in clerk.page.verdict.shown_text
    clerk.keys.type("-")
    clerk.settled()
    assert clerk.page.verdict.sentence == "Ota takaisin 1 lasten lippu."
    clerk.keys.type("a")
    clerk.settled()
    assert clerk.page.verdict.sentence == "Ota takaisin 1 lasten lippu. Anna lippu avustajalle tai tulkille."
    record(clerk)
    assert standing(clerk) == [Tickets(1, 1, 1)]


def test_back_to_what_stands_is_no_change_and_enter_books_nothing(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.keys.type("+-")
    clerk.settled()
    assert clerk.page.verdict.sentence == "Ei muutosta. Kortilla on 1 lippu."
    clerk.press(Qt.Key.Key_Return)
    assert len(clerk.page.given.rows) == 1
    clerk.press(Qt.Key.Key_Escape)
    assert standing(clerk) == [Tickets(1)]


def test_undo_takes_back_all_that_stands_of_a_changed_giving(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.keys.type("+")
    clerk.settled()
    record(clerk)
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    clerk.until(lambda: clerk.voided == [True, True])
    assert clerk.turn.stage is Stage.READY
    assert clerk.scan(HOLDER) == Reason.OK


@pytest.mark.parametrize("stage", [Stage.GIVING, Stage.GIVEN])
def test_an_undo_before_the_list_knows_of_the_giving_takes_nothing_from_the_customer_before(
    clerk: Clerk, stage: Stage
) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.scan(SECOND)
    pressed: list[Stage] = []

    def press() -> None:
        if clerk.turn.stage is stage and not pressed:
            pressed.append(stage)
            clerk.page.undoing.latest()

    clerk.flow.turned.connect(press)
    clerk.press(Qt.Key.Key_Return)
    clerk.until(lambda: clerk.voided == [stage is Stage.GIVEN, False])
    clerk.flow.turned.disconnect(press)
    assert pressed


def test_where_nothing_stands_an_undo_says_so(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert clerk.page.given.told == "Tänään ei ole lippuja, joita voisi perua."


def test_an_undone_giving_is_not_changed(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.keys.type("+")
    clerk.settled()
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    clerk.until(lambda: clerk.voided == [True])
    assert clerk.turn.stage is Stage.READY


def test_more_than_the_register_says_is_declined_and_what_stands_stays(clerk: Clerk) -> None:
    clerk.scan(SECOND)
    clerk.give()
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.reason == Reason.CHILD_LIMIT
    clerk.scan(HOLDER)
    assert clerk.page.queue.text() == "", "the one before has a ticket"
    assert standing(clerk) == [Tickets(1)]


def test_a_groups_tickets_are_not_changed(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    clerk.give()
    given = clerk.look
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.turn.stage is Stage.GIVEN
    assert clerk.look is given


@pytest.mark.parametrize("decided", [True, False])
def test_a_code_that_begins_with_the_assistants_letter_changes_nobody(clerk: Clerk, *, decided: bool) -> None:
    clerk.scan(HOLDER)
    if decided:
        clerk.give()
    clerk.keys.scan(f"A{SECOND}")
    clerk.settled()
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.read.payload == f"A{SECOND}", "it replaces the one before and waits for nobody"
    assert clerk.turn.waiting == ()
    assert (clerk.page.queue.text() != "") is not decided


class TestOldList:
    @pytest.fixture
    def theatre(self, theatre: Theatre) -> Theatre:
        """The list is older than a day."""
        theatre.clock.advance(hours=25)
        return theatre

    def test_what_is_provisional_says_so_in_its_largest_sentence(self, clerk: Clerk) -> None:
        assert clerk.scan(UNKNOWN) == Reason.OK
        assert isinstance(clerk.look.verdict, Give)
        assert clerk.look.verdict.provisional
        said = "Katso kortista viimeinen voimassaolopäivä. Jos se ei ole ohi, anna 1 lippu."
        assert clerk.page.verdict.sentence == said
        assert "Korttia ei ole vanhassa luettelossa." in clerk.page.verdict.shown_text
        for _ in range(4):
            assert "Kortti on voimassa" not in clerk.page.verdict.shown_text
            assert "Card is valid" not in clerk.page.verdict.shown_text
            assert "Kortet är giltigt" not in clerk.page.verdict.shown_text
            clerk.press(Qt.Key.Key_F8)
        clerk.give()
        assert clerk.page.verdict.sentence == said
