"""This desk's rights between customers: for which slots it wants some, and giving back what it need not hold.

Wanted are rights for every slot out of a strict number: of today always, so that a number that was raised reaches the desk before
its line is down; of a later day where it has none left or few. Given back is what the hub would rather have, and all that is for a
performance that is over or cancelled: a number for the whole day has room for the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from validator.desk.gather import chosen
from validator.desk.means import Means
from validator.desk.programme import choices, quota_keys
from validator.domain.effects import slot_body
from validator.domain.journal import EventKind
from validator.domain.network import Network, Venue
from validator.domain.rights import Lease, Rights, Slot
from validator.store.transaction import Reading


def wants(means: Means, books: Reading, limit: int) -> tuple[Lease, ...]:
    """The leases to name to the hub, soonest first, at most ``limit``; one of epoch 0 for a slot without any."""
    today = means.today(means.venue(books))
    held = {lease.slot: lease for lease in books.leases(today)}
    found: list[Lease] = []
    for slot in _slots(means, books, today):
        lease = held.get(slot) or Lease(slot, 0)
        if slot.visit == today or lease.is_low or not lease.left:
            found.append(lease)
        if len(found) == limit:
            break
    return tuple(found)


def give_back(means: Means) -> int:
    """Give back what this desk need not hold, each lease's by an event of its own; how many rights it was."""
    with means.ledger.read() as books:
        if not any(_spare(means, books)):
            return 0
    with means.ledger.write() as books:
        spare = tuple(_spare(means, books))
        for venue, lease, count in spare:
            body = slot_body(lease.slot, venue.id) | {"rights": Rights(lease.epoch, count).to_json()}
            books.append(means.draft(EventKind.GIVE_BACK, body, venue))
    return sum(count for _, _, count in spare)


def _slots(means: Means, books: Reading, today: date) -> Iterator[Slot]:
    """What can still be given out of a strict number, soonest first."""
    network, serving = means.registers.network(), means.serving(books)
    numbers = books.strict_numbers(today)
    for day in sorted({key.visit for key in numbers}):
        for slot in choices(network, serving, day):
            venue, _, _ = chosen(network, slot)
            if not numbers.isdisjoint(quota_keys(venue, slot)) and not _is_off(means, network, slot):
                yield slot


def _spare(means: Means, books: Reading) -> Iterator[tuple[Venue, Lease, int]]:
    network = means.registers.network()
    known = {offer.id for offer in network.offers}
    for lease in books.leases(means.today(means.venue(books))):
        if lease.slot.offer not in known:
            continue  # its rights end with the day
        off = _is_off(means, network, lease.slot)
        count = lease.left if off else lease.surplus
        if count:
            offer = next(offer for offer in network.offers if offer.id == lease.slot.offer)
            yield next(venue for venue in network.venues if venue.id == offer.venue), lease, count


def _is_off(means: Means, network: Network, slot: Slot) -> bool:
    """Whether the slot's performance is over, cancelled or no longer in the programme."""
    if slot.performance is None:
        return False
    show = next((show for show in network.performances if show.id == slot.performance), None)
    return show is None or show.cancelled or means.time.now() >= show.ends_at
