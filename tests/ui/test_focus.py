"""Where Enter goes: to the customer on the screen, whatever was pressed before, and never to an undo that nobody chose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QListView, QPushButton

from tests.ui.conftest import PATIENCE, Clerk
from tests.ui.world import EXPIRED, GROUP, HOLDER, SECOND, THIRD
from ui.clerk.given import GivenView
from ui.clerk.turn import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier


def button(clerk: Clerk, name: str) -> QPushButton:
    """A button that is shown, by what a screen reader says."""
    found = clerk.session.window.findChildren(QPushButton)
    return next(each for each in found if each.isVisible() and each.accessibleName().startswith(name))


def press(clerk: Clerk, name: str) -> None:
    """With the keyboard: the focus, then Space."""
    wanted = button(clerk, name)
    wanted.setFocus(Qt.FocusReason.TabFocusReason)
    with clerk.bot.waitSignal(wanted.clicked, timeout=PATIENCE):
        clerk.press(Qt.Key.Key_Space)
    clerk.settled()


def given_list(clerk: Clerk) -> QListView:
    view = clerk.page.given.findChild(GivenView)
    assert view is not None
    return view


def test_enter_gives_after_why_was_opened_and_closed(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.scan(SECOND)
    clerk.press(Qt.Key.Key_F1)
    clerk.press(Qt.Key.Key_F1)
    clerk.give()
    assert clerk.voided == [False, False]


def test_enter_gives_after_a_line_was_undone_by_its_button(clerk: Clerk) -> None:
    for code in (HOLDER, SECOND):
        clerk.scan(code)
        clerk.give()
    press(clerk, "Kumoa")
    clerk.until(lambda: True in clerk.voided)
    undone = clerk.voided
    assert given_list(clerk).hasFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.scan(THIRD)
    clerk.give()
    assert clerk.voided == [False, *undone]


@pytest.mark.parametrize("name", ["Valikko", "Avaa kuva", "Esihenkilön sivu", "Seuraava päivä"])
def test_the_next_card_takes_the_focus_from_any_button(clerk: Clerk, name: str) -> None:
    button(clerk, name).setFocus(Qt.FocusReason.TabFocusReason)
    clerk.scan(HOLDER)
    clerk.give()


def test_the_next_card_takes_the_focus_from_a_declined_ones_pin(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    clerk.scan(HOLDER)
    clerk.press(Qt.Key.Key_F6)
    clerk.scan(SECOND)
    clerk.give()
    assert clerk.voided == [False, False]


def test_the_next_card_takes_the_focus_from_a_day_that_is_asked_for(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    clerk.until(clerk.page.today.typed.hasFocus)
    clerk.scan(HOLDER)
    assert clerk.page.today.typed.text() == ""
    clerk.give()


def test_enter_presses_a_button_of_the_bottom_line(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    button(clerk, "Esihenkilön sivu").setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(Qt.Key.Key_Return)
    assert not clerk.view.on_clerk_page
    assert clerk.page.given.rows == ()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_next_card_takes_the_keys_from_a_box_beside_the_window(clerk: Clerk) -> None:
    clerk.session.boxes.show_about()
    about = clerk.session.boxes.about
    assert about is not None
    about.activateWindow()
    clerk.until(about.isActiveWindow)
    clerk.scan(HOLDER)
    clerk.until(clerk.session.window.isActiveWindow)
    clerk.give()
    about.close()


def test_a_control_that_ends_leaves_enter_to_giving(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("+")
    clerk.settled()
    press(clerk, "Vähennä")
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.party.children == 0
    clerk.give()


def test_a_control_that_stays_keeps_the_focus(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    press(clerk, "Lisää")
    assert QApplication.focusWidget() is button(clerk, "Lisää")


def test_a_member_taken_out_leaves_enter_to_giving(clerk: Clerk) -> None:
    for code in (GROUP, HOLDER, SECOND):
        clerk.scan(code)
    press(clerk, "Poista")
    assert len(clerk.look.members) == 1
    clerk.give()


def test_the_line_that_delete_would_undo_is_shown(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_F5)
    view = given_list(clerk)
    place = view.visualRect(view.currentIndex()).center()
    assert view.viewport().grab().toImage().pixelColor(place) == QColor(clerk.session.face.theme.palette.tint)


def test_what_came_of_an_undo_is_told_in_the_language_spoken_until_the_next_card(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    clerk.until(lambda: clerk.page.given.told.startswith("Kirjaus peruttu"))
    clerk.press(Qt.Key.Key_F8)
    assert clerk.page.given.told.startswith("Registreringen")
    clerk.scan(EXPIRED)
    assert clerk.page.given.told == ""


def test_the_code_field_keeps_the_keys_while_texts_grow_and_shrink(clerk: Clerk) -> None:
    field = clerk.page.scanbox.field
    for factor, tight in ((2.0, True), (1.0, False)):
        clerk.session.face.enlarge(factor)
        clerk.until(lambda tight=tight: clerk.page.places.tight is tight)  # type: ignore[misc]
        clerk.until(field.hasFocus)


def test_a_key_that_is_held_commands_once_also_where_its_repeats_look_like_new_presses(clerk: Clerk) -> None:
    """X11 tells a repeat as a release and a press of one instant; Qt may not know it for one."""
    clerk.scan(HOLDER)
    clerk.give()
    clerk.scan(SECOND)
    clerk.keys.press(Qt.Key.Key_Return, 0)
    clerk.settled()
    assert clerk.turn.stage is Stage.SHOWN
    clerk.give()
    clerk.press(Qt.Key.Key_Z, CONTROL)
    clerk.until(lambda: clerk.voided == [True, False])
    clerk.keys.press(Qt.Key.Key_Z, 0, CONTROL)
    clerk.refreshed()
    assert clerk.voided == [True, False]
    clerk.press(Qt.Key.Key_Z, CONTROL)
    clerk.until(lambda: clerk.voided == [True, True])


def test_a_second_ctrl_z_before_the_list_knows_of_the_first_says_nothing_else(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    giving = clerk.page.given.rows[0].giving
    clerk.page.undoing.undo(giving)
    clerk.until(lambda: "palautui" in clerk.page.given.told)
    clerk.page.undoing.undo(giving)
    clerk.refreshed()
    assert "palautui" in clerk.page.given.told


def test_the_same_card_again_leaves_the_keys_where_they_were(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.scan(HOLDER)
    assert not clerk.page.scanbox.field.hasFocus()
    clerk.keys.type("+")
    clerk.settled()
    assert clerk.turn.party.children == 1
    clerk.give()


def test_the_newest_ticket_is_in_sight_once_nobody_is_in_the_list(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.press(Qt.Key.Key_F5)
    clerk.press(Qt.Key.Key_Escape)
    for code in (SECOND, THIRD):
        clerk.scan(code)
        clerk.give()
    view = given_list(clerk)
    clerk.until(lambda: len(clerk.voided) == 3)
    newest = view.model().index(0, 0)
    assert view.viewport().rect().contains(view.visualRect(newest))
    assert not view.currentIndex().isValid()
