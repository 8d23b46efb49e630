"""The house's word that a desk's manager PIN may be set anew: a one-time code, known here by its digest alone."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reset:
    """One word.

    Attributes:
        id: the code is good once: a desk remembers which word it has used.
        digest: of the code, as `code_digest` makes it.
        until: the instant from which the code opens nothing any more (aware).
    """

    id: str
    digest: str
    until: datetime

    def fits(self, code: str, now: datetime) -> bool:
        """Whether this is the code, in time. Case, spaces and hyphens do not count."""
        return now < self.until and hmac.compare_digest(self.digest, code_digest(self.id, code))


def code_digest(word: str, code: str) -> str:
    """SHA-256, in hex, of a code under the id of its word."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(f"{word}:{plain}".encode(errors="replace")).hexdigest()
