"""A hub that was put back to an older copy of itself: how it finds out, and what it does until it has heard everybody.

1. A hub's *life* is a random name, begun when it is made, and anew whenever it finds that it is an older copy. It finds out by its
   own signature: a desk shows the latest head that the hub countersigned, and it goes further than what the hub holds. Or the
   operator says so, which is better, because then nobody comes first (`kaikuportti-hub put-back`). What a desk shows of a life that
   has ended was lost before the present one began, which began for that: however many find it out at once, they begin one life.
2. The feed is counted by life. A number of another life means nothing: that desk is told everything again.
3. In a new life no rights are granted at a venue until each of its desks has reported: in that life, with all its events told and
   all its leases named. A desk that will not come back is written off or shut out.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable

from sqlalchemy import BindParameter, Connection, bindparam, select, update

from sync.hub import schema, settings
from sync.hub.database import Database
from sync.hub.deskrow import desk_row
from sync.wire import Head, head_words
from validator.signing import verifies

_MOST_ENDED = 200
"""Lives that are remembered. What is shown of an older one begins a new life without need, and does no harm."""

_log = logging.getLogger(__name__)

_desks, _served = schema.desks, schema.desk_venues
_LIFE: BindParameter[str] = bindparam("present_life")
_REPORTED = update(_desks).where(_desks.c.id == bindparam("this"), _desks.c.life != _LIFE).values(life=_LIFE)
_AWAITED = (
    select(_served.c.venue)
    .join(_desks, _desks.c.id == _served.c.desk)
    .where(
        _served.c.venue.in_(bindparam("venues", expanding=True)),
        _desks.c.life != _LIFE,
        _desks.c.revoked_at.is_(None),
    )
)


def life_of(tx: Connection) -> str:
    """The hub's present life; "" in a database that was made before there were lives."""
    return settings.read(tx, settings.LIFE) or ""


def begin_life(database: Database, tx: Connection) -> str:
    """Begin a new life; what it is."""
    ended = _hold(tx)
    if ended:
        known = [*(settings.read(tx, settings.ENDED_LIVES) or []), ended]
        settings.write(database, tx, settings.ENDED_LIVES, known[-_MOST_ENDED:])
    life = secrets.token_hex(8)
    settings.write(database, tx, settings.LIFE, life)
    return life


def leave_life(database: Database, tx: Connection, seen: str, shown: str) -> str:
    """Begin a new life because of what a desk showed, unless it has begun for that already; the present one.

    ``seen`` is the hub's life as this transaction found it, ``shown`` the one that the desk's message is of.
    """
    life = _hold(tx)
    if life != seen or shown in (settings.read(tx, settings.ENDED_LIVES) or []):
        return life
    return begin_life(database, tx)


def _hold(tx: Connection) -> str:
    """The present life, which nobody else ends until the transaction does."""
    table = schema.settings
    row = select(table.c.value).where(table.c.name == settings.LIFE).with_for_update()
    text = tx.execute(row).scalar_one_or_none()
    return str(json.loads(text)) if text else ""


def shows_older_copy(tx: Connection, desk: str, shown: Head, public_key: bytes) -> bool:
    """Whether a head that a desk shows is the hub's own word on an entry that it does not hold any more. Once for each head."""
    if not shown.sequence:
        return False
    row = desk_row(tx, desk)
    if shown.sequence <= max(row.head_sequence, row.shown_sequence):
        return False
    if not verifies(public_key, shown.signature, head_words(shown, desk)):
        return False
    tx.execute(update(_desks).where(_desks.c.id == desk).values(shown_sequence=shown.sequence))
    _log.info("desk %s holds the hub's word on entries that the hub does not have: it is an older copy", desk)
    return True


def note_report(tx: Connection, desk: str, life: str) -> None:
    """A desk has told all its events and named all its leases in this life, or need not any more."""
    tx.execute(_REPORTED, {"this": desk, "present_life": life})


def awaited(tx: Connection, venues: Iterable[str]) -> frozenset[str]:
    """The venues of which some desk has still to report in this life."""
    asked = {"venues": list(set(venues)), "present_life": life_of(tx)}
    return frozenset(tx.execute(_AWAITED, asked).scalars())
