"""A hub that is put back to an older copy of itself, between real desks: found out, heard anew, and no right is granted twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from sqlalchemy import delete, insert, select

from sync.courier import Line
from sync.hub import schema
from sync.station import Station
from sync.transport import Reply
from sync.wire import SyncRequest
from tests.sync.desk.test_rights import held, out, set_number, today
from tests.sync.desk.world import CODES, World, courier_on, give, line_to, world
from validator.domain.card import CardStatus, CardToken
from validator.domain.code import CardCode
from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.rights import Slot
from validator.errors import HubUnreachable

Backup = dict[str, list[dict[str, Any]]]


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


def backup(net: World) -> Backup:
    """Every row of the hub."""
    with net.hub.database.read() as tx:
        return {
            table.name: [dict(row) for row in tx.execute(select(table)).mappings()]
            for table in schema.metadata.sorted_tables
        }


def put_back(net: World, copy: Backup) -> None:
    """The hub as it was."""
    with net.hub.database.write() as tx:
        for table in reversed(schema.metadata.sorted_tables):
            tx.execute(delete(table))
        for table in schema.metadata.sorted_tables:
            if copy[table.name]:
                tx.execute(insert(table), copy[table.name])


class BreaksOff:
    """A line that carries messages and no files."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def sync(self, request: SyncRequest) -> Reply:
        """A message, as it goes."""
        return self._line.sync(request)

    def download(self, path: str, start: int = 0) -> NoReturn:
        """Nothing comes."""
        raise HubUnreachable("the line broke", reason="time", path=path, start=start)


def status(station: Station, code: CardCode) -> CardStatus | None:
    """As the desk's list has it."""
    with station.ledger.read() as books:
        facts = books.network()
    assert facts is not None
    card = station.registers.find(CardToken.of(code, facts.token_key))
    return None if card is None else card.status


def carry(*stations: Station) -> None:
    for station in stations:
        with line_to(station) as line:
            courier_on(station, line).carry()


def givings(station: Station) -> int:
    with station.ledger.read() as books:
        return len(books.given())


def number(station: Station) -> int | None:
    slot: Slot = today(station)
    with station.ledger.read() as books:
        (state,) = books.quota((QuotaKey(QuotaScope.OFFER, slot.offer, slot.visit),))
    return state.quota.value


def test_a_desk_that_had_heard_more_hears_what_takes_the_old_numbers(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    carry(first, second)
    copy = backup(net)
    give(first, CODES[0])
    give(second, CODES[1])
    carry(first)
    put_back(net, copy)
    carry(second, first, second)
    assert (givings(first), givings(second)) == (2, 2)
    assert len(net.rows("redemptions")) == 2


def test_a_card_that_was_closed_since_is_closed_at_a_desk_that_knows_higher_numbers(net: World) -> None:
    station = net.ready()
    carry(station)
    copy = backup(net)
    with net.hub.change() as register:
        register.close_card(CODES[1])
    give(station, CODES[5])
    carry(station)
    put_back(net, copy)
    with net.hub.change() as register:
        register.close_card(CODES[2])
    carry(station)
    reasons = [give(station, code).verdict.main.reason.name for code in CODES[1:3]]
    assert reasons == ["OK", CardStatus.CLOSED.name]


def test_a_list_of_the_new_life_that_broke_off_is_asked_for_again(net: World) -> None:
    """By then the desk speaks of the new life, and its old list's version would pass for one of that."""
    station = net.ready()
    carry(station)
    copy = backup(net)
    with net.hub.change() as register:
        register.close_card(CODES[1])
    carry(station)
    put_back(net, copy)
    net.hub.put_back()
    with net.hub.change() as register:
        register.close_card(CODES[2])
    with line_to(station) as line, pytest.raises(HubUnreachable):
        courier_on(station, BreaksOff(line)).carry()
    carry(station)
    assert status(station, CODES[2]) is CardStatus.CLOSED


def test_a_number_of_the_new_life_is_the_later_word(net: World) -> None:
    first, second, gone = net.ready("first"), net.ready("second"), net.ready("gone")
    carry(first, second, gone)
    copy = backup(net)
    for code in CODES[:5]:
        give(gone, code)
    set_number(gone, 30)
    carry(gone, first, second)
    assert number(first) == number(second) == 30
    put_back(net, copy)
    net.hub.put_back()
    carry(first)
    set_number(second, 7)
    carry(second, first)
    assert number(first) == number(second) == 7


def test_nobody_gets_rights_until_all_have_reported_and_then_no_more_than_there_are(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    set_number(first, 10)
    carry(first, second, first)
    copy = backup(net)
    before = held(first)
    for code in CODES[:before]:
        give(first, code)
    carry(first)
    gained = held(first)
    assert gained, "it got more after the backup"
    put_back(net, copy)
    net.hub.put_back()
    for code in CODES[20 : 20 + held(second)]:
        give(second, code, online=False)
    carry(second)
    assert held(second) == 0, "the first desk has not been heard yet"
    carry(first, second, first)
    assert len(net.rows("redemptions")) + held(first) + held(second) <= 10
    assert all(row.over == 0 for row in net.rows("events"))


def test_the_hub_finds_out_by_its_own_word_and_only_once_for_each(net: World) -> None:
    station = net.ready()
    copy = backup(net)
    give(station, CODES[0])
    carry(station)
    put_back(net, copy)
    lives = set()
    for _ in range(3):
        carry(station)
        lives.add(net.hub.sync(net.hub.desk(_token(station)), b'{"v": 1}').feed_life)
    assert len(lives) == 1
    (life,) = lives
    (before,) = [row["value"] for row in copy["settings"] if row["name"] == "life"]
    assert life != before.strip('"')
    assert out(net) == 0


def test_what_a_second_desk_lost_is_found_already(net: World) -> None:
    """A life began when the first desk showed it; a later copy of that life, put back in its turn, ends it."""
    first, second = net.ready("first"), net.ready("second")
    copy = backup(net)
    for station, code in ((first, CODES[0]), (second, CODES[1])):
        give(station, code)
        carry(station)
    put_back(net, copy)
    carry(first)
    life = _life(net)
    carry(second, first)
    assert _life(net) == life
    assert len(net.rows("redemptions")) == 2
    later = backup(net)
    give(second, CODES[2])
    carry(second)
    put_back(net, later)
    carry(second, first)
    assert _life(net) != life
    assert len(net.rows("redemptions")) == 3
    put_back(net, copy)
    carry(second)
    assert _life(net) not in {life, json.loads(_setting(copy["settings"]))}, (
        "this copy knows of no life that ended"
    )


def _life(net: World) -> str:
    return str(json.loads(_setting([row._asdict() for row in net.rows("settings")])))


def _setting(rows: list[dict[str, Any]]) -> str:
    (value,) = (row["value"] for row in rows if row["name"] == "life")
    return str(value)


def _token(station: Station) -> str:
    identity = station.identity
    assert identity is not None
    return identity.token
