"""Single values in the ledger: what the program keeps (`Fact`) and what a user chose (settings)."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from validator.store import schema


class Fact(StrEnum):
    """The program's own values."""

    IDENTITY = "identity"
    NETWORK = "network"
    POLICY = "policy"
    REGISTER = "register"
    FEED_CURSOR = "feed_cursor"
    FEED_LIFE = "feed_life"
    NAMED_LIFE = "named_life"
    CLOCK_FLOOR = "clock_floor"
    QUOTAS_AT = "quotas_at"
    DEMAND = "demand"


def fact(connection: Connection, name: Fact) -> str | None:
    """The value, or None where there is none yet."""
    return _read(connection, schema.fact, name)


def put_fact(connection: Connection, name: Fact, value: str | None) -> None:
    """Keep the value; None forgets it."""
    _write(connection, schema.fact, name, value)


def setting(connection: Connection, name: str) -> str | None:
    """What a user chose, or None."""
    return _read(connection, schema.setting, name)


def put_setting(connection: Connection, name: str, value: str | None) -> None:
    """Keep what a user chose; None returns to the program's own choice."""
    _write(connection, schema.setting, name, value)


def _read(connection: Connection, table: Table, name: str) -> str | None:
    return connection.execute(select(table.c.value).where(table.c.name == str(name))).scalar()


def _write(connection: Connection, table: Table, name: str, value: str | None) -> None:
    if value is None:
        connection.execute(delete(table).where(table.c.name == str(name)))
        return
    row = insert(table).values(name=str(name), value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
