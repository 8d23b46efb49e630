"""The desk's clock over any sequence of moves: what it never believes, and whom it never doubts (I9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from validator.clock import LEAP, PROVEN_AFTER, TOLERANCE, ClockMemory, DeskClock, Doubt
from validator.desk.pin import PinState, set_pin, try_pin

EVENING = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
MINUTE, HOUR, DAY, YEAR = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(days=365)


@dataclass
class Machine:
    """A machine with a disk, and the true time beside it."""

    true: datetime = EVENING
    off_by: timedelta = timedelta(0)
    ticks: float = 1000.0
    kept: ClockMemory = field(default_factory=ClockMemory)

    def now(self) -> datetime:
        return self.true + self.off_by

    def monotonic(self) -> float:
        return self.ticks

    def start(self) -> DeskClock:
        return DeskClock(self, self.kept, self._save)

    def run(self, clock: DeskClock, span: timedelta) -> None:
        """Time passes, and the program looks at the clock as it does at every pass."""
        self.true += span
        self.ticks += span.total_seconds()
        clock.keep_if_due()

    def restart(self, off_for: timedelta) -> DeskClock:
        """The program dies; the machine is off for a while."""
        self.true += off_for
        self.ticks = 5.0
        return self.start()

    def _save(self, memory: ClockMemory) -> None:
        self.kept = memory


def test_years_ahead_for_a_minute_leaves_nothing_behind() -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    machine.off_by = 4 * YEAR
    clock = machine.restart(HOUR)
    assert (clock.doubt(), clock.now()) == (None, machine.now())
    machine.run(clock, MINUTE)
    clock.keep()
    assert machine.kept.floor == EVENING + MINUTE
    machine.off_by = timedelta(0)
    again = machine.restart(MINUTE)
    assert (again.doubt(), again.now()) == (None, machine.true)


def test_a_leap_ends_when_the_clock_is_put_right_without_a_restart() -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    machine.off_by = 4 * YEAR
    clock = machine.restart(HOUR)
    machine.run(clock, MINUTE)
    machine.off_by = timedelta(0)
    assert (clock.doubt(), clock.now()) == (None, machine.true)
    # From here on it is a clock like any other.
    machine.off_by = -DAY
    assert clock.doubt() is Doubt.STEPPED
    machine.off_by = 4 * YEAR
    assert clock.doubt() is Doubt.STEPPED


def test_a_leap_that_is_set_further_is_doubted() -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    clock = machine.restart(2 * LEAP)
    machine.off_by = YEAR
    assert clock.doubt() is Doubt.STEPPED
    machine.off_by = -3 * LEAP
    assert clock.doubt() is Doubt.STEPPED


def test_a_long_break_is_believed_and_proven_by_an_hour_or_by_the_hub() -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    clock = machine.restart(6 * LEAP)
    assert (clock.doubt(), clock.now()) == (None, machine.true)
    machine.run(clock, PROVEN_AFTER)
    assert machine.kept.floor == machine.true
    machine.off_by = -DAY
    assert machine.restart(HOUR).doubt() is Doubt.BEHIND
    other = Machine()
    other.start().heard(EVENING)
    other.restart(6 * LEAP).heard(other.true)
    assert other.kept.floor == other.true


@pytest.mark.parametrize("days", [1, 29])
def test_a_shorter_leap_counts_at_once(days: int) -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    clock = machine.restart(days * DAY)
    clock.keep()
    machine.off_by = -HOUR
    assert machine.restart(MINUTE).doubt() is Doubt.BEHIND


def test_a_leap_wears_no_disk() -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    saved: list[ClockMemory] = []
    machine.restart(6 * LEAP)
    clock = DeskClock(machine, machine.kept, saved.append)
    for _ in range(59):
        machine.run(clock, timedelta(seconds=1))
    assert saved == []
    machine.run(clock, timedelta(seconds=1))
    assert len(saved) == 1


def test_a_lock_out_from_a_clock_that_was_years_ahead_ends_within_the_hour() -> None:
    state = set_pin("2468")
    for _ in range(3):
        _, state = try_pin("0000", state, EVENING + 4 * YEAR)
    answer, state = try_pin("2468", state, EVENING)
    assert (answer.right, answer.locked_until) == (False, EVENING + HOUR)
    answer, state = try_pin("2468", state, EVENING + HOUR)
    assert answer.right
    assert state == PinState(state.hashed)


spans = st.integers(0, 40 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
steps = st.one_of(
    st.integers(-600, 600).map(lambda minutes: timedelta(minutes=minutes)),
    st.integers(-5000, 5000).map(lambda days: timedelta(days=days)),
)
moves = st.lists(
    st.one_of(
        st.tuples(st.just("run"), spans),
        st.tuples(st.just("off"), spans),
        st.tuples(st.just("set"), steps),
        st.tuples(st.just("hear"), st.just(timedelta(0))),
    ),
    max_size=25,
)


@settings(max_examples=300)
@given(moves)
def test_whatever_is_done_to_the_clock(done: list[tuple[str, timedelta]]) -> None:
    """Never below the floor and trusted; the floor holds all that is proven; the hub's word ends every doubt."""
    machine = Machine()
    clock = machine.start()
    clock.heard(machine.true)
    proven = machine.true
    for what, by in done:
        match what:
            case "run":
                was_sound = clock.doubt() is None
                machine.run(clock, by)
                proven += by if was_sound else timedelta(0)
            case "off":
                clock.keep()
                clock = machine.restart(by)
            case "set":
                machine.off_by += by
            case _:
                clock.heard(machine.true)
                proven = machine.true
                assert (clock.doubt(), clock.now()) == (None, machine.true)
        floor = clock.memory.floor
        assert floor is not None
        assert clock.doubt() is not None or clock.now() >= floor - TOLERANCE
        assert clock.doubt() is not None or clock.now() >= proven - TOLERANCE
        clock.keep()
        assert machine.kept.floor == clock.memory.floor


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(["run", "off", "hear", "ahead"]), spans), max_size=25))
def test_a_clock_that_is_right_is_never_doubted(done: list[tuple[str, timedelta]]) -> None:
    """Not after any run, break or word of the hub, nor after short spells years ahead."""
    machine = Machine()
    clock = machine.start()
    clock.heard(machine.true)
    for what, by in done:
        match what:
            case "run":
                machine.run(clock, by)
            case "off":
                clock = machine.restart(by)
            case "hear":
                clock.heard(machine.true)
            case _:
                machine.off_by = 12 * YEAR + by
                clock = machine.restart(MINUTE)
                machine.run(clock, MINUTE)
                clock.keep()
                machine.off_by = timedelta(0)
                clock = machine.restart(MINUTE)
        assert (clock.doubt(), clock.now()) == (None, machine.true)
