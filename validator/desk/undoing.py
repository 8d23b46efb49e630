"""Taking a giving back by a void of its own, and what of a card's givings may be changed. Nothing is ever deleted."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from validator.desk.asking import Standing
from validator.desk.gather import Gathered
from validator.desk.means import Means, venue_of
from validator.desk.rights import back
from validator.domain.journal import EventKind, Json
from validator.domain.network import HELSINKI, Network, Venue
from validator.domain.redemption import Booking, Redemption, Tickets
from validator.domain.role import Role
from validator.domain.undo import asks_manager, decide_undo
from validator.domain.verdict import Decline, Give, Reason, Verdict
from validator.store.transaction import Reading, Writing

CHANGED = "changed"
"""Why a giving was taken back whose party another one has in the same transaction."""

BY_MANAGER = "manager"
"""Why a manager took a giving back."""

CHANGED_BY_MANAGER = "manager_changed"
"""As `CHANGED`, by a manager."""


def take_back(means: Means, books: Writing, giving: str, role: Role, reason: str) -> Verdict:
    """Void a giving if it may still be: A09, else R70. The rights that it spent come back where their epoch is open."""
    venue, verdict = _decided(means, books, giving, role)
    if venue is not None and isinstance(verdict, Give):
        body: dict[str, Json] = {"giving": giving, "venue": venue.id, "reason": reason}
        body |= back(books, books.spent_by_giving(giving))
        books.append(means.draft(EventKind.VOID, body, venue))
    return verdict


def _decided(means: Means, books: Reading, giving: str, role: Role) -> tuple[Venue | None, Verdict]:
    booked = books.giving(giving)
    venue = _venue_of(means.registers.network(), booked[0].offer) if booked else None
    now = means.time.now()
    if venue is None:
        return None, decide_undo((), role, now, HELSINKI, now)
    end = means.event_end(venue, booked[0].performance, booked[0].visit)
    return venue, decide_undo(booked, role, end, ZoneInfo(venue.zone), now, day_ends=venue.day_ends)


def standing(means: Means, books: Reading, gathered: Gathered, verdict: Verdict) -> Standing | None:
    """The giving that keeps a card from another ticket (R32), where it is one card's own and held no booking."""
    if not isinstance(verdict, Decline) or verdict.main.reason is not Reason.ALREADY:
        return None
    facts = gathered.facts
    if any(each.state is not Booking.RELEASED for each in facts.reservations if _here(gathered, each.offer)):
        return None
    uses = [each for each in facts.history if not each.voided and _same(gathered, each)]
    if len(uses) != 1 or not _is_holders(uses[0].tickets) or len(books.giving(uses[0].giving)) != 1:
        return None
    giving = uses[0].giving
    late = asks_manager(_decided(means, books, giving, Role.CLERK)[1])
    return Standing(giving, uses[0].tickets, late=late)


def _is_holders(tickets: Tickets) -> bool:
    return tickets.adults == 1 and not tickets.representatives


def _here(gathered: Gathered, offer: str) -> bool:
    return offer == gathered.facts.offer.id


def _same(gathered: Gathered, use: Redemption) -> bool:
    facts = gathered.facts
    performance = None if facts.performance is None else facts.performance.id
    return (use.offer, use.performance, use.visit) == (facts.offer.id, performance, facts.visit)


def _venue_of(network: Network, offer_id: str) -> Venue | None:
    offer = next((offer for offer in network.offers if offer.id == offer_id), None)
    return None if offer is None else venue_of(network, offer.venue)
