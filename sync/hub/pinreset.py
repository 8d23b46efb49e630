"""Words that let a desk's manager PIN be set anew: made by the office for one desk, told with each answer while they are good.

The hub keeps the code's digest alone. A new word takes the place of the one before.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from sync.hub import schema, settings
from sync.hub.codes import fresh_enrolment_code
from sync.hub.database import Database
from sync.pinwire import SignedReset, reset_words
from validator.domain.reset import Reset, code_digest
from validator.errors import ConfigError
from validator.signing import Signer

LIFE = timedelta(days=1)
_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class PinCode:
    """A code, shown once."""

    text: str
    expires_at: datetime


def issue(database: Database, tx: Connection, desk: str, now: datetime, life: timedelta = LIFE) -> PinCode:
    """Make a code for one desk.

    Raises:
        ConfigError: there is no such desk.
    """
    if tx.execute(select(schema.desks.c.id).where(schema.desks.c.id == desk)).first() is None:
        raise ConfigError("there is no such desk", desk=desk)
    code, word = fresh_enrolment_code(), secrets.token_hex(_ID_BYTES)
    until = now.replace(microsecond=0) + life
    row = {"id": word, "digest": code_digest(word, code), "until": until.isoformat()}
    settings.write(database, tx, _setting(desk), row)
    return PinCode(code, until)


def word_for(tx: Connection, signer: Signer, desk: str, now: datetime) -> SignedReset:
    """The word that an answer to this desk carries; an empty one where there is none in time."""
    row = settings.read(tx, _setting(desk))
    if row is None or now >= (until := datetime.fromisoformat(row["until"])):
        return SignedReset()
    words = reset_words(desk, Reset(row["id"], row["digest"], until))
    return SignedReset(words=words, signature=signer.sign(words))


def _setting(desk: str) -> str:
    return f"pin-reset-{desk}"
