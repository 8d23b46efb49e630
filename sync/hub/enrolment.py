"""How a desk comes in: a one-time code made at the hub, presented once together with the desk's public key.

1. A code names the desk and its venues, is good for one desk, and runs out by the hub's clock. Only its hash is kept.
2. The desk gets an id, a token of 256 random bits (kept as SHA-256) and the network's keys. If that answer is lost, the
   same key may present the same code again until it has used a token that it got for it: it gets a new one.
3. A desk that the hub knows by its key comes in again: it keeps its id, its journal and its rights, gets a new token, and serves
   the venues of the new code. Its old token is good until the new one is used. It proves that it has the key.
   Whoever shows a good code waits for the others who do: two codes at once make one desk of one key.
4. A desk that says it is this network's, of a key that nobody here knows, was let in by a hub that this one is an older copy of:
   it keeps its id. One of another network is refused, and its code stays good.
5. Wrong codes are counted (`sync.hub.attempts`).
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from sync.hub import schema
from sync.hub.codes import enrolment_hash, fresh_enrolment_code, token_hash
from sync.hub.database import ATTEMPTS, hold
from sync.hub.deskrow import desk_row
from sync.hub.lives import life_of
from sync.hub.refusals import CodeExpired, CodeSpent, CodeUnknown, OtherNetwork, Unreadable
from sync.hub.register import RegisterRefused
from sync.wire import EnrolRequest, proof_words
from validator.domain.journal import GENESIS
from validator.signing import verifies

TOKEN_BYTES = 32
_LONGEST_NAME = 200
_MOST_ENTRIES = 2**53
"""No journal is so long, and every program can count so far."""
_DESK_ID = re.compile(r"d-[0-9a-f]{16}")

_desks, _places, _left = schema.desks, schema.desk_venues, schema.former_venues
_BY_TOKEN = select(_desks).where(_desks.c.token_hash == bindparam("shown"))
_VENUES = select(_places.c.venue).where(_places.c.desk == bindparam("desk"))
_FORMER = select(_left.c.venue).where(_left.c.desk == bindparam("desk"))
_TOLD = (
    update(_desks)
    .where(_desks.c.id == bindparam("this"))
    .values(program=bindparam("runs"), told_sequence=bindparam("told"))
)


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """A code as it is handed to a desk."""

    text: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Desk:
    """An enrolled desk.

    Attributes:
        former: venues that it served before; it may still have tickets of theirs to tell of.
        revoked_at: when it was shut out.
    """

    id: str
    name: str
    public_key: bytes
    venues: frozenset[str]
    seen_at: datetime | None
    former: frozenset[str] = frozenset()
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """A desk that has just come in, with the token that only it will hold."""

    desk: Desk
    token: str = field(repr=False)


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


def admit(tx: Connection, request: EnrolRequest, hub_key: bytes, now: datetime) -> Admitted:
    """Let a desk in by its code.

    Args:
        tx: a writing transaction.
        request: the desk's.
        hub_key: this hub's public key.
        now: the hub's time.

    Raises:
        CodeUnknown, CodeSpent, CodeExpired: the code does not open.
        OtherNetwork: the desk is another network's.
        Unreadable: the public key is none, or the desk does not show that it has the other half.
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
    if request.desk and request.hub_public_key != hub_key:
        raise OtherNetwork("this desk belongs to another network")
    # Two that look for one new key at the same time would both not find it, and no row is there yet to be locked.
    hold(tx, ATTEMPTS)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    if code.desk is not None:
        desk_id = _again(tx, code, request, token)
    elif (known := _known(tx, request)) is not None:
        desk_id = _back(tx, known, code, request, token)
    else:
        desk_id = _enter(tx, code, request, token, now)
    spent = {"desk": desk_id, "token_hash": token_hash(token)}
    tx.execute(update(codes).where(codes.c.code_hash == code.code_hash).values(spent))
    return Admitted(desk_of(tx, desk_id), token)


def desk_with(tx: Connection, token: str) -> Desk | None:
    """The desk that holds this token."""
    row = tx.execute(_BY_TOKEN, {"shown": token_hash(token)}).one_or_none()
    # The index has compared already; its timing tells of hashes only, and this one does not even that.
    if row is None or not hmac.compare_digest(row.token_hash, token_hash(token)):
        return None
    return _desk(tx, row)


def desk_of(tx: Connection, desk: str) -> Desk:
    """The desk of this id, which is there."""
    return _desk(tx, desk_row(tx, desk))


