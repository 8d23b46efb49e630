"""A full disk, as SQLite has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.pool import Pool


@contextmanager
def full_disk() -> Iterator[None]:
    """SQLite's own full disk: no file may grow by another page."""

    def no_more_pages(connection: Any, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # raised by SQLite to what the file has

    def as_many_as_you_like(connection: Any, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 1000000")

    event.listen(Pool, "checkout", no_more_pages)
    try:
        yield
    finally:
        event.remove(Pool, "checkout", no_more_pages)
        event.listen(Pool, "checkout", as_many_as_you_like, once=True)
