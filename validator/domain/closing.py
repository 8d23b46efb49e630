"""Closing a day: the desk's journal and the hub's ledger held against each other, entry by entry.

A day's entries are those whose header names this calendar day, by the desk's own clock and zone: both sides read it from the same
signed bytes. They are the same where places, hashes and the hub's word on each are the same; one digest says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from validator.domain.journal import canonical


class Standing(StrEnum):
    """What the hub said of an entry, as one side knows it."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    WAITING = "waiting"
    """Nothing yet."""


class Gap(StrEnum):
    """How the two sides differ on an entry."""

    NOT_THERE = "not_there"
    """Here, and not at the hub."""
    NOT_HERE = "not_here"
    """At the hub, and not here."""
    OTHER = "other"
    """Another entry is in this place at the hub."""
    REFUSED = "refused"
    """The hub keeps it, and did not accept it."""


@dataclass(frozen=True, slots=True)
class DayEntry:
    """An entry of the day, as one side holds it."""

    sequence: int
    event: str
    hash: str
    kind: str
    standing: Standing
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry on which the two sides differ."""

    gap: Gap
    entry: DayEntry


@dataclass(frozen=True, slots=True)
class DayClose:
    """A day, closed.

    Attributes:
        day: the day.
        here: entries of it in the desk's journal.
        there: entries of it in the hub's ledger.
        digest: of the hub's.
        signature: the hub's word for it.
        differences: in the order of the journal; none where the two are proven to be the same.
        beyond: entries, of whatever day, that the hub holds behind the last one here: this is an old copy.
    """

    day: date
    here: int
    there: int
    digest: str
    signature: bytes
    differences: tuple[Difference, ...] = ()
    beyond: int = 0

    @property
    def holds(self) -> bool:
        """Whether the desk's journal and the hub's ledger are the same for the day."""
        return not self.differences and not self.beyond


def span(day: date) -> tuple[datetime, datetime]:
    """Instants between which all of a day's entries lie, whatever their offset: none is as much as a day."""
    noon = datetime.combine(day, time(12), UTC)
    try:
        return noon - timedelta(hours=36), noon + timedelta(hours=36)
    except OverflowError:  # at the ends of the calendar nothing has happened
        return noon, noon


def day_digest(entries: Iterable[DayEntry]) -> str:
    """One number for all of a day's entries."""
    rows = sorted([entry.sequence, entry.hash, entry.standing.value] for entry in entries)
    return hashlib.sha256(canonical(rows)).hexdigest()


def differences(here: Iterable[DayEntry], there: Iterable[DayEntry]) -> tuple[Difference, ...]:
    """On what the two sides differ. That an answer was not heard yet is no difference: the entry is there."""
    ours, theirs = _by_place(here), _by_place(there)
    found = (_difference(ours.get(place), theirs.get(place)) for place in sorted({*ours, *theirs}))
    return tuple(each for each in found if each is not None)


def _difference(here: DayEntry | None, there: DayEntry | None) -> Difference | None:
    if there is None:
        return None if here is None else Difference(Gap.NOT_THERE, here)
    if here is None:
        return Difference(Gap.NOT_HERE, there)
    if here.hash != there.hash:
        return Difference(Gap.OTHER, here)
    return Difference(Gap.REFUSED, there) if there.standing is Standing.REFUSED else None


def _by_place(entries: Iterable[DayEntry]) -> Mapping[int, DayEntry]:
    return {entry.sequence: entry for entry in entries}
