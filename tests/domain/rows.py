"""A row of the decision table, and how its facts are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from tests.domain.world import (
    EXHIBITION,
    FACTS,
    NOW,
    READ,
    at,
    used,
)
from validator.domain.code import Problem, Recognised, Unrecognised
from validator.domain.facts import Facts
from validator.domain.network import CardLimit, Period
from validator.domain.party import Party
from validator.domain.policy import Stamp
from validator.domain.redemption import Redemption, Tickets
from validator.domain.verdict import Reason

OLD = Stamp(7, NOW - timedelta(days=2))
DAY = timedelta(days=1)
ALONE = Party()
R = Reason


@dataclass(frozen=True)
class Row:
    """One line of the table.

    ``says`` is the leading code; ``also`` and ``notes`` are complete, in order; ``without`` is of choices.
    """

    name: str
    says: Reason
    facts: Facts = FACTS
    party: Party = ALONE
    reading: Recognised | Unrecognised = READ
    tickets: Tickets | None = None
    notes: tuple[Reason, ...] = ()
    also: tuple[Reason, ...] = ()
    more: tuple[Reason, ...] = ()
    now: datetime = NOW
    without: tuple[int, ...] = (2,)


def unread(problem: Problem) -> Unrecognised:
    return Unrecognised(problem, None)


def limited(count: int, period: Period, *uses: Redemption, venue_wide: bool = False, **changes: Any) -> Facts:
    offer = replace(EXHIBITION, limits=(CardLimit(count, period, venue_wide),))
    return at(offer, history=uses, **changes)


def visited(day: date, offer: str = "exhibition", **changes: Any) -> Redemption:
    return used(offer, None, day, kind="admission", **changes)
