"""The decision: one pure function, the same at look, at give, at the hub and in the tests.

    decide(reading, party, facts, now) -> Give | Choose | Decline

Every rule is asked, in the order input, system, card, scope, offer, party, use, room; the first that stands in the way leads,
the others are listed behind it. Every answer is in the trace. `decide` never raises and reads nothing but its arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

from validator.domain.code import Problem, Recognised, Unrecognised
from validator.domain.facts import Facts
from validator.domain.network import HELSINKI
from validator.domain.party import Party, Purpose
from validator.domain.redemption import Tickets
from validator.domain.rules import card, notes, offer, room, scope, system, usage
from validator.domain.rules import party as company
from validator.domain.rules.case import Case, Checks
from validator.domain.verdict import (
    OVERRIDABLE,
    Check,
    Choose,
    Decline,
    Finding,
    Give,
    Outcome,
    Param,
    Reason,
    Remedy,
    Verdict,
)

Rule = Callable[[Case], Checks]

ALONE: tuple[Rule, ...] = (
    system.reading,
    card.known,
    card.status,
    card.dates,
    scope.local_card,
    scope.local_offer,
    usage.already,
    usage.card_limit,
)
"""What a member of a group is asked: the rules of the card, as for any holder."""

RULES: tuple[Rule, ...] = (
    system.reading,
    system.list_present,
    system.clock,
    system.list_age,
    card.known,
    card.status,
    card.dates,
    scope.local_card,
    scope.local_offer,
    scope.venue_member,
    scope.popup,
    offer.included,
    offer.cancelled,
    offer.over,
    offer.bookable,
    offer.sold_out,
    usage.booking,
    usage.already,
    usage.card_limit,
    company.party,
    company.children_count,
    company.assistants,
    company.group,
)

OFFER: tuple[Rule, ...] = (
    scope.venue_member,
    scope.popup,
    offer.included,
    offer.cancelled,
    offer.over,
    offer.bookable,
    offer.sold_out,
    room.quota,
)
"""What can be said of an offer before any card is shown."""

ROOM: tuple[Rule, ...] = (room.quota, room.shared_quota, room.rights)
NOTES: tuple[Rule, ...] = (notes.ends, notes.offline, notes.id_hint, notes.just_now)

_KEPT_BESIDE_A_DECLINE = frozenset({Reason.OFFLINE, Reason.LIST_OLD, Reason.SCANNED_JUST_NOW})


def decide(reading: Recognised | Unrecognised, party: Party, facts: Facts, now: datetime) -> Verdict:
    """Judge one reading.

    Args:
        reading: what the scanner or the clerk's keys gave, already told apart into a code or none.
        party: who comes, and what for.
        facts: what the desk knows.
        now: the one instant of this decision, aware.

    Returns:
        A verdict with every check that was made. Nothing is ever raised for facts that can be constructed.
    """
    case = Case(reading, party, facts, now)
    checks = [check for rules in (RULES, (_members,), ROOM, NOTES) for rule in rules for check in rule(case)]
    trace = tuple(_lift(check, facts) for check in checks)
    blocking = _findings(trace, Outcome.DECLINED)
    noted = _findings(trace, Outcome.NOTED)
    if not blocking:
        return _give(case, trace, noted)
    kept = tuple(note for note in noted if note.reason in _KEPT_BESIDE_A_DECLINE)
    failing = tuple(
        place
        for place, _ in enumerate(facts.members, start=1)
        if any(_place(finding) == place for finding in blocking)
    )
    only_members = all(finding.reason is Reason.MEMBER_INVALID for finding in blocking)
    if only_members and len(failing) < len(facts.members):
        return Choose(blocking[0], failing, trace, blocking[1:], kept)
    return Decline(blocking[0], trace, blocking[1:], kept)


def offer_problem(facts: Facts, now: datetime) -> Finding | None:
    """Why nothing can be given for this offer now, whatever the card; None where it is open."""
    case = Case(Unrecognised(Problem.UNREADABLE, None), Party(), facts, now)
    trace = tuple(check for rule in OFFER for check in rule(case))
    return next(iter(_findings(trace, Outcome.DECLINED)), None)


def _members(case: Case) -> Checks:
    """R53: each member's own card, by the rules of any holder; the same card twice is one card."""
    if not case.community:
        return (Check("members", Outcome.SKIPPED),)
    checks: list[Check] = []
    seen: set[str] = set()
    for place, member in enumerate(case.facts.members, start=1):
        sub = case.of(member)
        answers = [_lift(check, case.facts) for rule in ALONE for check in rule(sub)]
        problem = next((answer.finding for answer in answers if answer.outcome is Outcome.DECLINED), None)
        if sub.community:
            problem = Finding(Reason.COMMUNITY_ALONE)
        elif sub.card is not None and sub.card.id in seen:
            problem = Finding(Reason.ALREADY, {"time": None})
        if sub.card is not None:
            seen.add(sub.card.id)
        used: dict[str, Param] = {"i": place}
        if problem is not None:
            params: dict[str, Param] = {"i": place, "reason": problem.reason, **_prefixed(problem)}
            finding = Finding(Reason.MEMBER_INVALID, params)
            checks.append(
                Check("members", Outcome.DECLINED, finding, used, case.listed_at, Remedy.WITHOUT_MEMBER)
            )
        elif sub.card is None:
            finding = Finding(Reason.UNKNOWN_OLD_LIST)
            checks.append(Check("members", Outcome.NOTED, finding, used, case.listed_at))
        else:
            checks.append(Check("members", Outcome.PASSED, None, used, case.listed_at))
    return tuple(checks)


