"""What a screen reader is told: each verdict once, beginning with its one word, in the language that is spoken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.shots.spoken import spoken
from tests.shots.stage import Files, evening, staged
from tests.ui.world import EXPIRED, GROUP, HOLDER, SECOND
from ui.face import Face
from validator.words import LANGUAGES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_verdict_is_announced_once_and_begins_with_its_word(
    qapp: QApplication, face: Face, files: Files, heard: list[str], language: str
) -> None:
    face.speak(language)
    with staged(qapp, face, files.of(evening)) as on:
        for codes in ((HOLDER,), (EXPIRED,), (GROUP, SECOND)):
            on.clerk.cancel()
            for code in codes:
                heard.clear()
                on.show(code)
                on.view.refresh()
                on.let_settle()
                (said,) = heard
                word = on.clerk.verdict.top.text()  # type: ignore[attr-defined]
                assert word
                assert said.startswith(word)
                assert on.clerk.verdict.sentence in said


def test_what_was_given_is_announced(qapp: QApplication, face: Face, files: Files, heard: list[str]) -> None:
    with staged(qapp, face, files.of(evening)) as on:
        on.show(HOLDER)
        heard.clear()
        on.give()
        word = on.clerk.verdict.top.text()  # type: ignore[attr-defined]
        assert "kirjattu" in word
        assert [said for said in heard if said.startswith(word)] != []


def test_what_was_undone_is_announced(qapp: QApplication, face: Face, files: Files, heard: list[str]) -> None:
    with staged(qapp, face, files.of(evening)) as on:
        on.show(HOLDER)
        on.give()
        heard.clear()
        on.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        on.until(lambda: on.clerk.given.rows[0].voided)
        assert on.clerk.given.told.startswith("Kirjaus peruttu")
        assert heard.count(on.clerk.given.told) == 1


def test_the_tree_of_a_screen_reader_holds_the_verdict_and_its_buttons(
    qapp: QApplication, face: Face, files: Files
) -> None:
    with staged(qapp, face, files.of(evening)) as on:
        on.show(HOLDER)
        told = list(spoken(on.window))
    assert [each.name for each in told if each.role == "Button" and each.focused] == ["Anna 1 lippu"]
    assert "Kortti on voimassa. Anna lippu." in [each.name for each in told if each.role == "StaticText"]
    assert [each for each in told if each.role == "EditableText" and not each.name] == []
