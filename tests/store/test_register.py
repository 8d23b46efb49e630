from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.store.desk import CARD, CLOSED, GROUP, KEY, LIST, LIST_KEY, NOW, PROGRAMME, begin, spoil, token
from tests.store.lists import GOING, build, files, lists, take
from validator.domain.card import Card, CardKind, CardStatus, CardToken
from validator.domain.network import Network
from validator.domain.policy import Stamp
from validator.errors import (
    BugError,
    StoreDamaged,
    StoreReadOnly,
    StoreTooNew,
)
from validator.store import engine
from validator.store.engine import Care
from validator.store.ledger import Ledger
from validator.store.register import Registers


def test_without_a_list_nothing_is_found(registers: Registers) -> None:
    assert registers.name is None
    assert registers.find(token(1)) is None
    assert registers.count() == registers.version() == 0
    assert registers.network() == Network()
    with pytest.raises(BugError):
        registers.apply_delta(1, [])


def test_a_card_is_found_by_its_token_and_its_keys_epoch(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    assert [registers.find(token(number)) for number in (1, 2, 3, 4)] == [CARD, CLOSED, GROUP, None]
    assert registers.find(token(1, epoch=2)) is None
    assert (registers.count(), registers.version(), registers.network()) == (3, 5, PROGRAMME)


@pytest.mark.parametrize("kind", CardKind)
@pytest.mark.parametrize("status", CardStatus)
def test_cards_come_back_as_they_were(
    registers: Registers, ledger: Ledger, kind: CardKind, status: CardStatus
) -> None:
    odd = Card("ö" * 40, kind, "oulu", date.min, date.max, status, children=0)
    take(registers, ledger, cards=((token(1), odd), (token(1, epoch=2), replace(odd, id="other"))))
    assert registers.find(token(1)) == odd
    assert registers.find(token(1, epoch=2)) == replace(odd, id="other")


def test_the_list_outlives_the_program(registers: Registers, ledger: Ledger, tmp_path: Path) -> None:
    name = take(registers, ledger)
    registers.close()
    registers.close()
    with Registers.open(tmp_path, LIST_KEY, ledger) as again:
        assert (again.name, again.find(token(1)), again.network()) == (name, CARD, PROGRAMME)


def test_a_lookup_is_one_search_by_the_tables_own_key(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    name = take(registers, ledger)
    connection = engine.connect(tmp_path / name, LIST_KEY, Care.REGISTER)
    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT id FROM card WHERE epoch = 1 AND token = x'00'"
    ).fetchall()
    connection.close()
    assert [step[3] for step in plan] == ["SEARCH card USING PRIMARY KEY (epoch=? AND token=?)"]


def test_a_new_list_takes_the_place_of_the_old_and_the_old_file_goes(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    first = take(registers, ledger)
    second = build(registers, 6, LIST[:1])
    assert registers.name == first
    assert lists(tmp_path) == sorted([first, second])
    with ledger.write() as tx:
        tx.use_register(second, Stamp(6, NOW))
    registers.switch(second)
    assert (registers.name, registers.count(), registers.find(token(2))) == (second, 1, None)
    assert lists(tmp_path) == [second]
    registers.close()
    assert files(tmp_path) == [second]


def test_switching_to_what_is_in_use_changes_nothing(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    name = take(registers, ledger)
    registers.switch(name)
    assert (registers.find(token(1)), lists(tmp_path)) == (CARD, [name])


def test_a_file_goes_when_its_last_reader_in_any_window_has_let_it_go(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    first = take(registers, ledger)
    with Registers.open(tmp_path, LIST_KEY, ledger) as other:
        second = take(registers, ledger, 6, LIST[:1])
        assert lists(tmp_path) == sorted([first, second])
        assert other.find(token(2)) == CLOSED
        other.switch(second)
        assert lists(tmp_path) == [second]
        assert (registers.find(token(2)), other.find(token(2))) == (None, None)


def test_a_file_goes_only_after_a_reading_that_has_begun(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    first = take(registers, ledger)
    second = build(registers, 6, LIST[:1])

    def switching() -> Iterator[tuple[CardToken, Card | None]]:
        registers.switch(second)
        assert registers.name == second
        assert lists(tmp_path) == sorted([first, second])
        yield token(1), None

    assert registers.apply_delta(7, switching())
    assert lists(tmp_path) == [second]
    assert registers.find(token(1)) == CARD


def test_lookups_go_on_while_lists_are_switched(registers: Registers, ledger: Ledger, tmp_path: Path) -> None:
    take(registers, ledger)
    looked, enough, misses = threading.Semaphore(0), threading.Event(), []

    def look() -> None:
        while not enough.is_set():
            if registers.find(token(1)) != CARD:
                misses.append("a card was not found")
            looked.release()

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for version in range(6, 12):
        name = take(registers, ledger, version)
        for _ in range(20):
            looked.acquire()
    enough.set()
    for thread in threads:
        thread.join()
    assert misses == []
    assert lists(tmp_path) == [name]


def test_leftovers_are_cleaned_away_at_the_start(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    name = take(registers, ledger)
    registers.close()
    build(registers, 6)
    (tmp_path / "register-7-dead.db").write_bytes(b"half a build")
    (tmp_path / "register-7-dead.db-wal").write_bytes(b"and its log")
    with Registers.open(tmp_path, LIST_KEY, ledger) as again:
        assert (again.name, files(tmp_path)[0]) == (name, name)
        assert lists(tmp_path) == [name]
    assert files(tmp_path) == [name]


def test_a_build_in_another_window_is_no_leftover(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    def interrupted() -> Iterator[tuple[CardToken, Card]]:
        yield from LIST
        Registers.open(tmp_path, LIST_KEY, ledger).close()

    name = registers.build(5, PROGRAMME, interrupted(), 3, GOING)
    assert lists(tmp_path) == [name]


def test_a_leftover_that_cannot_be_removed_is_left_for_next_time(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "register-7-dead.db").mkdir()
    Registers.open(tmp_path, LIST_KEY, ledger).close()
    assert lists(tmp_path) == ["register-7-dead.db"]


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _garbage(path: Path) -> None:
    path.write_bytes(b"no list at all" * 1000)


def _newer(path: Path) -> None:
    connection = engine.connect(path, LIST_KEY, Care.REGISTER)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize("harm", [_missing, _empty, _garbage, _newer])
def test_a_list_that_cannot_be_read_is_given_up_and_the_ledger_stays(tmp_path: Path, harm: object) -> None:
    begin(tmp_path)
    (name,) = lists(tmp_path)
    assert callable(harm)
    harm(tmp_path / name)
    with Ledger.open(tmp_path, KEY) as ledger, Registers.open(tmp_path, LIST_KEY, ledger) as registers:
        assert (registers.name, registers.find(token(1)), files(tmp_path)) == (None, None, [])
        with ledger.read() as tx:
            assert (tx.register_in_use(), tx.stamp()) == (None, None)
            assert len(tx.given()) == 2
        take(registers, ledger)
        assert registers.find(token(1)) == CARD


def test_a_lost_register_key_costs_a_new_list_and_nothing_else(tmp_path: Path) -> None:
    begin(tmp_path)
    with Ledger.open(tmp_path, KEY) as ledger, Registers.open(tmp_path, b"\x66" * 32, ledger) as registers:
        assert (registers.name, files(tmp_path)) == (None, [])
        take(registers, ledger)
        assert registers.find(token(1)) == CARD
        with ledger.read() as tx:
            assert len(tx.given()) == 2


def test_a_list_that_cannot_be_used_just_now_is_not_given_up(tmp_path: Path) -> None:
    begin(tmp_path)
    (name,) = lists(tmp_path)
    (tmp_path / f"{name}-wal").mkdir()
    with Ledger.open(tmp_path, KEY) as ledger:
        with pytest.raises(StoreReadOnly):
            Registers.open(tmp_path, LIST_KEY, ledger)
        with ledger.read() as tx:
            assert tx.register_in_use() == name


def test_a_list_that_turns_out_damaged_can_be_given_up(tmp_path: Path) -> None:
    begin(tmp_path)
    with Ledger.open(tmp_path, KEY) as ledger, Registers.open(tmp_path, LIST_KEY, ledger) as registers:
        cards = tuple((token(number), replace(CARD, id=str(number))) for number in range(2000))
        name = take(registers, ledger, 6, cards)
        registers.close()
        spoil(tmp_path / name)
        registers.switch(name)
        with pytest.raises(StoreDamaged):
            registers.find(token(1))
        assert registers.damaged
        assert (registers.find(token(1)), registers.count()) == (None, 0)
        registers.give_up(ledger)
        assert (registers.name, files(tmp_path)) == (None, [])
        with ledger.read() as tx:
            assert tx.stamp() is None


def test_switching_to_a_file_that_is_not_there_keeps_the_one_before(
    registers: Registers, ledger: Ledger
) -> None:
    name = take(registers, ledger)
    with pytest.raises(StoreDamaged):
        registers.switch("register-9-gone.db")
    assert (registers.name, registers.find(token(1))) == (name, CARD)


def test_a_newer_list_is_refused_by_name(registers: Registers, tmp_path: Path) -> None:
    name = build(registers)
    _newer(tmp_path / name)
    with pytest.raises(StoreTooNew):
        registers.switch(name)
