"""What the web address says of itself (``openapi.json``): every status it answers with, and the messages that it reads as bytes.

Whatever a route may answer is declared, so that a client which is made from the description meets nothing else
(tests/sync/hub/test_description.py sends it what fits and what does not). Validation errors are 400 here, never FastAPI's 422.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from sync.wire import Refusal

OF_ALL = (500, 503)
"""What any route may answer."""
OF_DESKS = (400, 401, 413, 429, *OF_ALL)
"""What a route may answer that an enrolled desk sends a message to."""

_MEANINGS = {
    400: "No message of ours, or one of another version",
    401: "No desk has this token",
    403: "The code does not open, or the desk was shut out",
    404: "There is nothing there",
    413: "The request is too large",
    416: "The file ends before that range",
    429: "Too many wrong codes, or too many requests of this desk",
    500: "A bug of the hub; nothing was taken",
    503: "The hub cannot now; nothing was taken",
}
_HEADERS = {
    401: {"WWW-Authenticate": {"schema": {"type": "string"}, "required": True}},
    416: {"Content-Range": {"schema": {"type": "string"}, "required": True}},
    429: {
        "Retry-After": {
            "description": "seconds",
            "schema": {"type": "integer", "minimum": 1},
            "required": True,
        }
    },
}
_BINARY = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_ONE_RANGE = {
    "name": "Range",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "one range of bytes; any other is as none",
}
FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The whole file", "content": _BINARY},
    206: {"description": "The part that `Range` names", "content": _BINARY},
}
"""The answers of the route that gives a file."""
FILE_EXTRA: dict[str, Any] = {"parameters": [_ONE_RANGE]}

_UNUSED = ("HTTPValidationError", "ValidationError")


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The refusals of a route."""
    return {
        status: {
            "model": Refusal,
            "description": _MEANINGS[status],
            **({"headers": _HEADERS[status]} if status in _HEADERS else {}),
        }
        for status in statuses
    }


def body_of(kind: type[BaseModel]) -> dict[str, Any]:
    """The body of a route that reads bytes."""
    reference = {"$ref": f"#/components/schemas/{kind.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": reference}}}}


def with_schemas(
    openapi: Callable[[], dict[str, Any]], *kinds: type[BaseModel]
) -> Callable[[], dict[str, Any]]:
    """The page's description with the messages that are read as bytes, and without FastAPI's own refusals."""

    def described() -> dict[str, Any]:
        page = openapi()
        schemas = page.setdefault("components", {}).setdefault("schemas", {})
        for kind in kinds:
            own = kind.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= own.pop("$defs", {}) | {kind.__name__: own}
        for name in _UNUSED:
            schemas.pop(name, None)
        for verbs in page["paths"].values():
            for route in verbs.values():
                route["responses"].pop("422", None)
        return page

    return described
