"""The largest sentence of an answer. It never says more than is known: what is given on a condition says the condition.

Most answers say the verdict's own sentence. A giving that is changed says what is to be handed over or taken back.
"""

from __future__ import annotations

from collections.abc import Mapping

from ui.face import Face
from validator.desk import Look
from validator.domain.undo import asks_manager
from validator.domain.verdict import Finding, Give, Reason

_TICKETS = frozenset({Reason.OK, Reason.OK_CHILDREN})
_PLACES = frozenset({Reason.OK_COURSE, Reason.OK_POPUP})

_SAYS_ITSELF = frozenset(
    {
        Reason.UNREADABLE,
        Reason.UNKNOWN,
        Reason.EXPIRED,
        Reason.CLOSED,
        Reason.REPLACED,
        Reason.NO_BOOKING,
        Reason.QUOTA_FULL,
        Reason.NO_RIGHTS_HERE,
        Reason.COURSE_FULL,
        Reason.COMMUNITY_ALONE,
        Reason.MEMBER_INVALID,
        Reason.CLOCK,
        Reason.NO_LIST,
        Reason.NOT_SAVED,
        Reason.LIST_TOO_OLD,
        Reason.UNDO_TOO_LATE,
    }
)
"""Codes whose sentence ends with what to do next; the others get it from the rule's remedy."""

_SAYS_IT_TO_THE_CUSTOMER: Mapping[str, frozenset[Reason]] = {
    "selko": frozenset(
        {
            Reason.UNREADABLE,
            Reason.NO_BOOKING,
            Reason.NO_LIST,
            Reason.LIST_TOO_OLD,
            Reason.UNDO_TOO_LATE,
        }
    )
}
"""Those of them whose sentence in this language is the customer's own and leaves out the clerk's step: the remedy says it."""


def says_next_step(face: Face, reason: Reason) -> bool:
    """Whether a code's sentence, in the language that is spoken, ends with what to do next."""
    return reason in _SAYS_ITSELF - _SAYS_IT_TO_THE_CUSTOMER.get(face.language, frozenset())


def main_sentence(face: Face, look: Look, *, given: bool = False, gives: bool = True) -> str:
    """What stands there in large letters; ``given`` tells that it is done, ``gives`` that anything is given at all."""
    verdict = look.verdict
    if verdict.main.reason is Reason.OK_RESERVED and not given:
        return face.say("ui", "booking.can", time=verdict.main.params.get("time"))
    if isinstance(verdict, Give) and look.changed is not None:
        return _change(face, look, verdict)
    if isinstance(verdict, Give) and verdict.provisional:
        if verdict.main.reason in _PLACES:
            return face.say("ui", "provisional.place")
        return face.say("ui", "provisional.tickets", n=verdict.tickets.total)
    if isinstance(verdict, Give) and not gives and not given and verdict.main.reason in _TICKETS:
        return face.say("ui", "verdict.look_tickets", n=verdict.tickets.total)
    if asks_manager(verdict):
        return face.say("ui", "undo.manager")  # the code's own words know of no manager
    if verdict.main.reason is Reason.MEMBER_INVALID:
        # Why a member's card does not hold stands in the member's line.
        return face.wording.sentence(Finding(Reason.MEMBER_INVALID, {"i": verdict.main.params.get("i")}))
    assistants = told_assistants(face, look, given=given, gives=gives)
    return " ".join(filter(None, (face.wording.sentence(verdict.main), assistants)))


def told_assistants(face: Face, look: Look, *, given: bool, gives: bool) -> str:
    """The assistants' tickets, where the sentence names them: whoever hands over what it says must not give one too few."""
    verdict = look.verdict
    if not isinstance(verdict, Give) or verdict.provisional or look.changed is not None:
        return ""
    named = verdict.tickets.assistants > 0 and verdict.main.reason in _TICKETS and (gives or given)
    return assistant_words(face, verdict) if named else ""


def assistant_words(face: Face, verdict: Give) -> str:
    """The code's own sentence; of a second assistant it knows nothing, so two are said as a number."""
    helpers = verdict.tickets.assistants
    if helpers > 1:
        return face.say("ui", "party.assistant_tickets", n=helpers)
    return face.wording.sentence(Finding(Reason.OK_ASSISTANT))


def _change(face: Face, look: Look, verdict: Give) -> str:
    before, after = look.changed, verdict.tickets
    if before is None or before == after:
        return face.say("ui", "change.none", n=after.total)
    children, assistants = after.children - before.children, after.assistants - before.assistants
    said = []
    if children:
        said.append(face.say("ui", "change.more" if children > 0 else "change.fewer", n=abs(children)))
    if assistants:
        said.append(
            face.say("ui", "change.assistant" if assistants > 0 else "change.no_assistant", n=abs(assistants))
        )
    return " ".join(said)
