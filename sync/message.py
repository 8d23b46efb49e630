"""What every message between desk and hub is made of: the version, how bytes and texts travel, and tolerance of what is new.

Unknown fields are tolerated on both sides, so that old desks survive new hubs.
"""

from __future__ import annotations

import base64
import binascii
from typing import Annotated

from pydantic import (
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


def _to_bytes(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        msg = "not base64"
        raise ValueError(msg) from error


Bytes = Annotated[
    bytes,
    BeforeValidator(_to_bytes),
    PlainSerializer(lambda value: base64.b64encode(value).decode(), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "byte"}),
]
Text = Annotated[str, Field(max_length=4096)]
Secret = Annotated[Bytes, Field(repr=False)]
Counted = Annotated[int, Field(ge=-MOST_COUNTED, le=MOST_COUNTED)]
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
