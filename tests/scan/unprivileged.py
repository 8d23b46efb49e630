"""Opens devices that are no camera, or not for everybody; a program of its own, since the superuser may open everything.

Prints one JSON object: what is the matter with each, as a camera's source says it.
"""

from __future__ import annotations

import fcntl
import json
import os
import sys
import tempfile
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2

from validator.errors import KnownError
from validator.scan.camera import CameraSource
from validator.scan.refused import why_node

NOBODY = 65534


def main() -> None:
    with tempfile.TemporaryDirectory() as name, held_device() as held:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "hidden").touch(mode=0o000)
        (folder / "dangling").symlink_to(folder / "gone")
        devices = {
            "a missing one": folder / "gone",
            "a link to nothing": folder / "dangling",
            "a folder": folder,
            "without the right to it": folder / "hidden",
            "a device that is no camera": Path("/dev/null"),
            "held by another program": held,
        }
        superuser = os.geteuid() == 0
        if superuser:
            os.seteuid(NOBODY)
        try:
            said = {what: fault(device) for what, device in devices.items()}
        finally:
            if superuser:
                os.seteuid(0)
    sys.stdout.write(json.dumps(said))


@contextmanager
def held_device() -> Iterator[Path]:
    """A character device that the kernel opens for nobody else: a terminal taken for oneself."""
    ours, theirs = os.openpty()
    path = Path(os.ttyname(theirs))
    path.chmod(0o666)
    fcntl.ioctl(theirs, termios.TIOCEXCL)
    yield path
    os.close(theirs)
    os.close(ours)


def fault(device: Path) -> str:
    """What a source says whose camera is this device, opened by OpenCV as a camera."""
    source = CameraSource(
        0, lambda _: cv2.VideoCapture(str(device), cv2.CAP_V4L2), why=lambda _: why_node(device)
    )
    try:
        source.open()
    except KnownError as error:
        return type(error).__name__
    return "open"


if __name__ == "__main__":
    main()
