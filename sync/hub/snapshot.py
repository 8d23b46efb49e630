"""The whole card list as one immutable file, for desks that have none or are far behind.

1. The file is named by the SHA-256 of its bytes, compressed and encrypted (`sync.frames`), so that any cache may carry it without
   reading it. Its key is in the sync answer only, sealed in the database, and the hub signs the manifest.
2. It is made once, when the first desk asks, out of one state of the database, row by row: memory does not grow with the
   list. It is offered until so much has changed that a newer one saves more than it costs; the changes since follow as a
   delta.
3. It holds the cards of every area, also those closed, replaced or expired in the last twelve months.
4. The newest few files stay; a desk that was half-way through an older one begins anew.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from sync.frames import KEY_BYTES, seal
from sync.hub import schema
from sync.hub.changes import SNAPSHOT_GAP, card_row
from sync.hub.database import REGISTER, Database, standing
from sync.hub.refusals import NotFound
from sync.hub.vault import Vault
from sync.wire import Manifest, manifest_words
from validator.clock import Clock
from validator.errors import StoreFull, StoreReadOnly
from validator.signing import Signer

_FOLDER = "snapshots"
_KEPT = 3
_PATIENCE_SECONDS = 20.0
_ROWS_AT_ONCE = 2000
_DIGEST_SIGNS = 64


class Snapshots:
    """The hub's snapshot files. Safe between threads."""

    def __init__(self, folder: Path, database: Database, vault: Vault, signer: Signer, clock: Clock) -> None:
        self._folder = folder / _FOLDER
        self._database, self._vault, self._signer, self._clock = database, vault, signer, clock
        self._building = Lock()

    def current(self) -> Manifest | None:
        """A snapshot that is new enough; made now if there is none. None while another thread is still at it."""
        if (ready := self._ready()) is not None:
            return ready
        if not self._building.acquire(timeout=_PATIENCE_SECONDS):
            return None
        try:
            return self._ready() or self._build()
        finally:
            self._building.release()

    def path(self, digest: str) -> Path:
        """The file of this name.

        Raises:
            NotFound: there is none (any more).
        """
        path = self._folder / digest
        if len(digest) != _DIGEST_SIGNS or not digest.isalnum() or not path.is_file():
            raise NotFound("there is no such snapshot")
        return path

    def _ready(self) -> Manifest | None:
        table = schema.snapshots
        with self._database.read() as tx:
            (version,) = standing(tx, (REGISTER,))
            new_enough = table.c.version.between(version - SNAPSHOT_GAP, version)
            rows = tx.execute(select(table).where(new_enough).order_by(table.c.version.desc())).all()
        return next((self._manifest(row) for row in rows if (self._folder / row.digest).is_file()), None)

    def _manifest(self, row: Row[Any]) -> Manifest:
        return Manifest(
            version=row.version,
            digest=row.digest,
            content_digest=row.content_digest,
            count=row.cards,
            bytes=row.bytes,
            made_at=row.made_at,
            key=self._vault.open(row.sealed_key, _sealed_name(row.digest)),
            signature=row.signature,
        )

    def _build(self) -> Manifest:
        key = secrets.token_bytes(KEY_BYTES)
        made_at = self._clock.now().astimezone(UTC).replace(microsecond=0)
        part = self._folder / f"{secrets.token_hex(8)}.part"
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            with self._database.read() as tx:
                (version,) = standing(tx, (REGISTER,))
                lines = _Lines(tx)
                written = _write(part, lines, key)
            part.replace(self._folder / written.digest)
        except OSError as error:
            raise _known(error) from error
        finally:
            with suppress(OSError):
                part.unlink()
        unsigned = Manifest(
            version=version,
            digest=written.digest,
            content_digest=lines.digest.hexdigest(),
            count=lines.count,
            bytes=written.bytes,
            made_at=made_at,
            key=key,
            signature=b"",
        )
        manifest = unsigned.model_copy(update={"signature": self._signer.sign(manifest_words(unsigned))})
        self._remember(manifest)
        return manifest

    def _remember(self, manifest: Manifest) -> None:
        table = schema.snapshots
        row = manifest.model_dump(exclude={"key", "count"}) | {"cards": manifest.count}
        with self._database.write() as tx:
            sealed = self._vault.seal(manifest.key, _sealed_name(manifest.digest))
            tx.execute(insert(table).values(row | {"sealed_key": sealed}))
            newest = list(tx.execute(select(table.c.digest).order_by(table.c.version.desc())).scalars())
            tx.execute(delete(table).where(table.c.digest.in_(newest[_KEPT:])))
        for digest in newest[_KEPT:]:
            # A file that is being read right now goes with the next ones.
            with suppress(OSError):
                (self._folder / digest).unlink()


@dataclass
class _Lines:
    """The lines of the list, counted and hashed as they go by."""

    tx: Connection
    count: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    def __iter__(self) -> Iterator[bytes]:
        table = schema.cards
        # In the order of the tokens: a desk fills its index from left to right.
        listed = select(table).where(~table.c.gone).order_by(table.c.epoch, table.c.token)
        for row in self.tx.execute(listed.execution_options(yield_per=_ROWS_AT_ONCE)):
            line = _line(row)
            self.count += 1
            self.digest.update(line)
            yield line


@dataclass(frozen=True, slots=True)
class _Written:
    digest: str
    bytes: int


def _write(path: Path, lines: _Lines, key: bytes) -> _Written:
    digest, size = hashlib.sha256(), 0
    with path.open("xb") as file:
        for piece in seal(lines, key):
            digest.update(piece)
            size += file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return _Written(digest.hexdigest(), size)


def _line(row: Row[Any]) -> bytes:
    """One card as a line of JSON: the fields of `sync.wire.CardRow`."""
    card = card_row(row)
    card["token"] = b64encode(row.token).decode()
    card["valid_from"], card["valid_to"] = row.valid_from.isoformat(), row.valid_to.isoformat()
    return json.dumps(card, separators=(",", ":")).encode() + b"\n"


def _sealed_name(digest: str) -> str:
    return f"snapshot:{digest}"


def _known(error: OSError) -> StoreFull | StoreReadOnly:
    if error.errno == errno.ENOSPC:
        return StoreFull("the disk is full: no snapshot could be made")
    return StoreReadOnly("the hub's folder cannot be written: no snapshot could be made")
