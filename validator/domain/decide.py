"""The decision: one pure function, the same at look, at give, at the hub and in the tests.

    decide(reading, party, facts, now) -> Give | Choose | Decline

Every rule is asked, in the order input, system, card, scope, offer, use, party, room, group; the first that stands in the way
leads, the others are listed behind it. Every answer is in the trace. `decide` never raises and reads nothing but its arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from datetime import datetime

from validator.domain.code import Problem, Recognised, Unrecognised
from validator.domain.facts import Facts
from validator.domain.party import Party, Purpose
from validator.domain.redemption import Tickets
from validator.domain.rules import card, lists, notes, offer, room, scope, system, usage
from validator.domain.rules import party as company
from validator.domain.rules.case import Case, Checks, lifted
from validator.domain.rules.members import members
from validator.domain.verdict import Check, Choose, Decline, Finding, Give, Outcome, Reason, Verdict

Rule = Callable[[Case], Checks]

RULES: tuple[Rule, ...] = (
    system.reading,
    system.list_present,
    system.clock,
    lists.cards,
    lists.quotas,
    lists.rules,
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

ROOM: tuple[Rule, ...] = (room.rights, room.quota, room.shared_quota)
"""A desk without rights and without the hub does not know that all tickets are given: R38 comes before R30."""

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
    of_members = members(case)
    failing = {check.used["i"] for check in of_members if check.outcome is Outcome.DECLINED}
    checks = (
        *_asked(RULES, case),
        *_asked(ROOM, _without(case, failing)),
        *company.group(case),
        *of_members,
        *_asked(NOTES, case),
    )
    trace = tuple(lifted(check, facts.overrides) for check in checks)
    blocking = _findings(trace, Outcome.DECLINED)
    noted = _findings(trace, Outcome.NOTED)
    if not blocking:
        return _give(case, trace, noted)
    kept = tuple(note for note in noted if note.reason in _KEPT_BESIDE_A_DECLINE)
    only_members = all(finding.reason is Reason.MEMBER_INVALID for finding in blocking)
    if only_members and len(failing) < len(facts.members):
        without = tuple(place for place, _ in enumerate(facts.members, start=1) if place in failing)
        return Choose(blocking[0], without, trace, blocking[1:], kept)
    return Decline(blocking[0], trace, blocking[1:], kept)


def offer_problem(facts: Facts, now: datetime) -> Finding | None:
    """Why nothing can be given for this offer now, whatever the card; None where it is open."""
    case = Case(Unrecognised(Problem.UNREADABLE, None), Party(), facts, now)
    return next(iter(_findings(_asked(OFFER, case), Outcome.DECLINED)), None)


def _asked(rules: tuple[Rule, ...], case: Case) -> Checks:
    return tuple(check for rule in rules for check in rule(case))


def _without(case: Case, failing: Container[object]) -> Case:
    """The case of those who can go on: room is asked for them alone."""
    present = tuple(each for place, each in enumerate(case.facts.members, start=1) if place not in failing)
    return replace(case, facts=replace(case.facts, members=present))


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
    benefit = Finding(Reason.OK_POPUP, {"benefit": case.facts.venue.benefit})
    if booking is not None:
        main = Finding(Reason.OK_COLLECT, {"n": tickets.total})
    elif who.purpose is Purpose.RESERVE:
        main = Finding(Reason.OK_RESERVED, {"time": case.facts.collect_by})
    elif case.community:
        main = Finding(Reason.OK_COMMUNITY, {"n": tickets.adults + tickets.children})
        also += [benefit] if case.popup else []
    elif case.popup:
        main = benefit
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
        overridden=tuple(dict.fromkeys(each.reason for each in _findings(trace, Outcome.OVERRIDDEN))),
        collects="" if booking is None else booking.id,
        booked=None if booking is None else booking.tickets,
    )


def _tickets(case: Case) -> Tickets:
    """What is given; of a booking, what those who came are handed."""
    who = case.party
    if case.booking is not None:
        return case.came(case.booking)
    if case.community:
        return Tickets(len(case.facts.members), who.children, who.assistants, 1)
    return Tickets(1, who.children, who.assistants)
