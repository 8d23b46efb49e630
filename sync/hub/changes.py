"""What a desk's copy of the register lacks: the cards that changed since its version, or the word to take a snapshot.

1. Every desk gets every area's cards, but only its own venues' programme.
2. Each changed row has its own number, so a page ends anywhere; the rows of one page are all that changed up to its version.
3. A desk without a list, far behind, with a list of before a new key, or ahead of the hub (which was restored from an older
   copy) is sent to the snapshot.
4. A desk that lacks nothing is told so, with the hub's time: its list is as fresh as this answer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, Select, bindparam, func, select, union_all

from sync.hub import schema, settings
from sync.hub.database import CARDS, REGISTER, standing
from sync.hub.enrolment import Desk
from sync.wire import CardRow, Manifest, Programme, RegisterChanges

DELTA_PAGE = 2000
"""Cards in one answer."""
SNAPSHOT_GAP = 20_000
"""Changes behind which a desk takes a snapshot instead of ten pages."""

_VENUES: BindParameter[Sequence[str]] = bindparam("venues", expanding=True)
_of_venue = select(schema.offers.c.id).where(schema.offers.c.venue.in_(_VENUES))
_PARTS: dict[str, Select[Any]] = {
    "areas": select(schema.areas),
    "rule_sets": select(schema.rule_sets),
    "venues": select(schema.venues).where(schema.venues.c.id.in_(_VENUES)),
    "offers": select(schema.offers).where(schema.offers.c.venue.in_(_VENUES)),
    "performances": select(schema.performances).where(schema.performances.c.offer.in_(_of_venue)),
}
_newest = union_all(
    *(select(func.max(part.subquery().c.version).label("version")) for part in _PARTS.values())
).subquery()
_NEWEST = select(func.max(_newest.c.version))
_CHANGED = (
    select(schema.cards)
    .where(schema.cards.c.version > bindparam("since"))
    .order_by(schema.cards.c.version)
    .limit(bindparam("most"))
)


def needs_snapshot(tx: Connection, since: int) -> bool:
    """Whether a desk with this version is better off with a whole list."""
    (version,) = standing(tx, (REGISTER,))
    first = max(1, settings.read(tx, settings.LIST_VERSION) or 0)
    return since < first or since > version or version - since > SNAPSHOT_GAP


def delta(tx: Connection, desk: Desk, since: int, now: datetime) -> RegisterChanges:
    """The changes after ``since``, one page of them."""
    version, count = standing(tx, (REGISTER, CARDS))
    rows = tx.execute(_CHANGED, {"since": since, "most": DELTA_PAGE + 1}).all()
    complete = len(rows) <= DELTA_PAGE
    shown = rows[:DELTA_PAGE]
    return RegisterChanges(
        version=version if complete else shown[-1].version,
        made_at=now,
        count=count,
        complete=complete,
        cards=tuple(CardRow.model_validate(card_row(row)) for row in shown),
        programme=_programme(tx, desk, since),
    )


def whole(tx: Connection, desk: Desk, manifest: Manifest, now: datetime) -> RegisterChanges:
    """The word to take a snapshot. One to which nothing was added since is as fresh as this answer."""
    (version,) = standing(tx, (REGISTER,))
    complete = manifest.version == version
    return RegisterChanges(
        version=manifest.version,
        made_at=now if complete else manifest.made_at,
        count=manifest.count,
        complete=complete,
        programme=_programme(tx, desk, 0),
        snapshot=manifest,
    )


def card_row(row: Row[Any]) -> dict[str, Any]:
    """A row of the table of cards as it travels, in Python's own values."""
    card = {
        "id": row.id,
        "token": row.token,
        "epoch": row.epoch,
        "kind": row.kind,
        "area": row.area,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "status": row.status,
        "children": row.children,
    }
    return card | {"gone": True} if row.gone else card


def _programme(tx: Connection, desk: Desk, since: int) -> Programme | None:
    """The desk's programme, whole, where any row of it changed after ``since``."""
    venues = {"venues": sorted(desk.venues)}
    if (tx.execute(_NEWEST, venues).scalar() or 0) <= since:
        return None
    rows = {
        name: tuple(json.loads(row.row) for row in tx.execute(part.order_by("id"), venues))
        for name, part in _PARTS.items()
    }
    return Programme.model_validate(rows)
