"""What a desk is told of the others, of the coming days: rights that they may still turn into tickets, and who has its numbers.

1. What is out of any desk and epoch counts, but for the asking desk's own present epoch: that it knows better than the hub. So
   given and lent, as the desk adds them up, are what `kaikuportti-hub rights` holds against the number.
2. It is read in the transaction that reads the feed's page: a ticket that the page tells is not out any more.
3. A few questions a pass, over the coming days of the desk's own venues, however many desks and slots there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, or_, select

from sync.hub import schema
from sync.hub.rights import out
from sync.wire import LentRow, ReachRow
from validator.domain.quota import COMING_DAYS

_feed, _quotas, _desks, _places = schema.feed, schema.quotas, schema.desks, schema.desk_venues

NUMBERS = select(_quotas, _feed.c.cursor).join(
    _feed, (_feed.c.desk == _quotas.c.desk) & (_feed.c.sequence == _quotas.c.sequence)
)
"""Numbers, each with the place of its last change in the feed."""
_CURSORS = (
    select(_places.c.venue, _desks.c.id, _desks.c.feed_cursor)
    .join(_desks, _places.c.desk == _desks.c.id)
    .where(_places.c.venue.in_(bindparam("venues", expanding=True)), _desks.c.revoked_at.is_(None))
)


class HeardBy:
    """How far the desks of some venues have heard; those that were shut out count for nothing."""

    def __init__(self, tx: Connection, venues: Collection[str], hears: tuple[str, int] = ("", 0)) -> None:
        """Read it.

        Args:
            tx: reads.
            venues: whose desks.
            hears: a desk, and how far it will have heard once it has this answer.
        """
        self._cursors = defaultdict[str, list[int]](list)
        for row in tx.execute(_CURSORS, {"venues": list(venues)}):
            is_told = row.id == hears[0]
            self._cursors[row.venue].append(max(row.feed_cursor, hears[1] * is_told))

    def of(self, number: Any) -> tuple[int, int]:  # noqa: ANN401  a row of `NUMBERS`
        """How many of the venue's desks have a number, and how many there are."""
        cursors = self._cursors[number.venue]
        return sum(heard >= number.cursor for heard in cursors), len(cursors)


def lent(tx: Connection, desk: str, days: Mapping[str, date]) -> tuple[LentRow, ...]:
    """The rights that are out and not in this desk's hands, by slot.

    Args:
        tx: reads.
        desk: who is told.
        days: the running date of visit at each of its venues.
    """
    if not days:
        return ()
    table, desks = schema.leases, schema.desks
    present = select(desks.c.epoch).where(desks.c.id == desk).scalar_subquery()
    slot = (table.c.venue, table.c.offer, table.c.performance, table.c.visit)
    total = func.sum(out()).label("out")
    own = (table.c.desk == desk) & (table.c.epoch == present)
    wanted = select(*slot, total).where(_coming(table, days), ~own).group_by(*slot).having(total > 0)
    return tuple(
        LentRow(
            venue=row.venue,
            offer=row.offer,
            performance=row.performance or None,
            visit=row.visit,
            out=int(row.out),
        )
        for row in tx.execute(wanted.order_by(table.c.visit, *slot[:3]))
    )


def reach(tx: Connection, desk: str, cursor: int, days: Mapping[str, date]) -> tuple[ReachRow, ...]:
    """The numbers that not all desks of their venue have heard of.

    Args:
        tx: reads.
        desk: who is told.
        cursor: how far it has heard with this answer.
        days: the running date of visit at each of its venues.
    """
    if not days:
        return ()
    key = (_quotas.c.visit, _quotas.c.scope, _quotas.c.target)
    numbers = tx.execute(NUMBERS.where(_coming(_quotas, days)).order_by(*key)).all()
    heard_by = HeardBy(tx, {row.venue for row in numbers}, (desk, cursor))
    rows = ((row, *heard_by.of(row)) for row in numbers)
    return tuple(
        ReachRow(scope=row.scope, target=row.target, visit=row.visit, heard=heard, desks=desks)
        for row, heard, desks in rows
        if heard < desks
    )


def _coming(table: Any, days: Mapping[str, date]) -> ColumnElement[bool]:  # noqa: ANN401  any table with these columns
    last = timedelta(days=COMING_DAYS - 1)
    return or_(
        *(and_(table.c.venue == venue, table.c.visit.between(day, day + last)) for venue, day in days.items())
    )
