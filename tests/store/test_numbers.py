"""A desk's own changes of numbers over the hub's word, and what becomes of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.desk import DAY_QUOTA, KEY, LATER, NOW, TODAY, answer, enrol, told
from validator.domain.effects import quota_body
from validator.domain.journal import Draft, EventKind
from validator.domain.numbers import Number, basis_of
from validator.domain.quota import Quota
from validator.store.ledger import Ledger
from validator.store.transaction import Reading, Writing


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Writing]:
    """A desk's ledger, with a number of 20 that the office set."""
    with Ledger.open(tmp_path, KEY) as ledger, ledger.write() as tx:
        enrol(tx)
        tx.apply_feed([told(typed(tx, 1, 20, online=True), 1)], 1)
        yield tx


def typed(tx: Reading, number: int, value: int, *, online: bool = False) -> Draft:
    """What a manager types over what stands."""
    before = tx.numbers([DAY_QUOTA])[DAY_QUOTA].merged
    quota = Quota(DAY_QUOTA, value)
    body = quota_body(quota, "theatre", "manager", basis_of(before, Number(value), online=online))
    return Draft(f"event-{number}", EventKind.QUOTA, NOW, "2018", body)


def shown(tx: Reading) -> tuple[int | None, int, int]:
    """The number, how many changes are on their way, and how many are beside it."""
    (state,) = tx.quota([DAY_QUOTA])
    known = tx.numbers([DAY_QUOTA])[DAY_QUOTA]
    assert known.merged.number.value == state.quota.value
    return state.quota.value, known.waiting, len(known.merged.beside)


def test_own_changes_lie_over_the_hubs_word_until_they_are_answered(books: Writing) -> None:
    theirs = typed(books, 11, 17)
    ours = typed(books, 2, 25)
    books.append(ours)
    assert shown(books) == (25, 1, 0)
    books.apply_feed([told(theirs, 2)], 2)
    assert shown(books) == (22, 1, 0)
    books.settle([answer(2)], LATER)
    assert shown(books) == (22, 0, 0)
    books.apply_feed([told(ours, 3, "desk-1")] * 2, 3)
    assert shown(books) == (22, 0, 0)


def test_a_refused_change_is_as_if_never_made(books: Writing) -> None:
    books.append(typed(books, 2, 25))
    books.settle([answer(2, "refused")], LATER)
    assert shown(books) == (20, 0, 0)


def test_what_was_typed_upon_an_older_number_is_shown_at_once(books: Writing) -> None:
    later = typed(books, 11, 50, online=True)
    books.append(typed(books, 2, 25))
    books.apply_feed([told(later, 2)], 2)
    assert shown(books) == (50, 1, 1)
    assert [state.key for state in books.disputed_numbers(TODAY)] == [DAY_QUOTA]
    books.append(typed(books, 3, 60, online=True))
    assert shown(books) == (60, 2, 0)
    assert books.disputed_numbers(TODAY) == ()


def test_what_can_make_no_difference_any_more_is_let_go(books: Writing) -> None:
    for number in range(2, 12):
        books.apply_feed([told(typed(books, number, 20 + number, online=True), number)], number)
    connection = books._connection  # noqa: SLF001
    assert connection.exec_driver_sql("SELECT count(*) FROM quota_change").scalar_one() == 1
    assert shown(books) == (31, 0, 0)


def test_a_new_life_of_the_hub_tells_its_numbers_anew(books: Writing) -> None:
    first = typed(books, 1, 20, online=True)
    books.apply_feed([told(typed(books, 11, 50, online=True), 2)], 2)
    books.apply_feed([], 0, "another life")
    assert shown(books) == (50, 0, 0)
    books.apply_feed([told(first, 1)], 1, "another life")
    assert shown(books) == (20, 0, 0)
