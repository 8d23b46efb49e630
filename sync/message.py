"""What every message between desk and hub is made of: the version, how bytes and texts travel, and tolerance of what is new.

Unknown fields are tolerated on both sides, so that old desks survive new hubs. What a request says in a field that is known has
its type and no other: a number in quotation marks is a text, and a program that writes one has a bug which it should hear of.
"""

from __future__ import annotations

import base64
import binascii
import re
from datetime import date, datetime
from typing import Annotated

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

VERSION = 1
MOST_COUNTED = 2**53
"""Every program can count so far exactly, and every database."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _to_bytes(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        msg = "not base64"
        raise ValueError(msg) from error


def _written_day(value: object) -> object:
    """A day is written as one; elsewhere a number or an instant at midnight would do."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        msg = "no day"
        raise ValueError(msg)
    return value


def _written_instant(value: object) -> object:
    """An instant is written as one; elsewhere seconds since 1970 would do."""
    if not isinstance(value, str | datetime) or (isinstance(value, str) and "T" not in value.upper()):
        msg = "no instant"
        raise ValueError(msg)
    return value


Bytes = Annotated[
    bytes,
    BeforeValidator(_to_bytes),
    PlainSerializer(lambda value: base64.b64encode(value).decode(), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "byte"}),
]
Text = Annotated[str, Field(max_length=4096)]
Flag = Annotated[bool, Field(strict=True)]
Whole = Annotated[int, Field(strict=True)]
Day = Annotated[date, BeforeValidator(_written_day)]
Instant = Annotated[AwareDatetime, BeforeValidator(_written_instant)]
Secret = Annotated[Bytes, Field(repr=False)]
Counted = Annotated[int, Field(strict=True, ge=-MOST_COUNTED, le=MOST_COUNTED)]
"""A place in a journal, a feed or a list, as a request says it."""


class Message(BaseModel):
    """Base of all: frozen, tolerant of unknown fields."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Request(Message):
    """Base of what a desk asks: null counts as missing, because many languages write so what they have not got."""

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, fields: object) -> object:
        if not isinstance(fields, dict):
            return fields
        return {name: value for name, value in fields.items() if value is not None}
