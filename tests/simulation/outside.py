"""The files as an auditor reads them: raw rows and signed headers, with none of the program's own sums.

Read incrementally, because every step is checked: a journal only grows, and where it does not that is a finding.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from validator.store import engine
from validator.store.engine import Care
from validator.store.keys import LEDGER, FileVault, KeyStore

Key = tuple[str, str, str]
"""A quota's scope, target and date of visit."""


class Place(NamedTuple):
    """A slot in raw words; "" where there is no performance."""

    offer: str
    performance: str
    visit: str

    @classmethod
    def of(cls, body: dict[str, Any]) -> Place:
        """The slot that an event's body is about."""
        return cls(body["offer"], body["performance"] or "", body["visit"])

    def keys(self, venue: str) -> tuple[Key, ...]:
        """The quotas that could apply."""
        whole = (("venue", venue, self.visit), ("offer", self.offer, self.visit))
        return (*whole, ("performance", self.performance, self.visit)) if self.performance else whole

    @property
    def day(self) -> date:
        """The date of visit."""
        return date.fromisoformat(self.visit)


Lease = tuple[str, int, Place]
"""A desk's rights for a slot in an epoch."""


@dataclass
class Sums:
    """What a series of events adds up to.

    Attributes:
        uses: tickets out of the quotas, by the giving or reservation that stands.
        spent: rights in use, by epoch and slot, net of what came back; ``returned`` were given back to the hub.
    """

    uses: dict[str, tuple[Place, int]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    spent: Counter[Lease] = field(default_factory=Counter)
    returned: Counter[Lease] = field(default_factory=Counter)
    places: dict[str, Place] = field(default_factory=dict)
    early: dict[str, list[tuple[str, int, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, desk: str, kind: str, body: dict[str, Any]) -> None:
        """Count one event, in whatever order they come."""
        rights = body.get("rights") or {"epoch": 0, "count": 0}
        epoch, count = rights["epoch"], rights["count"]
        match kind:
            case "redemption" | "reservation":
                name, place = body["giving" if kind == "redemption" else "reservation"], Place.of(body)
                self.places[name] = place
                self.uses[name] = place, body["quota_use"]
                self.spent[desk, epoch, place] += count
                if body.get("collects"):
                    self.gone.add(body["collects"])
                for who, when, back in self.early.pop(name, []):
                    self.spent[who, when, place] -= back
            case "void" | "release":
                name = body["giving" if kind == "void" else "reservation"]
                self.gone.add(name)
                if name in self.places:
                    self.spent[desk, epoch, self.places[name]] -= count
                elif count:
                    self.early[name].append((desk, epoch, count))
            case "give_back":
                self.returned[desk, epoch, Place.of(body)] += count

    def used(self, venue: str) -> Counter[Key]:
        """Standing tickets by quota."""
        used: Counter[Key] = Counter()
        for name, (place, count) in self.uses.items():
            if name not in self.gone:
                used.update(dict.fromkeys(place.keys(venue), count))
        return used


@dataclass(frozen=True, slots=True)
class Line:
    """A journal's entry in raw words."""

    sequence: int
    event: str
    kind: str
    hash: str
    header: bytes
    body: dict[str, Any]


class LedgerView:
    """A desk's ledger, through a connection of the auditor's own."""

    def __init__(self, folder: Path, desk: str) -> None:
        self.desk = desk
        key = KeyStore(folder, FileVault(folder)).key_for(LEDGER)
        self._connection = engine.connect(folder / "ledger.db", key, Care.LEDGER)
        self.entries: list[Line] = []
        self.sums = Sums()

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Raw rows."""
        found: list[tuple[Any, ...]] = self._connection.execute(question, values).fetchall()
        return found

    def one(self, question: str, *values: object) -> Any:
        """One raw value."""
        row = self._connection.execute(question, values).fetchone()
        return None if row is None else row[0]

    def read_on(self) -> list[Line]:
        """The entries since the last look."""
        fresh = [
            Line(sequence, event, kind, sealed, header, json.loads(header)["body"])
            for sequence, event, kind, sealed, header in self.rows(
                "SELECT sequence, event, kind, hash, header FROM journal WHERE sequence > ? ORDER BY sequence",
                len(self.entries),
            )
        ]
        for line in fresh:
            if "corrects" not in line.body:  # what it tells was done with the old one
                self.sums.add(self.desk, line.kind, line.body)
        self.entries += fresh
        return fresh

    def leases(self) -> Iterator[tuple[Place, int, int, int, int]]:
        """Slot, epoch, granted, spent, returned."""
        question = "SELECT offer, performance, visit, epoch, granted, spent, returned FROM lease"
        for offer, show, visit, *numbers in self.rows(question):
            epoch, granted, spent, returned = numbers
            yield Place(offer, show, visit), epoch, granted, spent, returned

    def numbers(self, keys: tuple[Key, ...]) -> tuple[list[tuple[int | None, str]], bool]:
        """The hub's word on these quotas as this desk has it, and whether it has set one itself that is not answered."""
        heard, own = [], False
        for key in keys:
            where = "WHERE scope = ? AND target = ? AND visit = ?"
            heard += self.rows(f"SELECT value, mode FROM quota {where}", *key)  # noqa: S608  our own words
            own |= bool(self.one(f"SELECT count(*) FROM quota_change {where} AND answered = 0", *key))  # noqa: S608
        return [(value, mode) for value, mode in heard], own

    def holds(self, reservation: str) -> bool:
        """Whether this desk knows a reservation, and of no end of it."""
        return bool(
            self.one(
                "SELECT count(*) FROM reservation WHERE id = ?"
                " AND id NOT IN (SELECT reservation FROM release)"
                " AND id NOT IN (SELECT collects FROM redemption)",
                reservation,
            )
        )


class HubView:
    """The hub's database, through a connection of the auditor's own."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "hub.db", isolation_level=None)
        self.sums = Sums()
        self.held: dict[tuple[str, int], tuple[str, str]] = {}
        self.accepted: Counter[str] = Counter()
        self._row = 0
        self._missing = False

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def rows(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Raw rows."""
        return self._connection.execute(question, values).fetchall()

    def one(self, question: str, *values: object) -> Any:
        """One raw value."""
        row = self._connection.execute(question, values).fetchone()
        return None if row is None else row[0]

    def life(self) -> str:
        """What the hub counts in."""
        text = self.one("SELECT value FROM settings WHERE name = 'life'")
        return json.loads(text) if text else ""

    def read_on(self) -> bool:
        """Take what came since the last look; whether anything did."""
        columns = "rowid, desk, sequence, hash, kind, status, header"
        if self._missing:
            # Places that were held open may have been filled.
            self.sums, self.held, self.accepted, self._row = Sums(), {}, Counter(), 0
        fresh = self.rows(f"SELECT {columns} FROM events WHERE rowid > ? ORDER BY rowid", self._row)  # noqa: S608
        self._missing = False
        for row, desk, sequence, sealed, kind, status, header in fresh:
            self._row = row
            self._missing |= status == "missing"
            self.held[desk, sequence] = sealed, status
            if status == "accepted":
                body = json.loads(header)["body"]
                self.accepted[kind] += 1
                self.sums.add(desk, kind, body)
        return bool(fresh)

    def granted(self) -> dict[Lease, int]:
        """Every lease's cumulative total, by desk, epoch and slot."""
        question = "SELECT desk, epoch, offer, performance, visit, granted FROM leases"
        return {
            (desk, epoch, Place(offer, show, visit)): granted
            for desk, epoch, offer, show, visit, granted in self.rows(question)
        }

    def strict(self) -> dict[Key, int]:
        """The strict numbers in force."""
        question = (
            "SELECT scope, target, visit, value FROM quotas WHERE value IS NOT NULL AND mode = 'strict'"
        )
        return {(scope, target, visit): value for scope, target, visit, value in self.rows(question)}

    def closed(self) -> set[Key]:
        """The quotas that say that nothing is given."""
        question = "SELECT scope, target, visit FROM quotas WHERE sold_out OR value = 0"
        return {(scope, target, visit) for scope, target, visit in self.rows(question)}

    def out(self, lease: Lease, granted: int, written_off: Counter[Lease]) -> int:
        """Rights of a lease that its desk may still use, by the auditor's own sums."""
        return max(0, granted - self.sums.spent[lease] - self.sums.returned[lease] - written_off[lease])

    def outstanding(self, granted: dict[Lease, int], written_off: Counter[Lease]) -> Counter[Place]:
        """Rights out at the desks, by slot."""
        out: Counter[Place] = Counter()
        for lease, count in granted.items():
            out[lease[2]] += self.out(lease, count, written_off)
        return out
