"""One cell of a list to import: from a text, or a JSON value, to a value of the domain, or to a plain reason why not.

1. Nothing is guessed. What can be read in one way only is read, everything else is a reason.
2. A reason never quotes a cell: with its columns shifted, any cell may hold a card's code.
3. Days are written 2018-10-13 or 13.10.2018. A month alone (2018-10 or 10/2018) is its first day where something begins, its last
   where it ends, and says of itself that it is no more than that (`MonthEdge`).
4. Instants are written with their offset from UTC or as the wall clock shows them; the zone is the row's matter.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from typing import TypeVar
from zoneinfo import ZoneInfo

from validator.domain.network import CardLimit, Period, Term

LONGEST_TEXT = 500
"""Signs of one name or contact."""
LIST_MARK = "|"
"""Between the members of a list in one cell of a CSV file."""
NO_LIMIT = "none"
MOST_COMPANIONS = 99
"""More on one card is a slip of the pen."""
MOST_MINUTES = 7 * 24 * 60
"""A booking is held until a week before the start at the most."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,99}")
_DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4})", re.ASCII
)
_MONTH = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})|(?P<m2>\d{1,2})/(?P<y2>\d{4})", re.ASCII)
_WALL_CLOCK = re.compile(
    r"(?P<day>\S+)[ T](?:klo )?(?P<h>\d{1,2})[.:](?P<min>\d{2})(?::(?P<s>\d{2}))?", re.ASCII
)
_HOUR = re.compile(r"(\d{1,2})[.:](\d{2})", re.ASCII)
_LIMIT = re.compile(r"(\d{1,4}) ?(?:per|/) ?([a-z]+)( at the venue)?", re.ASCII)
_TERM = re.compile(r"(\S{1,40}) (\d{1,2})-(\d{1,2}) (\d{1,2})-(\d{1,2})", re.ASCII)
_YES = frozenset({"true", "yes", "1", "kyllä"})
_NO = frozenset({"false", "no", "0", "ei"})
_MONTHS = 12
_YEARS = range(1900, 2200)

Choice = TypeVar("Choice", bound=Enum)


class CellBad(Exception):
    """The cell cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class MonthEdge:
    """The first or last day of a month, where the list names the month alone. A day-precise text goes before it."""

    day: date

    def agrees(self, other: object) -> bool:
        """Whether ``other`` is a day of the same month."""
        return isinstance(other, date) and (other.year, other.month) == (self.day.year, self.day.month)


def is_blank(cell: object) -> bool:
    """Whether the cell says nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text(cell: object) -> str:
    """A short text on one line."""
    if not isinstance(cell, str):
        raise CellBad("is no text")
    found = cell.strip()
    if len(found) > LONGEST_TEXT:
        raise CellBad(f"is longer than {LONGEST_TEXT} signs")
    if not found.isprintable():
        raise CellBad("has signs that cannot be printed")
    return found


def identifier(cell: object) -> str:
    """An id: letters, digits and ``. _ : -``."""
    found = text(str(cell) if type(cell) is int else cell)
    if not _ID.fullmatch(found):
        raise CellBad("is no id: letters, digits and . _ : - only, at most 100")
    return found


def first_day(cell: object) -> date | MonthEdge:
    """The day on which something begins."""
    return _day(cell, last=False)


def last_day(cell: object) -> date | MonthEdge:
    """The last day of something, inclusive."""
    return _day(cell, last=True)


def instant(cell: object) -> datetime:
    """An instant; without a zone where the cell has no offset (see `in_zone`)."""
    found = text(cell)
    if clock := _WALL_CLOCK.fullmatch(found):
        day = _day(clock["day"], last=False)
        if isinstance(day, MonthEdge):
            raise CellBad("needs a day before the hour")
        return datetime.combine(day, _hour(clock["h"], clock["min"], clock["s"] or "0"))
    try:
        aware = datetime.fromisoformat(found)
    except ValueError as error:
        raise CellBad("is no day and hour such as 2018-10-13 19:00") from error
    if aware.tzinfo is None or aware.year not in _YEARS:
        raise CellBad("is no day and hour such as 2018-10-13 19:00")
    return aware


def in_zone(value: datetime, zone: str) -> datetime:
    """A wall clock's instant in its zone; one that has its offset already stays as it is.

    Raises:
        CellBad: the hour does not exist on that day, or exists twice.
    """
    if value.tzinfo is not None:
        return value
    before, after = (
        value.replace(tzinfo=ZoneInfo(zone), fold=fold).utcoffset() or timedelta(0) for fold in (0, 1)
    )
    if before < after:
        raise CellBad("lies in the hour that the clocks jump over")
    if before > after:
        raise CellBad("lies in the hour that the clocks pass twice: add the offset from UTC")
    return value.replace(tzinfo=timezone(before))


