"""What can happen at a moment: business, managers, and everything that goes wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sync.hub.lending import write_off
from tests.simulation.anew import send_all, send_anew
from tests.simulation.cases import settle_one, settle_some
from tests.simulation.changes import change
from tests.simulation.clocks import Then, jump, time_is_kept
from tests.simulation.demand import declined, goes_without
from tests.simulation.edges import Blow, Crash, Doom, Side
from tests.simulation.manager import Managers
from tests.simulation.network import AHEAD, CODES, PLAY, SHOW, DeskHouse, Network, performance
from tests.simulation.office import Office
from tests.simulation.paper import enter, some_slot
from tests.simulation.watch import Watch
from tests.simulation.wire import Fault
from validator.desk import Ask
from validator.domain.code import CardRead, Source
from validator.domain.party import Party, Purpose
from validator.domain.rights import Slot
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Reason
from validator.errors import HubError, StoreError

_ROUNDS = 8
_ANEW = 3
_FULL = (Reason.QUOTA_FULL, Reason.NO_RIGHTS_HERE)


class Moves:
    """The steps of one run; each is named in `tests.simulation.chance.STEPS`."""

    def __init__(self, network: Network, watch: Watch) -> None:
        self.network, self.watch = network, watch
        self.managers, self.office = Managers(network, watch), Office(network, watch)
        self._closed_at_backup: dict[int, datetime] | None = None

    def step(self, name: str, desk: DeskHouse, how: Sequence[str] = ()) -> None:
        """One of the steps; ``how`` is what `tests.simulation.schedule` may say of it, and without it chance decides."""
        getattr(self, f"_{name}")(desk, *how)

    def heal(self) -> None:
        """The weather clears up, all clocks are right, and every desk talks until nobody has any news."""
        desks = [*self.network.retired, *self.network.desks]
        for desk in desks:
            desk.line.cut, desk.line.rate, desk.machine.wrong = False, 0.0, timedelta(0)
            desk.line.spoils = False
            desk.line.arrive_late()
            desk.asker.hear_late()
        settle_some(desks, self.watch)
        for number in range(_ROUNDS):
            passes = [desk.courier.carry() for desk in desks]
            for desk in desks:
                self._reported(desk)
            # What the hub took after all it does not take once more: it is not sent for ever.
            anew = send_all(desks, self.watch) if number < _ANEW else 0
            if not anew and not any(each.sent or each.heard or each.cards for each in passes):
                for sentence in self.office.after_heal():
                    self.watch.find(sentence)
                return
        self.watch.find(f"I2: after {_ROUNDS} rounds of calm there still are news")

    def plan(self, desk: DeskHouse) -> None:
        """Every morning a manager sets the numbers of the last day that can be asked for."""
        visit = self.network.today + timedelta(days=AHEAD - 1)
        for offer in (PLAY, SHOW):
            number = self.network.chance.choice(self.network.weather.numbers)
            self.managers.put(desk, ("offer", offer, visit.isoformat()), number)

    # Business ---------------------------------------------------------------------------------------------------------

    def _give(self, desk: DeskHouse, card: str = "", offer: str = "", ahead: str = "0") -> None:
        chance = self.network.chance
        if offer:
            self._asked(desk, self._ask_for(desk, int(card), offer, int(ahead)))
            return
        ask = self._ask(desk, Party(chance.choice((0, 0, 1, 2))))
        manager = chance.random() < 0.05
        reason = self._asked(desk, ask)
        if manager and reason in _FULL:
            lifted = replace(
                ask, role=Role.MANAGER, overrides=frozenset(_FULL), override_reason=OverrideReason.ROOM
            )
            self._asked(desk, lifted, overridden=True)

    def _paper(self, desk: DeskHouse, card: str = "", offer: str = "", ahead: str = "0") -> None:
        slot = self._slot(offer, int(ahead)) if offer else some_slot(self.network)
        enter(desk, self.watch, int(card) if offer else self.network.chance.randrange(len(CODES)), slot)

    def _change(self, desk: DeskHouse) -> None:
        change(desk, self.network, self.watch)

    def _reserve(self, desk: DeskHouse) -> None:
        purpose = self.network.chance.choice((Purpose.RESERVE, Purpose.RESERVE, Purpose.COLLECT))
        self._asked(desk, self._ask(desk, Party(purpose=purpose)))

    def _undo(self, desk: DeskHouse) -> None:
        today = self.network.today
        standing = (ticket for ticket in self.watch.account.tickets.values() if ticket.stands)
        tickets = [ticket for ticket in standing if ticket.place.day >= today]
        if not tickets:
            return
        ticket = self.network.chance.choice(tickets)
        counter = desk.use.counter
        if ticket.is_reservation:
            if not self.watch.view(desk).holds(ticket.name):
                return
            verdict = desk.use.bookings.release(ticket.name, Role.MANAGER)
        else:
            verdict = counter.undo(ticket.name, Role.MANAGER)
        self.watch.account.said[verdict.main.reason.value] += 1
        self.watch.looked_at(desk)

    def _quota(self, desk: DeskHouse, offer: str = "", number: str = "none", ahead: str = "0") -> None:
        """A manager sets numbers at this desk, whether or not its line is up."""
        if desk.line.cut:
            self._note("quota_while_cut")
        if offer:
            visit = self.network.today + timedelta(days=int(ahead))
            self.managers.put(
                desk, ("offer", offer, visit.isoformat()), None if number == "none" else int(number)
            )
            return
        for _ in range(self.network.chance.randrange(1, 4)):
            self.managers.some_number(desk)

    def _apart(self, desk: DeskHouse) -> None:
        """Managers here and at another desk type the same number, perhaps while a line is cut; and customers come to both."""
        other = self.network.chance.choice([each for each in self.network.desks if each is not desk])
        for each in (desk, other):
            if self.network.chance.random() < 0.5:
                self._cut(each)
                self._carry(each)
        self.managers.same_number((desk, other))
        if desk.line.cut and self.network.chance.random() < 0.4:
            self.managers.let_go_over(desk)
        for each in (desk, other, desk, other):
            self._asked(each, self._ask_for(each, self.network.chance.randrange(len(CODES)), PLAY, 0))
        self._note("numbers_apart")

    def _settle(self, desk: DeskHouse) -> None:
        """A manager looks at what the desk shows, and settles some of it, whatever is on its way."""
        for _ in range(self.network.chance.randrange(1, 4)):
            for sentence in settle_one(desk, self.watch, self.network.chance):
                self.watch.find(sentence)

    def _spoil(self, desk: DeskHouse) -> None:
        """Something on the desk's line, or in its program, spoils the cards of what goes out next."""
        desk.line.spoils = True
        self._note("cards_spoilt")

    def _send_anew(self, desk: DeskHouse) -> None:
        """A manager sends what was not accepted as a new entry, perhaps once more."""
        if send_anew(desk, self.watch, self.network.chance):
            self._note("sent_anew")

    def _policy(self, _desk: DeskHouse) -> None:
        """The hub's office sets a number of the network's policy."""
        self.office.set_policy()

    # Lines ------------------------------------------------------------------------------------------------------------

    def _carry(self, desk: DeskHouse) -> None:
        desk.line.arrive_late()
        desk.asker.hear_late()
        try:
            desk.courier.carry()
        except (HubError, StoreError) as error:
            self.watch.account.said[error.key] += 1
        else:
            self._reported(desk)
            self.watch.told_the_time(desk)
            self.office.heard(desk)
        self.watch.carried(desk)

    def _line(self, desk: DeskHouse, fault: str) -> None:
        desk.line.next.append(Fault(fault))

    def _cut(self, desk: DeskHouse) -> None:
        desk.line.cut = True
        self._note("cut")

    def _mend(self, desk: DeskHouse) -> None:
        desk.line.cut = False

    # Processes and disks ----------------------------------------------------------------------------------------------

    def _restart(self, desk: DeskHouse) -> None:
        desk.reopen()
        self._note("restart")
        for sentence in time_is_kept(desk, self.network):
            self.watch.find(sentence)
        self.watch.adopt(desk)

    def _crash(self, desk: DeskHouse, when: str = "", commit: str = "") -> None:
        """The desk's process dies around one of its next commits, in the ledger or in the register."""
        with self._doom(Side.DESK, self._blow(when), commit), suppress(Crash):
            self._busy(desk)
        desk.reopen()
        self.watch.adopt(desk)

    def _hub_crash(self, desk: DeskHouse, when: str = "", commit: str = "") -> None:
        """The hub's process dies around one of its next commits."""
        with self._doom(Side.HUB, self._blow(when), commit):
            self._busy(desk)

    def _disk_full(self, desk: DeskHouse, whose: str = "", commit: str = "") -> None:
        side = Side(whose) if whose else self.network.chance.choice((Side.DESK, Side.DESK, Side.HUB))
        with self._doom(side, Blow.DISK_FULL, commit):
            try:
                self._busy(desk)
            except StoreError as error:
                self.watch.account.said[error.key] += 1
        self.watch.adopt(desk)

    def _hub_restart(self, _desk: DeskHouse) -> None:
        self.network.house.restart()
        self._note("hub_restart")

    def _desk_backup(self, desk: DeskHouse) -> None:
        shutil.rmtree(self._copy_of(desk), ignore_errors=True)
        shutil.copytree(desk.folder, self._copy_of(desk))

    def _desk_restored(self, desk: DeskHouse) -> None:
        """The desk's disk dies, and an old copy takes its place."""
        if not self._copy_of(desk).exists():
            return
        self.watch.disk_died(desk)
        desk.close()
        self.watch.left(desk)
        shutil.rmtree(desk.folder)
        shutil.copytree(self._copy_of(desk), desk.folder)
        desk.restored = True
        self.watch.account.rewound.add(desk.identity.desk)
        self.office.disk_died(desk)
        desk.machine.start_anew()
        self.watch.joined(desk)
        desk.reopen()
        self._note("desk_restored")
        self._give(desk)

    def _reenrol(self, desk: DeskHouse) -> None:
        """The desk is set up anew in another folder; what the old one has not told yet it tells later."""
        fresh = self.network.enrol(desk.number)
        self.network.desks[desk.number] = fresh
        self.network.retired.append(desk)
        # An older copy of the hub would not know this desk: that is no restore but a new beginning.
        self._closed_at_backup = None
        self.watch.joined(fresh)
        self._note("reenrolled")
        self._carry(fresh)

    def _comes_in_again(self, desk: DeskHouse) -> None:
        """The same desk is enrolled once more: it keeps its journal, and spends nothing twice."""
        if self.network.chance.random() < 0.3:
            with self._doom(Side.DESK, Blow.CRASH_BEFORE), suppress(Crash):
                self.network.enrol_again(desk)
            # It failed before somebody's eyes, who types a code once more.
            desk.reopen()
        self.network.enrol_again(desk)
        self._note("came_in_again")
        # Copies from before, of the hub or of the desk, would not know the new token: such a desk has to come in once more.
        self._closed_at_backup = None
        shutil.rmtree(self._copy_of(desk), ignore_errors=True)
        self.watch.adopt(desk)

    def _hub_backup(self, _desk: DeskHouse) -> None:
        self.network.house.backup(self._hub_copy())
        self._closed_at_backup = dict(self.watch.closed)

    def _hub_restored(self, desk: DeskHouse, told: str = "") -> None:
        """The hub's disk dies, and an old copy takes its place."""
        if self._closed_at_backup is None:
            return
        # A desk has heard of a policy that goes with the disk, if its line lets it.
        self._policy(desk)
        self._carry(desk)
        self.watch.hub_dies()
        self.network.house.restore(self._hub_copy())
        # Which cards were closed meanwhile is in no desk's journal: the register's office has to bring it in again.
        self.watch.closed = dict(self._closed_at_backup)
        # Where nobody tells the hub, as the guide asks, it has to find out by itself.
        self.watch.is_told = told == "told" if told else self.network.chance.random() < 0.7
        if self.watch.is_told:
            self.network.house.hub.put_back()
        self._note("hub_restored" if self.watch.is_told else "hub_restored_untold")
        self.watch.hub_lives()

    def _written_off(self, desk: DeskHouse) -> None:
        """A manager gives up the rights of a desk that may not come back."""
        lost = self.network.chance.choice([*self.network.retired, desk])
        self.watch.given_up(lost)
        write_off(self.network.house.hub, lost.identity.desk)
        self.watch.unreported.discard(lost.identity.desk)
        self.watch.heard()
        self._note("written_off")

    # Clocks, cards ----------------------------------------------------------------------------------------------------

    def _clock_jump(self, desk: DeskHouse, seconds: str = "") -> None:
        then = jump(desk, self.network, seconds)
        self._note("clock_jump")
        if then is Then.RESTART:
            self._restart(desk)
        elif then is Then.BOOT:
            self.watch.adopt(desk)

    def _clock_mend(self, desk: DeskHouse) -> None:
        desk.machine.wrong = timedelta(0)

    def _card_closed(self, _desk: DeskHouse) -> None:
        """Some at once, so that the news of them fills more than a page."""
        numbers = self.network.chance.sample(range(6, len(CODES) // 2), 3)
        with self.network.house.hub.change() as register:
            for number in numbers:
                register.close_card(CODES[number])
        for number in numbers:
            self.watch.closed.setdefault(number, self.network.clock.now())
        self._note("card_closed")

    # Helpers ----------------------------------------------------------------------------------------------------------

    def _busy(self, desk: DeskHouse) -> None:
        """Something that commits several times."""
        what = self.network.chance.choice(("give", "carry", "both", "manage"))
        if what == "manage":
            self.managers.some_number(desk)
            self._settle(desk)
        elif what != "carry":
            self._give(desk)
        if what != "give":
            self._carry(desk)

    @contextmanager
    def _doom(self, side: Side, blow: Blow, commit: str = "") -> Iterator[Doom]:
        doom = Doom(side, blow, int(commit) if commit else self.network.chance.randrange(1, 8))
        with self.network.edges.doomed(doom):
            yield doom
        if doom.struck:
            self._note(f"{side.value}_{blow.value}")

    def _blow(self, when: str) -> Blow:
        blows = {"before": Blow.CRASH_BEFORE, "after": Blow.CRASH_AFTER}
        return blows[when] if when else self.network.chance.choice(tuple(blows.values()))

    def _ask_for(self, desk: DeskHouse, card: int, offer: str, ahead: int) -> Ask:
        read = CardRead(CODES[card % len(CODES)].reveal(), Source.HAND, desk.station.clock.now())
        return Ask(read, self._slot(offer, ahead), Party())

    def _slot(self, offer: str, ahead: int) -> Slot:
        visit = self.network.today + timedelta(days=ahead)
        return Slot(offer, performance(visit) if offer == PLAY else None, visit)

    def _ask(self, desk: DeskHouse, party: Party) -> Ask:
        chance = self.network.chance
        visit = self.network.today + timedelta(days=chance.choice((0, 0, 0, 1, 2)))
        slot = chance.choice((Slot(PLAY, performance(visit), visit), Slot(SHOW, None, visit)))
        # Some people go to everything.
        code = chance.choice(CODES[:6] if chance.random() < 0.4 else CODES)
        read = CardRead(code.reveal(), Source.HAND, desk.station.clock.now())
        return Ask(read, slot, party)

    def _asked(self, desk: DeskHouse, ask: Ask, *, overridden: bool = False) -> Reason:
        look = desk.use.counter.give(ask)
        reason = look.verdict.main.reason
        self.watch.account.said[reason.value] += 1
        if look.giving:
            self.watch.handed(desk, look.giving, ask.read.payload, overridden=overridden)
        else:
            self.watch.looked_at(desk)
            if reason in _FULL:
                declined(desk, ask.choice, 1 + ask.party.children, self.watch)
            goes_without(self.watch.account, desk, look)
        return reason

    def _reported(self, desk: DeskHouse) -> None:
        self.watch.unheard_since_restore.discard(desk.identity.desk)
        self.watch.unreported.discard(desk.identity.desk)

    def _copy_of(self, desk: DeskHouse) -> Path:
        return desk.folder.with_name(f"{desk.folder.name}.backup")

    def _hub_copy(self) -> Path:
        return self.network.folder / "hub.backup"

    def _note(self, fault: str) -> None:
        self.network.faults[fault] += 1
