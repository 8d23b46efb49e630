"""Granting rights: what a desk wants, the policy's word on it, and what is free, under the lock of the desk's venues.

1. Never more than is free in every strict quota in force, with all that is out counted, whoever holds it and of whatever epoch.
2. A grant is a cumulative total. What the desk has not heard of yet counts as held, so the same request twice grants once.
   What it has spent and not told yet still counts as out.
3. Whoever cannot get what the policy would have it hold, or what a customer waits for, makes ``keep`` smaller where more is held
   than the policy says: those desks give back with their next pass. A new number at a quota says ``keep`` anew for everybody.
4. A desk that heard of more than the hub granted shows that the hub is an older copy. What it has counts as out, its epoch is over,
   and it gets rights of the new one with its next request. Until every desk of a venue has reported to such a hub, nobody gets
   rights there (`sync.hub.lives`).
5. A request of before what the hub holds of the desk's journal (a late copy, or a desk whose disk was put back) is told nothing
   and gets nothing. Once such a desk's journal has forked, a new epoch begins, and it is told.
6. What makes no sense (an unknown offer, another venue's, a day that is over, numbers out of all bounds) is passed over.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from sync.hub import schema
from sync.hub.database import FEED, Database, standing
from sync.hub.deskrow import desk_row
from sync.hub.enrolment import Desk
from sync.hub.lives import awaited
from sync.hub.pools import Fund, Funds, Stake
from sync.hub.rights import LAST_EPOCH, MOST, MOST_EVER, days_of, is_slot, key_of, new_epoch
from sync.wire import WANTS_PER_PASS, Want
from validator.domain.rights import Slot
from validator.domain.sharing import ByDemand, Claim, Sharing, grant, level

_log = logging.getLogger(__name__)

_desks, _leases, _offers, _shows = schema.desks, schema.leases, schema.offers, schema.performances
_KNOWN = select(_offers.c.id, _offers.c.venue).where(
    _offers.c.venue.in_(bindparam("venues", expanding=True)),
    _offers.c.id.in_(bindparam("offers", expanding=True)),
)
_STAGED = select(_shows.c.id, _shows.c.offer).where(_shows.c.id.in_(bindparam("shows", expanding=True)))
_MINE = select(_leases).where(
    _leases.c.desk == bindparam("desk"), _leases.c.visit.in_(bindparam("visits", expanding=True))
)
_HEARD = update(_desks).where(_desks.c.id == bindparam("this")).values(feed_cursor=bindparam("heard"))


@dataclass
class Grants:
    """What one desk asks for, in one writing transaction that holds its venues' locks."""

    database: Database
    tx: Connection
    desk: Desk
    now: datetime
    sharing: Sharing = field(default_factory=ByDemand)
    _changed: dict[tuple[str, Slot, int], dict[str, Any]] = field(default_factory=dict)

    def grant(self, wants: Sequence[Want], changed: Collection[tuple[str, date]] = ()) -> frozenset[Slot]:
        """Grant what can be granted.

        Args:
            wants: the desk's.
            changed: venues and dates of visit at which a quota has just been set.

        Returns:
            The slots that the desk is to be told of.
        """
        by_slot = {_slot(want): want for want in wants[:WANTS_PER_PASS] if _is_sane(want)}
        venues = self._venues_of(by_slot) if by_slot else {}
        if not venues and not changed:
            return frozenset()
        by_slot = {slot: want for slot, want in by_slot.items() if slot in venues}
        ahead = self._take_word(by_slot, venues)
        unsure = awaited(self.tx, venues.values())
        funds = Funds(self.tx, self.now, self.desk.id, venues, changed)
        short, told = list[Fund](), set[Slot]()
        for slot, want in by_slot.items():
            strict = funds.strict(venues[slot], slot)
            if not strict:
                continue
            told.add(slot)
            mine = strict[0].stakes[self.desk.id, slot]
            if any(fund.is_closed for fund in funds.of(venues[slot], slot)):
                self._set_keep(mine, 0)
            elif slot not in ahead and venues[slot] not in unsure:
                short += self._grant(want, mine, strict)
        waiting = {(self.desk.id, slot) for slot, want in by_slot.items() if want.need}
        self._level(short, funds, waiting, down_only=True)
        self._level(funds.at(changed), funds, waiting, down_only=False)
        self.database.put_all(self.tx, schema.leases, list(self._changed.values()), ("granted", "keep"))
        return frozenset(told)

    def _venues_of(self, slots: Iterable[Slot]) -> dict[Slot, str]:
        """The venue of each slot that this desk may have rights for."""
        slots, days = list(slots), days_of(self.tx, self.desk.venues, self.now)
        asked = {"venues": list(days), "offers": list({slot.offer for slot in slots})}
        venues = {row.id: row.venue for row in self.tx.execute(_KNOWN, asked)}
        names = {slot.performance for slot in slots if slot.performance is not None}
        of = {row.id: row.offer for row in self.tx.execute(_STAGED, {"shows": list(names)})}
        return {
            slot: venues[slot.offer]
            for slot in slots
            if slot.offer in venues
            and slot.visit >= days[venues[slot.offer]]
            and (slot.performance is None or of.get(slot.performance) == slot.offer)
        }

    def _take_word(self, wants: Mapping[Slot, Want], venues: Mapping[Slot, str]) -> set[Slot]:
        """Write down what the desk was granted by a hub that this one is an older copy of; the slots where it was."""
        present = desk_row(self.tx, self.desk.id).epoch
        visits = list({slot.visit for slot in wants})
        mine = self.tx.execute(_MINE, {"desk": self.desk.id, "visits": visits})
        rows = {(row.offer, row.performance, row.visit, row.epoch): row for row in mine}
        ahead = set()
        for slot, want in wants.items():
            row = rows.get((slot.offer, slot.performance or "", slot.visit, want.epoch))
            if want.granted <= (0 if row is None else row.granted) and want.epoch <= present:
                continue
            ahead.add(slot)
            if want.granted:
                self._changed[self.desk.id, slot, want.epoch] = key_of(self.desk.id, slot, want.epoch) | {
                    "venue": venues[slot],
                    "granted": want.granted,
                    "keep": 0,
                }
        if not ahead:
            return set()
        self.database.put_all(self.tx, schema.leases, list(self._changed.values()), ("granted", "keep"))
        self._changed.clear()
        latest = max(wants[slot].epoch for slot in ahead)
        if latest >= present:
            begun = new_epoch(self.tx, self.desk.id, latest)
            _log.info(
                "desk %s was granted more than this hub knows of: the hub is an older copy; epoch %d begins",
                self.desk.id,
                begun,
            )
        return ahead

    def _grant(self, want: Want, mine: Stake, strict: list[Fund]) -> list[Fund]:
        """Grant one want; the quotas that stood in the way of more."""
        unheard = mine.granted - want.granted if want.epoch == mine.epoch else 0
        held = want.left + unheard if want.epoch == mine.epoch else mine.out
        pools = [(fund.pool, Claim(mine.desk, held, mine.demand)) for fund in strict]
        due = level(self.sharing, pools)
        count = grant(self.sharing, pools, want.need)
        missing = max(due, want.need) - held - count
        short = [
            fund
            for fund, (pool, _) in zip(strict, pools, strict=True)
            if pool.free - (0 if want.need > held else self.sharing.reserve(pool)) - count < missing
        ]
        # Not asked back: what a customer waits for, before they have it, and what nobody is short of.
        self._set_keep(mine, max(due, want.need, min(held, mine.keep)))
        if count:
            mine.granted, mine.out = mine.granted + count, mine.out + count
            self._note(mine)
            for fund in strict:
                fund.changed()
        return short if missing > 0 else []

    def _level(
        self, touched: Sequence[Fund], funds: Funds, but: Collection[tuple[str, Slot]], *, down_only: bool
    ) -> None:
        """Say anew how many rights those who hold some should hold: they give back, or want more, when they hear of it."""
        stakes = {at: stake for fund in touched for at, stake in fund.stakes.items() if stake.granted}
        for stake in (stakes[at] for at in stakes.keys() - but):
            strict = funds.strict(stake.venue, stake.slot)
            due = level(self.sharing, [(fund.pool, stake.claim) for fund in strict])
            if any(fund.is_closed for fund in funds.of(stake.venue, stake.slot)):
                due = 0
            if not down_only or due < min(stake.out, stake.keep):
                self._set_keep(stake, due)

    def _set_keep(self, stake: Stake, keep: int) -> None:
        if stake.keep != keep:
            stake.keep = keep
            self._note(stake)

    def _note(self, stake: Stake) -> None:
        self._changed[stake.desk, stake.slot, stake.epoch] = key_of(stake.desk, stake.slot, stake.epoch) | {
            "venue": stake.venue,
            "granted": stake.granted,
            "keep": stake.keep,
        }


