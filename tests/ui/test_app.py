"""The window's program as a process: it opens, says what is wrong with a setting, and ends properly when it is asked to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.world import Theatre
from validator.store.keys import FileVault

PROGRAM = "from ui.program import main; main()"
CLOSING = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
def read(box):
    sys.stderr.write("window: " + box.text() + " " + box.informativeText())
    QTimer.singleShot(0, box.accept)
QMessageBox.show = read
{PROGRAM}
"""
"""Whoever reads the small window closes it."""


def started(folder: Path, program: str = PROGRAM, **variables: str) -> subprocess.Popen[str]:
    """The program on this folder, with a screen that nobody sees."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KAIKUPORTTI_")}
    environment |= {"KAIKUPORTTI_DATA": str(folder), "KAIKUPORTTI_KEYS": "file", "KAIKUPORTTI_CAMERA": "off"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"} | variables
    return subprocess.Popen(
        [sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE, text=True
    )


def test_a_setting_that_makes_no_sense_is_told_on_standard_error_and_in_a_window(tmp_path: Path) -> None:
    program = started(tmp_path, CLOSING, KAIKUPORTTI_LANGUAGE="klingon")
    _, told = program.communicate(timeout=60)
    assert program.returncode == 2
    assert told.startswith("KAIKUPORTTI_LANGUAGE: ")
    assert "\nwindow: Asetus language ei kelpaa" in told


def test_a_settings_file_that_is_broken_is_told_in_a_window(tmp_path: Path) -> None:
    settings = tmp_path / "kaikuportti.toml"
    settings.write_text("language = ")
    program = started(tmp_path, CLOSING, KAIKUPORTTI_CONFIG=str(settings))
    _, told = program.communicate(timeout=60)
    assert program.returncode == 2
    assert told.startswith(f"{settings}: Invalid value")
    assert f"{settings}: Invalid value" in told.partition("window: ")[2]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_it_ends_properly_when_it_is_asked_to(tmp_path: Path, keyed: Theatre) -> None:
    program = started(keyed.folder, KAIKUPORTTI_LOG_LEVEL="INFO")
    assert program.stderr is not None
    line = program.stderr.readline()  # the runner's first word: the window is open, the hub does not answer
    assert "hub_unreachable" in line
    program.send_signal(signal.SIGTERM)
    _, told = program.communicate(timeout=60)
    assert program.returncode == 0
    assert "Traceback" not in told


@pytest.fixture
def keyed(tmp_path: Path) -> Theatre:
    """A desk whose keys lie beside its files."""
    return Theatre(tmp_path, vault=FileVault(tmp_path)).set_up()
