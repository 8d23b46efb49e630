"""What pages ask of the desk, one small call each: done on the desk's thread, answered on the screen's.

A page never sees the store. What it gets is frozen; what it may show of a card is masked already.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ui.paper.calls import PaperCalls
from ui.work import DeskWork, PassingWork, When
from validator.desk import (
    BY_MANAGER,
    Ask,
    BookingLine,
    CaseLine,
    Choice,
    Desk,
    DeskStatus,
    GivenLine,
    Look,
    NumberLine,
    OfferLine,
    PinAnswer,
    QuotaCell,
    QuotaTarget,
    quota_keys,
)
from validator.domain.cases import CaseOutcome
from validator.domain.code import CodeFormat
from validator.domain.network import HELSINKI, Names, Offer, Performance, RuleSet, Venue
from validator.domain.numbers import Number
from validator.domain.quota import QuotaKey, QuotaMode
from validator.domain.role import Role
from validator.domain.verdict import Reason, Verdict

LOOK_BACK = 14
"""Days of which a manager is shown what the hub said; retention keeps the cards' ends no longer."""

Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Given:
    """What was given today, with the names of the offers."""

    lines: tuple[GivenLine, ...]
    names: dict[str, Names]


@dataclass(frozen=True, slots=True)
class Quotas:
    """The manager's table.

    Attributes:
        days: the coming days, today first.
        columns: the whole venues, then the offers.
        shows: the performances of these days with their date of visit, in their order.
        cells: by what they set a number for.
        held: cells where there is something to go to.
    """

    days: tuple[date, ...]
    columns: tuple[Venue | Offer, ...]
    shows: tuple[tuple[date, Performance], ...]
    cells: Mapping[QuotaKey, QuotaCell]
    held: frozenset[QuotaKey]


@dataclass(frozen=True, slots=True)
class ToSettle:
    """What a manager should look at.

    Attributes:
        lines: givings of the last days that the hub remarked on without telling a case of it, as older ones do; newest first.
        names: of the offers.
        cases: what is still to be settled at this desk's venues, newest first.
        numbers: numbers that managers set without knowing of each other, newest first.
    """

    lines: tuple[GivenLine, ...] = ()
    names: dict[str, Names] = field(default_factory=dict)
    cases: tuple[CaseLine, ...] = ()
    numbers: tuple[NumberLine, ...] = ()


