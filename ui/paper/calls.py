"""What the paper form asks of the desk: done on the desk's thread, answered on the screen's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from ui.work import DeskWork, PassingWork
from validator.desk import Desk, OfferLine, PaperAnswer
from validator.domain.paper import PaperRow
from validator.domain.verdict import Verdict

AHEAD = 7
"""Days after a row's own whose events a ticket may have been for."""


class PaperCalls:
    """The calls.

    Args:
        desk: the use cases.
        work: the thread they run on.
        booked: is told that the journal has a new entry to send.
    """

    def __init__(self, desk: Desk, work: DeskWork | PassingWork, booked: Callable[[], None]) -> None:
        self._desk = desk
        self._work = work
        self._booked = booked

    def new_row(self, after: PaperRow | None = None) -> PaperRow:
        """An empty row; nothing is asked of any file."""
        return self._desk.paper.new_row(after)

    def rows(self, done: Callable[[tuple[PaperRow, ...]], None]) -> None:
        """What was typed and not recorded."""
        self._work.submit(self._desk.paper.rows, done)

    def events(self, day: date, done: Callable[[tuple[OfferLine, ...]], None]) -> None:
        """What a ticket may have been for that was given on this day: the events of the day, then those of the days after it."""

        def act() -> tuple[OfferLine, ...]:
            days = (day + timedelta(days=ahead) for ahead in range(AHEAD + 1))
            lines = [line for each in days for line in self._desk.programme(each)]
            return tuple(line for line in lines if line.performance is not None or line.choice.visit == day)

        self._work.submit(act, done)

    def keep(self, row: PaperRow) -> None:
        """Keep a row as it is typed so far."""
        self._work.submit(lambda: self._desk.paper.keep(row), lambda _: None)

    def strike(self, row_id: str, done: Callable[[], None]) -> None:
        """Forget a row that is not recorded."""
        self._work.submit(lambda: self._desk.paper.strike(row_id), lambda _: done())

    def record(
        self,
        row: PaperRow,
        done: Callable[[PaperAnswer], None],
        failed: Callable[[Exception], None],
        *,
        again: bool = False,
    ) -> None:
        """Record a row, whatever the rules say of it."""

        def told(answer: PaperAnswer) -> None:
            done(answer)
            if answer.is_done:
                self._booked()

        self._work.submit(lambda: self._desk.paper.record(row, again=again), told, failed)

    def take_back(self, giving: str, done: Callable[[Verdict], None]) -> None:
        """Undo what was entered."""

        def told(verdict: Verdict) -> None:
            done(verdict)
            self._booked()

        self._work.submit(lambda: self._desk.paper.take_back(giving), told)
