"""The card list between a real hub and a real desk: whole, changed, stopped, and not believed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.snapshot import Stage
from sync.wire import SyncAnswer
from tests.store.desk import spoil
from tests.sync.desk.world import CODES, OFFER, THEATRE, Bent, World, courier_on, give, line_to, world
from validator.desk import Ask
from validator.domain.code import CardRead, Source
from validator.domain.network import Names, Offer, OfferKind
from validator.domain.verdict import Decline, Give, Reason
from validator.errors import HubGarbled


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


def test_a_change_of_the_list_comes_as_a_delta(net: World) -> None:
    station = net.ready()
    with net.hub.change() as register:
        register.close_card(CODES[0])
        register.put_offer(Offer("matinee", THEATRE, Names("Päivä"), OfferKind.ADMISSION))
    before = station.registers.name
    done = station.courier().carry()
    assert done.cards == 1
    assert station.registers.name == before
    assert {offer.id for offer in station.registers.network().offers} == {OFFER, "matinee"}
    verdict = give(station, CODES[0]).verdict
    assert isinstance(verdict, Decline)
    assert verdict.main.reason is Reason.CLOSED


def test_a_list_that_is_far_behind_is_taken_whole_into_a_new_file(
    net: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = net.ready()
    before = station.registers.name
    monkeypatch.setattr("sync.hub.changes.SNAPSHOT_GAP", 0)
    monkeypatch.setattr("sync.hub.snapshot.SNAPSHOT_GAP", 0)
    with net.hub.change() as register:
        register.close_card(CODES[0])
    done = station.courier().carry()
    assert done.cards == 40
    assert station.registers.name != before
    assert [path.name for path in station.folder.glob("register-*.db")] == [station.registers.name]


def test_a_stop_ends_the_first_list_and_the_next_pass_brings_it(net: World) -> None:
    station = net.desk()
    stop = threading.Event()
    stop.set()
    station.courier().carry(stop)
    assert station.registers.name is None
    assert station.listed_at() is None
    station.courier().carry()
    assert station.registers.count() == 40


def test_the_first_list_tells_how_far_it_is(net: World) -> None:
    station, told = net.desk(), list[tuple[Stage, int, int]]()
    station.courier(lambda *step: told.append(step)).carry()
    assert {stage for stage, _, _ in told} == {Stage.FETCHING, Stage.BUILDING}
    assert told[-1] == (Stage.BUILDING, 40, 40)
    assert all(0 < done <= whole for _, done, whole in told)


def bent_list(**changes: object) -> Callable[[SyncAnswer], SyncAnswer]:
    def bend(answer: SyncAnswer) -> SyncAnswer:
        lacks = answer.register_changes
        assert lacks is not None
        assert lacks.snapshot is not None
        manifest = lacks.snapshot.model_copy(update=changes)
        return answer.model_copy(update={"register_changes": lacks.model_copy(update={"snapshot": manifest})})

    return bend


@pytest.mark.parametrize("field", ["version", "digest", "content_digest", "count", "bytes"])
def test_a_manifest_that_was_changed_is_not_believed(net: World, field: str) -> None:
    station = net.desk()
    other = "0" * 64 if field.endswith("digest") else 39
    with line_to(station) as line, pytest.raises(HubGarbled) as caught:
        courier_on(station, Bent(line, bent_list(**{field: other}))).carry()
    assert caught.value.details["reason"] == "signature"
    assert station.registers.name is None
    assert list(station.folder.glob("*.part")) == []


def test_a_list_with_the_wrong_key_is_thrown_away_and_had_again(net: World) -> None:
    station = net.desk()
    with line_to(station) as line, pytest.raises(HubGarbled):
        courier_on(station, Bent(line, bent_list(key=b"k" * 32))).carry()
    assert [path.name for path in station.folder.glob("register-*")] == []
    assert list(station.folder.glob("*.part")) == []
    assert station.courier().carry().cards == 40


def test_a_list_that_rots_while_in_use_is_said_and_had_again(net: World) -> None:
    station = net.ready()
    desk = station.desk(lambda: True)
    asked = Ask(CardRead(CODES[0].reveal(), Source.TYPED, station.clock.now()), desk.choice_for(OFFER))
    name = station.registers.name
    assert name is not None
    station.registers.close()
    spoil(station.folder / name)
    station.registers.switch(name)
    look = desk.counter.look(asked)
    assert look.verdict.main.reason is Reason.NO_LIST
    assert desk.status().listed_at is None
    assert desk.counter.give(asked).verdict.main.reason is Reason.NO_LIST
    assert station.courier().carry().cards == 40
    assert station.registers.name != name
    assert isinstance(desk.counter.give(asked).verdict, Give)
