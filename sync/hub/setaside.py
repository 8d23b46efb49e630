"""What desks sent that their keys did not sign: how much of it is kept, and letting it go. Its commands are in `sync.hub.desks`.

1. Only the item itself goes. That it came, when, why it was not accepted and its case stay for good, and it still counts as shown
   (`sync.hub.strays`): no entry behind it is ever held up.
2. By itself the hub lets go what is a year old and what nobody waits for any more: a manager has settled its case, or the event has
   come as it is after all. What nobody has looked at stays until somebody says otherwise: it may have been a ticket.
3. What a desk's key signed is never let go.
4. No item is shown. It may name a card.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select, update

from sync.hub import caseschema, schema, strays
from validator.domain.cases import CaseKind

_strays = schema.strays
_ITEM = (
    *(_strays.c[name] for name in ("desk", "digest", "received_at", "placed")),
    func.length(_strays.c.item).label("size"),
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Held:
    """What the hub holds of one desk beside its journal.

    Attributes:
        desk: its id; ``name`` is what people call it.
        unsigned: items that its key did not sign, ``bytes`` their size, ``since`` when the first of them came.
        open: those of them whose case nobody has settled.
        room: how many more would be kept.
        let_go: items that were there once.
        signed: what its key signed all the same: entries of a journal that went two ways, and what the hub cannot read.
    """

    desk: str
    name: str
    unsigned: int
    bytes: int
    since: datetime | None
    open: int
    room: int
    let_go: int
    signed: int


@dataclass(frozen=True, slots=True)
class _Item:
    desk: str
    digest: str
    received_at: datetime
    size: int
    is_open: bool
    counts: bool


def held(tx: Connection) -> Iterator[Held]:
    """What is there of each desk that has anything."""
    items = list(_items(tx))
    wanted = select(schema.desks.c.id, schema.desks.c.name).order_by(
        schema.desks.c.enrolled_at, schema.desks.c.id
    )
    signed, gone = _counted(tx, _strays.c.signed != ""), _counted(tx, _strays.c.emptied_at.is_not(None))
    for row in tx.execute(wanted).all():
        mine = [item for item in items if item.desk == row.id]
        waiting = [item for item in mine if item.counts]
        is_full = sum(item.size for item in waiting) >= strays.MOST_BYTES
        if mine or row.id in signed or row.id in gone:
            yield Held(
                desk=row.id,
                name=row.name,
                unsigned=len(mine),
                bytes=sum(item.size for item in mine),
                since=min((item.received_at for item in mine), default=None),
                open=sum(item.is_open for item in mine),
                room=0 if is_full else max(0, strays.MOST - len(waiting)),
                let_go=gone.get(row.id, 0),
                signed=signed.get(row.id, 0),
            )


def let_go(tx: Connection, now: datetime, desk: str, *, unsettled: bool) -> int:
    """Let a desk's items go, at the operator's word; how many.

    Args:
        tx: a writing transaction.
        now: the hub's time.
        desk: whose.
        unsettled: also those whose case nobody has settled.
    """
    return _empty(
        tx, now, (item for item in _items(tx, _strays.c.desk == desk) if unsettled or not item.is_open)
    )


def let_old_go(tx: Connection, now: datetime) -> int:
    """Let go what is old and settled; how many."""
    oldest = now - strays.LIFE
    count = _empty(tx, now, (item for item in _items(tx, _strays.c.received_at < oldest) if not item.is_open))
    if count:
        _log.info(
            "%d items that no desk's key signed were let go: they are old, and their cases settled", count
        )
    return count


def _items(tx: Connection, *which: ColumnElement[bool]) -> Iterator[_Item]:
    """What no key signed and was not let go, oldest first."""
    cases, sides, settlings = caseschema.cases, caseschema.case_sides, caseschema.case_settlings
    settled = (
        select(settlings.c.case)
        .where(settlings.c.case == cases.c.id, settlings.c.venue == cases.c.venue, settlings.c.seen > 0)
        .exists()
    )
    # The event that has come as it is has taken the item's place in its case: then the item has none.
    of_items = (sides.c.desk == _strays.c.desk) & (sides.c.hash == _strays.c.digest) & (sides.c.sequence == 0)
    of_refused = (cases.c.id == sides.c.case) & (cases.c.kind == CaseKind.REFUSED.value)
    wanted = (
        select(*_ITEM, cases.c.id.label("case"), cases.c.ended_at, settled.label("settled"))
        .outerjoin(sides, of_items)
        .outerjoin(cases, of_refused)
        .where(_strays.c.signed == "", _strays.c.emptied_at.is_(None), *which)
        .order_by(_strays.c.received_at, _strays.c.desk, _strays.c.digest)
    )
    for row in tx.execute(wanted):
        is_done = row.placed if row.case is None else row.ended_at is not None or row.settled
        yield _Item(row.desk, row.digest, row.received_at, row.size, not is_done, not row.placed)


def _counted(tx: Connection, which: ColumnElement[bool]) -> dict[str, int]:
    wanted = select(_strays.c.desk, func.count().label("many")).where(which).group_by(_strays.c.desk)
    return {row.desk: row.many for row in tx.execute(wanted)}


def _empty(tx: Connection, now: datetime, items: Iterator[_Item]) -> int:
    count = 0
    for item in list(items):
        mine = (_strays.c.desk == item.desk, _strays.c.digest == item.digest)
        tx.execute(update(_strays).where(*mine).values(item=b"", emptied_at=now))
        count += 1
    return count
