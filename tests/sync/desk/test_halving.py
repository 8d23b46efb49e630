"""A message that failed, in whatever way, is followed by half as much, until it goes through."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.transport import Patience
from tests.sync.desk.otherside import OtherSide, http
from tests.sync.desk.world import CODES, Lossy, World, courier_on, give, line_to, states, world
from validator.errors import HubError, HubUnreachable


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    "answer",
    [
        http(b"<h1>Bad Gateway</h1>", "502 Bad Gateway", "text/html"),
        http(b'{"v": 1, "hub_', length=900),
        b"",
        None,
    ],
    ids=["a proxy", "cut in the middle", "closed without a word", "a time-out"],
)
def test_after_a_message_that_failed_the_next_is_half_as_long(net: World, answer: bytes | None) -> None:
    station = net.ready()
    for code in CODES[:4]:
        give(station, code)
    with OtherSide(lambda _: answer) as side:
        with line_to(station, side.url, Patience(connect=5.0, read=0.1, whole=0.5)) as line:
            watched = Lossy(line)
            courier = courier_on(station, watched)
            for _ in range(4 if answer is not None else 1):
                with pytest.raises(HubError):
                    courier.carry()
        failed = [4, 2, 1, 1] if answer is not None else [4]
        assert [len(request.events) for request in watched.requests] == failed
        with line_to(station) as line:
            watched.line = line
            courier.carry()
    assert [len(request.events) for request in watched.requests[len(failed) :]] == (
        [1, 2, 1] if answer is not None else [2, 2]
    )
    assert states(station) == ["confirmed"] * 4


def test_with_nobody_there_nothing_is_the_messages_fault(net: World) -> None:
    station = net.ready()
    for code in CODES[:4]:
        give(station, code)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with line_to(station, nowhere) as line:
        watched = Lossy(line)
        courier = courier_on(station, watched)
        for _ in range(2):
            with pytest.raises(HubUnreachable):
                courier.carry()
    assert [len(request.events) for request in watched.requests] == [4, 4]
