"""Cases: what a manager should look at after the fact. The customer is never one; every ticket stands.

1. A case is known by what it is about (its kind and its anchor), not by when or in what order its parts came: whatever is
   repeated, reordered or told anew is the same case.
2. It holds every side: for each event what its desk decided, with the trace, and apart from that what the hub thinks of it.
3. Settling is an event, one of a short list of outcomes. A word counts for as many sides as its manager had before them: what
   comes later opens the case again. Of several words on the same sides the first in the hub's order stands, and all are kept.

Kinds are data: a desk shows one that it does not know as a thing to look at, and can settle it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from validator.domain.journal import EventKind, canonical

MOST_SIDES = 20
"""That travel and are shown; what is more is counted."""
MOST_SEEN = 1_000_000
"""Sides of one case that a word may speak of: more is a slip of a program."""


class CaseKind(StrEnum):
    """What a case is about.

    `DUPLICATE` to `UNKNOWN_CARD` are the hub's remarks S01 to S04, `REFUSED` is S06. `FORKED` holds the entries of a journal that
    went two ways, `SHUT_OUT` what a desk told after it was shut out.
    """

    DUPLICATE = "duplicate"
    CARD_CLOSED = "card_closed"
    OVER_QUOTA = "over_quota"
    UNKNOWN_CARD = "unknown_card"
    REFUSED = "refused"
    FORKED = "forked"
    SHUT_OUT = "shut_out"


class CaseOutcome(StrEnum):
    """How a case was settled. `CORRECTED` is not chosen: a new event took the place of the refused one."""

    AS_IT_SHOULD = "as_it_should"
    TALKED = "talked"
    RAISED = "raised"
    LOOKED_INTO = "looked_into"
    CORRECTED = "corrected"


CHOICES = (CaseOutcome.AS_IT_SHOULD, CaseOutcome.TALKED, CaseOutcome.RAISED, CaseOutcome.LOOKED_INTO)
"""What a manager may choose, in the order of the keys."""

CORRECTABLE = frozenset({EventKind.REDEMPTION, EventKind.RESERVATION, EventKind.VOID, EventKind.RELEASE})
"""Kinds of refused events that can be told once more. A number is set anew instead."""


@dataclass(frozen=True, slots=True)
class Side:
    """One event of a case.

    Attributes:
        desk: whose event it is; ``name`` is what people call the desk.
        event: its id, "" where it could not be read.
        sequence: its place in that desk's journal, 0 where it has none.
        kind: an `EventKind`'s value, or "".
        at: the desk's own time.
        received_at: the hub's.
        rules: id of the rule set that the desk decided under.
        decided: the desk's own decision: of the event's body ``code``, ``notes``, ``tickets``, ``provisional``, ``overridden``,
            ``override_reason``, ``list_version`` and ``trace``.
        status: the hub's opinion: "accepted", "refused" or "forked"; ``remarks`` are its S codes, ``reason`` is its word.
        over: how many of the tickets are over a quota.
        undone: the giving was undone since.
    """

    desk: str
    name: str = ""
    event: str = ""
    sequence: int = 0
    kind: str = ""
    at: datetime | None = None
    received_at: datetime | None = None
    rules: str = ""
    decided: Mapping[str, Any] = field(default_factory=dict)
    status: str = ""
    remarks: tuple[str, ...] = ()
    reason: str = ""
    over: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One settling of a case: which desk, who there, when, what; ``seen`` is how many sides were before them."""

    desk: str
    sequence: int
    outcome: str
    author: str = ""
    seen: int = 0
    at: datetime | None = None
    received_at: datetime | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case, as the hub tells it to every desk of the venue.

    Attributes:
        kind: a `CaseKind`'s value, or a newer program's.
        offer: what it is about, or "".
        count: how many sides there are; ``sides`` are the first `MOST_SIDES` of them, in the hub's order.
        over: tickets over a quota, of all sides.
        words: every settling, in the hub's order.
        version: the cursor at which it was told.
    """

    id: str
    kind: str
    venue: str
    opened_at: datetime
    offer: str = ""
    performance: str | None = None
    visit: date | None = None
    count: int = 1
    over: int = 0
    sides: tuple[Side, ...] = ()
    words: tuple[Word, ...] = ()
    version: int = 0

    @property
    def standing(self) -> Word | None:
        """The word that settles it: the first that counts for all its sides; None while it is open."""
        return next((word for word in self.words if word.seen >= self.count), None)


def case_id(kind: str, *anchor: str) -> str:
    """The id of the case of this kind and anchor, the same wherever and whenever it is made. It tells nothing of the anchor."""
    return hashlib.sha256(canonical([kind, *anchor])).hexdigest()[:32]


def settle_body(case: CaseFile, outcome: CaseOutcome, author: str) -> dict[str, Any]:
    """The body of a settling."""
    return {
        "venue": case.venue,
        "case": case.id,
        "outcome": outcome.value,
        "seen": case.count,
        "author": author,
    }
