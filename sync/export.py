"""The desk's journal written into one file, so that no redemption is lost with a keyring, a disk or a hub.

What is in the file is `sync.journalfile`'s. It is written aside and put in its place whole, readable by its owner alone, and never
over another file unless that is asked for.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sync.journalfile import EndLine, EntryLine, HeadLine, Opening, closed, end_words, seal_words
from sync.message import Message
from sync.wire import Head
from validator import __version__
from validator.domain.journal import digest
from validator.errors import ConfigError, StoreError, StoreFull, StoreReadOnly
from validator.sealing import Box
from validator.store.heads import HubHead
from validator.store.journal import Outgoing
from validator.store.ledger import Ledger
from validator.store.transaction import Reading

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


def export(ledger: Ledger, path: Path, now: datetime, *, replace: bool = False) -> int:
    """Write the whole journal, as it stands at one moment, into a file.

    Args:
        ledger: of an enrolled desk.
        path: the file.
        now: this moment, by the desk's clock.
        replace: whether a file that is there may go.

    Returns:
        How many entries there are.

    Raises:
        ConfigError: the desk is not enrolled or has no key to seal with yet, or the file is in the way.
        StoreError: the ledger cannot be read, or the file not be written.
    """
    with ledger.read() as books:
        _write_aside(path, _lines(books, now), replace=replace)
        return books.head().sequence


def _lines(books: Reading, now: datetime) -> Iterator[bytes]:
    identity, network = books.identity(), books.network()
    if identity is None or network is None:
        raise ConfigError("this desk is not enrolled at a hub yet", fault="not_enrolled")
    if not network.sealing_key:
        raise ConfigError("the hub has told no key to seal with yet: reach it once", fault="sealing_key")
    box, signer = Box.to(network.sealing_key), identity.signer
    whole, entries = hashlib.sha256(), 0

    def line(message: Message) -> bytes:
        raw = message.model_dump_json().encode() + b"\n"
        whole.update(raw)
        return raw

    yield line(
        Opening(
            desk=identity.desk,
            name=identity.name,
            network=network.name,
            public_key=signer.public,
            hub_key=identity.hub_key,
            sealed_to=network.sealing_key,
            ephemeral=box.ephemeral,
            made_at=now,
            program=__version__,
        )
    )
    for row in _in_order(books.entries(), books.hub_heads()):
        if isinstance(row, HubHead):
            yield line(HeadLine(head=Head(sequence=row.sequence, hash=row.hash, signature=row.signature)))
            continue
        entries += 1
        sealed = closed(box, row.sequence, row.header, row.salt, row.cards)
        words = seal_words(digest(row.header), sealed)
        yield line(
            EntryLine(
                header=row.header, signature=row.signature, sealed=sealed, seal_signature=signer.sign(words)
            )
        )
    said = whole.hexdigest()
    yield line(
        EndLine(entries=entries, digest=said, signature=signer.sign(end_words(identity.desk, entries, said)))
    )


def _in_order(entries: Iterable[Outgoing], heads: Iterable[HubHead]) -> Iterator[Outgoing | HubHead]:
    """Each head behind the entry that it speaks of; those of entries that are not here at the end."""
    waiting = iter(heads)
    head = next(waiting, None)
    for entry in entries:
        yield entry
        while head is not None and head.sequence <= entry.sequence:
            yield head
            head = next(waiting, None)
    if head is not None:
        yield head
    yield from waiting


def _write_aside(path: Path, pieces: Iterable[bytes], *, replace: bool) -> None:
    if path.is_dir() or not path.name:
        raise ConfigError("this is a folder", file=path.name, fault="folder")
    if not replace and os.path.lexists(path):
        raise _there_already(path)
    aside = path.with_name(f".{path.name[:100]}-{secrets.token_hex(4)}")
    try:
        with open(aside, "xb", opener=_owner_only) as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(aside, path, replace=replace)
    except OSError as error:
        raise _said_by_the_disk(error, path) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _put_in_place(aside: Path, path: Path, *, replace: bool) -> None:
    if replace:
        aside.replace(path)
    else:
        try:
            os.link(aside, path)
        except FileExistsError as error:  # put there meanwhile
            raise _there_already(path) from error
        except OSError:  # a file system without hard links
            aside.rename(path)
    with suppress(OSError):  # Windows opens no folders
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _owner_only(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _there_already(path: Path) -> ConfigError:
    return ConfigError(
        "there is a file of this name already: --force replaces it", file=path.name, fault="there"
    )


def _said_by_the_disk(error: OSError, path: Path) -> StoreError:
    if error.errno in _FULL:
        return StoreFull(f"{path.name}: the disk is full", file=path.name)
    return StoreReadOnly(f"{path.name}: cannot be written", file=path.name)
