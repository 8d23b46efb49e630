"""The snapshot file: what was sealed opens again, whole, and nothing else does."""

from __future__ import annotations

import io
import random
import zlib

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.frames import FRAME_BYTES, KEY_BYTES, MAGIC, seal, unseal

KEY = bytes(range(KEY_BYTES))


def _lines(count: int) -> list[bytes]:
    rng = random.Random(count)
    return [rng.randbytes(60).hex().encode() + b"\n" for _ in range(count)]


def _file(count: int) -> bytes:
    return b"".join(seal(_lines(count), KEY))


@pytest.mark.parametrize("count", [0, 1, 5_000])
def test_what_was_sealed_opens(count: int) -> None:
    assert list(unseal(io.BytesIO(_file(count)), KEY)) == _lines(count)


def test_a_full_list_takes_several_frames() -> None:
    assert len(_file(5_000)) > 3 * FRAME_BYTES


def test_a_line_longer_than_a_frame_opens() -> None:
    line = random.Random(1).randbytes(3 * FRAME_BYTES).hex().encode() + b"\n"
    assert list(unseal(io.BytesIO(b"".join(seal([line], KEY))), KEY)) == [line]


def test_a_highly_compressed_list_is_opened_piece_by_piece() -> None:
    line = b"0" * (1 << 20) + b"\n"
    assert list(unseal(io.BytesIO(b"".join(seal([line] * 3, KEY))), KEY)) == [line] * 3


@pytest.mark.parametrize("size", [0, 4, len(MAGIC), len(MAGIC) + 2, len(MAGIC) + 4, 70_000, -1])
def test_a_cut_file_does_not_open(size: int) -> None:
    with pytest.raises(ValueError, match=r"snapshot file|cut off|open"):
        list(unseal(io.BytesIO(_file(5_000)[:size]), KEY))


def test_a_file_cut_between_two_frames_does_not_open() -> None:
    whole = _file(5_000)
    first = len(MAGIC) + 4 + int.from_bytes(whole[len(MAGIC) : len(MAGIC) + 4], "big")
    with pytest.raises(ValueError, match="does not open"):
        list(unseal(io.BytesIO(whole[:first]), KEY))


def test_two_frames_that_changed_places_do_not_open() -> None:
    whole, size = _file(5_000), 4 + FRAME_BYTES + 16
    start = len(MAGIC)
    first, second = whole[start : start + size], whole[start + size : start + 2 * size]
    swapped = whole[:start] + second + first + whole[start + 2 * size :]
    with pytest.raises(ValueError, match="does not open"):
        list(unseal(io.BytesIO(swapped), KEY))


@pytest.mark.parametrize("place", [0, 9, 40, 100_000, -1])
def test_a_changed_file_does_not_open(place: int) -> None:
    changed = bytearray(_file(5_000))
    changed[place] ^= 1
    with pytest.raises(ValueError, match=r"snapshot file|cut off|open"):
        list(unseal(io.BytesIO(changed), KEY))


def test_a_longer_file_does_not_open() -> None:
    with pytest.raises(ValueError, match=r"cut off|open"):
        list(unseal(io.BytesIO(_file(10) + b"\0" * 20), KEY))


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(ValueError, match="does not open"):
        list(unseal(io.BytesIO(_file(10)), bytes(KEY_BYTES)))


def test_a_last_line_without_its_line_feed_is_told() -> None:
    with pytest.raises(ValueError, match="not whole"):
        list(unseal(io.BytesIO(b"".join(seal([b"half"], KEY))), KEY))


def made(*plain: bytes) -> io.BytesIO:
    """A file made by the page that describes it, not by our own hand."""
    file = MAGIC
    for number, chunk in enumerate(plain):
        nonce = number.to_bytes(11, "big") + bytes([number == len(plain) - 1])
        sealed = AESGCM(KEY).encrypt(nonce, chunk, MAGIC)
        file += len(sealed).to_bytes(4, "big") + sealed
    return io.BytesIO(file)


def test_a_file_by_the_book_opens() -> None:
    packed = zlib.compress(b"one\ntwo\n")
    assert list(unseal(made(packed[:5], packed[5:]), KEY)) == [b"one\n", b"two\n"]


@pytest.mark.parametrize(
    ("plain", "reason"),
    [
        ((zlib.compress(b"one\n") + b"more",), "something follows"),
        ((zlib.compress(b"one\n"), b"more"), "something follows"),
        ((zlib.compress(b"one\n")[:-3],), "cut off"),
        ((b"no zlib",), "do not expand"),
        ((b"",), "cut off"),
        ((), "without a frame"),
    ],
)
def test_a_stream_that_is_none(plain: tuple[bytes, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        list(unseal(made(*plain), KEY))
