"""A file of which a part may be asked for: one range of bytes. Any other ``Range`` is as none, as RFC 9110 §14.2 lets a server.

So a list that broke off on its way goes on where it ended, no answer has several parts, and a range behind the end is refused
in the words of every other refusal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from fastapi.responses import FileResponse
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from sync.hub.refusals import NotFound

UNSATISFIABLE = 416

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def part_file(path: Path, headers: Mapping[str, str]) -> PartFile:
    """The answer with this file.

    Raises:
        NotFound: it went meanwhile.
    """
    try:
        about = path.stat()
    except OSError as error:
        raise NotFound("there is no such file any more") from error
    return PartFile(path, media_type="application/octet-stream", headers=headers, stat_result=about)


class PartFile(FileResponse):
    """The whole file, or the part that is asked for. Made by `part_file`."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        size = self.stat_result.st_size if self.stat_result is not None else 0
        asked, holds = _asked(headers.get("range", ""), size)
        if not holds and asked and "if-range" not in headers:
            headers_of_refusal = {"Content-Range": f"bytes */{size}"}
            raise HTTPException(UNSATISFIABLE, "the file ends before that range", headers_of_refusal)
        if not holds:
            scope = dict(scope, headers=[row for row in scope["headers"] if row[0] != b"range"])
        await super().__call__(scope, receive, send)


def _asked(text: str, size: int) -> tuple[bool, bool]:
    """Whether this is one range, and whether the file has any of it."""
    match = _ONE_RANGE.fullmatch(text)
    if match is None or not (match[1] or match[2]):
        return False, False
    if not match[1]:
        return True, int(match[2]) > 0
    if match[2] and int(match[2]) < int(match[1]):
        return False, False
    return True, int(match[1]) < size