def _prefixed(problem: Finding) -> dict[str, Param]:
    """The values of the member's own sentence, beside those of the group's."""
    return {f"reason_{name}": value for name, value in problem.params.items()}


def _place(finding: Finding) -> Param:
    return finding.params.get("i")


def _lift(check: Check, facts: Facts) -> Check:
    """A decline that a manager lifted stays in the trace as what it is."""
    lifted = (
        check.outcome is Outcome.DECLINED
        and check.finding is not None
        and check.finding.reason in facts.overrides & OVERRIDABLE
    )
    return replace(check, outcome=Outcome.OVERRIDDEN) if lifted else check


def _findings(trace: tuple[Check, ...], outcome: Outcome) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for check in trace:
        if check.outcome is outcome and check.finding is not None and check.finding not in found:
            found.append(check.finding)
    return tuple(found)


def _give(case: Case, trace: tuple[Check, ...], noted: tuple[Finding, ...]) -> Give:
    also: list[Finding] = []
    who, booking = case.party, case.booking
    tickets = _tickets(case)
    if booking is not None:
        main = Finding(Reason.OK_COLLECT, {"n": tickets.total})
    elif who.purpose is Purpose.RESERVE:
        main = Finding(Reason.OK_RESERVED, {"time": collect_by(case.facts)})
    elif case.community:
        main = Finding(Reason.OK_COMMUNITY, {"n": tickets.adults + tickets.children})
    elif case.popup:
        main = Finding(Reason.OK_POPUP, {"benefit": case.facts.venue.benefit})
        also += [Finding(Reason.OK_CHILDREN, {"n": who.children})] if who.children else []
    elif case.course:
        main = Finding(Reason.OK_COURSE)
    elif who.children:
        main = Finding(Reason.OK_CHILDREN, {"n": who.children})
    else:
        main = Finding(Reason.OK)
    if tickets.assistants and booking is None:
        also.append(Finding(Reason.OK_ASSISTANT))
    if case.facts.training:
        main, also = Finding(Reason.TRAINING), [main, *also]
    return Give(
        main=main,
        tickets=tickets,
        trace=trace,
        also=tuple(also),
        notes=noted,
        quota_use=room.quota_use(case),
        provisional=any(note.reason is Reason.UNKNOWN_OLD_LIST for note in noted),
        overridden=tuple(finding.reason for finding in _findings(trace, Outcome.OVERRIDDEN)),
        collects="" if booking is None else booking.id,
    )


def _tickets(case: Case) -> Tickets:
    if case.booking is not None:
        return case.booking.tickets
    who = case.party
    if case.community:
        return Tickets(len(case.facts.members), who.children, who.assistants, 1)
    return Tickets(1, who.children, who.assistants)


def collect_by(facts: Facts) -> datetime:
    """Until when a booking is held: some minutes before the start, or the end of the day of visit."""
    try:
        if facts.performance is not None:
            return facts.performance.starts_at - timedelta(minutes=facts.offer.hold_minutes)
        return datetime.combine(facts.visit + timedelta(days=1), time(0), HELSINKI)
    except OverflowError:
        return datetime.combine(facts.visit, time(0), HELSINKI)
