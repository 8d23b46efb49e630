"""An exported journal: a file of JSON lines, the form of which docs/protocol.md §7 binds.

The first line says whose journal it is and what its cards are sealed with. Then come the entries in their order, each followed by
the hub's countersignature where there is one, and at the end how many there were, and the desk's signature over all of it. The
headers are in clear, signed by the desk as ever; card part and salt are sealed to the hub (`validator.sealing`), so that the file
can be proven anywhere and its cards be read at the hub alone.

Reading takes a line at a time and believes nothing: what is no line of ours comes out as a `Torn` in its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

from pydantic import AfterValidator, AwareDatetime, Field, ValidationError

from sync.message import Bytes, Message, Text
from sync.wire import Head
from validator.domain.journal import SALT_BYTES, canonical, digest
from validator.errors import ConfigError
from validator.sealing import Box

VERSION = 1
MOST_LINE_BYTES = 8 * 1024 * 1024
"""Twice what a hub takes in one request."""


def _plain(text: str) -> str:
    """Names are printed: nothing in a file may speak to a terminal."""
    if not text.isprintable():
        msg = "a name has signs that cannot be printed"
        raise ValueError(msg)
    return text


Name = Annotated[str, Field(max_length=200), AfterValidator(_plain)]


class Opening(Message):
    """The first line: whose journal this is, and what opens its sealed parts."""

    kaikuportti: Literal["journal"] = "journal"
    v: int = VERSION
    desk: Name
    name: Name = ""
    network: Name = ""
    public_key: Bytes
    hub_key: Bytes
    sealed_to: Bytes
    ephemeral: Bytes
    made_at: AwareDatetime
    program: Name = ""


class EntryLine(Message):
    """An entry: header and signature as they travel; ``sealed`` is salt and card part, empty where there is none or it is erased.

    ``seal_signature`` is the desk's over `seal_words`: nobody else can put another sealed part, or none, in its place.
    """

    header: Bytes
    signature: Bytes
    sealed: Bytes = b""
    seal_signature: Bytes = b""


class HeadLine(Message):
    """The journal's head as the hub countersigned it, after the entry that it speaks of."""

    head: Head


class EndLine(Message):
    """The last line: how many entries there were, SHA-256 (hex) of all bytes before, and the desk's signature over `end_words`."""

    entries: int
    digest: Text
    signature: Bytes


@dataclass(frozen=True, slots=True)
class Torn:
    """A line that is none of ours; ``is_cut`` where the file ends within it."""

    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """The last line, and what the bytes before it really come to."""

    said: EndLine
    digest: str


Line = EntryLine | HeadLine | Torn | End


class JournalFile:
    """An export, open for reading. Its lines come once."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        """Read the first line.

        Raises:
            ConfigError: the file is no export, or one of a newer program.
        """
        self._file, self._name = file, name
        with _reading(name):
            first = file.readline(MOST_LINE_BYTES)
        self._sums = hashlib.sha256(first)
        try:
            self.opening = Opening.model_validate_json(first)
        except ValidationError:
            # Without the original: it quotes the file.
            raise ConfigError("this file is no exported journal", file=name, fault="journal") from None
        if self.opening.v != VERSION:
            raise ConfigError("a newer program exported this journal", file=name, fault="journal_version")

    def lines(self) -> Iterator[Line]:
        """All that follows, to the end of the file.

        Raises:
            ConfigError: the disk fails.
        """
        while raw := self._line():
            before = self._sums.hexdigest()
            self._sums.update(raw)
            line = _parsed(raw)
            yield End(line, before) if isinstance(line, EndLine) else line

    def _line(self) -> bytes:
        with _reading(self._name):
            raw = part = self._file.readline(MOST_LINE_BYTES)
            while len(part) == MOST_LINE_BYTES and not part.endswith(b"\n"):
                part = self._file.readline(MOST_LINE_BYTES)  # of a line that is none of ours: passed over
        return raw


@contextmanager
def open_journal(path: Path) -> Iterator[JournalFile]:
    """An exported journal for reading.

    Raises:
        ConfigError: there is no such file, it cannot be read, or it is no export.
    """
    with _reading(path.name):
        file = path.open("rb")
    with file:
        yield JournalFile(file, path.name)


def seal_words(entry_hash: str, sealed: bytes) -> bytes:
    """What the desk signs of an entry's sealed part."""
    return canonical({"hash": entry_hash, "sealed": hashlib.sha256(sealed).hexdigest()})


def end_words(desk: str, entries: int, whole: str) -> bytes:
    """What the desk signs of the whole file."""
    return canonical({"desk": desk, "entries": entries, "digest": whole})


def closed(box: Box, sequence: int, header: bytes, salt: bytes, cards: bytes) -> bytes:
    """Salt and card part of an entry, sealed."""
    return box.seal(sequence, salt + cards, digest(header).encode()) if cards else b""


def opened(box: Box, sequence: int, header: bytes, sealed: bytes) -> tuple[bytes, bytes]:
    """Card part and salt of an entry.

    Raises:
        ValueError: the sealed part does not open, or not in this place.
    """
    if not sealed:
        return b"", b""
    plain = box.open(sequence, sealed, digest(header).encode())
    return plain[SALT_BYTES:], plain[:SALT_BYTES]


def _parsed(raw: bytes) -> EntryLine | HeadLine | EndLine | Torn:
    if raw.endswith(b"\n"):
        for kind in (EntryLine, HeadLine, EndLine):
            with suppress(ValidationError):
                return kind.model_validate_json(raw)
    return Torn(not raw.endswith(b"\n") and len(raw) < MOST_LINE_BYTES)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ConfigError("this file cannot be read", file=name, fault="unreadable") from error
