"""Which event, which venue, which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.shots.catalogue import Page, state
from tests.shots.stage import Stage
from tests.ui.world import HOLDER, IDENTITY, SHOWS, THEATRE, TODAY, WORKSHOP, Theatre
from validator.domain.code import Source
from validator.domain.network import Names, Network, Offer, OfferKind, Window

SPRING = replace(
    WORKSHOP,
    id="spring",
    names=Names("Kevään kuvataidekurssi", "Konstkurs i vår", "Art course in spring"),
    days=Window(TODAY + timedelta(days=90), TODAY + timedelta(days=200)),
)
MUSEUM = replace(THEATRE, id="museum", names=Names("Taidemuseo", "Konstmuseet", "Art Museum"))
ROOMS = Offer("rooms", "museum", Names("Kokoelmat", "Samlingarna", "Collections"), OfferKind.ADMISSION)


def two_houses(folder: Path) -> Theatre:
    """An agency's desk: a theatre with two performances at once, and a museum; a course begins in January."""

    def more(network: Network) -> Network:
        tonight = next(show for show in SHOWS if show.id == "play-0")
        beside = replace(
            tonight,
            id="matinee-9",
            offer="matinee",
            starts_at=tonight.starts_at + timedelta(minutes=15),
        )
        return replace(
            network,
            venues=(*network.venues, MUSEUM),
            offers=(*network.offers, ROOMS, SPRING),
            performances=(*network.performances, beside),
        )

    made = Theatre(folder).set_up(more)
    with made.open() as station, station.ledger.write() as books:
        books.put_identity(replace(IDENTITY, venues=("theatre", "museum")))
    return made


@state(Page.CLERK, begin=two_houses)
def several_venues(on: Stage) -> None:
    """A desk of two venues, at the end of its list: the museum, and a course that is still to begin."""
    on.clerk.today.offers.choose(on.clerk.today.offers.lines[-1].choice)


@state(Page.CLERK, begin=two_houses)
def which_event(on: Stage) -> None:
    """A card was read, and two performances are on at once."""
    on.clerk.flow.scan(HOLDER, Source.CAMERA)


@state(Page.CLERK)
def which_day(on: Stage) -> None:
    """A day is to be typed."""
    on.clerk.today.ask_day()
    on.clerk.today.typed.setText("24.12.")
