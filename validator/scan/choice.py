"""The setting that says where frames come from: a camera's name or number, a folder of pictures, a video file, or nothing.

1. What the window remembers of a camera is its name and, behind a tab, its place: the place tells two of one name apart, and where
   no camera is in that place any more the name alone counts.
2. A name may be written by hand, without a place. What looks like a path is a path, whether there is something or not.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from validator.errors import CameraLost, CameraMissing
from validator.scan.camera import CameraSource
from validator.scan.known import KnownCamera, known_cameras
from validator.scan.picture import load_picture
from validator.scan.pixels import GrayFrame
from validator.scan.playing import PathSource
from validator.scan.source import Frame, FrameSource

OFF = "off"
_BETWEEN = "\t"


def choice_of(camera: KnownCamera) -> str:
    """The setting that means this camera, also tomorrow."""
    return f"{camera.name}{_BETWEEN}{camera.place}" if camera.name else str(camera.index)


def chosen_camera(choice: str, among: tuple[KnownCamera, ...]) -> KnownCamera | None:
    """Which of these cameras the setting means, or None."""
    if _is_number(choice):
        return next((camera for camera in among if camera.index == int(choice)), None)
    if path_of(choice) is not None or choice == OFF:
        return None
    if not any(camera.name for camera in among):
        return next(iter(among), None)  # no names can be had: rather some camera than none
    name, _, place = choice.partition(_BETWEEN)
    alike = [camera for camera in among if camera.name.casefold() == name.strip().casefold()]
    return next((camera for camera in alike if camera.place == place), next(iter(alike), None))


def path_of(choice: str) -> Path | None:
    """The folder or file that the setting means, or None where it means none."""
    if _BETWEEN in choice or _is_number(choice) or choice == OFF:
        return None
    path = Path(choice).expanduser()
    separators = {os.sep, os.altsep or os.sep}
    looks_like_one = choice.startswith(("~", ".")) or any(sign in choice for sign in separators)
    return path if looks_like_one or os.path.exists(path) else None  # noqa: PTH110  (a name too long for a file is none)


def name_of(choice: str) -> str:
    """What to call it where only the setting is known; a number has no name."""
    path = path_of(choice)
    if path is not None:
        return path.name
    return "" if _is_number(choice) else choice.partition(_BETWEEN)[0]


def frame_source(choice: str, load: Callable[[Path], GrayFrame] = load_picture) -> FrameSource:
    """The source that a setting names. Whether it is there shows when it is opened.

    Args:
        choice: the setting.
        load: reads the picture files of a folder.
    """
    if _is_number(choice):
        return CameraSource(int(choice))
    path = path_of(choice)
    if path is None:
        return NamedSource(choice)
    return PathSource(path, load)


class NamedSource:
    """A camera by its name, looked for anew at each opening: it is found again whatever number it has then.

    Args:
        choice: the setting.
        among: gives the cameras there are.
        source: makes the source of a number.
    """

    def __init__(
        self,
        choice: str,
        among: Callable[[], tuple[KnownCamera, ...]] = known_cameras,
        source: Callable[[int], FrameSource] = CameraSource,
    ) -> None:
        self._choice = choice
        self._among = among
        self._make = source
        self._source: FrameSource | None = None

    def open(self) -> None:
        """Look for it and open it."""
        self.close()
        camera = chosen_camera(self._choice, self._among())
        if camera is None:
            raise CameraMissing("the chosen camera is not there")
        self._source = self._make(camera.index)
        self._source.open()

    def next_frame(self) -> Frame | None:
        """The newest frame that was not asked for yet."""
        if self._source is None:
            raise CameraLost("the camera is not open")
        return self._source.next_frame()

    def close(self) -> None:
        """Let the camera go."""
        if self._source is not None:
            self._source.close()
            self._source = None


def _is_number(choice: str) -> bool:
    return choice.isascii() and choice.isdecimal()
