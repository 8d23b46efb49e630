"""What the desk's use cases work with, and the small steps that they share."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from validator.domain.journal import Draft, EventKind, Json
from validator.domain.network import HELSINKI, Network, Venue, rules_on
from validator.domain.policy import Stamp
from validator.domain.quota import visit_day
from validator.domain.rights import Slot
from validator.domain.verdict import Check, Decline, Finding, Outcome, Reason, Remedy
from validator.errors import BugError, ConfigError
from validator.store.identity import NetworkFacts
from validator.store.ledger import Ledger
from validator.store.register import Registers
from validator.store.transaction import Reading


class DeskTime(Protocol):
    """The desk's clock: an instant, and whether it is above suspicion."""

    def now(self) -> datetime:
        """This instant, aware."""
        ...

    def trusted(self) -> bool:
        """Whether nothing speaks against the clock."""
        ...

    def attest(self) -> None:
        """Tickets are about to be given at this time: it may not be taken back without a doubt."""
        ...


class RightsDesk(Protocol):
    """The way to the hub for more rights while a customer waits."""

    def ask(self, slot: Slot, need: int) -> bool:
        """Ask for ``need`` rights, in bounded time; no transaction of the ledger is open meanwhile.

        Returns:
            True: the hub has answered, and what it granted is in the ledger. False: it is away, or too slow.
        """
        ...


class NoHub:
    """Where there is nobody to ask."""

    def ask(self, slot: Slot, need: int) -> bool:  # noqa: ARG002  whatever it is
        """Nobody answers."""
        return False


def _fresh_id() -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Means:
    """What one desk works with.

    Attributes:
        ledger: the file that is never thrown away.
        registers: the card lists.
        time: the desk's clock.
        online: whether the hub answered last time; asked at every look, never waited for.
        rights: asked when a customer waits and this desk's own rights are used up.
        new_id: mints the ids of events.
    """

    ledger: Ledger
    registers: Registers
    time: DeskTime
    online: Callable[[], bool]
    rights: RightsDesk = field(default_factory=NoHub)
    new_id: Callable[[], str] = field(default=_fresh_id)

    def serving(self, books: Reading) -> tuple[str, ...]:
        """Ids of the venues that this desk serves.

        Raises:
            ConfigError: the desk is not enrolled yet.
        """
        identity = books.identity()
        if identity is None:
            raise ConfigError("this desk is not enrolled at a hub yet", fault="not_enrolled")
        return identity.venues

    def secrets(self, books: Reading) -> NetworkFacts:
        """The network's keys and its codes' form.

        Raises:
            ConfigError: the desk is not enrolled yet.
        """
        network = books.network()
        if network is None:
            raise ConfigError("this desk is not enrolled at a hub yet", fault="not_enrolled")
        return network

    def stamp(self, books: Reading) -> Stamp | None:
        """The card list's version and age; None where there is no list that can be read."""
        return None if self.registers.damaged else books.stamp()

    def venue(self, books: Reading) -> Venue | None:
        """The first venue that this desk serves; None before the first list has come."""
        serving = self.serving(books)
        return next((venue for venue in self.registers.network().venues if venue.id in serving), None)

    def local_today(self) -> date:
        """Today's calendar day in Helsinki."""
        return self.time.now().astimezone(HELSINKI).date()

    def today(self, venue: Venue | None) -> date:
        """Today's date of visit in the venue's zone."""
        if venue is None:
            return self.local_today()
        return visit_day(self.time.now(), venue.zone, venue.day_ends)

    def event_end(self, venue: Venue, performance: str | None, visit: date) -> datetime:
        """When the event ends: its performance, or the day of visit with its cut-off."""
        shows = self.registers.network().performances
        show = next((show for show in shows if show.id == performance), None)
        if show is not None:
            return show.ends_at
        midnight = datetime.combine(visit + timedelta(days=1), time(0), ZoneInfo(venue.zone))
        return midnight + timedelta(hours=venue.day_ends.hour, minutes=venue.day_ends.minute)

    def draft(self, kind: EventKind, body: Mapping[str, Json], venue: Venue) -> Draft:
        """An event without cards, of this instant."""
        now = self.time.now().astimezone(ZoneInfo(venue.zone))
        return Draft(
            self.new_id(), kind, now, rules_on(now.date(), self.registers.network().rule_sets).id, body
        )


def venue_of(network: Network, venue_id: str) -> Venue:
    """The venue of this id.

    Raises:
        BugError: the register has none; ids come from the register itself.
    """
    for venue in network.venues:
        if venue.id == venue_id:
            return venue
    msg = f"the register has no venue {venue_id}"
    raise BugError(msg)


def refusal(reason: Reason, remedy: Remedy) -> Decline:
    """A decline that no rule of the domain makes: no right, or not saved."""
    finding = Finding(reason)
    return Decline(finding, (Check("desk", Outcome.DECLINED, finding, remedy=remedy),))
