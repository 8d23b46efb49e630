"""Whether there are tickets left: the quotas of the date of visit, and this desk's own rights."""

from __future__ import annotations

from validator.domain.quota import QuotaMode, QuotaState, smallest_left
from validator.domain.rules.case import Case, Checks, declined, noted, passed, skipped
from validator.domain.verdict import Reason, Remedy


def quota_use(case: Case) -> int:
    """How many tickets of this giving come out of the quotas (A10, A11); of a booking, those of who came."""
    offer, who = case.facts.offer, case.party
    if case.booking is not None:
        held, came = case.booking.tickets, case.came(case.booking)
        absent = held.adults - came.adults
        absent += held.children - came.children if offer.children_use_quota else 0
        absent += held.assistants - came.assistants if offer.assistants_use_quota else 0
        return max(0, case.booking.quota_use - absent)
    adults = 1 + len(case.facts.members) if case.community else 1
    children = who.children if offer.children_use_quota else 0
    assistants = who.assistants if offer.assistants_use_quota else 0
    return adults + children + assistants


def quota(case: Case) -> Checks:
    """R30 and, for a course, R41; W06 for the last ones. The smallest remainder of all that apply rules."""
    if case.booking is not None:
        return skipped("quota")
    binding = [state for state in case.facts.quotas if not _loose(state, case)]
    left, need, policy = smallest_left(binding), quota_use(case), case.facts.policy
    used, heard = {"n": left, "need": need}, case.facts.quotas_at
    if left is None:
        return passed("quota", used, as_of=heard)
    if left < need:
        return _full("quota", case, left)
    if left <= policy.last_ones:
        return noted("quota", Reason.LAST_ONES, {"n": left}, used=used, as_of=heard)
    return passed("quota", used, as_of=heard)


def shared_quota(case: Case) -> Checks:
    """W07: a trusting quota lets an offline desk go on, and says that another desk may too."""
    if case.booking is None and goes_over(case):
        return noted("shared_quota", Reason.QUOTA_SHARED_OFFLINE, as_of=case.facts.quotas_at)
    return skipped("shared_quota")


def goes_over(case: Case) -> bool:
    """Whether this desk may go over a number without knowing it."""
    return any(_loose(state, case) for state in case.facts.quotas)


def rights(case: Case) -> Checks:
    """R38: a desk gives only rights it holds; with the hub at hand and no more to be had, the quota is full (R30).

    Nobody holds rights where a quota is closed (R30 says so), and where every quota trusts a desk that is cut off needs none.
    """
    left, need = case.facts.rights, quota_use(case)
    numbered = [state for state in case.facts.quotas if state.quota.value is not None]
    closed = any(state.quota.value == 0 for state in numbered)
    trusted = bool(numbered) and all(_loose(state, case) for state in numbered)
    if left is None or case.booking is not None or closed or trusted:
        return skipped("rights")
    used = {"n": left, "need": need}
    if left >= need:
        return passed("rights", used)
    if case.facts.online:
        return _full("rights", case, left)
    return declined("rights", Reason.NO_RIGHTS_HERE, remedy=Remedy.OTHER_DESK, used=used)


def _loose(state: QuotaState, case: Case) -> bool:
    """Whether this desk may go over: cut off, and trusted. A quota of nought is closed, not a number to go over.

    Where the hub's own word is strict it has granted rights to others: trust that it has not heard of gives nobody their tickets.
    """
    is_trusted = state.quota.mode is QuotaMode.TRUSTING and not state.leased
    return is_trusted and not case.facts.online and bool(state.quota.value)


def _full(rule: str, case: Case, left: int) -> Checks:
    used, heard = {"n": left, "need": quota_use(case)}, case.facts.quotas_at
    if case.course:
        return declined(rule, Reason.COURSE_FULL, remedy=Remedy.WAITING_LIST, used=used, as_of=heard)
    return declined(
        rule,
        Reason.QUOTA_FULL,
        {"n": left, "suggestion": case.facts.next_day},
        remedy=Remedy.OTHER_DAY,
        used=used,
        as_of=heard,
    )
