"""One enrolled desk, and the events of its evenings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event

from sync.wire import Answer, FeedItem
from validator.domain.card import Card, CardKind, CardStatus, CardToken, TokenKey
from validator.domain.effects import quota_body, slot_body, tickets_body
from validator.domain.journal import CardRef, CardRole, Draft, EventKind, Json, card_part
from validator.domain.network import (
    HELSINKI,
    RULES_2018,
    Area,
    CardLimit,
    Names,
    Network,
    Offer,
    OfferKind,
    Performance,
    Period,
    Venue,
    VenueKind,
    Window,
)
from validator.domain.policy import Stamp
from validator.domain.quota import Quota, QuotaKey, QuotaMode, QuotaScope
from validator.domain.redemption import Tickets
from validator.domain.rights import Lease, Rights, Slot
from validator.signing import Signer
from validator.store.identity import Identity, NetworkFacts
from validator.store.ledger import Ledger
from validator.store.register import Registers
from validator.store.transaction import Writing

KEY = bytes(range(32))
LIST_KEY = bytes(reversed(range(32)))
TODAY = date(2018, 10, 13)
NOW = datetime(2018, 10, 13, 17, 30, tzinfo=HELSINKI)
LATER = NOW.astimezone(UTC) + timedelta(minutes=5)

SIGNER = Signer(b"\x07" * 32)
IDENTITY = Identity(
    desk="desk-1",
    name="Kassa 1",
    venues=("theatre",),
    signer=SIGNER,
    token="secret-desk-token",
    hub="http://127.0.0.1:1",
    hub_key=b"\x01" * 32,
)
NETWORK_FACTS = NetworkFacts("Testiverkosto", TokenKey(b"secret-token-key" * 2, 1))

DAY_QUOTA = QuotaKey(QuotaScope.VENUE, "theatre", TODAY)
PLAY_QUOTA = QuotaKey(QuotaScope.OFFER, "play", TODAY)
SHOW_QUOTA = QuotaKey(QuotaScope.PERFORMANCE, "tonight", TODAY)
SLOT = Slot("play", "tonight", TODAY)

CARD = Card("card-1", CardKind.PERSONAL, "kainuu", date(2018, 1, 1), date(2018, 12, 31), children=2)
CLOSED = replace(CARD, id="card-2", status=CardStatus.CLOSED, children=None)
GROUP = replace(CARD, id="card-3", kind=CardKind.COMMUNITY, children=None)
PROGRAMME = Network(
    areas=(
        Area("kainuu", Names("Kainuu"), municipalities=("Kajaani", "Sotkamo")),
        Area("savonlinna", Names("Savonlinna", "Nyslott"), local=Window(None, date(2018, 12, 31))),
    ),
    venues=(Venue("theatre", Names("Kajaanin teatteri"), VenueKind.THEATRE, "kainuu"),),
    offers=(
        Offer(
            "play", "theatre", Names("Salaisen Puutarhan Näytös"), limits=(CardLimit(1, Period.PERFORMANCE),)
        ),
        Offer("lobby", "theatre", Names("Lämpiönäyttely"), OfferKind.ADMISSION),
    ),
    performances=(Performance("tonight", "play", NOW, NOW + timedelta(hours=2)),),
    rule_sets=(RULES_2018,),
)


def token(number: int, epoch: int = 1) -> CardToken:
    """A made-up token."""
    return CardToken(hashlib.sha256(str(number).encode()).digest()[:16], epoch)


LIST = ((token(1), CARD), (token(2), CLOSED), (token(3), GROUP))


def holder(card: str = "card-1") -> tuple[CardRef, ...]:
    """One holder's card."""
    return (CardRef(CardRole.HOLDER, card),)


def group(*members: str) -> tuple[CardRef, ...]:
    """A community card with its members."""
    return (CardRef(CardRole.COMMUNITY, "card-3"), *(CardRef(CardRole.MEMBER, card) for card in members))


def giving(
    number: int,
    cards: tuple[CardRef, ...] | None = None,
    tickets: Tickets | None = None,
    *,
    at: datetime = NOW,
    visit: date = TODAY,
    quota_use: int | None = None,
    **body: Json,
) -> Draft:
    """A giving ``giving-<number>`` for tonight's play."""
    given = Tickets(adults=1) if tickets is None else tickets
    fields: dict[str, Json] = {
        "giving": f"giving-{number}",
        "venue": "theatre",
        "offer": "play",
        "performance": "tonight",
        "visit": visit.isoformat(),
        "kind": "performance",
        "tickets": tickets_body(given),
        "quota_use": given.adults + given.children if quota_use is None else quota_use,
        "code": "A01",
        "notes": [],
        "provisional": False,
        "overridden": [],
        "list_version": 5,
        "collects": "",
    }
    return Draft(
        f"event-{number}",
        EventKind.REDEMPTION,
        at,
        "2018",
        {**fields, **body},
        holder() if cards is None else cards,
    )


