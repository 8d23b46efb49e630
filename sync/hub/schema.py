"""The hub's tables: one description for SQLite and PostgreSQL.

1. What the desks sent is kept for good: an event stands as its exact signed bytes, and what it does stands in rows beside it,
   booked in the same transaction.
2. Nothing is undone by deleting. A void, a collected or a released reservation is a row of its own, so that the order in which
   two desks' events arrive changes nothing.
3. Areas, rule sets, venues, offers and performances are kept whole, as JSON rows, with only the columns that are asked by.
4. Every row that a desk copies carries a number from a counter that moves in the row's own transaction (`database.Database`).
5. Card codes, keys and tokens are here only sealed or hashed.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from sync.hub import caseschema
from sync.hub.instant import Instant

VERSION = 11

metadata = caseschema.metadata
"""The tables of cases are in it already."""

schema_version = Table("schema_version", metadata, Column("version", Integer, nullable=False))

settings = Table(
    "settings", metadata, Column("name", String(64), primary_key=True), Column("value", Text, nullable=False)
)

secrets = Table(
    "secrets",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", BigInteger, nullable=False),
)


def _dated(name: str, *columns: Column[Any]) -> Table:
    return Table(
        name,
        metadata,
        Column("id", String(200), primary_key=True),
        *columns,
        Column("version", BigInteger, nullable=False),
        Column("row", Text, nullable=False),
    )


areas = _dated("areas")
rule_sets = _dated("rule_sets")
venues = _dated("venues", Column("area", ForeignKey("areas.id")))
offers = _dated("offers", Column("venue", ForeignKey("venues.id"), nullable=False, index=True))
performances = _dated("performances", Column("offer", ForeignKey("offers.id"), nullable=False, index=True))

cards = Table(
    "cards",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("token", LargeBinary, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("area", ForeignKey("areas.id"), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date, nullable=False),
    Column("status", String(16), nullable=False),
    Column("children", Integer),
    Column("ended_at", Instant),
    Column("replaced_by", String(32)),
    Column("sealed_code", LargeBinary, nullable=False),
    Column("gone", Boolean, nullable=False),
    Column("version", BigInteger, nullable=False, unique=True),
    UniqueConstraint("epoch", "token"),
)
"""``ended_at`` is the instant of closing or replacing; ``gone`` cards have left the desks' lists."""

old_tokens = Table(
    "old_tokens",
    metadata,
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("token", LargeBinary, primary_key=True),
    Column("card", ForeignKey("cards.id"), nullable=False),
)
"""Tokens that cards had under earlier keys: a desk that was cut off may still tell of them."""

