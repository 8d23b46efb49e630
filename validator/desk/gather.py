"""Gathering: from an ask to all the facts that its verdict rests on, inside one transaction of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from validator.desk.asking import Ask, Choice
from validator.desk.programme import choices, quota_keys
from validator.domain.card import Card, CardKind, CardToken, TokenKey
from validator.domain.code import CardRead, CodeFormat, Recognised, Unrecognised, interpret
from validator.domain.facts import Facts, Member
from validator.domain.journal import CardRef, CardRole
from validator.domain.network import Network, Offer, Performance, Venue
from validator.domain.quota import QuotaState, smallest_left
from validator.domain.rights import Lease, Slot
from validator.errors import BugError
from validator.store.identity import NetworkFacts
from validator.store.register import Registers
from validator.store.transaction import Reading

_SUGGEST_DAYS = 14


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=_Named)


@dataclass(frozen=True, slots=True)
class Known:
    """A reading and what the register has for it."""

    reading: Recognised | Unrecognised
    token: CardToken | None
    card: Card | None

    @property
    def masked(self) -> str:
        """The showable end of the code; empty where none was read."""
        return self.reading.code.masked if isinstance(self.reading, Recognised) else ""

    def ref(self, role: CardRole) -> CardRef:
        """The card as an event names it."""
        if self.card is not None:
            return CardRef(role, id=self.card.id)
        if self.token is None:
            msg = "a card without a code cannot be given a ticket"
            raise BugError(msg)
        return CardRef(role, token=self.token.digest.hex(), epoch=self.token.epoch)

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys under which the card may have been booked: an unknown card may have become known since."""
        if self.token is None:
            return ()
        by_token = CardRef(CardRole.HOLDER, token=self.token.digest.hex(), epoch=self.token.epoch).key
        return (by_token,) if self.card is None else (self.card.id, by_token)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts, and what only the booking needs beside them.

    ``lease`` is what the giving spends rights out of; None where it needs none, or where this desk never had any.
    """

    facts: Facts
    known: Known
    members: tuple[Known, ...]
    lease: Lease | None = None


def recognise(read: CardRead, registers: Registers, code_format: CodeFormat, key: TokenKey) -> Known:
    """Tell a reading apart and look its card up. The code itself goes no further than its token."""
    reading = interpret(read, code_format)
    if isinstance(reading, Unrecognised):
        return Known(reading, None, None)
    token = CardToken.of(reading.code, key)
    return Known(reading, token, registers.find(token))


def gather(
    ask: Ask,
    books: Reading,
    registers: Registers,
    secrets: NetworkFacts,
    *,
    online: bool,
    clock_trusted: bool,
) -> Gathered:
    """Read all facts for one ask.

    Raises:
        LookupError: the choice names an offer or performance that the register does not have.
    """
    network = registers.network()
    known = recognise(ask.read, registers, secrets.code_format, secrets.token_key)
    members = tuple(recognise(read, registers, secrets.code_format, secrets.token_key) for read in ask.group)
    venue, offer, show = chosen(network, ask.choice)
    grouped = known.card is not None and known.card.kind is CardKind.COMMUNITY
    quotas = books.quota(quota_keys(venue, ask.choice))
    lease, rights = rights_here(books, ask.choice, quotas)
    facts = Facts(
        venue=venue,
        offer=offer,
        performance=show,
        visit=ask.choice.visit,
        areas=network.areas,
        card=known.card,
        history=books.history(known.keys, venue.id),
        reservations=books.reservations(known.keys, venue.id),
        members=tuple(
            Member(
                each.reading,
                each.card,
                books.history(each.keys, venue.id),
                books.reservations(each.keys, venue.id),
            )
            for each in members
        )
        if grouped
        else (),
        quotas=quotas,
        rights=rights,
        rule_sets=network.rule_sets,
        stamp=books.stamp(),
        quotas_at=books.quotas_at(),
        policy=books.policy(),
        online=online,
        clock_trusted=clock_trusted,
        overrides=ask.overrides,
        training=ask.training,
    )
    most = 1 + ask.party.children + ask.party.assistants + len(members)
    if any(left is not None and left < most for left in (smallest_left(quotas), rights)):
        day = next_day(network, venue, offer, ask.choice, books, online=online)
        facts = replace(facts, next_day=day)
    return Gathered(facts, known, members if grouped else (), lease)


def rights_here(books: Reading, slot: Slot, quotas: Iterable[QuotaState]) -> tuple[Lease | None, int | None]:
    """This desk's lease for the slot and what is left in it; None twice where its quotas ask for no rights."""
    if not any(state.leased for state in quotas):
        return None, None
    lease = books.lease(slot)
    return lease, 0 if lease is None else lease.left


def chosen(network: Network, choice: Choice) -> tuple[Venue, Offer, Performance | None]:
    """The values behind a choice.

    Raises:
        LookupError: the register has no such offer or performance.
    """
    offer = _the(network.offers, choice.offer)
    show = None if choice.performance is None else _the(network.performances, choice.performance)
    return _the(network.venues, offer.venue), offer, show


def next_day(
    network: Network, venue: Venue, offer: Offer, choice: Choice, books: Reading, *, online: bool
) -> date | None:
    """Another date of visit in the coming fortnight on which this offer has tickets left; None where there is none.

    A desk that is cut off suggests no day for which it holds no rights itself.
    """
    for ahead in range(1, _SUGGEST_DAYS + 1):
        day = choice.visit + timedelta(days=ahead)
        for other in choices(network, (venue.id,), day):
            if other.offer != offer.id:
                continue
            quotas = books.quota(quota_keys(venue, other))
            if smallest_left(quotas) != 0 and (online or rights_here(books, other, quotas)[1] != 0):
                return day
    return None


def _the(rows: Iterable[Row], row_id: str) -> Row:
    for row in rows:
        if row.id == row_id:
            return row
    msg = f"the programme has no {row_id}"
    raise LookupError(msg)
