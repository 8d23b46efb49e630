"""What the hub remarks on tickets that were given: for the managers' list, after the fact. The customer keeps the ticket.

S01: the card was used for the same event before, as often as the offer lets it be, and no manager had lifted that.
S02: the card was closed or replaced before the giving.
S03: tickets are over a quota in force here, counted with what every desk has reported.
S04: the card is in no list, by id or by token.

They say what a desk that was cut off could not know, so they look at what the hub holds now, not at what the desk held.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, or_, select, tuple_

from sync.hub import schema
from sync.rows import from_rows
from validator.domain.card import CardStatus
from validator.domain.journal import CardRef, CardRole
from validator.domain.network import Offer, Period
from validator.domain.quota import QuotaScope
from validator.domain.redemption import Redemption, Reservation
from validator.domain.verdict import Reason

_LIFTED = {Reason.ALREADY.value, Reason.CARD_LIMIT.value, Reason.COURSE_LIMIT.value}

_LAST_EPOCH = 2**31 - 1
"""What the column holds."""


@dataclass(frozen=True, slots=True)
class Double:
    """A card that was used more often than its offer lets it be: the entries of the earlier uses, by desk and sequence."""

    card: str
    earlier: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Remarks:
    """S codes, how many of the tickets are over a quota, and which cards were used before."""

    codes: tuple[str, ...] = ()
    over: int = 0
    doubles: tuple[Double, ...] = ()


def card_keys(tx: Connection, refs: Sequence[CardRef]) -> tuple[str, ...]:
    """What the hub books cards by: their id also where the desk knew only the token."""
    rows = _rows(tx, refs)
    return tuple(row.id if row is not None else ref.key for ref, row in zip(refs, rows, strict=True))


def remarks_on(
    tx: Connection,
    refs: Sequence[CardRef],
    uses: Sequence[Redemption],
    venue: str,
    lifted: Iterable[object],
    *,
    reservation: Reservation | None = None,
) -> Remarks:
    """The remarks on a giving or a reservation that was just booked in this transaction."""
    taken = uses[0] if reservation is None else reservation
    at = uses[0].given_at if reservation is None else reservation.made_at
    codes, cards = set(), _rows(tx, refs)
    is_lifted = bool(_LIFTED.intersection(each for each in lifted if isinstance(each, str)))
    doubles = () if is_lifted else _used_before(tx, refs, uses)
    if doubles:
        codes.add(Reason.DUPLICATE.value)
    if any(card is not None and card.status != CardStatus.ACTIVE and card.ended_at <= at for card in cards):
        codes.add(Reason.CARD_CLOSED.value)
    if any(card is None for card in cards):
        codes.add(Reason.UNKNOWN_CARD.value)
    over = max(0, min(_over(tx, venue, taken), taken.quota_use))
    if over:
        codes.add(Reason.OVER_QUOTA.value)
    return Remarks(tuple(sorted(codes)), over, doubles)


def standing() -> ColumnElement[bool]:
    """That a redemption is not voided."""
    table, voids = schema.redemptions, schema.voids
    voided = select(voids.c.giving).where(voids.c.giving == table.c.giving, voids.c.venue == table.c.venue)
    return ~voided.exists()


def held() -> ColumnElement[bool]:
    """That a reservation was neither collected nor released."""
    table, ends = schema.reservations, schema.reservation_ends
    ended = select(ends.c.reservation).where(ends.c.reservation == table.c.id, ends.c.venue == table.c.venue)
    return ~ended.exists()


_quotas = schema.quotas
_IN_FORCE = select(_quotas.c.scope, _quotas.c.value).where(
    # A visit without a performance has none of that name: nothing equals null.
    or_(
        *(
            (_quotas.c.scope == scope.value) & (_quotas.c.target == bindparam(scope.value))
            for scope in QuotaScope
        )
    ),
    _quotas.c.visit == bindparam("visit"),
    _quotas.c.value.is_not(None),
)
_USED = {
    scope.value: [
        select(func.coalesce(func.sum(table.c.quota_use), 0)).where(
            table.c.venue == bindparam("venue"),
            table.c.visit == bindparam("visit"),
            stands,
            *([] if scope is QuotaScope.VENUE else [table.c[scope.value] == bindparam(scope.value)]),
        )
        for table, stands in ((schema.redemptions, standing()), (schema.reservations, held()))
    ]
    for scope in QuotaScope
}
"""By scope, what counts against a quota: of a visit that is at all its places."""


def _rows(tx: Connection, refs: Sequence[CardRef]) -> list[Row[Any] | None]:
    table = schema.cards
    tokens = {ref.key: (ref.epoch, bytes.fromhex(ref.token)) for ref in refs if not ref.id and _is_token(ref)}
    wanted = or_(
        table.c.id.in_([ref.id for ref in refs if ref.id]),
        tuple_(table.c.epoch, table.c.token).in_(list(tokens.values())),
    )
    columns = (table.c.id, table.c.epoch, table.c.token, table.c.status, table.c.ended_at)
    rows = list(tx.execute(select(*columns).where(wanted)))
    old = schema.old_tokens
    if missing := set(tokens.values()) - {(row.epoch, bytes(row.token)) for row in rows}:
        by_old = (old.c.epoch, old.c.token, table.c.status, table.c.ended_at)
        known = select(table.c.id, *by_old).join(old, old.c.card == table.c.id)
        rows += tx.execute(known.where(tuple_(old.c.epoch, old.c.token).in_(list(missing))))
    by_key: dict[object, Any] = {}
    for row in rows:
        by_key[row.id] = by_key[row.epoch, row.token] = row
    return [by_key.get(ref.id or tokens.get(ref.key, "")) for ref in refs]


def _used_before(tx: Connection, refs: Sequence[CardRef], uses: Sequence[Redemption]) -> tuple[Double, ...]:
    if not uses:
        return ()
    table, first = schema.redemptions, uses[0]
    same = (
        table.c.performance == first.performance
        if first.performance is not None
        else and_(table.c.offer == first.offer, table.c.performance.is_(None), table.c.visit == first.visit)
    )
    before = select(table.c.card, table.c.desk, table.c.sequence).where(
        table.c.card.in_([use.card for use in uses]),
        same,
        table.c.giving != first.giving,
        # Children who come later are a giving of their own: only who enters with the card itself counts.
        table.c.adults + table.c.representatives > 0,
        standing(),
    )
    earlier: dict[str, list[tuple[str, int]]] = {}
    for row in tx.execute(before.order_by(table.c.desk, table.c.sequence)):
        earlier.setdefault(row.card, []).append((row.desk, row.sequence))
    allowed = _allowed(tx, first)
    return tuple(
        Double(use.card, tuple(earlier.get(use.card, ())))
        for ref, use in zip(refs, uses, strict=True)
        for most in [1 if ref.role is CardRole.COMMUNITY else allowed]
        if use.tickets.adults + use.tickets.representatives
        and most is not None
        and len(earlier.get(use.card, ())) >= most
    )


def _allowed(tx: Connection, use: Redemption) -> int | None:
    """How often a card may be used for one event; None where the offer sets no such limit. An unknown offer: once."""
    table = schema.offers
    row = tx.execute(select(table.c.row).where(table.c.id == use.offer)).scalar_one_or_none()
    offers, _ = from_rows(Offer, [] if row is None else [json.loads(row)])
    if not offers:
        return 1
    periods = {Period.PERFORMANCE} | ({Period.DAY} if use.performance is None else set())
    return min((limit.count for limit in offers[0].limits if limit.period in periods), default=None)


def _over(tx: Connection, venue: str, taken: Redemption | Reservation) -> int:
    """By how many tickets the fullest quota of this date of visit is exceeded."""
    at = {
        "venue": venue,
        "offer": taken.offer,
        "performance": taken.performance,
        "visit": taken.visit,
    }
    quotas = tx.execute(_IN_FORCE, at).all()
    used = (sum(tx.execute(each, at).scalar_one() for each in _USED[scope]) for scope, _ in quotas)
    return max((count - value for count, (_, value) in zip(used, quotas, strict=True)), default=0)


def _is_token(ref: CardRef) -> bool:
    try:
        return 0 <= ref.epoch <= _LAST_EPOCH and bool(bytes.fromhex(ref.token))
    except ValueError:
        return False
