"""The card itself, on the day on which the ticket is taken."""

from __future__ import annotations

from datetime import date

from validator.domain.card import Card, CardStatus
from validator.domain.code import Unrecognised
from validator.domain.network import Area
from validator.domain.rules.case import Case, Checks, declined, noted, passed, skipped
from validator.domain.verdict import Reason, Remedy


def known(case: Case) -> Checks:
    """R10, W08: the card stands in the list; an old list may lack a card that is only days old (A26)."""
    if case.card is not None:
        return passed("card_known", {"kind": case.card.kind.value}, as_of=case.listed_at)
    if isinstance(case.reading, Unrecognised) or case.list_age is None:
        return skipped("card_known")
    if case.facts.policy.provisional and case.list_age > case.facts.policy.notice_after:
        return noted(
            "card_known", Reason.UNKNOWN_OLD_LIST, used={"days": case.list_age.days}, as_of=case.listed_at
        )
    return declined("card_known", Reason.UNKNOWN, remedy=Remedy.ASK_ISSUER, as_of=case.listed_at)


def status(case: Case) -> Checks:
    """R13, R14 and, for a community card, R54: what the register says of the card, whatever its dates."""
    card = case.card
    if card is None:
        return skipped("card_status")
    used = {"status": card.status.value}
    if card.status is CardStatus.ACTIVE:
        return passed("card_status", used, as_of=case.listed_at)
    if case.community:
        reason, remedy = Reason.COMMUNITY_CLOSED, Remedy.ASK_ISSUER
    elif card.status is CardStatus.CLOSED:
        reason, remedy = Reason.CLOSED, Remedy.ASK_ISSUER
    else:
        reason, remedy = Reason.REPLACED, Remedy.SHOW_NEW_CARD
    return declined("card_status", reason, remedy=remedy, used=used, as_of=case.listed_at)


def dates(case: Case) -> Checks:
    """R15, R16 (the card's area) and R11, R12, R54 (its own dates); whichever ended or begins first leads.

    Collecting a booking on the day of visit (or in the night after it, while the show lasts) does not test them again (A6): the
    tickets were promised while the card was valid.
    """
    card = case.card
    if card is None or (case.booking is not None and case.facts.visit <= case.visit_today):
        return skipped("area_dates") + skipped("card_dates")
    area = case.card_area
    if area is None:
        # A card of an area that this list does not have: the list is behind, and the card unknown to all purposes.
        unlisted = declined(
            "area_dates",
            Reason.UNKNOWN,
            remedy=Remedy.ASK_ISSUER,
            used={"area": card.area},
            as_of=case.listed_at,
        )
        return unlisted + _own_dates(case, card)
    by_area, by_card = _area_dates(case, area), _own_dates(case, card)
    return by_area + by_card if _area_first(area, card, case.today) else by_card + by_area


def _area_first(area: Area, card: Card, today: date) -> bool:
    if area.window.over(today):
        return area.window.end is not None and area.window.end < card.valid_to
    return area.window.start is not None and area.window.start < card.valid_from


def _area_dates(case: Case, area: Area) -> Checks:
    window, today, as_of = area.window, case.today, case.listed_at
    if window.over(today):
        return declined(
            "area_dates", Reason.AREA_ENDED, {"date": window.end}, remedy=Remedy.ASK_ISSUER, as_of=as_of
        )
    if not window.begun(today):
        return declined(
            "area_dates",
            Reason.AREA_NOT_STARTED,
            {"date": window.start},
            remedy=Remedy.COME_FROM,
            as_of=as_of,
        )
    return passed("area_dates", {"area": area.names, "from": window.start, "to": window.end}, as_of=as_of)


def _own_dates(case: Case, card: Card) -> Checks:
    today, as_of = case.today, case.listed_at
    if card.valid_from <= today <= card.valid_to:
        return passed("card_dates", {"from": card.valid_from, "to": card.valid_to}, as_of=as_of)
    used = {"from": card.valid_from, "to": card.valid_to}
    if case.community:
        return declined(
            "card_dates", Reason.COMMUNITY_CLOSED, remedy=Remedy.ASK_ISSUER, used=used, as_of=as_of
        )
    if today < card.valid_from:
        return declined(
            "card_dates",
            Reason.NOT_YET,
            {"date": card.valid_from},
            remedy=Remedy.COME_FROM,
            used=used,
            as_of=as_of,
        )
    return declined(
        "card_dates", Reason.EXPIRED, {"date": card.valid_to}, remedy=Remedy.RENEW, used=used, as_of=as_of
    )
