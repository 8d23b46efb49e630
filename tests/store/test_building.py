from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event, pool

from tests.store.desk import CARD, LIST, PROGRAMME, giving, token
from tests.store.lists import GOING, build, files, lists, take
from validator.domain.card import Card, CardToken
from validator.errors import (
    HubGarbled,
    StoreError,
    StoreFull,
)
from validator.store.building import CHUNK
from validator.store.ledger import Ledger
from validator.store.register import Registers


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
