"""A screen for real windows where there is none: an X server in memory, and a bus of its own for what a screen reader is told.

Linux only. Where the server is not installed tests are skipped and say so, but where ``SCREEN=needed`` (as in `.ci/run`) they fail.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from dataclasses import dataclass

import pytest

PROGRAMS = ("Xvfb", "dbus-daemon")
LIBRARIES = ("X11", "Xtst")
SIZE = "1280x900x24"


@dataclass(frozen=True)
class Screen:
    """The screen.

    Attributes:
        display: its name for ``DISPLAY``.
        bus: the address on which accessible programs tell of themselves.
    """

    display: str
    bus: str

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to show its window here, and nowhere else."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "XDG_", "KAIKUPORTTI_")) and name != "WAYLAND_DISPLAY"
        }
        return kept | {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "AT_SPI_BUS_ADDRESS": self.bus,
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "LC_ALL": "C.UTF-8",
        }


def missing() -> str:
    """Why there can be no screen; empty where there can."""
    if sys.platform != "linux":
        return "an X server in memory is Linux's"
    gone = [each for each in PROGRAMS if shutil.which(each) is None]
    gone += [f"lib{each}" for each in LIBRARIES if find_library(each) is None]
    return f"not installed: {', '.join(gone)} (.ci/system tests)" if gone else ""


def demand_screen() -> None:
    """Skip the test where there can be no screen; fail where there must be one."""
    why = missing()
    if why and os.environ.get("SCREEN") == "needed":
        pytest.fail(why)
    if why:
        pytest.skip(why)


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen of its own; it is gone afterwards."""
    with (
        _telling("Xvfb", "-displayfd", "{}", "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset") as number,
        _telling("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={}") as address,
    ):
        yield Screen(f":{number}", address)


@contextmanager
def _telling(*command: str) -> Iterator[str]:
    """A program that runs meanwhile, and says on the file that stands for ``{}`` where it can be found."""
    told, tells = os.pipe()
    words = [each.format(tells) for each in command]
    process = subprocess.Popen(words, pass_fds=(tells,), stderr=subprocess.DEVNULL)
    os.close(tells)
    try:
        with os.fdopen(told) as file:
            line = file.readline().strip()
        if not line:
            raise AssertionError(f"{command[0]} does not start")
        yield line
    finally:
        process.terminate()
        process.wait()
