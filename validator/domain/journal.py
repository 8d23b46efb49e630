"""The desk's journal: what travels, its exact bytes, and the chain that holds it together.

Every event has a *header*: canonical JSON bytes that are signed, chained and sent as they are, so that desk, hub and auditor
hash the same bytes for ever. The cards of an event are not in the header; a salted commitment to them is. Retention can thus
erase the card part and its salt without breaking the chain.

    header     = canonical({"v", "id", "desk", "seq", "kind", "at", "rules", "body", "commitment", "previous"})
    hash       = SHA-256(header)                                  (hex)
    previous   = hash of the header before, or GENESIS
    commitment = SHA-256(salt || canonical(card part))            (hex), or "" where no card is concerned

Signatures are made and checked elsewhere (`validator.signing`): this module has no keys.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"

FORMAT = 1
GENESIS = "0" * 64
SALT_BYTES = 16


class EventKind(StrEnum):
    """What can happen at a desk. A hub that does not know a kind stores it opaque and refuses it.

    `GIVE_BACK` hands unused rights back to the hub. Redemptions, reservations, voids and releases name the rights that they move
    beside what they are about (`validator.domain.rights`). `SETTLE` is a manager's word on a case (`validator.domain.cases`).
    """

    ENROLLED = "enrolled"
    REDEMPTION = "redemption"
    VOID = "void"
    RESERVATION = "reservation"
    RELEASE = "release"
    QUOTA = "quota"
    GIVE_BACK = "give_back"
    OVERRIDE = "override"
    SETTLE = "settle"


class CardRole(StrEnum):
    """In what role a card takes part in an event."""

    HOLDER = "holder"
    COMMUNITY = "community"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class CardRef:
    """A card in an event: its id, or for an unknown card its token and the token key's epoch."""

    role: CardRole
    id: str = ""
    token: str = field(default="", repr=False)
    epoch: int = 0

    @property
    def key(self) -> str:
        """What limits and history are counted by: the card id, or the epoch and token of an unknown card."""
        return self.id or f"{self.epoch}:{self.token}"

    def to_json(self) -> dict[str, Json]:
        """The form that is committed to and sent."""
        known: dict[str, Json] = {"role": self.role.value, "id": self.id}
        return known if self.id else {"role": self.role.value, "token": self.token, "epoch": self.epoch}


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before the ledger gives it its place in the chain.

    Attributes:
        id: minted by the desk; the hub remembers it for good, so that the same event twice is once.
        at: the desk's own time, aware, with its local offset.
        rules: id of the rule set that the decision was made under.
        body: everything but the cards; numbers are integers, texts are short.
    """

    id: str
    kind: EventKind
    at: datetime
    rules: str
    body: Mapping[str, Json]
    cards: tuple[CardRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """A parsed header. ``kind`` stays a plain text: an event of a newer program must still parse."""

    id: str
    desk: str
    sequence: int
    kind: str
    at: datetime
    rules: str
    body: Mapping[str, Json]
    commitment: str
    previous: str


def canonical(value: Json) -> bytes:
    """The one byte form of a JSON value: sorted keys, no spaces, UTF-8. Floats do not occur."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(header: bytes) -> str:
    """The hash of a header, as the next one names it."""
    return hashlib.sha256(header).hexdigest()


def card_part(cards: Iterable[CardRef]) -> bytes:
    """The card part's exact bytes."""
    return canonical([ref.to_json() for ref in cards])


def read_cards(part: bytes) -> tuple[CardRef, ...]:
    """The cards of a card part; empty bytes (no card, or erased) hold none.

    Raises:
        ValueError: it is no card part.
    """
    if not part:
        return ()
    try:
        return tuple(
            CardRef(
                CardRole(row["role"]),
                str(row.get("id", "")),
                str(row.get("token", "")),
                int(row.get("epoch", 0)),
            )
            for row in json.loads(part)
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        msg = "the card part cannot be read"
        raise ValueError(msg) from error


def commitment(cards: bytes, salt: bytes) -> str:
    """What the header says of the cards without saying which they are."""
    return hashlib.sha256(salt + cards).hexdigest()


def seal(draft: Draft, desk: str, sequence: int, previous: str, salt: bytes) -> bytes:
    """The header of ``draft`` as the entry ``sequence`` after the one whose hash is ``previous``."""
    return canonical(
        {
            "v": FORMAT,
            "id": draft.id,
            "desk": desk,
            "seq": sequence,
            "kind": draft.kind.value,
            "at": draft.at.isoformat(),
            "rules": draft.rules,
            "body": draft.body,
            "commitment": commitment(card_part(draft.cards), salt) if draft.cards else "",
            "previous": previous,
        }
    )


def parse(header: bytes) -> Header:
    """Read a header.

    Raises:
        ValueError: it is no header of ours; the text says what is wrong, without quoting the content.
    """
    try:
        fields = json.loads(header)
        at = datetime.fromisoformat(fields["at"])
        texts = [fields[name] for name in ("id", "desk", "kind", "rules", "commitment", "previous")]
        version, sequence, body = fields["v"], fields["seq"], fields["body"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        msg = "the header cannot be read"
        raise ValueError(msg) from error
    if (
        type(version) is not int
        or version != FORMAT
        or not all(isinstance(text, str) for text in texts)
        or not isinstance(sequence, int)
        or not isinstance(body, dict)
        or at.tzinfo is None
    ):
        msg = "the header has a field of the wrong kind"
        raise ValueError(msg)
    event_id, desk, kind, rules, committed, previous = texts
    return Header(event_id, desk, sequence, kind, at, rules, body, committed, previous)


def first_break(headers: Iterable[bytes], *, previous: str = GENESIS, sequence: int = 1) -> int | None:
    """The sequence number of the first entry that does not follow from the one before, or None for a whole chain."""
    for header in headers:
        try:
            entry = parse(header)
        except ValueError:
            return sequence
        if entry.sequence != sequence or entry.previous != previous:
            return sequence
        previous, sequence = digest(header), sequence + 1
    return None
