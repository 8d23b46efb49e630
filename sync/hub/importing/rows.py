"""One row after another: new, changed, as it was, or bad with its reasons.

1. Each row is judged by itself; a bad one holds up no other.
2. A row that stands twice in one file with two contents is bad the second time: which one is right cannot be told. Only
   where the first named a month and the second a day of that month is the second taken: the day-precise text goes before.
3. A month alone moves no day of that month that the register has already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sync.hub.importing.cards import CARDS
from sync.hub.importing.cells import CellBad, MonthEdge, is_blank, shown
from sync.hub.importing.kinds import Kind, RowBad, Sort, Standing, Value
from sync.hub.importing.places import PLACES
from sync.hub.importing.programme import PROGRAMME

SORTS: Mapping[Kind, Sort] = {**PLACES, **PROGRAMME, **CARDS}

_SECRET = frozenset({"code"})
_ROUGH: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Taken:
    """A good row.

    Attributes:
        changes: what differs from what stood, in words; empty for a new row and for one that is as it was.
    """

    value: Value
    is_new: bool
    changes: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the register has it just so."""
        return not self.is_new and not self.changes


@dataclass(frozen=True, slots=True)
class Refused:
    """A bad row and why."""

    reasons: tuple[str, ...]


class RowReader:
    """Reads the rows of one file and kind, in their order."""

    def __init__(self, kind: Kind, standing: Standing) -> None:
        self._sort, self._standing = SORTS[kind], standing
        self._seen: dict[str, tuple[int, frozenset[str]]] = {}

    def read(self, number: int, row: Mapping[str, object]) -> Taken | Refused:
        """Judge one row; a good one counts as standing from here on."""
        try:
            return self._read(number, row)
        except RowBad as bad:
            return Refused(bad.reasons)

    def _read(self, number: int, row: Mapping[str, object]) -> Taken:
        stood = self._stood(row)
        columns, rough = self._columns(row, stood)
        value = self._sort.build(columns, self._standing, stood)
        key = self._sort.key(value)
        changes = () if stood is None else self._changes(stood, value)
        earlier, loose = self._seen.get(key, (0, _ROUGH))
        if changes and earlier and not self._refines(stood, value, loose):
            raise RowBad(
                f"{self._sort.key_column}: row {earlier} of this file says otherwise of the same one"
            )
        self._seen[key] = (number, rough)
        self._sort.keep(self._standing, value)
        return Taken(value, stood is None, changes)

    def _stood(self, row: Mapping[str, object]) -> Any:  # noqa: ANN401  a value of the sort
        cell = row.get(self._sort.key_column)
        if is_blank(cell):
            return None
        try:
            key = self._sort.columns[self._sort.key_column].read(cell)
        except CellBad:
            return None
        return self._sort.find(self._standing, key if isinstance(key, str) else key.reveal())

    def _columns(self, row: Mapping[str, object], stood: object) -> tuple[dict[str, Any], frozenset[str]]:
        known = self._sort.columns
        columns = {name: column.default for name, column in known.items()}
        if stood is not None:
            columns |= self._sort.take_apart(stood)
        reasons, rough = [], set()
        for name, column in known.items():
            if name not in row and stood is not None:
                continue
            if is_blank(row.get(name)):
                columns[name] = column.default
                reasons += [f"{name}: is missing"] if column.required else []
                continue
            try:
                found = column.read(row[name])
                if column.check is not None:
                    column.check(found, self._standing)
            except CellBad as bad:
                reasons.append(f"{name}: {bad}")
                continue
            if isinstance(found, MonthEdge):
                rough.add(name)
                found = columns[name] if found.agrees(columns[name]) else found.day
            columns[name] = found
        if reasons:
            raise RowBad(*reasons)
        return columns, frozenset(rough)

    def _changes(self, stood: Value, value: Value) -> tuple[str, ...]:
        before, after = self._sort.take_apart(stood), self._sort.take_apart(value)
        return tuple(
            f"{name} was {shown(before[name])}, is {shown(after[name])}"
            for name in before
            if before[name] != after[name] and name not in _SECRET
        )

    def _refines(self, stood: Value | None, value: Value, loose: frozenset[str]) -> bool:
        before, after = self._sort.take_apart(stood), self._sort.take_apart(value)
        differing = {name for name in before if before[name] != after[name]}
        return differing <= loose and all(MonthEdge(before[name]).agrees(after[name]) for name in differing)
