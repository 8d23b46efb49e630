"""The form of a snapshot file: lines, compressed, in encrypted frames. Sealed by the hub, opened by a desk.

    file  = MAGIC frame+
    frame = length (4 bytes, big-endian) ciphertext
    ciphertext = AES-256-GCM(key, nonce, plain, MAGIC), tag included
    nonce = number of the frame from 0 (11 bytes, big-endian) || 1 for the last frame, else 0

The plain frames, one after the other, are one zlib stream of lines that each end in a line feed. Every file has its own key,
so a nonce is used once. A frame that is changed, missing, doubled, moved or cut off does not open: nothing of it is handed
on, but lines before it may have been: trust a file only once it was read to its end. Both directions hold one frame in memory at
a time. What the lines mean is `sync.wire.CardRow`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"KAIKUSN1"
KEY_BYTES = 32
FRAME_BYTES = 64 * 1024
"""Most plain (compressed) bytes in one frame."""

_LENGTH_BYTES = 4
_TAG_BYTES = 16
_FAST = 1


def seal(lines: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """The pieces of the file that holds ``lines`` (each with its line feed)."""
    cipher, number = AESGCM(key), 0
    yield MAGIC
    # One frame is held back, because only the one at the very end is marked as the last.
    waiting: bytes | None = None
    for plain in _chunks(_compressed(lines)):
        if waiting is not None:
            yield _frame(cipher, number, waiting, is_last=False)
            number += 1
        waiting = plain
    yield _frame(cipher, number, waiting or b"", is_last=True)


def unseal(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    """The lines of a file, each with its line feed.

    Raises:
        ValueError: it is no such file, the key does not open it, or it was changed or cut.
    """
    rest = b""
    for piece in _expanded(_opened(file, key)):
        lines = (rest + piece).split(b"\n")
        rest = lines.pop()
        for line in lines:
            yield line + b"\n"
    if rest:
        raise ValueError("the last line is not whole")


def _compressed(lines: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(_FAST)
    for line in lines:
        if packed := packer.compress(line):
            yield packed
    yield packer.flush()


def _chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= FRAME_BYTES:
            yield bytes(held[:FRAME_BYTES])
            del held[:FRAME_BYTES]
    if held:
        yield bytes(held)


def _frame(cipher: AESGCM, number: int, plain: bytes, *, is_last: bool) -> bytes:
    sealed = cipher.encrypt(_nonce(number, is_last=is_last), plain, MAGIC)
    return len(sealed).to_bytes(_LENGTH_BYTES, "big") + sealed


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def _opened(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    if file.read(len(MAGIC)) != MAGIC:
        raise ValueError("no snapshot file")
    cipher, number, frame = AESGCM(key), 0, _read_frame(file)
    while frame:
        following = _read_frame(file)
        try:
            yield cipher.decrypt(_nonce(number, is_last=not following), frame, MAGIC)
        except InvalidTag as error:
            raise ValueError("a frame does not open") from error
        frame, number = following, number + 1
    if number == 0:
        raise ValueError("a snapshot file without a frame")


def _read_frame(file: BinaryIO) -> bytes:
    head = file.read(_LENGTH_BYTES)
    if not head:
        return b""
    length = int.from_bytes(head, "big")
    frame = file.read(length) if _TAG_BYTES <= length <= FRAME_BYTES + _TAG_BYTES else b""
    if len(head) < _LENGTH_BYTES or len(frame) != length or not frame:
        raise ValueError("a frame is cut off")
    return frame


def _expanded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    opener = zlib.decompressobj()
    try:
        for piece in pieces:
            packed = piece
            while packed and not opener.eof:
                yield opener.decompress(packed, FRAME_BYTES)
                packed = opener.unconsumed_tail
            if packed or opener.unused_data:
                raise ValueError("something follows the lines")
    except zlib.error as error:
        raise ValueError("the lines do not expand") from error
    if not opener.eof:
        raise ValueError("the lines are cut off")
