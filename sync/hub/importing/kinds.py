"""Kinds of rows, and what one kind is made of: columns, and the way between columns and value.

1. A column that a file does not have leaves what stands in the register; in a new row it has its default. An empty cell says the
   default too.
2. Columns that a kind does not know are not read: ``note`` and the like may stand there for people.
3. What only the whole row shows, such as an end before its start or a place that the register does not have, is the build's matter.

What a cell means is `cells`'; what stands already, and repeated rows, are `rows`'.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sync.hub.importing import cells
from sync.hub.importing.cells import CellBad
from sync.hub.register import CardEntry
from validator.domain.code import CodeFormat
from validator.domain.network import Area, Names, Network, Offer, Performance, RuleSet, Venue, Window

HOME_ZONE = "Europe/Helsinki"

Columns = Mapping[str, Any]
Municipality = tuple[str, str]
"""A municipality's name and its area."""
Value = Area | RuleSet | Venue | Offer | Performance | CardEntry | Municipality


class Kind(StrEnum):
    """Kinds of rows, in the order in which they lean on each other."""

    RULE_SETS = "rule_sets"
    AREAS = "areas"
    MUNICIPALITIES = "municipalities"
    VENUES = "venues"
    OFFERS = "offers"
    PERFORMANCES = "performances"
    CARDS = "cards"


class RowBad(Exception):
    """The row as a whole makes no sense; one plain reason for each fault."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        read: from a cell that says something to a value.
        default: the value of a cell that says nothing.
        check: sees whether the register can have that value. Raises `CellBad`.
    """

    read: Callable[[object], Any]
    required: bool = False
    default: Any = None
    check: Callable[[Any, Standing], None] | None = None


@dataclass
class Standing:
    """What the register holds, kept up while rows come in. Of the cards, those of the rows in hand."""

    code_format: CodeFormat
    rule_sets: dict[str, RuleSet] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    venues: dict[str, Venue] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)
    performances: dict[str, Performance] = field(default_factory=dict)
    cards: dict[str, CardEntry] = field(default_factory=dict, repr=False)
    show_at: dict[tuple[str, datetime], str] = field(default_factory=dict)

    @classmethod
    def of(cls, network: Network, code_format: CodeFormat) -> Standing:
        """What stands, without the cards."""
        return cls(
            code_format,
            {rules.id: rules for rules in network.rule_sets},
            {area.id: area for area in network.areas},
            {venue.id: venue for venue in network.venues},
            {offer.id: offer for offer in network.offers},
            {show.id: show for show in network.performances},
            show_at={(show.offer, show.starts_at): show.id for show in network.performances},
        )

    def area_of(self, municipality: str) -> str | None:
        """The area that a municipality is counted to."""
        found = (area.id for area in self.areas.values() if municipality in area.municipalities)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class Sort:
    """One kind of rows.

    Attributes:
        columns: by name, the key's among them.
        key: what names a value among its kind.
        build: a value of its columns; ``None`` or the value that stands comes with them. Raises `RowBad`.
        take_apart: the columns of a value.
        find: the value that stands, by a row's cell in the key's column.
        keep: count a value among what stands.
    """

    key_column: str
    columns: Mapping[str, Column]
    key: Callable[[Any], str]
    build: Callable[[Columns, Standing, Any], Value]
    take_apart: Callable[[Any], dict[str, Any]]
    find: Callable[[Standing, str], Value | None]
    keep: Callable[[Standing, Any], None]

    @property
    def required(self) -> frozenset[str]:
        """Columns that a new row must fill."""
        return frozenset(name for name, column in self.columns.items() if column.required)


NAME_COLUMNS = {
    "name_fi": Column(cells.text, required=True),
    "name_sv": Column(cells.text, default=""),
    "name_en": Column(cells.text, default=""),
}
WINDOW_COLUMNS = {"from": Column(cells.first_day), "to": Column(cells.last_day)}
ID_COLUMN = Column(cells.identifier, required=True)


def need_area(area: str, standing: Standing) -> None:
    """See that the area is in the register."""
    if area not in standing.areas:
        raise CellBad("the register has no such area")


def flag(*, default: bool) -> Column:
    """A column of yes and no."""
    return Column(cells.flag, default=default)


def names_of(columns: Columns, stem: str = "name") -> Names:
    """The three columns of a name as one."""
    return Names(*(columns[f"{stem}_{language}"] for language in ("fi", "sv", "en")))


def name_columns(names: Names | None, stem: str = "name") -> dict[str, str]:
    """A name as its three columns."""
    return {
        f"{stem}_{language}": "" if names is None else getattr(names, language)
        for language in ("fi", "sv", "en")
    }


def window_of(columns: Columns, first: str = "from", last: str = "to") -> Window:
    """Two columns as a window."""
    start, end = columns[first], columns[last]
    if start is not None and end is not None and end < start:
        raise RowBad(f"{last}: lies before {first}")
    return Window(start, end)


def instant_of(columns: Columns, name: str, zone: str) -> datetime | None:
    """A column as an instant, in the zone of its place."""
    if columns[name] is None:
        return None
    try:
        return cells.in_zone(columns[name], zone)
    except CellBad as error:
        raise RowBad(f"{name}: {error}") from error


def overlap(one: Window, other: Window) -> bool:
    """Whether two windows share a day."""
    first = max(one.start or date.min, other.start or date.min)
    return first <= min(one.end or date.max, other.end or date.max)
