"""An enrolled desk, once its files were looked at: its use cases, and the little that the window must know to show them."""

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
    """

    desk: Desk
    now: Callable[[], datetime]
    code_format: CodeFormat
    listed: bool
    has_pin: bool
    demo: bool


def look_at(station: Station, online: Callable[[], bool]) -> Ready | None:
    """What is in these files; None where the desk is not enrolled. Takes time: not for the screen's thread.

    Args:
        station: the desk's files.
        online: whether the hub answered last time.

    Raises:
        StoreError: a file cannot be read.
    """
    if station.identity is None:
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
    )
