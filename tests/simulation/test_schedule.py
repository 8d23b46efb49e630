"""Schedules: what is written down happens, and nothing else; a finding is written down so that it does the same again."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from tests.simulation.bugs import BUGS
from tests.simulation.chance import STEPS
from tests.simulation.forkbugs import TWICE_OVER
from tests.simulation.moves import Moves
from tests.simulation.mutants import hunt
from tests.simulation.paperbugs import LATE
from tests.simulation.run import WORDS, Plan, run
from tests.simulation.schedule import HOW, Schedule

CUT_OFF = """
days 1
0 quota 0 play 4 0      # four tickets for the play, today
0 carry 0
1 carry 1
2 cut 1
3 give 0 10 play 0
3 give 1 11 play 0
4 crash 0 before 1      # the ticket that was about to be booked is none
5 hub_crash 0 after 1
6 line 0 answer_lost
6 carry 0
7 mend 1
8 carry 1
8 disk_full 0 desk 1
8 clock_jump 1 -86400
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One template for all of them."""
    return tmp_path_factory.mktemp("schedules")


def test_what_is_written_down_happens(place: Path) -> None:
    outcome = run(Plan.of(Schedule.read(CUT_OFF, WORDS)), place)
    assert outcome.found == []
    assert outcome.steps[:2] == ["0 quota 0 play 4 0", "0 carry 0"]
    assert len(outcome.steps) == 14
    for fault in (
        "cut",
        "desk_crash_before",
        "hub_crash_after",
        "answer_lost",
        "desk_disk_full",
        "clock_jump",
    ):
        assert outcome.faults[fault] == 1, fault
    assert outcome.redemptions >= 2


def test_a_bug_shows_under_a_schedule_too(place: Path) -> None:
    """Two desks share four tickets; a hub that does not look at what is out grants four to each."""
    gives = "".join(
        f"{4 + desk} give {desk} {card} play 2\n"
        for desk in (0, 1)
        for card in range(20 + 10 * desk, 24 + 10 * desk)
    )
    text = f"0 quota 0 play 4 2\n0 carry 0\n1 carry 1\n{gives}"
    assert run(Plan.of(Schedule.read(text, WORDS)), place).found == []
    (bug,) = (bug for bug in BUGS if bug.name == "outstanding_ignored")
    with ExitStack() as bugged:
        bug.plant(bugged)
        found = run(Plan.of(Schedule.read(text, WORDS)), place).found
    assert found
    assert found[0].startswith("I4")


def test_what_was_given_on_paper_is_recorded_and_a_case_where_the_rules_decline_it(place: Path) -> None:
    outcome = run(Plan.of(Schedule.read(LATE, WORDS)), place)
    assert outcome.found == []
    for name in ("declined_row_let_go", "declined_row_is_no_case"):
        (bug,) = (bug for bug in BUGS if bug.name == name)
        assert hunt(bug, place).seeds == 1, name


@pytest.mark.long
def test_who_is_put_back_twice_over_comes_to_rest(place: Path) -> None:
    """A desk and a hub, both of before a fork: what the hub has lost of it is told again, or all behind it is put off for ever."""
    assert run(Plan.of(Schedule.read(TWICE_OVER, WORDS)), place).found == []
    (bug,) = (bug for bug in BUGS if bug.name == "fork_not_told_again")
    assert "still are news" in hunt(bug, place).finding


@pytest.mark.long
def test_a_run_from_a_seed_can_be_written_down(place: Path) -> None:
    plan = Plan(3, 1)
    once = run(plan, place)
    written = Schedule.read(str(plan.as_schedule(once.steps)), WORDS)
    assert replace(run(Plan.of(written), place), seconds=0.0) == replace(once, seconds=0.0)


def test_every_step_can_be_written_down() -> None:
    assert set(HOW) <= set(STEPS)
    assert all(hasattr(Moves, f"_{step}") for step in (*STEPS, "line"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("0 fly 0", "no step is called 'fly'"),
        ("0 give 3", "from 0 to 2"),
        ("0 give", "from 0 to 2"),
        ("0 line 0 melted", "answer_lost"),
        ("0 crash 0 during 3", "may be followed by"),
        ("0 cut 0 twice", "nothing"),
        ("speed 3", "neither a moment"),
    ],
)
def test_what_cannot_be_read_is_named(line: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"line 2: .*{says}"):
        Schedule.read(f"seed 1\n{line}", WORDS)
