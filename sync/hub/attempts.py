"""Wrong one-time codes of the last minute, counted in the database: for every process of the hub, and over restarts.

Whoever tries a code waits for the others who do, so that ten processes at once let no eleventh guess through. A try counts from
before it is looked at, and is taken off again when the code opened. Where it came from is kept as a hash, for a minute.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, or_, select

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
    with database.write() as tx:
        attempt = _begin(tx, place, now)
    try:
        yield
    except _WRONG:
        raise
    except Refused:
        _forgive(database, attempt)
        raise
    _forgive(database, attempt)


def _begin(tx: Connection, place: str, now: datetime) -> str:
    table = schema.attempts
    advance(tx, ATTEMPTS)
    # Also what lies ahead, where the clock was set back: it must not keep anybody out for ever.
    tx.execute(delete(table).where(or_(table.c.at <= now - WINDOW, table.c.at > now + WINDOW)))
    where = hashlib.sha256(place.encode(errors="replace")).hexdigest()
    here = func.count().filter(table.c.place == where)
    of_place, of_all = tx.execute(select(here, func.count()).select_from(table)).one()
    if of_place >= MOST_OF_A_PLACE or of_all >= MOST_OF_ALL:
        raise SlowDown("too many wrong codes: wait a minute", retry_after=int(WINDOW.total_seconds()))
    name = secrets.token_hex(16)
    tx.execute(insert(table).values(id=name, place=where, at=now))
    return name


def _forgive(database: Database, attempt: str) -> None:
    with database.write() as tx:
        tx.execute(delete(schema.attempts).where(schema.attempts.c.id == attempt))
