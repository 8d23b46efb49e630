from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event, pool

from tests.store.desk import CARD, CLOSED, GROUP, KEY, LIST, LIST_KEY, NOW, PROGRAMME, begin, giving, token
from validator.domain.card import Card, CardKind, CardStatus, CardToken
from validator.domain.network import Area, Names, Network
from validator.domain.policy import Stamp
from validator.errors import (
    BugError,
    HubGarbled,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
)
from validator.store import engine
from validator.store.building import CHUNK
from validator.store.engine import Care
from validator.store.ledger import Ledger
from validator.store.register import Registers

GOING = threading.Event()
"""Never set: builds that are not given up."""


def build(registers: Registers, version: int = 5, cards: tuple[tuple[CardToken, Card], ...] = LIST) -> str:
    name = registers.build(version, PROGRAMME, cards, len(cards), GOING)
    assert name is not None
    return name


def take(
    registers: Registers, ledger: Ledger, version: int = 5, cards: tuple[tuple[CardToken, Card], ...] = LIST
) -> str:
    """Build a list and use it, as a sync does."""
    name = build(registers, version, cards)
    with ledger.write() as tx:
        tx.use_register(name, Stamp(version, NOW))
    registers.switch(name)
    return name


def lists(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("register-*.db"))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("register-*"))


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


def test_progress_is_told_as_it_is_made(registers: Registers) -> None:
    cards = [(token(number), replace(CARD, id=str(number))) for number in range(2 * CHUNK + 1)]
    told: list[tuple[int, int]] = []
    registers.build(5, PROGRAMME, cards, len(cards), GOING, lambda done, whole: told.append((done, whole)))
    assert told == [(done, len(cards)) for done in (CHUNK, 2 * CHUNK, 2 * CHUNK + 1)]


def test_a_build_that_is_given_up_leaves_nothing(registers: Registers, tmp_path: Path) -> None:
    stop = threading.Event()
    cards = ((token(number), CARD) for number in count())
    assert registers.build(5, PROGRAMME, cards, 10**9, stop, lambda _done, _whole: stop.set()) is None
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("cards", "announced"),
    [(LIST, 4), (LIST, 2), ((), 1), ((*LIST, LIST[0]), 4), ((*LIST, LIST[0]), 3)],
)
def test_a_list_that_is_not_what_was_announced_is_not_used(
    registers: Registers, tmp_path: Path, cards: tuple[tuple[CardToken, Card], ...], announced: int
) -> None:
    with pytest.raises(HubGarbled):
        registers.build(5, PROGRAMME, cards, announced, GOING)
    assert files(tmp_path) == []


def test_what_goes_wrong_while_reading_the_list_goes_through(registers: Registers, tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[CardToken, Card]]:
        yield LIST[0]
        raise HubGarbled("the line broke")

    with pytest.raises(HubGarbled, match="the line broke"):
        registers.build(5, PROGRAMME, broken(), 3, GOING)
    assert files(tmp_path) == []


