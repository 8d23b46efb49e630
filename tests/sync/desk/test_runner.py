"""The loop around the courier: wakes, backs off, finds the hub again, survives anything."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.courier import Pass
from sync.runner import BUG, Connection, Rhythm, Runner
from validator.clock import SystemClock
from validator.errors import HubRefused, HubUnreachable, StoreFull

PATIENCE = 20.0
QUICK = Rhythm(interval=3600.0, gap=0.0, first=0.001, longest=0.002)
DONE = Pass()


class Carrier:
    """Passes by a script: each entry is what one pass returns or raises; then it goes on with the last."""

    def __init__(self, *script: Pass | Exception) -> None:
        self.script = list(script)
        self.passes = 0
        self.at_once = 0
        self.most_at_once = 0
        self.changed = threading.Condition()

    def __call__(self, stop: threading.Event) -> Pass:
        with self.changed:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            self.passes += 1
            step = self.script.pop(0) if len(self.script) > 1 else self.script[0]
            self.changed.notify_all()
        try:
            if isinstance(step, Exception):
                raise step
            return step
        finally:
            with self.changed:
                self.at_once -= 1

    def wait_for(self, passes: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.passes >= passes, PATIENCE)


class Watcher:
    """Remembers every state it is told of."""

    def __init__(self) -> None:
        self.seen: list[Connection] = []
        self.changed = threading.Condition()

    def __call__(self, connection: Connection) -> None:
        with self.changed:
            self.seen.append(connection)
            self.changed.notify_all()

    def wait_for(self, wanted: Callable[[Connection], bool]) -> Connection:
        with self.changed:
            assert self.changed.wait_for(lambda: any(map(wanted, self.seen)), PATIENCE)
            return next(filter(wanted, self.seen))


@contextmanager
def running(
    carrier: Callable[[threading.Event], Pass], watcher: Watcher, rhythm: Rhythm = QUICK
) -> Iterator[Runner]:
    runner = Runner(carrier, SystemClock(), watcher, rhythm, lambda: 0.5)
    runner.start()
    try:
        yield runner
    finally:
        runner.stop()
        assert runner.join(PATIENCE)


def test_it_finds_the_hub_again_by_itself() -> None:
    away = HubUnreachable("no answer")
    carrier, watcher = Carrier(away, away, away, DONE), Watcher()
    with running(carrier, watcher) as runner:
        online = watcher.wait_for(lambda state: state.online)
        assert runner.online()
    offline = [state for state in watcher.seen if state.failures and not state.working]
    assert [state.failures for state in offline] == [1, 2, 3]
    assert {state.reason for state in offline} == {"hub_unreachable"}
    assert len({state.since for state in offline}) == 1, "offline since the first failure"
    assert online.last == DONE
    assert online.failures == 0


def test_it_is_offline_before_the_first_pass() -> None:
    runner = Runner(Carrier(DONE), SystemClock())
    assert not runner.online()
    assert runner.connection == Connection()
    runner.stop()
    assert runner.join(PATIENCE)


def test_going_offline_keeps_what_was_heard_last() -> None:
    carrier, watcher = Carrier(DONE, HubUnreachable()), Watcher()
    with running(carrier, watcher) as runner:
        online = watcher.wait_for(lambda state: state.online)
        runner.wake()
        offline = watcher.wait_for(lambda state: state.failures == 1)
    assert (offline.heard_at, offline.last) == (online.heard_at, DONE)
    assert offline.since is not None
    assert online.since is not None
    assert offline.since >= online.since


@pytest.mark.parametrize("error", [HubRefused(), StoreFull()])
def test_the_reason_is_the_errors_key(error: HubRefused | StoreFull) -> None:
    watcher = Watcher()
    with running(Carrier(error), watcher):
        assert watcher.wait_for(lambda state: state.failures > 0).reason == error.key


def test_waking_brings_a_pass_at_once() -> None:
    carrier, watcher = Carrier(DONE), Watcher()
    with running(carrier, watcher) as runner:
        for number in range(1, 6):
            carrier.wait_for(number)
            runner.wake()
        carrier.wait_for(6)


def test_waking_during_a_pass_is_not_lost() -> None:
    begun, go_on = threading.Semaphore(0), threading.Semaphore(0)

    def carry(stop: threading.Event) -> Pass:
        begun.release()
        assert go_on.acquire(timeout=PATIENCE)
        return DONE

    with running(carry, Watcher()) as runner:
        assert begun.acquire(timeout=PATIENCE)
        runner.wake()
        go_on.release()
        assert begun.acquire(timeout=PATIENCE), "the second pass"
        go_on.release()


def test_many_who_wake_it_get_one_pass_at_a_time() -> None:
    carrier, watcher = Carrier(DONE), Watcher()
    with running(carrier, watcher) as runner:

        def wake_often() -> None:
            for _ in range(200):
                runner.wake()

        wakers = [threading.Thread(target=wake_often) for _ in range(4)]
        for waker in wakers:
            waker.start()
        for waker in wakers:
            waker.join()
        carrier.wait_for(2)
    assert carrier.most_at_once == 1
    assert carrier.passes <= 802


def test_waking_is_held_to_the_gap() -> None:
    carrier, watcher = Carrier(DONE), Watcher()
    with running(carrier, watcher, Rhythm(gap=3600.0)) as runner:
        carrier.wait_for(1)
        for _ in range(100):
            runner.wake()
    assert carrier.passes == 1


def test_stopping_ends_a_long_wait_and_tells_a_running_pass() -> None:
    told = threading.Event()

    def carry(stop: threading.Event) -> Pass:
        if stop.wait(PATIENCE):
            told.set()
        return DONE

    runner = Runner(carry, SystemClock())
    runner.start()
    runner.stop()
    assert runner.join(PATIENCE)
    assert told.is_set() or runner.connection.last is None


@pytest.mark.allow_log
def test_our_own_fault_is_logged_and_survived(caplog: pytest.LogCaptureFixture) -> None:
    carrier, watcher = Carrier(ZeroDivisionError("ours"), DONE), Watcher()
    with caplog.at_level(logging.ERROR), running(carrier, watcher):
        watcher.wait_for(lambda state: state.online)
    assert next(state.reason for state in watcher.seen if state.failures == 1) == BUG
    assert [record.exc_info is not None for record in caplog.records] == [True]


@pytest.mark.allow_log
def test_a_listener_that_fails_is_logged_and_survived(caplog: pytest.LogCaptureFixture) -> None:
    def listener(connection: Connection) -> None:
        raise ValueError("ours")

    carrier = Carrier(DONE)
    runner = Runner(carrier, SystemClock(), listener, QUICK)
    with caplog.at_level(logging.ERROR):
        runner.start()
        carrier.wait_for(1)
        runner.wake()
        carrier.wait_for(2)
        runner.stop()
        assert runner.join(PATIENCE)
    assert {record.message for record in caplog.records} == {"a listener failed"}


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_the_back_off_grows_is_bounded_and_never_nothing(failures: int, chance: float) -> None:
    rhythm = Rhythm()
    delay = rhythm.delay(failures, chance)
    assert rhythm.first / 2 <= delay <= rhythm.longest
    assert rhythm.delay(failures + 1, chance) >= delay


def test_a_pass_that_takes_longer_than_the_interval_is_never_joined_by_another() -> None:
    """Intervals and wakes go by while a pass is under way: the next one begins when it has ended, and in the same thread."""
    begun, go_on, under_way = threading.Semaphore(0), threading.Semaphore(0), threading.Lock()
    doubled, threads = list[str](), set[int]()

    def carry(stop: threading.Event) -> Pass:
        threads.add(threading.get_ident())
        if not under_way.acquire(blocking=False):
            doubled.append("two at once")
            return DONE
        begun.release()
        go_on.acquire(timeout=PATIENCE)
        under_way.release()
        return DONE

    with running(carry, Watcher(), Rhythm(interval=0.001, gap=0.0, first=0.001, longest=0.002)) as runner:
        for _ in range(3):
            assert begun.acquire(timeout=PATIENCE)
            for _ in range(50):
                runner.wake()
            assert not begun.acquire(timeout=0.05), "fifty intervals later"
            go_on.release()
        runner.stop()
        go_on.release()
    assert not doubled
    assert len(threads) == 1


def test_tries_come_later_and_later_and_not_at_the_same_second_as_others() -> None:
    asked = list[tuple[int, float]]()

    class Watched(Rhythm):
        """Notes what the loop asks for before it waits."""

        def delay(self, failures: int, chance: float) -> float:
            asked.append((failures, chance))
            return super().delay(failures, chance)

    carrier = Carrier(HubUnreachable())
    rhythm = Watched(interval=3600.0, gap=0.0, first=0.0001, longest=0.002)
    runner = Runner(carrier, SystemClock(), rhythm=rhythm)
    runner.start()
    carrier.wait_for(8)
    runner.stop()
    assert runner.join(PATIENCE)
    assert [failures for failures, _ in asked[:7]] == [1, 2, 3, 4, 5, 6, 7]
    assert len({chance for _, chance in asked[:7]}) > 1, "thrown anew for each wait"
    assert carrier.most_at_once == 1
    full = Rhythm()
    assert full.delay(9, 0.9) - full.delay(9, 0.0) >= full.longest / 3, (
        "desks that fell out together come back apart"
    )


def test_without_failures_the_interval_holds() -> None:
    assert Rhythm(interval=7.0).delay(0, 0.9) == 7.0


def test_nothing_wakes_it_while_the_hub_wants_to_be_left_alone() -> None:
    slow_down = HubRefused("status 429", error="slow_down", retry_after=3600)
    carry, watcher = Carrier(slow_down, DONE), Watcher()
    rhythm = Rhythm(interval=0.001, gap=0.0, first=0.001, longest=0.05)
    with running(carry, watcher, rhythm) as runner:
        began = SystemClock().monotonic()
        watcher.wait_for(lambda state: state.failures == 1 and not state.working)
        runner.wake()
        online = watcher.wait_for(lambda state: state.online)
        assert SystemClock().monotonic() - began >= rhythm.longest * 0.9
    assert next(state.pause for state in watcher.seen if state.failures) == 3600.0
    assert online.pause == 0.0
