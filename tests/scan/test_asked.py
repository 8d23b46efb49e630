"""What travels between the desk and the process that reads, and the memory between them."""

from __future__ import annotations

import json
import os
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scan.processes import linux, named, posix
from validator.domain.code import Symbology
from validator.scan.acceptance import Look
from validator.scan.asked import Answer, answer_of, written
from validator.scan.decoder import Symbol
from validator.scan.shared import Shared, new_place, without_name

texts = st.text(max_size=9)
coordinates = st.floats(allow_nan=False)
symbols = st.builds(
    Symbol,
    texts,
    st.sampled_from(Symbology),
    texts,
    st.lists(st.tuples(coordinates, coordinates), max_size=4).map(tuple),
    st.booleans(),
)
looks = st.builds(
    Look,
    symbol=st.none() | symbols,
    in_view=st.frozensets(texts, max_size=3),
    key=texts,
    firm=st.booleans(),
    faults=st.integers(),
)
OTHER: dict[type, Any] = {bool: True, str: "s", int: 3}
LOOK = Look(
    symbol=Symbol("x", Symbology.ITF, "e", ((1.0, 2.0),), sure=True),
    in_view=frozenset("ab"),
    **{each.name: OTHER[type(each.default)] for each in fields(Look) if type(each.default) in OTHER},
)


@given(looks)
def test_a_look_travels_whole(look: Look) -> None:
    assert answer_of(written(Answer(look))) == Answer(look)


def test_no_field_of_a_look_is_left_behind() -> None:
    """Every field differs from what would be there if it had not travelled."""
    assert [
        each.name for each in fields(Look) if getattr(LOOK, each.name) == getattr(Look(), each.name)
    ] == []
    assert [each.name for each in fields(Symbol)] == ["text", "symbology", "engine", "corners", "sure"]
    assert answer_of(written(Answer(LOOK))) == Answer(LOOK)


def spoilt(row: object, at: list[int], value: object) -> object:
    """The same with one of its values changed."""
    match row:
        case dict() if row and at:
            name = sorted(row)[at[0] % len(row)]
            return row | {name: spoilt(row[name], at[1:], value)}
        case list() if row and at:
            place = at[0] % len(row)
            return [*row[:place], spoilt(row[place], at[1:], value), *row[place + 1 :]]
        case _:
            return value


values: st.SearchStrategy[object] = st.sampled_from(
    [None, True, 7, -1.5, "", "x", [], {}, [[]], float("nan"), 10**30]
)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), values)
def test_what_has_not_the_form_of_an_answer_is_none(at: list[int], value: object) -> None:
    row = json.loads(written(Answer(LOOK, shape=(2, 3))))
    try:
        look = answer_of(json.dumps(spoilt(row, at, value)).encode()).look
    except ValueError:
        return
    if look is not None:
        kinds = {each.name: type(getattr(look, each.name)) for each in fields(Look)}
        assert kinds == {each.name: type(getattr(LOOK, each.name)) for each in fields(Look)} | {
            "symbol": type(look.symbol)
        }


@given(st.binary(max_size=60))
def test_noise_is_no_answer(data: bytes) -> None:
    for each in (data, b"[" * 2000, b"1" * 5000, b'{"look":' + data):
        with pytest.raises(ValueError, match="no answer"):
            answer_of(each)


def test_shared_memory_has_no_name_and_forgets() -> None:
    shared = Shared(1 << 20)
    shared.put(4096, b"card")
    assert shared.take(4096, 4) == b"card"
    shared.let_go(4096, 8192)
    assert shared.take(4096, 4) == b"\0\0\0\0"
    with pytest.raises(ValueError, match="do not fit"):
        shared.put((1 << 20) - 3, b"card")
    assert named() == []
    shared.close()


@linux
def test_nobody_makes_shared_memory_smaller() -> None:
    place = new_place(4096)
    assert isinstance(place, int)
    with pytest.raises(PermissionError):
        os.ftruncate(place, 0)
    os.close(place)


@posix
def test_where_memory_needs_a_name_it_is_taken_away_at_once() -> None:
    place = without_name()
    os.ftruncate(place, 4096)
    shared = Shared(4096, place)
    shared.put(0, b"card")
    assert named() == []
    assert shared.take(0, 4) == b"card"
    shared.close()
