"""Customers who asked in vain: counted once, without any card, told until the hub has it, and never taken back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from sync.hub import schema
from sync.hub.cli import main
from sync.hub.lives import begin_life
from sync.station import Station
from sync.wire import SyncAnswer
from tests.sync.desk.world import CODES, EVENING, OFFER, Bent, Lossy, World, courier_on, give, line_to, world
from validator.desk import Ask, Desk, Look
from validator.domain.code import CardRead, Source
from validator.domain.party import Party
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Give, Reason
from validator.errors import HubError
from validator.store.keys import FileVault

HOUR = timedelta(hours=1)
TODAY = EVENING.date()


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=12) as made:
        yield made


def full(net: World, name: str = "desk", number: int = 1) -> Station:
    """A desk whose day is given out."""
    station = net.ready(name)
    desk = station.desk(lambda: True)
    (line,) = desk.programme()
    desk.quotas.put(line.offer, TODAY, number, Role.MANAGER)
    station.courier().carry()
    for code in CODES[:number]:
        assert isinstance(give(station, code).verdict, Give)
    station.courier().carry()
    return station


def look(station: Station, desk: Desk, number: int, **changes: Any) -> Look:
    read = CardRead(CODES[number].reveal(), Source.TYPED, station.clock.now())
    return desk.counter.look(Ask(read, desk.choice_for(OFFER), **changes))


def in_vain(station: Station, *numbers: int, online: bool = True) -> list[bool]:
    desk = station.desk(lambda: online)
    return [desk.counter.left(look(station, desk, number)) for number in numbers]


def at_hub(net: World) -> dict[tuple[date, datetime], int]:
    with net.hub.database.read() as tx:
        rows = tx.execute(select(schema.demand)).all()
    counts: dict[tuple[date, datetime], int] = {}
    for row in rows:
        counts[(row.visit, row.hour)] = counts.get((row.visit, row.hour), 0) + row.asked
    return counts


def test_those_who_asked_in_vain_are_counted_by_hour_and_told(net: World) -> None:
    station = full(net)
    assert in_vain(station, 1, 2) == [True, True]
    net.clock.run(HOUR)
    assert in_vain(station, 3, online=False) == [True]
    station.courier().carry()
    begins = EVENING.replace(minute=0)
    assert at_hub(net) == {(TODAY, begins): 2, (TODAY, begins + HOUR): 1}
    with net.hub.database.read() as tx:
        stored = str(tx.execute(select(schema.demand)).all())
    assert not any(code.reveal() in stored for code in CODES)


def test_the_same_card_counts_once_while_the_program_runs(net: World) -> None:
    station = full(net)
    desk = station.desk(lambda: True)
    counted = []
    for number in (1, 1, 2, 1):
        counted.append(desk.counter.left(look(station, desk, number)))
        net.clock.run(timedelta(minutes=2))
    assert counted == [True, False, True, False]


def test_what_is_no_want_of_room_is_not_counted(net: World) -> None:
    station = full(net)
    with net.hub.change() as register:
        register.close_card(CODES[4])
    station.courier().carry()
    desk = station.desk(lambda: True)
    assert look(station, desk, 4).verdict.main.reason is Reason.CLOSED
    stranger = CardRead("KAIKU0", Source.TYPED, station.clock.now())
    for other in (
        look(station, desk, 4),
        look(station, desk, 0),  # it has a ticket already
        look(station, desk, 5, training=True),
        look(
            station,
            desk,
            5,
            overrides=frozenset({Reason.QUOTA_FULL}),
            override_reason=OverrideReason.ROOM,
            role=Role.MANAGER,
        ),
        look(station, desk, 5, party=Party(9)),  # more children than the register says, too
        desk.counter.look(Ask(stranger, desk.choice_for(OFFER))),
    ):
        assert not desk.counter.left(other), other.verdict.main
    station.courier().carry()
    assert at_hub(net) == {}


def test_counts_are_told_until_the_hub_has_said_so_and_twice_is_once(net: World) -> None:
    station = full(net)
    in_vain(station, 1, 2)
    with line_to(station) as line:
        lossy = Lossy(line)
        lossy.lose_answers = 1
        with pytest.raises(HubError):
            courier_on(station, lossy).carry()
    in_vain(station, 3)
    with line_to(station) as line:
        again = Lossy(line)
        courier_on(station, again).carry()
        courier_on(station, again).carry()
    assert [[row.asked for row in request.demand] for request in again.requests] == [[3], []]
    assert list(at_hub(net).values()) == [3]


def test_a_hub_that_knows_nothing_of_it_leaves_the_counts_to_be_told(net: World) -> None:
    station = full(net)
    in_vain(station, 1)

    def older(answer: SyncAnswer) -> SyncAnswer:
        return answer.model_copy(update={"demand": None})

    with line_to(station) as line:
        bent = Bent(line, older)
        courier_on(station, bent).carry()
        courier_on(station, bent).carry()
    assert [len(request.demand) for request in bent.requests] == [1, 1]


def test_a_desk_that_was_put_back_lowers_nothing(net: World) -> None:
    station = full(net)
    in_vain(station, 1, 2, 3)
    station.courier().carry()
    with station.ledger.write() as books:  # an older copy of its disk
        books._connection.exec_driver_sql("UPDATE demand SET asked = 1, told = 0")  # noqa: SLF001
    station.courier().carry()
    assert list(at_hub(net).values()) == [3]


def test_a_hub_that_was_put_back_is_told_again(net: World) -> None:
    station = full(net)
    in_vain(station, 1, 2)
    station.courier().carry()
    with net.hub.database.write() as tx:
        tx.execute(schema.demand.delete())
        begin_life(net.hub.database, tx)
    station.courier().carry()
    station.courier().carry()
    assert list(at_hub(net).values()) == [2]


def test_every_desk_of_the_venue_reads_the_venues_sum(net: World) -> None:
    first, second = full(net, "first"), net.ready("second")
    in_vain(first, 1, 2)
    in_vain(second, 3)

    def shown(station: Station) -> int:
        house, offer, *_ = (cells for _, cells in station.desk(lambda: True).quotas.rows())
        (asked,) = {cell.asked for cells in (house, offer) for cell in cells if cell.visit == TODAY}
        return asked

    assert (shown(first), shown(second)) == (2, 1)
    for station in (first, second, first):
        station.courier().carry()
    assert (shown(first), shown(second)) == (3, 3)
    in_vain(second, 4)
    assert shown(second) == 4


def test_counts_that_make_no_sense_are_passed_over(net: World) -> None:
    station = full(net)
    in_vain(station, 1)

    class Odd(Lossy):
        def sync(self, request: Any) -> Any:
            (row,) = request.demand
            odd = [
                {"asked": 0},
                {"asked": 10_001},
                {"offer": "nobodys"},
                {"offer": "x" * 300},
                {"performance": "a\nb"},
                {"hour": row.hour + timedelta(minutes=1)},
            ]
            rows = tuple(row.model_copy(update=change) for change in odd)
            return super().sync(request.model_copy(update={"demand": rows}))

    with line_to(station) as line:
        courier_on(station, Odd(line)).carry()
    assert at_hub(net) == {}


def test_old_counts_go_once_the_hub_has_them(net: World) -> None:
    station = full(net)
    in_vain(station, 1)
    station.courier().carry()
    in_vain(station, 2)
    net.clock.run(timedelta(days=20))
    station.desk(lambda: True).forget_old()
    with station.ledger.read() as books:
        assert [each.count for each in books.demand.untold(9)] == [2]
    station.courier().carry()
    folder = station.folder
    station.close()
    with Station.open(folder, FileVault(folder), net.clock) as again:
        again.desk(lambda: True)
        with again.ledger.read() as books:
            assert books.demand.untold(9) == ()


def test_the_hubs_command_prints_the_table(
    net: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*options: str) -> str:
        monkeypatch.setattr(
            sys, "argv", ["kaikuportti-hub", "demand", "--data", str(net.folder / "hub"), *options]
        )
        with pytest.raises(SystemExit) as left:
            main()
        assert not left.value.code
        return capsys.readouterr().out

    assert said() == "nobody has asked in vain\n"
    station = full(net)
    in_vain(station, 1, 2)
    station.courier().carry()
    assert said() == "theatre  evening  for 2018-10-13  asked 2018-10-13 17:00  2\n"
    assert json.loads(said("--json")) == [
        {
            "venue": "theatre",
            "offer": "evening",
            "performance": None,
            "visit": "2018-10-13",
            "hour": "2018-10-13T14:00:00+00:00",
            "asked": 2,
        }
    ]
