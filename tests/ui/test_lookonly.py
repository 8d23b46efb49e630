"""Looking only: nothing is given, whatever is pressed, and a band says so."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk
from tests.ui.world import CLOSED, GROUP, HOLDER, SECOND
from ui.clerk.turn import Stage
from validator.domain.party import Purpose
from validator.domain.verdict import Reason

CTRL = Qt.KeyboardModifier.ControlModifier


def test_cards_are_looked_at_and_nothing_is_given(clerk: Clerk) -> None:
    assert not clerk.page.look_only.isVisible()
    clerk.press(Qt.Key.Key_N, CTRL)
    assert clerk.page.look_only.isVisible()
    assert clerk.page.look_only.text == "Vain katselu: lippuja ei anneta."
    assert clerk.scan(HOLDER) == Reason.OK
    assert "Enter" not in clerk.page.verdict.shown_text
    assert "Anna lippu" not in clerk.page.verdict.shown_text
    assert clerk.page.verdict.sentence == "Kortilla saa lipun."
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.READY, "there is nothing but to go on"
    assert clerk.page.given.rows == ()
    assert clerk.page.look_only.isVisible()


def test_a_group_goes_on_without_a_card_and_is_not_given(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_N, CTRL)
    for code in (GROUP, HOLDER, CLOSED):
        clerk.scan(code)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.reason == Reason.OK_COMMUNITY
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is not Stage.GIVEN
    assert clerk.page.given.rows == ()


def test_the_same_key_again_gives_as_usual_also_to_who_is_on_the_screen(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_N, CTRL)
    clerk.scan(SECOND)
    clerk.press(Qt.Key.Key_N, CTRL)
    assert not clerk.page.look_only.isVisible()
    clerk.give()
    assert clerk.voided == [False]


def test_nothing_there_speaks_of_giving_or_booking(clerk: Clerk) -> None:
    clerk.until(lambda: "Voit jatkaa lippujen antamista" in clerk.view.strip.text)
    clerk.press(Qt.Key.Key_N, CTRL)
    clerk.scan(HOLDER)
    assert "lähetetään" not in clerk.page.verdict.shown_text
    assert "Voit jatkaa" not in clerk.view.strip.text
    clerk.keys.type("R")
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.party.purpose is Purpose.TAKE
    clerk.press(Qt.Key.Key_N, CTRL)
    assert "lähetetään" in clerk.page.verdict.shown_text
    assert "Voit jatkaa" in clerk.view.strip.text
