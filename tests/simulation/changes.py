"""A card comes back to the desk that gave it tickets, with more or fewer children: the new giving stands, or the old one does."""

from __future__ import annotations

from tests.simulation.network import DeskHouse, Network
from tests.simulation.watch import Watch
from validator.desk import Ask
from validator.domain.code import CardRead, Source
from validator.domain.party import Party
from validator.domain.rights import Slot


def change(desk: DeskHouse, network: Network, watch: Watch) -> None:
    """Look at another party in the place of one that was given here, then give it."""
    tickets = [
        ticket
        for ticket in watch.account.tickets.values()
        if ticket.stands and ticket.desk == desk.identity.desk and not ticket.is_reservation
        if ticket.card and ticket.place.day >= network.today
    ]
    if not tickets:
        return
    old = network.chance.choice(tickets)
    read = CardRead(old.card, Source.HAND, desk.station.clock.now())
    slot = Slot(old.place.offer, old.place.performance or None, old.place.day)
    ask = Ask(read, slot, Party(network.chance.choice((0, 1, 2))), changes=old.name)
    desk.use.counter.look(ask)
    watch.looked_at(desk)
    if not old.stands:
        watch.find("I3: lost: a mere look at a change took the tickets back")
    look = desk.use.counter.give(ask)
    watch.account.said[look.verdict.main.reason.value] += 1
    if not look.giving:
        watch.looked_at(desk)
        if not old.stands:
            watch.find("I3: lost: a change that was declined took the tickets back")
        return
    watch.handed(desk, look.giving, old.card)
    network.faults["changed"] += 1
    if old.stands:
        watch.find("I3: doubled: what was changed stands beside what was given in its place")
