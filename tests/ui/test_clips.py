"""A synthetic clip stands in for the desk's camera: its card is read and answered, and it may be unplugged like a camera."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.scan.cards import code_of
from tests.scan.moved import clip_of
from tests.scan.video import written
from tests.ui.conftest import PATIENCE, SELDOM
from tests.ui.world import CARDS, PERSON, Theatre
from ui.deskview import DeskView, Times
from ui.face import Face
from ui.session import Session
from validator.domain.verdict import Reason

FIRST, SECOND = 7, 11
"""Seeds of clips."""

EVERY = 6
"""Of a folder's pictures, each of which is shown for a while, so many stand for one."""

PLAYED = 6 * PATIENCE
"""A clip is made beside it, is as long as it is, and each of its frames is looked at."""

pytestmark = [pytest.mark.long, pytest.mark.allow_log]


@pytest.fixture(params=["video", "folder"])
def as_pictures(request: pytest.FixtureRequest) -> bool:
    """Whether the clips are folders of pictures."""
    return bool(request.param == "folder")


@pytest.fixture
def view(
    qtbot: QtBot, qapp: QApplication, face: Face, times: Times, tmp_path: Path, as_pictures: bool
) -> Iterator[DeskView]:
    """A desk that knows the clips' cards, and whose camera is a place where there is nothing yet."""
    cards = CARDS | {code_of(seed): PERSON for seed in (FIRST, SECOND)}
    theatre = Theatre(tmp_path / "desk").set_up(cards=cards)
    camera = tmp_path / ("frames" if as_pictures else "clip.avi")
    session = Session(qapp, face, theatre.open, camera=str(camera), times=times, rhythm=SELDOM)
    session.start()
    qtbot.waitUntil(
        lambda: session.desk_view is not None and session.desk_view.clerk.flow.choice is not None,
        timeout=PATIENCE,
    )
    assert session.desk_view is not None
    yield session.desk_view
    session.stop()
    session.window.deleteLater()


def test_a_clips_card_is_answered_also_after_the_clip_was_unplugged(
    qtbot: QtBot, view: DeskView, tmp_path: Path, as_pictures: bool
) -> None:
    box, flow = view.clerk.scanbox, view.clerk.flow
    camera = tmp_path / ("frames" if as_pictures else "clip.avi")

    def played(seed: int) -> None:
        made = written(clip_of(seed), tmp_path / "made", pictures=as_pictures)
        for number, picture in enumerate(sorted(made.glob("*"))):
            if number % EVERY:
                picture.unlink()
        made.rename(camera)
        qtbot.waitUntil(lambda: flow.turn.can_give, timeout=PLAYED)
        look = flow.turn.look
        assert look is not None
        assert look.card is not None
        assert look.verdict.main.reason is Reason.OK
        assert look.card.masked == f"…{code_of(seed)[-4:]}"
        assert view.clerk.verdict.sentence.startswith("Kortti on voimassa")
        qtbot.waitUntil(lambda: box.shows_camera, timeout=PATIENCE)

    qtbot.waitUntil(lambda: box.camera_says.startswith("Kameraa ei löydy"), timeout=PATIENCE)
    played(FIRST)
    flow.clear()
    camera.rename(tmp_path / "unplugged")
    qtbot.waitUntil(lambda: box.camera_says.startswith("Kamera irtosi"), timeout=PATIENCE)
    assert not box.shows_camera
    played(SECOND)
