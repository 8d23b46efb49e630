"""Picture files: every format, sizes of all kinds, and files that mean harm."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scan.printed import CODE, card, packed, png, symbol
from validator.domain.code import Symbology
from validator.errors import PictureBad
from validator.scan.declared import DeclaredSize, PictureKind, declared_size
from validator.scan.engines import available_decoders
from validator.scan.picture import LONG_SIDE, load_picture
from validator.scan.picturefile import MAX_BYTES, PictureFault
from validator.scan.pixels import GrayFrame

CARD = card(CODE)
FILES = {kind: packed(CARD, f".{kind}") for kind in PictureKind}


def reason(source: Path | bytes) -> str:
    with pytest.raises(PictureBad) as caught:
        load_picture(source)
    assert caught.value.key == "picture_bad"
    return str(caught.value.details["reason"])


def texts(source: Path | bytes) -> set[str]:
    gray = load_picture(source)
    return {one.text for decoder in available_decoders([Symbology.QR]).found for one in decoder.read(gray)}


@pytest.mark.parametrize("kind", PictureKind)
def test_every_format_is_read(kind: PictureKind, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(FILES[kind])
    height, width = CARD.shape
    assert declared_size(FILES[kind]) == DeclaredSize(kind, width, height)
    assert load_picture(path).shape == CARD.shape
    assert texts(path) == texts(FILES[kind]) == {CODE}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(packed(CARD, ".webp", quality=101), id="lossless WebP"),
        pytest.param(packed(cv2.cvtColor(CARD, cv2.COLOR_GRAY2BGR)), id="colours"),
        pytest.param(packed(CARD.astype(np.uint16) * 257), id="16 bits"),
    ],
)
def test_variants_of_the_formats(data: bytes) -> None:
    assert texts(data) == {CODE}


def test_a_code_on_nothing_is_black_on_white() -> None:
    """A QR code saved without a background: black where it is ink, black and see-through where it is none."""
    ink = symbol(CODE)
    image = np.zeros((*ink.shape, 4), np.uint8)
    image[:, :, 3] = 255 - ink
    assert np.array_equal(load_picture(packed(image)), ink)
    assert texts(packed(image)) == {CODE}


def test_a_photograph_on_its_side_is_turned_as_the_camera_says() -> None:
    data = FILES[PictureKind.JPEG]
    orientation = struct.pack("<HHII", 0x112, 3, 1, 6)
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + orientation + b"\0\0\0\0"
    turned = data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:]
    assert load_picture(turned).shape == CARD.shape[::-1]
    assert texts(turned) == {CODE}


@pytest.mark.parametrize(("ending", "part"), [(".jpg", 2), (".jpg", 3), (".png", 2)])
def test_a_large_photograph_comes_smaller(ending: str, part: int) -> None:
    large = cv2.resize(CARD, (LONG_SIDE * part, LONG_SIDE * part // 2), interpolation=cv2.INTER_NEAREST)
    gray = load_picture(packed(large, ending))
    assert gray.shape == (LONG_SIDE // 2, LONG_SIDE)


def test_files_that_are_none(tmp_path: Path) -> None:
    assert reason(tmp_path / "no such file") == PictureFault.MISSING
    assert reason(tmp_path / CODE / "below a file") == PictureFault.MISSING
    assert reason(tmp_path) == PictureFault.NOT_A_FILE
    (tmp_path / "empty").touch()
    assert reason(tmp_path / "empty") == PictureFault.EMPTY
    assert reason(b"") == PictureFault.EMPTY
    assert reason(tmp_path / "\0") == PictureFault.UNREADABLE
    assert reason(tmp_path / ("x" * 5000)) == PictureFault.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and devices have no path here")
def test_what_never_ends_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert reason(tmp_path / "pipe") == PictureFault.NOT_A_FILE
    assert reason(Path(os.devnull)) == PictureFault.NOT_A_FILE
    assert reason(Path("/dev/zero")) == PictureFault.NOT_A_FILE


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert reason(tmp_path / "loop") == PictureFault.UNREADABLE


def test_no_error_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(PictureBad) as caught:
        load_picture(tmp_path / f"{CODE}.png")
    assert CODE not in repr(caught.value) + str(caught.value) + str(caught.value.details)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_file_longer_than_any_picture(tmp_path: Path) -> None:
    path = tmp_path / "long.png"
    with path.open("wb") as file:
        file.write(FILES[PictureKind.PNG])
        file.truncate(MAX_BYTES + 1)
    assert reason(path) == PictureFault.TOO_LARGE
    assert reason(bytes(MAX_BYTES + 1)) == PictureFault.TOO_LARGE


def bomb(kind: PictureKind) -> bytes:
    """A short file whose header declares 30,000 x 30,000 pixels."""
    side = 30_000
    tags = [
        (256, 4, side),
        (257, 4, side),
        (258, 3, 8),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 200),
        (278, 4, side),
        (279, 4, 9),
    ]
    return {
        PictureKind.PNG: png(side, side, bytes(1000)),
        PictureKind.GIF: b"GIF89a" + struct.pack("<HH", side, side) + FILES[PictureKind.GIF][10:1000],
        PictureKind.BMP: FILES[PictureKind.BMP][:18]
        + struct.pack("<ii", side, -side)
        + FILES[PictureKind.BMP][26:1000],
        PictureKind.WEBP: b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (side - 1).to_bytes(3, "little") * 2,
        PictureKind.TIFF: b"II*\0\x08\0\0\0"
        + struct.pack("<H", len(tags))
        + b"".join(struct.pack("<HHII", tag, form, 1, value) for tag, form, value in tags)
        + bytes(300),
        PictureKind.JPEG: b"\xff\xd8\xff\xc0\x00\x0b\x08"
        + struct.pack(">HH", side, side)
        + b"\x01\x01\x11\0\xff\xd9",
    }[kind]


@pytest.mark.parametrize("kind", PictureKind)
def test_a_bomb_is_not_unpacked(kind: PictureKind, monkeypatch: pytest.MonkeyPatch) -> None:
    def unpack(*_: object) -> None:
        pytest.fail("it was unpacked")

    monkeypatch.setattr(cv2, "imdecode", unpack)
    data = bomb(kind)
    assert len(data) < 2000
    assert reason(data) == PictureFault.TOO_LARGE


def test_a_tile_larger_than_its_picture_is_a_bomb_too() -> None:
    tags = [(256, 3, 10), (257, 3, 10), (322, 4, 30_000), (323, 4, 30_000)]
    data = b"MM\0*\0\0\0\x08" + struct.pack(">H", len(tags))
    data += b"".join(
        struct.pack(">HHI", tag, form, 1)
        + (struct.pack(">HH", value, 0) if form == 3 else struct.pack(">I", value))
        for tag, form, value in tags
    )
    assert declared_size(data) == DeclaredSize(PictureKind.TIFF, 30_000, 30_000)
    assert reason(data) == PictureFault.TOO_LARGE


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\0", id="a zero"),
        pytest.param(b"not a picture", id="text"),
        pytest.param(b"%PDF-1.7", id="a document"),
        pytest.param(png(0, 10), id="no width"),
        pytest.param(png(10, 0), id="no height"),
        pytest.param(FILES[PictureKind.PNG][:20], id="half a PNG header"),
        pytest.param(FILES[PictureKind.PNG][:8] + b"\0\0\0\x0dIDAT" + bytes(20), id="PNG without header"),
        pytest.param(b"\xff\xd8\xff", id="three bytes of JPEG"),
        pytest.param(b"\xff\xd8\xff\xd9", id="JPEG that ends at once"),
        pytest.param(b"\xff\xd8\xff\xff\xff\xd0\x00", id="JPEG that goes wrong"),
        pytest.param(b"RIFF\0\0\0\0WEBPABCD" + bytes(20), id="WebP of no kind"),
        pytest.param(b"RIFF\0\0\0\0WEBPVP8X", id="WebP cut off"),
        pytest.param(b"II*\0\xff\xff\xff\xff", id="TIFF that points nowhere"),
        pytest.param(b"II*\0\x08\0\0\0\0\0", id="TIFF without tags"),
        pytest.param(b"BM", id="BMP cut off"),
    ],
)
def test_no_pictures(data: bytes) -> None:
    assert reason(data) == PictureFault.NOT_A_PICTURE


def test_a_damaged_picture_says_so() -> None:
    data = FILES[PictureKind.PNG]
    assert reason(data[:60]) == PictureFault.BROKEN
    assert reason(data[:40] + bytes(len(data) - 40)) == PictureFault.BROKEN


def test_too_little_memory_is_a_picture_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(cv2, "imdecode", no_memory)
    assert reason(FILES[PictureKind.PNG]) == PictureFault.BROKEN


def frame_or_reason(data: bytes) -> GrayFrame | str:
    """What comes of a file; anything but these two fails the test."""
    try:
        return load_picture(data)
    except PictureBad as error:
        return PictureFault(str(error.details["reason"]))


def is_sound(outcome: GrayFrame | str) -> bool:
    return isinstance(outcome, str) or (outcome.dtype == np.uint8 and 0 < outcome.size <= LONG_SIDE**2)


beginnings = st.sampled_from(
    [data[:cut] for data in FILES.values() for cut in (2, 4, 12, 26, 40, 100, len(data))]
)


@settings(max_examples=400, deadline=None)
@given(beginnings, st.binary(max_size=200))
def test_any_bytes_give_a_frame_or_a_reason(start: bytes, rest: bytes) -> None:
    assert is_sound(frame_or_reason(start + rest))


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(list(FILES.values())), st.data())
def test_a_flipped_byte_or_a_cut_gives_a_frame_or_a_reason(whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, min(len(whole), 400) - 1))
    changed = bytearray(whole[: data.draw(st.integers(at + 1, len(whole)))])
    changed[at] = data.draw(st.integers(0, 255))
    assert is_sound(frame_or_reason(bytes(changed)))


@given(st.binary(max_size=300))
def test_a_header_is_read_without_an_error(data: bytes) -> None:
    for start in (b"", *(whole[:12] for whole in FILES.values())):
        size = declared_size(start + data)
        assert size is None or size.pixels > 0
