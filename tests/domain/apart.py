"""Managers at desks that hear of each other only now and then."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from tests.domain.world import NOW
from validator.domain.numbers import Basis, Change, Merged, Number, basis_of, merge, name_of
from validator.domain.quota import QuotaMode

TRUSTING = QuotaMode.TRUSTING


@dataclass
class Desk:
    """A desk of the venue: what it has heard in the hub's order, and what it has not told yet."""

    name: str
    heard: list[Change] = field(default_factory=list)
    own: list[Change] = field(default_factory=list)
    count: int = 0

    @property
    def sees(self) -> Merged:
        """What its manager sees."""
        return merge([*self.heard, *self.own])

    def types(
        self, value: int | None, *, online: bool = False, settles: bool = False, **switches: object
    ) -> Change:
        """The manager types a number over what they see, or moves a switch."""
        before = self.sees
        typed = replace(before.number, value=value, **switches)  # type: ignore[arg-type]
        return self._made(typed, basis_of(before, typed, online=online, settles=settles))

    def switches(self, *, online: bool = False, **switches: object) -> Change:
        """The manager moves a switch, and leaves the number as it is."""
        return self.types(self.sees.number.value, online=online, **switches)  # type: ignore[arg-type]

    def types_as_before(self, value: int | None, **switches: object) -> Change:
        """As an older program does it."""
        return self._made(Number(value, **switches), Basis())  # type: ignore[arg-type]

    def _made(self, typed: Number, basis: Basis) -> Change:
        self.count += 1
        at = NOW + timedelta(minutes=self.count)
        made = Change(name_of(self.name, f"e{self.count}"), self.name, "manager", at, typed, basis)
        self.own.append(made)
        return made

    def tells(self, hub: list[Change]) -> None:
        """Its line is up for a moment: it tells what it has, and hears what there is."""
        hub += self.own
        self.own.clear()
        self.heard = list(hub)


def network(*, number: int | None = 20) -> tuple[list[Change], Desk, Desk, Desk]:
    """A hub's list with one number set online by the office, and two desks that have heard of it."""
    hub: list[Change] = []
    office, one, other = Desk("office"), Desk("one"), Desk("other")
    if number is not None:
        office.types(number, online=True)
    for desk in (office, one, other):
        desk.tells(hub)
    return hub, office, one, other
