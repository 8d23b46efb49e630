"""Those who asked in vain, as counts in the words of the wire: what a desk tells, and what it hears of its venue."""

from __future__ import annotations

from sync.wire import DEMAND_PER_PASS, DemandRow, SyncAnswer, SyncRequest
from validator.domain.demand import Asked
from validator.domain.rights import Slot
from validator.store.transaction import Reading


def to_tell(books: Reading) -> tuple[DemandRow, ...]:
    """The counts of which the hub has not heard."""
    return tuple(
        DemandRow(
            offer=each.slot.offer,
            performance=each.slot.performance,
            visit=each.slot.visit,
            hour=each.hour,
            asked=each.count,
        )
        for each in books.demand.untold(DEMAND_PER_PASS)
    )


def settle(books: Reading, request: SyncRequest, answer: SyncAnswer) -> None:
    """Take the hub's answer; a hub that says no sums has not understood the counts, which stay to be told."""
    if answer.demand is None:
        return
    told = (Asked(Slot(row.offer, row.performance, row.visit), row.hour, row.asked) for row in request.demand)
    books.demand.heard(told)
    if request.feed_life != answer.feed_life:
        books.demand.tell_again()
    books.demand.put_sums((Slot(row.offer, row.performance, row.visit), row.asked) for row in answer.demand)
