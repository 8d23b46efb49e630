"""Giving at once: which answers need neither a word nor a key of the clerk's, where a house wants it so.

One ticket for a card that is there itself, with nothing to ask and nothing to read. That there is no connection is read in the top
line all the while, and says nothing of this customer; every other note is read first.
"""

from __future__ import annotations

from validator.domain.card import CardKind
from validator.domain.code import Source
from validator.domain.facts import Facts
from validator.domain.network import Offer, OfferKind, Venue
from validator.domain.party import Party
from validator.domain.redemption import Redemption, Tickets
from validator.domain.verdict import Give, Reason, Verdict

_HAS_THE_CARD = frozenset({Source.HAND, Source.SERIAL, Source.CAMERA})
_ASKS = frozenset({OfferKind.COURSE, OfferKind.POPUP})
_ONE = Tickets(1)


def may_be_at_once(venue: Venue, offer: Offer) -> bool:
    """Whether an offer is ever given at once: a place on a course is chosen, a benefit and a request for ID are read."""
    return offer.kind not in _ASKS and not venue.id_hint


def needs_nobody(source: Source, party: Party, facts: Facts, verdict: Verdict) -> bool:
    """Whether an answer could be given as it stands.

    Args:
        source: how the card was read; of a typed code the card is still to be seen.
        party: who comes, as far as anybody said.
        facts: what the verdict rests on.
        verdict: the answer.
    """
    card, offer = facts.card, facts.offer
    if not isinstance(verdict, Give) or card is None or card.kind is not CardKind.PERSONAL or card.children:
        return False
    plain = verdict.main.reason is Reason.OK and verdict.tickets == _ONE and party == Party()
    beside = verdict.also or verdict.overridden or verdict.provisional or verdict.collects
    read = any(note.reason is not Reason.OFFLINE for note in verdict.notes)
    had = any(_is_same(facts, each) for each in facts.history)
    return (
        plain
        and not (beside or read or had)
        and source in _HAS_THE_CARD
        and may_be_at_once(facts.venue, offer)
    )


def _is_same(facts: Facts, use: Redemption) -> bool:
    """Whether a use, standing or undone, was of this very event: a card that lies before a camera is given nothing twice."""
    show = None if facts.performance is None else facts.performance.id
    return (use.offer, use.performance, use.visit) == (facts.offer.id, show, facts.visit)
