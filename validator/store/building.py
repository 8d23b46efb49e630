"""A new register file, built from a complete list while the old one stays in use.

All of it is one transaction without a rollback journal, so that each page is sealed and written once. A crash leaves a file that
no ledger names, and it is cleaned away. Before it may be named it is brought to the disk, counted, and set up for readers beside
a writer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from threading import Event

from sqlalchemy import update

from validator.domain.card import Card, CardToken
from validator.domain.network import Network
from validator.errors import HubGarbled, StoreError
from validator.store import cards, engine, register_schema
from validator.store.engine import Care

CHUNK = 1000
"""Rows between two looks at ``stop``: a few milliseconds."""

Progress = Callable[[int, int], None]
"""Called with the cards done and the cards announced."""


def build(
    path: Path,
    key: bytes,
    version: int,
    network: Network,
    rows: Iterable[tuple[CardToken, Card]],
    count: int,
    progress: Progress,
    stop: Event,
) -> bool:
    """Write the file; False where ``stop`` was set meanwhile.

    Raises:
        HubGarbled: not as many cards as announced, or one twice.
        StoreError: the file cannot be written.
    """
    pool = engine.pool(path, key, Care.SCRATCH, create=True)
    try:
        with engine.writing(pool, path) as connection:
            cards.begin(connection, version, network)
            remaining, done = iter(rows), 0
            while chunk := list(islice(remaining, CHUNK)):
                if stop.is_set():
                    return False
                cards.add(connection, chunk)
                done += len(chunk)
                progress(done, count)
    finally:
        pool.dispose()
    _to_disk(path)
    engine.share(path, key, Care.REGISTER)
    _count(path, key, count)
    return True


def _to_disk(path: Path) -> None:
    try:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"{path.name}: cannot be brought to the disk", file=path.name) from error


def _count(path: Path, key: bytes, count: int) -> None:
    """Read back what is on the disk, every page of it, before anybody relies on it."""
    pool = engine.pool(path, key, Care.REGISTER)
    try:
        with engine.writing(pool, path) as connection:
            found = cards.count_cards(connection)
            if found != count:
                raise HubGarbled(f"the list has {found} cards where {count} were announced")
            connection.execute(update(register_schema.edition).values(cards=found))
    finally:
        pool.dispose()
