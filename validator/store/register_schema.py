"""The register file's tables, version 1: cards by token, the programme, and which list it is. Always rebuildable."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

VERSION = 1
APPLICATION = 0x4B61696C
"""Marks a file as a register in its header."""

metadata = MetaData()

card = Table(
    "card",
    metadata,
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("token", LargeBinary, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("area", Text, nullable=False),
    Column("valid_from", Integer, nullable=False),
    Column("valid_to", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("children", Integer),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Days are proleptic Gregorian ordinals, which are read many times faster than texts."""

programme = Table(
    "programme",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("row", Text, nullable=False),
    sqlite_strict=True,
)

edition = Table(
    "edition",
    metadata,
    Column("version", Integer, nullable=False),
    Column("cards", Integer, nullable=False),
    Column("programme", Integer, nullable=False),
    sqlite_strict=True,
)
"""One row: the list's version, how many cards it holds, and a number that moves with the programme."""
