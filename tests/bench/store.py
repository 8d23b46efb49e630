"""The desk's two moments that a clerk waits for: a look against a bare lookup, a giving against a bare durable commit."""

from __future__ import annotations

import sqlite3
from itertools import count
from pathlib import Path

from tests.bench.office import code, opened
from tests.bench.timing import Figure, paired
from validator.domain.verdict import Reason


def figures(folder: Path, cards: int) -> list[Figure]:
    """Both figures, with ``cards`` cards in the list."""
    office = opened(folder, cards)
    looked, given = count(), count()
    step = max(1, cards // 4001)

    def look() -> None:
        reason = office.desk.counter.look(office.ask(next(looked) * step % cards)).verdict.main.reason
        if reason is not Reason.OK:
            raise AssertionError(reason)

    def give() -> None:
        if not office.desk.counter.give(office.ask(next(given) % cards)).giving:
            raise AssertionError("nothing was given")

    bare = _bare(folder / "bare.db", cards)
    asked, written = count(), count()

    def lookup() -> None:
        key = code(next(asked) * step % cards)
        if bare.execute("SELECT row FROM card WHERE code = ?", (key,)).fetchone() is None:
            raise AssertionError("the bare lookup found nothing")

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO given VALUES (?, ?)", (next(written), "x" * 600))
        bare.execute("COMMIT")

    with office.ledger, office.registers:
        found = [
            paired(f"look, {cards:,} cards", look, "bare SQLite lookup", lookup, 400),
            paired(f"give, {cards:,} cards", give, "bare durable commit", commit, 200),
        ]
    bare.close()
    return found


def _bare(path: Path, cards: int) -> sqlite3.Connection:
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE card (code TEXT PRIMARY KEY, row TEXT) WITHOUT ROWID")
    bare.execute("CREATE TABLE given (id INTEGER PRIMARY KEY, event TEXT)")
    bare.execute("BEGIN")
    bare.executemany("INSERT INTO card VALUES (?, 'x')", ((code(number),) for number in range(cards)))
    bare.execute("COMMIT")
    return bare
