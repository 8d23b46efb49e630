"""A small network and a till to test hubs with: real events, sealed, chained and signed as a desk does it."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sync.hub.enrolment import Desk
from sync.hub.hub import Hub
from sync.hub.register import CardEntry
from sync.wire import Answer, EnrolRequest, SignedEvent, SyncAnswer
from validator.domain.card import CardKind
from validator.domain.code import CardCode, check_character
from validator.domain.effects import tickets_body
from validator.domain.journal import (
    GENESIS,
    SALT_BYTES,
    CardRef,
    CardRole,
    Draft,
    EventKind,
    Json,
    card_part,
    digest,
    seal,
)
from validator.domain.network import (
    HELSINKI,
    Area,
    CardLimit,
    Names,
    Offer,
    OfferKind,
    Performance,
    Period,
    Venue,
    VenueKind,
    Window,
)
from validator.domain.quota import Quota, QuotaKey, QuotaScope
from validator.domain.redemption import Tickets
from validator.signing import Signer

EVENING = datetime(2018, 10, 13, 17, 30, tzinfo=HELSINKI)
TODAY = EVENING.date()
ONE = Tickets(adults=1)
YEAR = (date(2018, 1, 1), date(2018, 12, 31))


class SetClock:
    """A clock that stands until the test moves it."""

    def __init__(self, instant: datetime = EVENING) -> None:
        self.instant = instant
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.instant.astimezone(UTC)

    def monotonic(self) -> float:
        return self.seconds

    def boot(self) -> str:
        return "one"

    def advance(self, **by: float) -> None:
        """Move on by a `timedelta`'s arguments."""
        step = timedelta(**by)
        self.instant += step
        self.seconds += step.total_seconds()


def code(number: int) -> CardCode:
    """The code of card number so-and-so."""
    body = f"KAI{number:06d}"
    return CardCode(body + check_character(body))


def set_the_stage(hub: Hub) -> None:
    """Fill an empty hub: a theatre and a museum in Espoo, a local-only Savonlinna, cards 1-5 and community card 9."""
    with hub.change() as register:
        register.put_area(Area("espoo", Names("Espoo", "Esbo", "Espoo")))
        register.put_area(
            Area(
                "savonlinna",
                Names("Savonlinna", "Nyslott"),
                Window(date(2018, 2, 1), date(2018, 12, 31)),
                Window(),
            )
        )
        register.put_venue(Venue("theatre", Names("Teatteri"), VenueKind.THEATRE, "espoo"))
        register.put_venue(Venue("museum", Names("Museo"), VenueKind.MUSEUM, "espoo"))
        once = (CardLimit(1, Period.PERFORMANCE),)
        daily = (CardLimit(1, Period.DAY),)
        register.put_offer(Offer("play", "theatre", Names("Näytelmä"), limits=once))
        register.put_offer(Offer("open", "theatre", Names("Avoimet ovet"), OfferKind.ADMISSION))
        register.put_offer(Offer("entry", "museum", Names("Sisäänpääsy"), OfferKind.ADMISSION, limits=daily))
        for name, ahead in (("tonight", 0), ("tomorrow", 1)):
            start = EVENING.replace(hour=19) + timedelta(days=ahead)
            register.put_performance(Performance(name, "play", start, start + timedelta(hours=2)))
        people = [CardEntry(code(number), CardKind.PERSONAL, "espoo", *YEAR, 2) for number in range(1, 6)]
        register.put_cards([*people, CardEntry(code(9), CardKind.COMMUNITY, "espoo", *YEAR)])


def card_id(hub: Hub, number: int) -> str:
    """The id of card number so-and-so."""
    with hub.read() as register:
        return register.card(code(number)).card.id


def item(event: SignedEvent) -> dict[str, Any]:
    """An event as it stands in a request."""
    row: dict[str, Any] = event.model_dump(mode="json")
    return row


