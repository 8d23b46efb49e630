"""The card as a desk knows it: the minimum, and never the printed code.

A desk holds a keyed hash of each code (`CardToken`), a random card id and what the rules need. Names, birth years, postcodes
and life situations never reach it. The printed code is turned into a token at the scan and forgotten;
only of a row from paper it is kept until that is recorded (`validator.store.drafts`).
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from validator.domain.code import CardCode

TOKEN_BYTES = 16


class CardKind(StrEnum):
    """Personal cards belong to one holder; community cards to an organisation that brings a group."""

    PERSONAL = "personal"
    COMMUNITY = "community"


class CardStatus(StrEnum):
    """What the register says of a card, whatever its dates."""

    ACTIVE = "active"
    CLOSED = "closed"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class TokenKey:
    """The network's secret for card tokens; a new epoch begins when the hub rotates it."""

    secret: bytes = field(repr=False)
    epoch: int


@dataclass(frozen=True, slots=True)
class CardToken:
    """HMAC-SHA256 of the normalised code under the network's key, cut to 16 bytes, with the key's epoch."""

    digest: bytes = field(repr=False)
    epoch: int

    @classmethod
    def of(cls, code: CardCode, key: TokenKey) -> CardToken:
        """The token of a code: the only thing that is kept of it."""
        digest = hmac.new(key.secret, code.reveal().encode(), hashlib.sha256).digest()
        return cls(digest[:TOKEN_BYTES], key.epoch)


@dataclass(frozen=True, slots=True)
class Card:
    """One row of the register.

    Attributes:
        id: the hub's random id; events and limits use it, so that rotating the token key forgets nothing.
        area: id of the area that issued the card.
        valid_from: first valid day, inclusive.
        valid_to: last valid day, inclusive to 24:00 in Helsinki.
        children: how many children the register counts, or None where the network syncs no count.
    """

    id: str
    kind: CardKind
    area: str
    valid_from: date
    valid_to: date
    status: CardStatus = CardStatus.ACTIVE
    children: int | None = None
