"""A theatre's evening for the window: real files, filled through the real register build, and a clock that the test moves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sync.station import Station
from validator.desk import Ask, Choice
from validator.domain.card import Card, CardKind, CardStatus, CardToken, TokenKey
from validator.domain.code import CardCode, CardRead, Source, check_character
from validator.domain.effects import quota_body
from validator.domain.journal import Draft, EventKind
from validator.domain.network import (
    DEFAULT_LIMITS,
    HELSINKI,
    Area,
    Names,
    Network,
    Offer,
    OfferKind,
    Performance,
    Venue,
    VenueKind,
    Window,
)
from validator.domain.policy import Stamp
from validator.domain.quota import Quota, QuotaKey, QuotaScope
from validator.signing import Signer
from validator.store.identity import Identity, NetworkFacts
from validator.store.keys import Vault
from validator.store.ledger import Ledger
from validator.store.register import Registers

NOW = datetime(2018, 10, 13, 17, 42, tzinfo=HELSINKI)
TODAY = NOW.date()
YEAR = (date(2018, 1, 1), date(2018, 12, 31))
KEY = TokenKey(b"k" * 32, 1)
LEDGER_KEY, REGISTER_KEY = b"l" * 32, b"r" * 32
DEAD_HUB = "http://127.0.0.1:9"
"""Nobody answers there."""

AREAS = (
    Area("kainuu", Names("Kainuu", "Kajanaland", "Kainuu")),
    Area(
        "savonlinna",
        Names("Savonlinna", "Nyslott", "Savonlinna"),
        Window(date(2018, 2, 1), YEAR[1]),
        Window(date(2018, 2, 1), YEAR[1]),
    ),
)
THEATRE = Venue(
    "theatre",
    Names("Kajaanin kaupunginteatteri", "Kajana stadsteater", "Kajaani City Theatre"),
    VenueKind.THEATRE,
    "kainuu",
)
PERFORMANCES = DEFAULT_LIMITS[OfferKind.PERFORMANCE]
PLAY = Offer(
    "play", "theatre", Names("Tuntematon sotilas", "Okänd soldat", "The Unknown Soldier"), limits=PERFORMANCES
)
MATINEE = Offer("matinee", "theatre", Names("Muumipappa merellä", "Pappan och havet", "Moominpappa at Sea"))
LATE = Offer(
    "late", "theatre", Names("Yöklubi", "Nattklubb", "Late show"), limits=PERFORMANCES, sold_out=True
)
EXHIBITION = Offer(
    "exhibition",
    "theatre",
    Names(
        "Näyttely: sata vuotta kulisseja", "Utställning: hundra år av kulisser", "A hundred years of scenery"
    ),
    OfferKind.ADMISSION,
    limits=DEFAULT_LIMITS[OfferKind.ADMISSION],
)
WORKSHOP = Offer(
    "workshop",
    "theatre",
    Names("Teatterikurssi aikuisille", "Teaterkurs för vuxna", "Drama course for adults"),
    OfferKind.COURSE,
    limits=DEFAULT_LIMITS[OfferKind.COURSE],
)


PIN = "2468"
"""Of the manager, where a theatre is `Theatre.with_pin`."""


def _show(name: str, offer: str, hour: int, ahead: int = 0, hours: int = 3) -> Performance:
    start = NOW.replace(hour=hour, minute=0) + timedelta(days=ahead)
    return Performance(name, offer, start, start + timedelta(hours=hours))


SHOWS = (
    _show("matinee-0", "matinee", 13),
    _show("play-0", "play", 19),
    _show("late-0", "late", 22),
    *(_show(f"play-{ahead}", "play", 19, ahead) for ahead in (1, 4, 5, 6, 7)),
    *(_show(f"matinee-{ahead}", "matinee", 13, ahead) for ahead in (1, 7, 8)),
)
NETWORK = Network(AREAS, (THEATRE,), (PLAY, MATINEE, LATE, EXHIBITION, WORKSHOP), SHOWS)


def code(stem: str) -> str:
    """A code with its check character."""
    return stem + check_character(stem)


HOLDER, SECOND, THIRD, GROUP, CLOSED, EXPIRED, LOCAL, OTHER_GROUP, UNKNOWN = (
    code(f"KAIKU000{at}") for at in range(1, 10)
)
PERSON = Card("card-1", CardKind.PERSONAL, "kainuu", *YEAR, children=2)
CARDS: dict[str, Card] = {
    HOLDER: PERSON,
    SECOND: replace(PERSON, id="card-2", children=0),
    THIRD: replace(PERSON, id="card-3", children=None),
    GROUP: replace(PERSON, id="card-4", kind=CardKind.COMMUNITY, children=None),
    CLOSED: replace(PERSON, id="card-5", status=CardStatus.CLOSED),
    EXPIRED: replace(PERSON, id="card-6", valid_to=date(2018, 9, 30)),
    LOCAL: replace(PERSON, id="card-7", area="savonlinna"),
    OTHER_GROUP: replace(PERSON, id="card-8", kind=CardKind.COMMUNITY, children=None),
}
IDENTITY = Identity("desk-2", "Kassa 2", ("theatre",), Signer(b"s" * 32), "token", DEAD_HUB, b"h" * 32)


@dataclass
class SetClock:
    """A clock that stands until it is moved."""

    instant: datetime = NOW
    seconds: float = 0.0

    def now(self) -> datetime:
        return self.instant.astimezone(UTC)

    def monotonic(self) -> float:
        return self.seconds

    def boot(self) -> str:
        return "one"

    def advance(self, **span: float) -> None:
        step = timedelta(**span)
        self.instant += step
        self.seconds += step.total_seconds()


@dataclass
class Theatre:
    """The desk's folder and what opens it."""

    folder: Path
    clock: SetClock = field(default_factory=SetClock)
    vault: Vault | None = None

    def open(self, _passphrase: str = "") -> Station:
        """The desk's files, opened as the program does it."""
        if self.vault is not None:
            return Station.open(self.folder, self.vault, self.clock)
        with ExitStack() as opening:
            ledger = opening.enter_context(Ledger.open(self.folder, LEDGER_KEY))
            registers = opening.enter_context(Registers.open(self.folder, REGISTER_KEY, ledger))
            return Station(self.folder, ledger, registers, opening.pop_all(), self.clock)

    def set_up(
        self,
        change: Callable[[Network], Network] = lambda network: network,
        cards: Mapping[str, Card] = CARDS,
    ) -> Theatre:
        """Enrol the desk and give it its list and a few numbers."""
        with self.open() as station:
            rows = [(CardToken.of(CardCode(text), KEY), row) for text, row in cards.items()]
            network = change(NETWORK)
            name = station.registers.build(7, network, rows, len(rows), threading.Event())
            assert name is not None
            with station.ledger.write() as books:
                books.put_identity(IDENTITY)
                books.put_network(NetworkFacts("Testi", KEY))
                books.use_register(name, Stamp(7, NOW - timedelta(minutes=4)))
                books.put_quotas_at(NOW - timedelta(minutes=4))
                for offer, value in (("play", 20), ("matinee", 6)):
                    key = QuotaKey(QuotaScope.OFFER, offer, TODAY)
                    body = quota_body(Quota(key, value), "theatre", "manager")
                    books.append(Draft(f"quota-{offer}", EventKind.QUOTA, NOW, "2018", body))
            station.registers.switch(name)
        return self

    def with_pin(self) -> Theatre:
        """Give the desk a manager's `PIN`."""
        with self.open() as station:
            station.desk(lambda: False).door.set_pin(PIN)
        return self


def give_the_day_before(theatre: Theatre, *codes: str) -> Theatre:
    """These cards got their tickets for tonight's play yesterday, out of yesterday's list."""
    yesterday = NOW - timedelta(days=1)
    with Theatre(theatre.folder, SetClock(yesterday), theatre.vault).open() as station:
        with station.ledger.write() as books:
            name = books.register_in_use()
            assert name is not None
            books.use_register(name, Stamp(7, yesterday - timedelta(minutes=4)))
            books.put_quotas_at(yesterday - timedelta(minutes=4))
        desk = station.desk(lambda: False)
        for each in codes:
            ask = Ask(CardRead(each, Source.HAND, yesterday), Choice("play", "play-0", TODAY))
            look = desk.counter.give(ask)
            assert look.giving, look.verdict
        with station.ledger.write() as books:
            books.use_register(name, Stamp(7, NOW - timedelta(minutes=4)))
            books.put_quotas_at(NOW - timedelta(minutes=4))
    return theatre
