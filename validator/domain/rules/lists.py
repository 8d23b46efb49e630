"""How old the desk's three lists are, and what each grade does.

| list | notice, banner | stop |
|---|---|---|
| cards | W02; an unknown card may be taken provisionally (`card.known`) | R64 |
| quotas | W02 | R64 for a ticket out of a trusting number, at a desk that is cut off; else W02 |
| rules | W02 | R64 |

Rights bind a strict number however old it is, a booking's tickets are set aside already, and where no number is set there is
none to be over: nothing of that is stopped. Usually all three came last with the same answer, and one sentence is enough: quotas
and rules say nothing where the card list stands as badly. A manager may lift R64. Why so: docs/adr/0019-three-lists-grow-old.md.
"""

from __future__ import annotations

from datetime import datetime

from validator.domain.policy import Grade, Listed
from validator.domain.rules.case import Case, Checks, declined, noted, passed, skipped
from validator.domain.rules.room import goes_over
from validator.domain.verdict import Param, Reason, Remedy


def cards(case: Case) -> Checks:
    """W02, R64: the card list's age."""
    age = case.list_age
    if age is None:
        return skipped("list_age")
    grade, days = case.facts.policy.grade(age), {"n": age.days}
    if grade is Grade.STOP:
        return declined("list_age", Reason.LIST_TOO_OLD, days, remedy=Remedy.FETCH_LIST, as_of=case.listed_at)
    if grade is Grade.FRESH:
        return passed("list_age", {"grade": grade.value}, as_of=case.listed_at)
    return noted("list_age", Reason.LIST_OLD, days, as_of=case.listed_at)


def quotas(case: Case) -> Checks:
    """W02, R64: the age of the venue's numbers and of what its other desks told."""
    at = case.facts.quotas_at
    grade, params, used = _graded(case, Listed.QUOTAS, at)
    if grade is Grade.FRESH:
        return passed("quotas_age", {"grade": grade.value}, as_of=at)
    if _is_said(case, grade):
        return skipped("quotas_age")
    if grade is Grade.STOP and case.booking is None and goes_over(case):
        return declined(
            "quotas_age", Reason.LIST_TOO_OLD, params, remedy=Remedy.FETCH_LIST, used=used, as_of=at
        )
    return noted("quotas_age", Reason.LIST_OLD, params, used=used, as_of=at)


def rules(case: Case) -> Checks:
    """W02, R64: the age of the programme and the rule sets."""
    at = case.ruled_at
    grade, params, used = _graded(case, Listed.RULES, at)
    if grade is Grade.FRESH:
        return passed("rules_age", {"grade": grade.value}, as_of=at)
    if _is_said(case, grade):
        return skipped("rules_age")
    if grade is Grade.STOP:
        return declined(
            "rules_age", Reason.LIST_TOO_OLD, params, remedy=Remedy.FETCH_LIST, used=used, as_of=at
        )
    return noted("rules_age", Reason.LIST_OLD, params, used=used, as_of=at)


def _graded(
    case: Case, listed: Listed, at: datetime | None
) -> tuple[Grade, dict[str, Param], dict[str, Param]]:
    """The grade, the values of its sentence, and those that were looked at."""
    age = None if at is None else case.now - at
    days, grade = None if age is None else age.days, case.facts.policy.grade(age, listed)
    return grade, {"n": days, "list": listed.value}, {"n": days, "grade": grade.value}


def _is_said(case: Case, grade: Grade) -> bool:
    """Whether the card list stands as badly, or is not there at all: that is said, and stops as much, already."""
    age = case.list_age
    return age is None or case.facts.policy.grade(age).gravity >= grade.gravity
