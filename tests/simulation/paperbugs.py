"""Deliberate bugs about what was given on paper, beside those of `tests.simulation.bugs`."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import Any

from sync.hub import booking as hub_booking
from tests.simulation.bugs import bug
from tests.simulation.edges import replaced
from validator.desk import PaperAnswer, PaperBook, PaperState
from validator.domain.paper import PaperRow

LATE = "0 paper 0 5 show -1\n0 carry 0\n1 paper 1 6 show 0\n1 carry 1\n"
"""A ticket for a day that is over, which the rules decline, and one for today."""


@bug("I1, W3", "A row that the rules decline is said to be recorded, and is let go.", 1, schedule=LATE)
def declined_row_let_go(bugged: ExitStack) -> None:
    before = PaperBook._record  # noqa: SLF001

    def record(book: PaperBook, row: PaperRow, **how: Any) -> PaperAnswer:
        checked = book.check(row)
        if checked.verdict is not None and checked.verdict.main.reason.declines:
            book.strike(row.id)
            return replace(checked, state=PaperState.CASE, giving=row.id)
        return before(book, row, **how)

    bugged.enter_context(replaced(PaperBook, "_record", record))


@bug("I3", "What the rules decline on paper is booked and shown to nobody.", 1, schedule=LATE)
def declined_row_is_no_case(bugged: ExitStack) -> None:
    bugged.enter_context(replaced(hub_booking, "declined_code", lambda _: ""))
