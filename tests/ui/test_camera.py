"""A folder of pictures stands in for a camera: what it shows is read, one that is missing is said calmly, another is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.scan.printed import card as printed_card
from tests.scan.printed import on_desk
from tests.ui.conftest import PATIENCE, SELDOM
from tests.ui.world import HOLDER, Theatre
from ui.bridge import Bridge
from ui.camera import Camera
from ui.cameramenu import CameraMenu
from ui.clerk.scanbox import ScanBox
from ui.deskview import DeskView, Times
from ui.face import Face
from ui.memory import FILE_NAME, at_start
from ui.session import Session
from ui.work import DeskWork
from validator.config import Settings
from validator.domain.verdict import Reason
from validator.scan.apart import Apart
from validator.scan.choice import OFF, choice_of
from validator.scan.known import KnownCamera
from validator.scan.state import CameraState


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the camera's pictures come from."""
    return tmp_path / "frames"


@pytest.fixture
def watcher(
    qtbot: QtBot, qapp: QApplication, face: Face, theatre: Theatre, times: Times, pictures: Path
) -> Iterator[Session]:
    """A desk with that camera."""
    memory = pictures.parent / FILE_NAME
    session = Session(
        qapp, face, theatre.open, camera=str(pictures), memory=memory, times=times, rhythm=SELDOM
    )
    session.start()
    qtbot.waitUntil(
        lambda: session.desk_view is not None and session.desk_view.clerk.flow.choice is not None,
        timeout=PATIENCE,
    )
    yield session
    session.stop()
    session.window.deleteLater()


@pytest.fixture
def view(watcher: Session) -> DeskView:
    """Its page."""
    assert watcher.desk_view is not None
    return watcher.desk_view


def entries(menu: QWidget) -> dict[str, QAction]:
    """What can be chosen, by what it says."""
    return {each.text(): each for each in menu.actions()}


def cameras_of(session: Session) -> CameraMenu:
    assert session.menu is not None
    return session.menu.findChildren(CameraMenu)[0]


@pytest.mark.allow_log
def test_a_camera_comes_back_and_its_card_is_read(qtbot: QtBot, view: DeskView, pictures: Path) -> None:
    box = view.clerk.scanbox
    qtbot.waitUntil(lambda: "kamera" in box.camera_says.lower(), timeout=PATIENCE)
    assert not box.shows_camera
    pictures.mkdir()
    cv2.imwrite(str(pictures / "card.png"), on_desk(printed_card(HOLDER)))
    qtbot.waitUntil(lambda: view.clerk.flow.turn.can_give, timeout=2 * PATIENCE)
    look = view.clerk.flow.turn.look
    assert look is not None
    assert look.verdict.main.reason is Reason.OK
    qtbot.waitUntil(lambda: box.shows_camera, timeout=PATIENCE)


@pytest.mark.allow_log
def test_another_camera_is_chosen_in_the_menu_and_takes_effect_and_is_remembered(
    qtbot: QtBot, watcher: Session, view: DeskView, pictures: Path
) -> None:
    box = view.clerk.scanbox
    pictures.mkdir()
    cv2.imwrite(str(pictures / "card.png"), on_desk(printed_card(HOLDER)))
    qtbot.waitUntil(lambda: view.clerk.flow.turn.can_give and box.shows_camera, timeout=2 * PATIENCE)
    view.clerk.flow.clear()
    kept = Settings(data=pictures.parent)
    entries(cameras_of(watcher))["Ei kameraa"].trigger()
    qtbot.waitUntil(lambda: not box.shows_camera and at_start(kept).camera == OFF, timeout=PATIENCE)
    assert box.camera_says == "Kamera on pois päältä"
    folder = entries(cameras_of(watcher))[pictures.name]
    assert not folder.isChecked()
    folder.trigger()
    assert folder.isChecked()
    qtbot.waitUntil(lambda: view.clerk.flow.turn.can_give and box.shows_camera, timeout=2 * PATIENCE)
    qtbot.waitUntil(lambda: at_start(kept).camera == str(pictures), timeout=PATIENCE)


def test_what_a_camera_lacks_is_said_as_large_as_anything_else(face: Face) -> None:
    box = ScanBox(face)
    small = {state for state in CameraState if _is_small(box, state)}
    assert small == {CameraState.OPENING, CameraState.WATCHING, CameraState.STOPPED}
    box.deleteLater()


def _is_small(box: ScanBox, state: CameraState) -> bool:
    box.show_camera(state)
    label = next(each for each in box.findChildren(QLabel) if each.text() == box.camera_says)
    return bool(label.property("role") == "small")


FIRST, SECOND = KnownCamera(0, "Desk cam", "usb/1"), KnownCamera(2, "HD & more", "usb/2")


@pytest.fixture
def camera(qapp: QApplication) -> Iterator[Camera]:
    """One that watches nothing yet."""
    bridge = Bridge()
    work = DeskWork(bridge.land, lambda _error: None)
    work.start()
    with Apart() as apart:
        yield Camera(
            "0", bridge, work, lambda: pytest.fail("nothing is read here"), lambda _error: None, apart
        )
    work.stop()
    assert work.join(10)
    bridge.close()


def test_cameras_are_listed_by_name_and_the_chosen_one_is_ticked_wherever_it_is(
    qtbot: QtBot, face: Face, camera: Camera
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = CameraMenu(face, camera, parent)
    assert [(text, each.isChecked()) for text, each in entries(menu).items()] == [
        ("Kamera 1", True),
        ("Ei kameraa", False),
    ]
    camera.listed.emit((FIRST, SECOND))
    assert list(entries(menu)) == ["Desk cam", "HD && more", "Ei kameraa"]
    assert entries(menu)["Desk cam"].isChecked()
    with qtbot.waitSignal(camera.chosen) as chosen:
        entries(menu)["HD && more"].trigger()
    assert chosen.args == [choice_of(SECOND)]
    camera.listed.emit((KnownCamera(1, "HD & more", "usb/9"), FIRST))
    assert entries(menu)["HD && more"].isChecked()
    camera.listed.emit((FIRST,))  # it was pulled out: it is still the one that is chosen
    assert list(entries(menu)) == ["Desk cam", "HD && more", "Ei kameraa"]
    assert entries(menu)["HD && more"].isChecked()
    camera.listed.emit((FIRST, KnownCamera(4, FIRST.name, "usb/7")))
    assert list(entries(menu))[:2] == ["Desk cam (Kamera 1)", "Desk cam (Kamera 5)"]
    face.speak("en")
    assert list(entries(menu))[-1] == "No camera"
    assert menu.title() == "Camera"


def test_the_list_is_read_off_the_screens_thread_when_the_menu_opens(
    qtbot: QtBot, face: Face, camera: Camera
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = CameraMenu(face, camera, parent)
    with qtbot.waitSignal(camera.listed, timeout=PATIENCE):
        menu.refresh()
