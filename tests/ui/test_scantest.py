"""The scanner's test: it tells what arrives, gives nothing, and leaves the clerk's page as it was."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from tests.scan.printed import card as printed_card
from tests.scan.printed import on_desk
from tests.ui.conftest import FAST, Clerk
from tests.ui.world import HOLDER, NOW, SECOND
from ui.clerk.turn import Stage
from ui.parts import Words
from ui.scantest import ScanTest
from ui.scroller import Scroller
from ui.theme import Mode
from ui.window import SMALLEST
from validator.domain.code import CardRead, Source, Symbology
from validator.scan.strokes import Rhythm
from validator.scan.tested import Advice, Check
from validator.words import LANGUAGES

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def test_page(clerk: Clerk) -> ScanTest:
    clerk.press(Qt.Key.Key_F12)
    assert clerk.view.on_test_page
    return clerk.view.test


def through_a_finnish_keyboard(code: str) -> str:
    """What an American scanner's hyphen in the middle shows."""
    return f"{code[:5]}+{code[5:]}"


def test_a_real_card_is_told_gives_nothing_and_leaves_the_customer_on_the_screen(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    turn, focus = clerk.turn, clerk.page.focusWidget()
    clerk.press(Qt.Key.Key_F12)
    page = clerk.view.test
    clerk.keys.scan(SECOND)
    told = page.tested
    assert told is not None
    assert (told.source, told.check, told.advice) == (Source.HAND, Check.RIGHT, Advice.FINE)
    assert (told.before, told.after, told.rhythm) == ((), ("Enter",), Rhythm(8, 8))
    for text in (f"…{SECOND[-4:]}", "käsilukija näppäimistönä", "Tarkistusmerkki on oikein", "8 ms", "Enter"):
        assert text in page.text
    assert SECOND not in page.text
    clerk.press(Qt.Key.Key_Return)
    assert clerk.voided == []
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.view.on_clerk_page
    assert page.tested is None
    assert not clerk.session.keys.listening
    assert clerk.turn is turn
    assert clerk.page.focusWidget() is focus
    clerk.give()
    assert clerk.page.given.rows[0].masked.endswith(HOLDER[-4:])


@pytest.mark.long
def test_a_second_enter_behind_a_scan_is_told(clerk: Clerk, test_page: ScanTest) -> None:
    clerk.keys.scan(HOLDER)
    clerk.keys.press(Qt.Key.Key_Return, FAST)
    assert test_page.tested is not None
    assert test_page.tested.after == ("Enter", "Enter")


@pytest.mark.long
def test_signs_in_front_of_the_code_are_told(clerk: Clerk, test_page: ScanTest) -> None:
    clerk.keys.press(Qt.Key.Key_B, modifier=CTRL)
    clerk.keys.type("]C1", FAST)
    clerk.keys.type(HOLDER, FAST)
    clerk.keys.press(Qt.Key.Key_Tab, FAST)
    told = test_page.tested
    assert told is not None
    assert told.before[-1] == "]C1"
    assert (told.after, told.symbology) == (("Tab",), Symbology.CODE128)
    assert "Code128" in test_page.text


@pytest.mark.long
def test_slow_signs_are_measured_and_told(clerk: Clerk, test_page: ScanTest) -> None:
    clerk.keys.type(HOLDER, 120.0)
    clerk.keys.press(Qt.Key.Key_Return, 120.0)
    clerk.until(lambda: test_page.tested is not None)
    told = test_page.tested
    assert told is not None
    assert (told.source, told.advice, told.rhythm) == (Source.TYPED, Advice.SLOW, Rhythm(120, 120))
    assert "40 ms" in test_page.text
    assert clerk.page.scanbox.field.text() == ""


@pytest.mark.long
def test_signs_without_an_end_are_told_after_a_while(clerk: Clerk, test_page: ScanTest) -> None:
    clerk.keys.type("ABCDEF", 120.0)
    clerk.until(lambda: test_page.tested is not None)


@pytest.mark.long
def test_a_wrong_layout_is_told_with_what_to_choose(clerk: Clerk, test_page: ScanTest) -> None:
    clerk.keys.scan(through_a_finnish_keyboard(HOLDER))
    told = test_page.tested
    assert told is not None
    assert (told.advice, told.repaired) == (Advice.LAYOUT, True)
    assert "Yhdysvallat" in test_page.text
    assert "Suomi tai Ruotsi" in test_page.text


@pytest.mark.long
def test_the_camera_and_pictures_come_to_it_too(clerk: Clerk, test_page: ScanTest, tmp_path: Path) -> None:
    clerk.session.bridge.on_read(CardRead(HOLDER, Source.CAMERA, NOW, Symbology.QR))
    clerk.until(lambda: "kamera" in test_page.text)
    assert "QR" in test_page.text
    cv2.imwrite(str(tmp_path / "card.png"), on_desk(printed_card(SECOND)))
    clerk.session.window.dropped.emit(tmp_path / "card.png")
    clerk.until(lambda: "kuvatiedosto" in test_page.text and SECOND[-4:] in test_page.text)
    assert clerk.turn.stage is Stage.READY


def where(clerk: Clerk) -> str:
    """Which page is shown."""
    if clerk.view.on_test_page:
        return "test"
    return "clerk" if clerk.view.on_clerk_page else "manager"


@pytest.mark.long
def test_it_is_opened_from_the_menu_and_closed_by_its_button(clerk: Clerk) -> None:
    assert clerk.session.menu is not None
    entry = next(each for each in clerk.session.menu.findChildren(QAction) if each.text().endswith("F12"))
    entry.trigger()
    assert where(clerk) == "test"
    button = clerk.view.test.findChild(QPushButton)
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(Qt.Key.Key_Return)
    assert where(clerk) == "clerk"
    entry.trigger()
    clerk.press(Qt.Key.Key_F10)
    assert where(clerk) == "manager"
    clerk.press(Qt.Key.Key_F12)
    assert where(clerk) == "test"
    clerk.press(Qt.Key.Key_Escape)
    assert where(clerk) == "clerk"


def advice_is_seen(page: ScanTest) -> bool:
    """Whether what to do can be read without scrolling."""
    words = next(each for each in page.findChildren(Words) if each.text() == page.advice)
    return bool(page.advice) and words.visibleRegion().boundingRect().height() == words.height()


@pytest.mark.long
def test_it_speaks_every_language_and_fits_at_twice_the_size(clerk: Clerk, test_page: ScanTest) -> None:
    clerk.session.window.resize(SMALLEST)
    clerk.keys.scan(through_a_finnish_keyboard(HOLDER))
    face, seen = clerk.session.face, set()
    face.enlarge(2.0)
    for language, mode in zip(LANGUAGES, cycle((Mode.LIGHT, Mode.DARK)), strict=False):
        face.wear(mode)
        face.speak(language)
        seen.add(test_page.text)
        assert test_page.accessibleName()
        texts = [words for words in test_page.findChildren(Words) if words.text()]
        clerk.until(
            lambda texts=texts: all(  # type: ignore[misc]
                words.height() >= words.heightForWidth(words.width()) for words in texts
            )
        )
        assert advice_is_seen(test_page)
    assert len(seen) == len(LANGUAGES)
    area = test_page.findChild(Scroller)
    assert area is not None
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    clerk.keys.at += 5_000  # somebody reads it, and scrolls
    for _ in range(bar.maximum() // area.viewport().height() + 1):
        clerk.press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    clerk.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    for _ in range(2):  # a page is what is seen of it, which is less where more of a line is left out
        clerk.press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    clerk.press(Qt.Key.Key_Down)
    assert bar.value() > 0
    clerk.press(Qt.Key.Key_Up)
    assert bar.value() == 0


def test_the_clerk_is_told_once_that_the_layout_differs(clerk: Clerk) -> None:
    clerk.scan(through_a_finnish_keyboard(HOLDER))
    assert "Yhdysvallat" in clerk.page.verdict.shown_text
    clerk.keys.type("+")
    clerk.settled()
    assert "Yhdysvallat" in clerk.page.verdict.shown_text, "as long as this customer is there"
    clerk.give()
    clerk.scan(through_a_finnish_keyboard(SECOND))
    assert "Yhdysvallat" not in clerk.page.verdict.shown_text
    assert "F12" in clerk.view.strip.text
