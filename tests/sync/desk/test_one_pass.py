"""What one pass promises of each event: it goes once, a bad one holds up no other, and only its own name settles it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.transport import Reply
from sync.wire import SyncAnswer, SyncRequest
from tests.sync.desk.world import CODES, Bent, Lossy, World, courier_on, give, line_to, states, world


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


def test_no_event_goes_twice_in_a_pass_whatever_is_said_of_it(
    net: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hub that puts everything off, and says each time that there is more."""
    monkeypatch.setattr("sync.courier.EVENTS_PER_PASS", 2)
    monkeypatch.setattr("sync.courier.MOST_ROUNDS", 6)
    station = net.ready()
    for code in CODES[:5]:
        give(station, code)

    def put_off(answer: SyncAnswer) -> SyncAnswer:
        later = tuple(each.model_copy(update={"status": "later"}) for each in answer.answers)
        return answer.model_copy(update={"answers": later, "more": True})

    with line_to(station) as line:
        bent = Bent(line, put_off)
        assert courier_on(station, bent).carry().sent == 5
    assert len(bent.requests) == 6
    went = Counter(event.header for request in bent.requests for event in request.events)
    assert sorted(went.values()) == [1] * 5
    assert states(station) == ["recorded"] * 5
    assert station.courier().carry().confirmed == 5


def test_a_bad_event_holds_up_no_other(net: World) -> None:
    """The disk of the desk has bent one entry for good: all others are taken in the same pass, and it is said which is not."""

    class Rotten(Lossy):
        def sync(self, request: SyncRequest) -> Reply:
            events = [
                each.model_copy(update={"signature": bytes(64)})
                if json.loads(each.header)["seq"] == 4
                else each
                for each in request.events
            ]
            return super().sync(request.model_copy(update={"events": tuple(events)}))

    station = net.ready()
    for code in CODES[:6]:
        give(station, code)
    with line_to(station) as line:
        done = courier_on(station, Rotten(line)).carry()
    assert (done.sent, done.confirmed, done.refused) == (6, 5, 1)
    assert states(station) == ["confirmed"] * 2 + ["refused"] + ["confirmed"] * 3
    assert len(net.rows("redemptions")) == 5


def test_an_answer_under_another_kind_of_name_settles_nothing(net: World) -> None:
    """The card's id, the offer's, the desk's, the hash and the place in the journal are no names of an event."""
    station = net.ready()
    give(station, CODES[0])
    with station.ledger.read() as books:
        (waiting,) = books.outbox(9)
        sealed = books.head().hash
    header = json.loads(waiting.header)
    for name in (
        header["body"]["offer"],
        json.loads(waiting.cards)[0]["id"],
        header["desk"],
        sealed,
        str(header["seq"]),
    ):

        def misname(answer: SyncAnswer, name: str = name) -> SyncAnswer:
            named = tuple(each.model_copy(update={"event": name}) for each in answer.answers)
            return answer.model_copy(update={"answers": named})

        with line_to(station) as line:
            courier_on(station, Bent(line, misname)).carry()
        assert states(station) == ["sent"], name
    assert station.courier().carry().confirmed == 1
