"""The simulator finds what it is there to find: deliberate bugs, a handful in `make long`, all of them by `make simulate-mutants`.

On every run one is found under a schedule: test_schedule.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulation.bugs import BUGS, Bug
from tests.simulation.chance import STORM
from tests.simulation.mutants import DAYS, hunt
from tests.simulation.network import template

NAMED = (
    "outstanding_ignored",
    "signatures_unread",
    "own_givings_forgotten",
    "outbox_row_afterwards",
    "lease_spent_afterwards",
    "hub_not_told_again",
    "feed_cut_at_a_page",
    "age_before_list",
)


def _named(names: tuple[str, ...]) -> list[Bug]:
    return [bug for bug in BUGS if bug.name in names]


def _is_found(bug: Bug, place: Path) -> bool:
    template(place / bug.name, DAYS, STORM)
    return hunt(bug, place).seeds > 0


@pytest.mark.long
@pytest.mark.parametrize("bug", _named(NAMED), ids=lambda bug: bug.name)
def test_a_bug_is_found(tmp_path: Path, bug: Bug) -> None:
    assert _is_found(bug, tmp_path)


def test_every_invariant_that_is_watched_has_its_bug() -> None:
    broken = {word.strip() for bug in BUGS for word in bug.stands_for.split(",")}
    assert {"I1", "I2", "I3", "I4", "I5", "I6", "I7", "I9", "I10", "I13"} <= broken
    assert {"W1", "W2", "W5", "W13", "W15", "W18", "W19", "W20"} <= broken
    assert len(BUGS) >= 15