@dataclass
class Till:
    """A desk without a store: it keeps its chain and knows how to ask."""

    hub: Hub
    token: str
    desk: str
    signer: Signer
    sequence: int = 0
    previous: str = GENESIS
    versions: dict[str, int] = field(default_factory=lambda: {"register_version": 0, "feed_cursor": 0})

    @classmethod
    def at(cls, hub: Hub, *venues: str) -> Till:
        """A till that has just been let in."""
        signer = Signer.fresh()
        made = hub.enrol_code("Lippukassa", venues or ("theatre",))
        answer = hub.enrol(EnrolRequest(code=made.text, public_key=signer.public))
        return cls(hub, answer.token, answer.desk, signer)

    def event(
        self,
        kind: EventKind | str,
        body: Mapping[str, Json],
        cards: Sequence[CardRef] = (),
        *,
        at: datetime | None = None,
        name: str = "",
    ) -> SignedEvent:
        """The next entry of the journal."""
        draft = Draft(
            name or uuid.uuid4().hex, EventKind.OVERRIDE, at or self.now(), "2018", body, tuple(cards)
        )
        salt = secrets.token_bytes(SALT_BYTES) if cards else b""
        header = seal(draft, self.desk, self.sequence + 1, self.previous, salt)
        header = header.replace(b'"kind":"override"', b'"kind":' + json.dumps(kind).encode(), 1)
        return self.sign(header, card_part(cards) if cards else b"", salt)

    def sign(self, header: bytes, cards: bytes = b"", salt: bytes = b"") -> SignedEvent:
        """Any bytes as the next entry of the journal."""
        self.sequence, self.previous = self.sequence + 1, digest(header)
        return SignedEvent(header=header, signature=self.signer.sign(header), cards=cards, salt=salt)

    def give(
        self,
        *cards: CardRef | int,
        tickets: Tickets | Mapping[str, Json] = ONE,
        offer: str = "play",
        performance: str | None = "tonight",
        visit: date = TODAY,
        at: datetime | None = None,
        giving: str = "",
        **more: Json,
    ) -> SignedEvent:
        """Tickets for a holder: a card's number, or any reference."""
        refs = [
            CardRef(CardRole.HOLDER, card_id(self.hub, ref)) if isinstance(ref, int) else ref for ref in cards
        ]
        columns = tickets_body(tickets) if isinstance(tickets, Tickets) else tickets
        use = (
            tickets.adults + tickets.children + tickets.representatives if isinstance(tickets, Tickets) else 1
        )
        body: dict[str, Json] = {
            "giving": giving or uuid.uuid4().hex,
            "venue": "theatre",
            "offer": offer,
            "performance": performance,
            "visit": visit.isoformat(),
            "kind": "performance",
            "tickets": columns,
            "quota_use": use,
            "code": "A01",
            "notes": [],
            "provisional": False,
            "overridden": [],
            "list_version": 1,
            "collects": "",
        }
        return self.event(EventKind.REDEMPTION, body | more, refs, at=at)

    def void(self, giving: str, venue: str = "theatre", **more: Json) -> SignedEvent:
        """An undone giving."""
        body: dict[str, Json] = {"giving": giving, "venue": venue, "reason": "slip"}
        return self.event(EventKind.VOID, body | more)

    def reserve(self, number: int, reservation: str = "r1", **more: Json) -> SignedEvent:
        """One ticket held for a card."""
        body: dict[str, Json] = {
            "reservation": reservation,
            "venue": "theatre",
            "offer": "play",
            "performance": "tonight",
            "visit": TODAY.isoformat(),
            "kind": "performance",
            "tickets": {"adults": 1, "children": 0, "assistants": 0, "representatives": 0},
            "quota_use": 1,
            "collect_by": EVENING.isoformat(),
        }
        return self.event(
            EventKind.RESERVATION, body | more, [CardRef(CardRole.HOLDER, card_id(self.hub, number))]
        )

    def release(self, reservation: str = "r1", **more: Json) -> SignedEvent:
        """A reservation let go."""
        body: dict[str, Json] = {"reservation": reservation, "venue": "theatre"}
        return self.event(EventKind.RELEASE, body | more)

    def quota(
        self, value: int | None, scope: str = "venue", target: str = "theatre", **more: Json
    ) -> SignedEvent:
        """A number of free tickets for tonight."""
        key = QuotaKey(QuotaScope(scope), target, TODAY)
        body: dict[str, Json] = {
            "venue": "theatre",
            "scope": scope,
            "target": target,
            "visit": Quota(key, value).key.visit.isoformat(),
            "value": value,
            "mode": "strict",
            "sold_out": False,
            "author": "manager",
        }
        return self.event(EventKind.QUOTA, body | more)

    def push(self, *events: SignedEvent | Any, **fields: object) -> tuple[Answer, ...]:
        """Send events; the answers, in their order."""
        return self.sync(*events, **fields).answers

    def sync(self, *events: SignedEvent | Any, **fields: object) -> SyncAnswer:
        """One pass through the hub's own service."""
        return self.hub.sync(self.known(), self.body(*events, **fields))

    def body(self, *events: SignedEvent | Any, **fields: object) -> bytes:
        """A request's bytes; an item that is no event goes in as it is."""
        items = [item(event) if isinstance(event, SignedEvent) else event for event in events]
        return json.dumps({"v": 1, **self.versions, **fields, "events": items}).encode()

    def known(self) -> Desk:
        """This desk as the hub knows it now."""
        return self.hub.desk(self.token)

    def now(self) -> datetime:
        return self.hub.clock.now().astimezone(HELSINKI)


def statuses(answers: Sequence[Answer]) -> list[str]:
    """The answers' statuses."""
    return [answer.status for answer in answers]
