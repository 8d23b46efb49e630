"""The process that reads: it sees what a reader sees, and whatever becomes of it, the desk goes on. Killed and stopped for real."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from tests.scan.printed import CODE, OTHER_CODE, card, noisy, on_desk, packed, symbol
from tests.scan.processes import PATIENCE, answered, pids, posix, reading, shadow
from tests.scan.test_loop import Desk, clock
from tests.scan.test_picture import bomb
from validator.domain.code import CodeFormat, Symbology
from validator.errors import DecoderMissing, PictureBad
from validator.scan.acceptance import Look, cards_of
from validator.scan.apart import Apart, Patience
from validator.scan.declared import PictureKind
from validator.scan.engines import available_decoders
from validator.scan.loop import ScanLoop
from validator.scan.picture import load_picture
from validator.scan.picturefile import MAX_BYTES, PictureFault
from validator.scan.pixels import GrayFrame
from validator.scan.reader import Reader
from validator.scan.source import Frame
from validator.scan.state import CameraState
from validator.scan.still import read_picture

ROOT = Path(__file__).resolve().parents[2]
FORMAT = CodeFormat()
READER = Reader(available_decoders(), cards_of(FORMAT))
SHOWN, EMPTY = on_desk(card(CODE)), on_desk()
NOW = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    """One process for all that only ask."""
    with Apart() as apart:
        apart.make_ready()
        yield apart


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(SHOWN, id="a card"),
        pytest.param(on_desk(card(CODE, qr=False)), id="its bars alone"),
        pytest.param(on_desk(card(CODE), card(OTHER_CODE)), id="two cards"),
        pytest.param(EMPTY, id="none"),
        pytest.param(symbol("\0ä\u202e\ud7ff\U0001f39f"), id="odd signs"),
        pytest.param(symbol(bytes(range(256)) * 8), id="bytes"),
        pytest.param(np.zeros((1, 1), np.uint8), id="one pixel"),
        pytest.param(SHOWN[::2, ::2], id="every other pixel"),
        pytest.param(SHOWN[:, ::-1], id="mirrored"),
    ],
)
def test_it_sees_what_a_reader_sees(apart: Apart, frame: GrayFrame) -> None:
    ours = apart.reader(FORMAT)
    plain = np.ascontiguousarray(frame)
    for turn in range(3):
        assert ours.look(frame, turn) == READER.look(plain, turn)
    assert ours.glance(frame) == READER.glance(plain)


@posix
def test_it_gives_way_to_the_window(apart: Apart) -> None:
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert pids()
    assert {os.getpriority(os.PRIO_PROCESS, pid) for pid in pids()} == {min(19, own + 5)}


def test_it_studies_pictures_like_a_reader(apart: Apart) -> None:
    ours = apart.reader(FORMAT)
    file = packed(on_desk(card(CODE), roll=20), ".jpg")
    assert ours.study(SHOWN) == READER.study(SHOWN)
    assert ours.study_file(file) == READER.study_file(file)
    assert np.array_equal(ours.unpack(file), load_picture(file))
    assert read_picture(file, ours, NOW) == read_picture(file, READER, NOW)


def test_each_question_is_one_networks(apart: Apart) -> None:
    two = on_desk(card("KAIKU00013"), card("NO CARD", qr=False))
    assert apart.reader(FORMAT).glance(two) == READER.glance(two)
    assert apart.reader().glance(two) == Reader(available_decoders()).glance(two)
    bars = symbol("12345670", Symbology.ITF)
    assert apart.reader().glance(bars).symbol is None
    seen = apart.reader(None, (Symbology.ITF,)).study(bars).symbol
    assert seen is not None
    assert seen.symbology is Symbology.ITF


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", PictureFault.EMPTY),
        (b"no picture", PictureFault.NOT_A_PICTURE),
        (packed(SHOWN)[:99], PictureFault.BROKEN),
        (bytes(MAX_BYTES + 1), PictureFault.TOO_LARGE),
        *((bomb(kind), PictureFault.TOO_LARGE) for kind in PictureKind),
    ],
    ids=lambda value: str(value) if isinstance(value, PictureFault) else "",
)
def test_what_is_no_picture_is_told_as_ever(apart: Apart, data: bytes, fault: PictureFault) -> None:
    for ask in (apart.reader().study_file, apart.reader().unpack):
        with pytest.raises(PictureBad) as caught:
            ask(data)
        assert caught.value.details == {"reason": fault}
    assert apart.tally.died == apart.tally.overran == 0


@pytest.mark.parametrize(
    "frame",
    [np.zeros((0, 5), np.uint8), np.zeros((5, 5, 3), np.uint8), np.zeros((5, 5)), np.zeros(7, np.uint8)],
)
def test_what_is_no_frame_is_not_asked_about(apart: Apart, frame: GrayFrame) -> None:
    with pytest.raises(ValueError, match="no frame"):
        apart.reader().look(frame)


def test_no_process_is_started_before_it_is_needed() -> None:
    before = pids()
    with Apart() as apart:
        apart.reader(FORMAT)
        assert pids() == before
        assert apart.tally.started == 0


@posix
@pytest.mark.allow_log
def test_one_that_is_killed_while_it_is_asked_costs_one_look(caplog: pytest.LogCaptureFixture) -> None:
    apart = Apart()
    ours = apart.reader(FORMAT)
    with reading(apart) as pid:
        assert ours.look(SHOWN).key == CODE
        os.kill(pid(), signal.SIGSTOP)  # so that it has not answered when it dies
        with answered(lambda: ours.look(SHOWN)) as looks:
            os.kill(pid(), signal.SIGKILL)
            assert looks.get(timeout=PATIENCE) == Look(faults=1)
        assert apart.tally.started == 2
        apart.make_ready()
        assert ours.look(SHOWN).key == CODE
    assert (apart.tally.started, apart.tally.died, apart.tally.overran) == (2, 1, 0)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == [
        "the process that reads pictures ended by itself; another one is started"
    ]


@posix
@pytest.mark.allow_log
@pytest.mark.long
def test_one_that_is_killed_between_questions(caplog: pytest.LogCaptureFixture) -> None:
    apart = Apart()
    ours = apart.reader(FORMAT)
    with reading(apart) as pid:
        os.kill(pid(), signal.SIGKILL)
        assert ours.look(SHOWN) == Look(faults=1)
        assert ours.study_file(packed(card(CODE))).key == CODE  # waits for the next one
    assert CODE not in caplog.text
    assert apart.tally.died == 1


@posix
@pytest.mark.allow_log
@pytest.mark.long
def test_one_that_hangs_is_ended_and_another_one_started() -> None:
    apart = Apart(Patience(frame=0.3, picture=0.3))
    ours = apart.reader(FORMAT)
    with reading(apart) as pid:
        first = pid()
        os.kill(first, signal.SIGSTOP)
        assert ours.look(SHOWN) == Look(faults=1)
        assert (apart.tally.overran, apart.tally.started) == (1, 2)
        assert pid() != first
        apart.make_ready()
        os.kill(pid(), signal.SIGSTOP)
        with pytest.raises(PictureBad) as caught:
            read_picture(packed(card(CODE)), ours, NOW)
        assert caught.value.details == {"reason": PictureFault.HALTED}
    assert apart.tally.overran == 2


@posix
@pytest.mark.allow_log
@pytest.mark.long
def test_a_frame_never_waits_for_a_start() -> None:
    apart = Apart()
    ours = apart.reader(FORMAT)
    with reading(apart) as pid:
        os.kill(pid(), signal.SIGKILL)
        assert ours.look(SHOWN) == Look(faults=1)
        os.kill(pid(), signal.SIGSTOP)  # it starts and does not get on
        assert [ours.look(SHOWN) for _ in range(50)] == [Look(faults=1)] * 50
        os.kill(pid(), signal.SIGCONT)
        apart.make_ready()
        assert ours.look(SHOWN).key == CODE
    assert (apart.tally.started, apart.tally.died) == (2, 1)


@pytest.mark.allow_log
@pytest.mark.long
def test_one_that_dies_again_and_again_is_started_less_and_less_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shadow(tmp_path, "cv2", "import os; os._exit(3)")
    monkeypatch.syspath_prepend(tmp_path)
    now = [100.0]
    with Apart(back_off=(0.0, 0.0, 5.0, 9.0), ticks=lambda: now[0]) as apart:
        ours = apart.reader(FORMAT)
        for started in (2, 3, 3):
            apart.make_ready()
            assert apart.tally.started == started
        assert [ours.look(SHOWN) for _ in range(9)] == [Look(faults=1)] * 9
        assert apart.tally.started == apart.tally.died == 3
        now[0] += 5.0
        assert ours.look(SHOWN) == Look(faults=1)
        assert apart.tally.started == 4
        apart.make_ready()
        with pytest.raises(PictureBad):  # somebody waits for it: it is tried at once
            ours.study_file(packed(card(CODE)))
        assert apart.tally.started == 5


@pytest.mark.long
def test_without_engines_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("zxingcpp", "pyzbar"):
        shadow(tmp_path, name, "raise ModuleNotFoundError")
    monkeypatch.syspath_prepend(tmp_path)
    with Apart() as apart:
        for ask in (apart.make_ready, lambda: apart.reader().study_file(packed(card(CODE)))):
            with pytest.raises(DecoderMissing) as caught:
                ask()
            assert caught.value.details == {"missing": "zxing-cpp, pyzbar"}


@posix
@pytest.mark.long
def test_closing_ends_what_is_being_asked() -> None:
    apart = Apart(Patience(picture=3600.0))
    ours = apart.reader(FORMAT)
    with reading(apart) as pid:
        os.kill(pid(), signal.SIGSTOP)
        with answered(lambda: ours.study(SHOWN)) as looks:
            apart.close()
            assert looks.get(timeout=PATIENCE) == Look(faults=1)
    assert ours.look(SHOWN) == Look(faults=1)
    assert apart.tally.started == 1


@posix
@pytest.mark.allow_log
@pytest.mark.long
def test_for_a_camera_another_one_stands_by() -> None:
    before, now = pids(), [100.0]
    with Apart(stands_by=5.0, ticks=lambda: now[0]) as apart:
        ours = apart.reader(FORMAT)
        apart.make_ready(for_camera=True)
        assert ours.look(SHOWN).key == CODE
        (first,) = pids() - before
        now[0] += 5.0
        assert ours.look(SHOWN).key == CODE
        assert apart.tally.started == 2
        (second,) = pids() - before - {first}
        os.kill(first, signal.SIGKILL)
        assert ours.look(SHOWN) == Look(faults=1)
        assert pids() - before == {second}
        apart.make_ready()
        assert ours.look(SHOWN).key == CODE
        assert (apart.tally.started, apart.tally.died) == (2, 1)
        now[0] += 5.0
        assert ours.look(SHOWN).key == CODE
        assert apart.tally.started == len(pids() - before) + 1 == 3
    assert pids() == before


@pytest.mark.long
def test_frames_go_by_while_a_picture_is_read() -> None:
    hard = packed(noisy(np.full((1500, 1500), 128, np.uint8), 60.0))
    with Apart() as apart:
        ours = apart.reader(FORMAT)
        apart.make_ready()
        with answered(lambda: ours.study_file(hard)) as looks:
            frames = [ours.look(SHOWN)]
            while looks.empty():
                frames.append(ours.look(SHOWN))
            assert looks.get() == Look()
        assert Look() in frames
        assert {look.key for look in frames} <= {"", CODE}
        assert ours.look(SHOWN).key == CODE
        assert sum(look.faults for look in frames) == apart.tally.died == apart.tally.overran == 0


class Held:
    """A camera before which something is held."""

    def __init__(self) -> None:
        self.frame = Frame(EMPTY)

    def open(self) -> None:
        pass

    def next_frame(self) -> Frame:
        threading.Event().wait(0.02)
        return self.frame

    def close(self) -> None:
        pass


@posix
@pytest.mark.allow_log
@pytest.mark.long
def test_the_desk_sees_that_reading_is_in_trouble_and_that_it_is_over() -> None:
    camera, desk, apart = Held(), Desk(), Apart()
    with reading(apart) as pid:
        loop = ScanLoop(
            camera, apart.reader(FORMAT), clock(), on_read=desk.readings.put, on_state=desk.states.put
        )
        loop.start()
        desk.until(CameraState.WATCHING)
        os.kill(pid(), signal.SIGKILL)
        desk.until(CameraState.TROUBLED)
        desk.until(CameraState.WATCHING)
        camera.frame = Frame(SHOWN)
        assert desk.heard() == [CODE]
        loop.stop()
        assert loop.join(PATIENCE)
