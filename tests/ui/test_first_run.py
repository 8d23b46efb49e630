"""From an empty folder to an open desk, against a real hub on a real socket."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening
from sync.snapshot import Stage as ListStage
from sync.station import Station
from tests.scan.printed import symbol
from tests.sync.stage import SetClock, code, set_the_stage
from tests.ui.conftest import PATIENCE, SELDOM, Keyboard
from ui.deskview import Times
from ui.face import Face
from ui.firstrun import FirstRun, Step
from ui.parts import Button, Words
from ui.session import Session
from validator.domain.code import Source
from validator.domain.verdict import Reason
from validator.errors import HubUnreachable
from validator.scan.state import CameraState
from validator.scan.tested import Check
from validator.store.keys import FileVault


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A small network."""
    with Hub.create(tmp_path / "hub", clock=SetClock()) as hub:
        set_the_stage(hub)
        yield hub


@pytest.fixture
def url(hub: Hub) -> Iterator[str]:
    """Where it listens."""
    with HubServer(hub, Listening(port=0)) as server:
        yield server.url


@pytest.fixture
def session(
    qtbot: QtBot, qapp: QApplication, face: Face, tmp_path: Path, times: Times, keyboard: Keyboard
) -> Iterator[Session]:
    """A window on an empty folder."""
    folder = tmp_path / "desk"

    def open_station(_passphrase: str) -> Station:
        return Station.open(folder, FileVault(folder), SetClock())

    session = Session(qapp, face, open_station, times=times, rhythm=SELDOM)
    keyboard.window = session.window.windowHandle
    session.start()
    session.window.activateWindow()
    qtbot.waitUntil(
        lambda: session.first_run is not None and session.window.isActiveWindow(), timeout=PATIENCE
    )
    yield session
    session.stop()
    session.window.deleteLater()


@pytest.fixture
def page(session: Session) -> FirstRun:
    page = session.first_run
    assert page is not None
    return page


def invite(hub: Hub) -> str:
    """A one-time code."""
    return hub.enrol_code("Lippukassa", ("theatre",)).text


def test_address_and_code_open_the_desk(
    qtbot: QtBot, session: Session, page: FirstRun, hub: Hub, url: str, keyboard: Keyboard
) -> None:
    page.hub.setText(url)
    page.code.setText(invite(hub))
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.door is not None, timeout=PATIENCE)
    keyboard.type("2468")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("2468")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.desk_view is not None, timeout=PATIENCE)
    view = session.desk_view
    assert view is not None
    qtbot.waitUntil(lambda: view.clerk.flow.choice is not None, timeout=PATIENCE)
    view.clerk.flow.scan(code(1).reveal(), Source.CAMERA)
    qtbot.waitUntil(lambda: view.clerk.flow.turn.can_give, timeout=PATIENCE)
    view.clerk.flow.confirm()
    qtbot.waitUntil(lambda: [row.state for row in view.clerk.given.rows] == ["confirmed"], timeout=PATIENCE)
    look = view.clerk.flow.turn.look
    assert look is not None
    assert look.verdict.main.reason is Reason.OK


def test_a_wrong_code_is_told_and_everything_typed_stays(
    qtbot: QtBot, page: FirstRun, hub: Hub, url: str
) -> None:
    page.hub.setText(url)
    page.code.setText("AAAA-BBBB-CCCC")
    page.name.setText("Kassa 1")
    page.start()
    qtbot.waitUntil(lambda: page.trouble != "", timeout=PATIENCE)
    assert (page.hub.text(), page.code.text(), page.name.text()) == (url, "AAAA-BBBB-CCCC", "Kassa 1")
    page.code.setText(invite(hub))
    page.start()
    qtbot.waitUntil(lambda: page.door is not None, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "osoite"),
        ("http://hub.example.fi", "https://"),
        ("http://127.0.0.1:9", "yhteyttä"),
    ],
)
def test_a_bad_address_is_told_in_plain_words(qtbot: QtBot, page: FirstRun, address: str, said: str) -> None:
    page.hub.setText(address)
    page.code.setText("KXTR-MHZB-WQFN")
    page.start()
    qtbot.waitUntil(lambda: page.trouble != "", timeout=PATIENCE)
    assert said in page.trouble
    assert page.step is Step.FORM


@pytest.mark.parametrize(
    ("address", "one_time", "said", "field"),
    [
        ("https://hub.example.fi", " ", "Kertakoodi puuttuu", "code"),
        ("ftp://x", "KXTR-MHZB", "osoite", "hub"),
    ],
)
def test_what_is_missing_is_named_and_gets_the_focus(
    page: FirstRun, address: str, one_time: str, said: str, field: str
) -> None:
    page.hub.setText(address)
    page.code.setText(one_time)
    page.start()
    assert said in page.trouble
    assert "käynnistä" not in page.trouble
    assert QApplication.focusWidget() is {"code": page.code, "hub": page.hub}[field]


