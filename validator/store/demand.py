"""Customers who asked in vain, counted by slot and hour, and the venue's sums as the hub says them. No card is in any of it.

``asked`` only grows; ``told`` is how much of it the hub has confirmed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from validator.domain.demand import Asked
from validator.domain.rights import Slot
from validator.store import facts, schema
from validator.store.facts import Fact
from validator.store.prepared import Query

_demand = schema.demand
_new = select(_demand).where(_demand.c.asked > _demand.c.told)
_UNTOLD = Query(_new.order_by(_demand.c.hour, _demand.c.offer).limit(bindparam("most")))
_NEW = Query(_new)


class Demand:
    """The counts, in a transaction of the ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, slot: Slot, hour: datetime) -> None:
        """One more asked in vain."""
        row = insert(_demand).values(**_place(slot), hour=hour, asked=1, told=0)
        more = row.on_conflict_do_update(
            index_elements=list(_demand.primary_key), set_={"asked": _demand.c.asked + 1}
        )
        self._connection.execute(more)

    def untold(self, limit: int) -> tuple[Asked, ...]:
        """The first counts of which the hub has not heard."""
        rows = _UNTOLD.rows(self._connection, {"most": limit})
        return tuple(
            Asked(Slot(row.offer, row.performance or None, row.visit), row.hour, row.asked) for row in rows
        )

    def heard(self, told: Iterable[Asked]) -> None:
        """The hub has these counts."""
        for each in told:
            at = [_demand.c[name] == value for name, value in _place(each.slot).items()]
            one = update(_demand).where(*at, _demand.c.hour == each.hour)
            self._connection.execute(one.values(told=each.count))

    def tell_again(self) -> None:
        """The hub may have lost what it had."""
        self._connection.execute(update(_demand).values(told=0))

    def put_sums(self, sums: Iterable[tuple[Slot, int]]) -> None:
        """Keep the venue's sums as the hub says them."""
        rows = [[slot.offer, slot.visit.isoformat(), count] for slot, count in sums]
        facts.put_fact(self._connection, Fact.DEMAND, json.dumps(rows))

    def sums(self) -> Counter[tuple[str, date]]:
        """By offer and date of visit: how many asked in vain at the venue, as the hub said, and here since."""
        found: Counter[tuple[str, date]] = Counter()
        for offer, visit, count in json.loads(facts.fact(self._connection, Fact.DEMAND) or "[]"):
            found[(offer, date.fromisoformat(visit))] += count
        for row in _NEW.rows(self._connection):
            found[(row.offer, row.visit)] += row.asked - row.told
        return found

    def forget(self, before: date) -> None:
        """Retention: what the hub has of earlier dates of visit goes."""
        old = (_demand.c.visit < before, _demand.c.asked <= _demand.c.told)
        self._connection.execute(delete(_demand).where(*old))


def _place(slot: Slot) -> dict[str, object]:
    return {"offer": slot.offer, "performance": slot.performance or "", "visit": slot.visit}
