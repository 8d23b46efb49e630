"""Machines whose clocks are set wrong, with the program running, restarted or the machine itself switched off and on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum, auto

from tests.simulation.network import DeskHouse, Network
from validator.clock import TOLERANCE

_JUMPS = tuple(
    sign * span
    for sign in (1, -1)
    for span in (timedelta(minutes=7), timedelta(hours=3), timedelta(days=1), timedelta(days=800))
)


class Then(Enum):
    """What is done after the clock was set."""

    NOTHING = auto()
    RESTART = auto()
    """Of the program alone."""
    BOOT = auto()


def jump(desk: DeskHouse, network: Network, seconds: str = "") -> Then:
    """Somebody sets the machine's clock, and it is started anew, or the program is to be."""
    desk.machine.wrong += timedelta(seconds=int(seconds)) if seconds else network.chance.choice(_JUMPS)
    (then,) = network.chance.choices((Then.NOTHING, Then.RESTART, Then.BOOT), (1, 2, 2))
    if then is Then.BOOT:
        desk.machine.start_anew()
        desk.reopen()
    return then


def time_is_kept(desk: DeskHouse, network: Network) -> Iterator[str]:
    """I9: what the hub said of the time holds for as long as the machine runs."""
    off = abs(desk.station.clock.now() - network.clock.now())
    if desk.machine.is_known and off > TOLERANCE:
        yield f"I9: desk {desk.number} has forgotten in one boot what time it is, by {off}"
