"""Entering a paper sheet in a real window, by keyboard alone: each row once, and what is not finished is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.conftest import Clerk
from tests.ui.world import CLOSED, GROUP, HOLDER, SECOND, THIRD
from ui.paper.page import PaperPage
from ui.parts import Button
from ui.parts import key as bind
from validator.errors import StoreFull
from validator.store.ledger import Ledger

CTRL = Qt.KeyboardModifier.ControlModifier
TONIGHT = 2
"""The place of tonight's play among the events of the day: the first is to be chosen, then comes the matinee."""


@pytest.fixture
def page(clerk: Clerk) -> PaperPage:
    """The page, open, with the day's events."""
    clerk.keys.press(Qt.Key.Key_E, modifier=CTRL)
    page = clerk.view.paper
    clerk.bot.waitUntil(lambda: page.form.events.count() > TONIGHT)
    return page


def button_of(clerk: Clerk, page: PaperPage, key: str) -> Button | None:
    """The button that does this, if it is offered."""
    name = clerk.session.face.say("ui", key)
    shown = (button for button in page.findChildren(Button) if button.isVisible())
    return next((button for button in shown if button.accessibleName() == name), None)


def type_row(clerk: Clerk, page: PaperPage, code: str, time: str = "17.05") -> None:
    """The time, the event if it is not chosen yet, and the code; Enter records."""
    page.form.time.setFocus()
    clerk.keys.type(time)
    clerk.keys.press(Qt.Key.Key_Return)
    while page.form.events.currentIndex() < TONIGHT:
        clerk.keys.press(Qt.Key.Key_Down)
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.keys.type(code)
    clerk.keys.press(Qt.Key.Key_Return)


