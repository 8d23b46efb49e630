"""Qt says what the catalogue says, in every language; every code has its face; switching happens while the program runs."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.words.examples import EXAMPLES
from ui.theme import ICON, Tone
from ui.words import (
    Sound,
    Translator,
    camera_state,
    connection_state,
    face,
    giving_state,
    list_state,
    text_key,
    tr,
)
from validator.domain.policy import Grade, Listed
from validator.domain.verdict import Finding, Reason
from validator.errors import BugError, ConfigError
from validator.scan.state import CameraState
from validator.words import LANGUAGES, Catalogue, Wording, sentence

COUNTS = (0, 1, 2, 5, 11, 21, 101, 1000)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts compiled from the sources as they are now, whatever lies in the package."""
    folder = tmp_path_factory.mktemp("translations")
    for language in LANGUAGES:
        source = files("assets") / "translations" / f"kaikuportti_{language}.ts"
        command = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
        target = str(folder / f"kaikuportti_{language}.qm")
        subprocess.run(
            [sys.executable, "-c", command, "-silent", str(source), "-qm", target],
            check=True,
            capture_output=True,
        )
    return folder


@pytest.fixture
def translator(qapp: QApplication, compiled: Path) -> Iterator[Translator]:
    before = QLocale()
    made = Translator(compiled)
    yield made
    made.leave()
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_says_what_the_catalogue_says(translator: Translator, language: str) -> None:
    texts = Catalogue.load(language)
    translator.use(language)
    assert translator.language == language
    for context, key in texts.forms:
        assert tr(context, key) == texts.text(context, key)
        for n in COUNTS:
            assert tr(context, key, n) == texts.text(context, key, n), (context, key, n)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_the_same_with_and_without_qt(translator: Translator, language: str) -> None:
    translator.use(language)
    for reason, params in EXAMPLES:
        finding = Finding(reason, params)
        assert translator.wording().sentence(finding) == sentence(finding, language)


def test_a_switch_tells_the_widgets(translator: Translator, qtbot: QtBot) -> None:
    class Title(QLabel):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
            if event.type() is QEvent.Type.LanguageChange:
                self.setText(tr("ui", "today.title"))

    title = Title()
    qtbot.addWidget(title)
    shown = []
    for language in LANGUAGES:
        translator.use(language)
        QCoreApplication.sendPostedEvents()
        shown.append((title.text(), QLocale().name()))
    assert shown == [("Tänään", "fi_FI"), ("I dag", "sv_FI"), ("Today", "en_GB"), ("Tänään", "fi_FI")]


def test_qts_own_words_are_translated_too(translator: Translator) -> None:
    translator.use("fi")
    assert QCoreApplication.translate("QLineEdit", "&Copy") != "&Copy"


def test_leaving_takes_the_texts_away(translator: Translator) -> None:
    translator.use("sv")
    translator.leave()
    assert tr("ui", "today.title") == "today.title"
    assert tr("ui", "given.tickets", 2) == "given.tickets"
    assert translator.language == ""
    with pytest.raises(BugError, match="no language is in use"):
        translator.wording()


def test_texts_that_were_not_compiled_are_told_and_what_was_in_use_stays(
    translator: Translator, tmp_path: Path
) -> None:
    translator.use("sv")
    with pytest.raises(ConfigError, match=r"kaikuportti_fi\.qm is missing") as raised:
        Translator(tmp_path).use("fi")
    assert tr("ui", "today.title") == "I dag"
    # Without Qt's texts the catalogue still has the words for it.
    assert (
        Wording("en").problem(raised.value)
        == "The texts have not been built. Run in the program's folder: make setup."
    )


def test_a_language_that_there_is_not(translator: Translator) -> None:
    with pytest.raises(BugError, match="no language 'de'"):
        translator.use("de")


@pytest.mark.parametrize("reason", Reason)
def test_every_code_has_its_face(qapp: QApplication, reason: Reason) -> None:
    shown = face(reason)
    assert Catalogue.load("fi").holds(*text_key(reason))
    drawing = (files("assets") / "icons" / f"{shown.icon}.svg").read_bytes()
    assert QSvgRenderer(drawing).isValid()
    assert QSvgRenderer(drawing).defaultSize().width() <= ICON


def test_a_decline_makes_no_sound_and_has_no_colour_of_its_own() -> None:
    declines = [face(reason) for reason in Reason if reason.declines]
    assert {shown.tone for shown in declines} == {Tone.CALM}
    assert {shown.sound for shown in declines} == {None}


def test_what_is_given_is_heard() -> None:
    assert {face(reason).sound for reason in Reason if reason.value.startswith("A")} == {
        Sound.READ,
        Sound.SAVED,
    }


def test_states_have_texts() -> None:
    texts = Catalogue.load("fi")
    keys = [giving_state(state, voided=False) for state in ("recorded", "sent", "confirmed", "refused")]
    keys += [giving_state("sent", voided=True), connection_state(online=True), connection_state(online=False)]
    keys += [list_state(None, Grade.FRESH), list_state(Listed.CARDS, Grade.FRESH)]
    keys += [list_state(listed, grade) for listed in Listed for grade in Grade if grade is not Grade.FRESH]
    keys += [camera_state(state) for state in CameraState]
    assert [key for key in keys if not texts.holds("state", key)] == []
    assert len(set(keys)) == len(keys)


def test_a_giving_is_in_no_other_state() -> None:
    with pytest.raises(BugError, match="never 'lost'"):
        giving_state("lost", voided=False)
