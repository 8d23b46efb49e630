"""The one reader of the machine's time, for desk and hub alike.

Everything else is handed a `Clock`, so that tests and the demo can set it. The demo's clock is the machine's, shifted by an
offset that is fixed once per demo data folder and ticks on from there.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where instants come from."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump within one boot."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, shifted by ``offset`` (zero but in the demo)."""

    offset: timedelta = timedelta(0)

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        return datetime.now(UTC) + self.offset

    def monotonic(self) -> float:
        """Seconds that never jump within one boot."""
        return time.monotonic()

    @classmethod
    def starting_at(cls, instant: datetime) -> SystemClock:
        """A clock that shows ``instant`` now and ticks on."""
        return cls(instant - datetime.now(UTC))
