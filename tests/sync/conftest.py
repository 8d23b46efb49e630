"""Hubs to test with: on SQLite and on a real PostgreSQL, each with a clock that the test sets."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, delete, text, update

from sync.hub import schema
from sync.hub.database import Database
from sync.hub.hub import Hub
from tests.sync.postgres import running_server
from tests.sync.stage import SetClock, set_the_stage


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL of this test process."""
    with running_server() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL schema."""
    name = f"t_{uuid.uuid4().hex}"
    engine = create_engine(postgres_server.replace("postgresql:", "postgresql+psycopg:", 1))
    try:
        with engine.begin() as tx:
            tx.execute(text(f"CREATE SCHEMA {name}"))
        yield f"{postgres_server}&options=-csearch_path%3D{name}"
        with engine.begin() as tx:
            tx.execute(text(f"DROP SCHEMA {name} CASCADE"))
    finally:
        engine.dispose()


@pytest.fixture(scope="session")
def sqlite_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An SQLite database of this test process."""
    database = Database.open(f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'hub.db'}")
    yield database
    database.close()


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> Iterator[Database]:
    """A PostgreSQL database of this test process."""
    database = Database.open(postgres_server)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """What `Hub.create` takes: "" for SQLite in the hub's folder, or the URL of an empty PostgreSQL schema."""
    return "" if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=["postgres", pytest.param("sqlite", marks=pytest.mark.long)])
def database(request: pytest.FixtureRequest) -> Database:
    """An open, empty database. Making its tables is most of the work, so that is done once.

    On every run it is PostgreSQL, the stricter one: desks' tests and the simulator have their hubs on SQLite.
    """
    return emptied(request.getfixturevalue(f"{request.param}_database"))


@pytest.fixture
def clock() -> SetClock:
    """An autumn evening of 2018."""
    return SetClock()


@pytest.fixture
def empty_hub(database: Database, tmp_path: Path, clock: SetClock) -> Hub:
    """A hub as `init` leaves it."""
    return Hub.create(tmp_path / "hub", database, clock)


@pytest.fixture
def hub(empty_hub: Hub) -> Hub:
    """A hub with two areas, two venues and a few cards."""
    set_the_stage(empty_hub)
    return empty_hub


@pytest.fixture
def postgres_hub(postgres_database: Database, tmp_path: Path, clock: SetClock) -> Hub:
    """The same hub, on PostgreSQL only: where writers really run side by side."""
    hub = Hub.create(tmp_path / "hub", emptied(postgres_database), clock)
    set_the_stage(hub)
    return hub


@pytest.fixture
def sqlite_hub(sqlite_database: Database, tmp_path: Path, clock: SetClock) -> Hub:
    """The same hub, on SQLite only: where it makes no difference."""
    hub = Hub.create(tmp_path / "hub", emptied(sqlite_database), clock)
    set_the_stage(hub)
    return hub


def emptied(database: Database) -> Database:
    """The database as if its tables had just been made."""
    with database.write() as tx:
        for table in reversed(schema.metadata.sorted_tables):
            if table not in {schema.schema_version, schema.counters}:
                tx.execute(delete(table))
        tx.execute(update(schema.counters).values(value=0))
    return database
