"""Wrong one-time codes of the last minute, counted in the database: for every process of the hub, and over restarts.

Whoever tries a code waits for the others who do, so that ten processes at once let no eleventh guess through. Who has used the
tries up is turned away without a writer's lock, so that a flood of codes holds up no desk. A try counts from before it is looked
at, and is taken off again when the code opened. Where it came from is kept as a hash, for a minute.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select

from sync.hub import schema
from sync.hub.database import ATTEMPTS, Database, advance
from sync.hub.refusals import CodeExpired, CodeSpent, CodeUnknown, Refused, SlowDown

WINDOW = timedelta(minutes=1)
MOST_OF_A_PLACE = 10
MOST_OF_ALL = 200
"""However many places somebody has: a code has 54 bits, so that guessing one takes longer than anybody lives."""


_WRONG = (CodeUnknown, CodeSpent, CodeExpired)


@contextmanager
def counted(database: Database, place: str, now: datetime) -> Iterator[None]:
    """Try a code in the block. It stays counted where the block says that the code was wrong, or does not come to an end.

    Raises:
        SlowDown: too many from this place, or from all places, were wrong. The block is not entered.
    """
    where = hashlib.sha256(place.encode(errors="replace")).hexdigest()
    with database.read() as tx:
        _check(tx, where, now)
    with database.write() as tx:
        attempt = _begin(tx, where, now)
    try:
        yield
    except _WRONG:
        raise
    except Refused:
        _forgive(database, attempt)
        raise
    _forgive(database, attempt)


def _check(tx: Connection, where: str, now: datetime) -> None:
    table = schema.attempts
    here, counts = func.count().filter(table.c.place == where), ~_is_over(now)
    of_place, of_all = tx.execute(select(here, func.count()).select_from(table).where(counts)).one()
    if of_place >= MOST_OF_A_PLACE or of_all >= MOST_OF_ALL:
        raise SlowDown("too many wrong codes: wait a minute", retry_after=int(WINDOW.total_seconds()))


def _is_over(now: datetime) -> ColumnElement[bool]:
    """Also what lies ahead, where the clock was set back: it must not keep anybody out for ever."""
    at = schema.attempts.c.at
    return or_(at <= now - WINDOW, at > now + WINDOW)


def _begin(tx: Connection, where: str, now: datetime) -> str:
    table = schema.attempts
    advance(tx, ATTEMPTS)
    tx.execute(delete(table).where(_is_over(now)))
    _check(tx, where, now)
    name = secrets.token_hex(16)
    tx.execute(insert(table).values(id=name, place=where, at=now))
    return name


def _forgive(database: Database, attempt: str) -> None:
    with database.write() as tx:
        tx.execute(delete(schema.attempts).where(schema.attempts.c.id == attempt))
