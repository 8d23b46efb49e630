"""What the clerk should know beside the verdict; none of it stands in the way."""

from __future__ import annotations

from datetime import date

from validator.domain.rules.case import Case, Checks, noted, passed, skipped
from validator.domain.verdict import Reason


def ends(case: Case) -> Checks:
    """W04, W03: the card ends before the event (or its area does), or soon.

    Where its area ends first, the card is not valid until its own last day: W03 would promise too much.
    """
    card, area = case.card, case.card_area
    if card is None or case.community:
        return skipped("ends")
    last = card.valid_to if area is None or area.window.end is None else min(card.valid_to, area.window.end)
    if case.facts.visit > last >= case.today:
        return noted("ends", Reason.ENDS_BEFORE_EVENT, {"date": last}, as_of=case.listed_at)
    if last == card.valid_to and _soon(last, case):
        return noted("ends", Reason.ENDS_SOON, {"date": last}, as_of=case.listed_at)
    return passed("ends", {"date": last}, as_of=case.listed_at)


def offline(case: Case) -> Checks:
    """W01: the list behind the verdict, and that the entry waits here."""
    if case.facts.online or case.listed_at is None:
        return skipped("offline")
    return noted("offline", Reason.OFFLINE, {"time": case.listed_at}, as_of=case.listed_at)


def id_hint(case: Case) -> Checks:
    """W09: the venue wants the hint that ID may be asked for; it is never a gate (A29)."""
    return noted("id_hint", Reason.ID_HINT) if case.facts.venue.id_hint else skipped("id_hint")


def just_now(case: Case) -> Checks:
    """W10: the same card a moment ago, for the same event."""
    within = case.facts.policy.again_within
    recent = [
        each
        for each in case.facts.history
        if not each.voided
        and case.same_event(each.offer, each.performance, each.visit)
        and abs(case.now - each.given_at) <= within
    ]
    return (
        noted("just_now", Reason.SCANNED_JUST_NOW, used={"n": len(recent)}) if recent else skipped("just_now")
    )


def _soon(last: date, case: Case) -> bool:
    return last >= case.today and last - case.today <= case.facts.policy.ends_soon