def void(number: int, of: int, at: datetime = NOW, **body: Json) -> Draft:
    """The undoing of ``giving-<of>``."""
    fields: dict[str, Json] = {"giving": f"giving-{of}", "venue": "theatre", "reason": "clerk"}
    return Draft(f"event-{number}", EventKind.VOID, at, "2018", {**fields, **body})


def booking(number: int, cards: tuple[CardRef, ...] | None = None, quota_use: int = 2, **body: Json) -> Draft:
    """A reservation ``booking-<number>`` of two tickets."""
    fields: dict[str, Json] = {
        "reservation": f"booking-{number}",
        "venue": "theatre",
        "offer": "play",
        "performance": "tonight",
        "visit": TODAY.isoformat(),
        "kind": "performance",
        "tickets": tickets_body(Tickets(1, 1)),
        "quota_use": quota_use,
        "collect_by": (NOW + timedelta(hours=1)).isoformat(),
    }
    return Draft(
        f"event-{number}",
        EventKind.RESERVATION,
        NOW,
        "2018",
        {**fields, **body},
        holder() if cards is None else cards,
    )


def release(number: int, of: int, **body: Json) -> Draft:
    """The letting go of ``booking-<of>``."""
    fields: dict[str, Json] = {"reservation": f"booking-{of}", "venue": "theatre"}
    return Draft(f"event-{number}", EventKind.RELEASE, NOW, "2018", {**fields, **body})


def rights(count: int, epoch: int = 1) -> Json:
    """Rights as a body names them."""
    return Rights(epoch, count).to_json()


def give_back(number: int, count: int, epoch: int = 1) -> Draft:
    """Rights for tonight's play go back to the hub."""
    body = slot_body(SLOT, "theatre") | {"rights": rights(count, epoch)}
    return Draft(f"event-{number}", EventKind.GIVE_BACK, NOW, "2018", body)


def granted(count: int, keep: int = 10, epoch: int = 1, slot: Slot | None = None) -> Lease:
    """The hub's word: so many rights, for tonight's play where nothing else is said."""
    return Lease(SLOT if slot is None else slot, epoch, count, keep=keep)


def number_set(
    number: int,
    value: int | None,
    key: QuotaKey = DAY_QUOTA,
    mode: QuotaMode = QuotaMode.STRICT,
    *,
    sold_out: bool = False,
) -> Draft:
    """A manager's number."""
    body = quota_body(Quota(key, value, mode, sold_out), "theatre", "manager")
    return Draft(f"event-{number}", EventKind.QUOTA, NOW, "2018", body)


ENROLLED = Draft("event-enrolled", EventKind.ENROLLED, NOW, "2018", {"program": "0.1.0"})


def answer(number: int, status: str = "accepted", **fields: object) -> Answer:
    """The hub's word on ``event-<number>``."""
    return Answer.model_validate({"event": f"event-{number}", "sequence": number, "status": status, **fields})


def told(
    draft: Draft, cursor: int, desk: str = "desk-2", body: Mapping[str, object] | None = None
) -> FeedItem:
    """The draft as the hub's feed tells it of another desk."""
    return FeedItem(
        cursor=cursor,
        event=draft.id,
        desk=desk,
        kind=draft.kind.value,
        at=draft.at,
        cards=card_part(draft.cards) if draft.cards else b"",
        body=dict(draft.body if body is None else body),
    )


def enrol(tx: Writing) -> None:
    """What enrolment writes."""
    tx.put_identity(IDENTITY)
    tx.put_network(NETWORK_FACTS)
    tx.append(ENROLLED)


def begin(folder: Path) -> None:
    """A desk's folder: enrolled, with a list of three cards, a confirmed and a waiting giving, a quota and a lease of ten."""
    with (
        closing(Ledger.open(folder, KEY)) as ledger,
        closing(Registers.open(folder, LIST_KEY, ledger)) as registers,
    ):
        with ledger.write() as tx:
            enrol(tx)
            tx.append(giving(1), tail="…AB12")
            tx.settle([answer(1)], LATER)
            tx.append(number_set(2, 10))
            tx.hear_leases([granted(10)])
            tx.append(giving(3, holder("card-2"), Tickets(1, 2), rights=rights(3)), tail="…CD34")
            tx.mark_sent([4])
        name = registers.build(5, PROGRAMME, LIST, len(LIST), Event())
        assert name is not None
        with ledger.write() as tx:
            tx.use_register(name, Stamp(5, NOW))
        registers.switch(name)


def spoil(path: Path) -> None:
    """Change a byte in every page of a file but the first, as a failing disk might."""
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 50] ^= 0xFF
    path.write_bytes(data)
