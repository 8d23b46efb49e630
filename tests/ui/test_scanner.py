from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import FAST, SLOW, Clerk
from tests.ui.world import HOLDER, SECOND, THIRD
from ui.clerk.turn import Stage
from validator.domain.code import Source
from validator.domain.verdict import Reason


def test_a_burst_into_the_field_is_one_reading_and_leaves_the_field_as_it_was(clerk: Clerk) -> None:
    clerk.keys.type("XY")
    clerk.scan(HOLDER)
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.read.source is Source.HAND
    assert clerk.turn.ask.read.payload == HOLDER
    assert clerk.page.scanbox.field.text() == "XY"


@pytest.mark.long
def test_a_burst_that_stutters_is_one_reading_and_leaves_the_field_as_it_was(clerk: Clerk) -> None:
    clerk.keys.type("XY")
    clerk.keys.type(HOLDER[0], SLOW)
    clerk.keys.type(HOLDER[1:3], FAST)
    clerk.keys.type(HOLDER[3], 95.0)
    clerk.keys.type(HOLDER[4:8], FAST)
    clerk.keys.type(HOLDER[8], 95.0)
    clerk.keys.type(HOLDER[9:], FAST)
    clerk.keys.press(Qt.Key.Key_Return, FAST)
    clerk.settled()
    assert clerk.turn.ask is not None
    assert (clerk.turn.ask.read.source, clerk.turn.ask.read.payload) == (Source.HAND, HOLDER)
    assert clerk.page.scanbox.field.text() == "XY"
    assert clerk.reason == Reason.OK


def test_a_burst_without_enter_ends_by_itself(clerk: Clerk) -> None:
    clerk.keys.scan(HOLDER, enter=False)
    clerk.until(lambda: clerk.turn.stage is Stage.SHOWN)
    assert clerk.reason == Reason.OK


def test_the_scanners_own_enter_gives_no_ticket(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.press(Qt.Key.Key_Return, FAST)
    clerk.settled()
    assert clerk.turn.stage == Stage.SHOWN
    assert clerk.page.given.rows == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F1])
def test_a_scan_is_taken_wherever_the_focus_is(clerk: Clerk, key: Qt.Key) -> None:
    clerk.scan(SECOND)
    clerk.give()
    clerk.press(key)
    assert clerk.scan(HOLDER) == Reason.OK
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.read.payload == HOLDER


def test_a_scanner_as_slow_as_typing_is_a_typed_code_from_any_button(clerk: Clerk) -> None:
    assert clerk.session.menu is not None
    clerk.session.menu.setFocus(Qt.FocusReason.TabFocusReason)
    clerk.keys.type(HOLDER, 60.0)
    clerk.keys.press(Qt.Key.Key_Return, 60.0)
    clerk.settled()
    assert clerk.turn.ask is not None
    assert (clerk.turn.ask.read.source, clerk.turn.ask.read.payload) == (Source.TYPED, HOLDER)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_scan_closes_the_menu_and_is_taken(clerk: Clerk) -> None:
    assert clerk.session.menu is not None
    clerk.session.menu.open()
    assert clerk.scan(HOLDER) == Reason.OK


def test_on_the_managers_page_a_scan_is_nobodys(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F10)
    clerk.keys.scan(HOLDER)
    assert clerk.turn.stage == Stage.READY
    assert clerk.page.given.rows == ()


def test_what_a_scanner_puts_around_a_code_is_told_once_and_always_in_the_reasons(clerk: Clerk) -> None:
    assert clerk.scan(f"]C1{HOLDER}~") == Reason.OK
    told = f"Lukija lähetti: ]C1 …{HOLDER[-4:]} ~"
    assert told in clerk.page.verdict.shown_text
    clerk.flow.refresh()
    clerk.settled()
    assert told in clerk.page.verdict.shown_text, "the same card is still there"
    clerk.scan(f"]C1{SECOND}~")
    assert "lähetti" not in clerk.page.verdict.shown_text
    assert clerk.page.why.arrived.endswith(f"Lukija lähetti: ]C1 …{SECOND[-4:]} ~")
    clerk.scan(f"#{THIRD}")
    assert f"Lukija lähetti: # …{THIRD[-4:]}" in clerk.page.verdict.shown_text, "another setting"
    clerk.scan(HOLDER)
    assert clerk.page.why.arrived == ""
    assert "lähetti" not in clerk.page.verdict.shown_text
    clerk.show(f"]C1{HOLDER}")
    assert clerk.page.why.arrived == "", "no scanner's"
