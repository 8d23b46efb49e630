"""Rows of offers and performances. An hour without an offset from UTC is that of the venue's wall clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sync.hub.importing import cells
from sync.hub.importing.cells import CellBad
from sync.hub.importing.kinds import (
    ID_COLUMN,
    NAME_COLUMNS,
    WINDOW_COLUMNS,
    Column,
    Columns,
    Kind,
    RowBad,
    Sort,
    Standing,
    flag,
    instant_of,
    name_columns,
    names_of,
    window_of,
)
from validator.domain.network import DEFAULT_LIMITS, Category, Offer, OfferKind, Performance

_OFFER_PLAIN = (
    "category",
    "included",
    "children",
    "children_use_quota",
    "assistants",
    "assistants_use_quota",
    "community",
    "hold_minutes",
    "sold_out",
    "cancelled",
)
_LONGEST = timedelta(days=366)
_PERFORMANCE_PLAIN = ("id", "offer", "starts_at", "ends_at", "sold_out", "cancelled")


def _offer(columns: Columns, standing: Standing, stood: Offer | None) -> Offer:
    venue = standing.venues[columns["venue"]]
    if stood is not None and stood.venue != venue.id:
        raise RowBad("venue: the offer belongs to another venue")
    opens, closes = (instant_of(columns, name, venue.zone) for name in ("opens_at", "closes_at"))
    if opens is not None and closes is not None and closes <= opens:
        raise RowBad("closes_at: does not lie after opens_at")
    return Offer(
        id=columns["id"],
        venue=venue.id,
        names=names_of(columns),
        kind=columns["kind"],
        days=window_of(columns),
        opens_at=opens,
        closes_at=closes,
        limits=DEFAULT_LIMITS[columns["kind"]] if columns["limits"] is None else columns["limits"],
        **{name: columns[name] for name in _OFFER_PLAIN},
    )


def _offer_columns(offer: Offer) -> dict[str, Any]:
    return {
        "id": offer.id,
        "venue": offer.venue,
        **name_columns(offer.names),
        "kind": offer.kind,
        "from": offer.days.start,
        "to": offer.days.end,
        "opens_at": offer.opens_at,
        "closes_at": offer.closes_at,
        "limits": offer.limits,
        **{name: getattr(offer, name) for name in _OFFER_PLAIN},
    }


def _performance(columns: Columns, standing: Standing, stood: Performance | None) -> Performance:
    key, offer = columns["id"], standing.offers[columns["offer"]]
    if stood is not None and stood.offer != offer.id:
        raise RowBad("offer: the performance belongs to another offer")
    zone = standing.venues[offer.venue].zone
    starts, ends = instant_of(columns, "starts_at", zone), instant_of(columns, "ends_at", zone)
    if starts is None or ends is None:
        raise RowBad("starts_at, ends_at: are missing")
    if ends <= starts:
        raise RowBad("ends_at: does not lie after starts_at")
    if ends - starts > _LONGEST:
        raise RowBad("ends_at: lies more than a year after starts_at")
    twin = standing.show_at.get((offer.id, starts))
    if twin is not None and twin != key:
        raise RowBad("starts_at: another performance of the offer starts at the same instant")
    return Performance(key, offer.id, starts, ends, columns["sold_out"], columns["cancelled"])


def _keep_performance(standing: Standing, show: Performance) -> None:
    if (stood := standing.performances.get(show.id)) is not None:
        standing.show_at.pop((stood.offer, stood.starts_at), None)
    standing.performances[show.id] = show
    standing.show_at[show.offer, show.starts_at] = show.id


def _need_venue(venue: str, standing: Standing) -> None:
    if venue not in standing.venues:
        raise CellBad("the register has no such venue")


def _need_offer(offer: str, standing: Standing) -> None:
    if offer not in standing.offers:
        raise CellBad("the register has no such offer")


PROGRAMME: Mapping[Kind, Sort] = {
    Kind.OFFERS: Sort(
        "id",
        {
            "id": ID_COLUMN,
            "venue": Column(cells.identifier, required=True, check=_need_venue),
            **NAME_COLUMNS,
            "kind": Column(cells.one_of(OfferKind), required=True),
            **WINDOW_COLUMNS,
            "opens_at": Column(cells.instant),
            "closes_at": Column(cells.instant),
            "limits": Column(cells.limits),
            "category": Column(cells.one_of(Category), default=Category.CULTURE),
            "included": flag(default=True),
            "children": flag(default=True),
            "children_use_quota": flag(default=True),
            "assistants": Column(cells.up_to(cells.MOST_COMPANIONS), default=1),
            "assistants_use_quota": flag(default=False),
            "community": flag(default=True),
            "hold_minutes": Column(cells.up_to(cells.MOST_MINUTES), default=15),
            "sold_out": flag(default=False),
            "cancelled": flag(default=False),
        },
        lambda offer: offer.id,
        _offer,
        _offer_columns,
        lambda standing, key: standing.offers.get(key),
        lambda standing, offer: standing.offers.update({offer.id: offer}),
    ),
    Kind.PERFORMANCES: Sort(
        "id",
        {
            "id": ID_COLUMN,
            "offer": Column(cells.identifier, required=True, check=_need_offer),
            "starts_at": Column(cells.instant, required=True),
            "ends_at": Column(cells.instant, required=True),
            "sold_out": flag(default=False),
            "cancelled": flag(default=False),
        },
        lambda show: show.id,
        _performance,
        lambda show: {name: getattr(show, name) for name in _PERFORMANCE_PLAIN},
        lambda standing, key: standing.performances.get(key),
        _keep_performance,
    ),
}
