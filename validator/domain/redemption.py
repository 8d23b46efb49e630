"""What was booked for a card: redemptions, their voids, and reservations.

What was given was given: nothing here is ever deleted. Undoing is a `Void` of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Tickets:
    """Free tickets of one giving, by the statistics' columns."""

    adults: int = 0
    children: int = 0
    assistants: int = 0
    representatives: int = 0

    def __post_init__(self) -> None:
        if min(self.adults, self.children, self.assistants, self.representatives) < 0:
            msg = "a giving has no negative numbers"
            raise ValueError(msg)

    @property
    def total(self) -> int:
        """All tickets together."""
        return self.adults + self.children + self.assistants + self.representatives


@dataclass(frozen=True, slots=True)
class Redemption:
    """Tickets given with one card for one offer or performance on one date of visit.

    Attributes:
        id: minted by the desk that gave.
        card: card id, or "" where only an unknown card's token is known.
        visit: the date of visit in the venue's zone.
        given_at: aware instant.
        desk: id of the desk that gave.
        group: id shared by the redemptions of one community group, or "".
        kind: the offer's kind, so that venue-wide limits can be counted without the offer.
        voided: whether a void stands against it.
    """

    id: str
    card: str
    offer: str
    performance: str | None
    visit: date
    tickets: Tickets
    given_at: datetime
    desk: str
    kind: str = "performance"
    group: str = ""
    voided: bool = False


class Booking(StrEnum):
    """Where a reservation stands."""

    HELD = "held"
    COLLECTED = "collected"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Reservation:
    """Tickets held for a card until ``collect_by``."""

    id: str
    card: str
    offer: str
    performance: str | None
    visit: date
    tickets: Tickets
    made_at: datetime
    collect_by: datetime
    state: Booking = Booking.HELD