class Operations:
    """The calls. Made on the screen's thread.

    Args:
        desk: the use cases.
        work: the thread they run on.
        booked: is told, on the screen's thread, that the journal has a new entry to send.
        others: counts the other windows on the same folder.

    Attributes:
        paper: the calls of the paper form.
    """

    def __init__(
        self,
        desk: Desk,
        work: DeskWork | PassingWork,
        booked: Callable[[], None],
        others: Callable[[], int] = int,
    ) -> None:
        self._desk = desk
        self._work = work
        self._booked = booked
        self.paper = PaperCalls(desk, work, booked)
        self._others = others

    def look(self, ask: Ask, done: Callable[[Look], None], failed: Failed) -> None:
        """Look, without giving."""
        self._work.submit(lambda: self._desk.counter.look(ask), done, failed)

    def give(self, ask: Ask, done: Callable[[Look], None], failed: Failed) -> None:
        """Decide anew, and book."""

        def told(look: Look) -> None:
            done(look)
            if look.giving:
                self._booked()

        self._work.submit(lambda: self._desk.counter.give(ask), told, failed)

    def left(self, look: Look) -> None:
        """The customer of this answer has gone without a ticket."""
        self._work.submit(lambda: self._desk.counter.left(look), lambda _: None)

    def undo(self, giving: str, done: Callable[[Verdict], None], *, by_manager: bool = False) -> None:
        """Undo a giving, as a clerk, or as the manager whose PIN was right."""

        def told(verdict: Verdict) -> None:
            done(verdict)
            self._booked()

        role, why = (Role.MANAGER, BY_MANAGER) if by_manager else (Role.CLERK, "")
        self._work.submit(lambda: self._desk.counter.undo(giving, role, why), told)

    def bookings(self, choice: Choice, done: Callable[[tuple[BookingLine, ...]], None]) -> None:
        """Every desk's bookings of a choice."""
        self._work.submit(lambda: self._desk.bookings.lines(choice), done)

    def release(self, reservation: str, done: Callable[[Verdict], None]) -> None:
        """Let a booking go, as a clerk."""

        def told(verdict: Verdict) -> None:
            done(verdict)
            self._booked()

        self._work.submit(lambda: self._desk.bookings.release(reservation, Role.CLERK), told)

    def release_uncollected(self, choice: Choice, done: Callable[[int | Verdict], None]) -> None:
        """Let go what nobody collected in time, as the manager."""

        def told(said: int | Verdict) -> None:
            done(said)
            self._booked()

        self._work.submit(lambda: self._desk.bookings.release_uncollected(choice, Role.MANAGER), told)

    def programme(self, day: date | None, done: Callable[[tuple[OfferLine, ...]], None]) -> None:
        """The lines of a day, today by default."""
        self._work.submit(lambda: self._desk.programme(day), done, when=When.IDLE)

    def given(self, done: Callable[[Given], None]) -> None:
        """What was given today."""
        self._work.submit(self._given, done, when=When.IDLE)

    def status(self, done: Callable[[DeskStatus], None]) -> None:
        """The desk's honest state."""
        self._work.submit(self._desk.status, done, when=When.IDLE)

    def others(self, done: Callable[[int], None]) -> None:
        """How many other windows are open on this desk's folder."""
        self._work.submit(self._others, done, when=When.IDLE)

    def code_format(self, done: Callable[[CodeFormat], None]) -> None:
        """What a code of this network looks like."""
        self._work.submit(self._desk.counter.code_format, done)

    def has_pin(self, done: Callable[[bool], None]) -> None:
        """Whether a manager's PIN was ever set."""
        self._work.submit(self._desk.door.has_pin, done)

    def try_pin(self, pin: str, done: Callable[[PinAnswer], None]) -> None:
        """Try the manager's PIN."""
        self._work.submit(lambda: self._desk.door.try_pin(pin), done)

    def set_pin(self, pin: str, done: Callable[[None], None], failed: Failed) -> None:
        """Set the manager's PIN."""
        self._work.submit(lambda: self._desk.door.set_pin(pin), done, failed)

    def reset_pin(self, code: str, pin: str, done: Callable[[bool], None], failed: Failed) -> None:
        """Set the manager's PIN with the house's one-time code."""
        self._work.submit(lambda: self._desk.door.reset_pin(code, pin), done, failed)

    def quotas(self, done: Callable[[Quotas], None]) -> None:
        """The manager's table."""
        self._work.submit(self._quotas, done)

    def to_settle(self, done: Callable[[ToSettle], None]) -> None:
        """What a manager should look at."""
        self._work.submit(self._to_settle, done)

    def put_quota(
        self, target: QuotaTarget, day: date, value: int | None, done: Callable[[Verdict], None]
    ) -> None:
        """Set a day's number, as the manager."""
        self._set_quota(lambda: self._desk.quotas.put(target, day, value, Role.MANAGER), done)

    def switch_quota(
        self,
        target: QuotaTarget,
        day: date,
        done: Callable[[Verdict], None],
        *,
        sold_out: bool | None = None,
        mode: QuotaMode | None = None,
    ) -> None:
        """Move a day's switches, as the manager, and leave its number."""
        self._set_quota(
            lambda: self._desk.quotas.switch(target, day, Role.MANAGER, sold_out=sold_out, mode=mode), done
        )

    def switch_at_once(self, target: QuotaTarget, done: Callable[[Verdict], None], *, on: bool) -> None:
        """Let a house's desk give at once, or with Enter, as the manager. Nothing of it is sent."""
        self._work.submit(lambda: self._desk.at_once.switch(target, Role.MANAGER, on=on), done)

    def settle_quota(
        self, target: QuotaTarget, day: date, number: Number, done: Callable[[Verdict], None]
    ) -> None:
        """Set a day's number and switches, as the manager, knowing what others typed."""
        self._set_quota(
            lambda: self._desk.quotas.put(
                target,
                day,
                number.value,
                Role.MANAGER,
                sold_out=number.sold_out,
                mode=number.mode,
                settles=True,
            ),
            done,
        )

    def settle_case(self, case: str, outcome: CaseOutcome, done: Callable[[Verdict], None]) -> None:
        """Settle a case, as the manager."""

        def told(verdict: Verdict) -> None:
            done(verdict)
            self._booked()

        self._work.submit(lambda: self._desk.cases.settle(case, outcome, Role.MANAGER), told)

    def send_anew(self, case: str, done: Callable[[Verdict], None]) -> None:
        """Tell the hub once more what it did not accept, as the manager."""

        def told(verdict: Verdict) -> None:
            done(verdict)
            self._booked()

        self._work.submit(lambda: self._desk.cases.send_anew(case, Role.MANAGER), told)

    def rule_sets(self, done: Callable[[tuple[RuleSet, ...]], None]) -> None:
        """The rule sets that the register names."""
        self._work.submit(self._desk.rule_sets, done)

    def _set_quota(self, act: Callable[[], Verdict], done: Callable[[Verdict], None]) -> None:
        def told(verdict: Verdict) -> None:
            done(verdict)
            self._booked()

        self._work.submit(act, told)

    def _given(self) -> Given:
        lines = self._desk.counter.given()
        return Given(lines, self._names({line.choice.visit for line in lines}))

    def _names(self, days: set[date]) -> dict[str, Names]:
        """By the ids that entries name: of offers, and of what else a number is set for."""
        names: dict[str, Names] = {}
        for line in (line for day in days for line in self._desk.programme(day)):
            names |= {line.offer.id: line.offer.names}
            names.setdefault(line.venue.id, line.venue.names)
            if line.performance is not None:
                names.setdefault(line.performance.id, line.offer.names)
        return names

    def _to_settle(self) -> ToSettle:
        today = self._desk.status().now.astimezone(HELSINKI).date()
        days = (today - timedelta(days=back) for back in range(LOOK_BACK))
        given = tuple(line for day in days for line in self._desk.counter.given(day))
        cases, told = self._desk.cases.lines(), self._desk.cases.told()
        lines = tuple(line for line in given if line.notes and line.event not in told)
        visits = {line.choice.visit for line in lines}
        visits |= {each.case.visit for each in cases if each.case.visit is not None}
        return ToSettle(lines, self._names(visits), cases, self._desk.quotas.disputed())

    def _quotas(self) -> Quotas:
        days, rows = self._desk.quotas.days(), self._desk.quotas.rows()
        lines = [line for day in days for line in self._desk.programme(day)]
        # What comes next stands first, as in the clerk's list; what is not in these days comes last.
        coming = [line.offer.id for line in lines if line.problem is not Reason.ENDED]
        place = {offer: at for at, offer in reversed(list(enumerate(coming)))}
        venues = [target for target, _ in rows if isinstance(target, Venue)]
        offers = [target for target, _ in rows if isinstance(target, Offer)]
        offers.sort(key=lambda offer: place.get(offer.id, len(coming)))
        shows = [
            (cell.visit, target)
            for target, cells in rows
            if isinstance(target, Performance)
            for cell in cells
        ]
        return Quotas(
            days,
            (*venues, *offers),
            tuple(shows),
            {cell.key: cell for _, cells in rows for cell in cells},
            frozenset(key for line in lines for key in quota_keys(line.venue, line.choice)),
        )
