"""The desk's clock over any sequence of moves: what it never believes, and whom it never doubts (I9)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from validator.clock import LEAP, PROVEN_AFTER, TOLERANCE, Anchor, ClockMemory, DeskClock, Doubt
from validator.desk.pin import PinState, set_pin, try_pin

EVENING = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
MINUTE, HOUR, DAY, YEAR = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(days=365)


@dataclass
class Machine:
    """A machine with a disk, and the true time beside it."""

    true: datetime = EVENING
    off_by: timedelta = timedelta(0)
    ticks: float = 1000.0
    boots: int = 1
    names_boots: bool = True
    kept: ClockMemory = field(default_factory=ClockMemory)

    def now(self) -> datetime:
        return self.true + self.off_by

    def monotonic(self) -> float:
        return self.ticks

    def boot(self) -> str:
        return str(self.boots) if self.names_boots else ""

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
        self.boots += 1
        return self.start()

    def reopen(self, closed_for: timedelta = timedelta(minutes=1)) -> DeskClock:
        """The program ends and begins again, on a machine that runs on, or sleeps."""
        self.true += closed_for
        self.ticks += closed_for.total_seconds()
        return self.start()

    def _save(self, memory: ClockMemory) -> None:
        """As on a disk: a text."""
        kept = None if memory.anchor is None else Anchor.read(memory.anchor.text())
        self.kept = replace(memory, anchor=kept)


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


_SPANS = [7 * MINUTE, 3 * HOUR, DAY, 29 * DAY]


@pytest.mark.parametrize("ahead", [*_SPANS, 4 * YEAR])
@pytest.mark.parametrize("restarts", [True, False])
def test_a_clock_that_was_ahead_and_is_put_right_before_any_ticket_refuses_nobody(
    ahead: timedelta, *, restarts: bool
) -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    machine.off_by = ahead
    clock = machine.restart(HOUR)
    assert (clock.doubt(), clock.now()) == (None, machine.now())
    machine.run(clock, 50 * MINUTE)
    machine.off_by = timedelta(0)
    clock = machine.reopen() if restarts else clock
    assert (clock.doubt(), clock.now()) == (None, machine.true)


@pytest.mark.parametrize("off_for", [*_SPANS, 0.5 * LEAP])
def test_once_there_were_tickets_the_clock_is_not_taken_back(off_for: timedelta) -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    clock = machine.restart(off_for)
    clock.attest()
    machine.off_by = -6 * MINUTE
    assert clock.doubt() is Doubt.STEPPED
    assert machine.reopen().doubt() is Doubt.STEPPED
    machine.off_by = -8 * MINUTE  # the machine was off for one of these
    assert machine.restart(MINUTE).doubt() is Doubt.BEHIND


def test_tickets_that_a_manager_lifts_in_a_leap_attest_to_nothing() -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    machine.off_by = 4 * YEAR
    clock = machine.restart(HOUR)
    clock.attest()
    machine.off_by = timedelta(0)
    assert (clock.doubt(), clock.now()) == (None, machine.true)


def test_attesting_writes_once() -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    saved: list[ClockMemory] = []
    machine.restart(DAY)
    clock = DeskClock(machine, machine.kept, saved.append)
    for _ in range(3):
        clock.attest()
    assert [each.floor for each in saved] == [machine.true]


_WRONG = [sign * span for span in (*_SPANS, 4 * YEAR) for sign in (1, -1)]


@pytest.mark.parametrize("step", _WRONG)
@pytest.mark.parametrize("was_off", [timedelta(0), -2 * HOUR])
def test_what_the_hub_said_holds_over_restarts_of_the_program(step: timedelta, was_off: timedelta) -> None:
    machine = Machine(off_by=was_off)
    machine.start().heard(EVENING)
    machine.off_by += step
    clock = machine.reopen(HOUR)
    assert (clock.doubt(), clock.now()) == (Doubt.STEPPED, machine.true)
    machine.run(clock, HOUR)
    clock = machine.reopen(9 * HOUR)  # asleep meanwhile
    assert (clock.doubt(), clock.now()) == (Doubt.STEPPED, machine.true)
    machine.off_by = timedelta(0)  # put right: by hand, and better than it was
    assert (clock.doubt(), clock.now()) == (None, machine.true)
    clock.keep()
    again = machine.restart(HOUR)
    assert (again.doubt(), again.now()) == (None, machine.true)


@pytest.mark.parametrize("ahead", _WRONG)
def test_another_boot_says_nothing_of_the_one_before(ahead: timedelta) -> None:
    machine = Machine(ticks=1.0)
    machine.start().heard(EVENING)
    machine.off_by = ahead
    clock = machine.restart(HOUR)
    assert clock.now() == machine.now()
    assert clock.doubt() is (Doubt.BEHIND if ahead + HOUR < -TOLERANCE else None)


def test_where_boots_have_no_names_a_restart_begins_with_what_the_machine_lacked() -> None:
    machine = Machine(off_by=-2 * HOUR, names_boots=False)
    machine.start().heard(EVENING)
    clock = machine.reopen(HOUR)
    assert (clock.doubt(), clock.now()) == (None, machine.true)
    machine.off_by += DAY
    assert machine.reopen().now() == machine.true + DAY


def test_a_boot_whose_ticks_ran_back_is_another_one() -> None:
    machine = Machine()
    machine.start().heard(EVENING)
    machine.ticks, machine.off_by = 5.0, DAY
    assert machine.start().now() == machine.now()


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
        st.tuples(st.just("reopen"), spans),
        st.tuples(st.just("give"), st.just(timedelta(0))),
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
    proven, known, given = machine.true, True, machine.true
    for what, by in done:
        match what:
            case "run":
                was_sound = clock.doubt() is None
                machine.run(clock, by)
                proven += by if was_sound else timedelta(0)
            case "off":
                clock.keep()
                clock, known = machine.restart(by), False
            case "reopen":
                clock.keep()
                clock = machine.reopen(by)
            case "give":
                clock.attest()
                is_bounded = clock.doubt() is None and clock.now() - proven <= LEAP
                given = max(given, clock.now()) if is_bounded else given
            case "set":
                machine.off_by += by
            case _:
                clock.heard(machine.true)
                proven, known, given = machine.true, True, machine.true
                assert (clock.doubt(), clock.now()) == (None, machine.true)
        floor = clock.memory.floor
        assert floor is not None
        assert clock.doubt() is not None or clock.now() >= floor - TOLERANCE
        assert clock.doubt() is not None or clock.now() >= max(proven, given) - TOLERANCE
        assert not known or clock.now() == machine.true
        clock.keep()
        assert machine.kept.floor == clock.memory.floor


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.sampled_from(["run", "off", "reopen", "give", "hear", "ahead"]), spans), max_size=25
    )
)
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
            case "reopen":
                clock = machine.reopen(by)
            case "give":
                clock.attest()
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
