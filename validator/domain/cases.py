"""Cases: what a manager should look at after the fact. The customer is never one; every ticket stands.

A case is known by what it is about (its kind and its anchor), not by when or in what order its parts came: whatever is repeated,
reordered or told anew is the same case.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum

from validator.domain.journal import canonical


class CaseKind(StrEnum):
    """What a case is about.

    `DUPLICATE` to `UNKNOWN_CARD` are the hub's remarks S01 to S04, `REFUSED` is S06. `FORKED` holds the entries of a journal that
    went two ways, `SHUT_OUT` what a desk told after it was shut out.
    """

    DUPLICATE = "duplicate"
    CARD_CLOSED = "card_closed"
    OVER_QUOTA = "over_quota"
    UNKNOWN_CARD = "unknown_card"
    REFUSED = "refused"
    FORKED = "forked"
    SHUT_OUT = "shut_out"


def case_id(kind: CaseKind, *anchor: str) -> str:
    """The id of the case of this kind and anchor, the same wherever and whenever it is made. It tells nothing of the anchor."""
    return hashlib.sha256(canonical([kind.value, *anchor])).hexdigest()[:32]
