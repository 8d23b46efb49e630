"""How bad the weather is, and how much business there is: what the steps of a run are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field

STEPS = {
    "give": 50,
    "reserve": 3,
    "undo": 5,
    "change": 4,
    "paper": 3,
    "carry": 20,
    "quota": 8,
    "apart": 4,
    "settle": 4,
    "spoil": 1,
    "send_anew": 2,
    "policy": 1.5,
    "cut": 4,
    "mend": 10,
    "restart": 2,
    "crash": 8,
    "hub_crash": 3,
    "disk_full": 3,
    "hub_restart": 1,
    "card_closed": 2,
    "clock_jump": 3,
    "clock_mend": 2,
    "desk_backup": 2,
    "desk_restored": 2,
    "reenrol": 0.5,
    "comes_in_again": 0.8,
    "hub_backup": 2,
    "hub_restored": 1.5,
    "written_off": 0.6,
}
"""How often each step comes, against the others."""


@dataclass(frozen=True)
class Weather:
    """A kind of run.

    Attributes:
        moments: steps in a day. A desk sees a handful of these cards on most days.
        steps: their weights.
        rate: how often something happens to a message.
        desks: how many there are.
        busy: what share of the customers comes to each desk, against the others.
        numbers: what managers set.
    """

    moments: int = 10
    steps: dict[str, float] = field(default_factory=lambda: dict(STEPS))
    rate: float = 0.2
    desks: int = 3
    busy: tuple[int, ...] = (3, 2, 1)
    numbers: tuple[int | None, ...] = (None, 0, 2, 3, 4, 6, 8, 10)


STORM = Weather()
"""Everything at once."""

OUTAGES = Weather(
    moments=60,
    steps={"give": 60, "carry": 40, "cut": 3, "mend": 4, "undo": 2},
    rate=0.05,
    desks=4,
    busy=(8, 4, 2, 1),
    numbers=(10, 15, 20, 30),
)
"""An ordinary festival with bad lines: what sharing policies are compared on."""
