"""The window stands before the program behind it is loaded."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PATIENCE, Keyboard
from tests.ui.test_app import started
from ui.face import Face
from ui.inside import session_for
from ui.loading import Loading, MakeSession
from ui.opening import entrance


class Paints(QObject):
    """Counts the pictures of what it watches."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.mark.parametrize("shown", [True, False], ids=["shown", "never painted"])
def test_it_is_loaded_behind_the_first_picture(qtbot: QtBot, face: Face, shown: bool) -> None:
    window, page = entrance(face)
    paints, before = Paints(), list[int]()
    window.installEventFilter(paints)

    def load() -> MakeSession:
        assert threading.current_thread() is not threading.main_thread()
        before.append(paints.count)
        return session_for

    loading = Loading(window, load)
    with qtbot.waitSignal(loading.ended, timeout=PATIENCE):
        window.setVisible(shown)
    assert [bool(count) for count in before] == [shown]
    assert page.text == "Kassaa avataan…"
    assert loading.made() is session_for
    loading.join()
    window.close()
    window.deleteLater()


def test_a_window_that_is_closed_at_once_waits_for_what_has_begun(qtbot: QtBot, face: Face) -> None:
    begun, done = threading.Event(), list[bool]()

    def load() -> MakeSession:
        begun.set()
        done.append(sum(range(2_000_000)) > 0)  # long enough to be met at it
        return session_for

    window, _ = entrance(face)
    never, loading = Loading(window, load), Loading(window, load)
    never.join()
    window.show()
    qtbot.waitUntil(begun.is_set, timeout=PATIENCE)
    loading.join()
    assert done == [True]
    window.close()
    window.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_passphrase_that_is_entered_before_then_waits(
    qtbot: QtBot, qapp: QApplication, face: Face, keyboard: Keyboard
) -> None:
    window, page = entrance(face, passphrase=True)
    keyboard.window = window.windowHandle
    wanted = list[str]()
    page.wanted.connect(wanted.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    field = qapp.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("kolme iloista")
    keyboard.press(Qt.Key.Key_Return)
    assert (wanted, page.text) == ([], "Kassaa avataan…")
    page.begin()
    assert wanted == ["kolme iloista"]
    window.close()
    window.deleteLater()


def test_a_program_that_cannot_be_loaded_ends_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "sqlcipher3.py").write_text("raise ImportError('half of it is missing')\n")
    program = started(tmp_path, PYTHONPATH=str(tmp_path))
    _, told = program.communicate(timeout=60)
    assert program.returncode == 1
    assert "half of it is missing" in told
