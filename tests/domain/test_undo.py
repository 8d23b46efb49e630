"""Undoing: a clerk on the same day, a manager until the event ends, nobody twice."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from tests.domain.world import NOW, TONIGHT, used
from validator.domain.network import HELSINKI
from validator.domain.redemption import Redemption, Tickets
from validator.domain.role import Action, Role, may
from validator.domain.undo import decide_undo
from validator.domain.verdict import Check, Finding, Give, Outcome, Reason, Remedy

DAY = timedelta(days=1)
HALF_PAST_MIDNIGHT = NOW + timedelta(hours=7)


@pytest.mark.parametrize(("giving", "role", "end", "now", "says"), [
    ((used(),), Role.CLERK, TONIGHT.ends_at, NOW, Reason.UNDONE),
    ((used(),), Role.CLERK, TONIGHT.ends_at, TONIGHT.ends_at + DAY / 24, Reason.UNDONE),
    ((used(),), Role.CLERK, TONIGHT.ends_at + DAY, HALF_PAST_MIDNIGHT, Reason.UNDO_TOO_LATE),
    ((used(),), Role.MANAGER, TONIGHT.ends_at + DAY, HALF_PAST_MIDNIGHT, Reason.UNDONE),
    ((used(),), Role.MANAGER, TONIGHT.ends_at, HALF_PAST_MIDNIGHT, Reason.UNDO_TOO_LATE),
    ((used(voided=True),), Role.MANAGER, TONIGHT.ends_at, NOW, Reason.UNDO_TOO_LATE),
    ((), Role.MANAGER, TONIGHT.ends_at, NOW, Reason.UNDO_TOO_LATE),
    ((used(),), Role.MANAGER, HALF_PAST_MIDNIGHT, HALF_PAST_MIDNIGHT, Reason.UNDO_TOO_LATE),
    ((used(), used(given_at=NOW - DAY)), Role.CLERK, TONIGHT.ends_at, NOW, Reason.UNDO_TOO_LATE),
])  # fmt: skip
def test_who_may_undo_when(
    giving: tuple[Redemption, ...], role: Role, end: datetime, now: datetime, says: Reason
) -> None:
    assert decide_undo(giving, role, end, HELSINKI, now).main.reason is says


def test_a_whole_group_is_undone() -> None:
    group = (used(id="1", tickets=Tickets(0, 1, 1, 1)), used(id="2"), used(id="3", tickets=Tickets(1, 2)))
    verdict = decide_undo(group, Role.CLERK, TONIGHT.ends_at, HELSINKI, NOW)
    assert isinstance(verdict, Give)
    assert verdict.tickets == Tickets(2, 3, 1, 1)


@pytest.mark.parametrize(
    ("giving", "end", "remedy"),
    [
        ((used(),), NOW + 2 * DAY, Remedy.ASK_MANAGER),
        ((used(),), NOW + DAY, Remedy.ASK_SUPPORT),
        ((used(voided=True),), NOW + 2 * DAY, Remedy.ASK_SUPPORT),
    ],
)
def test_a_clerk_is_pointed_to_the_manager_while_that_helps(
    giving: tuple[Redemption, ...], end: datetime, remedy: Remedy
) -> None:
    late = decide_undo(giving, Role.CLERK, end, HELSINKI, NOW + DAY)
    assert late.trace == (
        Check("undo", Outcome.DECLINED, Finding(Reason.UNDO_TOO_LATE), {"role": "clerk"}, remedy=remedy),
    )


def test_an_undoing_says_who_did_it() -> None:
    undone = decide_undo((used(),), Role.MANAGER, TONIGHT.ends_at, HELSINKI, NOW)
    assert undone.trace == (Check("undo", Outcome.PASSED, used={"role": "manager"}),)


@pytest.mark.parametrize(("day_ends", "says"), [
    (time(0), Reason.UNDO_TOO_LATE),
    (time(0, 30), Reason.UNDO_TOO_LATE),
    (time(0, 31), Reason.UNDONE),
])  # fmt: skip
def test_the_day_is_the_venues_own(day_ends: time, says: Reason) -> None:
    verdict = decide_undo((used(),), Role.CLERK, NOW, HELSINKI, HALF_PAST_MIDNIGHT, day_ends=day_ends)
    assert verdict.main.reason is says


@pytest.mark.parametrize("action", Action)
def test_what_each_role_may(action: Action) -> None:
    assert may(Role.MANAGER, action)
    assert may(Role.CLERK, action) == (action in {Action.GIVE, Action.RESERVE, Action.UNDO})
