"""The desk's clock: what it believes, what it doubts, and what it remembers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.clock import ClockMemory, DeskClock, Doubt, StillClock, SystemClock

EVENING = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@dataclass
class HandClock:
    """A machine whose two clocks are moved by hand."""

    wall: datetime = EVENING
    ticks: float = 1000.0
    boots: int = 1

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.ticks

    def boot(self) -> str:
        return str(self.boots)

    def run(self, span: timedelta) -> None:
        """Time passes."""
        self.wall += span
        self.ticks += span.total_seconds()

    def set_wall(self, by: timedelta) -> None:
        """Somebody sets the machine's clock."""
        self.wall += by


@dataclass
class Machine:
    """A machine with a disk that a desk's clock is started on, again and again."""

    hands: HandClock
    kept: ClockMemory

    def start(self) -> DeskClock:
        """Start the program."""
        return DeskClock(self.hands, self.kept, self._save)

    def restart(self, *, off_for: timedelta = HOUR) -> DeskClock:
        """Switch off, wait, start again: the monotonic clock begins anew."""
        self.hands.wall += off_for
        self.hands.ticks = 5.0
        self.hands.boots += 1
        return self.start()

    def _save(self, memory: ClockMemory) -> None:
        self.kept = memory


@pytest.fixture
def machine() -> Machine:
    return Machine(HandClock(), ClockMemory())


def test_a_first_start_believes_the_machine(machine: Machine) -> None:
    clock = machine.start()
    assert clock.now() == EVENING
    assert clock.doubt() is None
    machine.hands.run(3 * HOUR)
    assert clock.now() == EVENING + 3 * HOUR
    assert clock.trusted()


def test_setting_the_machines_clock_moves_nothing_and_raises_a_doubt(machine: Machine) -> None:
    clock = machine.start()
    assert clock.trusted()
    for step in (6 * MINUTE, -6 * MINUTE, timedelta(days=400), -timedelta(days=400)):
        machine.hands.set_wall(step)
        assert clock.doubt() is Doubt.STEPPED, step
        assert clock.now() == EVENING
        machine.hands.set_wall(-step)
        assert clock.doubt() is None


@pytest.mark.parametrize(("step", "doubt"), [(5 * MINUTE, None), (timedelta(seconds=301), Doubt.STEPPED)])
def test_the_tolerance_is_five_minutes_inclusive(
    machine: Machine, step: timedelta, doubt: Doubt | None
) -> None:
    clock = machine.start()
    assert clock.trusted()
    machine.hands.set_wall(step)
    assert clock.doubt() is doubt
    machine.hands.set_wall(-2 * step)
    assert clock.doubt() is doubt


def test_small_steps_add_up_within_one_run(machine: Machine) -> None:
    clock = machine.start()
    doubts = []
    for _ in range(4):
        machine.hands.run(HOUR)
        machine.hands.set_wall(2 * MINUTE)
        doubts.append(clock.doubt())
    assert doubts == [None, None, Doubt.STEPPED, Doubt.STEPPED]


def test_behind_the_floor_after_an_offline_restart(machine: Machine) -> None:
    clock = machine.start()
    machine.hands.run(HOUR)
    assert clock.now() == EVENING + HOUR
    clock.keep()
    machine.hands.set_wall(-3 * HOUR)
    again = machine.restart()
    assert again.doubt() is Doubt.BEHIND
    assert machine.kept.floor == EVENING + HOUR


def test_putting_a_backward_clock_right_ends_the_doubt_without_a_restart(machine: Machine) -> None:
    machine.start().keep()
    machine.hands.set_wall(-3 * HOUR)
    again = machine.restart(off_for=timedelta(0))
    assert again.doubt() is Doubt.BEHIND
    machine.hands.set_wall(3 * HOUR)
    assert again.doubt() is None
    assert again.now() == EVENING


def test_a_suspect_clock_never_raises_the_floor(machine: Machine) -> None:
    clock = machine.start()
    assert clock.trusted()
    machine.hands.set_wall(timedelta(days=30))
    assert clock.doubt() is Doubt.STEPPED
    clock.keep()
    assert machine.kept.floor == EVENING


