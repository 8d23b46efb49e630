"""Who comes along: children, assistants, a community card's group."""

from __future__ import annotations

from validator.domain.rules.case import Case, Checks, declined, noted, passed, skipped
from validator.domain.verdict import Reason, Remedy


def party(case: Case) -> Checks:
    """R35, R36, R37: children come with the holder, not to courses, and under the age of the rules in force.

    On a course a community card gives no place to anybody (R51), so that R35's advice would mislead.
    """
    who, limit = case.party, case.rules.child_under
    used = {"children": who.children, "holder": who.holder, "under": limit}
    if who.children and case.course and not case.community:
        return declined("party", Reason.CHILD_COURSE, remedy=Remedy.NO_CHILDREN, used=used)
    if not who.holder:
        return declined("party", Reason.CHILD_ALONE, remedy=Remedy.HOLDER_COMES, used=used)
    if who.children and who.child_age is not None and who.child_age >= limit:
        return declined("party", Reason.CHILD_AGE, {"age": limit}, remedy=Remedy.FEWER_CHILDREN, used=used)
    return passed("party", used)


def children_count(case: Case) -> Checks:
    """R34, W05: as many children as the register says; where it has no count, a notice and a far ceiling (A8)."""
    asked, policy = case.party.children, case.facts.policy
    if case.community or not asked or case.booking is not None:
        return skipped("children_count")
    known = None if case.card is None else case.card.children
    most = policy.child_ceiling if known is None else known
    if not case.facts.offer.children:
        most = 0
    used = {"n": asked, "k": known}
    if asked > most:
        return declined(
            "children_count",
            Reason.CHILD_LIMIT,
            {"n": most},
            remedy=Remedy.FEWER_CHILDREN,
            used=used,
            as_of=case.listed_at,
        )
    if asked == known or (known is None and asked > policy.child_notice):
        return noted("children_count", Reason.CHILD_COUNT, used, as_of=case.listed_at)
    return passed("children_count", used, as_of=case.listed_at)


def assistants(case: Case) -> Checks:
    """R62: more assistants than the offer lets a clerk give is a manager's matter (A11)."""
    if case.booking is not None:
        return skipped("assistants")
    asked, most = case.party.assistants, case.facts.offer.assistants
    used = {"n": asked, "most": most}
    if asked > most:
        return declined(
            "assistants", Reason.NO_RIGHT, remedy=Remedy.ASK_MANAGER, used=used, as_of=case.listed_at
        )
    return passed("assistants", used, as_of=case.listed_at)


def group(case: Case) -> Checks:
    """R51, R50: a community card brings holders of cards of their own, and never to a course.

    Under-age guests without a card are counted where the rules in force know them (A13), else each needs a card.
    """
    if not case.community:
        return skipped("group")
    used = {"members": len(case.facts.members), "guests": case.party.children}
    if case.course:
        return declined("group", Reason.COMMUNITY_COURSE, remedy=Remedy.OTHER_OFFER, used=used)
    if not case.facts.members or (case.party.children and not case.rules.community_guests):
        return declined("group", Reason.COMMUNITY_ALONE, remedy=Remedy.SCAN_MEMBERS, used=used)
    return passed("group", used)
