"""Hubs to test with: on SQLite and on a real PostgreSQL, each with a clock that the test sets."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

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


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """What `Hub.create` takes: "" for SQLite in the hub's folder, or a PostgreSQL URL."""
    return "" if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def clock() -> SetClock:
    """An autumn evening of 2018."""
    return SetClock()


@pytest.fixture
def empty_hub(database_url: str, tmp_path: Path, clock: SetClock) -> Iterator[Hub]:
    """A hub as `init` leaves it."""
    with Hub.create(tmp_path / "hub", database_url, clock) as hub:
        yield hub


@pytest.fixture
def hub(empty_hub: Hub) -> Hub:
    """A hub with two areas, two venues and a few cards."""
    set_the_stage(empty_hub)
    return empty_hub


@pytest.fixture
def postgres_hub(postgres_url: str, tmp_path: Path, clock: SetClock) -> Iterator[Hub]:
    """The same hub, on PostgreSQL only: where writers really run side by side."""
    with Hub.create(tmp_path / "hub", postgres_url, clock) as hub:
        set_the_stage(hub)
        yield hub
