"""What a desk's pass costs the hub, on SQLite: one that tells nothing, and one with a ticket, beside a bare durable commit.

The house is busy: numbers for every coming day, and rights for them at every desk, so that what a pass always tells is there.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

from sync.hub.hub import Hub
from sync.hub.register import CardEntry
from tests.bench.timing import Figure, paired
from tests.sync.stage import TODAY, YEAR, SetClock, Till, code, set_the_stage
from validator.domain.card import CardKind
from validator.domain.quota import COMING_DAYS

_DESKS = 4
_RUNS, _WARM_UP = 150, 3


def figures(folder: Path) -> list[Figure]:
    """Both figures."""
    with Hub.create(folder / "hub", clock=SetClock()) as hub:
        set_the_stage(hub)
        people = range(100, 100 + _RUNS + _WARM_UP)
        with hub.change() as register:
            register.put_cards([CardEntry(code(each), CardKind.PERSONAL, "espoo", *YEAR) for each in people])
        tills = [Till.at(hub) for _ in range(_DESKS)]
        for till in tills:
            till.push()
        days = [(TODAY + timedelta(days=ahead)).isoformat() for ahead in range(COMING_DAYS)]
        for day in days:
            tills[0].push(tills[0].quota(50, visit=day))
        for till in tills:
            for day in days:
                till.sync(wants=[{"offer": "open", "performance": None, "visit": day}])
            till.versions["feed_cursor"] = till.sync().feed_cursor
        till = tills[-1]
        changes = till.sync().register_changes
        till.versions["register_version"] = 0 if changes is None else changes.version
        commit, tickets = _bare(folder / "beside-hub.db"), [till.give(each) for each in people]

        def give() -> None:
            (answer,) = till.push(tickets.pop(0))
            if answer.status != "accepted":
                raise AssertionError(answer)

        return [
            paired(
                "pass without news, at the hub", till.sync, "bare durable commit", commit, _RUNS, _WARM_UP
            ),
            paired("pass with a ticket, at the hub", give, "bare durable commit", commit, _RUNS, _WARM_UP),
        ]


def _bare(path: Path) -> Callable[[], object]:
    bare, written = sqlite3.connect(path, isolation_level=None), count()
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE given (id INTEGER PRIMARY KEY, event TEXT)")

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO given VALUES (?, ?)", (next(written), json.dumps("x" * 600)))
        bare.execute("COMMIT")

    return commit
