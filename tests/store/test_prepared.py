"""Statements that are compiled once say, find and add the same as SQLAlchemy's own way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from validator.errors import BugError
from validator.store import engine, schema
from validator.store.engine import Care
from validator.store.prepared import Insertion, Query, among

CHANGE = schema.quota_change
AT = datetime(2026, 10, 13, 17, 30, 0, 5, UTC)
ROW = {
    "scope": "venue",
    "target": "theatre",
    "visit": date(2026, 10, 13),
    "desk": "desk",
    "event": "e0",
    "sequence": None,
    "cursor": None,
    "answered": 0,
    "at": AT,
    "body": "{}",
}
ADD = Insertion(insert(CHANGE).on_conflict_do_nothing())


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[tuple[Engine, Path]]:
    """An empty encrypted file with the ledger's tables."""
    path = tmp_path / "prepared.db"
    made = engine.pool(path, b"k" * 32, Care.LEDGER, create=True)
    with engine.writing(made, path) as connection:
        schema.metadata.create_all(connection)
    yield made, path
    made.dispose()


@pytest.fixture
def connection(pool: tuple[Engine, Path]) -> Iterator[Connection]:
    """A writer's connection, with three rows of two days."""
    with engine.writing(*pool) as connection:
        days = (date(2026, 10, 13), date(2026, 10, 14), date(2026, 10, 14))
        ADD.put(connection, [ROW | {"event": f"e{n}", "visit": day} for n, day in enumerate(days)])
        yield connection


def test_values_go_in_and_come_out_as_the_columns_have_them(connection: Connection) -> None:
    plain = select(CHANGE).where(CHANGE.c.at == bindparam("at"), CHANGE.c.answered == 0)
    plain = plain.where(CHANGE.c.visit < date(2026, 10, 15), CHANGE.c.scope == "venue")
    plain = plain.order_by(CHANGE.c.event).limit(2)
    found = Query(plain).rows(connection, {"at": AT})
    assert [tuple(row) for row in found] == [tuple(row) for row in connection.execute(plain, {"at": AT})]
    assert (found[0].visit, found[0].at, found[0].cursor) == (date(2026, 10, 13), AT, None)


def test_one_of_several_however_many(connection: Connection) -> None:
    query = Query(select(CHANGE.c.event).where(among(CHANGE.c.visit, "days")).order_by(CHANGE.c.event))
    later = [date(2026, 10, 14), date(2026, 10, 15)]
    assert [row.event for row in query.rows(connection, {"days": later})] == ["e1", "e2"]
    assert query.first(connection, {"days": [date(2026, 10, 13)]}).event == "e0"
    assert query.first(connection, {"days": []}) is None
    assert len(query.rows(connection, {"days": [date(2026, 10, 14)] * 2_000})) == 2


def test_a_text_is_a_value_and_never_a_part_of_the_statement(connection: Connection) -> None:
    odd = "'; DROP TABLE quota_change; -- \" ü :days"
    ADD.put(connection, [ROW | {"event": odd, "target": odd}])
    query = Query(select(CHANGE.c.event).where(among(CHANGE.c.target, "targets")))
    assert [row.event for row in query.rows(connection, {"targets": [odd]})] == [odd]


def test_what_is_there_stays_and_what_is_missing_is_told(connection: Connection) -> None:
    ADD.put(connection, [ROW | {"body": "another"}])
    assert Query(select(CHANGE.c.body)).first(connection).body == "{}"
    with pytest.raises(KeyError, match="body"):
        ADD.put(connection, [{name: value for name, value in ROW.items() if name != "body"}])


def test_it_is_part_of_the_transaction_and_its_errors_are_ours(pool: tuple[Engine, Path]) -> None:
    strict = Insertion(insert(CHANGE))
    with pytest.raises(BugError, match=r"^prepared\.db: UNIQUE"), engine.writing(*pool) as connection:
        strict.put(connection, [ROW, ROW])
    with engine.reading(*pool) as connection:
        assert Query(select(CHANGE.c.event)).rows(connection) == []
