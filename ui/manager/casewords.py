"""A case in words: what it is about, why it is here, and each desk's own decision beside the others'.

No card is known here but by the end of its masked code, and that only where this desk itself gave the tickets: what tells a visit
from others is its time, its offer and its tickets. Nothing says anything of the customer but that the ticket stays theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ui.face import Face
from validator.desk import CaseLine
from validator.domain.cases import CaseKind, CaseOutcome, CaseSide
from validator.domain.journal import EventKind
from validator.domain.network import HELSINKI, Names
from validator.domain.refusal import Refusal
from validator.domain.role import OverrideReason
from validator.domain.tracebody import read_trace
from validator.domain.verdict import Check, Finding, Outcome, Reason
from validator.words.catalogue import Catalogue

REASONS: Mapping[str, Reason] = {
    CaseKind.DUPLICATE: Reason.DUPLICATE,
    CaseKind.CARD_CLOSED: Reason.CARD_CLOSED,
    CaseKind.OVER_QUOTA: Reason.OVER_QUOTA,
    CaseKind.UNKNOWN_CARD: Reason.UNKNOWN_CARD,
    CaseKind.REFUSED: Reason.REJECTED_DATA,
}
"""What the hub remarks, by the kind of its case."""

_OTHERS: Mapping[str, str] = {
    CaseKind.FORKED: "settle.forked",
    CaseKind.SHUT_OUT: "settle.shut_out",
    CaseKind.PAPER: "settle.paper",
}

OUTCOMES: Mapping[CaseOutcome, str] = {
    CaseOutcome.SEEN: "settle.seen",
    CaseOutcome.AGREED: "settle.agreed",
    CaseOutcome.OURS: "settle.ours",
    CaseOutcome.CORRECTED: "settle.corrected",
}
"""The texts of the outcomes, in the order of their keys."""

_TICKETS = ("adults", "children", "assistants", "representatives")


@dataclass(frozen=True, slots=True)
class SideWords:
    """One desk's part: whose, when and what, and its trace, what stood out apart from what went as usual."""

    who: str
    what: str
    noted: tuple[str, ...]
    passed: tuple[str, ...]


def outcomes_of(line: CaseLine) -> tuple[CaseOutcome, ...]:
    """How a case may be settled; only what was not accepted can have been entered anew."""
    is_refused = line.case.kind in {CaseKind.REFUSED, CaseKind.FORKED}
    return tuple(each for each in OUTCOMES if is_refused or each is not CaseOutcome.CORRECTED)


def headline(face: Face, line: CaseLine, names: Mapping[str, Names]) -> str:
    """What tells a case from the others."""
    case, sides = line.case, line.case.sides
    at = min((side.occurred_at for side in sides if side.occurred_at is not None), default=case.opened_at)
    named = names.get(case.offer) or names.get(_of(sides, "offer"))
    kinds = {side.kind for side in sides if side.kind} - {EventKind.REDEMPTION.value}
    kind = face.say("entry", min(kinds)) if case.kind == CaseKind.REFUSED and len(kinds) == 1 else ""
    is_that_day = not kind and case.visit == at.astimezone(HELSINKI).date()
    day = "" if case.visit is None or is_that_day else face.short_day(case.visit)
    tails = sorted(set(line.tails.values()))
    parts = (face.moment(at), kind, "" if named is None else face.named(named), day, *tails)
    return " · ".join(filter(None, parts))


def why(face: Face, line: CaseLine) -> str:
    """Why it is here."""
    case = line.case
    if case.kind in _OTHERS:
        return face.say("ui", _OTHERS[case.kind])
    reason = REASONS.get(case.kind)
    match reason:
        case None:
            return face.say("ui", "settle.other")
        case Reason.OVER_QUOTA:
            # Of a case with more sides than are told the sum is not known.
            over = sum(side.over for side in case.sides) if case.count == len(case.sides) else 0
            return face.wording.sentence(Finding(reason, {"n": over or None}))
        case Reason.REJECTED_DATA:
            refused = next((Refusal.of(side.reason) for side in case.sides if side.reason), None)
            return face.wording.sentence(Finding(reason, {"reason": refused}))
    return face.wording.sentence(Finding(reason))


def side_words(face: Face, line: CaseLine, side: CaseSide) -> SideWords:
    """One desk's part in a case."""
    here = face.say("ui", "settle.here") if side.desk == line.here else ""
    count = _tickets(side.decided.get("tickets"))
    tickets = face.say("ui", "given.tickets", n=count) if count else ""
    is_said = side.kind != EventKind.REDEMPTION and Catalogue.load("fi").holds("entry", side.kind)
    kind = face.say("entry", side.kind) if is_said else ""
    unread = "" if side.event else face.say("ui", "settle.unread")
    at = side.received_at if side.occurred_at is None else side.occurred_at
    told = (face.moment(at), kind, tickets, line.tails.get(side.event, ""), unread)
    trace = [check for check in read_trace(side.decided.get("trace")) if _is_known(check)]
    noted = [_check(face, check) for check in trace if check.outcome is not Outcome.PASSED]
    return SideWords(
        " · ".join(filter(None, (side.name, here))),
        " · ".join(filter(None, told)),
        (*noted, *_lifted(face, side)),
        tuple(_check(face, check) for check in trace if check.outcome is Outcome.PASSED),
    )


def _check(face: Face, check: Check) -> str:
    said = face.wording.explain(check)
    return ": ".join((said.rule, " · ".join(filter(None, (said.outcome, said.values, said.age)))))


def _is_known(check: Check) -> bool:
    return Catalogue.load("fi").holds("rule", check.rule)


def _lifted(face: Face, side: CaseSide) -> Iterator[str]:
    reason = side.decided.get("override_reason")
    if reason in set(OverrideReason):
        yield f"{face.say('entry', 'override')}: {face.say('lift', str(reason))}"


def _tickets(tickets: object) -> int:
    if not isinstance(tickets, Mapping):
        return 0
    return sum(count for name in _TICKETS if isinstance(count := tickets.get(name), int))


def _of(sides: tuple[CaseSide, ...], name: str) -> str:
    return next((value for side in sides if isinstance(value := side.decided.get(name), str)), "")
