"""Codes that are typed, courses, and who comes along: what the clerk reads then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage
from tests.ui.world import HOLDER, WORKSHOP, Theatre
from validator.domain.code import Source
from validator.domain.network import CardLimit, Names, Network, Offer, OfferKind, Period

ONCE = (CardLimit(1, Period.TERM, venue_wide=True),)
POTTERY = replace(WORKSHOP, id="pottery", names=Names("Keramiikka", "Keramik", "Pottery"), limits=ONCE)
CHOIR = replace(WORKSHOP, id="choir", names=Names("Kuoro", "Kör", "Choir"), limits=ONCE)
FULL = replace(WORKSHOP, id="full", names=Names("Maalaus", "Måleri", "Painting"), sold_out=True)
DANCE = Offer("dance", "theatre", Names("Tanssi", "Dans", "Dance"), OfferKind.ADMISSION, assistants=2)


def college(folder: Path) -> Theatre:
    """The evening with a limit of one course a term, a full course, and an event for which two assistants may come."""

    def more(network: Network) -> Network:
        return replace(network, offers=(*network.offers, POTTERY, CHOIR, FULL, DANCE))

    return Theatre(folder).set_up(more)


def _at(on: Stage, offer: str) -> None:
    offers = on.clerk.today.offers
    offers.choose(next(line.choice for line in offers.lines if line.offer.id == offer))
    on.until(lambda: on.clerk.flow.choice is not None and on.clerk.flow.choice.offer == offer)


@state(Page.CLERK)
def typed_code(on: Stage) -> None:
    """A code was typed: the card is to be seen, and Enter says that it was."""
    on.clerk.flow.scan(HOLDER, Source.TYPED)
    on.settled()


@state(Page.CLERK, begin=college)
def course_limit(on: Stage) -> None:
    """The card has had its course of this term."""
    _at(on, "pottery")
    on.show(HOLDER)
    on.give()
    on.clerk.cancel()
    _at(on, "choir")
    on.show(HOLDER)


@state(Page.CLERK, begin=college)
def course_full(on: Stage) -> None:
    """The course is full: there is a waiting list."""
    _at(on, "full")
    on.show(HOLDER)


@state(Page.CLERK, begin=college)
def two_assistants(on: Stage) -> None:
    """Two assistants come along."""
    _at(on, "dance")
    on.show(HOLDER)
    on.clerk.flow.set_assistants(2)
    on.settled()
