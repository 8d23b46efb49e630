"""A desk on real encrypted files with as many cards as asked for, filled through its own front door."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from validator.clock import SystemClock
from validator.desk import Ask, Choice, Desk
from validator.domain.card import Card, CardKind, CardToken, TokenKey
from validator.domain.code import CardCode, CardRead, Source, check_character
from validator.domain.network import Area, Names, Network, Offer, OfferKind, Venue
from validator.domain.policy import Stamp
from validator.signing import Signer
from validator.store.identity import Identity, NetworkFacts
from validator.store.ledger import Ledger
from validator.store.register import Registers

KEY = TokenKey(b"k" * 32, 1)
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


_TO_NOON = timedelta(hours=12) - timedelta(hours=SystemClock().now().hour)
"""An exhibition is over at the end of its day; nobody should have to measure by day."""


def _now() -> datetime:
    return SystemClock().now() + _TO_NOON


class _Time:
    def now(self) -> datetime:
        return _now()

    def trusted(self) -> bool:
        return True

    def attest(self) -> None:
        """It is never taken back."""


@dataclass(frozen=True)
class Office:
    """The desk and its files."""

    desk: Desk
    ledger: Ledger
    registers: Registers
    folder: Path

    def ask(self, number: int) -> Ask:
        """Card ``number`` at the exhibition today."""
        read = CardRead(code(number), Source.TYPED, _now())
        return Ask(read, Choice("exhibition", None, _now().date()))


def code(number: int) -> str:
    """The code of card ``number``."""
    stem = ""
    for _ in range(9):
        number, sign = divmod(number, 36)
        stem = _SIGNS[sign] + stem
    return stem + check_character(stem)


def opened(folder: Path, cards: int) -> Office:
    """An enrolled desk with ``cards`` cards."""
    ledger = Ledger.open(folder, secrets.token_bytes(32))
    registers = Registers.open(folder, secrets.token_bytes(32), ledger)
    network = Network(
        (Area("kainuu", Names("Kainuu")),),
        (Venue("theatre", Names("Teatteri"), area="kainuu"),),
        (Offer("exhibition", "theatre", Names("Näyttely"), OfferKind.ADMISSION),),
    )
    name = registers.build(1, network, _rows(cards), cards, threading.Event())
    if name is None:
        raise AssertionError("the build was stopped")
    with ledger.write() as books:
        books.put_identity(
            Identity("desk", "Kassa", ("theatre",), Signer.fresh(), "t", "http://127.0.0.1", b"h" * 32)
        )
        books.put_network(NetworkFacts("Bench", KEY))
        books.use_register(name, Stamp(1, _now()))
        books.put_quotas_at(_now())
    registers.switch(name)
    return Office(Desk(ledger, registers, _Time(), lambda: True), ledger, registers, folder)


def _rows(cards: int) -> Iterator[tuple[CardToken, Card]]:
    begun = date(2018, 1, 1)
    until = _now().date() + timedelta(days=200)
    for number in range(cards):
        row = Card(f"card-{number}", CardKind.PERSONAL, "kainuu", begun, until, children=2)
        yield CardToken.of(CardCode(code(number)), KEY), row
