"""Rights: what a desk that is cut off may still give. One right is one ticket for one slot.

1. The hub grants rights out of the quotas, and debits them from every strict quota that applies as it grants. A desk gives only
   rights that it holds, so that desks which hear nothing of each other never give more than the manager allowed.
2. A grant is a cumulative total, so that an answer that is lost or comes twice grants nothing twice.
3. A lease is of one epoch. Where the hub can no longer know what a desk has left (an old copy of its disk, or of the hub's), it
   begins a new one, and the rights of the old are no one's until the day is over or a manager writes them off.
4. Rights end with the date of visit. Before that they come back by an event of the desk alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from validator.domain.journal import Json


@dataclass(frozen=True, slots=True)
class Slot:
    """What a ticket is for: an offer, perhaps one performance of it, and the date of visit."""

    offer: str
    performance: str | None
    visit: date


@dataclass(frozen=True, slots=True)
class Rights:
    """Rights that an event moves between a lease of this epoch and tickets: spent by a giving, put back by an undoing."""

    epoch: int
    count: int

    def to_json(self) -> Mapping[str, Json]:
        """As they stand in an event's body."""
        return {"epoch": self.epoch, "count": self.count}

    @classmethod
    def of(cls, body: Mapping[str, Json]) -> Rights | None:
        """The rights that a body names, or None where it names none.

        Raises:
            ValueError: they make no sense.
        """
        row = body.get("rights")
        if row is None:
            return None
        if not isinstance(row, Mapping):
            msg = "rights are an epoch and a count"
            raise ValueError(msg)  # noqa: TRY004  a body's one kind of fault
        epoch, count = row.get("epoch"), row.get("count")
        if type(epoch) is not int or type(count) is not int or epoch < 1 or count < 0:
            msg = "rights are whole numbers"
            raise ValueError(msg)
        return cls(epoch, count)


@dataclass(frozen=True, slots=True)
class Lease:
    """A desk's rights for one slot.

    Attributes:
        granted: the hub's cumulative total in this epoch.
        spent: tickets given with them, less those undone while the epoch lasted.
        returned: given back to the hub, cumulative.
        keep: how many the hub would have this desk hold; with many more it gives back, with far fewer it wants some.
    """

    slot: Slot
    epoch: int
    granted: int = 0
    spent: int = 0
    returned: int = 0
    keep: int = 0

    @property
    def left(self) -> int:
        """Rights that this desk may still turn into tickets."""
        return max(0, self.granted - self.spent - self.returned)

    @property
    def surplus(self) -> int:
        """Rights that the hub would rather have back."""
        return max(0, self.left - self.keep)

    @property
    def is_low(self) -> bool:
        """Whether it is time to ask for more."""
        return 2 * self.left < self.keep

    def hear(self, epoch: int, granted: int, keep: int) -> Lease:
        """The lease after the hub's word; an older one changes nothing, a new epoch begins at nought."""
        if epoch < self.epoch:
            return self
        if epoch > self.epoch:
            return Lease(self.slot, epoch, granted, keep=keep)
        if granted < self.granted:
            return self
        return replace(self, granted=granted, keep=keep)

    def spend(self, count: int) -> Rights:
        """The rights that a giving of ``count`` tickets takes: as many as there are."""
        return Rights(self.epoch, min(count, self.left))

    def take_back(self, rights: Rights) -> Rights:
        """The rights that undoing brings back here: none where they were another epoch's, which the hub settles."""
        return rights if rights.epoch == self.epoch else Rights(self.epoch, 0)

    def moved(self, *, spent: int = 0, returned: int = 0) -> Lease:
        """The lease after an event moved some."""
        return replace(self, spent=self.spent + spent, returned=self.returned + returned)
