"""R53: a group's members, each judged by the rules of any holder's card. The same card twice is one card."""

from __future__ import annotations

from collections.abc import Callable

from validator.domain.code import CardCode, Recognised
from validator.domain.rules import card, scope, system, usage
from validator.domain.rules.case import Case, Checks, lifted, skipped
from validator.domain.verdict import Check, Finding, Outcome, Param, Reason, Remedy

ALONE: tuple[Callable[[Case], Checks], ...] = (
    system.reading,
    card.known,
    card.status,
    card.dates,
    scope.local_card,
    scope.local_offer,
    usage.already,
    usage.card_limit,
)
"""What a member is asked: the rules of the card; the offer and the room are the whole group's."""


def members(case: Case) -> Checks:
    """R53 for each card that does not hold; of a group's booking, also for each that was not booked for.

    A member with a booking of their own for this event collects that, alone: else their card would hold tickets twice.
    """
    if not case.community:
        return skipped("members")
    checks: list[Check] = []
    seen: set[str | CardCode | None] = set()
    free = None if case.booking is None else case.booking.tickets.adults
    for place, member in enumerate(case.facts.members, start=1):
        sub = case.of(member)
        answers = [lifted(check, case.facts.overrides) for rule in ALONE for check in rule(sub)]
        problem = _problem(sub, answers, seen, free)
        seen.add(_name(sub))
        checks += _told(place, sub, answers, problem)
        free = free if free is None or problem is not None else free - 1
    return tuple(checks)


def _problem(
    sub: Case, answers: list[Check], seen: set[str | CardCode | None], free: int | None
) -> Finding | None:
    if sub.community:
        return Finding(Reason.COMMUNITY_ALONE)
    if _name(sub) is not None and _name(sub) in seen:
        return Finding(Reason.ALREADY, {"time": None})
    declines = (answer.finding for answer in answers if answer.outcome is Outcome.DECLINED)
    if sub.booking is not None:
        own = Finding(Reason.OK_COLLECT, {"n": sub.booking.tickets.total})
        return next(declines, own)
    return next(declines, Finding(Reason.NO_BOOKING) if free == 0 else None)


def _name(sub: Case) -> str | CardCode | None:
    """What tells one card from another: its id, or its code where the list does not have it; None where none was read."""
    if sub.card is not None:
        return sub.card.id
    return sub.reading.code if isinstance(sub.reading, Recognised) else None


def _told(place: int, sub: Case, answers: list[Check], problem: Finding | None) -> list[Check]:
    used: dict[str, Param] = {"i": place}
    if problem is not None:
        params: dict[str, Param] = {"i": place, "reason": problem.reason, **_prefixed(problem)}
        finding = Finding(Reason.MEMBER_INVALID, params)
        return [Check("members", Outcome.DECLINED, finding, used, sub.listed_at, Remedy.WITHOUT_MEMBER)]
    told = [
        Check("members", answer.outcome, answer.finding, used, sub.listed_at, answer.remedy)
        for answer in answers
        if answer.outcome in (Outcome.OVERRIDDEN, Outcome.NOTED)
    ]
    return told or [Check("members", Outcome.PASSED, None, used, sub.listed_at)]


def _prefixed(problem: Finding) -> dict[str, Param]:
    """The values of the member's own sentence, beside those of the group's."""
    return {f"reason_{name}": value for name, value in problem.params.items()}
