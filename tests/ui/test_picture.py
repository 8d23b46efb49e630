from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.scan.printed import card
from tests.ui.conftest import PATIENCE, Clerk
from tests.ui.world import HOLDER
from ui.clerk.turn import Stage
from validator.domain.verdict import Reason


def drop(clerk: Clerk, path: Path, wait: int = PATIENCE) -> None:
    """Drop a file on the window as the window system would."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    act, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(50, 50), act, data, button, none)
    QApplication.sendEvent(clerk.session.window, over)
    assert over.isAccepted()
    QApplication.sendEvent(clerk.session.window, QDropEvent(QPointF(50, 50), act, data, button, none))
    clerk.bot.waitUntil(lambda: clerk.turn.stage is Stage.SHOWN, timeout=wait)


def test_a_dropped_picture_is_read(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "card.png"
    cv2.imwrite(str(path), card(HOLDER))
    drop(clerk, path)
    assert clerk.reason == Reason.OK


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Tiedosto on tyhjä"),
        (b"no picture at all", "Tiedosto ei ole kuva"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "Valitse kuva, esimerkiksi PNG"),
    ],
    ids=["empty", "text", "damaged"],
)
def test_what_is_no_picture_is_said_calmly(clerk: Clerk, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "card.png"
    path.write_bytes(data)
    drop(clerk, path)
    assert clerk.reason == Reason.UNREADABLE
    assert "Lue uudelleen" in clerk.page.verdict.sentence
    clerk.until(lambda: said in clerk.page.verdict.shown_text)
    clerk.press(Qt.Key.Key_F8)
    assert said not in clerk.page.verdict.shown_text
    before = clerk.page.verdict.shown_text
    clerk.scan(HOLDER)
    clerk.show("")
    assert clerk.reason == Reason.UNREADABLE
    assert len(clerk.page.verdict.shown_text.splitlines()) == len(before.splitlines()) - 1


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such signals here")
@pytest.mark.allow_log
@pytest.mark.long
def test_a_picture_that_hangs_the_reader_is_said_and_the_next_one_is_read(
    clerk: Clerk, tmp_path: Path
) -> None:
    path = tmp_path / "card.png"
    cv2.imwrite(str(path), card(HOLDER))
    drop(clerk, path)
    clerk.press(Qt.Key.Key_Escape)
    (reading,) = (each for each in multiprocessing.active_children() if each.name == "reading")
    assert reading.pid is not None
    os.kill(reading.pid, signal.SIGSTOP)
    drop(clerk, path, wait=20_000)
    assert clerk.reason == Reason.UNREADABLE
    clerk.until(lambda: "piti keskeyttää" in clerk.page.verdict.shown_text)
    clerk.press(Qt.Key.Key_Escape)
    drop(clerk, path)
    assert clerk.reason == Reason.OK
