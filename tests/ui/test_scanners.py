"""A serial scanner at the desk, over a pseudo-terminal: read, unplugged, plugged in again, chosen in the menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.scan.test_serialport import QUICK, Cable
from tests.ui.conftest import PATIENCE, SELDOM, Clerk, Keyboard
from tests.ui.world import HOLDER, SECOND, Theatre
from ui.clerk.turn import Stage
from ui.deskview import Times
from ui.face import Face
from ui.memory import FILE_NAME, at_start
from ui.scanners import ScannerChoice
from ui.session import Session
from validator.config import Settings
from validator.domain.code import Source
from validator.domain.verdict import Reason


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path / "scanner")
    cable.plug()
    yield cable
    cable.unplug()


@pytest.fixture
def session(
    qtbot: QtBot,
    qapp: QApplication,
    face: Face,
    theatre: Theatre,
    times: Times,
    keyboard: Keyboard,
    cable: Cable,
) -> Iterator[Session]:
    """A desk with that scanner."""
    session = Session(
        qapp,
        face,
        theatre.open,
        scanner=ScannerChoice(str(cable.path), line=QUICK),
        memory=theatre.folder / FILE_NAME,
        times=times,
        rhythm=SELDOM,
    )
    keyboard.window = session.window.windowHandle
    session.start()
    yield session
    session.stop()
    session.window.deleteLater()


def test_its_reads_are_the_desks_and_it_may_come_and_go(clerk: Clerk, cable: Cable) -> None:
    cable.send(f"]Q1{HOLDER}\r\n".encode())
    clerk.until(lambda: clerk.turn.stage is Stage.SHOWN)
    assert clerk.reason == Reason.OK
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.read.source is Source.SERIAL
    cable.unplug()
    clerk.until(lambda: "Tarkista johto" in clerk.view.strip.text)
    cable.plug()
    clerk.until(lambda: "Tarkista johto" not in clerk.view.strip.text)
    cable.send(f"{SECOND}\r\n{HOLDER}\r\n".encode())
    clerk.until(lambda: clerk.look.card is not None and clerk.look.card.masked.endswith(HOLDER[-4:]))
    clerk.press(Qt.Key.Key_F12)
    clerk.until(lambda: "Sarjaporttilukija on valmis" in clerk.view.test.text)
    turn = clerk.turn
    cable.send(f"{SECOND}\r".encode())
    clerk.until(lambda: "sarjaportissa" in clerk.view.test.text and SECOND[-4:] in clerk.view.test.text)
    assert clerk.turn is turn
    clerk.press(Qt.Key.Key_Escape)
    clerk.press(Qt.Key.Key_F10)
    with clerk.bot.waitSignal(clerk.session.bridge.serial_read, timeout=PATIENCE):
        cable.send(f"{SECOND}\r".encode())
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.view.on_clerk_page
    assert clerk.turn is turn


@pytest.mark.long
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_it_is_chosen_in_the_menu_and_remembered(clerk: Clerk, cable: Cable, theatre: Theatre) -> None:
    def entry(text: str) -> QAction:
        menu = clerk.session.menu
        assert menu is not None
        return next(each for each in menu.findChildren(QAction) if each.text() == text)

    assert entry(str(cable.path)).isChecked()
    entry("Ei käytössä").trigger()
    settings = Settings(data=theatre.folder)
    clerk.until(lambda: at_start(settings).scanner == "none")
    cable.send(f"{HOLDER}\r".encode())
    clerk.press(Qt.Key.Key_F12)
    assert "Sarjaporttilukija ei ole käytössä" in clerk.view.test.text
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.turn.stage is Stage.READY
    entry(str(cable.path)).trigger()
    clerk.until(lambda: at_start(settings).scanner == str(cable.path))
