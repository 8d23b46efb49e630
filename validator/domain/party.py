"""Who comes, and what for: the holder, children, assistants, or a community card's group."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What the customer is here for."""

    TAKE = "take"
    RESERVE = "reserve"
    COLLECT = "collect"


class Representative(StrEnum):
    """Who comes with a community card; kept for statistics only, never with a name."""

    WORKER = "worker"
    STUDENT = "student"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class Party:
    """Who comes.

    Attributes:
        children: child tickets asked for; in a community group, guests under age without a card of their own.
        assistants: assistants or interpreters of the holder.
        holder: whether the cardholder comes along.
        child_age: the oldest child's age on the day of visit, where somebody said it. It is asked of nobody.
        representative: who comes with a community card.
        counted: whether the children and assistants say who came of a booking's party; else all of it came.
    """

    children: int = 0
    assistants: int = 0
    holder: bool = True
    child_age: int | None = None
    representative: Representative = Representative.WORKER
    purpose: Purpose = Purpose.TAKE
    counted: bool = False

    def __post_init__(self) -> None:
        if self.children < 0 or self.assistants < 0 or (self.child_age or 0) < 0:
            msg = "a party has no negative numbers"
            raise ValueError(msg)
