"""Those who asked in vain: what the hub has counted, held against the account from outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.simulation.account import Account, Vain
from tests.simulation.network import THEATRE, DeskHouse, Network
from tests.simulation.outside import Place
from tests.simulation.watch import Watch
from validator.desk import Look
from validator.domain.demand import hour_of
from validator.domain.rights import Slot


def goes_without(account: Account, desk: DeskHouse, look: Look) -> None:
    """A customer goes, and the desk counts that. Whether one that dies meanwhile has, nobody can say."""
    slot, name = look.ask.choice, desk.identity.desk
    account.unsure += 1
    counted = desk.use.counter.left(look)
    account.unsure -= 1
    if not counted:
        return
    hour = hour_of(look.at).isoformat(timespec="microseconds")
    account.in_vain[(name, slot.offer, slot.performance or "", slot.visit.isoformat(), hour)] += 1


def declined(desk: DeskHouse, slot: Slot, need: int, watch: Watch) -> None:
    """Whether so many tickets were free all the same, counted over all desks at this moment."""
    place = Place(slot.offer, slot.performance or "", slot.visit.isoformat())
    keys = place.keys(THEATRE)
    _, own = watch.view(desk).numbers(keys)
    strict, used = watch.hub.strict(), watch.account.used(THEATRE)
    free = min((strict[key] - used[key] for key in keys if key in strict), default=0)
    if not own and free >= need and not watch.hub.closed() & set(keys):
        watch.account.wrongly_declined += 1


def in_vain(network: Network, watch: Watch) -> Iterator[str]:
    """Every count is at the hub, once: none is lost but with a disk, none is there that nobody made.

    A program that died while it counted could not say so any more: as many may be there unaccounted for.
    """
    account = watch.account
    at_hub: Counter[Vain] = Counter()
    for *key, asked in watch.hub.rows("SELECT desk, offer, performance, visit, hour, asked FROM demand"):
        at_hub[tuple(key)] = asked
    missing = {
        key for key, count in (account.in_vain - at_hub).items() if count and key[0] not in account.rewound
    }
    more = (at_hub - account.in_vain).total()
    if missing and not watch.is_unaware:
        yield f"I2: {len(missing)} counts of those who asked in vain are missing at the hub"
    if more > account.unsure:
        yield f"I3: {more} are said to have asked in vain who have not"
