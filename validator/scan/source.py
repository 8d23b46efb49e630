"""Where frames come from, and the small copy of a frame that goes to the screen.

A `FrameSource` is used by one thread: opened, asked, closed, and then perhaps opened again. Asking never waits long, so that
whoever asks can be stopped. A camera is in `validator.scan.camera`, its stand-ins in `validator.scan.playing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from validator.scan.outline import Corners
from validator.scan.pixels import Pixels, rgb_of

PREVIEW_WIDTH = 640


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, as it came.

    Attributes:
        live: whether a sensor took it just now; no two such frames are alike in every pixel.
    """

    pixels: Pixels
    live: bool = False


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """A small copy for the screen.

    Attributes:
        rgb: width x height x 3 bytes, row by row without gaps.
        outlines: codes seen in the frame before, in parts of the width and the height.
    """

    width: int
    height: int
    rgb: bytes
    outlines: tuple[Corners, ...] = ()


class FrameSource(Protocol):
    """What gives frames."""

    def open(self) -> None:
        """Make ready, from the start.

        Raises:
            CameraMissing: there is nothing to open, or it is in use.
        """

    def next_frame(self) -> Frame | None:
        """The newest frame, or None when there is no new one yet.

        Raises:
            CameraLost: the source is gone.
            CameraMissing: opening it took long, and failed in the end.
            PictureBad: this one frame is no picture; the next may be.
        """

    def close(self) -> None:
        """Let go. May be called twice, and without having been opened."""


def preview_of(frame: Frame, outlines: tuple[Corners, ...] = ()) -> PreviewFrame:
    """The small copy of a frame."""
    rgb = rgb_of(frame.pixels, PREVIEW_WIDTH)
    height, width = frame.pixels.shape[:2]
    parts = tuple(tuple((x / width, y / height) for x, y in corners) for corners in outlines)
    return PreviewFrame(rgb.shape[1], rgb.shape[0], rgb.tobytes(), parts)
