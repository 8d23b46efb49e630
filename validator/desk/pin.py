"""The manager's PIN: argon2id, with a lock-out that grows, and that a restart does not forget."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 4
_FREE_TRIES = 3
_FIRST_LOCK = timedelta(seconds=30)
_LONGEST_LOCK = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class PinState:
    """What is remembered of the PIN: its hash, the wrong tries in a row, and until when it is locked."""

    hashed: str = ""
    tries: int = 0
    locked_until: datetime | None = None

    def dump(self) -> str:
        """As a setting of the ledger."""
        until = None if self.locked_until is None else self.locked_until.isoformat()
        return json.dumps({"hash": self.hashed, "tries": self.tries, "until": until})

    @classmethod
    def load(cls, text: str | None) -> PinState:
        """From a setting of the ledger; nothing there means that no PIN was ever set."""
        if not text:
            return cls()
        fields = json.loads(text)
        until = fields["until"]
        return cls(fields["hash"], fields["tries"], None if until is None else datetime.fromisoformat(until))


@dataclass(frozen=True, slots=True)
class PinAnswer:
    """Whether the PIN was right, and until when no further try is looked at.

    Attributes:
        resets: it was no PIN but the house's one-time code: a PIN may be set anew.
    """

    right: bool
    locked_until: datetime | None = None
    resets: bool = False


def set_pin(pin: str) -> PinState:
    """A new PIN.

    Raises:
        ValueError: it is shorter than four signs.
    """
    if len(pin) < SHORTEST:
        msg = "a PIN has at least four signs"
        raise ValueError(msg)
    return PinState(PasswordHasher().hash(pin))


def try_pin(pin: str, state: PinState, now: datetime) -> tuple[PinAnswer, PinState]:
    """Try a PIN; while the lock-out lasts, not even the right one is looked at.

    No lock-out is longer from now on than the longest one: it may have begun on a clock that was years ahead.
    """
    if state.locked_until is not None and now < state.locked_until:
        ends = min(state.locked_until, now + _LONGEST_LOCK)
        return PinAnswer(right=False, locked_until=ends), replace(state, locked_until=ends)
    if state.hashed and _fits(pin, state.hashed):
        return PinAnswer(right=True), PinState(state.hashed)
    tries = state.tries + 1
    until = None
    if tries >= _FREE_TRIES:
        until = now + min(_FIRST_LOCK * 2 ** min(tries - _FREE_TRIES, 20), _LONGEST_LOCK)
    return PinAnswer(right=False, locked_until=until), PinState(state.hashed, tries, until)


def _fits(pin: str, hashed: str) -> bool:
    try:
        return PasswordHasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False
