"""Why a camera cannot be opened: on real devices that are none, and by what the three systems say."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from validator.errors import CameraBusy, CameraDenied, CameraLost, CameraMissing, CameraSilent
from validator.scan.known import KnownCamera
from validator.scan.refused import CONSENTS, DENIED, forbidden_by_windows, lost, meaning, why, why_listed

ROOT = Path(__file__).resolve().parents[2]
HERE = (KnownCamera(0, "Desk cam", "usb-1"), KnownCamera(2, "", "usb-2"))


@pytest.mark.skipif(sys.platform != "linux", reason="devices are files on Linux")
def test_devices_that_are_no_camera_for_us_are_told_apart() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.scan.unprivileged"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(ended.stdout) == {
        "a missing one": "CameraMissing",
        "a link to nothing": "CameraMissing",
        "a folder": "CameraMissing",
        "without the right to it": "CameraDenied",
        "a device that is no camera": "CameraMissing",
        "held by another program": "CameraBusy",
    }


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOENT, CameraMissing),
        (errno.ENODEV, CameraMissing),
        (errno.ENXIO, CameraMissing),
        (errno.ENOTTY, CameraMissing),
        (errno.EACCES, CameraDenied),
        (errno.EPERM, CameraDenied),
        (errno.EBUSY, CameraBusy),
    ],
)
def test_what_linux_answers_means_something(number: int, told: type[Exception]) -> None:
    assert type(meaning(OSError(number, ""))) is told


@pytest.mark.parametrize(
    ("index", "forbidden", "told"),
    [
        (0, False, CameraBusy),
        (0, True, CameraDenied),
        (1, False, CameraMissing),
        (1, True, CameraDenied),
        (2, False, CameraMissing),  # numbers that were made up prove nothing
    ],
)
def test_what_a_list_and_a_privacy_setting_say(index: int, forbidden: bool, told: type[Exception]) -> None:
    assert type(why_listed(index, HERE, forbidden=forbidden)) is told


@pytest.mark.parametrize("denied", CONSENTS)
def test_each_of_windows_settings_forbids_alone(denied: tuple[str, str]) -> None:
    assert forbidden_by_windows(lambda root, key: DENIED if (root, key) == denied else "Allow")
    assert not forbidden_by_windows(lambda _root, _key: "Allow")
    assert not forbidden_by_windows(lambda _root, _key: None)


def test_a_camera_that_is_gone_was_pulled_out() -> None:
    assert type(why(97)) is CameraMissing
    assert type(lost(97)) is CameraLost
    assert issubclass(CameraSilent, CameraLost)
