"""A desk put together: what it is before it is enrolled, and what its clock remembers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sync.runner import Connection, Rhythm
from sync.station import Station
from sync.transport import Patience
from tests.sync.desk.world import EVENING, OFFER, THEATRE, World, world
from validator.clock import SystemClock
from validator.errors import ConfigError, StoreDamaged
from validator.store.keys import FileVault

QUICK = Patience(connect=5.0, read=5.0, whole=5.0)


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=1) as made:
        yield made


def test_before_it_is_enrolled_it_has_no_time_and_no_line(tmp_path: Path) -> None:
    with Station.open(tmp_path, FileVault(tmp_path)) as station:
        assert station.identity is None
        assert station.listed_at() is None
        assert not station.is_heard(QUICK)
        with pytest.raises(ConfigError) as caught:
            _ = station.clock
        assert caught.value.details["fault"] == "not_enrolled"
        with pytest.raises(ConfigError):
            station.courier()


def test_its_venues_are_found_by_their_offers(net: World) -> None:
    station = net.ready()
    venue = station.venue_of(OFFER)
    assert venue is not None
    assert venue.id == THEATRE
    assert station.venue_of("none") is None


def test_it_hears_the_hub_or_does_not(net: World) -> None:
    station = net.desk()
    assert station.is_heard(QUICK)
    net.server.__exit__(None, None, None)
    assert not station.is_heard(QUICK)


def test_a_demos_time_is_the_networks_without_the_hub(net: World, tmp_path: Path) -> None:
    station = net.ready()
    with station.ledger.write() as books:
        network = books.network()
        assert network is not None
        ago = SystemClock.starting_at(EVENING).offset
        books.put_network(replace(network, demo_offset=ago))
    station.close()
    folder = station.folder
    with Station.open(folder, FileVault(folder)) as again:
        assert abs(again.clock.now() - EVENING) < timedelta(minutes=5)
        assert again.clock.trusted()
        again.clock.keep()
        with again.ledger.read() as books:
            floor = books.clock_floor()
    assert floor is not None
    assert floor >= EVENING


def test_its_loop_is_handed_out_and_ends_before_it(net: World) -> None:
    station = net.desk()
    runner = station.runner(rhythm=Rhythm(interval=3600.0))
    runner.start()
    runner.stop()
    assert runner.join(30.0)


def test_the_time_is_remembered_while_the_hub_is_away(net: World) -> None:
    station = net.ready()
    net.server.__exit__(None, None, None)
    changed = threading.Condition()

    def on_change(connection: Connection) -> None:
        with changed:
            changed.notify_all()

    def passed(failures: int) -> bool:
        return runner.connection.failures > failures and not runner.connection.working

    runner = station.runner(on_change, Rhythm(gap=0.0, first=3600.0, longest=3600.0))
    runner.start()
    try:
        with changed:
            assert changed.wait_for(lambda: passed(0), 30.0)
        net.clock.run(timedelta(hours=5))
        runner.wake()
        with changed:
            assert changed.wait_for(lambda: passed(1), 30.0)
    finally:
        runner.stop()
        assert runner.join(30.0)
    with station.ledger.read() as books:
        assert books.clock_floor() == EVENING + timedelta(hours=5)


def test_a_damaged_ledger_opens_no_station(tmp_path: Path) -> None:
    with Station.open(tmp_path, FileVault(tmp_path)):
        pass
    (tmp_path / "ledger.db").write_bytes(b"x" * 8192)
    with pytest.raises(StoreDamaged):
        Station.open(tmp_path, FileVault(tmp_path))
