"""Card lists, built and taken into use as a sync does."""

from __future__ import annotations

import threading
from pathlib import Path

from tests.store.desk import LIST, NOW, PROGRAMME
from validator.domain.card import Card, CardToken
from validator.domain.policy import Stamp
from validator.store.ledger import Ledger
from validator.store.register import Registers

GOING = threading.Event()
"""Never set: builds that are not given up."""


def build(registers: Registers, version: int = 5, cards: tuple[tuple[CardToken, Card], ...] = LIST) -> str:
    name = registers.build(version, PROGRAMME, cards, len(cards), GOING)
    assert name is not None
    return name


def take(
    registers: Registers, ledger: Ledger, version: int = 5, cards: tuple[tuple[CardToken, Card], ...] = LIST
) -> str:
    """Build a list and use it, as a sync does."""
    name = build(registers, version, cards)
    with ledger.write() as tx:
        tx.use_register(name, Stamp(version, NOW))
    registers.switch(name)
    return name


def lists(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("register-*.db"))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("register-*"))
