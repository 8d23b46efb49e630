"""Where the card works, on the date of visit: local-only areas both ways, membership, pop-ups."""

from __future__ import annotations

from datetime import date

from validator.domain.network import Names, Window
from validator.domain.rules.case import Case, Checks, declined, passed, skipped
from validator.domain.verdict import Param, Reason, Remedy


def local_card(case: Case) -> Checks:
    """R20: a card of a local-only area works only in its own area; a pop-up stands outside the areas (A17).

    Where the card's area takes no part any more on the date of visit, the day of taking counts: else a card that never worked
    elsewhere could be used there for the time after its area's end.
    """
    card, area = case.card, case.card_area
    if card is None or area is None or case.popup:
        return skipped("local_card")
    used: dict[str, Param] = {"card_area": area.names, "same_area": card.area == case.facts.venue.area}
    day = case.today if area.window.over(case.facts.visit) else case.facts.visit
    if case.rules.local_only and _binds(area.local, day) and card.area != case.facts.venue.area:
        return declined(
            "local_card",
            Reason.LOCAL_CARD,
            {"area": area.names},
            remedy=Remedy.OWN_AREA,
            used=used,
            as_of=case.listed_at,
        )
    return passed("local_card", used, as_of=case.listed_at)


def local_offer(case: Case) -> Checks:
    """R21: a local-only area's offer is for its own cards; a pop-up may name the areas whose cards it takes."""
    card, area = case.card, case.offer_area
    if card is None:
        return skipped("local_offer")
    if case.popup:
        wanted = case.facts.venue.areas
        if wanted and card.area not in wanted:
            return declined(
                "local_offer",
                Reason.LOCAL_OFFER,
                {"area": _joined(case)},
                remedy=Remedy.OTHER_OFFER,
                as_of=case.listed_at,
            )
        return passed("local_offer", as_of=case.listed_at)
    if area is None:
        return skipped("local_offer")
    if case.rules.local_only and _binds(area.local, case.facts.visit) and card.area != area.id:
        return declined(
            "local_offer",
            Reason.LOCAL_OFFER,
            {"area": area.names},
            remedy=Remedy.OTHER_OFFER,
            as_of=case.listed_at,
        )
    return passed("local_offer", {"area": area.names}, as_of=case.listed_at)


def venue_member(case: Case) -> Checks:
    """R22: venue and area belong to the network on the date of visit (A5); a pop-up is no member of any."""
    if case.popup:
        return skipped("venue_member")
    venue, area, visit = case.facts.venue, case.offer_area, case.facts.visit
    used = {"visit": visit, "from": venue.membership.start, "to": venue.membership.end}
    if area is not None and area.window.holds(visit) and venue.membership.holds(visit):
        return passed("venue_member", used, as_of=case.listed_at)
    return declined(
        "venue_member", Reason.VENUE_OUT, remedy=Remedy.OTHER_OFFER, used=used, as_of=case.listed_at
    )


def popup(case: Case) -> Checks:
    """R23: a pop-up's benefit holds on its own days."""
    if not case.popup:
        return skipped("popup")
    for window in (case.facts.venue.membership, case.facts.offer.days):
        if not window.holds(case.facts.visit):
            return declined(
                "popup",
                Reason.POPUP_ENDED,
                {"from": window.start, "to": window.end},
                remedy=Remedy.OTHER_OFFER,
                used={"visit": case.facts.visit},
                as_of=case.listed_at,
            )
    return passed("popup", {"visit": case.facts.visit}, as_of=case.listed_at)


def _binds(local: Window | None, day: date) -> bool:
    return local is not None and local.holds(day)


def _joined(case: Case) -> Names:
    named = [area.names for area in case.facts.areas if area.id in case.facts.venue.areas]
    return Names(*(", ".join(names.spoken(language) for names in named) for language in ("fi", "sv", "en")))
