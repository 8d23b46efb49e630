"""The hub's part in what a desk may give: its word on numbers, and the rights that it grants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.desk.conftest import TONIGHT_CHOICE, Office
from tests.domain.world import TODAY
from tests.store.desk import number_set, told
from validator.domain.effects import Effect, effect
from validator.domain.journal import parse, read_cards
from validator.domain.quota import QuotaKey, QuotaMode, QuotaScope
from validator.domain.rights import Lease, Slot
from validator.store.ledger import Ledger

PLAY_TODAY = QuotaKey(QuotaScope.OFFER, "play", TODAY)

_cursors = count(1)


def word(
    office: Office, value: int | None, key: QuotaKey = PLAY_TODAY, mode: QuotaMode = QuotaMode.STRICT
) -> None:
    """The hub tells of a number."""
    cursor = next(_cursors)
    with office.ledger.write() as books:
        books.apply_feed([told(number_set(1000 + cursor, value, key, mode), cursor)], cursor)


def grant(
    office: Office, granted: int, slot: Slot = TONIGHT_CHOICE, *, keep: int = 0, epoch: int = 1
) -> None:
    """The hub tells of a lease; by default this desk shall hold on to all of it."""
    with office.ledger.write() as books:
        books.hear_leases([Lease(slot, epoch, granted, keep=keep or granted)])


def left(office: Office, slot: Slot = TONIGHT_CHOICE) -> int:
    """The rights that are left here."""
    with office.ledger.read() as books:
        lease = books.lease(slot)
    return 0 if lease is None else lease.left


def effects(office: Office) -> Iterator[Effect | None]:
    """What this desk's own events did, oldest first."""
    with office.ledger.read() as books:
        for entry in books.entries():
            header = parse(entry.header)
            yield effect(header.kind, header.body, read_cards(entry.cards), header.desk, header.at)


@dataclass
class Granting:
    """A hub that grants up to ``free`` rights for a customer who waits, through a window of its own; None: it is away."""

    ledger: Ledger
    free: int | None
    asked: list[tuple[Slot, int]] = field(default_factory=list)

    def ask(self, slot: Slot, need: int) -> bool:
        """Grant what is lacking, as far as it goes."""
        self.asked.append((slot, need))
        if self.free is None:
            return False
        with self.ledger.write() as books:
            lease = books.lease(slot) or Lease(slot, 1)
            more = min(self.free, need - lease.left)
            self.free -= more
            books.hear_leases([Lease(slot, 1, lease.granted + more, keep=lease.granted + more)])
        return True
