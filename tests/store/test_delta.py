from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.desk import CARD, CLOSED, GROUP, LIST_KEY, NOW, PROGRAMME, token
from tests.store.lists import GOING, lists, take
from validator.domain.card import Card, CardStatus, CardToken
from validator.domain.network import Area, Names, Network
from validator.domain.policy import Stamp
from validator.errors import (
    HubGarbled,
    StoreDamaged,
)
from validator.store import engine
from validator.store.building import CHUNK
from validator.store.engine import Care
from validator.store.ledger import Ledger
from validator.store.register import Registers


def test_an_empty_programme_is_a_programme(registers: Registers, ledger: Ledger) -> None:
    take(registers, ledger)
    empty = Network(rule_sets=())
    assert registers.apply_delta(6, [], empty)
    assert registers.network() == empty


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
