"""The invariants, checked after every step that they concern, by the account and by raw rows; a finding begins with its name."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.simulation.account import Account, Apart, Ticket
from tests.simulation.network import CODES, THEATRE, DeskHouse, Network
from tests.simulation.outside import HubView, Lease, LedgerView, Line, Place
from validator.clock import TOLERANCE
from validator.domain.card import CardStatus, CardToken


@dataclass
class Watch:
    """Looks on while a network runs.

    Attributes:
        found: broken invariants, in the order in which they were seen.
        gaps: the same for what `KNOWN_GAPS` names: counted, not failed.
        closed: cards, and when the hub closed them.
        unheard_since_restore: desks that have not been through a whole pass since the hub was put back.
        unreported: desks of which no message that knows its new life has reached it.
        spoiled: dates of visit for which the hub may have granted what an older life of it had granted already.
    """

    network: Network
    account: Account = field(default_factory=Account)
    found: list[str] = field(default_factory=list)
    gaps: Counter[str] = field(default_factory=Counter)
    closed: dict[int, datetime] = field(default_factory=dict)
    spoiled: set[str] = field(default_factory=set)
    apart: Counter[str] = field(default_factory=Counter)
    unheard_since_restore: set[str] = field(default_factory=set)
    unreported: set[str] = field(default_factory=set)
    is_told: bool = True
    written_off: Counter[Lease] = field(default_factory=Counter)
    _life: str = ""
    _unaware_in: str = ""
    _only_there: dict[str, str] = field(default_factory=dict)
    _granted: dict[Lease, int] = field(default_factory=dict)
    _cursors: dict[str, int] = field(default_factory=dict)
    _stamps: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hub = HubView(self.network.house.folder)
        self._life = self.hub.life()
        self.heard()
        self.views = {id(desk): self._viewed(desk) for desk in self.network.desks}
        self.network.house.heard, self.network.house.asked = self.heard, self._asked

    def close(self) -> None:
        """Let all files go."""
        self.hub.close()
        for view in self.views.values():
            view.close()

    def find(self, sentence: str) -> None:
        """A broken invariant."""
        if sentence not in self.found:
            self.found.append(sentence)

    def view(self, desk: DeskHouse) -> LedgerView:
        """The auditor's view of a desk."""
        return self.views[id(desk)]

    def is_twice_over(self, desk: DeskHouse) -> bool:
        """Whether the desk and the hub both run on old copies of their disks, and the hub does not know."""
        return desk.restored and self.is_unaware

    @property
    def is_unaware(self) -> bool:
        """Whether the hub was put back, nobody has told it, and it has not found out."""
        return bool(self._unaware_in) and self._unaware_in == self._life

    def left(self, desk: DeskHouse) -> None:
        """A desk's files are about to go."""
        self.views.pop(id(desk)).close()

    def joined(self, desk: DeskHouse) -> None:
        """A desk is there that was not before, or its disk is another."""
        self.views[id(desk)] = self._viewed(desk)
        self._cursors.pop(desk.identity.desk, None)
        self._stamps.pop(desk.identity.desk, None)

    def disk_died(self, desk: DeskHouse) -> None:
        """A desk's disk is gone: what was given there and had not reached the hub is known to nobody any more."""
        self.looked_at(desk)
        for line in self.view(desk).entries:
            sealed, status = self.hub.held.get((desk.identity.desk, line.sequence), ("", ""))
            if sealed != line.hash or status == "refused":
                self.account.burnt.add(line.event)

    def given_up(self, desk: DeskHouse) -> None:
        """A manager is about to write a desk's rights off; what it gave and has not told is at stake as well."""
        name, today = desk.identity.desk, self.network.today
        for lease, count in self._granted.items():
            if lease[0] == name and lease[2].day >= today:
                self.written_off[lease] += self.hub.out(lease, count, self.written_off)
        for ticket in self.account.tickets.values():
            if ticket.desk == name and ticket.name not in self.hub.sums.uses and ticket.apart is None:
                ticket.apart = Apart.WRITTEN_OFF

    def hub_dies(self) -> None:
        """The hub's files are about to go, and with them what desks have lost since they told it."""
        here = {line.hash for view in self.views.values() for line in view.entries}
        held = self.hub.rows("SELECT hash, event FROM events")
        self._only_there = {sealed: event for sealed, event in held if sealed not in here}
        self.hub.close()

    def hub_lives(self) -> None:
        """The hub's disk is an older one."""
        before, used = self._granted, self.hub.sums.used(THEATRE)
        self.hub = HubView(self.network.house.folder)
        self.hub.read_on()
        self._granted, now = self.hub.granted(), self.hub.sums.used(THEATRE)
        self.spoiled |= {lease[2].visit for lease in before if before[lease] != self._granted.get(lease, 0)}
        self.spoiled |= {key[2] for key in used if used[key] != now[key]}
        known = {sealed for (sealed,) in self.hub.rows("SELECT hash FROM events")}
        self.account.burnt |= {event for sealed, event in self._only_there.items() if sealed not in known}
        self.unheard_since_restore = {desk for (desk,) in self.hub.rows("SELECT id FROM desks")}
        self.unreported = set(self.unheard_since_restore)
        self._life = self.hub.life()
        self._unaware_in = "" if self.is_told else self._life

    def _asked(self, desk: str, body: bytes) -> None:
        """A desk's message reaches the hub; in one that knows the hub's life it names all that it holds."""
        try:
            life = json.loads(body).get("feed_life")
        except ValueError:
            return  # garbled on the way
        if life and life == self.hub.life():
            self.unreported.discard(desk)

    # What the hub did -------------------------------------------------------------------------------------------------

    def heard(self) -> None:
        """A message has been through the hub."""
        if self.hub.read_on():
            self._booked_once()
        if (life := self.hub.life()) != self._life:
            # It has found out by itself: from here on every desk has to report anew.
            self._life = life
            self.unreported = {desk for (desk,) in self.hub.rows("SELECT id FROM desks")}
        granted = self.hub.granted()
        epochs = dict(self.hub.rows("SELECT id, epoch FROM desks"))
        # What a desk tells a restored hub that it was granted before is no grant: that epoch is over.
        grown = [
            lease
            for lease, count in granted.items()
            if count > self._granted.get(lease, 0) and lease[1] == epochs[lease[0]]
        ]
        shrunk = [lease for lease, count in self._granted.items() if granted.get(lease, 0) < count]
        if shrunk:
            self.find(f"I4: what was granted to {shrunk[0][0]} has become less")
        if grown:
            self.account.granted += sum(granted[lease] - self._granted.get(lease, 0) for lease in grown)
            self._within_quotas(granted, {lease[2] for lease in grown})
            if self.unreported and not self.is_unaware:
                self.find(f"I13: {len(self.unreported)} desks were not heard yet when rights were granted")
            elif self.unreported:
                self.gaps["I13 grants"] += 1
        self._granted = granted

    def _booked_once(self) -> None:
        """I3: each accepted event has its effect, once."""
        for table, column, kind in (
            ("redemptions", "DISTINCT giving", "redemption"),
            ("reservations", "*", "reservation"),
        ):
            booked = self.hub.one(f"SELECT count({column}) FROM {table}")  # noqa: S608  our own words
            taken = self.hub.accepted[kind]
            if booked < taken:
                self.find(f"I3: lost: {taken - booked} {kind}s were accepted and have no effect at the hub")
            if booked > taken:
                self.find(f"I3: doubled: {booked - taken} {kind}s have an effect at the hub and no event")
        sizes = "SELECT coalesce(sum(quota_use), 0) FROM redemptions"
        names = {name for name, (_, _) in self.hub.sums.uses.items()}
        told = sum(self.hub.sums.uses[name][1] for name in names if name not in self._reserved())
        if self.hub.one(sizes) != told:
            self.find("I3: doubled: the tickets at the hub are not those of its events")

    def _reserved(self) -> set[str]:
        return {name for (name,) in self.hub.rows("SELECT id FROM reservations")}

    def _within_quotas(self, granted: dict[Lease, int], grown: set[Place]) -> None:
        """I4: at each grant, given and outstanding are within every strict number in force."""
        strict, used = self.hub.strict(), self.hub.sums.used(THEATRE)
        out = self.hub.outstanding(granted, self.written_off)
        for place in grown:
            for key in place.keys(THEATRE):
                if key not in strict:
                    self.account.unbounded.add(key)
                    continue
                number = strict[key]
                self.account.granted_under[key] = max(self.account.granted_under[key], number)
                rights = sum(count for slot, count in out.items() if key in slot.keys(THEATRE))
                if used[key] + rights > number:
                    self.find(
                        f"I4: granted at {used[key]} given and {rights} out of {number} for {key[0]} on {key[2]}"
                    )

    # What a desk did --------------------------------------------------------------------------------------------------

    def handed(self, desk: DeskHouse, name: str, card: str, *, overridden: bool = False) -> None:
        """The counter said so: this giving is in the customer's hands. Its event must be there."""
        self.looked_at(desk)
        line = next((line for line in reversed(self.view(desk).entries) if line.event == name), None)
        if line is None:
            self.find("I1: a ticket was given and its event is not in the journal")
            return
        self._counted(desk, line, card, overridden=overridden)

    def _counted(self, desk: DeskHouse, line: Line, card: str, *, overridden: bool = False) -> None:
        place, count = Place.of(line.body), line.body["quota_use"]
        rights = (line.body.get("rights") or {"count": 0})["count"]
        if line.body.get("collects"):
            self.account.take_back(line.body["collects"])
        apart = self._apart(desk, place, overridden=overridden or bool(line.body.get("overridden")))
        if line.body.get("entered_at") and line.body["code"].startswith("R"):
            apart = Apart.PAPER
        if rights >= count or line.body.get("collects"):
            apart = self._in_spite(desk, place, (line.body.get("rights") or {"epoch": 0})["epoch"])
        elif apart is None:
            self.find(f"I4: a strict number stands, and {count} tickets were given with {rights} rights")
        is_reservation = line.kind == "reservation"
        giver = desk.identity.desk
        ticket = Ticket(line.event, giver, card, place, count, rights, apart, is_reservation, desk.restored)
        self.account.hand_over(ticket)
        if line.event in self.account.undone:
            self.account.take_back(line.event)
        self._promises_hold()

    def _in_spite(self, desk: DeskHouse, place: Place, epoch: int) -> Apart | None:
        """Why a ticket may be over though rights stand behind it."""
        if desk.restored:
            return Apart.RESTORED
        if (desk.identity.desk, epoch, place) in self.written_off:
            return Apart.WRITTEN_OFF
        return Apart.HUB_RESTORED if place.visit in self.spoiled else None

    def _apart(self, desk: DeskHouse, place: Place, *, overridden: bool) -> Apart | None:
        """Why no rights stand behind a ticket; None where they had to."""
        keys = place.keys(THEATRE)
        heard, own = self.view(desk).numbers(keys)
        if overridden:
            return Apart.OVERRIDE
        if any(value is not None and mode == "strict" for value, mode in heard):
            return None  # whatever was set here since
        if any(value is not None and mode == "trusting" for value, mode in heard):
            return Apart.TRUSTING
        in_force = self.hub.strict()
        return Apart.UNHEARD if own or any(key in in_force for key in keys) else Apart.FREE

    def _promises_hold(self) -> None:
        """I4: what rights stand behind is never more than the largest number under which rights were granted."""
        for key, over in self.account.broken(THEATRE).items():
            self.find(f"I4: over_quota: {over} tickets over the {key[0]}'s number on {key[2]}")

    def looked_at(self, desk: DeskHouse) -> None:
        """I1, I10: after a step at this desk its ledger's parts agree, and nothing has left it."""
        view = self.view(desk)
        before = len(view.entries)
        if view.one("SELECT count(*) FROM journal") < before:
            self.find(f"I10: the journal of desk {desk.number} has become shorter")
            return
        for line in view.read_on():
            self._entered(desk, line)
        self._parts_agree(desk, view)
        self._remembers(desk, view)
        self._leases_agree(desk, view)

    def _entered(self, desk: DeskHouse, line: Line) -> None:
        if line.kind == "void":
            self.account.take_back(line.body["giving"])
        if line.kind == "release":
            self.account.take_back(line.body["reservation"])

    def adopt(self, desk: DeskHouse) -> None:
        """After a crash: what stands in the journal is in the clerk's list, so it is handed over now."""
        self.looked_at(desk)
        for line in self.view(desk).entries:
            is_giving = line.kind in ("redemption", "reservation")
            if is_giving and line.event not in self.account.tickets and "corrects" not in line.body:
                self._counted(desk, line, "")

    def _parts_agree(self, desk: DeskHouse, view: LedgerView) -> None:
        givings = {line.body["giving"] for line in view.entries if line.kind == "redemption"}
        parts = {
            "outbox rows": (view.one("SELECT count(*) FROM outbox"), len(view.entries)),
            "entries": (view.one("SELECT count(*) FROM journal"), len(view.entries)),
            "givings": (
                view.one("SELECT count(DISTINCT giving) FROM redemption WHERE sequence IS NOT NULL"),
                len(givings),
            ),
        }
        for name, (there, wanted) in parts.items():
            if there != wanted:
                self.find(f"I1: desk {desk.number} has {there} {name} where its journal says {wanted}")

    def _remembers(self, desk: DeskHouse, view: LedgerView) -> None:
        """I9, W20: whatever its clock says, a desk knows whose the tickets are that have still to be used."""
        forgotten = "SELECT count(*) FROM redemption WHERE card = '' AND visit >= ?"
        if view.one(forgotten, self.network.today.isoformat()):
            self.find(f"I9: desk {desk.number} has forgotten who has tickets for a day that is still to come")

    def _leases_agree(self, desk: DeskHouse, view: LedgerView) -> None:
        for place, epoch, granted, spent, returned in view.leases():
            lease = (view.desk, epoch, place)
            told = (view.sums.spent[lease], view.sums.returned[lease])
            if (spent, returned) != told:
                self.find(f"I1: desk {desk.number}'s lease says {(spent, returned)}, its journal {told}")
            if spent + returned > granted:
                self.find(f"I4: desk {desk.number} spent {spent} and returned {returned} of {granted} rights")
            if (
                granted > self._granted.get(lease, 0)
                and place.visit not in self.spoiled
                and not desk.restored
            ):
                self.find(f"I4: desk {desk.number} has {granted} rights where the hub granted fewer")

    def told_the_time(self, desk: DeskHouse) -> None:
        """I9: once the hub was heard the desk's time is the hub's, whatever its machine shows."""
        off = abs(desk.station.clock.now() - self.network.clock.now())
        if off > TOLERANCE or not desk.station.clock.trusted():
            self.find(f"I9: desk {desk.number} has heard the hub, and its time is {off} off")
        desk.machine.is_known = True

    def carried(self, desk: DeskHouse) -> None:
        """I2, I5, I6: after a pass, answered is what the hub answered, and what was heard was heard in full."""
        self.looked_at(desk)
        view = self.view(desk)
        self._answers_are_true(desk, view)
        self._feed_is_complete(desk, view)
        self._age_is_true(desk, view)

    def _answers_are_true(self, desk: DeskHouse, view: LedgerView) -> None:
        if desk.identity.desk in self.unheard_since_restore:
            return  # the hub has lost what it answered; it hears it again before this desk is done
        for sequence, state in view.rows(
            "SELECT sequence, state FROM outbox WHERE state NOT IN ('recorded', 'sent')"
        ):
            sealed, status = self.hub.held.get((view.desk, sequence), ("", "nothing"))
            is_ours = sealed == view.entries[sequence - 1].hash
            if state == "confirmed" and not (is_ours and status == "accepted"):
                self.find(
                    f"I2: lost: desk {desk.number} holds an entry for confirmed that the hub holds for {status}"
                )
            if state == "refused" and is_ours and status == "accepted":
                self.find(f"I2: desk {desk.number} holds an accepted entry for refused")

    def _feed_is_complete(self, desk: DeskHouse, view: LedgerView) -> None:
        heard = int(view.one("SELECT value FROM fact WHERE name = 'feed_cursor'") or 0)
        since = min(heard, self._cursors.get(view.desk, 0))
        self._cursors[view.desk] = heard
        told = self.hub.rows(
            "SELECT e.event FROM feed f JOIN events e ON e.desk = f.desk AND e.sequence = f.sequence"
            " WHERE f.cursor > ? AND f.cursor <= ? AND f.desk <> ? AND e.kind = 'redemption'",
            since,
            heard,
            view.desk,
        )
        for (event,) in told:
            if view.one("SELECT count(*) FROM redemption WHERE event = ?", event):
                continue
            if self.is_unaware:
                self.gaps["I13 feed"] += 1
            else:
                self.find(f"I6: desk {desk.number} has heard up to {heard} and missed an event before")

    def _age_is_true(self, desk: DeskHouse, view: LedgerView) -> None:
        fact = view.one("SELECT value FROM fact WHERE name = 'register'")
        if fact is None or self._stamps.get(view.desk) == fact:
            return
        self._stamps[view.desk] = fact
        _, stamp = json.loads(fact)
        made_at = datetime.fromisoformat(stamp["made_at"])
        if made_at > self.network.clock.now() + timedelta(seconds=1):
            self.find(f"I5: desk {desk.number}'s list is of a time that is still to come")
        with desk.station.ledger.read() as books:
            facts = books.network()
        assert facts is not None
        for number, at in self.closed.items():
            card = desk.station.registers.find(CardToken.of(CODES[number], facts.token_key))
            if at >= made_at or (card is not None and card.status is not CardStatus.ACTIVE):
                continue
            if self.is_unaware:
                self.gaps["I13 list"] += 1
            else:
                self.find(f"I5: desk {desk.number}'s list is older than it says: a closed card is open in it")

    def _viewed(self, desk: DeskHouse) -> LedgerView:
        view = LedgerView(desk.folder, desk.identity.desk)
        view.read_on()
        return view
