"""Practice: cards that no hub ever issues, what each of them teaches, and a small house in which they work.

A new clerk practises alone with them: each lesson names what its card brings about. All of it is made from one instant, so that it
fits today and the rules in force; the desk that is thrown away afterwards is `validator.desk.practice`'s.

A practice card's code begins with `PREFIX` and carries a right check character. Codes of a network are opaque and random: that one
of them should begin so is less likely than a lottery's first prize.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from validator.domain.card import Card, CardKind, CardStatus
from validator.domain.code import (
    CardRead,
    CheckScheme,
    CodeFormat,
    OtherScheme,
    Recognised,
    check_character,
    interpret,
)
from validator.domain.network import (
    DEFAULT_LIMITS,
    HELSINKI,
    Area,
    Names,
    Network,
    Offer,
    OfferKind,
    Performance,
    RuleSet,
    Venue,
    VenueKind,
    Window,
)
from validator.domain.pattern import shape
from validator.domain.quota import Quota, QuotaKey, QuotaScope

PREFIX = "HARJOIT"
FORMAT = CodeFormat(other_schemes=(OtherScheme("museum", "[0-9]{13}"),))
"""What practice codes look like; a network's own form may fit them too."""

THEATRE, POPUP = "practice-theatre", "practice-popup"
PLAY, STAGE, FULL, SOLD_OUT, COURSE, EXHIBITION, BENEFIT = (
    f"practice-{name}" for name in ("play", "stage", "full", "sold-out", "course", "exhibition", "benefit")
)
LAST_PLACES = 2
_PLACES = 20
_LATEST = time(23, 30)
_HOURS = timedelta(hours=2)


class Lesson(StrEnum):
    """What a practice card teaches; each has a name and a sentence that says what it shows."""

    PLAIN = "plain"
    CHILDREN = "children"
    NO_CHILDREN = "no_children"
    ENDS_SOON = "ends_soon"
    BOOKED = "booked"
    ALREADY = "already"
    COMMUNITY = "community"
    MEMBER = "member"
    MEMBER_USED = "member_used"
    COMMUNITY_USED = "community_used"
    COMMUNITY_CLOSED = "community_closed"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    REPLACED = "replaced"
    AREA_ENDED = "area_ended"
    LOCAL = "local"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"
    MISREAD = "misread"
    OTHER_CARD = "other_card"


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """One card to practise with.

    Attributes:
        text: what is read from it.
        card: as the practice list has it; None where it has none.
        typed: whether it is for typing, not for a scanner.
    """

    lesson: Lesson
    text: str
    card: Card | None = None
    typed: bool = False


def is_practice(read: CardRead) -> bool:
    """Whether a reading is a practice card's code, also one that is spoilt on purpose."""
    found = interpret(read, FORMAT)
    text = found.code.reveal() if isinstance(found, Recognised) else read.payload.strip().upper()
    return text.startswith(PREFIX)


def format_for(network: CodeFormat) -> CodeFormat:
    """What codes look like at the practice desk: as the network has it where practice codes fit that, else their own.

    A camera then reads practice cards and real ones alike.
    """
    fits = network.check is CheckScheme.MOD37_36 and shape(network.pattern).fits(_code(Lesson.PLAIN))
    return replace(network, other_schemes=FORMAT.other_schemes) if fits else FORMAT


def cards(today: date, rules: RuleSet) -> tuple[PracticeCard, ...]:
    """Every practice card, in the order in which they are learnt.

    Args:
        today: the day of practice.
        rules: in force today; where they know no local-only areas there is no card of one.
    """
    start, end = today - timedelta(days=60), today + timedelta(days=300)
    plain = Card("", CardKind.PERSONAL, "practice", start, end, children=2)
    group = replace(plain, kind=CardKind.COMMUNITY, children=None)
    rows: dict[Lesson, Card | None] = {
        Lesson.PLAIN: plain,
        Lesson.CHILDREN: plain,
        Lesson.NO_CHILDREN: replace(plain, children=0),
        Lesson.ENDS_SOON: replace(plain, valid_to=today + timedelta(days=4)),
        Lesson.BOOKED: plain,
        Lesson.ALREADY: plain,
        Lesson.COMMUNITY: group,
        Lesson.MEMBER: plain,
        Lesson.MEMBER_USED: plain,
        Lesson.COMMUNITY_USED: group,
        Lesson.COMMUNITY_CLOSED: replace(group, status=CardStatus.CLOSED),
        Lesson.EXPIRED: replace(plain, valid_to=today - timedelta(days=12)),
        Lesson.NOT_YET: replace(plain, valid_from=today + timedelta(days=12)),
        Lesson.CLOSED: replace(plain, status=CardStatus.CLOSED),
        Lesson.REPLACED: replace(plain, status=CardStatus.REPLACED),
        Lesson.AREA_ENDED: replace(plain, area="practice-ended"),
        Lesson.UNKNOWN: None,
    }
    if rules.local_only:
        rows[Lesson.LOCAL] = replace(plain, area="practice-local")
    known = {
        lesson: PracticeCard(lesson, _code(lesson), row and replace(row, id=f"practice-{lesson}"))
        for lesson, row in rows.items()
    }
    spoilt = (
        PracticeCard(Lesson.MISTYPED, _spoilt(Lesson.MISTYPED), typed=True),
        PracticeCard(Lesson.MISREAD, _spoilt(Lesson.MISREAD)),
        PracticeCard(Lesson.OTHER_CARD, "6400000000001"),
    )
    return (*(known[lesson] for lesson in Lesson if lesson in known), *spoilt)


