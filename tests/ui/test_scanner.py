from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import FAST, Clerk
from tests.ui.world import HOLDER, SECOND
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
