from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from tests.ui.conftest import Clerk
from ui.parts import Words
from ui.scroller import Scroller
from ui.theme import Mode

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def action(clerk: Clerk, text: str) -> QAction:
    """An entry of the menu, by what it says."""
    assert clerk.session.menu is not None
    return next(each for each in clerk.session.menu.findChildren(QAction) if each.text() == text)


def test_language_look_and_size_are_chosen_and_ticked(clerk: Clerk) -> None:
    face = clerk.session.face
    action(clerk, "Tumma").trigger()
    action(clerk, "150 %").trigger()
    action(clerk, "Svenska").trigger()
    assert (face.mode, face.theme.factor, face.language) == (Mode.DARK, 1.5, "sv")
    for text in ("Mörkt", "150 %", "Svenska"):
        assert action(clerk, text).isChecked()
    action(clerk, "Som i systemet").trigger()
    assert face.mode is Mode.SYSTEM


def test_no_entry_has_a_mnemonic_that_a_scanner_could_type(clerk: Clerk) -> None:
    assert clerk.session.menu is not None
    assert [each.text() for each in clerk.session.menu.findChildren(QAction) if "&" in each.text()] == []


def test_the_quick_guide_stands_beside_the_window(clerk: Clerk) -> None:
    action(clerk, "Ohje").trigger()
    guide = clerk.session.boxes.guide
    assert guide is not None
    assert not guide.isModal()
    assert "Enter" in guide.text
    clerk.session.face.speak("en")
    assert guide.text.startswith("Quick guide")
    guide.close()


@pytest.mark.parametrize("which", ["guide", "about"])
def test_what_stands_beside_the_window_is_never_higher_and_scrolls(clerk: Clerk, which: str) -> None:
    session = clerk.session
    (session.boxes.show_guide if which == "guide" else session.boxes.show_about)()
    dialog = session.boxes.guide if which == "guide" else session.boxes.about
    assert dialog is not None
    area = dialog.findChild(Scroller)
    assert area is not None
    bar = area.verticalScrollBar()
    # The guide has a line for each thing that can be done: in the smallest window it scrolls at any size.
    clerk.until(lambda: dialog.isVisible() and (which == "guide" or bar.maximum() == 0))
    assert dialog.height() <= session.window.height()
    session.face.enlarge(2.0)
    session.window.resize(1024, 600)
    texts = [words for words in dialog.findChildren(Words) if words.text()]
    clerk.until(lambda: all(words.height() >= words.heightForWidth(words.width()) for words in texts))
    clerk.until(lambda: dialog.height() <= session.window.height())
    assert (bar.maximum() > 0) is (which == "guide")
    dialog.close()


def test_a_picture_is_chosen_while_the_window_goes_on(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = clerk.session.window.findChild(QFileDialog)
    assert dialog is not None
    assert not dialog.isModal()
    dialog.reject()


def test_full_screen_and_back(clerk: Clerk) -> None:
    window = clerk.session.window
    clerk.press(Qt.Key.Key_F11)
    clerk.until(window.isFullScreen)
    clerk.press(Qt.Key.Key_F11)
    clerk.until(lambda: not window.isFullScreen())