def is_behind(tx: Connection, desk: str, sequence: int, sealed: str) -> bool:
    """Whether a request is of before what the hub holds of the desk's journal, and no fork has been told of yet.

    A request that says nothing of its journal is taken as it comes.
    """
    row = desk_row(tx, desk)
    return bool(sealed) and sequence < row.head_sequence and row.forked_at != row.head_sequence


def lacks_entries(tx: Connection, desk: str, sequence: int, sealed: str) -> bool:
    """Whether the hub holds entries of a desk that its journal has not: an old copy of its disk is, or was, in use."""
    row = desk_row(tx, desk)
    return bool(sealed) and (sequence < row.head_sequence or row.forked_at is not None)


def note_fork(tx: Connection, desk: str, head: int) -> None:
    """Two journals go by this desk's name: what it was granted is no one's any more. Once for each fork."""
    this = update(_desks).where(
        _desks.c.id == desk, (_desks.c.forked_at.is_(None)) | (_desks.c.forked_at != head)
    )
    if tx.execute(this.values(forked_at=head)).rowcount:
        begun = new_epoch(tx, desk)
        _log.info("the journal of desk %s has forked: epoch %d of its leases begins", desk, begun)


def note_heard(tx: Connection, desk: str, cursor: int) -> None:
    """Remember how far the desk has heard of the others, once everything that it did before is here."""
    (newest,) = standing(tx, (FEED,))
    tx.execute(_HEARD, {"this": desk, "heard": cursor if 0 <= cursor <= newest else 0})


def _slot(want: Want) -> Slot:
    return Slot(want.offer, want.performance, want.visit)


def _is_sane(want: Want) -> bool:
    return (
        is_slot(_slot(want))
        and all(0 <= number <= MOST for number in (want.left, want.need))
        and 0 <= want.granted <= MOST_EVER
        and 0 <= want.epoch <= LAST_EPOCH
        and (want.epoch > 0 or not want.granted)
        and want.visit < date.max
    )
