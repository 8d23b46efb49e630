"""Cases as they are told: to an operator, and to the desks of the venue, which follow them by number.

1. A desk is told the cases of its venues, whole, each time that they have grown; to hear one twice is to hear it once. The numbers
   become visible in their own order (`sync.hub.database`), and count in one life of the hub.
2. One that was settled, or ended, before the running calendar year is told no more.
3. No card is in it. What a desk says of its own decision is cut to what such a decision is made of, so that nobody's event can make
   an answer that no desk could read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, Row, bindparam, or_, select

from sync.casewire import CaseRow, CaseSideRow
from sync.hub import caseschema, schema
from sync.hub.database import CASES, standing
from sync.hub.enrolment import Desk
from sync.hub.feed import oldest_visit
from sync.hub.strays import FORKED
from sync.wire import SignedEvent
from validator.domain.cases import Settling
from validator.domain.journal import parse
from validator.domain.network import HELSINKI

CASE_PAGE = 20
"""Cases in one answer."""
SIDES_TOLD = 10
"""Of a case with more sides the newest are told."""
OWN_TOLD = 1_000
"""A desk's own events of one case that are named to it."""
MOST_DECIDED = 8 * 1024
"""Bytes of a decision; a longer one is told without its trace."""

_cases, _sides, _settlings = caseschema.cases, caseschema.case_sides, caseschema.case_settlings
_settled = select(_settlings.c.case).where(_settlings.c.case == _cases.c.id).exists()
_NEWS = (
    select(_cases)
    .where(
        _cases.c.venue.in_(bindparam("venues", expanding=True)),
        _cases.c.version > bindparam("since"),
        _cases.c.version <= bindparam("newest"),
        or_(_cases.c.opened_at >= bindparam("this_year"), _cases.c.ended_at.is_(None) & ~_settled),
    )
    .order_by(_cases.c.version)
    .limit(bindparam("most"))
)

_DECIDED = (
    "code",
    "entered_at",
    "notes",
    "tickets",
    "provisional",
    "overridden",
    "override_reason",
    "list_version",
    "trace",
)
"""What of a body is the desk's decision."""
_DEEPEST = 5
_LONGEST = 200
_MOST = 60
_LARGEST = 2**53


@dataclass(frozen=True, slots=True)
class Listed:
    """A case as an operator reads it; ``sides`` and ``settled`` are JSON's own values, and name no card."""

    id: str
    kind: str
    venue: str
    offer: str
    performance: str | None
    visit: date | None
    opened_at: datetime
    sides: tuple[dict[str, Any], ...]
    is_settled: bool
    settled: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class CasePage:
    """Cases, the cursor after them, and whether more wait behind it."""

    rows: tuple[CaseRow, ...] = ()
    cursor: int | None = None
    more: bool = False


def listed(tx: Connection, venue: str = "") -> Iterator[Listed]:
    """The cases, oldest first; of one venue where it is named."""
    wanted = select(_cases).order_by(_cases.c.opened_at, _cases.c.id)
    for row in tx.execute(wanted.where(_cases.c.venue == venue) if venue else wanted).all():
        sides, said = tuple(_all_sides(tx, row.id, None)), _said(tx, row)
        settlings = [Settling(row.id, each["outcome"], each["author"], each["seen"]) for each in said]
        yield Listed(
            row.id,
            row.kind,
            row.venue,
            row.offer,
            row.performance,
            row.visit,
            row.opened_at,
            sides,
            row.ended_at is not None or any(each.seen >= len(sides) for each in settlings),
            said,
        )


def page(tx: Connection, desk: Desk, since: int | None, today: date) -> CasePage:
    """What a desk has not heard yet, one page of it; nothing to a desk that knows no cases.

    Args:
        tx: of one state of the hub.
        desk: who hears.
        since: a number of the hub's present life, or None.
        today: the running date of visit.
    """
    if since is None:
        return CasePage()
    (newest,) = standing(tx, (CASES,))
    if since > newest:
        since = 0
    wanted = {
        "venues": list(desk.venues),
        "since": since,
        "newest": newest,
        "this_year": datetime.combine(oldest_visit(today), time(0), HELSINKI),
        "most": CASE_PAGE + 1,
    }
    rows = tx.execute(_NEWS, wanted).all()
    more = len(rows) > CASE_PAGE
    shown: Sequence[Row[Any]] = rows[:CASE_PAGE]
    return CasePage(
        tuple(_told(tx, row, desk.id) for row in shown), shown[-1].version if more else newest, more
    )


