"""Deliberate bugs about a giving that is changed, beside those of `tests.simulation.bugs`."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from tests.simulation.bugs import bug
from tests.simulation.edges import replaced
from validator.desk import Ask, Look
from validator.desk.counter import Counter
from validator.desk.undoing import CHANGED
from validator.domain.role import Role


@bug("I3", "A change takes the old giving back in a transaction of its own, before the rules are asked.", 10)
def taken_back_first(bugged: ExitStack) -> None:
    before = Counter._change  # noqa: SLF001

    def change(counter: Counter, ask: Ask, online: bool, *, books_it: bool) -> Look:
        if not books_it:
            return before(counter, ask, online, books_it=False)
        counter.undo(ask.changes, Role.CLERK, CHANGED)
        return counter._give(replace(ask, changes=""), online)  # noqa: SLF001

    bugged.enter_context(replaced(Counter, "_change", change))


@bug("I3", "A mere look at a change books it.", 20)
def look_books_the_change(bugged: ExitStack) -> None:
    before = Counter._change  # noqa: SLF001

    def change(counter: Counter, ask: Ask, online: bool, *, books_it: bool) -> Look:
        return before(counter, ask, online, books_it=True)

    bugged.enter_context(replaced(Counter, "_change", change))
