"""Encrypted SQLite files: how one is opened, read and written, and what its troubles mean.

Rules
1. A file is opened with its raw 32-byte key. There is nothing to stretch in a random key, so opening is quick.
2. Every write begins with BEGIN IMMEDIATE: two writers never both act on what they read before.
3. Foreign errors end here. The world's become a `StoreError` (busy, damaged, full, read-only), the rest a `BugError`.
   No text of theirs carries a value: statements are shown without parameters, files by name without folder.
4. A file is never created by opening it, and an empty file is never taken for a new one: the caller asks for
   ``create`` where it means it.

`cipher_memory_security` stays off: it would wipe SQLCipher's own memory, while the same values stand in Python's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from validator.errors import BugError, StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly
from validator.wal import use_wal

KEY_BYTES = 32
BUSY_SECONDS = 5.0
"""How long a writer waits for another process before it gives up."""

_TROUBLES: dict[int, type[StoreError]] = {
    3: StoreReadOnly,  # SQLITE_PERM
    5: StoreBusy,  # SQLITE_BUSY
    6: StoreBusy,  # SQLITE_LOCKED
    7: StoreError,  # SQLITE_NOMEM
    8: StoreReadOnly,  # SQLITE_READONLY
    10: StoreError,  # SQLITE_IOERR
    11: StoreDamaged,  # SQLITE_CORRUPT
    13: StoreFull,  # SQLITE_FULL
    14: StoreReadOnly,  # SQLITE_CANTOPEN
    26: StoreDamaged,  # SQLITE_NOTADB: damage to the first page, or a key that does not fit
}
_ALWAYS = ("PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY")
_PRIMARY_CODE = 0xFF
_WRITES = "kaikuportti_writes"


class Care(StrEnum):
    """How much a file is worth: the PRAGMAs that it is opened with.

    LEDGER: each commit is on the disk before it returns, so that a power cut loses nothing. REGISTER: a power cut may lose the
    last commits, never the file. SCRATCH: a new file, worthless until it is finished.
    """

    LEDGER = "PRAGMA synchronous = FULL"
    REGISTER = "PRAGMA synchronous = NORMAL"
    SCRATCH = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536"


def connect(path: Path, key: bytes, care: Care, *, create: bool = False, busy: float = BUSY_SECONDS) -> Any:  # noqa: ANN401  the driver has no types
    """A plain connection to an encrypted file, in autocommit mode, for any thread (one at a time).

    Args:
        path: the file.
        key: 32 random bytes.
        care: how it is opened.
        create: whether the file may come into being.
        busy: seconds to wait for another writer.

    Raises:
        StoreError: the file cannot be opened, or its key does not fit.
    """
    if len(key) != KEY_BYTES:
        raise BugError(f"a key has {KEY_BYTES} bytes")
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    with translated(path):
        if create:
            # Encrypted, and still nobody else's; its log takes the mode over. What is in the way SQLite says better.
            with suppress(OSError):
                path.touch(mode=0o600)
        connection = sqlcipher.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=busy
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            for pragma in (*care.split("; "), *_ALWAYS):
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
    return connection


def pool(path: Path, key: bytes, care: Care, *, create: bool = False, busy: float = BUSY_SECONDS) -> Engine:
    """Connections to one file, handed out by `reading` and `writing`."""

    def fresh() -> Any:  # noqa: ANN401  see `connect`
        return connect(path, key, care, create=create, busy=busy)

    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=fresh,
        poolclass=QueuePool,
        max_overflow=-1,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """One consistent view of the file for as long as the block lasts; it holds up no writer."""
    with translated(path), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """The one writer: commits at the end of the block, rolls back where it raises."""
    with (
        translated(path),
        engine.connect().execution_options(**{_WRITES: True}) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the database's errors into ours."""
    try:
        yield
    except DBAPIError as error:
        raise _ours(error.orig, path) from error
    except sqlcipher.Error as error:
        raise _ours(error, path) from error


def share(path: Path, key: bytes, care: Care) -> None:
    """Set a file up so that readers and a writer work side by side; the file itself remembers."""
    connection = connect(path, key, care)
    with translated(path), closing(connection):
        use_wal(connection, sqlcipher.Error, BUSY_SECONDS)


def is_unused(path: Path, key: bytes) -> bool:
    """Whether no connection of any process has the file open. What cannot be read with this key is nobody's."""
    try:
        connection = connect(path, key, Care.REGISTER, busy=0)
        with translated(path), closing(connection):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
    except StoreBusy:
        return False
    except StoreError:
        return True
    return True


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    driver: Any = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _ours(error: object, path: Path) -> StoreError | BugError:
    code = getattr(error, "sqlite_errorcode", 0)
    trouble = _TROUBLES.get(code & _PRIMARY_CODE)
    if trouble is None:
        return BugError(f"{path.name}: {error}")
    return trouble(f"{path.name}: {error}", file=path.name)
