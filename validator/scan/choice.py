"""The setting that says where frames come from."""

from __future__ import annotations

from pathlib import Path

from validator.scan.camera import CameraSource
from validator.scan.playing import FolderSource, VideoSource
from validator.scan.source import FrameSource


def frame_source(choice: str) -> FrameSource:
    """The source that a setting names: a camera's number, a folder of pictures, or a video file.

    Whether it is there shows when it is opened.
    """
    if choice.isascii() and choice.isdecimal():
        return CameraSource(int(choice))
    path = Path(choice).expanduser()
    return VideoSource(path) if path.is_file() else FolderSource(path)