def test_an_empty_programme_is_a_programme(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    empty = Network(rule_sets=())
    assert registers.apply_delta(6, [], empty)
    assert registers.network() == empty


def test_an_empty_list_is_a_list(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger, cards=())
    assert (registers.count(), registers.find(token(1))) == (0, None)


def test_a_full_disk_stops_a_build_and_the_old_list_stays(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    name = take(registers, ledger)

    def bound(connection: object, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 20")  # type: ignore[attr-defined]

    event.listen(pool.Pool, "connect", bound)
    try:
        cards = ((token(number), CARD) for number in range(5000))
        with pytest.raises(StoreFull):
            registers.build(6, PROGRAMME, cards, 5000, GOING)
    finally:
        event.remove(pool.Pool, "connect", bound)
    assert lists(tmp_path) == [name]
    assert registers.find(token(1)) == CARD


def test_a_list_that_cannot_be_brought_to_the_disk_is_not_used(
    registers: Registers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_handle: int) -> None:
        raise OSError("input/output error")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(StoreError):
        build(registers)
    assert files(tmp_path) == []


def test_tickets_are_given_and_cards_found_while_a_list_is_built(
    registers: Registers, ledger: Ledger
) -> None:
    take(registers, ledger)

    def meanwhile() -> Iterator[tuple[CardToken, Card]]:
        for number, row in enumerate(LIST):
            yield row
            with ledger.write() as tx:
                tx.append(giving(number))
            assert registers.find(token(1)) == CARD

    assert registers.build(6, PROGRAMME, meanwhile(), 3, GOING) is not None
    with ledger.read() as tx:
        assert tx.head().sequence == 4


def test_a_delta_changes_adds_and_takes_away(registers: Registers, ledger: Ledger) -> None:
    name = take(registers, ledger)
    closed = replace(CARD, status=CardStatus.CLOSED)
    new = replace(CARD, id="card-4")
    programme = replace(PROGRAMME, areas=(Area("oulu", Names("Oulu")),), performances=())
    rows = [(token(1), closed), (token(2), None), (token(4), new), (token(9), None)]
    assert registers.apply_delta(6, rows, programme, 3)
    assert [registers.find(token(number)) for number in (1, 2, 3, 4)] == [closed, None, GROUP, new]
    assert (registers.count(), registers.version(), registers.network(), registers.name) == (
        3,
        6,
        programme,
        name,
    )


def test_a_delta_may_only_add_or_only_take_away(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    assert registers.apply_delta(6, [(token(4), CARD)], None, 4)
    assert registers.apply_delta(7, [(token(1), None)], None, 3)
    assert [registers.find(token(number)) for number in (1, 4)] == [None, CARD]


def test_a_delta_without_a_programme_leaves_it_as_it_is(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    assert registers.apply_delta(6, [])
    assert (registers.network(), registers.version()) == (PROGRAMME, 6)


def test_the_same_delta_again_and_an_older_one_change_nothing(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    assert registers.apply_delta(6, [(token(1), None)])
    assert not registers.apply_delta(6, [(token(2), None)])
    assert not registers.apply_delta(5, [(token(3), None)], Network())
    assert [registers.find(token(number)) for number in (1, 2, 3)] == [None, CLOSED, GROUP]


def test_a_delta_that_leaves_the_wrong_count_changes_nothing(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    with pytest.raises(HubGarbled):
        registers.apply_delta(6, [(token(1), None)], Network(), 3)
    assert (registers.find(token(1)), registers.count(), registers.version()) == (CARD, 3, 5)
    assert registers.network() == PROGRAMME


@pytest.mark.parametrize("odd", [replace(CARD, children=10**30), replace(CARD, id="\ud800")])
def test_a_card_that_cannot_be_kept_is_the_hubs_mistake(
    registers: Registers, ledger: Ledger, tmp_path: Path, odd: Card
) -> None:
    name = take(registers, ledger)
    with pytest.raises(HubGarbled):
        registers.apply_delta(6, [(token(1), None), (token(4), odd)])
    with pytest.raises(HubGarbled):
        registers.build(6, PROGRAMME, [(token(4), odd)], 1, GOING)
    assert (registers.find(token(1)), registers.version(), lists(tmp_path)) == (CARD, 5, [name])


def test_of_one_token_twice_in_a_delta_the_last_word_holds(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    rows = [(token(1), None), (token(1), CLOSED), (token(2), CARD), (token(2), None)]
    assert registers.apply_delta(6, rows, None, 2)
    assert [registers.find(token(number)) for number in (1, 2, 3)] == [CLOSED, None, GROUP]


def test_a_delta_that_breaks_off_changes_nothing(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)

    def broken() -> Iterator[tuple[CardToken, Card | None]]:
        for number in range(CHUNK):
            yield token(number), None
        assert registers.find(token(1)) == CARD
        raise HubGarbled("the line broke")

    with pytest.raises(HubGarbled):
        registers.apply_delta(6, broken())
    assert (registers.find(token(1)), registers.count(), registers.version()) == (CARD, 3, 5)


def test_a_delta_is_on_file_for_the_next_start(registers: Registers, ledger: Ledger, tmp_path: Path) -> None:
    take(registers, ledger)
    registers.apply_delta(6, [(token(1), None)], replace(PROGRAMME, offers=()))
    registers.close()
    with Registers.open(tmp_path, LIST_KEY, ledger) as again:
        assert (again.find(token(1)), again.version(), again.network().offers) == (None, 6, ())


def test_the_programme_is_read_once_for_each_edition(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    first = registers.network()
    assert registers.network() is first
    registers.apply_delta(6, [(token(1), None)])
    assert registers.network() is first
    registers.apply_delta(7, [], PROGRAMME)
    assert registers.network() is not first
    assert registers.network() == first


def test_what_another_window_took_is_seen_here(registers: Registers, ledger: Ledger, tmp_path: Path) -> None:
    take(registers, ledger)
    with Registers.open(tmp_path, LIST_KEY, ledger) as other:
        assert other.network() == PROGRAMME
        registers.apply_delta(6, [(token(1), None)], replace(PROGRAMME, offers=()))
        assert (other.find(token(1)), other.network().offers) == (None, ())


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
        path = tmp_path / name
        data = bytearray(path.read_bytes())
        for page in range(2, len(data) // 4096):
            data[page * 4096 + 50] ^= 0xFF
        path.write_bytes(data)
        registers.switch(name)
        with pytest.raises(StoreDamaged):
            registers.find(token(1))
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


@pytest.mark.parametrize("row", ['{"id": "play"}', "{", ""])
def test_a_programme_that_cannot_be_read_is_said(
    registers: Registers, ledger: Ledger, tmp_path: Path, row: str
) -> None:
    name = take(registers, ledger)
    connection = engine.connect(tmp_path / name, LIST_KEY, Care.REGISTER)
    connection.execute("UPDATE programme SET row = ? WHERE kind = 'offers'", (row,))
    connection.close()
    with pytest.raises(StoreDamaged):
        registers.network()


def test_a_programme_of_a_kind_that_nobody_knows_is_said(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    name = take(registers, ledger)
    connection = engine.connect(tmp_path / name, LIST_KEY, Care.REGISTER)
    connection.execute("UPDATE programme SET kind = 'buses' WHERE kind = 'areas'")
    connection.close()
    with pytest.raises(StoreDamaged):
        registers.network()


def test_between_register_and_ledger_the_next_delta_is_taken_again(
    registers: Registers, ledger: Ledger, tmp_path: Path
) -> None:
    """A desk that falls between the two has a file that is ahead of its stamp; the hub then tells all since the stamp."""
    name = take(registers, ledger)
    registers.apply_delta(6, [(token(1), None)])
    registers.close()
    with Registers.open(tmp_path, LIST_KEY, ledger) as again:
        with ledger.read() as tx:
            assert tx.stamp() == Stamp(5, NOW)
        new = replace(CARD, id="card-7")
        assert again.apply_delta(7, [(token(1), None), (token(7), new)], None, 3)
        with ledger.write() as later:
            later.use_register(name, Stamp(7, NOW + timedelta(hours=1)), instead_of=name)
        assert (again.find(token(1)), again.find(token(7))) == (None, new)
