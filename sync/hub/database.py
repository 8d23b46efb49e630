"""The hub's database: SQLite in the data folder, or PostgreSQL by URL, behind one small seam.

1. One request that writes is one transaction (`Database.write`): SQLite takes its write lock at the start (BEGIN IMMEDIATE), so
   that no transaction has to be given up half-way; PostgreSQL locks rows.
2. Numbers that desks follow (the register's version, the feed's cursor) come from counter rows that are moved by UPDATE inside
   the writing transaction. The row stays locked until the commit, so numbers become visible in their own order: a reader who
   has seen 7 will never meet a 6 later. A database sequence does not promise that.
3. A reading transaction (`Database.read`) sees one state of the whole database from its first question to its last. What several
   parts of an answer need is therefore asked once (`once`).
4. Drivers' errors of the world become `StoreError`s; their texts carry no values.
5. Nothing waits for longer than a desk does: for a lock, or for a connection of the pool. PostgreSQL itself ends a transaction
   whose process has forgotten it, or was cut off in the midst of it without a word.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    Engine,
    Insert,
    Table,
    bindparam,
    create_engine,
    event,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    TimeoutError,  # noqa: A004  the pool's own
)
from sqlalchemy.sql.dml import ReturningInsert

from sync.hub import schema
from sync.hub.steps import bring_up
from validator.errors import (
    BugError,
    ConfigError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
)
from validator.wal import use_wal

REGISTER = "register"
"""Counter of the register's version: cards, and the programme."""
FEED = "feed"
"""Counter of the feed's cursor."""
CARDS = "cards"
"""How many cards a complete list has at the register's version."""
CASES = "cases"
"""Counter of the cases' versions."""
ATTEMPTS = "attempts"
"""One-time codes that were ever tried: whoever tries one, and whoever comes in by one, waits for the others."""

_BUSY_SECONDS = 10
"""A desk waits 15 for its answer: before that it is told that the hub is busy."""
_FORGOTTEN_SECONDS = 60
_WRITES, _SEEN = "kaikuportti_writes", "kaikuportti_seen"
_SCHEMA_LOCK = 0x6B61696B75
"""Any number that is ours alone: PostgreSQL's advisory lock while tables are made."""
_counters = schema.counters
_STANDING = select(_counters.c.name, _counters.c.value)
_ADVANCE = (
    update(_counters)
    .where(_counters.c.name == bindparam("counter"))
    .values(value=_counters.c.value + bindparam("count"))
    .returning(_counters.c.value)
)

_T = TypeVar("_T")


class Database:
    """A pool of connections; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_postgres = engine.dialect.name == "postgresql"

    @classmethod
    def open(cls, url: str) -> Database:
        """Connect, and make the tables where there are none.

        Raises:
            ConfigError: the URL names no database that the hub can use.
            StoreError: it cannot be reached or used, or a newer program wrote it.
        """
        database = cls(_engine(_checked(url)))
        try:
            database._prepare()
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One writing transaction: committed at the end of the block, rolled back on an exception."""
        with _translated(), self._engine.connect() as connection:
            tx = connection.execution_options(**{_WRITES: True})
            with tx.begin():
                yield tx

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One reading transaction on one state of the database."""
        options: dict[str, Any] = (
            {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if self._is_postgres else {}
        )
        options[_SEEN] = {}
        with _translated(), self._engine.connect() as connection:
            tx = connection.execution_options(**options)
            with tx.begin():
                yield tx

    def put(self, tx: Connection, table: Table, row: Mapping[str, Any]) -> None:
        """Insert a row, or replace the one with its primary key."""
        keys = {column.name for column in table.primary_key}
        self.put_all(tx, table, [row], [name for name in row if name not in keys])

    def put_new(self, tx: Connection, table: Table, row: Mapping[str, Any]) -> bool:
        """Insert a row unless there is one with its primary key; whether it was inserted."""
        # Not by the count of rows: the driver of PostgreSQL says none for it.
        return tx.execute(_new(table, is_postgres=self._is_postgres), row).first() is not None

    def put_all(
        self, tx: Connection, table: Table, rows: Sequence[Mapping[str, Any]], change: Sequence[str]
    ) -> None:
        """Insert rows; of those that are there already, change these columns."""
        if rows:
            tx.execute(_put(table, tuple(change), is_postgres=self._is_postgres), list(rows))

    def _prepare(self) -> None:
        with self.write() as tx:
            if self._is_postgres:
                tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA_LOCK})
            if inspect(tx).has_table(schema.schema_version.name):
                version = tx.execute(select(schema.schema_version.c.version)).scalar_one()
                if version > schema.VERSION:
                    raise StoreTooNew("a newer program wrote the hub's database", version=version)
                bring_up(tx, version)
                return
            schema.metadata.create_all(tx)
            tx.execute(insert(schema.schema_version).values(version=schema.VERSION))
            names = (REGISTER, FEED, CARDS, CASES, ATTEMPTS)
            tx.execute(insert(schema.counters), [{"name": name, "value": 0} for name in names])


@cache
def _put(table: Table, change: tuple[str, ...], *, is_postgres: bool) -> Insert:
    one = postgresql.insert(table) if is_postgres else sqlite.insert(table)
    rest = {name: one.excluded[name] for name in change}
    return one.on_conflict_do_update(index_elements=list(table.primary_key), set_=rest)


@cache
def _new(table: Table, *, is_postgres: bool) -> ReturningInsert[Any]:
    one = postgresql.insert(table) if is_postgres else sqlite.insert(table)
    return one.on_conflict_do_nothing(index_elements=list(table.primary_key)).returning(*table.primary_key)


def once(tx: Connection, what: Hashable, find: Callable[[], _T]) -> _T:
    """What ``find`` finds: in a reading transaction the first time only, in a writing one, which sees its own work, each time."""
    seen: dict[Hashable, _T] | None = tx.get_execution_options().get(_SEEN)
    if seen is None:
        return find()
    if what not in seen:
        seen[what] = find()
    return seen[what]


def advance(tx: Connection, counter: str, count: int = 1) -> int:
    """Take the next ``count`` numbers of a counter, in this transaction; the last of them."""
    return int(tx.execute(_ADVANCE, {"counter": counter, "count": count}).scalar_one())


def hold(tx: Connection, counter: str) -> None:
    """Wait for whoever else holds or moves a counter, and keep others waiting until the transaction's end."""
    table = schema.counters
    tx.execute(select(table.c.value).where(table.c.name == counter).with_for_update())


