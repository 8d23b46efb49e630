"""The camera's own thread, on real captures: of a camera that is not there, and of a video that ends."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import pytest

from validator.errors import CameraLost, CameraMissing
from validator.scan.camera import CameraSource

NO_SUCH_CAMERA = 97


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
    source = CameraSource(0, lambda _: cast("cv2.VideoCapture", stuck), silence=0.5, close_wait=0.05)
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
