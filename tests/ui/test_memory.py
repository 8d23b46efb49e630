"""What is chosen in the window is there at the next start, unless a setting was made for good."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PATIENCE
from ui.bridge import Bridge
from ui.face import Face
from ui.memory import FILE_NAME, Chosen, Memory, at_start, keep
from ui.theme import Mode
from ui.work import DeskWork
from validator.config import Settings

CHOSEN = Chosen("sv", "dark", 1.5, "Desk cam", "/dev/ttyACM0")


@pytest.fixture
def work(qapp: QApplication) -> Iterator[DeskWork]:
    bridge = Bridge()
    work = DeskWork(bridge.land, lambda _error: None)
    work.start()
    yield work
    work.stop()
    assert work.join(10)
    bridge.close()


def test_what_is_chosen_at_run_time_is_there_at_the_next_start(
    tmp_path: Path, face: Face, work: DeskWork, qtbot: QtBot
) -> None:
    memory = Memory(face, tmp_path / FILE_NAME, work, "0")
    face.speak("sv")
    face.wear(Mode.DARK)
    face.enlarge(1.5)
    memory.keep_camera("Desk cam")
    memory.keep_scanner("/dev/ttyACM0")
    qtbot.waitUntil(lambda: at_start(Settings(data=tmp_path)) == CHOSEN, timeout=PATIENCE)
    memory.close()
    face.speak("en")
    face.wear(Mode.LIGHT)
    assert at_start(Settings(data=tmp_path)) == CHOSEN


def test_without_anything_chosen_the_settings_hold(tmp_path: Path) -> None:
    assert at_start(Settings(data=tmp_path)) == Chosen("fi", "system", 1.0, "0")


def test_a_setting_made_for_good_wins_over_what_was_chosen(tmp_path: Path) -> None:
    keep(tmp_path / FILE_NAME, asdict(CHOSEN))
    made = Settings(
        data=tmp_path, language="en", camera="off", made=frozenset({"data", "language", "camera"})
    )
    assert at_start(made) == Chosen("en", "dark", 1.5, "off", "/dev/ttyACM0")


def test_a_setting_made_for_good_is_not_taken_for_what_was_chosen(
    tmp_path: Path, face: Face, work: DeskWork, qtbot: QtBot
) -> None:
    keep(tmp_path / FILE_NAME, {"camera": "Desk cam"})
    memory = Memory(face, tmp_path / FILE_NAME, work, "off")
    face.speak("sv")
    qtbot.waitUntil(
        lambda: at_start(Settings(data=tmp_path)) == Chosen("sv", "system", 1.0, "Desk cam"), timeout=PATIENCE
    )
    memory.close()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "\ud800",
        "[" * 100_000,
        json.dumps({"language": "klingon", "look": 7, "text_size": 900}),
        json.dumps({"language": [], "look": {}, "text_size": "large", "camera": 0, "more": 1}),
        json.dumps({"camera": "", "scanner": ""}),
        json.dumps({"camera": "x" * 1025, "scanner": "x" * 1025}),
        json.dumps({"scanner": 7}),
    ],
)
def test_what_makes_no_sense_is_as_if_it_were_not_there(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert at_start(Settings(data=tmp_path)) == Chosen("fi", "system", 1.0, "0")


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    keep(tmp_path / "nowhere" / FILE_NAME, asdict(CHOSEN))
    assert list(tmp_path.iterdir()) == []
