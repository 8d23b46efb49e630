"""Stand-ins for a camera that play real pictures, so that the desk can be tried where there is none.

Chosen by setting, see `validator.scan.choice`. To the rest of the program they are cameras, that may be unplugged too: what is
moved away is gone, and what comes to its place, be it the same, another, or of the other kind, is played from its start.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from validator.errors import CameraLost, CameraMissing
from validator.scan.picture import load_picture
from validator.scan.pixels import GrayFrame
from validator.scan.source import Frame

LOOKS_PER_PICTURE = 3
"""A card is held up for more than one frame, and a weak symbol needs a second look."""

PICTURE_PAUSE = 0.1
"""Seconds between two frames from a folder."""

USUAL_RATE = 25.0
HIGHEST_RATE = 240.0


class FolderSource:
    """Plays the pictures of a folder by name, each for a few frames; pictures that come later are played when they come.

    Args:
        folder: the folder.
        pause: seconds between frames.
        looks: frames per picture.
        load: reads a picture file.
    """

    def __init__(
        self,
        folder: Path,
        pause: float = PICTURE_PAUSE,
        looks: int = LOOKS_PER_PICTURE,
        load: Callable[[Path], GrayFrame] = load_picture,
    ) -> None:
        self._folder = folder
        self._load = load
        self._pause = pause
        self._looks = looks
        self._played: set[tuple[str, int]] = set()
        self._frames: deque[Frame] = deque()

    def open(self) -> None:
        """Start over with the first picture."""
        if not self._folder.is_dir():
            raise CameraMissing("the folder of pictures is not there")
        self._played.clear()
        self._frames.clear()

    def next_frame(self) -> Frame | None:
        """The next frame of the play."""
        _wait(self._pause)
        if not self._frames:
            self._load_next()
        return self._frames.popleft() if self._frames else None

    def close(self) -> None:
        """Forget the frames at hand."""
        self._frames.clear()

    def _load_next(self) -> None:
        try:
            pictures = sorted(
                ((path.name, path.stat().st_mtime_ns), path)
                for path in self._folder.iterdir()
                if path.is_file()
            )
        except OSError:
            raise CameraLost("the folder of pictures went away") from None
        for played, path in pictures:
            if played not in self._played:
                self._played.add(played)
                self._frames.extend([Frame(self._load(path))] * self._looks)
                return


class VideoSource:
    """Plays a video file once, at its own rate. A file that is written anew where it lies is played again behind its end.

    Args:
        path: the file.
        pause: seconds between frames, if not the file's own.
    """

    def __init__(self, path: Path, pause: float | None = None) -> None:
        self._path = path
        self._pause = pause
        self._capture: cv2.VideoCapture | None = None
        self._rate = USUAL_RATE
        self._opened: os.stat_result | None = None

    def open(self) -> None:
        """Start over with the first frame."""
        self.close()
        self._opened = _found(self._path)
        capture = cv2.VideoCapture(str(self._path))
        if self._opened is None or not capture.isOpened():
            raise CameraMissing("the video file cannot be played")
        rate = capture.get(cv2.CAP_PROP_FPS)
        self._rate = rate if 0 < rate <= HIGHEST_RATE else USUAL_RATE
        self._capture = capture

    def next_frame(self) -> Frame | None:
        """The next frame; None after the last."""
        _wait(1 / self._rate if self._pause is None else self._pause)
        there = _found(self._path)
        if self._capture is None or self._opened is None:
            raise CameraLost("the video file was closed")
        if there is None or not os.path.samestat(there, self._opened):
            raise CameraLost("the video file went away")
        got, pixels = self._capture.read()
        if not got and there.st_mtime_ns != self._opened.st_mtime_ns:
            raise CameraLost("the video file was written anew")
        return Frame(np.asarray(pixels, dtype=np.uint8)) if got else None

    def close(self) -> None:
        """Close the file."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None


class PathSource:
    """What lies at a path, looked at anew at each opening: a folder of pictures or a video.

    Args:
        path: the path; there may be nothing yet.
        load: reads the picture files of a folder.
    """

    def __init__(self, path: Path, load: Callable[[Path], GrayFrame] = load_picture) -> None:
        self._path = path
        self._load = load
        self._source: FolderSource | VideoSource | None = None

    def open(self) -> None:
        """Start over."""
        self.close()
        is_file = os.path.isfile(self._path)  # noqa: PTH113  (a name too long for a file is none)
        self._source = VideoSource(self._path) if is_file else FolderSource(self._path, load=self._load)
        self._source.open()

    def next_frame(self) -> Frame | None:
        """The next frame of the play."""
        if self._source is None:
            raise CameraLost("nothing is played")
        return self._source.next_frame()

    def close(self) -> None:
        """Let go of it."""
        if self._source is not None:
            self._source.close()
            self._source = None


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)
