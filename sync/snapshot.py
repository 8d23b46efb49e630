"""The complete card list: fetched as one encrypted file, checked, and read row by row.

1. The manifest is the hub's word: its signature is checked before anything is fetched.
2. The file is fetched aside, piece by piece; what a cut line left is gone on with the next time. Only a file of the announced
   length and digest is opened, and its rows count only once they were read to the end and their own digest fits.
3. The key is never on the disk: it comes with the manifest.
4. A file that turns out to be wrong is removed, so that the next try begins anew.

Putting the rows into a register is `validator.store.register`'s.
"""

from __future__ import annotations

import errno
import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from string import hexdigits
from typing import BinaryIO, Protocol

from pydantic import ValidationError

from sync.frames import unseal
from sync.wire import CardRow, Manifest, manifest_words
from validator.domain.card import Card, CardKind, CardStatus, CardToken
from validator.errors import HubGarbled, StoreError, StoreFull, StoreReadOnly
from validator.signing import verifies

_PART = "list-*.part"
_READ = 1024 * 1024
_DIGEST_SIGNS = 64


class Stage(StrEnum):
    """What a first list is busy with."""

    FETCHING = "fetching"
    BUILDING = "building"


Progress = Callable[[Stage, int, int], None]
"""Called with the stage, what is done and what there is: bytes while fetching, cards while building."""


class FileLine(Protocol):
    """A line that files come by; `sync.transport.Transport` is one."""

    def download(self, path: str, start: int = 0) -> AbstractContextManager[tuple[int, Iterator[bytes]]]:
        """Open a file of the hub at ``start``: where its pieces begin, and the pieces."""
        ...


def no_progress(_stage: Stage, _done: int, _whole: int) -> None:
    """Tell nobody."""


def verify(manifest: Manifest, hub_key: bytes) -> None:
    """Check whose word the manifest is.

    Raises:
        HubGarbled: it is not the hub's.
    """
    if not verifies(hub_key, manifest.signature, manifest_words(manifest)):
        raise HubGarbled("the list's signature does not hold", reason="signature")
    if len(manifest.digest) != _DIGEST_SIGNS or set(manifest.digest) - set(hexdigits):
        raise HubGarbled("the list's digest is none", reason="digest")


def fetch(
    line: FileLine, manifest: Manifest, folder: Path, stop: threading.Event, progress: Progress = no_progress
) -> Path | None:
    """Fetch the encrypted file, or the rest of it.

    Args:
        line: where it comes from.
        manifest: what it has to be; verified before.
        folder: the desk's own folder.
        stop: set to give up for now; what has come is kept.
        progress: called with the bytes that have come.

    Returns:
        The whole, checked file, or None where ``stop`` was set.

    Raises:
        HubError: it did not come, or something else came.
        StoreError: it cannot be written.
    """
    path = folder / f"list-{manifest.digest[:16]}.part"
    with _translated(path):
        _remove_others(folder, path)
        have = path.stat().st_size if path.exists() else 0
        if have < manifest.bytes and not _fetch_rest(line, manifest, path, have, stop, progress):
            return None
        if _digest(path) != manifest.digest:
            path.unlink()
            raise HubGarbled("the list's digest does not fit", reason="digest")
    return path


def cards(path: Path, manifest: Manifest) -> Iterator[tuple[CardToken, Card]]:
    """The rows of a fetched file. They count only once they were read to the end.

    Raises:
        HubGarbled: the file is not what the manifest says; it is removed.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for line in unseal(file, manifest.key):
                digest.update(line)
                yield card(CardRow.model_validate_json(line))
    except ValueError as error:
        # Without the original: it quotes a row.
        path.unlink(missing_ok=True)
        kind = "row" if isinstance(error, ValidationError) else "file"
        raise HubGarbled(f"a {kind} of the list cannot be read", reason="list") from None
    if digest.hexdigest() != manifest.content_digest:
        path.unlink(missing_ok=True)
        raise HubGarbled("the content's digest does not fit", reason="digest")


def card(row: CardRow) -> tuple[CardToken, Card]:
    """A row of the list as the register keeps it.

    Raises:
        ValueError: a card of a kind or in a state that this program does not know.
    """
    return CardToken(row.token, row.epoch), Card(
        row.id,
        CardKind(row.kind),
        row.area,
        row.valid_from,
        row.valid_to,
        CardStatus(row.status),
        row.children,
    )


def clear(folder: Path) -> None:
    """Remove what fetching has left, once the list is in place."""
    _remove_others(folder, None)


def _fetch_rest(
    line: FileLine, manifest: Manifest, path: Path, have: int, stop: threading.Event, progress: Progress
) -> bool:
    """Append what is missing; whether the file is whole."""
    with (
        line.download(f"/v1/snapshot/{manifest.digest}", have) as (begins, pieces),
        path.open("r+b" if begins else "wb") as file,
    ):
        file.seek(begins)
        if not _write(file, pieces, manifest.bytes, stop, progress):
            return False
        if file.tell() != manifest.bytes:
            raise HubGarbled("the list has another length than announced", reason="half")
    return True


def _write(
    file: BinaryIO, pieces: Iterable[bytes], whole: int, stop: threading.Event, progress: Progress
) -> bool:
    for piece in pieces:
        if file.tell() + len(piece) > whole:
            raise HubGarbled("the list is longer than announced", reason="size")
        file.write(piece)
        progress(Stage.FETCHING, file.tell(), whole)
        if stop.is_set():
            return False
    return True


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_READ):
            digest.update(piece)
    return digest.hexdigest()


def _remove_others(folder: Path, keep: Path | None) -> None:
    for path in folder.glob(_PART):
        if path != keep:
            with suppress(OSError):
                path.unlink()


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn the disk's errors into ours."""
    try:
        yield
    except OSError as error:
        kinds: dict[int | None, type[StoreError]] = {
            errno.ENOSPC: StoreFull,
            getattr(errno, "EDQUOT", errno.ENOSPC): StoreFull,
            errno.EROFS: StoreReadOnly,
            errno.EACCES: StoreReadOnly,
            errno.EPERM: StoreReadOnly,
        }
        kind = kinds.get(error.errno, StoreError)
        raise kind(f"{path.name}: cannot be written", file=path.name) from error
