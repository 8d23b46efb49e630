"""Everything dated that arrives by sync: areas, venues, offers, performances and rule sets.

Rules are data: adding an area, moving a pilot's end or changing a limit needs no release. Windows are inclusive calendar days
in Europe/Helsinki at both ends; None means open. Times of day are aware instants.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HELSINKI = ZoneInfo("Europe/Helsinki")
"""The zone of every card and area window; venues may count their own visit days elsewhere."""


@dataclass(frozen=True, slots=True)
class Names:
    """A name in the languages of the network; Finnish is always there."""

    fi: str
    sv: str = ""
    en: str = ""

    def spoken(self, language: str) -> str:
        """The name in ``language`` (fi, sv, en, selko), or in Finnish where there is none."""
        return {"sv": self.sv, "en": self.en}.get(language) or self.fi


@dataclass(frozen=True, slots=True)
class Window:
    """A span of calendar days, inclusive at both ends; None is open."""

    start: date | None = None
    end: date | None = None

    def begun(self, day: date) -> bool:
        """Whether the window has begun on ``day``."""
        return self.start is None or day >= self.start

    def over(self, day: date) -> bool:
        """Whether the window's last day lies before ``day``."""
        return self.end is not None and day > self.end

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies inside."""
        return self.begun(day) and not self.over(day)


@dataclass(frozen=True, slots=True)
class Area:
    """A Kaikukortti area (one or more municipalities).

    Attributes:
        window: the days on which the area takes part; a pilot has an end, a permanent area has none.
        local: while inside this window the area's cards work only at its own offers, and its offers only for its own cards.
            None: never. It has dates of its own because a pilot's prolonging need not prolong it.
    """

    id: str
    names: Names
    window: Window = Window()
    local: Window | None = None
    municipalities: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A school term by month and day, e.g. autumn (8, 1)–(12, 31); inside one calendar year."""

    id: str
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One vintage of the national model.

    Attributes:
        child_under: a child ticket is for a child under this age on the day of visit.
        local_only: whether areas' local-only windows bind at all.
        community_guests: whether children without a card of their own may be counted in a community group.
        terms: what "one course per term" counts by.
    """

    id: str
    window: Window = Window()
    child_under: int = 16
    local_only: bool = True
    community_guests: bool = False
    terms: tuple[Term, ...] = (
        Term("autumn", (8, 1), (12, 31)),
        Term("spring", (1, 1), (5, 31)),
        Term("summer", (6, 1), (7, 31)),
    )


RULES_2018 = RuleSet("2018", Window(None, date(2024, 12, 31)))
RULES_2025 = RuleSet(
    "2025", Window(date(2025, 1, 1), None), child_under=18, local_only=False, community_guests=True
)


def rules_on(day: date, rule_sets: tuple[RuleSet, ...]) -> RuleSet:
    """The rule set in force on ``day``; the 2018 rules where the data names none."""
    return next((rules for rules in rule_sets if rules.window.holds(day)), RULES_2018)


class VenueKind(StrEnum):
    """What kind of house it is; only a pop-up changes the rules."""

    THEATRE = "theatre"
    CONCERT = "concert"
    FESTIVAL = "festival"
    MUSEUM = "museum"
    SPORT = "sport"
    COLLEGE = "college"
    POPUP = "popup"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Venue:
    """A house that lets holders in.

    Attributes:
        area: id of its area; None for a pop-up, which stands outside the areas.
        membership: the days on which the venue belongs to the network (a pop-up: on which its benefit holds).
        zone: IANA name of the zone in which its visit days are counted.
        day_ends: the cut-off: until this hour of the night it is still yesterday's visit day.
        benefit: a pop-up's benefit text.
        areas: a pop-up may restrict the cards' areas; empty means all.
        id_hint: whether the clerk is reminded that ID may be asked for.
    """

    id: str
    names: Names
    kind: VenueKind = VenueKind.OTHER
    area: str | None = None
    membership: Window = Window()
    zone: str = "Europe/Helsinki"
    day_ends: time = time(0, 0)
    benefit: Names | None = None
    areas: frozenset[str] = frozenset()
    id_hint: bool = False

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            msg = "a venue's zone is an IANA name such as Europe/Helsinki"
            raise ValueError(msg) from error


class OfferKind(StrEnum):
    """What a card gets."""

    PERFORMANCE = "performance"
    ADMISSION = "admission"
    COURSE = "course"
    PASS = "pass"  # noqa: S105  a season pass
    POPUP = "popup"


class Category(StrEnum):
    """The yearly table's four columns."""

    CULTURE = "culture"
    EDUCATION = "education"
    SCIENCE = "science"
    SPORT = "sport"


