"""One enrolled desk on a real ledger and a real card list, with a clock that the test sets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.domain.world import (
    AREAS,
    BENEFIT,
    CARD,
    COMMUNITY,
    COURSE,
    EXHIBITION,
    LESSON,
    NOW,
    PLAY,
    POPUP,
    THEATRE,
    TODAY,
    TONIGHT,
    card,
)
from validator.desk import Ask, Choice, Desk
from validator.desk.means import Means, NoHub, RightsDesk
from validator.domain.card import Card, CardStatus, CardToken, TokenKey
from validator.domain.code import CardCode, CardRead, Source, check_character
from validator.domain.network import Network
from validator.domain.party import Party
from validator.domain.policy import Stamp
from validator.signing import Signer
from validator.store.identity import Identity, NetworkFacts
from validator.store.ledger import Ledger
from validator.store.register import Registers

KEY = TokenKey(b"k" * 32, 1)
TONIGHT_CHOICE = Choice("play", "tonight", TODAY)


def code(stem: str) -> str:
    """A code with its check character."""
    return stem + check_character(stem)


HOLDER, SECOND, GROUP, CLOSED, UNKNOWN, ALONE = (
    code(stem) for stem in ("KAIKU0001", "KAIKU0002", "KAIKU0003", "KAIKU0004", "KAIKU0005", "KAIKU0006")
)
CARDS: dict[str, Card] = {
    HOLDER: CARD,
    SECOND: card(id="card-2"),
    GROUP: COMMUNITY,
    CLOSED: card(id="card-4", status=CardStatus.CLOSED),
    ALONE: card(id="card-6", children=0),
}
NETWORK = Network(AREAS, (THEATRE, POPUP), (PLAY, EXHIBITION, COURSE, BENEFIT), (TONIGHT, LESSON))


@dataclass
class HandTime:
    """A clock that stands until it is moved."""

    instant: datetime = NOW
    sound: bool = True

    def now(self) -> datetime:
        return self.instant

    def trusted(self) -> bool:
        return self.sound

    def attest(self) -> None:
        """It is never taken back."""

    def pass_by(self, **span: float) -> None:
        self.instant += timedelta(**span)


@dataclass
class Office:
    """A desk and what the tests turn about it."""

    folder: Path
    ledger: Ledger
    registers: Registers
    time: HandTime = field(default_factory=HandTime)
    online: bool = True
    rights: RightsDesk = field(default_factory=NoHub)

    def means(self) -> Means:
        """What a use case works with."""
        return Means(self.ledger, self.registers, self.time, lambda: self.online, self.rights)

    def desk(self) -> Desk:
        """The desk as a window would have it; several share the files."""
        return Desk(self.ledger, self.registers, self.time, lambda: self.online, self.rights)


def read(text: str, source: Source = Source.TYPED) -> CardRead:
    """A reading of this code."""
    return CardRead(text, source, NOW)


def ask(text: str, choice: Choice = TONIGHT_CHOICE, party: Party | None = None, *group: str) -> Ask:
    """An ask for the play tonight."""
    return Ask(read(text), choice, Party() if party is None else party, tuple(read(each) for each in group))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An enrolled desk with four cards in its list."""
    with Ledger.open(tmp_path, b"l" * 32) as ledger, Registers.open(tmp_path, b"r" * 32, ledger) as registers:
        rows = [(CardToken.of(CardCode(text), KEY), row) for text, row in CARDS.items()]
        name = registers.build(7, NETWORK, rows, len(rows), threading.Event())
        assert name is not None
        with ledger.write() as books:
            books.put_identity(
                Identity(
                    "desk-1",
                    "Kassa 1",
                    ("theatre",),
                    Signer(b"s" * 32),
                    "token",
                    "http://127.0.0.1",
                    b"h" * 32,
                )
            )
            books.put_network(NetworkFacts("Test", KEY))
            books.use_register(name, Stamp(7, NOW - timedelta(minutes=4)))
            books.put_quotas_at(NOW - timedelta(minutes=4))
        registers.switch(name)
        yield Office(tmp_path, ledger, registers)
