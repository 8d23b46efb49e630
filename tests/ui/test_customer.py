"""The customer's view in the window."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.conftest import Clerk
from tests.ui.test_window import cut_off
from tests.ui.world import CLOSED, EXPIRED, HOLDER, SECOND, THIRD
from ui.clerk.customer import CustomerView
from ui.clerk.turn import Stage
from ui.theme import Mode

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(clerk: Clerk) -> CustomerView:
    """F9."""
    clerk.keys.press(Qt.Key.Key_F9)
    clerk.until(lambda: clerk.view.customer.covers)
    return clerk.view.customer.view


def test_f9_shows_one_plain_sentence_and_esc_goes_back(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    view = shown(clerk)
    assert view.sentence == "Korttisi on voimassa. Saat lipun."
    assert clerk.session.window.isFullScreen()
    assert not clerk.view.header.isVisible()
    assert not clerk.view.strip.isVisible()
    read = "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
    assert HOLDER[-4:] not in read
    assert not re.search(r"\b[AWR]\d\d\b", read)
    clerk.keys.press(Qt.Key.Key_Escape)
    assert clerk.view.on_clerk_page
    assert not clerk.view.customer.is_shown
    assert not clerk.session.window.isFullScreen()
    assert clerk.view.header.isVisible()
    assert clerk.turn.stage is Stage.SHOWN
    clerk.give()


def test_f9_once_more_goes_back_too(clerk: Clerk) -> None:
    shown(clerk)
    clerk.keys.press(Qt.Key.Key_F9)
    assert not clerk.view.customer.is_shown
    assert clerk.page.isVisible()


def test_the_language_is_the_customers_alone_and_goes_with_them(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    view = shown(clerk)
    said = []
    for _ in range(4):
        clerk.keys.press(Qt.Key.Key_F8)
        said.append(view.sentence)
    assert said == [
        "Ditt kort gäller. Du får en biljett.",
        "Your card is valid. You get a ticket.",
        "Korttisi on kunnossa. Saat lipun.",
        "Korttisi on voimassa. Saat lipun.",
    ]
    clerk.keys.press(Qt.Key.Key_F9, modifier=SHIFT)
    assert view.language == "sv"
    assert clerk.session.face.language == "fi"
    clerk.flow.clear()
    assert view.language == "fi"
    assert view.sentence == "Tervetuloa."


def test_a_scan_is_accepted_while_it_is_shown(clerk: Clerk) -> None:
    view = shown(clerk)
    assert view.sentence == "Tervetuloa."
    clerk.scan(EXPIRED)
    assert view.sentence == "Korttisi voimassaolo on päättynyt. Uuden saat sieltä, mistä sait tämän."
    clerk.scan(SECOND)
    assert view.sentence == "Korttisi on voimassa. Saat lipun."


def test_enter_gives_nothing_that_the_clerk_does_not_see(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    shown(clerk)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.turn.stage is Stage.SHOWN
    assert clerk.page.given.rows == ()


def test_after_giving_it_says_here_you_are(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    view = shown(clerk)
    assert view.text.splitlines() == ["Ole hyvä.", "Korttisi on voimassa. Saat lipun."]


def test_it_clears_with_the_screen(clerk: Clerk) -> None:
    clerk.scan(CLOSED)
    view = shown(clerk)
    assert view.sentence.startswith("Tämä kortti ei ole käytössä.")
    clerk.flow.clear()
    assert view.text == "Tervetuloa."


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F10, None),
        (Qt.Key.Key_F12, None),
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_other_pages_put_it_away(clerk: Clerk, key: Qt.Key, modifier: Qt.KeyboardModifier | None) -> None:
    shown(clerk)
    clerk.keys.press(key, modifier=modifier)
    assert not clerk.view.on_clerk_page
    assert not clerk.view.customer.is_shown
    assert clerk.view.header.isVisible()


def test_a_decline_and_a_giving_are_alike_in_shape(clerk: Clerk) -> None:
    view = shown(clerk)
    looks = []
    for code in (THIRD, CLOSED):
        clerk.scan(code)
        QApplication.processEvents()
        labels = [label for label in view.findChildren(QLabel) if label.isVisible()]
        looks.append([(label.property("role"), label.palette().text().color().name()) for label in labels])
    assert looks[0] == looks[1]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_nothing_is_cut_off(clerk: Clerk, factor: float, mode: Mode) -> None:
    clerk.session.face.enlarge(factor)
    clerk.session.face.wear(mode)
    view = shown(clerk)
    for code in (HOLDER, EXPIRED):
        clerk.scan(code)
        QApplication.processEvents()
        assert cut_off(view) == []
