"""Hostile pictures, frames and payloads: none ends the process that reads, none takes longer than its time, each has an answer."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.fuzz import SORTS, Count, tried, try_one
from validator.scan.apart import Apart

chances = st.randoms(use_true_random=False)


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    """One process for all of them."""
    with Apart() as apart:
        apart.make_ready()
        yield apart


@pytest.mark.long
@pytest.mark.parametrize("sort", SORTS)
def test_whatever_comes_there_is_an_answer(apart: Apart, sort: str) -> None:
    count = Count()

    @settings(max_examples=500)
    @given(chances)
    def try_it(chance: Random) -> None:
        try_one(apart, count, sort, chance)
        assert count.is_clean

    try_it()
    assert count.inputs >= 500


@pytest.mark.long
def test_thousands_of_hostile_inputs() -> None:
    counts = tried(range(6000))
    for count in counts.values():
        assert count.inputs == 2000
        assert count.is_clean, f"python -m tests.bench.fuzz --inputs 1 --from {count.bad[:1]}"
    assert counts["picture"].outcomes.keys() >= {"read", "nothing", "broken", "not_a_picture", "too_large"}
    assert counts["frame"].outcomes.keys() >= {"read", "nothing", "no frame"}
    assert counts["payload"].outcomes.keys() >= {"recognised", "unrecognised"}
