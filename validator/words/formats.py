"""Days, times and numbers as they are written in each language.

Instants are shown in the venue's zone, Helsinki where none is given; a value without a zone is taken as local already. At the very
ends of time, where zones overflow, an instant is shown as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from validator.domain.network import HELSINKI
from validator.words.catalogue import locale_of

_DAY: Mapping[str, str] = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMMM y", "selko": "d.M.y"}
_HOUR: Mapping[str, str] = {"fi": "H.mm", "sv": "H.mm", "en": "HH:mm", "selko": "H.mm"}
_AT: Mapping[str, str] = {"fi": "klo ", "sv": "kl. ", "en": "", "selko": "klo "}
_COUNTED = 10**15
"""Babel rounds what it formats, and stops where that would take more digits than a decimal has."""
_BETWEEN: Mapping[str, str] = {"fi": " ", "sv": " ", "en": ", ", "selko": " "}


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of one language."""

    language: str
    zone: ZoneInfo = field(default=HELSINKI)

    def plain(self, value: int | date | time) -> str:
        """A value by its type, as it stands in a sentence."""
        match value:
            case datetime():
                return self.moment(value)
            case date():
                return self.day(value)
            case time():
                return self.clock(value)
            case _:
                return self.number(value)

    def number(self, value: int) -> str:
        """A whole number, with thousands apart; one that counts nothing in this world as it stands."""
        return _number(value, self._locale) if abs(value) < _COUNTED else str(value)

    def day(self, value: date) -> str:
        """13.10.2018, or 13 October 2018."""
        return format_date(value, _DAY[self.language], locale=self._locale)

    def weekday(self, value: date) -> str:
        """The day behind its weekday: la 13.10.2018."""
        return format_date(value, f"EEE {_DAY[self.language]}", locale=self._locale)

    def hour(self, value: datetime | time) -> str:
        """The time of day for a narrow column: 17.26, or 17:26."""
        shown = self._local(value).time() if isinstance(value, datetime) else value
        return format_time(shown.replace(tzinfo=None), _HOUR[self.language], locale=self._locale)

    def clock(self, value: datetime | time) -> str:
        """The time of day in a sentence: klo 17.26, kl. 17.26, or 17:26."""
        return _AT[self.language] + self.hour(value)

    def moment(self, value: datetime) -> str:
        """Day and time of day."""
        return self._joined(self._local(value).date(), self.clock(value))

    def since(self, value: datetime) -> str:
        """An instant from which something holds; a midnight is told by its day."""
        local = self._local(value)
        return self.day(local.date()) if local.time() == time.min else self.moment(value)

    def until(self, value: datetime) -> str:
        """An instant until which something holds; a midnight is the end of the day before, at 24."""
        local = self._local(value)
        if local.time() != time.min or local.date() == date.min:
            return self.moment(value)
        midnight = self.clock(time(23, 0)).replace("23", "24")
        return self._joined(local.date() - timedelta(days=1), midnight)

    @property
    def _locale(self) -> Locale:
        return locale_of(self.language)

    def _joined(self, day: date, clock: str) -> str:
        return self.day(day) + _BETWEEN[self.language] + clock

    def _local(self, value: datetime) -> datetime:
        if value.tzinfo is None:
            return value
        try:
            return value.astimezone(self.zone)
        except OverflowError:
            return value


@lru_cache(maxsize=1024)
def _number(value: int, locale: Locale) -> str:
    """An answer says a dozen small numbers, and each takes longer to write than to look the card up."""
    return format_decimal(value, locale=locale)
