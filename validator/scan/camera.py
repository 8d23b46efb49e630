"""A camera of this machine, through OpenCV.

1. The camera is read by a thread of its own, which keeps the newest frame and drops the rest: a slow look never falls behind.
2. OpenCV may stay in an opening or a read for seconds. Nobody waits for it: after a time without a frame (`Patience`) the camera
   counts as silent, and the thread ends by itself when OpenCV comes back.
3. Only that thread touches OpenCV's capture, from its opening to its release.
4. What is wrong is asked of the system (`validator.scan.refused`), because OpenCV does not say.
5. It is asked for 1080 lines, and where those come too slowly for 720 (`validator.scan.pace` says why). What comes is taken.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from validator.errors import CameraBusy, CameraLost, CameraMissing, CameraSilent, KnownError
from validator.scan.known import BACKEND
from validator.scan.pace import Pace
from validator.scan.pixels import Pixels
from validator.scan.refused import lost, why
from validator.scan.source import Frame

FRAME_WAIT = 0.25
"""Seconds after which a question for a frame is answered with None."""

MISSES = 5
"""Reads in a row that may fail; some cameras begin with a few."""

LARGE, ORDINARY = (1920, 1080), (1280, 720)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds.

    Attributes:
        first: that opening waits to hear whether it went well; what comes later is told when a frame is asked for.
        opening: after which a camera that is still being opened counts as silent.
        silence: after which one that is open and gives no frame does.
        close: that closing waits for OpenCV to come back from a read.
    """

    first: float = 2.0
    opening: float = 15.0
    silence: float = 3.0
    close: float = 1.0


def open_capture(index: int) -> cv2.VideoCapture:
    """OpenCV's capture of a camera, asked for its size and a short queue; it may be closed, which says that there is none."""
    capture = cv2.VideoCapture(index, BACKEND)
    # Without it many cameras send their frames uncompressed, and then only ten or five a second go through the cable.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    for size in (LARGE, ORDINARY):
        if ask_for(capture, size):
            break
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


def ask_for(capture: cv2.VideoCapture, size: tuple[int, int]) -> bool:
    """Ask a camera for frames of a size. Whether it will give at least so many lines; some give anything else."""
    width, height = size
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
    return capture.get(cv2.CAP_PROP_FRAME_HEIGHT) >= height


class CameraSource:
    """A camera by its number.

    Args:
        index: the operating system's number of the camera.
        capture: opens it.
        patience: how long it is waited for.
        why: says why it cannot be opened.
        lost: says why it gives nothing any more.
        ticks: seconds, to count frames by.
    """

    def __init__(
        self,
        index: int = 0,
        capture: Callable[[int], cv2.VideoCapture] = open_capture,
        *,
        patience: Patience | None = None,
        why: Callable[[int], KnownError] = why,
        lost: Callable[[int], KnownError] = lost,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._index = index
        self._capture = capture
        self._patience = patience or Patience()
        self._why = why
        self._lost = lost
        self._ticks = ticks
        self._grabber: _Grabber | None = None

    def open(self) -> None:
        """Open the camera and begin to read it."""
        self.close()
        grabber = _Grabber(
            lambda: self._capture(self._index), f"camera-{self._index}", self._patience, self._ticks
        )
        if grabber.is_open() is False:
            grabber.stop()
            raise self._why(self._index)
        self._grabber = grabber

    def next_frame(self) -> Frame | None:
        """The newest frame that was not asked for yet."""
        if self._grabber is None:
            raise CameraLost("the camera is not open")
        try:
            pixels = self._grabber.newest()
        except CameraMissing:
            raise self._why(self._index) from None
        except CameraLost:
            found = self._lost(self._index)
            # That it is in use means nothing here: it is we who use it.
            raise (CameraSilent(str(found)) if isinstance(found, CameraBusy) else found) from None
        return None if pixels is None else Frame(pixels, live=True)

    def close(self) -> None:
        """Let the camera go."""
        if self._grabber is not None:
            self._grabber.stop()
            self._grabber = None


class _Grabber:
    """The thread that opens and reads, and the one place where the newest frame lies."""

    def __init__(
        self,
        opening: Callable[[], cv2.VideoCapture],
        name: str,
        patience: Patience,
        ticks: Callable[[], float],
    ) -> None:
        self._opening = opening
        self._patience = patience
        self._ticks = ticks
        self._news = threading.Condition()
        self._is_open: bool | None = None
        self._newest: Pixels | None = None
        self._silent = 0.0
        self._ended = False
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def is_open(self) -> bool | None:
        """Whether opening went well; None if it takes long."""
        with self._news:
            self._news.wait_for(lambda: self._is_open is not None, self._patience.first)
            return self._is_open

    def newest(self) -> Pixels | None:
        """The newest frame, once; None after `FRAME_WAIT` without one.

        Raises:
            CameraMissing: it could not be opened after all.
            CameraSilent: nothing came for too long.
            CameraLost: the last frame was given and no more will come.
        """
        with self._news:
            self._news.wait_for(lambda: self._newest is not None or self._ended, FRAME_WAIT)
            pixels, self._newest = self._newest, None
            if pixels is not None:
                self._silent = 0.0
                return pixels
            if self._ended:
                raise CameraLost("no more frames") if self._is_open else CameraMissing("not opened")
            self._silent += FRAME_WAIT
            if self._silent >= (self._patience.silence if self._is_open else self._patience.opening):
                raise CameraSilent("the camera gives no picture")
        return None

    def stop(self) -> None:
        self._stopping = True
        self._thread.join(self._patience.close)
        if self._thread.is_alive():
            _log.info("%s does not come back from a read; it is left to end by itself", self._thread.name)

    def _run(self) -> None:
        capture = None
        try:
            capture = self._opening()
            self._tell(is_open=capture.isOpened())
            if self._is_open:
                self._read_on(capture)
        except Exception as error:  # noqa: BLE001  (a driver may raise anything; it means one thing)
            _log.info("%s failed: %s", self._thread.name, type(error).__name__)
        finally:
            if capture is not None:
                capture.release()
            self._tell(is_open=bool(self._is_open), ended=True)

    def _tell(self, *, is_open: bool, ended: bool = False) -> None:
        with self._news:
            self._is_open, self._ended = is_open, ended
            self._news.notify_all()

    def _read_on(self, capture: cv2.VideoCapture) -> None:
        misses = 0
        pace: Pace | None = Pace()
        while not self._stopping and misses < MISSES:
            got, pixels = capture.read()
            misses = 0 if got else misses + 1
            if got:
                frame = np.asarray(pixels, dtype=np.uint8)
                with self._news:
                    self._newest = frame
                    self._news.notify_all()
                if pace is not None and frame.shape[0] > ORDINARY[1]:
                    pace = self._paced(capture, pace)

    def _paced(self, capture: cv2.VideoCapture, pace: Pace) -> Pace | None:
        """One frame more; None once it is settled which size stays."""
        at = self._ticks()
        pace = pace.after(at)
        slow = pace.is_slow(at)
        if slow:
            _log.info("%s gives few large frames; asking for smaller ones", self._thread.name)
            ask_for(capture, ORDINARY)
        return pace if slow is None else None