snapshots = Table(
    "snapshots",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("content_digest", String(64), nullable=False),
    Column("cards", BigInteger, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("sealed_key", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

desks = Table(
    "desks",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("program", Text, nullable=False),
    Column("enrolled_at", Instant, nullable=False),
    Column("seen_at", Instant),
    Column("head_sequence", BigInteger, nullable=False),
    Column("head_hash", String(64), nullable=False),
    Column("epoch", Integer, nullable=False, default=1, server_default="1"),
    Column("forked_at", BigInteger),
    Column("feed_cursor", BigInteger, nullable=False, default=0, server_default="0"),
    Column("told_sequence", BigInteger, nullable=False, default=0, server_default="0"),
    Column("revoked_at", Instant),
    Column("next_token_hash", LargeBinary),
    Column("sealed_token", LargeBinary),
    Column("life", String(32), nullable=False, default="", server_default=""),
    Column("shown_sequence", BigInteger, nullable=False, default=0, server_default="0"),
)
"""``epoch`` is that of the desk's leases, ``forked_at`` the head at which a fork made the hub begin a new one. ``feed_cursor`` is
how far the desk said that it had heard, with all its events up to then told, ``told_sequence`` its last entry as it said. The
token of ``next_token_hash`` takes over when it is first shown; ``sealed_token`` is it, where the next answer has to carry it.
``life`` is the hub's in which the desk last reported, ``shown_sequence`` the head by which it showed that the hub was an older copy
(`sync.hub.lives`)."""

desk_venues = Table(
    "desk_venues",
    metadata,
    Column("desk", ForeignKey("desks.id"), primary_key=True),
    Column("venue", ForeignKey("venues.id"), primary_key=True),
)

former_venues = Table(
    "former_venues",
    metadata,
    Column("desk", ForeignKey("desks.id"), primary_key=True),
    Column("venue", ForeignKey("venues.id"), primary_key=True),
)
"""What a desk served before it was enrolled again for others: it may still have tickets to tell of."""

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("desk_name", Text, nullable=False),
    Column("venues", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("desk", ForeignKey("desks.id")),
    Column("token_hash", LargeBinary),
)
"""``desk`` is set once the code is spent, and ``token_hash`` is that of the token that was given for it."""

attempts = Table(
    "attempts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("place", String(64), nullable=False),
    Column("at", Instant, nullable=False),
)
"""One-time codes that were tried in the last minute and did not open; ``place`` is a hash of where they came from."""

paces = Table(
    "paces",
    metadata,
    Column("desk", ForeignKey("desks.id"), primary_key=True),
    Column("saved", Float, nullable=False),
    Column("at", Instant, nullable=False),
)
"""How many requests each desk had saved up at an instant (`sync.hub.pace`)."""

events = Table(
    "events",
    metadata,
    Column("desk", ForeignKey("desks.id"), primary_key=True),
    Column("sequence", BigInteger, primary_key=True),
    Column("hash", String(64), nullable=False),
    Column("event", String(200), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("venue", String(200), nullable=False),
    Column("rules", String(64), nullable=False),
    Column("decided", String(16), nullable=False),
    Column("occurred_at", Instant),
    Column("received_at", Instant, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("cards", LargeBinary, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("status", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("over", Integer, nullable=False),
    Index("events_by_id", "desk", "event"),
)
"""``decided`` is the desk's own code (A01 …); ``status``, ``reason`` and ``notes`` are the hub's word. A ``missing`` entry has
no header: its place in the chain is held open until its bytes come."""

strays = Table(
    "strays",
    metadata,
    Column("desk", ForeignKey("desks.id"), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("sort", String(16), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("item", LargeBinary, nullable=False),
    Column("placed", Boolean, nullable=False),
    Column("signed", String(64), nullable=False, default="", server_default=""),
    Column("emptied_at", Instant),
)
"""What a desk sent that has no place in its chain: unreadable items, and forks by the hash of their header. ``signed`` is the
header's hash where the desk's key signed it, ``emptied_at`` when the item itself was let go (`sync.hub.setaside`)."""

feed = Table(
    "feed",
    metadata,
    Column("cursor", BigInteger, primary_key=True, autoincrement=False),
    Column("venue", String(200), nullable=False),
    Column("visit", Date),
    Column("desk", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Index("feed_by_venue", "venue", "cursor"),
    Index("feed_by_entry", "desk", "sequence"),
)


def _tickets() -> list[Column[Any]]:
    names = ("adults", "children", "assistants", "representatives", "quota_use")
    return [Column(name, Integer, nullable=False) for name in names]


redemptions = Table(
    "redemptions",
    metadata,
    Column("giving", String(200), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("venue", String(200), nullable=False),
    Column("card", String(200), nullable=False),
    Column("offer", String(200), nullable=False),
    Column("performance", String(200)),
    Column("visit", Date, nullable=False),
    Column("kind", String(32), nullable=False),
    *_tickets(),
    Column("given_at", Instant, nullable=False),
    Column("desk", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Index("redemptions_by_card", "card", "visit"),
    Index("redemptions_by_visit", "venue", "visit"),
)

voids = Table(
    "voids",
    metadata,
    Column("giving", String(200), primary_key=True),
    Column("venue", String(200), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("desk", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
)

reservations = Table(
    "reservations",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("venue", String(200), nullable=False),
    Column("card", String(200), nullable=False),
    Column("offer", String(200), nullable=False),
    Column("performance", String(200)),
    Column("visit", Date, nullable=False),
    *_tickets(),
    Column("made_at", Instant, nullable=False),
    Column("collect_by", Instant, nullable=False),
    Column("desk", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Index("reservations_by_visit", "venue", "visit"),
)

reservation_ends = Table(
    "reservation_ends",
    metadata,
    Column("reservation", String(200), primary_key=True),
    Column("venue", String(200), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("desk", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
)

quotas = Table(
    "quotas",
    metadata,
    Column("scope", String(16), primary_key=True),
    Column("target", String(200), primary_key=True),
    Column("visit", Date, primary_key=True),
    Column("venue", String(200), nullable=False),
    Column("value", Integer),
    Column("mode", String(16), nullable=False),
    Column("sold_out", Boolean, nullable=False),
    Column("desk", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Index("quotas_by_visit", "venue", "visit"),
)

quota_changes = Table(
    "quota_changes",
    metadata,
    Column("scope", String(16), primary_key=True),
    Column("target", String(200), primary_key=True),
    Column("visit", Date, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("venue", String(200), nullable=False),
    Column("desk", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("spent", Boolean, nullable=False),
    Index("quota_changes_by_entry", "desk", "sequence"),
)
"""Every change of a number by its event, in the order in which they came; ``quotas`` is what they come to, and names the last of
them. Those that are ``spent`` can make no difference to it any more (`validator.domain.numbers`)."""

leases = Table(
    "leases",
    metadata,
    Column("desk", ForeignKey("desks.id"), primary_key=True),
    Column("offer", String(200), primary_key=True),
    Column("performance", String(200), primary_key=True),
    Column("visit", Date, primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("venue", String(200), nullable=False),
    Column("granted", BigInteger, nullable=False, default=0),
    Column("spent", BigInteger, nullable=False, default=0),
    Column("returned", BigInteger, nullable=False, default=0),
    Column("keep", BigInteger, nullable=False, default=0),
    Index("leases_by_visit", "venue", "visit"),
)
"""A desk's rights for one slot in one epoch (`validator.domain.rights`); ``performance`` is "" where the slot has none. ``spent``
can be more than ``granted``, and below nought: it is what the desk's events say."""

demand = Table(
    "demand",
    metadata,
    Column("desk", ForeignKey("desks.id"), primary_key=True),
    Column("offer", String(200), primary_key=True),
    Column("performance", String(200), primary_key=True),
    Column("visit", Date, primary_key=True),
    Column("hour", Instant, primary_key=True),
    Column("venue", String(200), nullable=False),
    Column("asked", BigInteger, nullable=False),
    Index("demand_by_visit", "venue", "visit"),
)
"""The highest count that a desk told of customers who asked in vain (`sync.hub.demand`)."""
