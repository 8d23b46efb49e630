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
        id: the giving's id with the card's place in it.
        giving: id of the giving, minted by the desk; a group's redemptions share it, and a void names it.
        card: the card's key: its id, or for an unknown card its token's (`CardRef.key`).
        visit: the date of visit in the venue's zone.
        given_at: aware instant.
        desk: id of the desk that gave.
        quota_use: tickets that came out of the quotas; a giving's whole use stands in its first redemption.
        kind: the offer's kind, so that venue-wide limits can be counted without the offer.
        voided: whether a void stands against it.
    """

    id: str
    giving: str
    card: str
    offer: str
    performance: str | None
    visit: date
    tickets: Tickets
    given_at: datetime
    desk: str
    kind: str = "performance"
    quota_use: int = 0
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
    quota_use: int = 0
    state: Booking = Booking.HELD
