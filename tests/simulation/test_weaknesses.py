"""Each known weakness has what would show it, and that exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulation.bugs import BUGS
from tests.simulation.weaknesses import WEAKNESSES, Weakness

ROOT = Path(__file__).parents[2]


def test_all_of_them_are_there() -> None:
    assert [weakness.name for weakness in WEAKNESSES] == [f"W{number}" for number in range(1, 22)]


@pytest.mark.parametrize("weakness", WEAKNESSES, ids=lambda weakness: weakness.name)
def test_what_would_show_it_exists(weakness: Weakness) -> None:
    assert weakness.tests
    for test in weakness.tests:
        path, _, name = test.partition("::")
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), test
    assert {bug.name for bug in BUGS} >= set(weakness.bugs)
