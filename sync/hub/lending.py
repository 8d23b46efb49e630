"""The office's view of rights: which desk holds what, how far a number has reached, and writing off what will not come back.

A desk that is lost, stolen or broken holds rights that nobody can use. Writing them off gives them to the other desks. If that desk
gives them all the same, that many tickets are over the number: the command says how many, and does it only when told so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, update

from sync.hub import schema
from sync.hub.elsewhere import NUMBERS, HeardBy
from sync.hub.hub import Hub
from sync.hub.lives import life_of, note_report
from sync.hub.pools import Funds
from sync.hub.rights import days_of, lock_venues, new_epoch, out
from validator.domain.quota import QuotaMode
from validator.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Lent:
    """A desk's rights for one slot in one epoch.

    Attributes:
        is_over: its epoch is over: nobody can use or return what is out.
        over: spent or returned beyond what was granted.
    """

    desk: str
    desk_name: str
    venue: str
    offer: str
    performance: str | None
    visit: date
    epoch: int
    is_over: bool
    granted: int
    spent: int
    returned: int
    out: int
    over: int
    keep: int


@dataclass(frozen=True, slots=True)
class Strict:
    """A strict number, and how far it has reached.

    Attributes:
        given: tickets and bookings.
        out: rights at the desks.
        free: what may still be granted.
        over: by how much what was given and is out goes beyond the number, e.g. after it was lowered.
        heard: desks that have the number; of ``desks``.
    """

    venue: str
    scope: str
    target: str
    visit: date
    value: int
    sold_out: bool
    given: int
    out: int
    free: int
    over: int
    heard: int
    desks: int


def lent(hub: Hub, day: date | None = None) -> tuple[Lent, ...]:
    """What every desk was granted, of dates of visit that are not over, or of one."""
    leases, desks = schema.leases, schema.desks
    with hub.database.read() as tx:
        wanted = (
            select(leases, out().label("out"), desks.c.name, desks.c.epoch.label("present"))
            .join(desks, desks.c.id == leases.c.desk)
            .where(*_of_days(hub, tx, leases, day))
            .order_by(leases.c.visit, desks.c.name, *leases.primary_key)
        )
        return tuple(
            Lent(
                row.desk,
                row.name,
                row.venue,
                row.offer,
                row.performance or None,
                row.visit,
                row.epoch,
                row.epoch != row.present,
                row.granted,
                row.spent,
                row.returned,
                row.out,
                max(0, row.spent + row.returned - row.granted),
                row.keep,
            )
            for row in tx.execute(wanted)
        )


def strict_numbers(hub: Hub, day: date | None = None) -> tuple[Strict, ...]:
    """The strict numbers of dates of visit that are not over, or of one."""
    quotas = schema.quotas
    is_strict = and_(quotas.c.mode == QuotaMode.STRICT.value, quotas.c.value.is_not(None))
    with hub.database.read() as tx:
        wanted = NUMBERS.where(is_strict, *_of_days(hub, tx, quotas, day))
        rows = tx.execute(
            wanted.order_by(quotas.c.visit, quotas.c.venue, quotas.c.scope, quotas.c.target)
        ).all()
        funds = Funds(tx, hub.clock.now(), "", {}, {(row.venue, row.visit) for row in rows})
        heard_by = HeardBy(tx, {row.venue for row in rows})
        told = []
        for row in rows:
            fund = funds.by_key(row.scope, row.target, row.visit)
            heard, desks = heard_by.of(row)
            lent_out = fund.pool.held + fund.lost
            told.append(
                Strict(
                    row.venue,
                    row.scope,
                    row.target,
                    row.visit,
                    row.value,
                    row.sold_out,
                    fund.given,
                    lent_out,
                    fund.pool.free,
                    max(0, fund.given + lent_out - row.value),
                    heard,
                    desks,
                )
            )
        return tuple(told)


def possible_oversell(hub: Hub, desk: str, day: date | None = None) -> tuple[Lent, ...]:
    """What writing a desk off would free: as many tickets may be given twice.

    Raises:
        ConfigError: there is no such desk.
    """
    with hub.database.read() as tx:
        _need_desk(tx, desk)
    return tuple(row for row in lent(hub, day) if row.desk == desk and row.out)


def is_awaited(hub: Hub, desk: str) -> bool:
    """Whether this hub was put back to an older copy and has not heard the desk since."""
    desks = schema.desks
    with hub.database.read() as tx:
        life = tx.execute(select(desks.c.life).where(desks.c.id == desk)).scalar_one_or_none()
        return life is not None and life != life_of(tx)


def write_off(hub: Hub, desk: str, day: date | None = None) -> int:
    """Count what a desk holds as returned, and begin a new epoch of its leases; how many rights it was.

    Raises:
        ConfigError: there is no such desk.
    """
    leases, places = schema.leases, schema.desk_venues
    with hub.database.write() as tx:
        _need_desk(tx, desk)
        venues = set(tx.execute(select(places.c.venue).where(places.c.desk == desk)).scalars())
        venues |= set(tx.execute(select(leases.c.venue).where(leases.c.desk == desk)).scalars())
        lock_venues(tx, venues)
        mine = (leases.c.desk == desk, *_of_days(hub, tx, leases, day))
        count = tx.execute(select(func.coalesce(func.sum(out()), 0)).where(*mine)).scalar_one()
        tx.execute(update(leases).where(*mine).values(returned=leases.c.returned + out(), keep=0))
        new_epoch(tx, desk)
        note_report(tx, desk, life_of(tx))
    return int(count)


def as_json(rows: Sequence[Lent | Strict]) -> list[dict[str, Any]]:
    """The rows as JSON."""
    return [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(row).items()}
        for row in rows
    ]


def _of_days(hub: Hub, tx: Connection, table: Any, day: date | None) -> list[ColumnElement[bool]]:  # noqa: ANN401
    if day is not None:
        return [table.c.visit == day]
    venues = list(tx.execute(select(schema.venues.c.id)).scalars())
    days = days_of(tx, venues, hub.clock.now())
    return [table.c.visit >= min(days.values(), default=hub.clock.now().date())]


def _need_desk(tx: Connection, desk: str) -> None:
    if tx.execute(select(schema.desks.c.id).where(schema.desks.c.id == desk)).first() is None:
        raise ConfigError("there is no such desk: `kaikuportti-hub rights` lists those that hold some")
