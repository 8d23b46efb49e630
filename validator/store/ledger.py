"""The ledger's file: the desk's journal, what was booked at its venues, what waits for the hub, and all that giving needs.

Rules
1. One file, ``ledger.db``. The program never deletes it and has no way to.
2. ``with ledger.write() as tx`` commits all of the block at its end or, where something raises, nothing.
   ``with ledger.read() as tx`` sees one moment. What a transaction offers is in `transaction`.
3. Several threads and processes may use one ledger at a time. Writers come one after another.
4. A ledger is made aside and put in place whole. An empty file in its place is damage, not a new ledger.
"""

from __future__ import annotations

import os
import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from validator.errors import StoreBusy, StoreDamaged, StoreReadOnly
from validator.store import engine, schema, versions
from validator.store.engine import Care
from validator.store.transaction import Reading, Writing

FILE_NAME = "ledger.db"


class Ledger:
    """The file, open. Safe to share between threads."""

    def __init__(self, path: Path, pool: Engine, busy: float) -> None:
        self._path = path
        self._engine = pool
        self._busy = busy
        self._writer = threading.Lock()

    @classmethod
    def open(cls, folder: Path, key: bytes, *, busy: float = engine.BUSY_SECONDS) -> Self:
        """Open the ledger in ``folder``, or begin one where there is none.

        Args:
            folder: the desk's own folder; made where it is missing.
            key: 32 random bytes.
            busy: seconds to wait for another writer.

        Raises:
            StoreDamaged: the file is no ledger, or its key does not fit.
            StoreTooNew: a newer program wrote it.
            StoreError: the file or its folder cannot be used.
        """
        path = folder / FILE_NAME
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            exists = path.exists()
        except OSError as error:
            raise StoreReadOnly(f"{folder.name}: the folder cannot be used", file=folder.name) from error
        if not exists:
            _begin(path, key)
        pool = engine.pool(path, key, Care.LEDGER, busy=busy)
        try:
            with engine.reading(pool, path) as connection:
                version = versions.of(connection, path, schema.APPLICATION, schema.VERSION)
            if version < schema.VERSION:
                with engine.writing(pool, path) as connection:
                    versions.bring_up(connection)
        except BaseException:
            pool.dispose()
            raise
        return cls(path, pool, busy)

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """One moment of the ledger."""
        with engine.reading(self._engine, self._path) as connection:
            yield Reading(connection)

    @contextmanager
    def write(self) -> Iterator[Writing]:
        """One transaction; commits at the end of the block, rolls back where it raises.

        Raises:
            StoreBusy: somebody else kept on writing; nothing of this block has happened.
        """
        if not self._writer.acquire(timeout=self._busy):
            raise StoreBusy(f"{self._path.name}: another thread keeps on writing", file=self._path.name)
        try:
            with engine.writing(self._engine, self._path) as connection:
                yield Writing(connection)
        finally:
            self._writer.release()

    def check(self) -> None:
        """Read the whole file: every page must fit its seal, which holds its place too.

        Raises:
            StoreDamaged: a page does not hold.
        """
        with engine.reading(self._engine, self._path) as connection:
            faults = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
        if faults:
            raise StoreDamaged(f"{self._path.name}: {len(faults)} pages do not hold", file=self._path.name)

    def room(self) -> int | None:
        """Bytes that are free where the file is; None where the system does not say."""
        try:
            return shutil.disk_usage(self._path.parent).free
        except OSError:
            return None

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _begin(path: Path, key: bytes) -> None:
    """Make an empty ledger aside and put it in place."""
    aside = path.with_name(f"{path.name}-{secrets.token_hex(4)}")
    try:
        pool = engine.pool(aside, key, Care.LEDGER, create=True)
        try:
            with engine.writing(pool, aside) as connection:
                schema.metadata.create_all(connection)
                versions.mark(connection, schema.APPLICATION, schema.VERSION)
        finally:
            pool.dispose()
        engine.share(aside, key, Care.LEDGER)
        _put_in_place(aside, path)
    finally:
        for leftover in (aside, Path(f"{aside}-wal"), Path(f"{aside}-shm")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _put_in_place(aside: Path, path: Path) -> None:
    try:
        os.link(aside, path)
    except FileExistsError:
        return  # another process was first: its ledger is the one
    except OSError:  # a file system without hard links
        try:
            aside.rename(path)
        except OSError as error:
            raise StoreReadOnly(f"{path.name}: cannot be made", file=path.name) from error
    with suppress(OSError):  # Windows opens no folders
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