def network(now: datetime, rules: RuleSet) -> Network:
    """The practice house's programme: something tonight, something that is full, a course, an exhibition, a pop-up.

    Args:
        now: this instant; the evening begins an hour and a half later, so that it is never over while somebody practises.
        rules: the rules in force today.
    """
    start = _evening(now)
    today = start.date()

    def show(offer: str, ahead: int = 0, later: int = 0) -> Performance:
        begins = start + timedelta(days=ahead, minutes=later)
        return Performance(f"{offer}-{ahead}", offer, begins, begins + _HOURS)

    shows = (
        *(show(PLAY), show(PLAY, 7), show(STAGE, later=40)),
        *(show(FULL, later=20), show(FULL, 2), show(SOLD_OUT, later=25)),
    )
    before = Window(None, today - timedelta(days=10))
    areas = (
        Area("practice", Names("Harjoitusalue", "Övningsområdet", "Practice area")),
        Area(
            "practice-ended",
            Names("Päättynyt kokeilualue", "Avslutat försöksområde", "Ended pilot area"),
            before,
        ),
        Area("practice-local", Names("Oma alue", "Eget område", "An area of its own"), local=Window()),
    )
    theatre = Venue(
        THEATRE,
        Names("Harjoitusteatteri", "Övningsteatern", "Practice Theatre"),
        VenueKind.THEATRE,
        "practice",
    )
    popup = Venue(
        POPUP,
        Names("Harjoitus-pop-up", "Övnings-pop up", "Practice pop-up"),
        VenueKind.POPUP,
        benefit=Names("kahvi ja pulla", "kaffe och bulle", "coffee and a bun"),
    )
    usual = DEFAULT_LIMITS[OfferKind.PERFORMANCE]
    offers = (
        Offer(PLAY, THEATRE, Names("Illan näytelmä", "Kvällens pjäs", "Tonight's play"), limits=usual),
        Offer(
            STAGE, THEATRE, Names("Viimeiset paikat", "De sista platserna", "The last places"), limits=usual
        ),
        Offer(FULL, THEATRE, Names("Tänään täynnä", "Fullt i dag", "Full today"), limits=usual),
        Offer(
            SOLD_OUT,
            THEATRE,
            Names("Loppuunmyyty ilta", "Slutsåld kväll", "Sold-out evening"),
            limits=usual,
            sold_out=True,
        ),
        Offer(
            EXHIBITION,
            THEATRE,
            Names("Harjoitusnäyttely", "Övningsutställning", "Practice exhibition"),
            OfferKind.ADMISSION,
            limits=DEFAULT_LIMITS[OfferKind.ADMISSION],
        ),
        Offer(
            COURSE,
            THEATRE,
            Names("Harjoituskurssi", "Övningskurs", "Practice course"),
            OfferKind.COURSE,
            limits=DEFAULT_LIMITS[OfferKind.COURSE],
        ),
        Offer(
            BENEFIT,
            POPUP,
            Names("Pop-up-etu", "Pop up-förmån", "Pop-up benefit"),
            OfferKind.POPUP,
            limits=DEFAULT_LIMITS[OfferKind.POPUP],
        ),
    )
    return Network(areas, (theatre, popup), offers, shows, (replace(rules, window=Window()),))


def numbers(now: datetime) -> tuple[Quota, ...]:
    """How many tickets the practice house has today."""
    today = _evening(now).date()
    values = {PLAY: _PLACES, STAGE: LAST_PLACES, FULL: 0}
    return tuple(Quota(QuotaKey(QuotaScope.OFFER, offer, today), value) for offer, value in values.items())


def _evening(now: datetime) -> datetime:
    """An hour and a half from now on a full five minutes, but still today."""
    here = now.astimezone(HELSINKI)
    wanted = here + timedelta(minutes=95)
    wanted = wanted.replace(minute=wanted.minute - wanted.minute % 5, second=0, microsecond=0)
    latest = datetime.combine(here.date(), _LATEST, HELSINKI)
    return min(wanted, latest)


def _code(lesson: Lesson) -> str:
    stem = f"{PREFIX}{list(Lesson).index(lesson) + 1:02d}"
    return stem + check_character(stem)


def _spoilt(lesson: Lesson) -> str:
    """The lesson's code with its last sign wrong, as a slip of the finger or a scratched bar leaves it."""
    code = _code(lesson)
    return code[:-1] + ("X" if code[-1] != "X" else "K")
