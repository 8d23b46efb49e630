"""How the hub shares a quota out among the desks that may be cut off the next minute: the policy, and nothing else.

A desk that holds few rights declines customers once its line is down, and rights that it holds and does not use are tickets that
no other desk can give. The policy weighs the two. What it may never do, whatever it says, is grant more than is free: `grant` sees
to that. Why it is this one, with the figures of two simpler ones: docs/adr/0018-rights-by-demand.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Claim:
    """One desk's stake in a quota, through one slot.

    Attributes:
        held: rights it has been granted and has neither used nor given back, as far as the hub has heard.
        demand: tickets that it gave for this offer lately.
    """

    desk: str
    held: int = 0
    demand: int = 0


@dataclass(frozen=True)
class Pool:
    """One strict quota at the hub: its value, what was given and booked out of it, and every claim on the rest.

    Sums are kept: a festival's pool has a thousand claims, and each of them asks.
    """

    value: int
    given: int
    claims: tuple[Claim, ...]

    @cached_property
    def held(self) -> int:
        """Rights that are out at the desks."""
        return sum(claim.held for claim in self.claims)

    @cached_property
    def demand(self) -> int:
        """Tickets that all of them gave lately."""
        return sum(claim.demand for claim in self.claims)

    @cached_property
    def desks(self) -> int:
        """How many desks have a claim."""
        return len(self.by_desk)

    @cached_property
    def by_desk(self) -> Mapping[str, int]:
        """Rights that are out at each desk that has a claim."""
        held = Counter[str]()
        for claim in self.claims:
            held[claim.desk] += claim.held
        return held

    @property
    def free(self) -> int:
        """What may still be granted; nothing where the number was lowered below what is out."""
        return max(0, self.value - self.given - self.held)

    @property
    def open(self) -> int:
        """Tickets that can still be given: free, or out as rights."""
        return max(0, self.value - self.given)


class Sharing(Protocol):
    """A policy."""

    def level(self, pool: Pool, claim: Claim) -> int:
        """How many rights this claim should hold out of this pool, so that its desk can be cut off."""
        ...

    def reserve(self, pool: Pool) -> int:
        """How many stay at the hub for a desk that is at its last; granted only against a customer's need."""
        ...


@dataclass(frozen=True, slots=True)
class ByDemand:
    """What is open is shared out by recent demand, less a reserve at the hub.

    Attributes:
        kept: one of so many tickets stays in reserve, while several desks have a claim.
        base: what a desk that gave nothing lately counts for, in tickets.
    """

    kept: int = 5
    base: int = 2

    def level(self, pool: Pool, claim: Claim) -> int:
        """Its share of what is open, but one ticket where the desk has fewer in all than an equal part.

        A number for a whole venue has more claims than tickets where many things are on. Each desk then has one for each of
        those that it names first, and not none for any.
        """
        shared = pool.open - self.reserve(pool)
        weights = pool.demand + self.base * len(pool.claims)
        share = shared * (claim.demand + self.base) // weights if weights else 0
        elsewhere = pool.by_desk.get(claim.desk, 0) - claim.held
        return max(share, 1 if elsewhere < shared // max(1, pool.desks) else 0)

    def reserve(self, pool: Pool) -> int:
        """One in ``kept``; a desk that is alone needs none."""
        return pool.open // self.kept if pool.desks > 1 else 0


@dataclass(frozen=True, slots=True)
class Equally:
    """All of it at once, the same to everybody: the simplest there is, here to be measured against."""

    def level(self, pool: Pool, claim: Claim) -> int:  # noqa: ARG002  the same for all
        """An equal part."""
        return pool.open // max(1, len(pool.claims))

    def reserve(self, pool: Pool) -> int:  # noqa: ARG002  see the protocol
        """None."""
        return 0


@dataclass(frozen=True, slots=True)
class ByChunks:
    """So many to whoever asks, and as many again when they are used up: the other simple one to be measured against."""

    chunk: int = 5

    def level(self, pool: Pool, claim: Claim) -> int:  # noqa: ARG002  the same for all
        """One chunk."""
        return min(self.chunk, pool.open)

    def reserve(self, pool: Pool) -> int:  # noqa: ARG002  see the protocol
        """None."""
        return 0


def level(sharing: Sharing, pools: Sequence[tuple[Pool, Claim]]) -> int:
    """How many rights a slot should hold at a desk: the tightest of its quotas says."""
    return min((sharing.level(pool, claim) for pool, claim in pools), default=0)


def grant(sharing: Sharing, pools: Sequence[tuple[Pool, Claim]], need: int = 0) -> int:
    """How many rights to grant now, never more than is free in every quota.

    Args:
        sharing: the policy.
        pools: every strict quota that applies to the slot, each with the claim of the desk that asks.
        need: tickets for a customer who is waiting; for these the reserve is there.
    """
    if not pools:
        return 0
    held = min(claim.held for _, claim in pools)
    free = min(pool.free for pool, _ in pools)
    unreserved = min(max(0, pool.free - sharing.reserve(pool)) for pool, _ in pools)
    up_to_level = min(unreserved, max(0, level(sharing, pools) - held))
    return min(free, max(up_to_level, need - held))
