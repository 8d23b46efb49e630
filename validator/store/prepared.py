"""Statements that a look, a giving or a pass asks every time: compiled once, and run on the driver's own connection.

From a statement to its rows SQLAlchemy takes ten times as long as SQLite. That is no matter for what is asked now and then; a look
at a card is a dozen statements, and a pass some thirty.

Rules
1. A statement is written as any other, of tables and columns. `among` is for one of several values, however many; `in_` with a
   list of its own cannot be compiled once.
2. Values go in by name and come out by column, each as its column's type has it.
3. It runs in the transaction of the connection that it is given. Its errors are the driver's own: `engine.translated` knows
   them, and nothing may stand in between that looks for SQLAlchemy's.
"""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Select, Text, bindparam, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeDecorator, TypeEngine

_DIALECT = sqlite.dialect(paramstyle="named")

_Process = Callable[[Any], Any]


class _Ready:
    """A statement, once for all its uses. Safe to share between threads."""

    def __init__(self, statement: Select[Any] | Insert) -> None:
        self._statement = statement

    def _given(self, values: Mapping[str, object]) -> dict[str, object]:
        """The parameters: those that the statement itself has values for, and these, as their types have them."""
        fixed, before = self._parameters
        given = dict(fixed)
        for name, process in before:
            value = values[name]
            given[name] = value if process is None else process(value)
        return given

    @cached_property
    def _compiled(self) -> SQLCompiler:
        return self._statement.compile(dialect=_DIALECT)

    @cached_property
    def _text(self) -> str:
        return str(self._compiled)

    @cached_property
    def _parameters(self) -> tuple[Mapping[str, object], Sequence[tuple[str, _Process | None]]]:
        fixed, before = {}, []
        for name, value in self._compiled.params.items():
            bound = self._compiled.binds[name]
            process = _before(bound.type)
            if bound.required:
                before.append((name, process))
            else:
                fixed[name] = value if process is None else process(value)
        return fixed, before


class Query(_Ready):
    """What is read."""

    def __init__(self, statement: Select[Any]) -> None:
        super().__init__(statement)
        self._select = statement

    def rows(self, connection: Connection, values: Mapping[str, object] | None = None) -> list[Any]:
        """Every row that it finds; their values have the columns' names.

        Args:
            connection: in a transaction.
            values: of its parameters.
        """
        found = _driver(connection).execute(self._text, self._given(values or {})).fetchall()
        make, after = self._row, self._after
        if not after:
            return [make(row) for row in found]
        rows = []
        for row in found:
            cells = list(row)
            for place, process in after:
                cells[place] = process(cells[place])
            rows.append(make(cells))
        return rows

    def first(self, connection: Connection, values: Mapping[str, object] | None = None) -> Any:  # noqa: ANN401  a row, as above
        """Its first row, or None."""
        rows = self.rows(connection, values)
        return rows[0] if rows else None

    @cached_property
    def _row(self) -> _Process:
        named: Any = namedtuple  # noqa: PYI024  its names are the statement's, which no checker knows
        make: _Process = named("Row", [str(column.key) for column in self._select.selected_columns])._make
        return make

    @cached_property
    def _after(self) -> Sequence[tuple[int, _Process]]:
        processes = (_behind(column.type) for column in self._select.selected_columns)
        return [(place, process) for place, process in enumerate(processes) if process is not None]


class Insertion(_Ready):
    """What is added."""

    def __init__(self, statement: Insert) -> None:
        super().__init__(statement)

    def put(self, connection: Connection, rows: Iterable[Mapping[str, object]]) -> None:
        """Add these rows, each with a value for every column."""
        _driver(connection).executemany(self._text, [self._given(row) for row in rows])


class _Several(TypeDecorator[Sequence[Any]]):
    """Several values of one type, as a JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, each: TypeEngine[Any]) -> None:
        super().__init__()
        self.each = each

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> str:  # noqa: ARG002
        process = _before(self.each)
        return json.dumps([each if process is None else process(each) for each in value or ()])


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether a column has one of the values that the parameter ``name`` holds, however many they are."""
    several = bindparam(name, type_=_Several(column.type))
    return column.in_(select(func.json_each(several).table_valued("value").c.value))


def _driver(connection: Connection) -> Any:  # noqa: ANN401  the driver has no types
    return connection.connection.driver_connection


def _before(kind: TypeEngine[Any]) -> _Process | None:
    return kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _behind(kind: TypeEngine[Any]) -> _Process | None:
    return kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
