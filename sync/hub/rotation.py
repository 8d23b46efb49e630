"""A new key behind the card hashes: when a desk with the old one was stolen, or every few years.

1. Every card's code is opened and hashed anew, in one transaction. Ids stay, and with them all that was given and every limit.
2. What stood under the old key is remembered: a desk that was cut off may still tell of a card by its old hash.
3. The old key itself is forgotten.
4. Every desk takes the whole list anew, and the key comes into use there together with it (`sync.courier`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, literal, select, update

from sync.hub import schema, settings
from sync.hub.database import REGISTER, Database, advance
from sync.hub.register import sealed_name
from sync.hub.vault import Vault
from validator.domain.card import CardToken, TokenKey
from validator.domain.code import CardCode

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Rotated:
    """The new key's epoch, and how many cards were hashed anew."""

    epoch: int
    cards: int


def rotate(database: Database, tx: Connection, vault: Vault, batch: int = BATCH) -> Rotated:
    """Make a new key and hash every card by it, in a writing transaction."""
    cards, old = schema.cards, schema.old_tokens
    # Whoever changes the register waits from here on.
    advance(tx, REGISTER)
    before = settings.token_key(tx, vault).epoch
    key = settings.new_token_key(database, tx, vault)
    standing = select(cards.c.epoch, cards.c.token, cards.c.id).where(cards.c.epoch == literal(before))
    tx.execute(insert(old).from_select(["epoch", "token", "card"], standing))
    after, count = "", 0
    columns = (cards.c.id, cards.c.sealed_code)
    while rows := tx.execute(
        select(*columns).where(cards.c.id > after).order_by(cards.c.id).limit(batch)
    ).all():
        _hash(tx, vault, key, rows)
        after, count = rows[-1].id, count + len(rows)
    settings.begin_list(database, tx)
    return Rotated(key.epoch, count)


def _hash(tx: Connection, vault: Vault, key: TokenKey, rows: Sequence[Any]) -> None:
    cards = schema.cards
    number = advance(tx, REGISTER, len(rows)) - len(rows)
    changed = [
        {
            "key": row.id,
            "token": CardToken.of(
                CardCode(vault.open(row.sealed_code, sealed_name(row.id)).decode()), key
            ).digest,
            "epoch": key.epoch,
            "version": version,
        }
        for version, row in enumerate(rows, start=number + 1)
    ]
    # The parameters' own names are taken by the columns that are set.
    values: dict[str, Any] = {name: bindparam(name) for name in ("token", "epoch", "version")}
    tx.execute(update(cards).where(cards.c.id == bindparam("key")).values(values), changed)
