"""What the hub said last of rights at other desks and of numbers on their way, and when. Each word replaces the one before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection

from validator.domain.elsewhere import Elsewhere, Lent, Reach, by_number
from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.rights import Slot
from validator.store import facts
from validator.store.facts import Fact


class ElsewhereBook:
    """The hub's word, in a transaction of the ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, at: datetime, lent: Iterable[Lent], reach: Mapping[QuotaKey, Reach]) -> None:
        """Keep what the hub says now."""
        rows = {
            "at": at.isoformat(),
            "lent": [
                [row.venue, row.slot.offer, row.slot.performance, row.slot.visit.isoformat(), row.out]
                for row in lent
            ],
            "reach": [
                [key.scope.value, key.target, key.visit.isoformat(), told.heard, told.desks]
                for key, told in reach.items()
            ],
        }
        facts.put_fact(self._connection, Fact.ELSEWHERE, json.dumps(rows))

    def read(self) -> Elsewhere:
        """What it said last."""
        text = facts.fact(self._connection, Fact.ELSEWHERE)
        if text is None:
            return Elsewhere()
        rows = json.loads(text)
        return Elsewhere(
            datetime.fromisoformat(rows["at"]),
            by_number(
                Lent(venue, Slot(offer, show, date.fromisoformat(visit)), out)
                for venue, offer, show, visit, out in rows["lent"]
            ),
            {
                QuotaKey(QuotaScope(scope), target, date.fromisoformat(visit)): Reach(heard, desks)
                for scope, target, visit, heard, desks in rows["reach"]
            },
        )
