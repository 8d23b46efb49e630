"""What a scanner's keys must not do, and what the system makes of some of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.conftest import FAST, PATIENCE, SLOW, Clerk
from tests.ui.world import HOLDER, SECOND
from ui.clerk.turn import Stage
from validator.domain.code import Source
from validator.domain.verdict import Reason

CTRL = Qt.KeyboardModifier.ControlModifier


def burst(clerk: Clerk, text: str) -> None:
    """A scanner's keys, all at once: no timer runs out meanwhile, however busy the machine."""
    for sign in text:
        clerk.keys.at += FAST
        event = QKeyEvent(QEvent.Type.KeyPress, ord(sign), Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(clerk.session.window.windowHandle(), event)


def composed(clerk: Clerk, letter: str) -> None:
    """What the system makes of a dead key and a letter."""
    event = QInputMethodEvent()
    event.setCommitString(letter)
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, event)


def end(clerk: Clerk) -> None:
    clerk.keys.press(Qt.Key.Key_Return, FAST)
    clerk.settled()
    assert clerk.turn.ask is not None


@pytest.mark.long
def test_a_letter_made_of_a_dead_key_begins_the_scan(clerk: Clerk) -> None:
    clerk.page.scanbox.field.setText("XY")
    composed(clerk, "Ä")
    assert clerk.page.scanbox.field.text() == "XYÄ"
    burst(clerk, f"0{HOLDER}")
    end(clerk)
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.read.payload == f"Ä0{HOLDER}"
    assert (clerk.reason, clerk.page.scanbox.field.text()) == (Reason.OK, "XY")


@pytest.mark.long
def test_so_it_may_stand_in_the_middle(clerk: Clerk) -> None:
    clerk.keys.at += SLOW
    burst(clerk, "httpsABC")
    composed(clerk, "Á")
    burst(clerk, "BC")
    end(clerk)
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.read.payload == "httpsABCÁBC"
    assert clerk.page.scanbox.field.text() == ""


@pytest.mark.long
def test_a_letter_that_somebody_typed_so_stays(clerk: Clerk) -> None:
    composed(clerk, "Ä")
    clerk.keys.type("12")
    assert clerk.page.scanbox.field.text() == "Ä12"


def test_nothing_in_a_symbol_presses_the_desks_keys(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    give = clerk.page.focusWidget()
    assert isinstance(give, QPushButton)
    clerk.keys.at += SLOW
    burst(clerk, f" {SECOND}")
    end(clerk)
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.read.payload == f" {SECOND}"
    assert clerk.page.given.rows == (), "a Space in front of a code"
    with clerk.bot.waitSignal(give.clicked, timeout=PATIENCE):
        clerk.keys.press(Qt.Key.Key_Space)
    clerk.until(lambda: clerk.turn.stage is Stage.GIVEN)
    clerk.keys.at += SLOW
    burst(clerk, HOLDER[:6])
    clerk.keys.press(Qt.Key.Key_Z, FAST, CTRL)
    clerk.keys.press(Qt.Key.Key_F10, FAST)
    burst(clerk, HOLDER[6:])
    end(clerk)
    clerk.keys.press(Qt.Key.Key_Z, FAST, CTRL)
    clerk.settled()
    assert clerk.view.on_clerk_page
    clerk.until(lambda: clerk.voided == [False])
    assert clerk.turn.ask.read.source is Source.HAND


@pytest.mark.long
def test_a_space_that_was_meant_presses_its_button_before_the_next_key_does_anything(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.press(Qt.Key.Key_Space)
    assert clerk.turn.stage is Stage.SHOWN
    clerk.keys.type("+")
    clerk.until(lambda: clerk.turn.stage is Stage.GIVEN)
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.party.children == 0
