"""How a desk comes in: a one-time code made at the hub, presented once together with the desk's public key.

1. A code names the desk and its venues, is good for one desk, and runs out by the hub's clock. Only its hash is kept.
2. The desk gets an id, a token of 256 random bits (kept as SHA-256) and the network's keys. If that answer is lost, the
   same key may present the same code again until the desk has synced for the first time: it gets a new token for the same
   desk.
3. Wrong codes are counted for each place they come from: after ten within a minute the hub asks to slow down.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Row, insert, select, update

from sync.hub import schema
from sync.hub.codes import enrolment_hash, fresh_enrolment_code, token_hash
from sync.hub.refusals import CodeExpired, CodeSpent, CodeUnknown, SlowDown, Unreadable
from sync.hub.register import RegisterRefused
from sync.wire import EnrolRequest
from validator.clock import Clock
from validator.domain.journal import GENESIS

_TOKEN_BYTES = 32
_ATTEMPTS = 10
_ATTEMPTS_SECONDS = 60.0
_PLACES = 1000
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """A code as it is handed to a desk."""

    text: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Desk:
    """An enrolled desk."""

    id: str
    name: str
    public_key: bytes
    venues: frozenset[str]
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Admitted:
    """A desk that has just come in, with the token that only it will hold."""

    desk: Desk
    token: str = field(repr=False)


class Attempts:
    """Wrong codes of the last minute, by the place they came from. Safe between threads; forgotten at a restart."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._lock = clock, Lock()
        self._wrong: dict[str, deque[float]] = {}

    def check(self, place: str) -> None:
        """Let an attempt through.

        Raises:
            SlowDown: too many from this place were wrong.
        """
        with self._lock:
            wrong = self._wrong.get(place, deque())
            while wrong and self._clock.monotonic() - wrong[0] > _ATTEMPTS_SECONDS:
                wrong.popleft()
            if len(wrong) >= _ATTEMPTS:
                raise SlowDown("too many wrong codes: wait a minute")

    def count(self, place: str) -> None:
        """Remember a wrong code."""
        with self._lock:
            if place not in self._wrong and len(self._wrong) >= _PLACES:
                self._wrong.pop(next(iter(self._wrong)))
            self._wrong.setdefault(place, deque(maxlen=_ATTEMPTS)).append(self._clock.monotonic())


def make_code(tx: Connection, desk_name: str, venues: Sequence[str], expires_at: datetime) -> OneTimeCode:
    """A fresh one-time code for a desk of these venues.

    Raises:
        RegisterRefused: no venue is named, or one is not there.
    """
    table = schema.venues
    plain = [venue for venue in venues if venue.isprintable()]
    known = set(tx.execute(select(table.c.id).where(table.c.id.in_(plain))).scalars())
    if not venues or set(venues) - known:
        raise RegisterRefused("a desk needs venues of the register", missing=sorted(set(venues) - known))
    text = fresh_enrolment_code()
    row = {
        "desk_name": _printable(desk_name)[:_LONGEST_NAME],
        "venues": json.dumps(sorted(known)),
        "expires_at": expires_at,
        "desk": None,
    }
    tx.execute(insert(schema.enrolment_codes).values(code_hash=enrolment_hash(text), **row))
    return OneTimeCode(text, expires_at)


def admit(tx: Connection, request: EnrolRequest, now: datetime) -> Admitted:
    """Let a desk in by its code.

    Raises:
        CodeUnknown, CodeSpent, CodeExpired: the code does not open.
        Unreadable: the public key is none.
    """
    try:
        Ed25519PublicKey.from_public_bytes(request.public_key)
    except ValueError as error:
        raise Unreadable("the public key is no Ed25519 key") from error
    codes = schema.enrolment_codes
    wanted = select(codes).where(codes.c.code_hash == enrolment_hash(request.code)).with_for_update()
    code = tx.execute(wanted).one_or_none()
    if code is None:
        raise CodeUnknown("there is no such code")
    if code.expires_at <= now:
        raise CodeExpired("the code's time is over")
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    if code.desk is not None:
        return Admitted(_again(tx, code.desk, request, token), token)
    return Admitted(_enter(tx, code, request, token, now), token)


def desk_with(tx: Connection, token: str) -> Desk | None:
    """The desk that holds this token."""
    desks = schema.desks
    row = tx.execute(select(desks).where(desks.c.token_hash == token_hash(token))).one_or_none()
    # The index has compared already; its timing tells of hashes only, and this one does not even that.
    if row is None or not hmac.compare_digest(row.token_hash, token_hash(token)):
        return None
    return _desk(tx, row)


def note_program(tx: Connection, desk: str, program: str) -> None:
    """Remember which program the desk runs."""
    desks = schema.desks
    tx.execute(update(desks).where(desks.c.id == desk).values(program=_printable(program)))


def _enter(tx: Connection, code: Row[Any], request: EnrolRequest, token: str, now: datetime) -> Desk:
    desk = Desk(
        f"d-{secrets.token_hex(8)}",
        _printable(request.desk_name).strip()[:_LONGEST_NAME] or code.desk_name,
        request.public_key,
        frozenset(json.loads(code.venues)),
        None,
    )
    row = {
        "name": desk.name,
        "public_key": desk.public_key,
        "token_hash": token_hash(token),
        "enrolled_at": now,
    }
    head = {"head_sequence": 0, "head_hash": GENESIS, "program": _printable(request.program)}
    tx.execute(insert(schema.desks).values(id=desk.id, **row, **head))
    tx.execute(
        insert(schema.desk_venues), [{"desk": desk.id, "venue": venue} for venue in sorted(desk.venues)]
    )
    codes = schema.enrolment_codes
    tx.execute(update(codes).where(codes.c.code_hash == code.code_hash).values(desk=desk.id))
    return desk


def _again(tx: Connection, desk_id: str, request: EnrolRequest, token: str) -> Desk:
    desks = schema.desks
    row = tx.execute(select(desks).where(desks.c.id == desk_id)).one()
    if row.seen_at is not None or not hmac.compare_digest(row.public_key, request.public_key):
        raise CodeSpent("the code was used before")
    tx.execute(update(desks).where(desks.c.id == desk_id).values(token_hash=token_hash(token)))
    return _desk(tx, row)


def _desk(tx: Connection, row: Row[Any]) -> Desk:
    places = schema.desk_venues
    venues = tx.execute(select(places.c.venue).where(places.c.desk == row.id)).scalars()
    return Desk(row.id, row.name, row.public_key, frozenset(venues), row.seen_at)


def _printable(text: str) -> str:
    return "".join(filter(str.isprintable, text))
