"""What a card is for where nobody has chosen: the one event that is on, or nothing, so that the clerk is asked.

Tonight's performance stands before what is open all day. Where two are on at once, or several are open all day and none is on,
nobody but the clerk knows which one a customer wants.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from validator.desk import OfferLine
from validator.domain.network import OfferKind

DOORS = timedelta(hours=2)
"""How long before its start people come for a performance."""


def meant(lines: tuple[OfferLine, ...], now: datetime | None) -> tuple[OfferLine, ...]:
    """The lines that a card may be for; more than one is a question to the clerk.

    Args:
        lines: of one day, performances by time first.
        now: aware; None where the day is not today.
    """
    if len(lines) == 1:
        return lines
    is_open = tuple(line for line in lines if line.problem is None and not line.ahead)
    if now is None:  # somebody went there, and sees the list
        return is_open[:1] or lines[:1]
    shows = tuple(line for line in is_open if line.performance is not None)
    on = tuple(
        line for line in shows if line.performance is not None and now >= line.performance.starts_at - DOORS
    )
    visits = tuple(
        line for line in is_open if line.performance is None and line.offer.kind is not OfferKind.COURSE
    )
    if on:
        return on
    if shows and not visits:
        first = min(line.performance.starts_at for line in shows if line.performance is not None)
        return tuple(
            line
            for line in shows
            if line.performance is not None and line.performance.starts_at < first + DOORS
        )
    return (*shows, *visits) or is_open or lines[:1]