def takes(field: QLineEdit, key: Qt.Key) -> bool:
    """Whether the field keeps Ctrl and this key from the window's shortcuts."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_no_field_keeps_the_windows_keys_whatever_the_platform_edits_with_them(clerk: Clerk) -> None:
    # Under X11 a plain field takes Ctrl+E for the line's end; offscreen it does not, but it takes Ctrl and an arrow.
    today = clerk.page.today
    fields = (clerk.page.scanbox.field, today.typed, today.filter, clerk.view.paper.form.code)
    assert all(takes(field, Qt.Key.Key_Right) for field in fields)
    bind("Ctrl+Right", clerk.page, lambda: None)
    for field in fields:
        assert not takes(field, Qt.Key.Key_Right)
        assert not takes(field, Qt.Key.Key_E)
        assert not takes(field, Qt.Key.Key_Z)
        assert takes(field, Qt.Key.Key_C)
        field.setText("13")
        assert takes(field, Qt.Key.Key_Z)
        assert not takes(field, Qt.Key.Key_E)


def test_a_row_is_recorded_by_keys_alone_and_the_next_one_begins(clerk: Clerk, page: PaperPage) -> None:
    type_row(clerk, page, HOLDER)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    assert clerk.session.face.say("ui", "paper.recorded") in page.lines[0]
    assert (page.form.time.text(), page.form.code.text()) == ("", "")
    assert page.form.day.text() == "13.10.2018"
    assert page.form.events.currentIndex() == TONIGHT
    assert page.form.time.hasFocus()
    type_row(clerk, page, SECOND, "17.10")
    clerk.bot.waitUntil(lambda: len(page.lines) == 2)
    clerk.keys.press(Qt.Key.Key_Escape)
    assert clerk.view.on_clerk_page
    clerk.bot.waitUntil(lambda: len(clerk.page.given.rows) == 2)


def test_a_declined_row_says_that_a_manager_will_look_and_the_customer_keeps_the_ticket(
    clerk: Clerk, page: PaperPage
) -> None:
    type_row(clerk, page, CLOSED)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    assert "Asiakas pitää lipun" in page.lines[0]
    assert "Kortti on suljettu" in page.lines[0]


@pytest.mark.parametrize(
    ("day", "wrong"), [("31.12.9999", "paper.wrong_future"), ("1.1.0001", "paper.wrong_old")]
)
def test_a_day_at_the_end_of_the_calendar_is_a_wrong_one_and_no_more(
    clerk: Clerk, page: PaperPage, day: str, wrong: str
) -> None:
    page.form.day.setFocus()
    page.form.day.selectAll()
    clerk.keys.type(day)
    clerk.refreshed()
    type_row(clerk, page, HOLDER)
    clerk.bot.waitUntil(lambda: bool(page.trouble))
    assert page.trouble == clerk.session.face.say("ui", wrong)


def test_what_is_wrong_says_so_and_stays(clerk: Clerk, page: PaperPage) -> None:
    type_row(clerk, page, HOLDER, "23.59")
    clerk.bot.waitUntil(lambda: bool(page.trouble))
    assert page.trouble == clerk.session.face.say("ui", "paper.wrong_future")
    page.form.time.selectAll()
    page.form.time.setFocus()
    clerk.keys.type("17.00")
    page.form.code.setFocus()
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    assert page.trouble == ""


def test_the_code_is_held_against_its_form_while_it_is_typed(clerk: Clerk, page: PaperPage) -> None:
    page.form.code.setFocus()
    clerk.keys.type("KAIKU")
    clerk.bot.waitUntil(lambda: bool(page.form.says))
    clerk.keys.type(HOLDER.removeprefix("KAIKU"))
    assert page.form.says == ""


def test_what_may_have_been_entered_before_is_asked(clerk: Clerk, page: PaperPage) -> None:
    type_row(clerk, page, HOLDER)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    type_row(clerk, page, HOLDER, "17.06")
    clerk.bot.waitUntil(lambda: bool(page.trouble))
    assert len(page.lines) == 1
    assert button_of(clerk, page, "paper.record") is None
    again = button_of(clerk, page, "paper.again")
    assert again is not None
    again.setFocus()
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.bot.waitUntil(lambda: len(page.lines) == 2)
    assert "Asiakas pitää lipun" in page.lines[0]


def test_an_enter_too_many_records_no_second_ticket(clerk: Clerk, page: PaperPage) -> None:
    type_row(clerk, page, HOLDER)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    type_row(clerk, page, HOLDER, "17.06")
    clerk.bot.waitUntil(lambda: bool(page.trouble))
    assert page.form.code.hasFocus()
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.refreshed()
    assert len(page.lines) == 1
    page.form.code.selectAll()
    clerk.keys.type(SECOND)
    assert page.trouble == "", "it was said of the other card"
    assert button_of(clerk, page, "paper.again") is None
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.bot.waitUntil(lambda: len(page.lines) == 2)
    assert clerk.session.face.say("ui", "paper.recorded") in page.lines[0]


def test_an_enter_too_many_on_the_button_records_no_second_ticket(clerk: Clerk, page: PaperPage) -> None:
    type_row(clerk, page, HOLDER)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    page.form.show_row(replace(page.form.row, time="17.06", code=HOLDER))
    record = button_of(clerk, page, "paper.record")
    assert record is not None
    record.setFocus()
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.bot.waitUntil(lambda: bool(page.trouble))
    assert page.form.code.hasFocus()
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.refreshed()
    assert len(page.lines) == 1


def test_the_button_names_enter_where_enter_records(clerk: Clerk, page: PaperPage) -> None:
    record = button_of(clerk, page, "paper.record")
    assert record is not None
    others = [button for button in page.findChildren(Button) if button.isVisible() and button is not record]
    for part, names in (
        *((field, at >= 3) for at, field in enumerate(page.form.fields) if field.isVisible()),
        (record, True),
        *((button, False) for button in others),
    ):
        part.setFocus()
        assert part.hasFocus()
        assert ("⏎" in record.text()) is names, part.accessibleName()
    assert not any("⏎" in button.text() for button in others)


def test_a_group_and_who_brings_it(clerk: Clerk, page: PaperPage) -> None:
    type_row(clerk, page, GROUP)
    clerk.bot.waitUntil(lambda: bool(page.trouble))
    assert page.trouble == clerk.session.face.say("ui", "paper.wrong_no_members")
    page.form.members.setFocus()
    assert not page.form.role.isVisible()
    clerk.keys.type(f"{HOLDER} {THIRD}")
    assert page.form.role.isVisible()
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    assert clerk.session.face.say("ui", "given.tickets", n=3) in page.lines[0]


def test_a_card_that_is_read_is_the_rows(clerk: Clerk, page: PaperPage) -> None:
    page.form.time.setFocus()
    clerk.keys.scan(HOLDER)
    assert (page.form.code.text(), page.form.time.text()) == (HOLDER, "")
    page.form.members.setFocus()
    clerk.keys.scan(SECOND)
    clerk.keys.scan(THIRD)
    assert page.form.row.members == (SECOND, THIRD)
    assert clerk.page.flow.turn.ask is None


def test_what_is_not_finished_is_there_again_and_can_be_struck_out(clerk: Clerk, page: PaperPage) -> None:
    page.form.code.setFocus()
    clerk.keys.type("KAIKU00")
    page.put_off()
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    assert page.form.code.text() == ""
    assert "KAIKU" not in page.lines[0]
    clerk.keys.type("17.20")
    page.form.code.setFocus()
    clerk.keys.type("X")
    clerk.keys.press(Qt.Key.Key_Escape)
    found = list[object]()
    clerk.view._operations.paper.rows(found.extend)  # noqa: SLF001  what a fall would leave
    clerk.bot.waitUntil(lambda: len(found) == 2)
    clerk.keys.press(Qt.Key.Key_E, modifier=CTRL)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    (waits,) = page._waiting  # noqa: SLF001  its button is the same
    page.go_on(waits)
    assert page.form.code.text() == "KAIKU00"
    page.strike()
    clerk.bot.waitUntil(lambda: page.form.code.text() == "")
    assert len(page.lines) == 1


def test_a_row_is_taken_back(clerk: Clerk, page: PaperPage) -> None:
    type_row(clerk, page, HOLDER)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)
    page.take_back(page._told[0])  # noqa: SLF001  its button is the same
    clerk.bot.waitUntil(lambda: clerk.session.face.say("ui", "paper.taken_back") in page.lines[0])


def test_the_language_switches_in_the_middle_of_a_row(clerk: Clerk, page: PaperPage) -> None:
    page.form.code.setFocus()
    clerk.keys.type("KAIKU")
    for language in ("sv", "en", "selko"):
        clerk.session.face.speak(language)
        assert page.form.code.text() == "KAIKU"
        assert page.form.day.accessibleName() == clerk.session.face.say("ui", "paper.day")


def broken_disk(_: object) -> None:
    raise StoreFull


def test_a_row_that_is_not_saved_says_nothing_of_giving_no_ticket_yet(
    clerk: Clerk, page: PaperPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(Ledger, "write", broken_disk)
        type_row(clerk, page, HOLDER)
        clerk.bot.waitUntil(lambda: page.trouble.startswith("Riviä ei tallennettu"))
    page.form.code.setFocus()
    clerk.keys.press(Qt.Key.Key_Return)
    clerk.bot.waitUntil(lambda: len(page.lines) == 1)

    def take_back() -> None:
        clerk.bot.waitUntil(lambda: button_of(clerk, page, "paper.take_back") is not None)
        back = button_of(clerk, page, "paper.take_back")
        assert back is not None
        back.click()

    with monkeypatch.context() as disk:
        disk.setattr(Ledger, "write", broken_disk)
        take_back()
        clerk.bot.waitUntil(lambda: "Peruminen ei tallentunut" in page.lines[0])
    take_back()
    clerk.bot.waitUntil(lambda: "Kirjaus peruttu" in page.lines[0])
