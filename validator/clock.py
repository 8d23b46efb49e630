"""The one reader of the machine's time, for desk and hub alike.

Everything else is handed a `Clock`, so that tests and the demo can set it. The demo's clock is the machine's, shifted by an
offset that is fixed once per demo data folder and ticks on from there.

A desk's time (`DeskClock`) obeys these rules:

1. Until a time is believed in this boot, it is the machine's plus what it lacked when the hub was last heard.
2. Once a time is believed, it is carried on by the monotonic clock: setting the machine's clock moves nothing. That holds for as
   long as the machine runs, also where the program ends and begins again meanwhile, if the system names its boots; one that does
   not may have been started anew, and then rule 1 holds.
3. The clock is suspect if it is more than the tolerance behind the floor (the latest time that this desk believed, kept over
   restarts), or if the machine's clock and the monotonic clock moved apart by more than the tolerance within one boot.
4. The floor standing still for a weekend, or the time being far ahead of the hub's last word, is no evidence.
5. The hub's word ends every doubt, and so does putting the machine's clock right. A suspect clock never raises the floor.
6. A start that finds the time above the floor by more than the tolerance is believed, but nobody has confirmed it: until the hub
   has, or the program has run for `PROVEN_AFTER`, or tickets were asked for (`attest`), the floor moves on only by what the
   monotonic clock counts. A machine that was days ahead thus leaves nothing behind, and setting its clock back, not below the
   floor, ends the leap without a doubt: nothing was given in it that a limit would count anew. Tickets attest to no leap of more
   than `LEAP`: those a manager has lifted.

Refusing on a suspect clock is the decision's own rule; keeping the memory in a file is the ledger's.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol, Self

TOLERANCE = timedelta(minutes=5)
KEEP_EVERY = timedelta(minutes=1)
"""The floor is written down no more often than this, so that asking the time does not wear a disk."""

LEAP = timedelta(days=30)
"""As old as a list may be before it stops: a desk whose clock has leapt so far gives nothing without a manager in any case."""
PROVEN_AFTER = timedelta(hours=1)

NO_TIME = timedelta(0)
_BOOT = Path("/proc/sys/kernel/random/boot_id")


class Clock(Protocol):
    """Where instants come from."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump within one boot."""
        ...

    def boot(self) -> str:
        """The name of this boot, of which alone the monotonic clock tells; empty where the system names none."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, shifted by ``offset`` (zero but in the demo)."""

    offset: timedelta = NO_TIME

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        return datetime.now(UTC) + self.offset

    def monotonic(self) -> float:
        """Seconds that never jump within one boot, and run on while the machine sleeps."""
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        elif sys.platform == "darwin":  # noqa: RET505  (mypy reads platforms branch by branch)
            return time.clock_gettime(time.CLOCK_MONOTONIC)
        else:
            return time.monotonic()

    def boot(self) -> str:
        """The name that Linux gives to this boot; other systems give none that holds while the clock is set."""
        return _boot_name(_BOOT)

    @classmethod
    def starting_at(cls, instant: datetime) -> SystemClock:
        """A clock that shows ``instant`` now and ticks on."""
        return cls(instant - datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class StillClock:
    """A clock that stands, for a question that is asked at one instant."""

    instant: datetime

    def now(self) -> datetime:
        """Always the same instant, in UTC."""
        return self.instant.astimezone(UTC)

    def monotonic(self) -> float:
        """Always nothing."""
        return 0.0

    def boot(self) -> str:
        """None: it runs in no machine."""
        return ""

    @property
    def offset(self) -> timedelta:
        """From the machine's clock to this instant."""
        return SystemClock.starting_at(self.instant).offset


class Doubt(StrEnum):
    """Why a clock is suspect."""

    BEHIND = "behind"
    STEPPED = "stepped"


@dataclass(frozen=True, slots=True)
class Reading:
    """The machine's two clocks at one moment, and the boot since which the second counts (empty where it has no name)."""

    wall: datetime
    ticks: float
    boot: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A believed time, and the machine's clocks at that moment.

    Attributes:
        floor: the latest time that was believed before.
        leaps: whether the time is a leap above the floor that nobody has confirmed.
    """

    time: datetime
    at: Reading
    floor: datetime
    leaps: bool = False

    def carried_to(self, ticks: float) -> datetime:
        """The believed time, carried on by the monotonic clock."""
        return self.time + self.run_until(ticks)

    def run_until(self, ticks: float) -> timedelta:
        """What has passed since, as the monotonic clock counts."""
        return timedelta(seconds=ticks - self.at.ticks)

    def floor_at(self, ticks: float) -> datetime:
        """The latest time of which this is proof; also where the time lags behind the floor, within the tolerance."""
        run = self.run_until(ticks)
        is_confirmed = not self.leaps or run >= PROVEN_AFTER
        return (max(self.time, self.floor) if is_confirmed else self.floor) + run

    def put_right(self, reading: Reading) -> Anchor:
        """The same, where somebody has set the machine's clock to the believed time."""
        return replace(self, at=replace(self.at, wall=reading.wall - self.run_until(reading.ticks)))

    def text(self) -> str:
        """As it is kept."""
        instants = (self.time, self.at.wall, self.floor)
        return json.dumps([*(each.isoformat() for each in instants), self.at.ticks, self.at.boot, self.leaps])

    @classmethod
    def read(cls, text: str) -> Self:
        """What `text` wrote."""
        *instants, ticks, boot, leaps = json.loads(text)
        time, wall, floor = map(datetime.fromisoformat, instants)
        return cls(time, Reading(wall, ticks, boot), floor, leaps)


@dataclass(frozen=True, slots=True)
class ClockMemory:
    """What outlives a restart.

    Attributes:
        floor: the latest time that was believed, or None before the first.
        offset: hub's time less the machine's, when the hub was last heard or the machine's clock was put right.
        anchor: the time that was believed last, or None.
    """

    floor: datetime | None = None
    offset: timedelta = NO_TIME
    anchor: Anchor | None = None

    def anchor_in(self, boot: str, ticks: float) -> Anchor | None:
        """What was believed earlier in this boot, or None."""
        if self.anchor is None or not boot or boot != self.anchor.at.boot or ticks < self.anchor.at.ticks:
            return None
        return self.anchor


@dataclass(frozen=True, slots=True)
class Told:
    """What the clock says at one moment.

    Attributes:
        time: this instant.
        doubt: why it is suspect, or None.
        put_right: somebody has set the machine's clock, and it is right now.
    """

    time: datetime
    doubt: Doubt | None
    put_right: bool = False


def tell(
    reading: Reading, memory: ClockMemory, anchor: Anchor | None, tolerance: timedelta = TOLERANCE
) -> Told:
    """The time, and whether it is suspect (rules 1 to 4)."""
    if anchor is not None:
        expected = anchor.carried_to(reading.ticks)
        as_before = reading.wall + (anchor.time - anchor.at.wall)
        is_near = abs(as_before - expected) <= tolerance
        is_right = abs(reading.wall - expected) <= tolerance
        return Told(expected, None if is_near or is_right else Doubt.STEPPED, is_right and not is_near)
    corrected = reading.wall + memory.offset
    if memory.floor is None:
        return Told(corrected, None)
    earliest = memory.floor - tolerance
    if corrected >= earliest:
        return Told(corrected, None)
    # Somebody may have put the clock right while the program was not running: then what it once lacked no longer counts.
    return Told(reading.wall, None if reading.wall >= earliest else Doubt.BEHIND)


class DeskClock:
    """A desk's clock. Any thread may ask it.

    Args:
        base: the machine's clock.
        memory: what the last run left behind.
        save: keeps the memory. It is called by `heard`, `attest`, `keep` and `keep_if_due` alone, never by asking the time, so that
            a thread inside a transaction may ask.
        tolerance: beyond this a clock is suspect.
    """

    def __init__(
        self,
        base: Clock,
        memory: ClockMemory | None = None,
        save: Callable[[ClockMemory], None] | None = None,
        tolerance: timedelta = TOLERANCE,
    ) -> None:
        self._base = base
        self._memory = memory or ClockMemory()
        self._saved = self._memory.floor
        self._save = save
        self._tolerance = tolerance
        self._boot = base.boot()
        self._anchor = self._memory.anchor_in(self._boot, base.monotonic())
        self._lock = threading.Lock()
        self._told()

    def now(self) -> datetime:
        """This instant, aware, in UTC, as well as the desk knows it."""
        return self._told().time

    def monotonic(self) -> float:
        """Seconds that never jump within one boot."""
        return self._base.monotonic()

    def boot(self) -> str:
        """The name of this boot."""
        return self._boot

    def doubt(self) -> Doubt | None:
        """Why the clock is suspect, or None."""
        return self._told().doubt

    def trusted(self) -> bool:
        """Whether the clock is above suspicion."""
        return self.doubt() is None

    @property
    def memory(self) -> ClockMemory:
        """What is to outlive a restart."""
        with self._lock:
            return self._kept()

    def heard(self, hub_time: datetime, took: float = 0.0) -> timedelta:
        """Take the hub's word for the time (rule 5).

        Args:
            hub_time: the hub's clock when it answered.
            took: seconds between asking and hearing; the hub is believed to have answered half way.

        Returns:
            the hub's time less the machine's.
        """
        with self._lock:
            reading = self._read()
            true = hub_time + timedelta(seconds=took / 2)
            self._anchor = Anchor(true, reading, true)
            self._memory = ClockMemory(true, true - reading.wall)
            offset = self._memory.offset
        self.keep()
        return offset

    def attest(self) -> None:
        """Tickets are about to be given at this time: from here on it may not be taken back (rule 6).

        It is written down before the tickets are, so that no restart forgets it.
        """
        self._told()
        with self._lock:
            anchor = self._anchor
            is_open = anchor is not None and anchor.leaps and anchor.time - anchor.floor <= LEAP
            if is_open and anchor is not None:
                self._anchor = replace(anchor, leaps=False)
        if is_open:
            self._told()
            self.keep()

    def keep(self) -> None:
        """Write the memory down now: after a pass, before the program ends."""
        with self._lock:
            memory, self._saved = self._kept(), self._memory.floor
        if self._save is not None and memory.floor is not None:
            self._save(memory)

    def keep_if_due(self) -> None:
        """Write the memory down if it has moved on by `KEEP_EVERY`."""
        told = self._told()
        with self._lock:
            floor, saved = self._memory.floor, self._saved
            has_moved = floor is not None and (saved is None or floor - saved >= KEEP_EVERY)
            is_due = told.doubt is None and has_moved
        if is_due:
            self.keep()

    def _told(self) -> Told:
        with self._lock:
            reading = self._read()
            told = self._after_a_leap(reading) or tell(reading, self._memory, self._anchor, self._tolerance)
            if told.doubt is None:
                floor = self._memory.floor or told.time
                if self._anchor is None:
                    self._anchor = Anchor(told.time, reading, floor, told.time - floor > self._tolerance)
                if told.put_right:
                    self._anchor = self._anchor.put_right(reading)
                    self._memory = replace(self._memory, offset=told.time - reading.wall)
                self._memory = replace(self._memory, floor=max(floor, self._anchor.floor_at(reading.ticks)))
            return told

    def _after_a_leap(self, reading: Reading) -> Told | None:
        """The time of a machine whose clock was set back, not below the floor, after a leap that nobody confirmed; else None."""
        anchor = self._anchor
        if anchor is None or not anchor.leaps or anchor.run_until(reading.ticks) >= PROVEN_AFTER:
            return None
        told = tell(reading, self._memory, None, self._tolerance)
        if told.doubt is not None or told.time >= anchor.carried_to(reading.ticks) - self._tolerance:
            return None
        self._anchor = None
        return told

    def _kept(self) -> ClockMemory:
        return replace(self._memory, anchor=self._anchor)

    def _read(self) -> Reading:
        return Reading(self._base.now(), self._base.monotonic(), self._boot)


@cache
def _boot_name(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return ""
