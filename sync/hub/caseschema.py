"""The hub's tables of cases: the beginning of its one description of tables, with which `sync.hub.schema` goes on.

A case is never deleted and only grows; a manager's word on it is a row of its own, by its event.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, MetaData, String, Table

from sync.hub.instant import Instant

metadata = MetaData()

cases = Table(
    "cases",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("venue", String(200), nullable=False, index=True),
    Column("offer", String(200), nullable=False),
    Column("performance", String(200)),
    Column("visit", Date),
    Column("opened_at", Instant, nullable=False),
    Column("version", BigInteger, nullable=False, default=0, server_default="0"),
    Column("ended_at", Instant),
    Index("cases_by_version", "venue", "version"),
)
"""``version`` is the number of its last change, ``ended_at`` when what it was about has come as it is (`sync.hub.cases`)."""

case_sides = Table(
    "case_sides",
    metadata,
    *(Column(name, ForeignKey(f"{name}s.id"), primary_key=True) for name in ("case", "desk")),
    Column("hash", String(64), primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("over", Integer, nullable=False),
)
"""The events of a case, by their own bytes: ``hash`` is the header's, or with ``sequence`` 0 what a stray is known by."""

case_settlings = Table(
    "case_settlings",
    metadata,
    Column("desk", ForeignKey("desks.id"), primary_key=True),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("case", String(200), nullable=False, index=True),
    *(Column(name, String(200), nullable=False) for name in ("venue", "outcome", "author")),
    Column("seen", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)
"""What managers said of cases, by their events. A settling may be here before its case."""
