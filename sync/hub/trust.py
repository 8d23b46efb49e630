"""Whether a desk is still trusted: shutting it out, letting it in again, giving it a new token; and the office's list of desks.

1. A desk that was shut out gets no list, no programme, no rights and no news. Its token still lets it tell its journal: what was
   given was given.
2. A new token waits until it is shown for the first time; until then the old one is good, and each answer carries the same new
   one, so that a lost answer, or two windows on one desk, lock nobody out.
3. Coming in again by a one-time code, after it was shut out, ends that: when the desk shows the token that it got for the code.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from sync.hub import schema
from sync.hub.codes import token_hash
from sync.hub.deskrow import desk_row
from sync.hub.enrolment import TOKEN_BYTES
from sync.hub.events import ACCEPTED, REVOKED
from sync.hub.vault import Vault
from validator.errors import ConfigError


class State(StrEnum):
    """How the office's list names a desk's standing."""

    NEW = "new"
    ACTIVE = "active"
    RENEWING = "renewing"
    FORKED = "forked"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Listed:
    """A desk in the office's list.

    Attributes:
        waiting: entries of its journal that it has, as it said last, and the hub has not.
        late: events that came after it was shut out, and were booked.
    """

    id: str
    name: str
    venues: tuple[str, ...]
    program: str
    enrolled_at: datetime
    seen_at: datetime | None
    waiting: int
    state: State
    revoked_at: datetime | None
    late: int


def listed(tx: Connection) -> tuple[Listed, ...]:
    """Every desk that ever came in, by name."""
    desks, places, events = schema.desks, schema.desk_venues, schema.events
    venues: dict[str, list[str]] = {}
    for row in tx.execute(select(places).order_by(places.c.venue)):
        venues.setdefault(row.desk, []).append(row.venue)
    came_late = (events.c.status == ACCEPTED, events.c.reason == REVOKED)
    counted = select(events.c.desk, func.count().label("late")).where(*came_late).group_by(events.c.desk)
    late = {row.desk: row.late for row in tx.execute(counted)}
    return tuple(
        Listed(
            id=row.id,
            name=row.name,
            venues=tuple(venues.get(row.id, ())),
            program=row.program,
            enrolled_at=row.enrolled_at,
            seen_at=row.seen_at,
            waiting=max(0, row.told_sequence - row.head_sequence),
            state=_state(row),
            revoked_at=row.revoked_at,
            late=late.get(row.id, 0),
        )
        for row in tx.execute(select(desks).order_by(desks.c.name, desks.c.id))
    )


def as_json(desk: Listed) -> dict[str, Any]:
    """A desk of the list as JSON."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(desk).items()
    }


def need_desk(tx: Connection, desk: str) -> None:
    """Nothing, where there is such a desk.

    Raises:
        ConfigError: there is none.
    """
    _row(tx, desk)


def revoke(tx: Connection, desk: str, now: datetime) -> bool:
    """Shut a desk out; False where it was already.

    Raises:
        ConfigError: there is no such desk.
    """
    if _row(tx, desk).revoked_at is not None:
        return False
    codes = schema.enrolment_codes
    _set(tx, desk, revoked_at=now)
    # A token that it got for a code before this is no way back.
    tx.execute(update(codes).where(codes.c.desk == desk).values(token_hash=None))
    return True


def restore(tx: Connection, desk: str) -> bool:
    """Take a shutting out back; False where there was none.

    Raises:
        ConfigError: there is no such desk.
    """
    if _row(tx, desk).revoked_at is None:
        return False
    _set(tx, desk, revoked_at=None)
    return True


def roll(tx: Connection, vault: Vault, desk: str) -> bool:
    """Have a desk's token replaced with its next answer; False where a new one is on its way already.

    Raises:
        ConfigError: there is no such desk, or it was shut out.
    """
    row = _row(tx, desk)
    if row.revoked_at is not None:
        raise ConfigError("this desk was shut out: it gets no new token")
    if row.next_token_hash is not None:
        return False
    token = secrets.token_urlsafe(TOKEN_BYTES)
    sealed = vault.seal(token.encode(), _sealed_name(desk))
    _set(tx, desk, next_token_hash=token_hash(token), sealed_token=sealed)
    return True


def new_token(tx: Connection, vault: Vault, desk: str) -> str:
    """The token that a desk's answer has to carry, or ""."""
    sealed = desk_row(tx, desk).sealed_token
    return "" if sealed is None else vault.open(sealed, _sealed_name(desk)).decode()


def waits_for(tx: Connection, token: str) -> bool:
    """Whether this is a token that takes over when it is first shown."""
    desks = schema.desks
    waiting = select(desks.c.id).where(desks.c.next_token_hash == token_hash(token))
    return tx.execute(waiting).first() is not None


def take_over(tx: Connection, token: str) -> None:
    """Let a token that waited take over: the one before is void."""
    desks, codes, shown = schema.desks, schema.enrolment_codes, token_hash(token)
    wanted = select(desks.c.id).where(desks.c.next_token_hash == shown).with_for_update()
    desk = tx.execute(wanted).scalar_one_or_none()
    if desk is None:
        return  # another request with it was quicker
    by_code = select(codes.c.code_hash).where(codes.c.desk == desk, codes.c.token_hash == shown)
    news: dict[str, Any] = {} if tx.execute(by_code).first() is None else {"revoked_at": None}
    _set(tx, desk, token_hash=shown, next_token_hash=None, sealed_token=None, **news)


def _state(row: Row[Any]) -> State:
    if row.revoked_at is not None:
        return State.REVOKED
    if row.seen_at is None:
        return State.NEW
    if row.forked_at is not None:
        return State.FORKED
    return State.ACTIVE if row.next_token_hash is None else State.RENEWING


def _row(tx: Connection, desk: str) -> Row[Any]:
    desks = schema.desks
    # What is no plain text is no id of ours, and not every database takes it.
    known = (
        tx.execute(select(desks).where(desks.c.id == desk).with_for_update()) if desk.isprintable() else None
    )
    row = None if known is None else known.one_or_none()
    if row is None:
        raise ConfigError("there is no such desk: `kaikuportti-hub desks` lists them")
    return row


def _set(tx: Connection, desk: str, **values: object) -> None:
    tx.execute(update(schema.desks).where(schema.desks.c.id == desk).values(values))


def _sealed_name(desk: str) -> str:
    return f"desk-token-{desk}"
