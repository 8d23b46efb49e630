"""What other desks may still give, and how far managers' numbers have reached, out of the words of the wire."""

from __future__ import annotations

from sync.wire import SyncAnswer
from validator.domain.elsewhere import Lent, Reach
from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.rights import Slot
from validator.store.transaction import Reading

_LARGEST = 2**31
"""No venue has so many seats; what says so is passed over."""
_SCOPES = frozenset(QuotaScope)


def hear_elsewhere(books: Reading, answer: SyncAnswer) -> None:
    """Keep the hub's word; one that says nothing of it leaves the last one as it was, and as old."""
    if answer.lent is None:
        return
    lent = (
        Lent(row.venue, Slot(row.offer, row.performance, row.visit), row.out)
        for row in answer.lent
        if 0 < row.out <= _LARGEST
    )
    reach = {
        QuotaKey(QuotaScope(row.scope), row.target, row.visit): Reach(row.heard, row.desks)
        for row in answer.reach
        if row.scope in _SCOPES and 0 <= row.heard < row.desks <= _LARGEST
    }
    books.elsewhere.put(answer.hub_time, lent, reach)
