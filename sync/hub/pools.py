"""The strict quotas of some venues and dates as pools: what was given, what is out, and who has a claim on the rest.

1. Given are standing redemptions and held bookings, as in `sync.hub.notes`. Tickets that another desk undid still count until
   their own desk has heard of it, or undid them too: it may undo them once more, and the same right would come back twice.
2. Rights of an epoch that is over count like tickets: nobody will give them back.
3. A claim is a desk's lease for a slot. A desk that was seen lately and has none yet has one on every slot that is asked for, so
   that who asks first does not get all.
4. A pass asks the database a handful of questions, however many slots it names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, func, or_, select

from sync.hub import schema
from sync.hub.notes import held, standing
from sync.hub.rights import out, slot_of
from validator.domain.quota import QuotaMode, QuotaScope
from validator.domain.redemption import Booking
from validator.domain.rights import Slot
from validator.domain.sharing import Claim, Pool

_ACTIVE = timedelta(days=7)
_LATELY = timedelta(days=14)

Key = tuple[str, str, date]
"""A quota's scope, target and date of visit."""


def _in_doubt(table: Table, undone: Table, thing: str, name: str) -> ColumnElement[bool]:
    """That tickets were undone by another desk than gave them, and the desk that gave them has not heard of it yet."""
    feed, desks = schema.feed, schema.desks
    heard = select(feed.c.cursor).where(
        feed.c.desk == undone.c.desk,
        feed.c.sequence == undone.c.sequence,
        desks.c.id == table.c.desk,
        feed.c.cursor <= desks.c.feed_cursor,
    )
    by_another = select(undone.c.desk).where(
        undone.c[name] == table.c[thing],
        undone.c.venue == table.c.venue,
        undone.c.desk != table.c.desk,
        ~heard.correlate(table, undone).exists(),
    )
    return by_another.correlate(table).exists()


def _is_collected() -> ColumnElement[bool]:
    booked, ends = schema.reservations, schema.reservation_ends
    collected = select(ends.c.state).where(
        ends.c.reservation == booked.c.id,
        ends.c.venue == booked.c.venue,
        ends.c.state == Booking.COLLECTED.value,
    )
    return collected.correlate(booked).exists()


def _of(table: Any) -> tuple[ColumnElement[bool], ...]:  # noqa: ANN401  any table with these columns
    return (
        table.c.venue.in_(bindparam("venues", expanding=True)),
        table.c.visit.in_(bindparam("visits", expanding=True)),
    )


def _tickets(table: Table, counts: ColumnElement[bool]) -> Select[Any]:
    slot = [table.c[name] for name in ("venue", "offer", "performance", "visit")]
    total = func.sum(table.c.quota_use).label("total")
    return select(*slot, total).where(*_of(table), counts).group_by(*slot)


_given, _booked, _leases = schema.redemptions, schema.reservations, schema.leases
_desks, _places = schema.desks, schema.desk_venues

_QUOTAS = select(schema.quotas).where(*_of(schema.quotas))
_COUNTED = (
    _tickets(_given, or_(standing(), _in_doubt(_given, schema.voids, "giving", "giving"))),
    # A booking that another desk collected is that desk's tickets, and counts as those.
    _tickets(
        _booked,
        or_(
            held(),
            and_(_in_doubt(_booked, schema.reservation_ends, "id", "reservation"), ~_is_collected()),
        ),
    ),
)
_STAKES = (
    select(_leases, out().label("out"), _desks.c.epoch.label("present"))
    .join(_desks, _desks.c.id == _leases.c.desk)
    .where(*_of(_leases))
)
_DEMAND = (
    select(_given.c.desk, _given.c.offer, func.sum(_given.c.quota_use).label("total"))
    .where(
        _given.c.venue.in_(bindparam("venues", expanding=True)),
        # Tickets are given for today or later: this is only what the index knows.
        _given.c.visit >= bindparam("since_visit"),
        _given.c.given_at >= bindparam("since"),
        standing(),
    )
    .group_by(_given.c.desk, _given.c.offer)
)
_SEEN = (
    select(_places.c.venue, _desks.c.id, _desks.c.epoch)
    .join(_desks, _desks.c.id == _places.c.desk)
    .where(
        _places.c.venue.in_(bindparam("venues", expanding=True)),
        _desks.c.revoked_at.is_(None),
        or_(_desks.c.seen_at >= bindparam("since"), _desks.c.id == bindparam("asking")),
    )
    .order_by(_desks.c.id)
)


@dataclass
class Stake:
    """A desk's lease for a slot as the hub has it, or will have it once something is granted."""

    desk: str
    venue: str
    slot: Slot
    epoch: int
    demand: int
    granted: int = 0
    out: int = 0
    keep: int = 0

    @property
    def claim(self) -> Claim:
        """As the policy sees it."""
        return Claim(self.desk, self.out, self.demand)


