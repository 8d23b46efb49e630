"""A folder of pictures stands in for a camera: what it shows is read, and a camera that is missing is said calmly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.scan.printed import card as printed_card
from tests.scan.printed import on_desk
from tests.ui.conftest import PATIENCE, SELDOM
from tests.ui.world import HOLDER, Theatre
from ui.deskview import DeskView, Times
from ui.face import Face
from ui.session import Session
from validator.domain.verdict import Reason


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the camera's pictures come from."""
    return tmp_path / "frames"


@pytest.fixture
def view(
    qtbot: QtBot, qapp: QApplication, face: Face, theatre: Theatre, times: Times, pictures: Path
) -> Iterator[DeskView]:
    """A desk with that camera."""
    session = Session(qapp, face, theatre.open, camera=str(pictures), times=times, rhythm=SELDOM)
    session.start()
    qtbot.waitUntil(
        lambda: session.desk_view is not None and session.desk_view.clerk.flow.choice is not None,
        timeout=PATIENCE,
    )
    assert session.desk_view is not None
    yield session.desk_view
    session.stop()
    session.window.deleteLater()


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
