"""What a line shows, and how long it is asked to keep away."""

from __future__ import annotations

import pytest

from sync.transport import Address, Transport
from sync.wire import SyncRequest
from tests.sync.desk.otherside import OtherSide, http
from validator.clock import SystemClock
from validator.errors import HubRefused


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("30", 30),
        ("0", 0),
        ("-1", None),
        ("1e9", None),
        ("Sat, 13 Oct 2018 17:30:00 GMT", None),
        ("9" * 7, None),
    ],
)
def test_how_long_the_hub_wants_to_be_left_alone(said: str, understood: int | None) -> None:
    refusal = b'{"error": "slow_down"}'
    answer = http(refusal, "429 Too Many Requests", "application/json", f"Retry-After: {said}")
    with (
        OtherSide(lambda _: answer) as side,
        Transport(Address.of(side.url), "", SystemClock()) as transport,
        pytest.raises(HubRefused) as caught,
    ):
        transport.sync(SyncRequest())
    assert caught.value.details.get("retry_after") == understood


def test_the_token_of_the_moment_is_shown() -> None:
    tokens = iter(["first", "second"])
    refusal = http(b'{"error": "unauthorized"}', "401 Unauthorized")
    with (
        OtherSide(lambda _: refusal) as side,
        Transport(Address.of(side.url), lambda: next(tokens), SystemClock()) as transport,
    ):
        for _ in range(2):
            with pytest.raises(HubRefused):
                transport.sync(SyncRequest())
    shown = [b"Bearer first" in each for each in side.requests]
    assert (shown, b"Bearer second" in side.requests[-1]) == ([True, False], True)
