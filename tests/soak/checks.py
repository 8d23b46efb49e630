"""What must hold after the soak, by raw rows: of the desks' journals, of the hub's database, and of what customers remember.

None of the program's own sums is used. The rows are values, so that a test can plant a loss in a copy of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from tests.simulation.outside import LedgerView, Line, Place, Sums

_FED = {"redemption", "void", "reservation", "release", "quota"}
_HUB = {
    "events": "SELECT desk, sequence, hash, kind, status, header FROM events",
    "redemptions": "SELECT giving, place, desk, sequence, quota_use FROM redemptions",
    "reservations": "SELECT id, desk, sequence FROM reservations",
    "feed": "SELECT cursor, desk, sequence FROM feed ORDER BY cursor",
    "heads": "SELECT id, head_sequence, head_hash FROM desks",
    "leases": "SELECT desk, epoch, offer, performance, visit, venue, granted FROM leases",
    "quotas": "SELECT venue, scope, target, visit, value FROM quotas WHERE value IS NOT NULL AND mode = 'strict'",
}

Rows = list[dict[str, Any]]


@dataclass
class DeskRows:
    """A desk's journal, the redemptions that it knows of, and what its customers remember."""

    desk: str
    venues: tuple[str, ...]
    entries: list[Line]
    known: Counter[str]
    waiting: int
    handed: list[str]


@dataclass
class Findings:
    """What is wrong; nothing, it is hoped."""

    lost: int = 0
    doubled: int = 0
    over_quota: int = 0
    sentences: list[str] = field(default_factory=list)

    def add(self, sort: str, count: int, sentence: str) -> None:
        """Note so many of a sort."""
        if count:
            if sort:
                setattr(self, sort, getattr(self, sort) + count)
            self.sentences.append(f"{count} {sentence}")


def desk_rows(folder: Path, desk: str, venues: tuple[str, ...]) -> DeskRows:
    """Read a desk's files, which nobody else has open for writing."""
    view = LedgerView(folder, desk)
    try:
        view.read_on()
        known = Counter(
            name for (name,) in view.rows("SELECT DISTINCT giving FROM redemption WHERE giving <> ''")
        )
        waiting = view.one("SELECT count(*) FROM outbox WHERE state IN ('recorded', 'sent')")
    finally:
        view.close()
    words = [line.split() for line in (folder / "witness").read_text().splitlines()]
    handed = [word[1] for word in words if word[0] in {"given", "booked"}]
    return DeskRows(desk, venues, view.entries, known, waiting, handed)


def hub_rows(url: str) -> dict[str, Rows]:
    """Read the hub's tables, all of one moment."""
    with psycopg.connect(url, row_factory=dict_row) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        return {name: connection.execute(question).fetchall() for name, question in _HUB.items()}


def look(desks: list[DeskRows], hub: dict[str, Rows]) -> Findings:
    """Hold them against each other."""
    found = Findings()
    held = {(row["desk"], row["sequence"]): row for row in hub["events"]}
    for desk in desks:
        _journal(found, desk, held, hub)
    _effects(found, desks, hub)
    _feed(found, desks, hub)
    for venue in sorted({row["venue"] for row in hub["quotas"]}):
        _quotas(found, venue, desks, hub)
    return found


def _journal(found: Findings, desk: DeskRows, held: dict[tuple[str, int], Any], hub: dict[str, Rows]) -> None:
    """Each entry is at the hub, to the byte, and nothing else is; whatever a customer holds is an entry."""
    found.add("lost", desk.waiting, f"entries of {desk.desk} wait for an answer")
    here = {line.event for line in desk.entries}
    found.add(
        "lost", len(set(desk.handed) - here), f"tickets handed out by {desk.desk} are not in its journal"
    )
    found.add(
        "doubled", len(desk.handed) - len(set(desk.handed)), f"tickets of {desk.desk} were handed out twice"
    )
    missing = [line for line in desk.entries if _bytes(held, desk, line) != line.header]
    found.add("lost", len(missing), f"entries of {desk.desk} are not at the hub as they are here")
    refused = [
        line for line in desk.entries if held.get((desk.desk, line.sequence), {}).get("status") != "accepted"
    ]
    found.add(
        "lost",
        len(refused),
        f"entries of {desk.desk} are not accepted: {[line.kind for line in refused[:3]]}",
    )
    mine = sum(place[0] == desk.desk for place in held)
    found.add("doubled", max(0, mine - len(desk.entries)), f"entries at the hub are none of {desk.desk}")
    last = desk.entries[-1]
    heads = [(row["head_sequence"], row["head_hash"]) for row in hub["heads"] if row["id"] == desk.desk]
    found.add("", int(heads != [(last.sequence, last.hash)]), f"head of {desk.desk} is another at the hub")


def _bytes(held: dict[tuple[str, int], Any], desk: DeskRows, line: Line) -> bytes:
    row = held.get((desk.desk, line.sequence))
    return b"" if row is None else bytes(row["header"])


