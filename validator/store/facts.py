"""Single values in the ledger: what the program keeps (`Fact`) and what a user chose (settings)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import BindParameter, Connection, Delete, Table, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from validator.store import schema
from validator.store.prepared import Insertion, Query

_NAMED: BindParameter[str] = bindparam("named")


@dataclass(frozen=True, slots=True)
class _Words:
    """A table's statements, made once: every pass and every look asks for a dozen values."""

    read: Query
    write: Insertion
    forget: Delete

    @classmethod
    def of(cls, table: Table) -> _Words:
        new = insert(table)
        return cls(
            Query(select(table.c.value).where(table.c.name == _NAMED)),
            Insertion(new.on_conflict_do_update(index_elements=["name"], set_={"value": new.excluded.value})),
            delete(table).where(table.c.name == _NAMED),
        )


_FACT, _SETTING = _Words.of(schema.fact), _Words.of(schema.setting)


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
    CASE_CURSOR = "case_cursor"
    ELSEWHERE = "elsewhere"


def fact(connection: Connection, name: Fact) -> str | None:
    """The value, or None where there is none yet."""
    return _read(connection, _FACT, name)


def put_fact(connection: Connection, name: Fact, value: str | None) -> None:
    """Keep the value; None forgets it."""
    _write(connection, _FACT, name, value)


def setting(connection: Connection, name: str) -> str | None:
    """What a user chose, or None."""
    return _read(connection, _SETTING, name)


def put_setting(connection: Connection, name: str, value: str | None) -> None:
    """Keep what a user chose; None returns to the program's own choice."""
    _write(connection, _SETTING, name, value)


def _read(connection: Connection, words: _Words, name: str) -> str | None:
    found = words.read.first(connection, {"named": name})
    return None if found is None else str(found.value)


def _write(connection: Connection, words: _Words, name: str, value: str | None) -> None:
    if value is None:
        connection.execute(words.forget, {"named": str(name)})
    else:
        words.write.put(connection, [{"name": str(name), "value": value}])
