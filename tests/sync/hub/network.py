"""Three desks that give, undo and wait behind bad lines, and a count of their own: no table of the hub's is read.

A desk here keeps its leases by `validator.domain.rights`, tells its events in their order and late, and hears only some of the
answers, some of them late. What the hub holds is counted from what it was sent and what it said.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sync.hub import lending
from sync.hub.hub import Hub
from sync.hub.rights import slot_of
from sync.wire import LeaseRow, SignedEvent, SyncAnswer
from tests.sync.stage import TODAY, Till, card_id
from validator.domain.journal import CardRef, CardRole, EventKind, Header, Json, parse
from validator.domain.rights import Lease, Rights, Slot

SLOTS = (Slot("play", "tonight", TODAY), Slot("play", None, TODAY), Slot("open", None, TODAY))
SCOPES = (("venue", "theatre"), ("offer", "play"), ("offer", "open"), ("performance", "tonight"))


def is_in(scope: str, target: str, slot: Slot) -> bool:
    """Whether a quota applies to a slot."""
    return (
        target in {"venue": ("theatre",), "offer": (slot.offer,), "performance": (slot.performance,)}[scope]
    )


Key = tuple[int, Slot, int]
"""Desk, slot and epoch of a lease."""


@dataclass
class Thing:
    """A giving or a booking, as the world knows it."""

    name: str
    desk: int
    slot: Slot
    count: int
    is_booking: bool
    rights: Rights
    undone_by: set[int] = field(default_factory=set)
    known_undone: set[int] = field(default_factory=set)
    collected: bool = False


@dataclass
class Station:
    """One desk."""

    number: int
    till: Till
    leases: dict[Slot, Lease] = field(default_factory=dict)
    outbox: list[SignedEvent] = field(default_factory=list)
    cursor: int = 0
    said: list[tuple[str, bytes]] = field(default_factory=list)

    def lease(self, slot: Slot) -> Lease:
        return self.leases.get(slot, Lease(slot, 0))


@dataclass
class Network:
    """The hub, three desks, and the count."""

    hub: Hub
    card: CardRef
    chance: random.Random
    stations: list[Station] = field(default_factory=list)
    things: dict[str, Thing] = field(default_factory=dict)
    numbers: dict[tuple[str, str], int | None] = field(default_factory=dict)
    """Strict numbers in force at the hub."""
    given: Counter[str] = field(default_factory=Counter)
    """Tickets that the hub was told of and that stand, by giving or booking."""
    ended: set[str] = field(default_factory=set)
    """Givings and bookings that the hub was told are undone or collected."""
    granted: Counter[Key] = field(default_factory=Counter)
    moved: Counter[Key] = field(default_factory=Counter)
    """Rights that the desks told the hub they spent or gave back, or that were written off."""
    grants: int = 0
    epochs: Counter[int] = field(default_factory=Counter)
    """How many epochs of each desk's leases are over."""

    @classmethod
    def of(cls, hub: Hub, seed: int) -> Network:
        """Three desks that have just come in."""
        network = cls(hub, CardRef(CardRole.HOLDER, card_id(hub, 1)), random.Random(seed))
        for number in range(3):
            till = Till.at(hub)
            till.push()
            network.stations.append(Station(number, till))
        return network

    def some(self) -> Station:
        return self.chance.choice(self.stations)

    def some_thing(self) -> Thing | None:
        return self.chance.choice(list(self.things.values())) if self.things else None

    # What happens at a desk.

    def give(self, station: Station, slot: Slot, *, booking: bool = False) -> None:
        lease = station.lease(slot)
        if not lease.left:
            return
        rights = lease.spend(self.chance.randint(1, 3))
        station.leases[slot] = lease.moved(spent=rights.count)
        name = f"t{len(self.things)}"
        self.things[name] = Thing(name, station.number, slot, rights.count, booking, rights)
        body: dict[str, Json] = {
            "offer": slot.offer,
            "performance": slot.performance,
            "quota_use": rights.count,
            "rights": rights.to_json(),
        }
        if booking:
            station.outbox.append(station.till.reserve(1, name, **body))
        else:
            body |= {"giving": name}
            station.outbox.append(station.till.give(self.card, **body))  # type: ignore[arg-type]

    def undo(self, station: Station, thing: Thing) -> None:
        """Void or release, also what another desk gave and what somebody else has undone without this desk's knowing."""
        is_own = thing.desk == station.number
        if station.number in thing.known_undone or (thing.collected and is_own):
            return
        lease, more = station.lease(thing.slot), dict[str, Json]()
        if is_own:
            back = lease.take_back(thing.rights)
            station.leases[thing.slot] = lease.moved(spent=-back.count)
            more = {"rights": back.to_json()}
        thing.undone_by.add(station.number)
        thing.known_undone.add(station.number)
        till = station.till
        undoing = (
            till.release(thing.name, **more) if thing.is_booking else till.void(thing.name, "theatre", **more)
        )
        station.outbox.append(undoing)

    def collect(self, station: Station, thing: Thing) -> None:
        """The desk that booked gives the tickets: no rights are spent again."""
        is_own = thing.is_booking and thing.desk == station.number
        if is_own and not thing.collected and station.number not in thing.known_undone:
            thing.collected = True
            body: dict[str, Json] = {
                "offer": thing.slot.offer,
                "performance": thing.slot.performance,
                "quota_use": thing.count,
                "giving": f"c{thing.name}",
                "collects": thing.name,
            }
            station.outbox.append(station.till.give(self.card, **body))  # type: ignore[arg-type]

    def give_back(self, station: Station, slot: Slot, count: int) -> None:
        lease = station.lease(slot)
        if count := min(count, lease.left):
            station.leases[slot] = lease.moved(returned=count)
            body: dict[str, Json] = {
                "venue": "theatre",
                "offer": slot.offer,
                "performance": slot.performance,
                "visit": slot.visit.isoformat(),
                "rights": Rights(lease.epoch, count).to_json(),
            }
            station.outbox.append(station.till.event(EventKind.GIVE_BACK, body))

    def set_number(self, station: Station, scope: str, target: str, value: int | None) -> None:
        mode = "strict" if self.chance.random() < 0.9 else "trusting"
        station.outbox.append(station.till.quota(value, scope, target, mode=mode))

    # What travels.

    def carry(self, station: Station, need: int = 0) -> None:
        """A pass: the first few events, and what is wanted. The answer may be lost."""
        events = station.outbox[: self.chance.randint(0, len(station.outbox))]
        wanted = [slot for slot in SLOTS if self.chance.random() < 0.8]
        wants = [self._want(station, slot, need) for slot in wanted]
        head = {"head_sequence": station.till.sequence, "head_hash": station.till.previous}
        body = station.till.body(*events, wants=wants, feed_cursor=station.cursor, **head)
        station.said.append(("sync", body))
        answer = self._sync(station, body)
        if self.chance.random() < 0.7:
            del station.outbox[: len(events)]
            self._hear(station, answer.leases)
            self._learn(station, answer)

    def ask(self, station: Station, slot: Slot, need: int) -> None:
        """The small request, for a customer."""
        head = {"head_sequence": station.till.sequence, "head_hash": station.till.previous}
        body = json.dumps({"v": 1, "wants": [self._want(station, slot, need)], **head}).encode()
        station.said.append(("rights", body))
        rows = self._rights(station, body)
        if self.chance.random() < 0.7:
            self._hear(station, rows)

    def say_again(self, station: Station) -> None:
        """An old request comes again, and its answer may come too."""
        if station.said:
            kind, body = self.chance.choice(station.said)
            rows = self._sync(station, body).leases if kind == "sync" else self._rights(station, body)
            if self.chance.random() < 0.3:
                self._hear(station, rows)

    def write_off(self, station: Station) -> None:
        for key in self.granted:
            if key[0] == station.number:
                self.moved[key] += self._out(key)
        lending.write_off(self.hub, station.till.desk, TODAY)
        self.epochs[station.number] += 1

    # What is counted.

    def standing(self, scope: str, target: str) -> int:
        """Tickets that really stand, told or not."""
        return sum(
            thing.count
            for thing in self.things.values()
            if (thing.collected or not thing.undone_by) and is_in(scope, target, thing.slot)
        )

    def left(self, scope: str, target: str) -> int:
        """Rights that the desks can really still spend."""
        leases = [lease for station in self.stations for lease in station.leases.values()]
        return sum(lease.left for lease in leases if is_in(scope, target, lease.slot))

    def _assert_fits(self, slots: set[Slot]) -> None:
        """I4 after a grant: by what the hub was told and what it said."""
        for (scope, target), value in self.numbers.items():
            if value is not None and any(is_in(scope, target, slot) for slot in slots):
                given = sum(
                    count for name, count in self.given.items() if is_in(scope, target, self._slot(name))
                )
                out = sum(self._out(key) for key in self.granted if is_in(scope, target, key[1]))
                assert given + out <= value, (scope, target, given, out, value)

    def _assert_lent(self, station: Station, answer: SyncAnswer) -> None:
        """A desk is told of all that is out, but for what it holds itself."""
        own, out = (station.number, 1 + self.epochs[station.number]), Counter[Slot]()
        for key in self.granted | self.moved:
            if (key[0], key[2]) != own:
                out[key[1]] += self._out(key)
        assert answer.lent is not None
        assert {slot_of(row): row.out for row in answer.lent} == dict(+out)

    def _slot(self, name: str) -> Slot:
        return self.things[name.removeprefix("c")].slot

    def _out(self, key: Key) -> int:
        return max(0, self.granted[key] - self.moved[key])

    def _want(self, station: Station, slot: Slot, need: int) -> dict[str, Any]:
        lease = station.lease(slot)
        at = {"offer": slot.offer, "performance": slot.performance, "visit": slot.visit.isoformat()}
        return at | {"epoch": lease.epoch, "granted": lease.granted, "left": lease.left, "need": need}

    def _sync(self, station: Station, body: bytes) -> SyncAnswer:
        answer = self.hub.sync(station.till.known(), body)
        for row, said in zip(json.loads(body)["events"], answer.answers, strict=True):
            assert said.status in {"accepted", "duplicate"}, said.reason
            if said.status == "accepted":
                self._book(station.number, parse(SignedEvent.model_validate(row).header))
        self._note(station, answer.leases)
        self._assert_lent(station, answer)
        return answer

    def _rights(self, station: Station, body: bytes) -> tuple[LeaseRow, ...]:
        rows = self.hub.rights(station.till.known(), body).leases
        self._note(station, rows)
        return rows

    def _note(self, station: Station, rows: tuple[LeaseRow, ...]) -> None:
        fresh = set()
        for row in rows:
            key = (station.number, slot_of(row), row.epoch)
            if row.granted > self.granted[key]:
                self.granted[key] = row.granted
                fresh.add(slot_of(row))
        self.grants += len(fresh)
        self._assert_fits(fresh)

    def _book(self, desk: int, header: Header) -> None:
        body, rights = header.body, Rights.of(header.body)
        name = str(body.get("giving", body.get("reservation", "")))
        match header.kind:
            case EventKind.REDEMPTION | EventKind.RESERVATION:
                if name not in self.ended:
                    self.given[name] = int(str(body["quota_use"]))
                del self.given[str(body.get("collects", ""))]
                self.ended.add(str(body.get("collects", "")))
                way = 1
            case EventKind.VOID | EventKind.RELEASE:
                del self.given[name]
                self.ended.add(name)
                way = -1
            case EventKind.QUOTA:
                value = body["value"] if body["mode"] == "strict" else None
                self.numbers[str(body["scope"]), str(body["target"])] = value  # type: ignore[assignment]
            case EventKind.GIVE_BACK:
                slot = Slot(str(body["offer"]), body["performance"], TODAY)  # type: ignore[arg-type]
                assert rights is not None
                key = (desk, slot, rights.epoch)
                self.moved[key] += min(rights.count, self._out(key))
                return
        if rights is not None:
            self.moved[desk, self._slot(name), rights.epoch] += way * rights.count

    def _hear(self, station: Station, rows: tuple[LeaseRow, ...]) -> None:
        for row in rows:
            slot = slot_of(row)
            station.leases[slot] = station.lease(slot).hear(row.epoch, row.granted, row.keep)

    def _learn(self, station: Station, answer: SyncAnswer) -> None:
        station.cursor = answer.feed_cursor
        for item in answer.feed:
            if item.kind in {EventKind.VOID, EventKind.RELEASE}:
                name = str(item.body.get("giving", item.body.get("reservation")))
                self.things[name].known_undone.add(station.number)
