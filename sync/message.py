"""What every message between desk and hub is made of: the version, how bytes and texts travel, and tolerance of what is new.

Unknown fields are tolerated on both sides, so that old desks survive new hubs.
"""

from __future__ import annotations

import base64
import binascii
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

VERSION = 1


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


class Message(BaseModel):
    """Base of all: frozen, tolerant of unknown fields."""

    model_config = ConfigDict(frozen=True, extra="ignore")
