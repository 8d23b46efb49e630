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

from sqlalchemy import ColumnElement, Connection, Table, bindparam, func, select

from sync.hub import schema
from sync.hub.rights import out
from sync.wire import LentRow, ReachRow
from validator.domain.quota import COMING_DAYS

_LAST = timedelta(days=COMING_DAYS - 1)

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


def _coming(table: Table) -> tuple[ColumnElement[bool], ...]:
    """Rows of these venues from the first to the last coming day of any of them."""
    return (
        table.c.venue.in_(bindparam("venues", expanding=True)),
        table.c.visit.between(bindparam("first"), bindparam("last")),
    )


_leases = schema.leases
_place = (_leases.c.venue, _leases.c.offer, _leases.c.performance, _leases.c.visit)
_own_epoch = select(_desks.c.epoch).where(_desks.c.id == bindparam("desk")).scalar_subquery()
_out = func.sum(out()).label("out")
_LENT = (
    select(*_place, _out)
    .where(*_coming(_leases), ~((_leases.c.desk == bindparam("desk")) & (_leases.c.epoch == _own_epoch)))
    .group_by(*_place)
    .having(_out > 0)
    .order_by(_leases.c.visit, *_place[:3])
)
_REACH = NUMBERS.where(*_coming(_quotas)).order_by(_quotas.c.visit, _quotas.c.scope, _quotas.c.target)


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
    rows = tx.execute(_LENT, _window(days) | {"desk": desk})
    return tuple(
        LentRow(
            venue=row.venue,
            offer=row.offer,
            performance=row.performance or None,
            visit=row.visit,
            out=int(row.out),
        )
        for row in rows
        if _is_coming(row, days)
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
    numbers = [row for row in tx.execute(_REACH, _window(days)) if _is_coming(row, days)]
    heard_by = HeardBy(tx, {row.venue for row in numbers}, (desk, cursor))
    rows = ((row, *heard_by.of(row)) for row in numbers)
    return tuple(
        ReachRow(scope=row.scope, target=row.target, visit=row.visit, heard=heard, desks=desks)
        for row, heard, desks in rows
        if heard < desks
    )


def _window(days: Mapping[str, date]) -> dict[str, object]:
    return {"venues": list(days), "first": min(days.values()), "last": max(days.values()) + _LAST}


def _is_coming(row: Any, days: Mapping[str, date]) -> bool:  # noqa: ANN401  a row with a venue and a date of visit
    """At one venue the day may have ended, and at another not yet."""
    day: date = days[row.venue]
    return bool(day <= row.visit <= day + _LAST)
