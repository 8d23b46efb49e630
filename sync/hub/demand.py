"""What desks tell of customers who asked in vain: counts by offer, date of visit and hour, and no card.

A desk's count for a slot and an hour is cumulative. The hub keeps the highest that it heard, so that an answer that is lost, a
message that comes twice and a desk's disk that was put back change nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, select, update

from sync.hub import schema
from sync.hub.database import Database
from sync.hub.intake import is_plain
from sync.wire import DEMAND_PER_PASS, DemandRow, DemandSum

_HIGHEST = 10_000

_demand, _offers = schema.demand, schema.offers
_slot = (_demand.c.offer, _demand.c.performance, _demand.c.visit)
_SUMS = (
    select(*_slot, func.sum(_demand.c.asked).label("asked"))
    .where(_demand.c.venue.in_(bindparam("venues", expanding=True)), _demand.c.visit >= bindparam("since"))
    .group_by(*_slot)
    .order_by(*_slot)
)


@dataclass(frozen=True, slots=True)
class Unmet:
    """How many asked in vain at a venue, over all its desks."""

    venue: str
    offer: str
    performance: str | None
    visit: date
    hour: datetime
    asked: int


def take(
    database: Database, tx: Connection, desk: str, venues: Collection[str], rows: Iterable[DemandRow]
) -> None:
    """Keep a desk's counts. One that makes no sense, or is not of the desk's venues, is passed over."""
    told = [row for row in rows if _is_sound(row)][:DEMAND_PER_PASS]
    names = {row.offer for row in told}
    mine = select(_offers.c.id, _offers.c.venue).where(_offers.c.id.in_(names), _offers.c.venue.in_(venues))
    of_venue = {row.id: row.venue for row in tx.execute(mine)} if told else {}
    for row in told:
        if row.offer not in of_venue:
            continue
        place = {
            "desk": desk,
            "offer": row.offer,
            "performance": row.performance or "",
            "visit": row.visit,
            "hour": row.hour,
        }
        if not database.put_new(tx, _demand, {**place, "venue": of_venue[row.offer], "asked": row.asked}):
            at = [_demand.c[name] == value for name, value in place.items()]
            tx.execute(update(_demand).where(*at, _demand.c.asked < row.asked).values(asked=row.asked))


def sums(tx: Connection, venues: Collection[str], since: date) -> tuple[DemandSum, ...]:
    """What desks of these venues told, from this date of visit on."""
    found = tx.execute(_SUMS, {"venues": list(venues), "since": since})
    return tuple(
        DemandSum(offer=row.offer, performance=row.performance or None, visit=row.visit, asked=int(row.asked))
        for row in found
    )


def listed(tx: Connection) -> tuple[Unmet, ...]:
    """All that was ever told, by venue, offer, date of visit and hour."""
    place = (_demand.c.venue, _demand.c.offer, _demand.c.performance, _demand.c.visit, _demand.c.hour)
    found = select(*place, func.sum(_demand.c.asked).label("asked")).group_by(*place).order_by(*place)
    return tuple(
        Unmet(row.venue, row.offer, row.performance or None, row.visit, row.hour, int(row.asked))
        for row in tx.execute(found)
    )


def _is_sound(row: DemandRow) -> bool:
    hour = row.hour
    is_hour = (hour.minute, hour.second, hour.microsecond) == (0, 0, 0)
    names = [row.offer, *([] if row.performance is None else [row.performance])]
    return is_hour and 0 < row.asked <= _HIGHEST and all(is_plain(name) for name in names)
