"""A desk gone wild is slowed down, and no other."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from sync.hub.app import create_app
from sync.hub.hub import Hub
from sync.hub.pace import BURST, PER_SECOND, Pace
from sync.hub.refusals import SlowDown
from sync.wire import EVENTS_PER_PASS, Refusal
from tests.sync.stage import SetClock, Till


def test_a_desk_may_save_up_and_makes_up_with_time(clock: SetClock) -> None:
    pace = Pace(clock, burst=3, per_second=0.5)
    for _ in range(3):
        pace.check("wild")
    with pytest.raises(SlowDown) as caught:
        pace.check("wild")
    assert caught.value.retry_after == 2
    pace.check("calm")
    clock.advance(seconds=2)
    pace.check("wild")
    with pytest.raises(SlowDown):
        pace.check("wild")
    clock.advance(days=1)
    for _ in range(3):
        pace.check("wild")
    with pytest.raises(SlowDown):
        pace.check("wild")


def test_a_month_of_events_and_a_year_of_news_are_no_wildness() -> None:
    assert BURST * EVENTS_PER_PASS >= 30 * 2000
    assert PER_SECOND > 1


def test_the_answer_says_for_how_long(sqlite_hub: Hub, clock: SetClock) -> None:
    till = Till.at(sqlite_hub)
    app = create_app(sqlite_hub, Pace(clock, burst=2, per_second=0.1))

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
