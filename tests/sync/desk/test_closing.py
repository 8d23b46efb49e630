"""Closing a day between a real desk and a real hub."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from sync.closing import close_day
from sync.daywire import CloseAnswer, CloseRequest
from sync.hub import closing, schema
from sync.station import Station
from tests.sync.desk.world import CODES, World, give, line_to, world
from validator.domain.closing import DayClose, Gap
from validator.errors import ConfigError, HubGarbled
from validator.store.keys import FileVault

DAY = date(2018, 10, 13)


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


@pytest.fixture
def station(net: World) -> Station:
    """A desk that has given three times and told of it."""
    station = net.ready()
    for number in range(3):
        give(station, CODES[number])
    station.courier().carry()
    return station


def gaps(close: DayClose) -> list[tuple[int, Gap]]:
    return [(each.entry.sequence, each.gap) for each in close.differences]


class Counted:
    """The station's own line, with its requests kept and its answers bent."""

    def __init__(self, station: Station, bend: Callable[[CloseAnswer], CloseAnswer] | None = None) -> None:
        self.station, self.bend = station, bend
        self.asked: list[CloseRequest] = []

    def close_day(self, request: CloseRequest) -> CloseAnswer:
        self.asked.append(request)
        with line_to(self.station) as line:
            answer = line.close_day(request)
        return self.bend(answer) if self.bend else answer


def test_a_day_that_is_at_the_hub_is_proven_by_one_small_request(station: Station) -> None:
    line = Counted(station)
    close = close_day(station.ledger, line, DAY)
    assert (close.holds, close.here, close.there) == (True, 4, 4)
    assert [request.listed for request in line.asked] == [False]


def test_a_day_without_anything_holds(station: Station) -> None:
    close = station.close_day(DAY + timedelta(days=1))
    assert (close.holds, close.here, close.there) == (True, 0, 0)
    assert station.close_day(date.min).holds
    assert station.close_day(date.max).holds


def test_what_waits_here_is_listed(station: Station) -> None:
    give(station, CODES[3], online=False)
    close = station.close_day(DAY)
    assert (close.holds, close.here, close.there, gaps(close)) == (False, 5, 4, [(5, Gap.NOT_THERE)])
    station.courier().carry()
    assert station.close_day(DAY).holds


def test_an_answer_that_was_lost_is_no_difference(net: World, station: Station) -> None:
    with station.ledger.write() as books:
        assert books.tell_again(2) == 2
    assert station.close_day(DAY).holds


def test_what_the_hub_has_lost_or_changed_is_listed(net: World, station: Station) -> None:
    events = schema.events
    with net.hub.database.write() as tx:
        tx.execute(delete(events).where(events.c.sequence == 2))
        tx.execute(update(events).where(events.c.sequence == 3).values(hash="f" * 64))
        tx.execute(update(events).where(events.c.sequence == 4).values(status="refused", reason="why"))
    close = station.close_day(DAY)
    assert gaps(close) == [(2, Gap.NOT_THERE), (3, Gap.OTHER), (4, Gap.REFUSED)]
    assert close.differences[2].entry.reason == "why"


def test_a_refused_entry_is_listed_though_both_sides_agree(net: World, station: Station) -> None:
    with net.hub.database.write() as tx:
        tx.execute(update(schema.events).where(schema.events.c.sequence == 3).values(status="refused"))
    with station.ledger.write() as books:
        books.tell_again(2)
    station.courier().carry()
    line = Counted(station)
    close = close_day(station.ledger, line, DAY)
    assert (gaps(close), len(line.asked)) == ([(3, Gap.REFUSED)], 1)


def test_an_old_copy_of_the_desk_lacks_what_the_hub_has(net: World, station: Station) -> None:
    shutil.copytree(station.folder, net.folder / "backup")
    for number in (3, 4):
        give(station, CODES[number])
    station.courier().carry()
    folder = net.folder / "backup"
    with Station.open(folder, FileVault(folder), net.clock) as old:
        close = old.close_day(DAY)
        assert gaps(close) == [(5, Gap.NOT_HERE), (6, Gap.NOT_HERE)]
        assert close.beyond == 2
        quiet = old.close_day(DAY - timedelta(days=1))
        assert (quiet.differences, quiet.beyond, quiet.holds) == ((), 2, False)


def test_a_long_day_comes_in_pages(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "ROWS", 3)
    give(station, CODES[3], online=False)
    line = Counted(station)
    close = close_day(station.ledger, line, DAY)
    assert gaps(close) == [(5, Gap.NOT_THERE)]
    assert [(request.listed, request.after) for request in line.asked] == [(False, 0), (True, 0), (True, 3)]


def test_a_page_that_leads_nowhere_is_the_last(station: Station) -> None:
    give(station, CODES[3], online=False)
    line = Counted(station, lambda answer: answer.model_copy(update={"rows": (), "more": True}))
    assert len(close_day(station.ledger, line, DAY).differences) == 5
    assert len(line.asked) == 2


@pytest.mark.parametrize(
    "field", [{"signature": b"no"}, {"digest": "0" * 64}, {"count": 9}, {"day": date.min}]
)
def test_nobody_but_the_hub_can_close_a_day(station: Station, field: dict[str, object]) -> None:
    line = Counted(station, lambda answer: answer.model_copy(update=field))
    with pytest.raises(HubGarbled):
        close_day(station.ledger, line, DAY)


def test_a_day_begins_and_ends_at_the_desks_own_midnight(net: World) -> None:
    net.clock.wall = net.clock.wall.replace(hour=20, minute=59)
    station = net.ready()
    net.clock.run(timedelta(minutes=2))
    give(station, CODES[0])
    station.courier().carry()
    counts = [
        (close.here, close.there) for close in (station.close_day(DAY + timedelta(days=by)) for by in (0, 1))
    ]
    assert counts == [(1, 1), (1, 1)], "21:00 in Greenwich is midnight in Helsinki"


def test_a_desk_without_a_hub_closes_nothing(net: World, station: Station) -> None:
    with pytest.raises(ConfigError, match="not enrolled"):
        close_day(net.empty("empty").ledger, Counted(station), DAY)
