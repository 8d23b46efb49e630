"""A desk gone wild is slowed down, and no other."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from sync.hub.app import create_app
from sync.hub.hub import Hub
from sync.hub.pace import BURST, PER_SECOND, Pace
from sync.hub.refusals import SlowDown
from sync.wire import EVENTS_PER_PASS, Refusal
from tests.sync.stage import SetClock, Till


def let_through(pace: Pace, desk: str, tries: int) -> int:
    """How many of so many requests of a desk get through."""
    through = 0
    for _ in range(tries):
        try:
            pace.check(desk)
        except SlowDown:
            continue
        through += 1
    return through


def test_a_desk_may_save_up_and_makes_up_with_time(hub: Hub, clock: SetClock) -> None:
    pace = Pace(hub.database, clock, burst=3, per_second=0.5)
    wild, calm = Till.at(hub).desk, Till.at(hub).desk
    assert let_through(pace, wild, 3) == 3
    with pytest.raises(SlowDown) as caught:
        pace.check(wild)
    assert caught.value.retry_after == 2
    pace.check(calm)
    clock.advance(seconds=2)
    assert let_through(pace, wild, 2) == 1
    clock.advance(days=1)
    assert let_through(pace, wild, 5) == 3


def test_requests_are_counted_in_every_process_and_over_a_restart(hub: Hub, clock: SetClock) -> None:
    """Two processes let no more through than one, and a fresh one knows what went before."""
    wild = Till.at(hub).desk
    processes = [Pace(hub.database, clock, burst=50, per_second=1.0) for _ in range(2)]
    assert sum(let_through(processes[number % 2], wild, 1) for number in range(200)) == 50
    assert let_through(Pace(hub.database, clock, burst=50, per_second=1.0), wild, 5) == 0
    clock.advance(seconds=7)
    assert sum(let_through(each, wild, 10) for each in processes) == 7


def test_many_processes_at_once_let_no_more_through(postgres_hub: Hub, clock: SetClock) -> None:
    wild, together = Till.at(postgres_hub).desk, threading.Barrier(4)

    def flood(_: int) -> int:
        pace = Pace(postgres_hub.database, clock, burst=90, per_second=1.0)
        together.wait(30.0)
        return let_through(pace, wild, 60)

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(flood, range(4), timeout=60.0)) == 90


def test_a_clock_that_was_set_back_holds_nobody_up(hub: Hub, clock: SetClock) -> None:
    wild, pace = Till.at(hub).desk, Pace(hub.database, clock, burst=3, per_second=1.0)
    assert let_through(pace, wild, 5) == 3
    clock.advance(seconds=-5)
    assert let_through(pace, wild, 1) == 0
    clock.advance(days=-400)
    assert let_through(pace, wild, 5) == 3


def test_a_month_of_events_and_a_year_of_news_are_no_wildness() -> None:
    assert BURST * EVENTS_PER_PASS >= 30 * 2000
    assert PER_SECOND > 1


def test_the_answer_says_for_how_long(sqlite_hub: Hub, clock: SetClock) -> None:
    till = Till.at(sqlite_hub)
    app = create_app(sqlite_hub, Pace(sqlite_hub.database, clock, burst=2, per_second=0.1))

    async def ask() -> list[httpx.Response]:
        shown = {"Authorization": f"Bearer {till.token}"}
        line = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=line, base_url="http://hub", headers=shown) as client:
            bodies = (("/v1/sync", till.body()), ("/v1/rights", b"{}"), ("/v1/sync", till.body()))
            answers = [await client.post(path, content=body) for path, body in bodies]
            clock.advance(seconds=10)
            return [*answers, await client.post("/v1/sync", content=till.body())]

    answers = asyncio.run(ask())
    assert [answer.status_code for answer in answers] == [200, 200, 429, 200]
    assert Refusal.model_validate_json(answers[2].content).error == "slow_down"
    assert answers[2].headers["Retry-After"] == "10"