def standing(tx: Connection, counters: Sequence[str]) -> tuple[int, ...]:
    """The counters' values, all of one moment."""
    rows = once(tx, "counters", lambda: {row.name: int(row.value) for row in tx.execute(_STANDING)})
    return tuple(rows[name] for name in counters)


def _checked(url: str) -> URL:
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise ConfigError("the database's URL cannot be read") from error
    if backend == "postgres":
        backend = "postgresql"
    if backend not in {"postgresql", "sqlite"}:
        raise ConfigError("the hub works on SQLite and on PostgreSQL", backend=backend)
    return parsed.set(drivername="postgresql+psycopg" if backend == "postgresql" else "sqlite")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        engine = create_engine(url, pool_pre_ping=True, pool_timeout=_BUSY_SECONDS, hide_parameters=True)
        event.listen(engine, "connect", _set_up_postgres)
        return engine
    engine = create_engine(
        url, connect_args={"timeout": _BUSY_SECONDS}, pool_timeout=_BUSY_SECONDS, hide_parameters=True
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own class
    # The driver's own idea of when a transaction begins is switched off: `_begin_sqlite` says it.
    connection.isolation_level = None
    use_wal(connection, sqlite3.Error, _BUSY_SECONDS)
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _set_up_postgres(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own class
    connection.execute(f"SET lock_timeout = '{_BUSY_SECONDS}s'")
    connection.execute(f"SET idle_in_transaction_session_timeout = '{_FORGOTTEN_SECONDS}s'")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if (known := _known(error)) is not None:
            raise known from error
        # Without the original: the driver's text may quote values. The statement has placeholders only.
        raise BugError(f"{type(error).__name__} at: {error.statement}") from None
    except TimeoutError as error:
        raise StoreBusy("every connection to the database is in use") from error


def _known(error: DBAPIError) -> StoreError | None:
    original = error.orig
    if isinstance(original, sqlite3.Error):
        name = re.sub(r"^(SQLITE_[A-Z]+).*", r"\1", getattr(original, "sqlite_errorname", "") or "")
        kinds: dict[str, type[StoreError]] = {
            "SQLITE_BUSY": StoreBusy,
            "SQLITE_LOCKED": StoreBusy,
            "SQLITE_FULL": StoreFull,
            "SQLITE_READONLY": StoreReadOnly,
            "SQLITE_CANTOPEN": StoreReadOnly,
            "SQLITE_PERM": StoreReadOnly,
            "SQLITE_IOERR": StoreError,
            "SQLITE_CORRUPT": StoreDamaged,
            "SQLITE_NOTADB": StoreDamaged,
        }
        return kinds[name](f"SQLite says {name}") if name in kinds else None
    state = getattr(original, "sqlstate", None) or ""
    busy = {"40001", "40P01", "55P03"}
    if state in busy:
        return StoreBusy(f"PostgreSQL says {state}")
    if state == "53300":
        return StoreBusy("PostgreSQL has no connection left")
    if state.startswith("53"):
        return StoreFull(f"PostgreSQL says {state}")
    if state.startswith("25006"):
        return StoreReadOnly(f"PostgreSQL says {state}")
    is_cut_off = not state and isinstance(error, OperationalError | InterfaceError)
    if is_cut_off or state.startswith(("08", "25P03", "28", "3D", "57", "58")):
        return StoreError(f"PostgreSQL cannot be reached or used ({state or 'no answer'})")
    return None