def test_an_invitation_comes_as_a_picture(
    qtbot: QtBot, session: Session, page: FirstRun, hub: Hub, url: str, tmp_path: Path
) -> None:
    invitation = invite(hub)
    path = tmp_path / "invitation.png"
    cv2.imwrite(str(path), symbol(f"kaikuportti://enrol?hub={url}&code={invitation}"))
    session.window.dropped.emit(path)
    qtbot.waitUntil(lambda: page.code.text() != "", timeout=PATIENCE)
    assert page.hub.text() == url
    page.start()
    qtbot.waitUntil(lambda: page.door is not None, timeout=PATIENCE)


def test_a_picture_without_an_invitation_is_told(
    qtbot: QtBot, session: Session, page: FirstRun, tmp_path: Path
) -> None:
    path = tmp_path / "card.png"
    cv2.imwrite(str(path), symbol(code(1).reveal()))
    session.window.dropped.emit(path)
    qtbot.waitUntil(lambda: page.trouble != "", timeout=PATIENCE)
    path.write_bytes(b"nothing")
    session.window.dropped.emit(path)
    qtbot.waitUntil(lambda: "kuva" in page.trouble, timeout=PATIENCE)
    assert page.step is Step.FORM


def test_a_list_that_was_cancelled_is_gone_on_with(
    qtbot: QtBot, session: Session, page: FirstRun, hub: Hub, url: str
) -> None:
    page.listed.connect(page.list_cancelled)  # as fast as anybody can press Esc
    page.hub.setText(url)
    page.code.setText(invite(hub))
    page.start()
    qtbot.waitUntil(lambda: page.step is Step.STOPPED, timeout=PATIENCE)
    page.listed.disconnect(page.list_cancelled)
    page.list_wanted.emit()
    qtbot.waitUntil(lambda: page.door is not None, timeout=PATIENCE)


def test_while_the_list_comes_the_focus_is_where_it_can_be_cancelled(page: FirstRun) -> None:
    page.show_listing()
    cancel = QApplication.focusWidget()
    assert isinstance(cancel, Button)
    assert cancel.text().endswith("Esc")
    page.setFocus()
    page.show_progress(ListStage.FETCHING, 1, 2)
    assert not cancel.hasFocus(), "it is not taken again and again"


def test_enter_opens_no_menu_while_the_server_is_asked(page: FirstRun, session: Session) -> None:
    page.invited.disconnect()
    page.hub.setText("https://hub.example.fi")
    page.code.setText("KXTR-MHZB-WQFN")
    page.start()
    assert page.step is Step.CONNECTING
    assert QApplication.focusWidget() is page


def test_a_list_that_does_not_come_says_from_where(page: FirstRun) -> None:
    page.hub.setText("https://hub.example.fi")
    page.show_listing()
    page.fail(HubUnreachable())
    assert page.step is Step.STOPPED
    shown = [words.text() for words in page.findChildren(Words) if words.isVisible()]
    assert "Palvelimen osoite: https://hub.example.fi" in shown


@pytest.mark.long
def test_the_scanner_can_be_tested_before_there_is_a_network(
    qtbot: QtBot, session: Session, page: FirstRun, keyboard: Keyboard
) -> None:
    page.code.setText("KXTR")
    page.code.setFocus()
    keyboard.press(Qt.Key.Key_F12)
    assert [page.stand.is_shown, session.keys.listening] == [True, True]
    test = page.stand.test
    keyboard.scan(code(1).reveal())
    assert test.tested is not None
    assert (test.tested.source, test.tested.check) == (Source.HAND, Check.RIGHT)
    keyboard.scan("5901234123457")
    assert "palvelimeen" in test.text
    assert "ei ole Kaikukortin" not in test.text, "nobody knows yet what a card's code looks like"
    keyboard.press(Qt.Key.Key_Return)
    assert page.trouble == "", "nobody enrols from here"
    keyboard.press(Qt.Key.Key_Escape)
    assert [page.stand.is_shown, session.keys.listening] == [False, False]
    assert (page.code.text(), page.hub.text(), page.trouble) == ("KXTR", "", "")
    qtbot.waitUntil(page.code.hasFocus, timeout=PATIENCE)
    assert session.menu is not None
    next(each for each in session.menu.findChildren(QAction) if each.text().endswith("F12")).trigger()
    assert [page.stand.is_shown] == [True]


@pytest.mark.long
def test_what_the_camera_lacks_is_said_where_the_invitation_may_be_held_before_it(
    qtbot: QtBot, session: Session, page: FirstRun
) -> None:
    assert page.camera_says == ""
    session.bridge.on_camera(CameraState.DENIED)
    qtbot.waitUntil(lambda: page.camera_says.startswith("Kamera on estetty"), timeout=PATIENCE)
    assert not any("kameralle" in words.text() for words in page.findChildren(Words))
    session.face.speak("en")
    assert page.camera_says.startswith("The camera is blocked")
    session.bridge.on_camera(CameraState.WATCHING)
    qtbot.waitUntil(lambda: page.camera_says == "", timeout=PATIENCE)
    assert any("to the camera" in words.text() for words in page.findChildren(Words))
