"""The process's edges, held by the simulator: what happens at a commit, where ids come from, statements compiled once.

Everything between the edges is the program's own. A `Doom` strikes at a coming commit of the desk's or of the hub's files:

- ``crash_before``: the process dies before the commit holds,
- ``crash_after``: it dies when the commit holds and nobody has been told,
- ``disk_full``: SQLite says at the commit that the disk is full.

Ids, salts and nonces are drawn from the seed, so that a replay writes the same bytes but for the keys of newly enrolled desks.
"""

from __future__ import annotations

import random
import secrets
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine.default import DefaultDialect

from sync.hub import database as hub_database
from validator.store import engine as desk_engine

_FULL = 13


class Crash(BaseException):
    """The process dies here. No handler of the program's may catch it."""


class Side(StrEnum):
    """Whose process is at work."""

    DESK = "desk"
    HUB = "hub"


class Blow(StrEnum):
    """What happens at a commit."""

    CRASH_BEFORE = "crash_before"
    CRASH_AFTER = "crash_after"
    DISK_FULL = "disk_full"


@dataclass
class Doom:
    """A blow at the ``commits``-th commit of that side; ``struck`` once it has fallen."""

    side: Side
    blow: Blow
    commits: int
    struck: bool = False


class Edges:
    """Held for one run, in a ``with``. One at a time in a process."""

    def __init__(self, seed: int) -> None:
        self.side = Side.DESK
        self.doom: Doom | None = None
        self._chance = random.Random(f"ids of {seed}")
        self._main = threading.get_ident()
        self._closing = ExitStack()

    def __enter__(self) -> Self:
        commit: Callable[[DefaultDialect, Any], None] = DefaultDialect.__dict__["do_commit"]
        edges = self

        def do_commit(dialect: DefaultDialect, connection: Any) -> None:
            edges.commit(connection, lambda: commit(dialect, connection))

        replace = self._closing.enter_context
        replace(replaced(DefaultDialect, "do_commit", do_commit))
        replace(replaced(desk_engine, "create_engine", _warm("desk")))
        replace(replaced(hub_database, "create_engine", _warm("hub")))
        replace(replaced(uuid, "uuid4", lambda: uuid.UUID(int=self._chance.getrandbits(128), version=4)))
        replace(replaced(secrets, "token_hex", lambda count=32: self._chance.randbytes(count).hex()))
        replace(replaced(secrets, "token_bytes", lambda count=32: self._chance.randbytes(count)))
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    @contextmanager
    def on(self, side: Side) -> Iterator[None]:
        """What is done in the block is done by this side's process."""
        before, self.side = self.side, side
        try:
            yield
        finally:
            self.side = before

    @contextmanager
    def doomed(self, doom: Doom) -> Iterator[Doom]:
        """The blow may fall inside the block."""
        self.doom = doom
        try:
            yield doom
        finally:
            self.doom = None

    def commit(self, connection: Any, done: Callable[[], None]) -> None:
        """A commit, and what befalls it."""
        doom = self.doom
        if doom is None or doom.struck or doom.side is not self.side or threading.get_ident() != self._main:
            done()
            return
        doom.commits -= 1
        if doom.commits > 0:
            done()
            return
        doom.struck = True
        if doom.blow is Blow.DISK_FULL:
            raise _full(connection)
        if doom.blow is Blow.CRASH_AFTER:
            done()
        raise Crash


@contextmanager
def replaced(owner: Any, name: str, value: object) -> Iterator[None]:
    """Something of the process's surroundings, replaced for as long as the block lasts."""
    before = owner.__dict__[name]
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


_compiled: dict[str, tuple[Any, Any]] = {}


def _warm(kind: str) -> Callable[..., Engine]:
    """Engines that share their dialect, and with it the statements that are compiled already: a run opens hundreds."""

    def created(*arguments: Any, **options: Any) -> Engine:
        made: Any = create_engine(*arguments, **options)
        dialect, compiled = _compiled.setdefault(kind, (made.dialect, made._compiled_cache))  # noqa: SLF001
        made.dialect = made.pool._dialect = dialect  # noqa: SLF001  the pool asks it to reset and close
        made._compiled_cache = compiled  # noqa: SLF001
        engine: Engine = made
        return engine

    return created


def _full(connection: Any) -> Exception:
    """The driver's own error, as the disk would make it."""
    is_cipher = isinstance(connection, sqlcipher.Connection) or isinstance(
        getattr(connection, "dbapi_connection", None), sqlcipher.Connection
    )
    error: Any = (sqlcipher if is_cipher else sqlite3).OperationalError("database or disk is full")
    error.sqlite_errorcode, error.sqlite_errorname = _FULL, "SQLITE_FULL"
    full: Exception = error
    return full
