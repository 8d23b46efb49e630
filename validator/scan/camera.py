"""A camera of this machine, through OpenCV.

1. The camera is read by a thread of its own, which keeps the newest frame and drops the rest: a slow look never falls behind.
2. OpenCV may stay in a read for seconds when a camera is pulled out. Nobody waits for it: after `SILENCE` seconds without a
   frame the camera is lost, and the thread ends by itself when OpenCV comes back.
3. Only that thread touches OpenCV's capture, from its first frame to its release.

Choosing a camera by its name, telling a busy one from a forbidden one, black or frozen pictures: not here yet.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable

import cv2
import numpy as np

from validator.errors import CameraLost, CameraMissing
from validator.scan.pixels import Pixels
from validator.scan.source import Frame

FRAME_WAIT = 0.25
"""Seconds after which a question for a frame is answered with None."""

SILENCE = 3.0
"""Seconds without a frame after which a camera counts as lost."""

MISSES = 5
"""Reads in a row that may fail; some cameras begin with a few."""

CLOSE_WAIT = 1.0

WIDTH, HEIGHT = 1280, 720
_BACKENDS = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW, "darwin": cv2.CAP_AVFOUNDATION}

_log = logging.getLogger(__name__)


def open_capture(index: int) -> cv2.VideoCapture:
    """OpenCV's capture of a camera, asked for 1280 x 720 and a short queue; it may be closed, which says that there is none."""
    capture = cv2.VideoCapture(index, _BACKENDS.get(sys.platform, cv2.CAP_ANY))
    # Without it many cameras send 1280 x 720 uncompressed, and then only ten frames a second go through the cable.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


class CameraSource:
    """A camera by its number.

    Args:
        index: the operating system's number of the camera.
        capture: opens it.
        silence: seconds without a frame after which it is lost.
        close_wait: seconds that closing waits for OpenCV to come back from a read.
    """

    def __init__(
        self,
        index: int = 0,
        capture: Callable[[int], cv2.VideoCapture] = open_capture,
        *,
        silence: float = SILENCE,
        close_wait: float = CLOSE_WAIT,
    ) -> None:
        self._index = index
        self._capture = capture
        self._silence = silence
        self._close_wait = close_wait
        self._grabber: _Grabber | None = None

    def open(self) -> None:
        """Open the camera and begin to read it."""
        self.close()
        try:
            capture = self._capture(self._index)
        except cv2.error as error:
            raise CameraMissing(f"camera {self._index} cannot be opened") from error
        if not capture.isOpened():
            raise CameraMissing(f"camera {self._index} is not there or in use")
        self._grabber = _Grabber(capture, f"camera-{self._index}", self._silence)

    def next_frame(self) -> Frame | None:
        """The newest frame that was not asked for yet."""
        if self._grabber is None:
            raise CameraLost("the camera is not open")
        pixels = self._grabber.newest()
        return None if pixels is None else Frame(pixels)

    def close(self) -> None:
        """Let the camera go."""
        if self._grabber is not None:
            self._grabber.stop(self._close_wait)
            self._grabber = None


class _Grabber:
    """The thread that reads, and the one place where the newest frame lies."""

    def __init__(self, capture: cv2.VideoCapture, name: str, silence: float) -> None:
        self._capture = capture
        self._silence = silence
        self._news = threading.Condition()
        self._newest: Pixels | None = None
        self._silent = 0.0
        self._lost = False
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def newest(self) -> Pixels | None:
        """The newest frame, once; None after `FRAME_WAIT` without one.

        Raises:
            CameraLost: the last frame was given and no more will come.
        """
        with self._news:
            self._news.wait_for(lambda: self._newest is not None or self._lost, FRAME_WAIT)
            pixels, self._newest = self._newest, None
            self._silent = 0.0 if pixels is not None else self._silent + FRAME_WAIT
            if pixels is None and (self._lost or self._silent >= self._silence):
                raise CameraLost("the camera gives no more frames")
        return pixels

    def stop(self, wait: float) -> None:
        self._stopping = True
        self._thread.join(wait)
        if self._thread.is_alive():
            _log.info("%s does not come back from a read; it is left to end by itself", self._thread.name)

    def _run(self) -> None:
        try:
            self._read_on()
        except Exception as error:  # noqa: BLE001  (a driver may raise anything; it means one thing)
            _log.info("%s failed: %s", self._thread.name, type(error).__name__)
        finally:
            self._capture.release()
            with self._news:
                self._lost = True
                self._news.notify_all()

    def _read_on(self) -> None:
        misses = 0
        while not self._stopping and misses < MISSES:
            got, pixels = self._capture.read()
            misses = 0 if got else misses + 1
            if got:
                with self._news:
                    self._newest = np.asarray(pixels, dtype=np.uint8)
                    self._news.notify_all()
