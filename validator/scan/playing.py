"""Stand-ins for a camera that play real pictures, so that the desk can be tried where there is none.

Chosen by setting, see `validator.scan.choice`. To the rest of the program they are cameras.
"""

from __future__ import annotations

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
    """Plays a video file once, at its own rate.

    Args:
        path: the file.
        pause: seconds between frames, if not the file's own.
    """

    def __init__(self, path: Path, pause: float | None = None) -> None:
        self._path = path
        self._pause = pause
        self._capture: cv2.VideoCapture | None = None
        self._rate = USUAL_RATE

    def open(self) -> None:
        """Start over with the first frame."""
        self.close()
        capture = cv2.VideoCapture(str(self._path))
        if not capture.isOpened():
            raise CameraMissing("the video file cannot be played")
        rate = capture.get(cv2.CAP_PROP_FPS)
        self._rate = rate if 0 < rate <= HIGHEST_RATE else USUAL_RATE
        self._capture = capture

    def next_frame(self) -> Frame | None:
        """The next frame; None after the last."""
        _wait(1 / self._rate if self._pause is None else self._pause)
        if self._capture is None:
            raise CameraLost("the video file was closed")
        got, pixels = self._capture.read()
        return Frame(np.asarray(pixels, dtype=np.uint8)) if got else None

    def close(self) -> None:
        """Close the file."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)
