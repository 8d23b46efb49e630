"""The cameras that this machine has, by the names that its operating system gives them. OpenCV knows numbers only.

1. A number changes when a cable is moved or another camera is plugged in. The name stays; of two with one name the place tells
   which.
2. Where the names cannot be had, cameras have numbers and no name.
3. Reading the list may take a moment and opens no camera's picture; it is never done on the screen's thread.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

import cv2

BACKEND = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW, "darwin": cv2.CAP_AVFOUNDATION}.get(
    sys.platform, cv2.CAP_ANY
)
"""Which of OpenCV's ways to a camera is used here: numbers mean something within one way only."""

PORTS = Path("/sys/class/video4linux")

NAMELESS = 3
"""Cameras that are offered where the system cannot be asked at all."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KnownCamera:
    """One camera.

    Attributes:
        index: its number now.
        name: as the system calls it; empty where that is not known.
        place: where it is plugged in, in the system's own words; empty where that is not known.
    """

    index: int
    name: str = ""
    place: str = ""


class Listed(Protocol):
    """What the list of the system says of a camera."""

    index: int
    name: str
    path: str | None


Listing: TypeAlias = Callable[[], Iterable[Listed]]


def known_cameras(listing: Listing | None = None) -> tuple[KnownCamera, ...]:
    """The cameras, by number; one that the system lists twice, once.

    Args:
        listing: what asks the system; if not told otherwise, the library for it.
    """
    try:
        listed = (listing or _listing())()
        found = sorted((_known(each) for each in listed), key=lambda camera: camera.index)
    except ImportError:
        return _nameless()
    except Exception as error:  # noqa: BLE001  (a library over three systems' interfaces; without it there are numbers)
        _log.info("the system's list of cameras cannot be read: %s", type(error).__name__)
        return _nameless()
    first: dict[tuple[str, str], KnownCamera] = {}
    for camera in found:
        first.setdefault((camera.name, camera.place or str(camera.index)), camera)
    return tuple(first.values())


def _listing() -> Listing:
    from cv2_enumerate_cameras import enumerate_cameras  # noqa: PLC0415  (may be missing, or what it stands on)

    return lambda: enumerate_cameras(BACKEND)


def _known(listed: Listed) -> KnownCamera:
    return KnownCamera(listed.index, " ".join((listed.name or "").split()), _place(listed))


def _place(listed: Listed) -> str:
    """Linux' path of a camera is its number over again; what it is plugged into has a path that stays."""
    path = listed.path or ""
    port = PORTS / Path(path).name / "device"
    return str(port.resolve()) if path and sys.platform == "linux" and port.exists() else path


def _nameless() -> tuple[KnownCamera, ...]:
    if sys.platform != "linux":
        return tuple(KnownCamera(index) for index in range(NAMELESS))
    numbers = (node.name.removeprefix("video") for node in Path("/dev").glob("video*"))
    return tuple(KnownCamera(index) for index in sorted(int(each) for each in numbers if each.isdecimal()))
