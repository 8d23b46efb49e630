"""What is asked to be heard: a card read, tickets recorded; a decline adds nothing, and nothing at all until it is switched on."""

from __future__ import annotations

import io
import json
import struct
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import assets.sounds
from assets.sounds import LOUDNESS, RATE, SOUNDS, wav
from tests.ui.conftest import SELDOM, Clerk, Keyboard
from tests.ui.world import CLOSED, GROUP, HOLDER, NOW, SECOND, TODAY, Theatre
from ui.clerk.turn import Stage, Turn, scanned
from ui.deskview import Times
from ui.face import Face
from ui.memory import FILE_NAME, at_start
from ui.session import Session
from ui.sounds import Sound, Sounds, play, sound_of
from validator.config import Settings
from validator.desk import Ask
from validator.domain.code import CardRead, Source
from validator.domain.rights import Slot

FOLDER = Path(assets.sounds.__file__).parent


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def session(
    qapp: QApplication,
    qtbot: QtBot,
    face: Face,
    theatre: Theatre,
    times: Times,
    keyboard: Keyboard,
    heard: list[str],
    tmp_path: Path,
) -> Iterator[Session]:
    """The window, with an ear for what it asks to be played."""
    sounds = Sounds(play=lambda path: heard.append(path.name))
    memory = tmp_path / FILE_NAME
    made = Session(qapp, face, theatre.open, sounds=sounds, memory=memory, times=times, rhythm=SELDOM)
    keyboard.window = made.window.windowHandle
    made.start()
    yield made
    made.stop()
    made.window.deleteLater()


def entry(clerk: Clerk) -> QAction:
    assert clerk.session.menu is not None
    return next(each for each in clerk.session.menu.findChildren(QAction) if each.text() == "Pehmeät äänet")


def test_nothing_is_heard_until_it_is_switched_on_and_it_is_remembered(
    clerk: Clerk, heard: list[str], tmp_path: Path
) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    assert heard == []
    assert not entry(clerk).isChecked()
    entry(clerk).trigger()
    assert heard == ["read.wav"], "so that one knows what it is like"
    settings = Settings(data=tmp_path)
    clerk.until(lambda: at_start(settings).sounds)
    entry(clerk).trigger()
    clerk.until(lambda: not at_start(settings).sounds)
    clerk.scan(SECOND)
    assert heard == ["read.wav"]


def test_a_decline_sounds_like_any_other_card(clerk: Clerk, heard: list[str]) -> None:
    clerk.session.sounds.switch(True)
    heard.clear()
    clerk.scan(HOLDER)
    assert heard == ["read.wav"]
    clerk.give()
    assert heard == ["read.wav", "saved.wav"]
    heard.clear()
    assert clerk.scan(CLOSED) == "R13"
    assert heard == ["read.wav"]
    clerk.press(Qt.Key.Key_Escape)
    assert heard == ["read.wav"]


def test_each_member_of_a_group_is_heard_once_and_typing_is_not(clerk: Clerk, heard: list[str]) -> None:
    clerk.session.sounds.switch(True)
    heard.clear()
    for code in (GROUP, HOLDER, HOLDER, SECOND):
        clerk.show(code)
    assert heard == ["read.wav"] * 3
    clerk.press(Qt.Key.Key_Escape)
    clerk.show("", Source.CAMERA)
    clerk.show(HOLDER, Source.TYPED)
    assert heard == ["read.wav"] * 3


def turned(stage: Stage, *, training: bool = False) -> Turn:
    read = CardRead(HOLDER, Source.HAND, NOW)
    return Turn(stage, Ask(read, Slot("play", "play-0", TODAY), training=training))


def test_training_is_silent_and_a_reading_that_waits_is_heard_when_it_comes() -> None:
    assert sound_of(Turn(), turned(Stage.LOOKING)) is Sound.READ
    assert sound_of(Turn(), turned(Stage.LOOKING, training=True)) is None
    assert sound_of(turned(Stage.GIVING), turned(Stage.GIVEN)) is Sound.SAVED
    practice = turned(Stage.GIVING, training=True), turned(Stage.GIVEN, training=True)
    assert sound_of(*practice) is None
    busy = turned(Stage.LOOKING)
    queued = scanned(busy, CardRead(SECOND, Source.HAND, NOW), Slot("play", "play-0", TODAY))
    assert sound_of(busy, queued) is Sound.READ
    assert sound_of(queued, queued) is None


def samples(data: bytes) -> tuple[int, ...]:
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return struct.unpack(f"<{file.getnframes()}h", file.readframes(file.getnframes()))


@pytest.mark.parametrize("name", SOUNDS)
def test_the_files_are_what_the_script_makes_soft_and_short(name: str) -> None:
    kept, made = samples((FOLDER / f"{name}.wav").read_bytes()), samples(wav(SOUNDS[name]))
    assert len(kept) == len(made) < RATE * 0.3
    assert all(
        abs(a - b) <= 1 for a, b in zip(kept, made, strict=True)
    )  # mathematics differ by a hair between systems
    assert max(map(abs, kept)) <= LOUDNESS * 32_767
    assert {sound.value for sound in Sound} == set(SOUNDS)


def test_without_a_player_or_with_a_broken_one_nothing_happens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    play(FOLDER / "read.wav")
    broken = tmp_path / "paplay"
    broken.write_text("no program\n")
    broken.chmod(0o755)
    play(FOLDER / "read.wav")


def test_what_was_kept_is_taken_only_where_it_makes_sense(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    for kept, on in (
        ({"sounds": True}, True),
        ({"sounds": "yes"}, False),
        ({"sounds": 1}, False),
        ({}, False),
    ):
        path.write_text(json.dumps(kept), encoding="utf-8")
        assert at_start(Settings(data=tmp_path)).sounds is on
