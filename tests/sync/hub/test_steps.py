"""A hub that an older program made is brought up to date as it is opened, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from sync.hub import schema
from sync.hub.database import Database

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
