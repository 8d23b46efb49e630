"""How old each list is, and what that does: the table of docs/adr/0019, line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from tests.domain.world import FACTS, NOW, READ, booked, quota
from validator.domain.decide import decide
from validator.domain.facts import Facts
from validator.domain.party import Party
from validator.domain.policy import LONGEST, Grade, Listed, Policy, Stamp, gravest, lists_of
from validator.domain.quota import QuotaMode
from validator.domain.verdict import Check, Give, Outcome, Reason, Verdict

POLICY = Policy(
    notice_after=timedelta(days=1),
    banner_after=timedelta(days=2),
    stop_after=timedelta(days=3),
    quotas_notice_after=timedelta(days=4),
    quotas_banner_after=timedelta(days=5),
    quotas_stop_after=timedelta(days=6),
    rules_notice_after=timedelta(days=7),
    rules_banner_after=timedelta(days=8),
    rules_stop_after=timedelta(days=9),
)
RULE = {Listed.CARDS: "list_age", Listed.QUOTAS: "quotas_age", Listed.RULES: "rules_age"}
BOUND = quota(20)
TRUSTED = quota(20, mode=QuotaMode.TRUSTING)
WAYS: dict[str, Facts] = {
    "by rights": replace(FACTS, quotas=(BOUND,), rights=5),
    "by rights, cut off": replace(FACTS, quotas=(BOUND,), rights=5, online=False),
    "trusting, cut off": replace(FACTS, quotas=(TRUSTED,), online=False),
    "trusting, in touch": replace(FACTS, quotas=(TRUSTED,)),
    "no number": FACTS,
    "booked": replace(FACTS, quotas=(TRUSTED,), online=False, reservations=(booked(),)),
}
DAY = timedelta(days=1)
NOTED, DECLINED = (Reason.LIST_OLD, Outcome.NOTED), (Reason.LIST_TOO_OLD, Outcome.DECLINED)


def aged(known: Facts, **days: float | None) -> Facts:
    """The facts with lists of these ages; those that are not named are of now."""
    ages = {listed.value: 0.0 for listed in Listed} | days
    cards, quotas, rules = (
        None if age is None else NOW - timedelta(days=age)
        for age in (ages[listed.value] for listed in Listed)
    )
    assert cards is not None
    return replace(known, stamp=Stamp(7, cards, rules), quotas_at=quotas, policy=POLICY)


def check(verdict: Verdict, listed: Listed) -> Check:
    (found,) = (each for each in verdict.trace if each.rule == RULE[listed])
    return found


def says(verdict: Verdict, listed: Listed) -> tuple[Reason, Outcome] | None:
    found = check(verdict, listed)
    return None if found.finding is None else (found.finding.reason, found.outcome)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("listed", "grade"), list(product(Listed, Grade)))
def test_what_each_grade_of_each_list_does(way: str, listed: Listed, grade: Grade) -> None:
    """One list of this age, the others fresh."""
    ages = POLICY.ages(listed)
    age = [0.0, ages.notice.days + 0.1, ages.banner.days + 0.1, ages.stop.days + 0.1][grade.gravity]
    known = aged(WAYS[way], **{listed.value: age})
    verdict = decide(READ, Party(), known, NOW)
    stops = grade is Grade.STOP and (listed is not Listed.QUOTAS or way == "trusting, cut off")
    expected = None if grade is Grade.FRESH else DECLINED if stops else NOTED
    assert says(verdict, listed) == expected
    assert {says(verdict, other) for other in Listed if other is not listed} == {None}
    assert isinstance(verdict, Give) is not stops
    if stops:
        assert verdict.main.reason is Reason.LIST_TOO_OLD
        lifted = decide(READ, Party(), replace(known, overrides=frozenset({Reason.LIST_TOO_OLD})), NOW)
        assert isinstance(lifted, Give)
        assert lifted.overridden == (Reason.LIST_TOO_OLD,)
    if expected is not None and listed is not Listed.CARDS:
        found = check(verdict, listed)
        assert found.finding is not None
        assert found.finding.params == {"n": int(age), "list": listed.value}
        assert found.as_of == NOW - timedelta(days=age)


def test_lists_that_came_together_are_told_of_once() -> None:
    known = replace(aged(WAYS["by rights"], cards=2.5, quotas=2.5, rules=2.5), policy=Policy(DAY, DAY, DAY))
    verdict = decide(READ, Party(), known, NOW)
    assert [note.reason for note in decide(READ, Party(), replace(known, policy=Policy()), NOW).notes].count(
        Reason.LIST_OLD
    ) == 1
    assert verdict.main.reason is Reason.LIST_TOO_OLD
    assert [check(verdict, listed).outcome for listed in Listed] == [
        Outcome.DECLINED,
        Outcome.SKIPPED,
        Outcome.SKIPPED,
    ]


@pytest.mark.parametrize(
    ("way", "gives"), [("by rights", True), ("no number", True), ("trusting, cut off", False)]
)
def test_numbers_that_never_came_whole_are_as_old_as_can_be(way: str, gives: bool) -> None:
    verdict = decide(READ, Party(), aged(WAYS[way], quotas=None), NOW)
    assert isinstance(verdict, Give) is gives
    found = check(verdict, Listed.QUOTAS)
    assert found.finding is not None
    assert found.finding.params == {"n": None, "list": "quotas"}


def test_a_list_without_a_time_of_its_own_for_the_rules_is_as_old_as_its_cards() -> None:
    (cards, quotas, rules) = lists_of(Stamp(1, NOW - timedelta(days=8)), None, Policy(), NOW)
    assert (cards.grade, quotas.grade, rules.grade) == (Grade.BANNER, Grade.STOP, Grade.BANNER)
    assert (cards.until, quotas.until) == (NOW + timedelta(days=22), None)
    assert gravest((cards, quotas, rules)) == quotas
    assert gravest((cards, rules)) == cards
    assert gravest(()) is None


@pytest.mark.parametrize(
    "change",
    [
        {"notice_after": timedelta(days=8)},
        {"quotas_stop_after": timedelta(days=1)},
        {"rules_banner_after": timedelta(days=31)},
        {"ends_soon": timedelta(seconds=-1)},
        {"clock_tolerance": LONGEST + timedelta(seconds=1)},
        {"version": -1},
    ],
)
def test_a_policy_is_in_order(change: dict[str, timedelta]) -> None:
    with pytest.raises(ValueError, match="policy"):
        replace(Policy(), **change)  # type: ignore[arg-type]
