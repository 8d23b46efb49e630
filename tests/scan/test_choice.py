"""Choosing a camera by its name: found by it under any number, told apart by its place, and found again when it comes back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import pytest

from tests.scan.printed import CODE, OTHER_CODE, card, on_desk
from tests.scan.test_loop import Desk, watching
from validator.errors import CameraLost, CameraMissing
from validator.scan import known
from validator.scan.camera import CameraSource
from validator.scan.choice import OFF, NamedSource, choice_of, chosen_camera, frame_source, name_of, path_of
from validator.scan.known import NAMELESS, KnownCamera, known_cameras
from validator.scan.playing import PathSource
from validator.scan.state import CameraState

LEFT = KnownCamera(0, "Desk cam", "/usb/1")
RIGHT = KnownCamera(2, "Desk cam", "/usb/2")
OTHER = KnownCamera(1, "Built-in: HD & more", "/usb/0")


@dataclass
class Listed:
    """What the list of the system says of a camera."""

    index: int
    name: str
    path: str | None = None


def test_the_systems_list_is_put_in_order_and_cleaned() -> None:
    found = known_cameras(
        lambda: [
            Listed(4, " Desk\tcam  2 ", "four"),
            Listed(1, "Desk cam", "one"),
            Listed(2, "Desk cam", "one"),
            Listed(3, "Desk cam", None),
            Listed(5, "Desk cam", None),
        ]
    )
    assert found == (
        KnownCamera(1, "Desk cam", "one"),
        KnownCamera(3, "Desk cam"),
        KnownCamera(4, "Desk cam 2", "four"),
        KnownCamera(5, "Desk cam"),
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own word for the place stays")
def test_where_a_camera_is_plugged_in_stays_when_its_number_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "PORTS", tmp_path / "class")
    port = tmp_path / "devices" / "usb1" / "1-2:1.0"
    port.mkdir(parents=True)
    for number in (0, 7):
        node = tmp_path / "class" / f"video{number}"
        node.mkdir(parents=True)
        (node / "device").symlink_to(port)
    (before,) = known_cameras(lambda: [Listed(0, "Desk cam", "/dev/video0")])
    (after,) = known_cameras(lambda: [Listed(7, "Desk cam", "/dev/video7")])
    assert before.place == after.place == str(port)
    assert choice_of(before) == choice_of(after)


def test_the_list_of_this_machine_can_be_read() -> None:
    for camera in known_cameras():
        assert chosen_camera(choice_of(camera), known_cameras()) == camera


@pytest.mark.parametrize("error", [ImportError("no library"), OSError("no interface"), NotImplementedError()])
def test_where_names_cannot_be_had_there_are_numbers(error: Exception) -> None:
    def fail() -> list[Listed]:
        raise error

    found = known_cameras(fail)
    assert all(not camera.name and choice_of(camera) == str(camera.index) for camera in found)
    assert sys.platform == "linux" or len(found) == NAMELESS


@pytest.mark.parametrize(
    ("choice", "among", "means"),
    [
        ("Desk cam", (OTHER, RIGHT), RIGHT),
        ("desk CAM ", (OTHER, RIGHT), RIGHT),
        (choice_of(RIGHT), (LEFT, OTHER, RIGHT), RIGHT),
        (choice_of(LEFT), (LEFT, OTHER, RIGHT), LEFT),
        (choice_of(RIGHT), (LEFT, OTHER), LEFT),  # moved to another socket: the name alone
        (choice_of(RIGHT), (OTHER,), None),
        (choice_of(RIGHT), (KnownCamera(0), KnownCamera(1)), KnownCamera(0)),  # no names today
        (choice_of(RIGHT), (), None),
        ("2", (LEFT, OTHER, RIGHT), RIGHT),
        ("7", (LEFT, OTHER, RIGHT), None),
        (OFF, (KnownCamera(0),), None),
        ("/srv/pictures", (KnownCamera(0),), None),
    ],
)
def test_a_setting_means_a_camera(
    choice: str, among: tuple[KnownCamera, ...], means: KnownCamera | None
) -> None:
    assert chosen_camera(choice, among) == means


def test_a_setting_is_a_number_a_name_or_a_path(tmp_path: Path) -> None:
    (tmp_path / "cards.avi").touch()
    assert isinstance(frame_source("0"), CameraSource)
    assert isinstance(frame_source("Desk cam"), NamedSource)
    assert isinstance(frame_source(choice_of(LEFT)), NamedSource)
    assert isinstance(frame_source("x" * 1000), NamedSource)
    for there in (tmp_path, tmp_path / "not yet", "~/pictures", tmp_path / "cards.avi"):
        assert isinstance(frame_source(str(there)), PathSource)
    assert path_of("Desk cam") is None
    assert [name_of(each) for each in ("0", "Desk cam", choice_of(LEFT), str(tmp_path / "cards.avi"))] == [
        "",
        "Desk cam",
        "Desk cam",
        "cards.avi",
    ]


def film(path: Path, code: str) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25.0, (1280, 720))
    for _ in range(3):
        writer.write(cv2.cvtColor(on_desk(card(code)), cv2.COLOR_GRAY2BGR))
    writer.release()
    return path


def test_a_camera_that_is_pulled_out_is_found_again_under_another_number(tmp_path: Path) -> None:
    films = {2: film(tmp_path / "2.avi", CODE), 0: film(tmp_path / "0.avi", OTHER_CODE)}
    lists: Iterator[tuple[KnownCamera, ...]] = iter(
        [(OTHER, RIGHT), (OTHER,), (OTHER, KnownCamera(0, RIGHT.name, "/usb/9"))]
    )

    def source(index: int) -> CameraSource:
        return CameraSource(
            index, lambda number: cv2.VideoCapture(str(films[number])), lost=lambda _: CameraLost()
        )

    desk = Desk()
    with watching(NamedSource(choice_of(RIGHT), lambda: next(lists, ()), source), desk):
        assert desk.heard(2) == [CODE, OTHER_CODE]
        states = desk.until(CameraState.LOST) + desk.until(CameraState.WATCHING)
    # In between it is not there at all: still the one that was pulled out.
    assert states == [CameraState.OPENING, CameraState.WATCHING, CameraState.LOST, CameraState.WATCHING]


def test_a_camera_that_is_not_in_the_list_is_missing() -> None:
    source = NamedSource("Desk cam", lambda: (OTHER,))
    with pytest.raises(CameraMissing):
        source.open()
    with pytest.raises(CameraLost):
        source.next_frame()
    source.close()
