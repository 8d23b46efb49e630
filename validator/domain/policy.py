"""Graded answers to old lists and doubtful clocks, and the numbers behind notes. All of it is data that the hub sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Grade(StrEnum):
    """How old a list is, from the last complete and verified one."""

    FRESH = "fresh"
    NOTICE = "notice"
    BANNER = "banner"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Policy:
    """Numbers of the network.

    Attributes:
        notice_after: the list's age from which W02 is noted and an unknown card may be accepted provisionally.
        provisional: whether unknown cards may be accepted on an old list at all.
        last_ones: W06 is noted when so many tickets or fewer are left.
        ends_soon: W03 is noted when a card ends within this time.
        again_within: W10 is noted when a card was given tickets this short a time ago.
        child_notice: W05 is noted above so many children where the register has no count.
        child_ceiling: the stepper's end where the register has no count.
    """

    notice_after: timedelta = timedelta(hours=24)
    banner_after: timedelta = timedelta(days=7)
    stop_after: timedelta = timedelta(days=30)
    provisional: bool = True
    last_ones: int = 5
    ends_soon: timedelta = timedelta(days=30)
    again_within: timedelta = timedelta(seconds=10)
    child_notice: int = 5
    child_ceiling: int = 10
    clock_tolerance: timedelta = timedelta(minutes=5)

    def grade(self, age: timedelta) -> Grade:
        """The grade of a list of this age (a list from the future counts as fresh: the clock's check deals with that)."""
        if age > self.stop_after:
            return Grade.STOP
        if age > self.banner_after:
            return Grade.BANNER
        return Grade.NOTICE if age > self.notice_after else Grade.FRESH


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which list a desk holds: its version, and when the hub made it (aware)."""

    version: int
    made_at: datetime