def hour(cell: object) -> time:
    """A time of day such as 04:00."""
    found = _HOUR.fullmatch(text(cell))
    if not found:
        raise CellBad("is no time of day such as 04:00")
    return _hour(found[1], found[2], "0")


def count(cell: object) -> int:
    """A whole number from 0."""
    if type(cell) is int:
        number = cell
    elif isinstance(cell, str) and re.fullmatch(r"[+-]?[0-9]{1,9}", cell.strip()):
        number = int(cell)
    else:
        raise CellBad("is no whole number")
    if number < 0:
        raise CellBad("is negative")
    if number >= 10**9:
        raise CellBad("is too large")
    return number


def up_to(most: int) -> Callable[[object], int]:
    """A reader of a whole number that a person can have meant."""

    def read(cell: object) -> int:
        number = count(cell)
        if number > most:
            raise CellBad(f"is more than {most}")
        return number

    return read


def flag(cell: object) -> bool:
    """Yes or no."""
    word = str(cell).strip().lower() if type(cell) in {bool, int, str} else ""
    if word in _YES | _NO:
        return word in _YES
    raise CellBad("is neither yes nor no")


def one_of(kinds: type[Choice]) -> Callable[[object], Choice]:
    """A reader of one of an enumeration's words."""

    def read(cell: object) -> Choice:
        try:
            return kinds(text(cell).lower())
        except ValueError as error:
            words = ", ".join(str(each.value) for each in kinds)
            raise CellBad(f"is none of {words}") from error

    return read


def texts(cell: object) -> tuple[str, ...]:
    """Several texts: a JSON list, or one cell with ``|`` between them."""
    if not isinstance(cell, list | str):
        raise CellBad("is no list")
    found = [text(part) for part in (cell.split(LIST_MARK) if isinstance(cell, str) else cell)]
    return tuple(dict.fromkeys(part for part in found if part))


def limits(cell: object) -> tuple[CardLimit, ...]:
    """Limits per card: ``2 per week``, ``1 per term at the venue``, several with ``|`` between them, or ``none``."""
    parts = texts(cell)
    if [part.lower() for part in parts] == [NO_LIMIT]:
        return ()
    found = []
    for part in parts:
        limit = _LIMIT.fullmatch(part.lower())
        if not limit or int(limit[1]) < 1 or limit[2] not in {period.value for period in Period}:
            periods = ", ".join(period.value for period in Period)
            raise CellBad(f"is no limit such as '2 per week' (periods: {periods}), nor 'none'")
        found.append(CardLimit(int(limit[1]), Period(limit[2]), venue_wide=limit[3] is not None))
    return tuple(found)


def terms(cell: object) -> tuple[Term, ...]:
    """School terms inside a calendar year: ``autumn 8-1 12-31``, several with ``|`` between them."""
    found = []
    for part in texts(cell):
        term = _TERM.fullmatch(part)
        if not term:
            raise CellBad("is no term such as 'autumn 8-1 12-31'")
        first, last = ((int(term[place]), int(term[place + 1])) for place in (2, 4))
        for month, day in (first, last):
            _existing(2018, month, day)
        if last < first:
            raise CellBad("has a term that ends before it begins")
        found.append(Term(term[1], first, last))
    return tuple(found)


def shown(value: object) -> str:
    """A value as it stands in a message about a change."""
    match value:
        case None | () | "":
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case date() | time():
            return value.isoformat()
        case CardLimit():
            return f"{value.count} per {value.period.value}" + (" at the venue" if value.venue_wide else "")
        case Term():
            return "{} {}-{} {}-{}".format(value.id, *value.first, *value.last)
        case tuple():
            return f" {LIST_MARK} ".join(map(shown, value))
        case _:
            return str(value)


def _day(cell: object, *, last: bool) -> date | MonthEdge:
    found = text(cell)
    if day := _DAY.fullmatch(found):
        return _existing(*(int(day[name] or day[f"{name}2"]) for name in ("y", "m", "d")))
    if month := _MONTH.fullmatch(found):
        year, number = (int(month[name] or month[f"{name}2"]) for name in ("y", "m"))
        first = _existing(year, number, 1)
        return MonthEdge(first.replace(day=calendar.monthrange(year, number)[1]) if last else first)
    raise CellBad("is no day such as 2018-10-13 or 13.10.2018")


def _existing(year: int, month: int, day: int) -> date:
    if year not in _YEARS:
        raise CellBad(f"names the year {year}, which cannot be meant")
    if not 1 <= month <= _MONTHS:
        raise CellBad(f"names month {month}, which does not exist")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise CellBad("names a day that does not exist") from error


def _hour(hours: str, minutes: str, seconds: str) -> time:
    try:
        return time(int(hours), int(minutes), int(seconds))
    except ValueError as error:
        raise CellBad("names an hour that does not exist") from error
