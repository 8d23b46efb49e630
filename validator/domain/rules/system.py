"""Input and system: was a code read at all, and is this desk fit to judge it?"""

from __future__ import annotations

from validator.domain.code import Problem, Unrecognised
from validator.domain.rules.case import Case, Checks, declined, passed
from validator.domain.verdict import Reason, Remedy

_UNREAD = {
    Problem.UNREADABLE: (Reason.UNREADABLE, Remedy.SCAN_AGAIN),
    Problem.BAD_FORMAT: (Reason.BAD_FORMAT, Remedy.CHECK_CODE),
    Problem.OTHER_CARD: (Reason.OTHER_CARD, Remedy.SHOW_KAIKUKORTTI),
}


def reading(case: Case) -> Checks:
    """R01, R02, R03: the reading must be a code of this network."""
    if isinstance(case.reading, Unrecognised):
        reason, remedy = _UNREAD[case.reading.problem]
        return declined("reading", reason, remedy=remedy)
    return passed("reading", {"repaired": case.reading.repaired})


def list_present(case: Case) -> Checks:
    """R61: without any list nothing can be judged."""
    if case.facts.stamp is None:
        return declined("list_present", Reason.NO_LIST, remedy=Remedy.FETCH_LIST)
    return passed("list_present", {"version": case.facts.stamp.version}, as_of=case.listed_at)


def clock(case: Case) -> Checks:
    """R60: a clock under suspicion could date anything."""
    if case.facts.clock_trusted:
        return passed("clock", {"now": case.now})
    return declined("clock", Reason.CLOCK, used={"now": case.now}, remedy=Remedy.SET_CLOCK)
