"""A hub that an older program made is brought up to date as it is opened, and loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from sync.hub import schema
from sync.hub.database import Database
from sync.wire import SignedEvent
from tests.sync.stage import item
from validator.domain.journal import digest
from validator.signing import Signer

VERSIONS = Path(__file__).parent / "versions"

OLD_ROWS = (
    "INSERT INTO schema_version VALUES (1)",
    "INSERT INTO counters VALUES ('register', 0), ('feed', 3), ('cards', 0)",
    "INSERT INTO desks VALUES ('d-1', 'Lippukassa', 'k', 't', '0.1', '2018-10-13 14:30:00+00:00', NULL, 7, 'h')",
)


@pytest.fixture
def old_url(database_url: str, tmp_path: Path) -> str:
    """A database as version 1 left it, with a desk in it."""
    url = database_url or f"sqlite:///{tmp_path / 'hub.db'}"
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:", 1))
    tables = (VERSIONS / f"1-{engine.dialect.name}.sql").read_text("utf-8")
    with engine.begin() as tx:
        for statement in (*tables.split(";"), *OLD_ROWS):
            if statement.strip():
                tx.execute(text(statement))
    engine.dispose()
    return url


def test_an_older_hub_is_brought_up_to_date(old_url: str) -> None:
    for _ in range(2):
        database = Database.open(old_url)
        with database.read() as tx:
            assert tx.execute(schema.schema_version.select()).scalar_one() == schema.VERSION
            desk = tx.execute(schema.desks.select()).one()
            there = inspect(tx)
            for table in schema.metadata.sorted_tables:
                columns = {row["name"]: row["nullable"] for row in there.get_columns(table.name)}
                assert columns == {column.name: column.nullable for column in table.c}
                indexes = {row["name"] for row in there.get_indexes(table.name)}
                assert {index.name for index in table.indexes} <= indexes
        database.close()
        assert (desk.id, desk.head_sequence, desk.epoch, desk.forked_at, desk.feed_cursor) == (
            "d-1",
            7,
            1,
            None,
            0,
        )


def test_what_a_key_signed_is_told_from_what_it_did_not(old_url: str) -> None:
    """Items of before say it only by their own bytes."""
    signer = Signer.fresh()
    event = SignedEvent(header=b"no header", signature=signer.sign(b"no header"))
    signed, forked = json.dumps(item(event)).encode(), "f" * 64
    engine = create_engine(old_url.replace("postgresql:", "postgresql+psycopg:", 1))
    row = "INSERT INTO strays VALUES ('d-1', :digest, :sort, :hash, '', '2018-10-13 14:30:00+00:00', :item, :placed)"
    with engine.begin() as tx:
        tx.execute(text("UPDATE desks SET public_key = :key"), {"key": signer.public})
        for digest_, sort, sealed, kept in (
            ("a", "unreadable", "", b"5"),
            ("b", "unreadable", "", signed),
            ("c", "forked", forked, signed),
        ):
            tx.execute(
                text(row), {"digest": digest_, "sort": sort, "hash": sealed, "item": kept, "placed": False}
            )
    engine.dispose()
    database = Database.open(old_url)
    with database.read() as tx:
        found = {row.digest: row.signed for row in tx.execute(schema.strays.select())}
    database.close()
    assert found == {"a": "", "b": digest(b"no header"), "c": forked}
