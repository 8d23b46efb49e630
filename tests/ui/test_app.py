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


def started(folder: Path, **variables: str) -> subprocess.Popen[str]:
    """The program on this folder, with a screen that nobody sees."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KAIKUPORTTI_")}
    environment |= {"KAIKUPORTTI_DATA": str(folder), "KAIKUPORTTI_KEYS": "file", "KAIKUPORTTI_CAMERA": "off"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"} | variables
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM], env=environment, stderr=subprocess.PIPE, text=True
    )


def test_a_setting_that_makes_no_sense_is_told(tmp_path: Path) -> None:
    program = started(tmp_path, KAIKUPORTTI_LANGUAGE="klingon")
    _, told = program.communicate(timeout=60)
    assert program.returncode == 2
    assert "KAIKUPORTTI_LANGUAGE" in told


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
