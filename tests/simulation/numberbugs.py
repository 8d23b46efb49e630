"""Deliberate bugs about managers' numbers, beside those of `tests.simulation.bugs`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace

from sqlalchemy import Connection

from sync.hub import numbers as hub_numbers
from tests.simulation.bugs import bug
from tests.simulation.edges import replaced
from validator.desk import table
from validator.domain.numbers import Basis, Change, Merged, merge
from validator.domain.quota import QuotaState
from validator.domain.rules import room
from validator.domain.rules.case import Case
from validator.store import quotas as desk_numbers

_THERE = "another/"


@bug(
    "I3",
    "What a manager typed last, by its arrival at the hub, is the number: who was cut off longest wins.",
    10,
)
def last_number_wins(bugged: ExitStack) -> None:
    def last(changes: Iterable[Change]) -> Merged:
        known = tuple(changes)
        return replace(merge(known), number=known[-1].typed) if known else merge(known)

    for owner in (hub_numbers, desk_numbers):
        bugged.enter_context(replaced(owner, "merge", last))


@bug(
    "I3, I6", "A desk knows its own change not again when the hub tells of it: an increment counts twice.", 10
)
def increment_twice(bugged: ExitStack) -> None:
    before = desk_numbers.add

    def add(connection: Connection, numbers: Iterable[desk_numbers.Told]) -> None:
        renamed = (
            (
                done,
                origin if origin.sequence is None else replace(origin, desk=_THERE + origin.desk),
                at,
                venue,
            )
            for done, origin, at, venue in numbers
        )
        before(connection, renamed)

    bugged.enter_context(replaced(desk_numbers, "add", add))


@bug("I2", "A change that does not count is forgotten, and no manager hears that it was made.", 10)
def disputes_forgotten(bugged: ExitStack) -> None:
    _merged(bugged, lambda merged: replace(merged, beside=()), desk_numbers)


@bug(
    "I3",
    "What does not count is let go as if somebody had overwritten it: the next change finds another number.",
    40,
)
def beside_is_spent(bugged: ExitStack) -> None:
    def spent(merged: Merged) -> Merged:
        return replace(merged, spent=merged.spent | {each.name for each in merged.beside})

    _merged(bugged, spent, hub_numbers)


@bug("I4", "A manager's trust gives tickets without rights before the hub has heard of it.", 30)
def trust_unheard(bugged: ExitStack) -> None:
    before = room._loose  # noqa: SLF001

    def loose(state: QuotaState, case: Case) -> bool:
        return before(replace(state, leased=False), case)

    bugged.enter_context(replaced(room, "_loose", loose))


@bug("I2", "A number travels without what its author saw, as of a program before increments.", 5)
def typed_as_before(bugged: ExitStack) -> None:
    bugged.enter_context(replaced(table, "basis_of", lambda *_, **__: Basis()))


def _merged(bugged: ExitStack, change: Callable[[Merged], Merged], owner: object) -> None:
    bugged.enter_context(replaced(owner, "merge", lambda changes: change(merge(changes))))