def _effects(found: Findings, desks: list[DeskRows], hub: dict[str, Rows]) -> None:
    """Each redemption has its effect once, in its size; so has each booking."""
    told = {line.body["giving"]: line.body["quota_use"] for _, line in _lines(desks, "redemption")}
    booked: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for row in hub["redemptions"]:
        uses[row["giving"]] += row["quota_use"]
        booked[row["giving"], row["place"]] += 1  # type: ignore[index]
    found.add("lost", len(told.keys() - uses.keys()), "redemptions have no effect at the hub")
    wrong = [name for name, use in uses.items() if told.get(name) != use]
    found.add("doubled", len(wrong), "redemptions at the hub are not as their desks told them")
    found.add("doubled", sum(count - 1 for count in booked.values()), "redemptions are booked twice")
    here = Counter(line.body["reservation"] for _, line in _lines(desks, "reservation"))
    there = Counter(row["id"] for row in hub["reservations"])
    found.add("lost", (here - there).total(), "bookings are not at the hub")
    found.add("doubled", (there - here).total(), "bookings at the hub are nobody's")


def _feed(found: Findings, desks: list[DeskRows], hub: dict[str, Rows]) -> None:
    """Each event that others hear of is in the feed once, without a gap in its numbers, and every desk has heard it."""
    own = {desk.desk for desk in desks}
    there = Counter((row["desk"], row["sequence"]) for row in hub["feed"] if row["desk"] in own)
    here = Counter((desk, line.sequence) for desk, line in _lines(desks) if line.kind in _FED)
    found.add("lost", (here - there).total(), "events are not in the feed")
    found.add("doubled", (there - here).total(), "events are in the feed twice")
    cursors = [row["cursor"] for row in hub["feed"]]
    found.add("lost", int(cursors != list(range(1, len(cursors) + 1))), "gap in the feed's numbers")
    for desk in desks:
        heard = {
            line.body["giving"]
            for _, line in _lines(desks, "redemption")
            if line.body["venue"] in desk.venues
        }
        found.add("lost", len(heard - desk.known.keys()), f"redemptions are not known to {desk.desk}")


def _quotas(found: Findings, venue: str, desks: list[DeskRows], hub: dict[str, Rows]) -> None:
    """Given and outstanding are within every strict number."""
    sums = Sums()
    for desk, line in _lines(desks):
        if line.body.get("venue") == venue:
            sums.add(desk, line.kind, line.body)
    used = sums.used(venue)
    for row in hub["leases"]:
        place = Place(row["offer"], row["performance"], row["visit"].isoformat())
        lease = (row["desk"], row["epoch"], place)
        if row["venue"] == venue:
            out = max(0, row["granted"] - sums.spent[lease] - sums.returned[lease])
            used.update(dict.fromkeys(place.keys(venue), out))
            over = max(0, sums.spent[lease] + sums.returned[lease] - row["granted"])
            found.add("over_quota", over, f"rights of {row['desk']} were never granted")
    for row in hub["quotas"]:
        if row["venue"] == venue:
            count = used[row["scope"], row["target"], row["visit"].isoformat()]
            found.add(
                "over_quota",
                max(0, count - row["value"]),
                f"over the number of {row['scope']} {row['target']}",
            )


def _lines(desks: list[DeskRows], kind: str = "") -> Iterator[tuple[str, Line]]:
    for desk in desks:
        yield from ((desk.desk, line) for line in desk.entries if kind in {"", line.kind})


@dataclass(frozen=True, slots=True)
class Memory:
    """What the desks' customers and windows saw while it ran."""

    millis: list[float]
    words: dict[str, Counter[str]]

    @classmethod
    def of(cls, folders: list[Path]) -> Memory:
        """Read every desk's witness."""
        millis: list[float] = []
        words: dict[str, Counter[str]] = defaultdict(Counter)
        for folder in folders:
            for line in (folder / "witness").read_text().splitlines():
                sort, what, *took = line.split()
                millis += [float(took[0])] if took else []
                words[sort][what if sort in {"declined", "line"} else ""] += 1
        return cls(sorted(millis), words)

    def at(self, part: float) -> float:
        """A quantile of how long giving took."""
        return self.millis[min(len(self.millis) - 1, int(len(self.millis) * part))] if self.millis else 0.0


def sessions(url: str) -> dict[str, int]:
    """What is left in PostgreSQL: transactions that nobody goes on with, locks waited for, prepared transactions."""
    questions = {
        "forgotten_transactions": "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"
        " AND clock_timestamp() - state_change > interval '5 seconds'",
        "locks_waited_for": "SELECT count(*) FROM pg_locks WHERE NOT granted",
        "prepared": "SELECT count(*) FROM pg_prepared_xacts",
    }
    with psycopg.connect(url, autocommit=True) as connection:
        return {name: connection.execute(question).fetchall()[0][0] for name, question in questions.items()}
