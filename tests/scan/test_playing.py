"""Folders and videos that stand in for a camera, and the setting that chooses."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.scan.printed import CODE, OTHER_CODE, card, on_desk, packed
from validator.errors import CameraLost, CameraMissing, PictureBad
from validator.scan.camera import CameraSource
from validator.scan.choice import frame_source
from validator.scan.engines import available_decoders
from validator.scan.pixels import gray_of
from validator.scan.playing import FolderSource, PathSource, VideoSource
from validator.scan.reader import Reader
from validator.scan.source import Frame, FrameSource, preview_of

READER = Reader(available_decoders())


def texts(source: FrameSource, frames: int) -> list[str | None]:
    """What is read in so many frames; None for no frame, or for nothing in it."""
    found: list[str | None] = []
    for _ in range(frames):
        frame = source.next_frame()
        look = READER.look(gray_of(frame.pixels)) if frame is not None else None
        found.append(look.symbol.text if look is not None and look.symbol is not None else None)
    return found


def opened(source: FrameSource) -> FrameSource:
    source.open()
    return source


def test_a_folder_is_played_by_name_and_then_waits_for_more(tmp_path: Path) -> None:
    (tmp_path / "1.png").write_bytes(packed(on_desk(card(CODE))))
    (tmp_path / "2.jpg").write_bytes(packed(on_desk(card(OTHER_CODE)), ".jpg"))
    (tmp_path / "folder").mkdir()
    source = FolderSource(tmp_path, pause=0, looks=2)
    source.open()
    assert texts(source, 5) == [CODE, CODE, OTHER_CODE, OTHER_CODE, None]
    (tmp_path / "0.png").write_bytes(packed(on_desk(card(CODE))))
    assert texts(source, 3) == [CODE, CODE, None]
    os.utime(tmp_path / "0.png", ns=(1, 1))
    assert texts(source, 3) == [CODE, CODE, None]
    source.close()
    source.open()
    assert texts(source, 3) == [CODE, CODE, CODE]
    source.close()


def test_a_bad_picture_in_a_folder_is_told_and_passed_over(tmp_path: Path) -> None:
    (tmp_path / "1.png").write_bytes(b"no picture")
    (tmp_path / "2.png").write_bytes(packed(on_desk(card(CODE))))
    source = FolderSource(tmp_path, pause=0, looks=1)
    source.open()
    with pytest.raises(PictureBad):
        source.next_frame()
    assert texts(source, 2) == [CODE, None]


def test_a_folder_that_is_not_there_or_goes_away(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    source = FolderSource(folder, pause=0)
    with pytest.raises(CameraMissing):
        source.open()
    folder.mkdir()
    source.open()
    folder.rmdir()
    with pytest.raises(CameraLost):
        source.next_frame()


@pytest.fixture
def video(tmp_path: Path) -> Path:
    """A card is laid down, and then another."""
    path = tmp_path / "cards.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25.0, (1280, 720))
    for shown in ([], [card(CODE)], [card(CODE)], [card(OTHER_CODE)]):
        writer.write(cv2.cvtColor(on_desk(*shown), cv2.COLOR_GRAY2BGR))
    writer.release()
    return path


def test_a_video_is_played_once_from_its_start(video: Path) -> None:
    source = VideoSource(video, pause=0)
    source.open()
    assert texts(source, 5) == [None, CODE, CODE, OTHER_CODE, None]
    source.open()
    assert texts(source, 2) == [None, CODE]
    source.close()
    source.close()
    with pytest.raises(CameraLost):
        source.next_frame()


def test_a_video_plays_at_its_own_rate_unless_told(video: Path) -> None:
    source = VideoSource(video)
    source.open()
    assert texts(source, 2) == [None, CODE]
    source.close()


def test_a_video_is_gone_once_it_is_moved_away_or_another_lies_there(video: Path) -> None:
    source = VideoSource(video, pause=0)
    source.open()
    moved = video.rename(video.with_name("moved.avi"))
    with pytest.raises(CameraLost):
        source.next_frame()
    shutil.copy(moved, video)
    with pytest.raises(CameraLost):
        source.next_frame()
    source.open()
    assert texts(source, 5)[1:] == [CODE, CODE, OTHER_CODE, None]
    os.utime(video, ns=(1, 1))
    with pytest.raises(CameraLost):
        source.next_frame()
    source.close()


def test_what_lies_at_a_path_is_found_out_at_each_opening(video: Path, tmp_path: Path) -> None:
    place = tmp_path / "camera"
    source = PathSource(place)
    with pytest.raises(CameraLost):
        source.next_frame()
    with pytest.raises(CameraMissing):
        source.open()
    shutil.copy(video, place)
    source.open()
    assert texts(source, 2) == [None, CODE]
    place.unlink()
    with pytest.raises(CameraLost):
        source.next_frame()
    place.mkdir()
    (place / "1.png").write_bytes(packed(on_desk(card(OTHER_CODE))))
    source.open()
    assert texts(source, 1) == [OTHER_CODE]
    source.close()


def test_a_video_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "text.avi").write_text("no video")
    for path in (tmp_path / "text.avi", tmp_path / "missing.avi"):
        with pytest.raises(CameraMissing):
            VideoSource(path).open()


def test_the_setting_names_a_camera_a_folder_or_a_video(video: Path, tmp_path: Path) -> None:
    assert isinstance(frame_source("0"), CameraSource)
    assert isinstance(frame_source(str(tmp_path)), PathSource)
    assert texts(opened(frame_source(str(video))), 2) == [None, CODE]
    with pytest.raises(CameraMissing):
        frame_source(str(tmp_path / "missing")).open()


@pytest.mark.parametrize("colours", [True, False])
@pytest.mark.parametrize(
    ("shape", "small"), [((720, 1280), (640, 360)), ((100, 200), (200, 100)), ((1, 9000), (640, 1))]
)
def test_a_preview_is_small_and_tells_where_the_code_was(
    shape: tuple[int, int], small: tuple[int, int], colours: bool
) -> None:
    pixels = np.zeros((*shape, 3) if colours else shape, np.uint8)
    if colours:
        pixels[:, :, 0] = 200  # blue
    preview = preview_of(Frame(pixels), (((0.0, 0.0), (shape[1] / 2, shape[0] / 4)),))
    assert (preview.width, preview.height) == small
    assert len(preview.rgb) == small[0] * small[1] * 3
    assert preview.rgb[:3] == (b"\0\0\xc8" if colours else b"\0\0\0")
    assert preview.outlines == (((0.0, 0.0), (0.5, 0.25)),)


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((0, 0), np.uint8),
        np.zeros((4, 4, 2), np.uint8),
        np.zeros((4, 4), np.float32),
        np.zeros(4, np.uint8),
        np.zeros((4, 4, 3, 3), np.uint8),
    ],
)
def test_what_is_no_frame_is_refused(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="no frame"):
        gray_of(pixels)
