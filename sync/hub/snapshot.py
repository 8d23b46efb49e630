"""The whole card list as one immutable file, for desks that have none or are far behind.

1. The file is named by the SHA-256 of its bytes, compressed and encrypted (`sync.frames`), so that any cache may carry it without
   reading it. Its key is in the sync answer only, sealed in the database, and the hub signs the manifest.
2. It is made once, when the first desk asks, out of one state of the database, row by row: memory does not grow with the
   list. A desk waits for it a few seconds at most; a long list is there at its next pass. It is offered until so much has
   changed that a newer one saves more than it costs; the changes since follow as a delta.
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
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from sync.frames import KEY_BYTES, seal
from sync.hub import schema, settings
from sync.hub.changes import SNAPSHOT_GAP, card_row
from sync.hub.database import REGISTER, Database, standing
from sync.hub.refusals import NotFound
from sync.hub.vault import Vault
from sync.wire import Manifest, manifest_words
from validator.clock import Clock
from validator.errors import StoreFull, StoreReadOnly
from validator.signing import Signer

_FOLDER = "snapshots"
_PART = ".part"
_KEPT = 3
_PATIENCE_SECONDS = 8.0
_ROWS_AT_ONCE = 2000
_DIGEST_SIGNS = 64
_YOUNG_SECONDS = 3600.0
"""So long a file that nobody has named yet is left alone."""


class Snapshots:
    """The hub's snapshot files. Safe between threads."""

    def __init__(self, folder: Path, database: Database, vault: Vault, signer: Signer, clock: Clock) -> None:
        self._folder = folder / _FOLDER
        self._database, self._vault, self._signer, self._clock = database, vault, signer, clock
        self._lock, self._stop = Lock(), Event()
        self._work: _Work | None = None

    def current(self, patience: float = _PATIENCE_SECONDS) -> Manifest | None:
        """A snapshot that is new enough, made if there is none. None where that takes longer than ``patience`` seconds.

        Raises:
            StoreError: it could not be made.
        """
        if (ready := self._ready()) is not None:
            return ready
        with self._lock:
            work = self._work
            if work is None or not work.is_alive():
                work = self._work = _Work(self._made)
                work.start()
        work.join(patience)
        return None if work.is_alive() else work.outcome()

    def close(self) -> None:
        """Give up what is being made."""
        self._stop.set()
        if self._work is not None:
            self._work.join()

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
            oldest = max(version - SNAPSHOT_GAP, settings.read(tx, settings.LIST_VERSION) or 0)
            new_enough = table.c.version.between(oldest, version)
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

    def _made(self) -> Manifest | None:
        """Made now, unless another thread has just been ready with one, or the hub is closing."""
        try:
            return self._ready() or self._build()
        except _Stopped:
            return None

    def _build(self) -> Manifest:
        key = secrets.token_bytes(KEY_BYTES)
        made_at = self._clock.now().astimezone(UTC).replace(microsecond=0)
        part = self._folder / f"{secrets.token_hex(8)}{_PART}"
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            with self._database.read() as tx:
                (version,) = standing(tx, (REGISTER,))
                lines = _Lines(tx, self._stop)
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
            rows = tx.execute(select(table.c.digest, table.c.version)).all()
            # Several processes may have made one of the same version: none takes another's away.
            kept = sorted({row.version for row in rows}, reverse=True)[:_KEPT]
            newest = {row.digest for row in rows if row.version in kept}
            tx.execute(delete(table).where(table.c.version.not_in(kept)))
        self._sweep(newest, {row.digest for row in rows} - newest, manifest.digest)

    def _sweep(self, newest: set[str], gone: set[str], fresh: str) -> None:
        """Take old files away, and halves that a killed process left: those by their age beside the fresh one, and no clock."""
        now = (self._folder / fresh).stat().st_mtime
        for path in self._folder.iterdir():
            # A file that is being read right now goes with the next ones. A young one another process may be about to name.
            with suppress(OSError):
                is_old = now - path.stat().st_mtime > _YOUNG_SECONDS
                if path.name in gone or (path.name not in newest and is_old):
                    path.unlink()


class _Stopped(Exception):  # the hub is closing: nobody is told
    pass


class _Work(Thread):
    """One snapshot in the making."""

    def __init__(self, make: Callable[[], Manifest | None]) -> None:
        super().__init__(name="hub-snapshot")
        self._make = make
        self._manifest: Manifest | None = None
        self._error: Exception | None = None

    def run(self) -> None:
        try:
            self._manifest = self._make()
        except Exception as error:  # noqa: BLE001  told to all who wait
            self._error = error

    def outcome(self) -> Manifest | None:
        """What came of it."""
        if self._error is not None:
            raise self._error
        return self._manifest


@dataclass
class _Lines:
    """The lines of the list, counted and hashed as they go by."""

    tx: Connection
    stop: Event
    count: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    def __iter__(self) -> Iterator[bytes]:
        table = schema.cards
        # In the order of the tokens: a desk fills its index from left to right.
        listed = select(table).where(~table.c.gone).order_by(table.c.epoch, table.c.token)
        with self.tx.execute(listed.execution_options(yield_per=_ROWS_AT_ONCE)) as rows:
            for row in rows:
                if self.stop.is_set():
                    raise _Stopped
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
