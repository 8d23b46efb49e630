"""What docs/protocol.md says of fields, and what the code says of them, as rows that can be compared.

A row is a name, a type in the page's words, and the default as JSON (`NEEDED` where there is none).
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AwareDatetime, BaseModel

NEEDED = "needed"
OWN = "its own"
"""A default that is more than a table's cell holds."""

Row = tuple[str, str, str]

_PLAIN: Mapping[Any, str] = {
    str: "text",
    int: "whole",
    float: "number",
    bool: "bool",
    bytes: "bytes",
    date: "day",
    time: "time",
    datetime: "instant",
    AwareDatetime: "instant",
    timedelta: "seconds",
    tuple[int, int]: "list of whole",
}
_HEADING = re.compile(r"^#### `(\w+)`", re.MULTILINE)
_CELLS = re.compile(r"^\| (?:\*\*)?`(\w+)`(?:\*\*)? \| ([^|]+) \| ([^|]+) \|", re.MULTILINE)


def told(page: str) -> dict[str, list[Row]]:
    """The tables of the page, each by the name in its heading."""
    parts = _HEADING.split(page)[1:]
    return {
        name: [
            (field, kind.strip().replace("`", ""), default.strip().strip("`"))
            for field, kind, default in _CELLS.findall(_to_next(text))
        ]
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


def of_message(message: type[BaseModel]) -> list[Row]:
    """The fields of a message."""
    return [
        (
            name,
            _kind(field.annotation),
            NEEDED if field.is_required() else _shown(field.get_default(call_default_factory=True)),
        )
        for name, field in message.model_fields.items()
    ]


def of_row(kind: Any) -> list[Row]:
    """The fields of a row of the programme, or of the policy."""
    hints = get_type_hints(kind)
    return [(field.name, _kind(hints[field.name]), _default(field)) for field in dataclasses.fields(kind)]


def _to_next(text: str) -> str:
    return re.split(r"^#{2,4} ", text, maxsplit=1, flags=re.MULTILINE)[0]


def _default(field: dataclasses.Field[Any]) -> str:
    if field.default is not dataclasses.MISSING:
        return _shown(field.default)
    return NEEDED if field.default_factory is dataclasses.MISSING else _shown(field.default_factory())


def _kind(hint: Any) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _kind(arguments[0])
    if origin in (Union, UnionType):
        return " or ".join([_kind(each) for each in arguments if each is not NoneType] + ["null"])
    if origin in (tuple, frozenset):
        return f"list of {_kind(arguments[0])}"
    if origin is dict:
        return "object"
    if origin is Literal or issubclass(hint, StrEnum):
        return "text"
    return str(hint.__name__)


def _shown(value: Any) -> str:
    if isinstance(value, timedelta):
        return str(int(value.total_seconds()))
    if isinstance(value, BaseModel) or dataclasses.is_dataclass(value):
        return "{}"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, bytes):
        return json.dumps(value.decode())
    if isinstance(value, time):
        return json.dumps(value.isoformat())
    if isinstance(value, frozenset | tuple):
        return OWN if value else "[]"
    return json.dumps(value)