class Period(StrEnum):
    """What a limit is counted by: one performance, or the calendar period that the date of visit lies in."""

    PERFORMANCE = "performance"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    TERM = "term"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class CardLimit:
    """How many times one card may be used in a period.

    Attributes:
        count: at least 1.
        venue_wide: counted over all of the venue's offers of the same kind instead of this offer alone.
    """

    count: int
    period: Period
    venue_wide: bool = False

    def __post_init__(self) -> None:
        if self.count < 1:
            msg = "a limit of less than one is no limit: leave the offer out instead"
            raise ValueError(msg)


DEFAULT_LIMITS = {
    OfferKind.PERFORMANCE: (CardLimit(1, Period.PERFORMANCE),),
    OfferKind.ADMISSION: (CardLimit(1, Period.DAY),),
    OfferKind.POPUP: (CardLimit(1, Period.DAY),),
    OfferKind.COURSE: (CardLimit(1, Period.PERFORMANCE),),
    OfferKind.PASS: (),
}
"""What an offer's data means where it names no limit: one ticket a card and performance, or a day where there is none; one place
on the same course. No unwritten limit on courses or passes."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a card gets at a venue.

    Attributes:
        included: False for an offer that Kaikukortti does not cover.
        days: the dates of visit that the offer covers.
        opens_at: instant from which tickets are given (a course: enrolment opens); None: open.
        closes_at: instant from which they no longer are; None: while the visit is not over.
        limits: per card; empty means no limit.
        children: whether child tickets are given at all (a course never gives them).
        assistants: how many free assistant or interpreter tickets a holder may take.
        community: whether community cards are accepted.
        hold_minutes: a booking must be collected this long before the start.
    """

    id: str
    venue: str
    names: Names
    kind: OfferKind = OfferKind.PERFORMANCE
    category: Category = Category.CULTURE
    included: bool = True
    days: Window = Window()
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    limits: tuple[CardLimit, ...] = ()
    children: bool = True
    children_use_quota: bool = True
    assistants: int = 1
    assistants_use_quota: bool = False
    community: bool = True
    hold_minutes: int = 15
    sold_out: bool = False
    cancelled: bool = False

    def __post_init__(self) -> None:
        _require_aware(self.opens_at, self.closes_at)
        if self.assistants < 0 or self.hold_minutes < 0:
            msg = "an offer has no negative numbers"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Performance:
    """One showing of an offer. A show that crosses midnight counts on the day it starts."""

    id: str
    offer: str
    starts_at: datetime
    ends_at: datetime
    sold_out: bool = False
    cancelled: bool = False

    def __post_init__(self) -> None:
        _require_aware(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Network:
    """The network-wide data and one venue's own programme, as the register holds them."""

    areas: tuple[Area, ...] = ()
    venues: tuple[Venue, ...] = ()
    offers: tuple[Offer, ...] = ()
    performances: tuple[Performance, ...] = ()
    rule_sets: tuple[RuleSet, ...] = field(default=(RULES_2018, RULES_2025))


def _require_aware(*instants: datetime | None) -> None:
    if any(instant is not None and instant.tzinfo is None for instant in instants):
        msg = "an instant needs its offset from UTC"
        raise ValueError(msg)
