"""The page of the rules says what the code says: every code, every check in its order, every ruling that the code names."""

from __future__ import annotations

import re

from tests.domain.world import FACTS, NOW, READ
from tests.house.pages import ROOT, section, text
from tests.words.sources import rules
from validator.domain.decide import decide
from validator.domain.party import Party
from validator.domain.policy import Grade, Policy
from validator.domain.verdict import OVERRIDABLE, Reason

PAGE = text("docs/rules.md")
CODE = re.compile(r"\b(?:A0\d|[RSW]\d\d)\b")
RULING = re.compile(r"\bA[1-9]\d?\b")


def column(heading: str, number: int = 0) -> list[str]:
    """A column of the first table under a heading, without its title."""
    rows = [line for line in section(PAGE, heading).splitlines() if line.startswith("|")]
    return [row.strip("|").split("|")[number].strip() for row in rows[2:]]


def test_every_code_has_its_line_in_order() -> None:
    assert column("What the desk says") == [reason.value for reason in Reason]
    assert all(column("What the desk says", 1))


def test_no_code_is_named_that_does_not_exist() -> None:
    assert set(CODE.findall(PAGE)) <= {reason.value for reason in Reason}


def test_every_check_stands_in_the_order_in_which_it_is_asked() -> None:
    trace = decide(READ, Party(), FACTS, NOW).trace
    assert column("The order of the checks", 1) == [f"`{check.rule}`" for check in trace]


def test_every_name_of_a_trace_is_told() -> None:
    told = set(re.findall(r"`([a-z_]+)`", section(PAGE, "The order of the checks")))
    assert told == rules()


def test_every_code_of_a_decision_comes_from_a_check() -> None:
    said = set(CODE.findall(" ".join(column("The order of the checks", 3))))
    elsewhere = {Reason.UNDO_TOO_LATE, Reason.NOT_SAVED}
    assert said == {each.value for each in Reason if each.value[0] in "RW" and each not in elsewhere}


def test_what_a_manager_may_lift_is_what_the_page_says() -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith("**A manager may lift**"))
    assert set(CODE.findall(line)) == {reason.value for reason in OVERRIDABLE}


def test_every_ruling_that_is_named_is_explained() -> None:
    explained = {name.strip("*") for name in column("The rulings")}
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "validator/domain").rglob("*.py")]
    named = {name for source in sources for line in source.splitlines() for name in RULING.findall(line)}
    assert {"A6", "A32"} <= named
    assert named - explained == set()
    assert set(RULING.findall(PAGE)) == explained


def test_the_grades_are_those_of_the_policy() -> None:
    policy = Policy()
    ages = (policy.notice_after, policy.banner_after, policy.stop_after)
    hours = [f"more than {age.days} days" for age in ages[1:]]
    assert column("Old lists")[1:] == [f"more than {ages[0].total_seconds() / 3600:.0f} hours", *hours]
    assert column("Old lists", 1) == [grade.value for grade in Grade]