def _told(tx: Connection, row: Row[Any], desk: str) -> CaseRow:
    sides = _all_sides(tx, row.id, SIDES_TOLD)
    own = [side["event"] for side in sides if side["desk"] == desk and side["event"]]
    return CaseRow(
        id=row.id,
        kind=row.kind,
        venue=row.venue,
        offer=row.offer,
        performance=row.performance,
        visit=row.visit,
        opened_at=row.opened_at,
        count=len(sides),
        sides=tuple(CaseSideRow.model_validate(side) for side in sides[-SIDES_TOLD:]),
        own=tuple(own[-OWN_TOLD:]),
        ended=row.ended_at is not None,
    )


def _said(tx: Connection, case: Row[Any]) -> tuple[dict[str, Any], ...]:
    """What managers of its own venue said of a case, the first one first."""
    mine = (_settlings.c.case == case.id, _settlings.c.venue == case.venue)
    order = (_settlings.c.at, _settlings.c.desk, _settlings.c.sequence)
    return tuple(
        {
            "desk": row.desk,
            "outcome": row.outcome,
            "author": row.author,
            "seen": row.seen,
            "at": row.at.isoformat(),
        }
        for row in tx.execute(select(_settlings).where(*mine).order_by(*order))
    )


def _all_sides(tx: Connection, case: str, newest: int | None) -> list[dict[str, Any]]:
    """The sides of a case, the newest last; with the decisions of all, or of that many of the newest."""
    sides = sorted(
        _each_side(tx, case), key=lambda side: (side["received_at"], side["desk"], side["sequence"])
    )
    for side in sides[-(newest or len(sides)) :]:
        side["decided"] = decision(side.get("header", b""))
    return [{name: value for name, value in side.items() if name != "header"} for side in sides]


def _each_side(tx: Connection, case: str) -> Iterator[dict[str, Any]]:
    events, strays, desks = schema.events, schema.strays, schema.desks
    placed = (
        select(_sides.c.over, desks.c.name, events)
        .join(events, (events.c.desk == _sides.c.desk) & (events.c.sequence == _sides.c.sequence))
        .join(desks, desks.c.id == _sides.c.desk)
        .where(_sides.c.case == case, _sides.c.sequence > 0)
    )
    for row in tx.execute(placed):
        yield _one(row, row.event, row.sequence) | {
            "kind": row.kind,
            "occurred_at": None if row.occurred_at is None else row.occurred_at.isoformat(),
            "rules": row.rules,
            "header": row.header,
            "status": row.status,
            "remarks": json.loads(row.notes),
            "over": row.over,
        }
    loose = (
        select(strays, desks.c.name)
        .join(_sides, (_sides.c.desk == strays.c.desk) & (_sides.c.hash == strays.c.digest))
        .join(desks, desks.c.id == _sides.c.desk)
        .where(_sides.c.case == case, _sides.c.sequence == 0)
    )
    for row in tx.execute(loose):
        yield _one(row, "", 0) | (_aside(row.item) if row.sort == FORKED else {}) | {"status": row.sort}


def _aside(item: bytes) -> dict[str, Any]:
    """What an entry says that its desk signed and that stands in no journal here: its other trace, for who looks into the case."""
    try:
        signed = SignedEvent.model_validate_json(item)
        header = parse(signed.header)
        occurred_at = header.at.astimezone(UTC)
    except (ValueError, OverflowError):
        return {}
    return {
        "event": _short(header.id),
        "kind": _short(header.kind),
        "occurred_at": occurred_at.isoformat(),
        "rules": _short(header.rules),
        "header": signed.header,
    }


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST and text.isprintable() else ""


def decision(header: bytes) -> dict[str, Any]:
    """The desk's own decision as its signed header says it, cut to what can be told; what it does not say is left out."""
    try:
        body = parse(header).body
    except ValueError:
        return {}
    found = {name: _plain(body[name]) for name in _DECIDED if name in body}
    if len(json.dumps(found)) > MOST_DECIDED:
        found.pop("trace", None)
    return found if len(json.dumps(found)) <= MOST_DECIDED else {}


def _plain(value: Any, deep: int = 0) -> Any:  # noqa: ANN401  JSON
    """A value cut to what a decision is made of: short texts, sound numbers, short lists, nothing deep. The rest is null."""
    match value:
        case bool() | None:
            return value
        case int():
            return value if abs(value) < _LARGEST else None
        case str():
            return value if len(value) <= _LONGEST and value.isprintable() else None
        case list() | tuple() if deep < _DEEPEST:
            return [_plain(each, deep + 1) for each in value[:_MOST]]
        case Mapping() if deep < _DEEPEST:
            return {
                name: _plain(each, deep + 1) for name, each in list(value.items())[:_MOST] if _plain(name)
            }
    return None


def _one(row: Row[Any], event: str, sequence: int) -> dict[str, Any]:
    return {
        "desk": row.desk,
        "name": row.name,
        "event": event,
        "sequence": sequence,
        "received_at": row.received_at.isoformat(),
        "reason": row.reason,
    }