@dataclass
class Fund:
    """One quota, and where it is strict the stakes in it; ``lost`` are rights of epochs that are over."""

    venue: str
    value: int | None
    is_strict: bool
    is_closed: bool
    given: int = 0
    lost: int = 0
    stakes: dict[tuple[str, Slot], Stake] = field(default_factory=dict)
    _pool: Pool | None = None

    @property
    def pool(self) -> Pool:
        """As the policy sees it, now."""
        if self._pool is None:
            claims = tuple(stake.claim for stake in self.stakes.values())
            self._pool = Pool(self.value or 0, self.given + self.lost, claims)
        return self._pool

    def changed(self) -> None:
        """Say that a stake moved."""
        self._pool = None


class Funds:
    """All quotas of some venues and dates, in the writing transaction that holds the venues' locks."""

    def __init__(
        self,
        tx: Connection,
        now: datetime,
        asking: str,
        wanted: Mapping[Slot, str],
        also: Collection[tuple[str, date]] = (),
    ) -> None:
        self._tx, self._now, self._asking = tx, now, asking
        self._venues = {*wanted.values(), *(venue for venue, _ in also)}
        visits = {*(slot.visit for slot in wanted), *(visit for _, visit in also)}
        self._place = {"venues": list(self._venues), "visits": list(visits)}
        self._funds = {
            (row.scope, row.target, row.visit): Fund(
                row.venue,
                row.value,
                row.mode == QuotaMode.STRICT and row.value is not None,
                row.sold_out or row.value == 0,
            )
            for row in tx.execute(_QUOTAS, self._place)
        }
        if any(fund.is_strict for fund in self._funds.values()):
            self._count_given()
            self._count_stakes(wanted)

    def of(self, venue: str, slot: Slot) -> list[Fund]:
        """The quotas that apply to a slot."""
        return [fund for key in _keys(venue, slot) if (fund := self._funds.get(key)) is not None]

    def strict(self, venue: str, slot: Slot) -> list[Fund]:
        """Those of them that rights come out of."""
        return [fund for fund in self.of(venue, slot) if fund.is_strict]

    def by_key(self, scope: str, target: str, visit: date) -> Fund:
        """The quota of this name."""
        return self._funds[scope, target, visit]

    def at(self, places: Collection[tuple[str, date]]) -> list[Fund]:
        """The strict quotas of some venues and dates."""
        return [
            fund
            for (_, _, visit), fund in self._funds.items()
            if fund.is_strict and (fund.venue, visit) in places
        ]

    def _count_given(self) -> None:
        for tickets in _COUNTED:
            for row in self._tx.execute(tickets, self._place):
                for fund in self.strict(row.venue, slot_of(row)):
                    fund.given += int(row.total)

    def _count_stakes(self, wanted: Mapping[Slot, str]) -> None:
        demand = self._demand()
        for row in self._tx.execute(_STAKES, self._place):
            if row.epoch != row.present:
                for fund in self.strict(row.venue, slot_of(row)):
                    fund.lost += row.out
                continue
            slot = slot_of(row)
            wants = demand[row.desk, slot.offer]
            self._stake(Stake(row.desk, row.venue, slot, row.epoch, wants, row.granted, row.out, row.keep))
        active = self._active()
        for slot, venue in wanted.items():
            for desk, epoch in active[venue]:
                self._stake(Stake(desk, venue, slot, epoch, demand[desk, slot.offer]))

    def _stake(self, stake: Stake) -> None:
        for fund in self.strict(stake.venue, stake.slot):
            fund.stakes.setdefault((stake.desk, stake.slot), stake)

    def _demand(self) -> Counter[tuple[str, str]]:
        since = self._now - _LATELY
        lately = {
            "venues": list(self._venues),
            "since": since,
            "since_visit": since.date() - timedelta(days=1),
        }
        rows = self._tx.execute(_DEMAND, lately)
        return Counter({(row.desk, row.offer): int(row.total) for row in rows})

    def _active(self) -> dict[str, list[tuple[str, int]]]:
        seen = {"venues": list(self._venues), "since": self._now - _ACTIVE, "asking": self._asking}
        by_venue = defaultdict(list)
        for row in self._tx.execute(_SEEN, seen):
            by_venue[row.venue].append((row.id, row.epoch))
        return by_venue


def _keys(venue: str, slot: Slot) -> list[Key]:
    keys = [
        (QuotaScope.VENUE.value, venue, slot.visit),
        (QuotaScope.OFFER.value, slot.offer, slot.visit),
    ]
    if slot.performance is not None:
        keys.append((QuotaScope.PERFORMANCE.value, slot.performance, slot.visit))
    return keys
