"""A hub that is newer, older or wrong: what this program does not know is passed over, what it cannot use is not taken."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from sync.wire import RegisterChanges, SyncAnswer
from tests.sync.desk.world import CODES, Bent, Lossy, World, courier_on, give, line_to, states, world
from validator.domain.network import Names, Offer, OfferKind
from validator.errors import HubGarbled


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=3) as made:
        yield made


def with_changes(**changes: Any) -> Callable[[SyncAnswer], SyncAnswer]:
    """Bends what the register is told to lack."""

    def bend(answer: SyncAnswer) -> SyncAnswer:
        assert answer.register_changes is not None
        return answer.model_copy(
            update={"register_changes": answer.register_changes.model_copy(update=changes)}
        )

    return bend


def with_fields(**fields: Any) -> Callable[[SyncAnswer], SyncAnswer]:
    """Bends the answer itself."""
    return lambda answer: answer.model_copy(update=fields)


def test_a_change_without_a_list_is_not_taken(net: World) -> None:
    station = net.desk()

    def bend(answer: SyncAnswer) -> SyncAnswer:
        changes = RegisterChanges(version=3, made_at=answer.hub_time, count=3)
        return answer.model_copy(update={"register_changes": changes})

    with line_to(station) as line, pytest.raises(HubGarbled):
        courier_on(station, Bent(line, bend)).carry()
    assert station.listed_at() is None
    assert states(station) == []


def test_a_list_without_the_programme_is_not_taken(net: World) -> None:
    station = net.desk()
    with line_to(station) as line, pytest.raises(HubGarbled):
        courier_on(station, Bent(line, with_changes(programme=None))).carry()
    assert station.registers.name is None


def test_a_changed_card_that_cannot_be_read_leaves_the_list_as_it_was(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])
    with net.hub.change() as register:
        register.close_card(CODES[1])
    before = station.registers.version()

    def bend(answer: SyncAnswer) -> SyncAnswer:
        assert answer.register_changes is not None
        rows = [row.model_copy(update={"status": "mislaid"}) for row in answer.register_changes.cards]
        return with_changes(cards=tuple(rows))(answer)

    with line_to(station) as line, pytest.raises(HubGarbled):
        courier_on(station, Bent(line, bend)).carry()
    assert station.registers.version() == before
    assert states(station) == ["confirmed"], "what was answered stays answered"
    assert station.courier().carry().cards == 1


def test_a_count_that_does_not_fit_leaves_the_list_as_it_was(net: World) -> None:
    station = net.ready()
    with net.hub.change() as register:
        register.close_card(CODES[1])
    before = station.registers.version()
    with line_to(station) as line:
        bent = Bent(line, with_changes(count=99))
        courier = courier_on(station, bent)
        with pytest.raises(HubGarbled):
            courier.carry()
        assert station.registers.version() == before
        bent.bend = with_fields()
        assert courier.carry().cards == 3 + 1, "the whole list of before, and what has changed since"
        assert courier.carry().cards == 0


def test_a_change_in_pages_counts_as_new_only_with_the_last_one(
    net: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = net.ready()
    monkeypatch.setattr("sync.hub.changes.DELTA_PAGE", 1)
    with net.hub.change() as register:
        for code in CODES[:3]:
            register.close_card(code)
    with line_to(station) as line:
        watched = Lossy(line)
        done = courier_on(station, watched).carry()
    assert len(watched.requests) == 3
    assert done.cards == 3


def test_rows_and_numbers_of_a_newer_hub_are_passed_over(net: World) -> None:
    station = net.ready()
    with net.hub.change() as register:
        register.put_offer(Offer("matinee", "theatre", Names("Päivä"), OfferKind.ADMISSION))

    def bend(answer: SyncAnswer) -> SyncAnswer:
        changes = answer.register_changes
        assert changes is not None
        assert changes.programme is not None
        strange = ({"id": "x", "venue": "theatre", "names": {"fi": "X"}, "kind": "hologram"},)
        programme = changes.programme.model_copy(update={"offers": changes.programme.offers + strange})
        return with_changes(programme=programme)(answer)

    with line_to(station) as line:
        courier_on(station, Bent(line, bend)).carry()
    assert {offer.id for offer in station.registers.network().offers} == {"evening", "matinee"}


@pytest.mark.parametrize("pattern", ["(", "(A+)+B"])
def test_a_form_of_codes_that_cannot_be_used_leaves_the_one_from_before(net: World, pattern: str) -> None:
    station, bent = net.desk(), list[str]()

    def bend(answer: SyncAnswer) -> SyncAnswer:
        if answer.network is None:
            return answer
        bent.append(pattern)
        return with_fields(network=answer.network.model_copy(update={"code_pattern": pattern}))(answer)

    with line_to(station) as line:
        done = courier_on(station, Bent(line, bend)).carry()
    assert (bent, done.confirmed) == ([pattern], 1)
    with station.ledger.read() as books:
        network = books.network()
    assert network is not None
    assert network.code_format.pattern != pattern


def test_events_of_a_newer_desk_are_passed_over(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    give(first, CODES[0])
    first.courier().carry()

    def bend(answer: SyncAnswer) -> SyncAnswer:
        strange = [
            item.model_copy(update={"event": f"{item.event}-x", "body": {"hop": 1}}) for item in answer.feed
        ]
        return with_fields(feed=(*strange, *answer.feed))(answer)

    with line_to(second) as line:
        assert courier_on(second, Bent(line, bend)).carry().heard == 2
    with second.ledger.read() as books:
        assert len(books.given()) == 1


def test_an_answer_without_an_id_is_for_the_event_in_its_place(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])

    def bend(answer: SyncAnswer) -> SyncAnswer:
        unread = [each.model_copy(update={"event": "", "status": "refused"}) for each in answer.answers]
        stray = [each.model_copy(update={"event": "", "position": 99}) for each in answer.answers]
        return with_fields(answers=(*unread, *stray))(answer)

    with line_to(station) as line:
        courier_on(station, Bent(line, bend)).carry()
    assert states(station) == ["refused"]


def test_a_stop_between_fetching_and_building_leaves_no_half_list(net: World) -> None:
    station, stop = net.desk(), threading.Event()

    class Stopping(Lossy):
        """Sets the stop when the whole file has come."""

        @contextmanager
        def download(self, path: str, start: int = 0) -> Iterator[tuple[int, Iterator[bytes]]]:
            with self.line.download(path, start) as (begins, pieces):
                yield begins, self._then_stop(pieces)

        @staticmethod
        def _then_stop(pieces: Iterator[bytes]) -> Iterator[bytes]:
            yield from pieces
            stop.set()

    with line_to(station) as line:
        courier_on(station, Stopping(line)).carry(stop)
    assert station.registers.name is None
    assert list(station.folder.glob("register-*")) == []
    assert station.courier().carry().cards == 3


def test_a_hub_that_always_has_more_is_left_for_the_next_pass(
    net: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.courier.MOST_ROUNDS", 4)
    station = net.ready()
    with line_to(station) as line:
        assert courier_on(station, Bent(line, with_fields(more=True))).carry().rounds == 4


def test_a_hub_that_was_put_back_tells_its_feed_again_page_by_page(
    net: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.hub.feed.FEED_PAGE", 1)
    first, second = net.ready("first"), net.ready("second")
    for code in CODES[:3]:
        give(first, code)
    first.courier().carry()
    with second.ledger.write() as books:
        books.apply_feed((), 1000)
    done = second.courier().carry()
    assert (done.heard, done.rounds) == (3, 3)
    with second.ledger.read() as books:
        assert len(books.given()) == 3


def test_a_window_that_finds_the_list_switched_by_another_goes_along(
    net: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = net.ready()
    there = net.empty("desk")
    monkeypatch.setattr("sync.hub.changes.SNAPSHOT_GAP", 0)
    monkeypatch.setattr("sync.hub.snapshot.SNAPSHOT_GAP", 0)
    with net.hub.change() as register:
        register.close_card(CODES[0])
    there.courier().carry()
    assert here.registers.name != there.registers.name
    here.courier().carry()
    assert here.registers.name == there.registers.name


@pytest.mark.parametrize("instant", ["2018-10-13T14:30:00", "now", None])
def test_an_instant_without_its_offset_is_no_message(instant: str | None) -> None:
    with pytest.raises(ValidationError):
        SyncAnswer.model_validate_json(json.dumps({"v": 1, "hub_time": instant}))