def test_a_weekend_switched_off_is_no_evidence(machine: Machine) -> None:
    clock = machine.start()
    assert clock.trusted()
    clock.keep()
    again = machine.restart(off_for=timedelta(days=3))
    assert again.doubt() is None
    assert again.now() == EVENING + timedelta(days=3)


def test_far_ahead_of_the_hubs_last_word_is_no_evidence(machine: Machine) -> None:
    machine.start().heard(EVENING)
    again = machine.restart(off_for=timedelta(days=60))
    assert again.doubt() is None


def test_the_hubs_word_sets_the_time_and_ends_the_doubt(machine: Machine) -> None:
    clock = machine.start()
    assert clock.trusted()
    machine.hands.set_wall(-2 * HOUR)
    assert clock.doubt() is Doubt.STEPPED
    offset = clock.heard(EVENING)
    assert offset == 2 * HOUR
    assert clock.doubt() is None
    assert clock.now() == EVENING
    machine.hands.run(HOUR)
    assert clock.now() == EVENING + HOUR


def test_a_machine_put_right_after_the_hubs_word_is_not_doubted(machine: Machine) -> None:
    machine.hands.set_wall(-2 * HOUR)
    clock = machine.start()
    clock.heard(EVENING)
    machine.hands.set_wall(2 * HOUR)
    assert clock.doubt() is None
    assert clock.now() == EVENING


def test_what_the_machine_lacked_is_remembered_over_an_offline_restart(machine: Machine) -> None:
    machine.hands.set_wall(-2 * HOUR)
    machine.start().heard(EVENING)
    again = machine.restart(off_for=HOUR)
    assert again.doubt() is None
    assert again.now() == EVENING + HOUR


def test_what_the_machine_lacked_counts_no_more_once_it_is_put_right(machine: Machine) -> None:
    machine.hands.set_wall(2 * HOUR)
    machine.start().heard(EVENING)
    machine.hands.set_wall(-2 * HOUR)
    again = machine.restart(off_for=HOUR)
    assert again.doubt() is None
    assert again.now() == EVENING + HOUR


def test_the_hub_may_take_the_floor_back(machine: Machine) -> None:
    machine.hands.set_wall(timedelta(days=9))
    clock = machine.start()
    assert clock.trusted()
    clock.keep()
    clock.heard(EVENING)
    assert machine.kept.floor == EVENING


def test_the_hub_answered_half_way(machine: Machine) -> None:
    clock = machine.start()
    clock.heard(EVENING, took=4.0)
    assert clock.now() == EVENING + timedelta(seconds=2)


def test_the_memory_is_written_down_once_a_minute_and_not_while_in_doubt(machine: Machine) -> None:
    clock = machine.start()
    clock.keep_if_due()
    assert machine.kept.floor == EVENING
    machine.hands.run(59 * timedelta(seconds=1))
    clock.keep_if_due()
    assert machine.kept.floor == EVENING
    machine.hands.run(timedelta(seconds=1))
    clock.keep_if_due()
    assert machine.kept.floor == EVENING + MINUTE
    machine.hands.run(HOUR)
    machine.hands.set_wall(HOUR)
    clock.keep_if_due()
    assert machine.kept.floor == EVENING + MINUTE


@given(st.lists(st.tuples(st.integers(-20_000, 20_000), st.integers(0, 20_000)), max_size=20))
def test_while_trusted_time_never_runs_back(moves: list[tuple[int, int]]) -> None:
    machine = Machine(HandClock(), ClockMemory())
    clock = machine.start()
    latest = clock.now()
    for step, span in moves:
        machine.hands.run(timedelta(seconds=span))
        machine.hands.set_wall(timedelta(seconds=step))
        told = clock.now()
        assert told == latest + timedelta(seconds=span)
        latest = told


def test_the_systems_monotonic_clock_runs() -> None:
    clock = SystemClock.starting_at(EVENING)
    assert clock.boot() == SystemClock().boot() == DeskClock(clock).boot()
    first, second = clock.monotonic(), clock.monotonic()
    assert second >= first
    assert abs(clock.now() - EVENING) < MINUTE


def test_a_still_clock_stands() -> None:
    clock = StillClock(EVENING)
    assert (clock.now(), clock.monotonic(), clock.boot()) == (EVENING, 0.0, "")
    assert abs(SystemClock(clock.offset).now() - EVENING) < MINUTE
    assert DeskClock(clock).now() == EVENING
