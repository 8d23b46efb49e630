"""What an enrolled desk has once its files are open. Read off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sync.station import Station
from validator.desk import Desk
from validator.domain.code import CodeFormat


@dataclass(frozen=True, slots=True)
class Ready:
    """An enrolled desk.

    Attributes:
        listed: whether it has a card list.
        demo: whether its network's clock is shifted.
        hub: the address at which it was set up.
    """

    desk: Desk
    now: Callable[[], datetime]
    code_format: CodeFormat
    listed: bool
    has_pin: bool
    demo: bool
    hub: str


def ready_of(station: Station, online: Callable[[], bool]) -> Ready | None:
    """What the desk has, or None where it is not enrolled.

    Args:
        station: the desk's open files.
        online: whether the hub answered last time.
    """
    identity = station.identity
    if identity is None:
        return None
    desk = station.desk(online)
    with station.ledger.read() as books:
        network = books.network()
    return Ready(
        desk,
        station.clock.now,
        desk.counter.code_format(),
        station.listed_at() is not None,
        desk.door.has_pin(),
        bool(network is not None and network.demo_offset),
        identity.hub,
    )
