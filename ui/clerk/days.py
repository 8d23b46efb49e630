"""A day as somebody types it: 24.12. or 24.12.2018, with dots, strokes or dashes, or as 2018-12-24."""

from __future__ import annotations

import re
from datetime import date, timedelta

AHEAD = timedelta(days=366)
"""How far ahead tickets may be asked for: a year's programme."""

_BETWEEN = r"(?:\s*[.,/-]\s*|\s+)"
_DAY = re.compile(rf"(\d{{1,4}}){_BETWEEN}(\d{{1,2}})(?:{_BETWEEN}(\d{{1,4}}))?(?:\s*[.,/-])?")


def typed_day(text: str, today: date) -> date | None:
    """The day that was meant, from ``today`` on; None where none is named. Without a year it is the next one of its name."""
    whole = _DAY.fullmatch(text.strip())
    match [] if whole is None else [int(part) for part in whole.groups() if part]:
        case [year, month, day] if year >= 1000:
            found = _day(year, month, day)
        case [day, month, year] if year >= 1000:
            found = _day(year, month, day)
        case [day, month]:
            found = _day(today.year, month, day)
            if found is None or found < today:
                found = _day(today.year + 1, month, day)
        case _:
            found = None
    return found if found is not None and today <= found <= today + AHEAD else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
