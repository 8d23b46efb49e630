"""This desk's rights between customers: for which slots it wants some, and giving back what it need not hold.

Wanted are rights for every slot out of a strict number: of today always, so that a number that was raised reaches the desk before
its line is down; of a later day where it has none left or few. Given back is what the hub would rather have, and all that is for a
performance that is over or cancelled: a number for the whole day has room for the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from validator.desk.gather import chosen
from validator.desk.means import Means
from validator.desk.programme import choices, quota_keys
from validator.domain.effects import slot_body
from validator.domain.journal import EventKind, Json
from validator.domain.network import Network, Venue
from validator.domain.rights import Lease, Rights, Slot
from validator.domain.verdict import Outcome, Verdict
from validator.store.leases import Spending
from validator.store.transaction import Reading


def wants(means: Means, books: Reading, limit: int) -> tuple[Lease, ...]:
    """The leases to name to the hub, soonest first, at most ``limit``; one of epoch 0 for a slot without any.

    A hub that was put back to an older copy is told first of all that this desk holds.
    """
    today = means.today(means.venue(books))
    held = {lease.slot: lease for lease in books.leases(today)}
    found = dict(held) if books.must_name_leases() else {}
    for slot in _slots(means, books, today):
        if len(found) >= limit:
            break
        lease = held.get(slot) or Lease(slot, 0)
        if slot.visit == today or lease.is_low or not lease.left:
            found.setdefault(slot, lease)
    return tuple(found.values())[:limit]


def give_back(means: Means, *, whole: bool = False) -> int:
    """Give back what this desk need not hold, each lease's by an event of its own; how many rights it was.

    Args:
        means: the desk's.
        whole: all that it holds: it will give no more tickets.
    """
    with means.ledger.read() as books:
        if not any(_spare(means, books, whole=whole)):
            return 0
    with means.ledger.write() as books:
        spare = tuple(_spare(means, books, whole=whole))
        for venue, lease, count in spare:
            body = slot_body(lease.slot, venue.id) | {"rights": Rights(lease.epoch, count).to_json()}
            books.append(means.draft(EventKind.GIVE_BACK, body, venue))
    return sum(count for _, _, count in spare)


def wanted(verdict: Verdict) -> int:
    """The rights that a customer needs, where this desk has fewer and the verdict rests on nothing else; else 0."""
    declined = [check for check in verdict.trace if check.outcome is Outcome.DECLINED]
    if {check.rule for check in declined} - {"members"} != {"rights"}:
        return 0
    return next(need for check in declined if type(need := check.used.get("need")) is int)


def back(books: Reading, spending: Spending | None) -> Mapping[str, Json]:
    """The rights that come back by undoing what spent them; none where that was in an epoch that is over."""
    lease = None if spending is None else books.lease(spending.slot)
    if spending is None or lease is None:
        return {}
    rights = lease.take_back(spending.rights)
    return {"rights": rights.to_json()} if rights.count else {}


def _slots(means: Means, books: Reading, today: date) -> Iterator[Slot]:
    """What can still be given out of a strict number, soonest first."""
    network, serving = means.registers.network(), means.serving(books)
    # What the hub has yet to hear of, it hears in the same message as the wants.
    numbers = books.strict_numbers(today, unanswered=True)
    for day in sorted({key.visit for key in numbers}):
        for slot in choices(network, serving, day):
            venue, _, _ = chosen(network, slot)
            if not numbers.isdisjoint(quota_keys(venue, slot)) and not _is_off(means, network, slot):
                yield slot


def _spare(means: Means, books: Reading, *, whole: bool) -> Iterator[tuple[Venue, Lease, int]]:
    network = means.registers.network()
    venues = {venue.id: venue for venue in network.venues}
    places = {offer.id: venues.get(offer.venue) for offer in network.offers}
    for lease in books.leases(means.today(means.venue(books))):
        venue = places.get(lease.slot.offer)
        if venue is None:
            continue  # nobody can say whose they are: they end with the day
        count = lease.left if whole or _is_off(means, network, lease.slot) else lease.surplus
        if count:
            yield venue, lease, count


def _is_off(means: Means, network: Network, slot: Slot) -> bool:
    """Whether the slot's performance is over, cancelled or no longer in the programme."""
    if slot.performance is None:
        return False
    show = next((show for show in network.performances if show.id == slot.performance), None)
    return show is None or show.cancelled or means.time.now() >= show.ends_at
