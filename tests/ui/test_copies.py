"""A second window on the same data folder: each is told of the other in plain words, and both go on safely."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PATIENCE, SELDOM, Clerk, Keyboard
from tests.ui.world import HOLDER, SECOND, Theatre
from ui.copies import MOST, Copies
from ui.deskview import Times
from ui.face import Face
from ui.session import Session
from validator.domain.code import Source

HOLDS = """
import sys
from pathlib import Path
from ui.copies import Copies
copies = Copies()
copies.enter(Path(sys.argv[1]))
print("in", flush=True)
sys.stdin.readline()
copies.leave()
"""


@pytest.fixture
def second(
    qtbot: QtBot, qapp: QApplication, face: Face, theatre: Theatre, times: Times, clerk: Clerk
) -> Iterator[Clerk]:
    """Somebody at another window on the folder of the first one, started later."""
    keyboard = Keyboard()
    session = Session(qapp, face, theatre.open, times=times, rhythm=SELDOM)
    keyboard.window = session.window.windowHandle
    session.start()
    qtbot.waitUntil(lambda: session.desk_view is not None, timeout=PATIENCE)
    yield Clerk(qtbot, session, keyboard)
    session.stop()
    session.window.deleteLater()


def test_both_windows_are_told_in_plain_words(clerk: Clerk, second: Clerk) -> None:
    second.until(lambda: "toisessa ikkunassa" in second.page.given.told)
    assert "Molemmat toimivat" in second.page.given.told
    assert "Myös toinen ikkuna on auki" in second.view.strip.text
    clerk.view.refresh()
    clerk.until(lambda: "toinen ikkuna on auki" in clerk.view.strip.text)
    assert "toisessa ikkunassa" in clerk.view.preflight.text
    second.session.stop()
    clerk.view.refresh()
    clerk.until(lambda: "toinen ikkuna" not in clerk.view.strip.text)


def test_a_second_window_has_an_event_chosen_and_both_give(clerk: Clerk, second: Clerk) -> None:
    second.until(lambda: second.flow.choice is not None)
    assert second.flow.choice == clerk.flow.choice
    assert second.page.focusWidget() is second.page.scanbox.field
    assert clerk.show(HOLDER) == "A01"
    assert second.show(SECOND) == "A01"
    clerk.flow.confirm()
    clerk.until(lambda: len(clerk.page.given.rows) == 1)
    second.flow.confirm()
    second.until(lambda: len(second.page.given.rows) == 2)
    clerk.view.refresh()
    clerk.until(lambda: len(clerk.page.given.rows) == 2)
    second.flow.clear()
    second.flow.scan(HOLDER, Source.CAMERA)
    second.settled()
    assert second.reason == "R32", "what the other window gave counts at once"


def test_each_counts_the_others_and_places_come_free(tmp_path: Path) -> None:
    windows = [Copies() for _ in range(MOST + 1)]
    assert windows[0].others() == 0
    for window in windows:
        window.enter(tmp_path)
    assert [window.others() for window in windows] == [*([MOST - 1] * MOST), MOST]
    for window in windows[1:]:
        window.leave()
    assert windows[0].others() == 0
    windows[1].enter(tmp_path)
    assert (windows[0].others(), windows[1].others()) == (1, 1)
    windows[0].leave()
    assert windows[1].others() == 0
    windows[1].leave()


def test_a_folder_that_takes_no_lock_keeps_nobody_out(tmp_path: Path) -> None:
    window = Copies()
    window.enter(tmp_path / "nowhere")
    assert window.others() == 0
    window.leave()


@pytest.mark.skipif(sys.platform == "win32", reason="processes end in another way there")
def test_a_window_whose_process_died_is_none(tmp_path: Path) -> None:
    mine = Copies()
    mine.enter(tmp_path)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "in\n"
    assert mine.others() == 1
    other.send_signal(signal.SIGKILL)
    other.communicate(timeout=60)
    assert mine.others() == 0
    mine.leave()
