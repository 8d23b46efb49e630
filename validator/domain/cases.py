"""Cases: what a manager should look at after the fact. The customer is never one; every ticket stands.

1. A case is known by what it is about (its kind and its anchor), not by when or in what order its parts came: whatever is repeated,
   reordered or told anew is the same case.
2. A case only grows. A settling says how many sides its author saw, and settles a case that has no more than these: so it makes no
   difference whether a further side or the settling comes first, and two managers who settle apart are both heard.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from validator.domain.journal import canonical

MOST_SIDES = 10_000_000
"""No case has so many; a database holds it."""


class CaseKind(StrEnum):
    """What a case is about.

    `DUPLICATE` to `UNKNOWN_CARD` are the hub's remarks S01 to S04, `REFUSED` is S06. `FORKED` holds the entries of a journal that
    went two ways, `SHUT_OUT` what a desk told after it was shut out. `PAPER` was given while the program was away although
    the rules say no.
    """

    DUPLICATE = "duplicate"
    CARD_CLOSED = "card_closed"
    OVER_QUOTA = "over_quota"
    UNKNOWN_CARD = "unknown_card"
    REFUSED = "refused"
    FORKED = "forked"
    SHUT_OUT = "shut_out"
    PAPER = "paper"


class CaseOutcome(StrEnum):
    """How a manager settles a case. None of them says anything of the customer.

    `SEEN` needs nothing further, `AGREED` was talked over with the support service, `OURS` is a mistake of the house or its
    programs, `CORRECTED` was entered anew.
    """

    SEEN = "seen"
    AGREED = "agreed"
    OURS = "ours"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Settling:
    """A manager's word on a case; ``seen`` is how many of its sides they saw."""

    case: str
    outcome: str
    author: str
    seen: int


@dataclass(frozen=True, slots=True)
class Said:
    """A settling, when its author said it, and whether that was at this desk."""

    settling: Settling
    at: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class CaseSide:
    """One event of a case: its own decision, and what the hub thinks of it.

    Attributes:
        desk: id of the desk whose event it is; ``name`` is what people call it.
        event: its id, or "" where the hub could not read it.
        kind: of the event, or "" where that is not known.
        occurred_at: the desk's own time; ``received_at`` is the hub's.
        decided: what of the event's body is the desk's decision, its trace with it; JSON's own values.
        status: the hub's: "accepted", "refused", "forked" or "unreadable"; ``reason`` says why in English.
        remarks: S codes; ``over`` is how many tickets were over a quota.
    """

    desk: str
    name: str
    event: str
    kind: str
    occurred_at: datetime | None
    received_at: datetime
    status: str
    reason: str = ""
    remarks: tuple[str, ...] = ()
    over: int = 0
    decided: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """A case as the hub tells it.

    Attributes:
        count: how many sides it has; ``sides`` may hold fewer.
        ended: nothing is left to settle: what was missing has come.
    """

    id: str
    kind: str
    venue: str
    offer: str
    performance: str | None
    visit: date | None
    opened_at: datetime
    count: int
    sides: tuple[CaseSide, ...]
    ended: bool = False

    def is_settled(self, settlings: Iterable[Settling]) -> bool:
        """Whether somebody has settled all of it, or it ended by itself."""
        return self.ended or any(each.seen >= self.count for each in settlings)


def case_id(kind: CaseKind, *anchor: str) -> str:
    """The id of the case of this kind and anchor, the same wherever and whenever it is made. It tells nothing of the anchor."""
    return hashlib.sha256(canonical([kind.value, *anchor])).hexdigest()[:32]
