"""Rows of rule sets, areas, municipalities and venues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from sync.hub.importing import cells
from sync.hub.importing.kinds import (
    HOME_ZONE,
    ID_COLUMN,
    NAME_COLUMNS,
    WINDOW_COLUMNS,
    Column,
    Columns,
    Kind,
    Municipality,
    RowBad,
    Sort,
    Standing,
    flag,
    name_columns,
    names_of,
    need_area,
    overlap,
    window_of,
)
from validator.domain.network import RULES_2018, Area, RuleSet, Venue, VenueKind, Window

_RULES_PLAIN = ("child_under", "local_only", "community_guests", "terms")


def _rule_set(columns: Columns, standing: Standing, _: RuleSet | None) -> RuleSet:
    window = window_of(columns)
    for other in standing.rule_sets.values():
        if other.id != columns["id"] and overlap(other.window, window):
            raise RowBad("from, to: another rule set is in force on some of these days")
    return RuleSet(columns["id"], window, **{name: columns[name] for name in _RULES_PLAIN})


def _rule_set_columns(rules: RuleSet) -> dict[str, Any]:
    plain = {name: getattr(rules, name) for name in _RULES_PLAIN}
    return {"id": rules.id, "from": rules.window.start, "to": rules.window.end, **plain}


def _area(columns: Columns, standing: Standing, _: Area | None) -> Area:
    window, local = window_of(columns), window_of(columns, "local_from", "local_to")
    for name in columns["municipalities"]:
        _need_free(standing, name, columns["id"], window)
    return Area(
        columns["id"],
        names_of(columns),
        window,
        None if local == Window() else local,
        columns["municipalities"],
        columns["contact"],
    )


def _area_columns(area: Area) -> dict[str, Any]:
    local = area.local or Window()
    return {
        "id": area.id,
        **name_columns(area.names),
        "from": area.window.start,
        "to": area.window.end,
        "local_from": local.start,
        "local_to": local.end,
        "municipalities": area.municipalities,
        "contact": area.contact,
    }


def _municipality(columns: Columns, standing: Standing, _: Municipality | None) -> Municipality:
    area = standing.areas[columns["area"]]
    _need_free(standing, columns["municipality"], area.id, area.window)
    return columns["municipality"], area.id


def _need_free(standing: Standing, municipality: str, area: str, window: Window) -> None:
    for other in standing.areas.values():
        if other.id != area and municipality in other.municipalities and overlap(other.window, window):
            raise RowBad("municipality: another area has it on some of the same days")


def _find_municipality(standing: Standing, name: str) -> Municipality | None:
    area = standing.area_of(name)
    return None if area is None else (name, area)


def _keep_municipality(standing: Standing, value: Municipality) -> None:
    name, wanted = value
    for area in list(standing.areas.values()):
        others = tuple(other for other in area.municipalities if other != name)
        mine = area.municipalities if name in area.municipalities else (*others, name)
        standing.areas[area.id] = replace(area, municipalities=mine if area.id == wanted else others)


def _need_areas(areas: tuple[str, ...], standing: Standing) -> None:
    for area in areas:
        need_area(area, standing)


def _venue(columns: Columns, _standing: Standing, _: Venue | None) -> Venue:
    kind, area, benefit = columns["kind"], columns["area"], names_of(columns, "benefit")
    reasons = []
    if kind is VenueKind.POPUP:
        if area is not None:
            reasons.append("area: a pop-up stands outside the areas")
        if not benefit.fi:
            reasons.append("benefit_fi: a pop-up needs a benefit")
    elif area is None:
        reasons.append("area: is missing")
    if reasons:
        raise RowBad(*reasons)
    try:
        return Venue(
            columns["id"],
            names_of(columns),
            kind,
            area,
            window_of(columns),
            columns["zone"],
            columns["day_ends"],
            benefit if benefit.fi else None,
            frozenset(columns["areas"]),
            columns["id_hint"],
        )
    except ValueError as error:
        raise RowBad("zone: is no zone such as Europe/Helsinki") from error


def _venue_columns(venue: Venue) -> dict[str, Any]:
    return {
        "id": venue.id,
        **name_columns(venue.names),
        "kind": venue.kind,
        "area": venue.area,
        "from": venue.membership.start,
        "to": venue.membership.end,
        "zone": venue.zone,
        "day_ends": venue.day_ends,
        **name_columns(venue.benefit, "benefit"),
        "areas": tuple(sorted(venue.areas)),
        "id_hint": venue.id_hint,
    }


PLACES: Mapping[Kind, Sort] = {
    Kind.RULE_SETS: Sort(
        "id",
        {
            "id": ID_COLUMN,
            **WINDOW_COLUMNS,
            "child_under": Column(cells.count, required=True),
            "local_only": flag(default=RULES_2018.local_only),
            "community_guests": flag(default=RULES_2018.community_guests),
            "terms": Column(cells.terms, default=RULES_2018.terms),
        },
        lambda rules: rules.id,
        _rule_set,
        _rule_set_columns,
        lambda standing, key: standing.rule_sets.get(key),
        lambda standing, rules: standing.rule_sets.update({rules.id: rules}),
    ),
    Kind.AREAS: Sort(
        "id",
        {
            "id": ID_COLUMN,
            **NAME_COLUMNS,
            **WINDOW_COLUMNS,
            "local_from": Column(cells.first_day),
            "local_to": Column(cells.last_day),
            "municipalities": Column(cells.texts, default=()),
            "contact": Column(cells.text, default=""),
        },
        lambda area: area.id,
        _area,
        _area_columns,
        lambda standing, key: standing.areas.get(key),
        lambda standing, area: standing.areas.update({area.id: area}),
    ),
    Kind.MUNICIPALITIES: Sort(
        "municipality",
        {
            "municipality": Column(cells.text, required=True),
            "area": Column(cells.identifier, required=True, check=need_area),
        },
        lambda pair: pair[0],
        _municipality,
        lambda pair: {"municipality": pair[0], "area": pair[1]},
        _find_municipality,
        _keep_municipality,
    ),
    Kind.VENUES: Sort(
        "id",
        {
            "id": ID_COLUMN,
            **NAME_COLUMNS,
            "kind": Column(cells.one_of(VenueKind), required=True),
            "area": Column(cells.identifier, check=need_area),
            **WINDOW_COLUMNS,
            "zone": Column(cells.text, default=HOME_ZONE),
            "day_ends": Column(cells.hour, default=time(0)),
            **{f"benefit_{language}": Column(cells.text, default="") for language in ("fi", "sv", "en")},
            "areas": Column(cells.texts, default=(), check=_need_areas),
            "id_hint": flag(default=False),
        },
        lambda venue: venue.id,
        _venue,
        _venue_columns,
        lambda standing, key: standing.venues.get(key),
        lambda standing, venue: standing.venues.update({venue.id: venue}),
    ),
}
