"""What the desks of a venue hear of each other: what was given, undone and booked, numbers and settlings, by cursor.

1. Only what was accepted, only of the desk's own venues, in the order in which the hub committed it.
2. A desk's own events are left out: it has them. Its own quota changes come back to it nevertheless, because the last one in the
   hub's order holds, whoever made it, at every desk. So does all that it did where its disk was put back and it has them no more.
3. Dates of visit that no limit can count any more are left out, so that a new desk need not be told of years ago.
4. Cards travel as in the event, but by their id where the register knows the token by now.
5. The trace of a desk's decision stays out: it is for who looks into a case, not for every desk's bookings.
6. What no answer could hold is never let in (`is_tellable`): an item that cannot be written, or read, would cut every other desk
   of the venue off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, or_, select

from sync.hub import schema
from sync.hub.database import FEED, standing
from sync.hub.enrolment import Desk
from sync.hub.notes import card_keys
from sync.wire import FeedItem, SyncAnswer
from validator.domain.journal import EventKind, Header, card_part, parse, read_cards

FEED_PAGE = 500
_LONGEST_WEEK = timedelta(days=7)
"""A week may have begun in the year before."""

_feed, _events = schema.feed, schema.events
_ALL = (
    select(_feed.c.cursor, _events)
    .join(_events, (_events.c.desk == _feed.c.desk) & (_events.c.sequence == _feed.c.sequence))
    .where(
        _feed.c.venue.in_(bindparam("venues", expanding=True)),
        _feed.c.cursor > bindparam("since"),
        _feed.c.cursor <= bindparam("newest"),
        or_(_feed.c.visit.is_(None), _feed.c.visit >= bindparam("oldest")),
    )
    .order_by(_feed.c.cursor)
    .limit(bindparam("most"))
)
_OTHERS = _ALL.where(or_(_feed.c.desk != bindparam("desk"), _events.c.kind == EventKind.QUOTA.value))


@dataclass(frozen=True, slots=True)
class Page:
    """Items, the cursor after them, and whether more wait behind it."""

    items: tuple[FeedItem, ...]
    cursor: int
    more: bool


def page(tx: Connection, desk: Desk, since: int, today: date, *, own: bool = False) -> Page:
    """What the desk has not heard yet, one page of it.

    Args:
        tx: of one state of the hub.
        desk: who hears.
        since: a cursor of the hub's present life.
        today: the running date of visit.
        own: tell also what the desk did itself.
    """
    (newest,) = standing(tx, (FEED,))
    if since > newest:
        since = 0
    wanted = {
        "venues": list(desk.venues),
        "since": since,
        "newest": newest,
        "oldest": oldest_visit(today),
        "most": FEED_PAGE + 1,
    }
    rows = tx.execute(_ALL if own else _OTHERS, wanted if own else wanted | {"desk": desk.id}).all()
    more = len(rows) > FEED_PAGE
    shown: Sequence[Row[Any]] = rows[:FEED_PAGE]
    cursor = shown[-1].cursor if more else newest
    return Page(tuple(_item(tx, row) for row in shown), cursor, more)


def is_tellable(header: Header) -> bool:
    """Whether an answer with this event in it can be written and read: lone surrogates and deep nesting cannot."""
    try:
        answer = SyncAnswer(hub_time=header.at, feed=(_told(header, b"", 0),))
        SyncAnswer.model_validate_json(answer.model_dump_json())
    except ValueError:
        return False
    return True


def oldest_visit(today: date) -> date:
    """The first day of the longest period that a limit counts by: the calendar year, and the week that it began in."""
    return today.replace(month=1, day=1) - _LONGEST_WEEK


def _item(tx: Connection, row: Row[Any]) -> FeedItem:
    return _told(parse(row.header), _cards(tx, row.cards), row.cursor)


def _told(header: Header, cards: bytes, cursor: int) -> FeedItem:
    return FeedItem(
        cursor=cursor,
        event=header.id,
        desk=header.desk,
        kind=header.kind,
        at=header.at,
        cards=cards,
        body={name: value for name, value in header.body.items() if name != "trace"},
    )


def _cards(tx: Connection, part: bytes) -> bytes:
    refs = read_cards(part)
    if all(ref.id for ref in refs):
        return part
    keys = card_keys(tx, refs)
    named = (ref if key == ref.key else replace(ref, id=key) for ref, key in zip(refs, keys, strict=True))
    return card_part(named)
