"""Where a booking comes from: this desk's own journal, or another desk by way of the hub."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """One event behind a booking.

    Attributes:
        event: its id.
        desk: id of the desk that wrote it.
        sequence: its place in this desk's journal, or None for another desk's event.
        cursor: its place in the hub's feed; 0 for an own event.
    """

    event: str
    desk: str
    sequence: int | None = None
    cursor: int = 0
