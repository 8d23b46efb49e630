"""Values of the domain as JSON rows, and back: what a newer hub or desk says and this program does not know is passed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

Row = TypeVar("Row")

_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def to_row(value: object) -> dict[str, Any]:
    """A value of `validator.domain.network` or `validator.domain.quota` as a JSON row."""
    row: dict[str, Any] = _adapter(type(value)).dump_python(value, mode="json")
    return row


def from_rows(kind: type[Row], rows: Iterable[Mapping[str, Any]]) -> tuple[tuple[Row, ...], int]:
    """The rows that this program can read, and how many it cannot (a newer hub's kinds, for instance)."""
    adapter, good, bad = _adapter(kind), [], 0
    for row in rows:
        try:
            good.append(adapter.validate_python(dict(row)))
        except ValidationError:
            bad += 1
    return tuple(good), bad


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """Kept, because making one takes a thousand times as long as using it."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