def note_state(tx: Connection, desk: str, program: str, sequence: int) -> None:
    """Remember which program the desk runs, and how far it says that its journal goes."""
    told = {"runs": _printable(program), "told": min(max(0, sequence), _MOST_ENTRIES)}
    tx.execute(_TOLD, {"this": desk} | told)


def _known(tx: Connection, request: EnrolRequest) -> Row[Any] | None:
    """The desk of this key, if it was here before."""
    desks = schema.desks
    by_key = select(desks).where(desks.c.public_key == request.public_key).with_for_update()
    # An older hub could make two desks of one key, where an answer was lost and another code tried.
    rows = tx.execute(by_key.order_by(desks.c.enrolled_at.desc())).all()
    return next((row for row in rows if request.desk in {"", row.id}), None)


def _enter(tx: Connection, code: Row[Any], request: EnrolRequest, token: str, now: datetime) -> str:
    """A desk that is new to this hub; its id."""
    desk_id = f"d-{secrets.token_hex(8)}"
    if request.desk:
        _need_proof(request)
        taken = select(schema.desks.c.id).where(schema.desks.c.id == request.desk)
        if not _DESK_ID.fullmatch(request.desk) or tx.execute(taken).first() is not None:
            raise OtherNetwork("the hub does not know this desk by this key")
        desk_id = request.desk
    row = {
        "name": _name(request) or code.desk_name,
        "public_key": request.public_key,
        "token_hash": token_hash(token),
        "enrolled_at": now,
    }
    # A desk that says that it was here before may hold rights which this hub forgot.
    row |= {} if request.desk else {"life": life_of(tx)}
    head = {"head_sequence": 0, "head_hash": GENESIS, "program": _printable(request.program)}
    tx.execute(insert(schema.desks).values(id=desk_id, **row, **head))
    _serve(tx, desk_id, json.loads(code.venues))
    return desk_id


def _again(tx: Connection, code: Row[Any], request: EnrolRequest, token: str) -> str:
    """A desk whose answer was lost on the way; its id."""
    desks = schema.desks
    row = tx.execute(select(desks).where(desks.c.id == code.desk).with_for_update()).one()
    is_unused = row.next_token_hash is not None and row.next_token_hash == code.token_hash
    if not hmac.compare_digest(row.public_key, request.public_key) or not (is_unused or row.seen_at is None):
        raise CodeSpent("the code was used before")
    column = "next_token_hash" if is_unused else "token_hash"
    tx.execute(update(desks).where(desks.c.id == row.id).values({column: token_hash(token)}))
    return str(row.id)


def _back(tx: Connection, row: Row[Any], code: Row[Any], request: EnrolRequest, token: str) -> str:
    """A desk that comes in again: nothing of it is lost; its id."""
    if row.seen_at is not None:
        _need_proof(request)
    desk = str(row.id)
    desks, places, left = schema.desks, schema.desk_venues, schema.former_venues
    before = set(tx.execute(select(places.c.venue).where(places.c.desk == desk)).scalars())
    now = set(json.loads(code.venues))
    known = set(tx.execute(select(left.c.venue).where(left.c.desk == desk)).scalars())
    if gone := sorted(before - now - known):
        tx.execute(insert(left), [{"desk": desk, "venue": venue} for venue in gone])
    tx.execute(delete(places).where(places.c.desk == desk, places.c.venue.not_in(now)))
    _serve(tx, desk, now - before)
    changed: dict[str, Any] = {"next_token_hash": token_hash(token), "sealed_token": None}
    if name := _name(request) or code.desk_name:
        changed["name"] = name
    tx.execute(update(desks).where(desks.c.id == desk).values(changed))
    return desk


def _serve(tx: Connection, desk: str, venues: Iterable[str]) -> None:
    rows = [{"desk": desk, "venue": venue} for venue in sorted(venues)]
    if rows:
        tx.execute(insert(schema.desk_venues), rows)


def _need_proof(request: EnrolRequest) -> None:
    """See that the desk has the private key, and did not only hear of the public one."""
    if not verifies(request.public_key, request.proof, proof_words(request)):
        raise Unreadable("the desk does not show that the key is its own")


def _desk(tx: Connection, row: Row[Any]) -> Desk:
    venues = frozenset(tx.execute(_VENUES, {"desk": row.id}).scalars())
    former = frozenset(tx.execute(_FORMER, {"desk": row.id}).scalars())
    return Desk(row.id, row.name, row.public_key, venues, row.seen_at, former - venues, row.revoked_at)


def _name(request: EnrolRequest) -> str:
    return _printable(request.desk_name).strip()[:_LONGEST_NAME]


def _printable(text: str) -> str:
    return "".join(filter(str.isprintable, text))
