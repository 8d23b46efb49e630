"""The simulator's own account, kept from outside: every ticket as it was handed out, every undoing, every number that was set.

A ticket counts from the moment at which the counter says so. What is over a quota is either a broken promise, or stands in one of
the classes of `Apart`, counted and printed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.simulation.outside import Key, Place

Vain = tuple[Any, ...]
"""Desk, offer, performance, day of visit and hour of those who asked in vain."""


class Apart(StrEnum):
    """Tickets that were given without rights that the hub knows of, and why that is no broken promise."""

    FREE = "no_number"
    """No strict number stood anywhere."""
    UNHEARD = "unheard"
    """The desk had not heard of the number, or had set another that the hub had not answered."""
    TRUSTING = "trusting"
    """A manager trusts the desks with this number."""
    PAPER = "paper"
    """It was given on paper, and the rules decline it: nobody had set it aside."""
    OVERRIDE = "override"
    """A manager lifted the refusal."""
    RESTORED = "restored_desk"
    """An old copy of the desk's disk was in use, and gave its rights a second time."""
    WRITTEN_OFF = "written_off"
    """A manager had given the desk up and its rights to others, as the command warned."""
    HUB_RESTORED = "restored_hub"
    """Between the backup of the hub that was put back and now, other rights had been granted."""


@dataclass
class Ticket:
    """One giving or reservation; ``is_second_life``: an old copy of its desk's disk was in use."""

    name: str
    desk: str
    card: str
    place: Place
    count: int
    rights: int
    apart: Apart | None
    is_reservation: bool = False
    is_second_life: bool = False
    stands: bool = True


@dataclass
class Account:
    """Of one run.

    Attributes:
        tickets: by the giving's id.
        burnt: givings that died with a disk before the hub heard of them. The customers have been let in.
        undone: givings that were undone somewhere.
        granted_under: the largest strict number in force when rights were granted out of a quota.
        unbounded: quotas without a strict number when rights were granted that one would have bound.
        said: verdicts by their code.
        in_vain: customers that a desk counted as having asked in vain.
        unsure: programs that died while they counted one.
        rewound: desks whose disk was an old copy at some time: what they had counted since is gone.
    """

    tickets: dict[str, Ticket] = field(default_factory=dict)
    burnt: set[str] = field(default_factory=set)
    undone: set[str] = field(default_factory=set)
    granted_under: Counter[Key] = field(default_factory=Counter)
    unbounded: set[Key] = field(default_factory=set)
    said: Counter[str] = field(default_factory=Counter)
    in_vain: Counter[Vain] = field(default_factory=Counter)
    rewound: set[str] = field(default_factory=set)
    unsure: int = 0
    wrongly_declined: int = 0
    stranded: int = 0
    granted: int = 0

    def hand_over(self, ticket: Ticket) -> None:
        """A ticket is in a customer's hands."""
        self.tickets[ticket.name] = ticket

    def take_back(self, name: str) -> None:
        """A giving was undone, or a reservation ended."""
        self.undone.add(name)
        if name in self.tickets:
            self.tickets[name].stands = False

    def used(self, venue: str, *, promised: bool = False) -> Counter[Key]:
        """Standing tickets by quota; ``promised``: only those that rights stand behind."""
        used: Counter[Key] = Counter()
        for ticket in self.tickets.values():
            if ticket.stands and not (promised and ticket.apart is not None):
                used.update(dict.fromkeys(ticket.place.keys(venue), ticket.count))
        return used

    def broken(self, venue: str) -> Counter[Key]:
        """Tickets with rights behind them beyond the largest number in force when rights were granted."""
        promised = self.used(venue, promised=True)
        bounds = {key: number for key, number in self.granted_under.items() if key not in self.unbounded}
        return +Counter({key: promised[key] - number for key, number in bounds.items()})

    def over(self, venue: str, strict: dict[Key, int]) -> Counter[str]:
        """Tickets over the numbers that now stand, by why that is no broken promise."""
        why: Counter[str] = Counter()
        for key, number in strict.items():
            behind = [
                ticket
                for ticket in self.tickets.values()
                if ticket.stands and key in ticket.place.keys(venue)
            ]
            over = sum(ticket.count for ticket in behind) - number
            for ticket in behind:
                if over > 0 and ticket.apart is not None:
                    why[ticket.apart] += min(over, ticket.count)
                    over -= ticket.count
            if over > 0:
                why["lowered"] += over
        return why
