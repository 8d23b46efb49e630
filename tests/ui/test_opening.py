from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from sync.station import Station
from tests.ui.conftest import PATIENCE, SELDOM, Keyboard
from tests.ui.world import Theatre
from ui.deskview import Times
from ui.face import Face
from ui.opening import Opening, entrance
from ui.parts import Words
from ui.session import Session
from validator.errors import KeyMissing, StoreDamaged

PHRASE = "kolme iloista kuusta"


@pytest.fixture
def open_by_phrase(theatre: Theatre) -> Callable[[str], Station]:
    """Opens for the right passphrase."""

    def open_station(passphrase: str) -> Station:
        if passphrase != PHRASE:
            raise KeyMissing("the passphrase is not right")
        return theatre.open()

    return open_station


@pytest.fixture
def session(
    qtbot: QtBot,
    qapp: QApplication,
    face: Face,
    open_by_phrase: Callable[[str], Station],
    times: Times,
    keyboard: Keyboard,
) -> Iterator[Session]:
    asking = entrance(face, passphrase=True)
    session = Session(qapp, face, open_by_phrase, entrance=asking, times=times, rhythm=SELDOM)
    keyboard.window = session.window.windowHandle
    session.start()
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow, timeout=PATIENCE)
    yield session
    session.stop()
    session.window.deleteLater()


def seen(page: Opening) -> list[str]:
    """The texts that are shown."""
    return [words.text() for words in page.findChildren(Words) if words.isVisible()]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_wrong_passphrase_is_told_and_the_right_one_opens(
    qtbot: QtBot, session: Session, keyboard: Keyboard
) -> None:
    page = session.window.page
    assert isinstance(page, Opening)
    keyboard.press(Qt.Key.Key_Return)
    assert page.text == "Kassan tunnuslause"
    assert seen(page) == ["Kassan tunnuslause"]
    for phrase in ("väärä", PHRASE):
        field = page.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(phrase)
        keyboard.press(Qt.Key.Key_Return)
        assert field.text() == ""
        qtbot.waitUntil(lambda: session.desk_view is not None or "avain" in page.text, timeout=PATIENCE)
        if session.desk_view is None:
            assert "Kassan tunnuslause" in seen(page), "what went wrong stands in the title's place"
    qtbot.waitUntil(lambda: session.desk_view is not None, timeout=PATIENCE)


@pytest.mark.allow_log
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_fault_of_ours_is_said_calmly_and_may_be_tried_again(
    qtbot: QtBot, qapp: QApplication, face: Face, theatre: Theatre, times: Times
) -> None:
    tries: list[str] = []

    def open_station(passphrase: str) -> Station:
        tries.append(passphrase)
        if len(tries) == 1:
            raise StoreDamaged
        if len(tries) == 2:
            raise ZeroDivisionError
        return theatre.open()

    session = Session(qapp, face, open_station, times=times, rhythm=SELDOM)
    session.start()
    page = session.window.page
    assert isinstance(page, Opening)
    qtbot.waitUntil(lambda: "vioittunut" in page.text, timeout=PATIENCE)
    page.begin()
    qtbot.waitUntil(lambda: "tallessa" in page.text, timeout=PATIENCE)
    page.begin()
    qtbot.waitUntil(lambda: session.desk_view is not None, timeout=PATIENCE)
    session.stop()
    session.window.deleteLater()
