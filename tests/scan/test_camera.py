"""The camera's own thread, on real captures: of a camera that is not there, and of a video that ends."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import pytest

from validator.errors import CameraBusy, CameraDenied, CameraLost, CameraMissing, CameraSilent
from validator.scan.camera import LARGE, ORDINARY, CameraSource, Patience, ask_for

NO_SUCH_CAMERA = 97
QUICK = Patience(first=0.05, opening=0.5, silence=0.5, close=0.05)


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "frames.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25.0, (64, 48))
    for brightness in range(10, 250, 10):
        writer.write(np.full((48, 64, 3), brightness, np.uint8))
    writer.release()
    return path


class Stuck:
    """OpenCV's capture of a camera that was pulled out: a read that does not come back until it is let go."""

    def __init__(self, error: Exception | None = None) -> None:
        self.let_go = threading.Event()
        self.released = threading.Event()
        self._error = error

    def isOpened(self) -> bool:  # noqa: N802  (OpenCV's name)
        return True

    def read(self) -> tuple[bool, None]:
        if self._error is not None:
            raise self._error
        self.let_go.wait(20)
        return False, None

    def release(self) -> None:
        self.released.set()


def test_a_camera_that_is_not_there() -> None:
    source = CameraSource(NO_SUCH_CAMERA)
    with pytest.raises(CameraMissing):
        source.open()
    with pytest.raises(CameraLost):
        source.next_frame()
    source.close()


def test_a_driver_that_fails_on_opening_is_a_missing_camera() -> None:
    def fail(index: int) -> cv2.VideoCapture:
        raise cv2.error("driver")

    with pytest.raises(CameraMissing):
        CameraSource(0, fail).open()


def test_frames_come_newest_first_and_then_the_camera_is_lost(video: Path) -> None:
    source = CameraSource(0, lambda _: cv2.VideoCapture(str(video)))
    source.open()
    brightness: list[int] = []

    def watch() -> None:
        while True:
            frame = source.next_frame()
            if frame is not None:
                brightness.append(int(frame.pixels.mean()))

    with pytest.raises(CameraLost):
        watch()
    assert brightness == sorted(brightness)
    assert brightness[-1] == pytest.approx(240, abs=3)
    source.close()


def test_a_lost_camera_can_be_opened_again(video: Path) -> None:
    source = CameraSource(0, lambda _: cv2.VideoCapture(str(video)))
    for _ in range(2):
        source.open()
        assert source.next_frame() is not None
    source.close()
    source.close()


def test_a_camera_that_is_pulled_out_is_lost_though_opencv_hangs() -> None:
    stuck = Stuck()
    source = CameraSource(0, lambda _: cast("cv2.VideoCapture", stuck), patience=QUICK)
    source.open()
    assert source.next_frame() is None
    with pytest.raises(CameraLost):
        source.next_frame()
    source.close()
    assert not stuck.released.is_set()
    stuck.let_go.set()
    assert stuck.released.wait(20)


def test_a_driver_that_fails_while_reading_is_a_lost_camera() -> None:
    broken = Stuck(cv2.error("driver"))
    source = CameraSource(0, lambda _: cast("cv2.VideoCapture", broken))
    source.open()
    with pytest.raises(CameraLost):
        source.next_frame()
    source.close()
    assert broken.released.is_set()


def test_a_camera_that_is_there_and_gives_nothing_is_silent() -> None:
    stuck = Stuck()
    # The system says that somebody has it: that is we.
    source = CameraSource(
        0, lambda _: cast("cv2.VideoCapture", stuck), patience=QUICK, lost=lambda _: CameraBusy()
    )
    source.open()
    assert source.next_frame() is None
    with pytest.raises(CameraSilent):
        source.next_frame()
    source.close()
    stuck.let_go.set()
    assert stuck.released.wait(20)


def watch(source: CameraSource) -> None:
    """Until it is no more."""
    while True:
        source.next_frame()


class Slow:
    """Opens a camera only once it is let go, as drivers do that wait for another program."""

    def __init__(self, opened: cv2.VideoCapture) -> None:
        self.let_go = threading.Event()
        self._opened = opened

    def __call__(self, _index: int) -> cv2.VideoCapture:
        self.let_go.wait(20)
        return self._opened


def test_an_opening_that_takes_long_holds_up_nobody_and_may_still_go_well(video: Path) -> None:
    slow = Slow(cv2.VideoCapture(str(video)))
    source = CameraSource(0, slow, patience=QUICK)
    source.open()
    assert source.next_frame() is None
    slow.let_go.set()
    frame = source.next_frame()
    while frame is None:
        frame = source.next_frame()
    assert frame.live
    source.close()


def test_an_opening_that_takes_long_and_fails_says_why_all_the_same() -> None:
    slow = Slow(cv2.VideoCapture())
    source = CameraSource(0, slow, patience=QUICK, why=lambda _: CameraDenied())
    source.open()
    slow.let_go.set()
    with pytest.raises(CameraDenied):
        watch(source)
    source.close()


def test_an_opening_that_never_ends_is_a_silent_camera() -> None:
    slow = Slow(cv2.VideoCapture())
    source = CameraSource(0, slow, patience=QUICK, lost=lambda _: CameraSilent())
    source.open()
    assert source.next_frame() is None
    with pytest.raises(CameraSilent):
        source.next_frame()
    source.close()
    slow.let_go.set()


class Sized:
    """OpenCV's capture of a camera that has frames of some sizes, and gives one of them; after 80 frames it is pulled out."""

    def __init__(self, *has: int) -> None:
        self._has = has
        self._lines = has[0]
        self._left = 80

    def isOpened(self) -> bool:  # noqa: N802  (OpenCV's name)
        return True

    def set(self, what: int, value: float) -> bool:
        if what == cv2.CAP_PROP_FRAME_HEIGHT and value in self._has:
            self._lines = int(value)
        return True

    def get(self, what: int) -> float:
        return self._lines if what == cv2.CAP_PROP_FRAME_HEIGHT else 0.0

    def read(self) -> tuple[bool, np.ndarray]:
        self._left -= 1
        return self._left > 0, np.zeros((self._lines, 8), np.uint8)

    def release(self) -> None:
        pass


@pytest.mark.parametrize(("rate", "lines"), [(8.0, 720), (20.0, 1080)])
def test_large_frames_that_come_too_slowly_are_given_up(rate: float, lines: int) -> None:
    sized = Sized(1080, 720)
    ticks = (number / rate for number in range(10_000))
    source = CameraSource(0, lambda _: cast("cv2.VideoCapture", sized), ticks=lambda: next(ticks))
    source.open()

    with pytest.raises(CameraLost):
        watch(source)
    assert sized.get(cv2.CAP_PROP_FRAME_HEIGHT) == lines


def test_what_a_camera_gives_is_taken_whatever_it_was_asked_for() -> None:
    assert ask_for(cast("cv2.VideoCapture", Sized(1080)), LARGE)
    assert not ask_for(cast("cv2.VideoCapture", Sized(480)), ORDINARY)
