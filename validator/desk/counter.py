"""The counter: look, give, undo, and what was given. Gather, decide, apply.

One function decides (`validator.domain.decide`), at look and at give alike. A giving gathers, decides anew and books in one
transaction, so that two windows on one data folder cannot both give the last ticket.

Nothing here waits for a network, but for one thing: where this desk's rights are used up and nothing else stands in the way, the
hub is asked for more, in bounded time and with no transaction open. Then all is gathered and decided anew: by what it granted, or,
where it did not answer, as at a desk that is cut off.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from validator.desk.asking import Ask, CardShown, Choice, GivenLine, Look, MemberShown, Standing
from validator.desk.atonce import gives_at_once
from validator.desk.gather import Gathered, gather, recognise
from validator.desk.giving import draft
from validator.desk.means import Means, refusal
from validator.desk.rights import wanted
from validator.desk.undoing import CHANGED, CHANGED_BY_MANAGER, standing, take_back
from validator.domain.atonce import needs_nobody
from validator.domain.card import CardToken
from validator.domain.code import CardRead, CodeFormat, Hint, Recognised, Source, Unrecognised, feedback
from validator.domain.decide import decide
from validator.domain.demand import hour_of, unmet
from validator.domain.marks import Marks, scanners_marks
from validator.domain.network import HELSINKI
from validator.domain.rights import Slot
from validator.domain.role import Action, Role, may
from validator.domain.verdict import Choose, Decline, Give, Reason, Remedy, Verdict
from validator.errors import StoreDamaged, StoreError
from validator.store.givings import GivenRow
from validator.store.transaction import Reading

_MOST = 2000
"""No desk gives more in a day; the list on the screen is shorter still."""


class Counter:
    """The clerk's use cases."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._in_vain: set[tuple[CardToken, Slot]] = set()
        """Cards that were counted since the program began; nothing of it is ever written down."""

    def code_format(self) -> CodeFormat:
        """What a code of this network looks like."""
        with self._means.ledger.read() as books:
            return self._means.secrets(books).code_format

    def hint(self, typed: str) -> Hint | None:
        """Live help for the code field; None where the text fits."""
        return feedback(typed, self.code_format())

    def look(self, ask: Ask) -> Look:
        """What the desk says, without giving anything; R61 for whatever is chosen while there is no list.

        Raises:
            LookupError: the choice names nothing in the programme.
        """
        return self._with_rights(ask, self._look)

    def give(self, ask: Ask) -> Look:
        """Decide anew and, where the verdict is to give, book all of it.

        Whatever keeps it from being saved (a full disk, a locked file) is R63: no ticket may be handed over.

        Raises:
            LookupError: the choice names nothing in the programme.
        """
        try:
            if not ask.training:
                self._means.time.attest()
        except StoreError:
            return Look(ask, refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN), self._means.time.now())
        return self._with_rights(ask, self._give)

    def _with_rights(self, ask: Ask, decided: Callable[[Ask, bool], Look]) -> Look:
        online = self._means.online()
        look = decided(ask, online)
        need = 0 if ask.training or not online else _missing(look)
        return decided(ask, self._means.rights.ask(ask.choice, need)) if need else look

    def _look(self, ask: Ask, online: bool) -> Look:  # noqa: FBT001  as `_give`
        if ask.changes:
            return self._change(ask, online, books_it=False)
        now = self._means.time.now()
        try:
            with self._means.ledger.read() as books:
                if self._means.stamp(books) is None:
                    return _no_list(ask, now)
                gathered = self._gather(ask, books, online=online)
                verdict = _verdict(ask, gathered, now)
                stands = standing(self._means, books, gathered, verdict)
                at_once = gathered.facts.venue.id in gives_at_once(books)
        except StoreDamaged:
            if not self._means.registers.damaged:
                raise
            return _no_list(ask, now)
        at_once = at_once and needs_nobody(ask.read.source, ask.party, gathered.facts, verdict)
        return replace(_shown(ask, gathered, verdict, now), standing=stands, at_once=at_once)

    def _change(self, ask: Ask, online: bool, *, books_it: bool) -> Look:  # noqa: FBT001  as `_look`
        """A giving is taken back and given anew with another party, both or neither; a mere look does so and rolls it back."""
        now, look = self._means.time.now(), None
        try:
            with self._means.ledger.write() as books:
                if self._means.stamp(books) is None:
                    return _no_list(ask, now)
                stood = books.giving(ask.changes)
                why = CHANGED_BY_MANAGER if ask.role is Role.MANAGER else CHANGED
                undone = take_back(self._means, books, ask.changes, ask.role, why)
                gathered = self._gather(ask, books, online=online)
                verdict = _verdict(ask, gathered, now) if isinstance(undone, Give) else undone
                look = _shown(ask, gathered, verdict, now)
                if stood:
                    tickets = stood[0].tickets
                    look = replace(look, standing=Standing(ask.changes, tickets), changed=tickets)
                if not isinstance(verdict, Give) or not books_it or look.changes_nothing:
                    raise _RollBackError  # noqa: TRY301  what is only looked at must leave nothing
                giving = self._means.new_id()
                books.append(draft(verdict, ask, gathered, giving, now), tail=gathered.known.masked)
                return replace(look, giving=giving, standing=Standing(giving, verdict.tickets))
        except _RollBackError:
            return look or _no_list(ask, now)
        except StoreError:
            return Look(ask, refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN), now)

    def _give(self, ask: Ask, online: bool) -> Look:  # noqa: FBT001  as `_look`
        if ask.changes:
            return self._change(ask, online, books_it=True)
        now = self._means.time.now()
        try:
            with self._means.ledger.write() as books:
                if self._means.stamp(books) is None:
                    return _no_list(ask, now)
                gathered = self._gather(ask, books, online=online)
                verdict = _verdict(ask, gathered, now)
                giving = ""
                if isinstance(verdict, Give) and not ask.training:
                    giving = self._means.new_id()
                    books.append(draft(verdict, ask, gathered, giving, now), tail=gathered.known.masked)
        except StoreError:
            return Look(ask, refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN), now)
        return replace(
            _shown(ask, gathered, verdict, now), giving=giving, standing=_new(verdict, giving, gathered)
        )

    def left(self, look: Look) -> bool:
        """The customer of this answer has gone without a ticket: counted where the want of room alone was in the way.

        Returns:
            Whether it was counted. What cannot be saved is not: nobody waits for it.
        """
        slot, means = look.ask.choice, self._means
        if look.ask.training or look.giving or not unmet(look.verdict):
            return False
        try:
            with means.ledger.write() as books:
                known = recognise(
                    look.ask.read,
                    means.registers,
                    means.secrets(books).code_format,
                    means.secrets(books).token_key,
                )
                if known.token is None or (known.token, slot) in self._in_vain:
                    return False
                books.demand.count(slot, hour_of(look.at))
                today = means.today(means.venue(books))
        except StoreError:
            return False
        kept = {each for each in self._in_vain if each[1].visit >= today}
        self._in_vain = kept | {(known.token, slot)}
        return True

    def undo(self, giving: str, role: Role = Role.CLERK, reason: str = "") -> Verdict:
        """Undo a giving by a void of its own: A09, or R70 where it is too late."""
        means = self._means
        try:
            with means.ledger.write() as books:
                return take_back(means, books, giving, role, reason)
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)

    def given(self, day: date | None = None) -> tuple[GivenLine, ...]:
        """What was given at this desk on a calendar day (today by default), newest first, with its honest state."""
        with self._means.ledger.read() as books:
            rows = given_on(books, self._means.local_today() if day is None else day)
            return tuple(
                GivenLine(
                    row.giving,
                    row.at,
                    row.tail,
                    row.tickets,
                    Choice(row.offer, row.performance, row.visit),
                    row.state,
                    row.reason,
                    row.notes,
                    row.over,
                    row.voided,
                    row.event,
                )
                for row in rows
            )

    def _gather(self, ask: Ask, books: Reading, *, online: bool) -> Gathered:
        means = self._means
        return gather(
            ask,
            books,
            means.registers,
            means.secrets(books),
            online=online,
            clock_trusted=means.time.trusted(),
        )


def _no_list(ask: Ask, now: datetime) -> Look:
    return Look(ask, refusal(Reason.NO_LIST, Remedy.FETCH_LIST), now)


class _RollBackError(Exception):
    """Nothing of the transaction is to stay; never leaves this module."""


def _new(verdict: Verdict, giving: str, gathered: Gathered) -> Standing | None:
    """What was given just now, where it can be changed: one card's tickets, and no booking's."""
    booking = isinstance(verdict, Give) and (verdict.collects or verdict.main.reason is Reason.OK_RESERVED)
    if not giving or not isinstance(verdict, Give) or booking or verdict.tickets.representatives:
        return None
    return None if gathered.members else Standing(giving, verdict.tickets)


def _missing(look: Look) -> int:
    """The rights to ask the hub for: a giving that is changed brings its own along."""
    need, stood = wanted(look.verdict), look.changed
    return need if not need or stood is None else max(1, need - stood.adults - stood.children)


def _verdict(ask: Ask, gathered: Gathered, now: datetime) -> Verdict:
    if ask.overrides and not may(ask.role, Action.OVERRIDE):
        return refusal(Reason.NO_RIGHT, Remedy.ASK_MANAGER)
    return decide(gathered.known.reading, ask.party, gathered.facts, now)


def given_on(books: Reading, day: date) -> tuple[GivenRow, ...]:
    """What this desk gave on a calendar day in Helsinki, newest first."""
    since, until = span(day)
    return tuple(row for row in books.given(_MOST, since) if row.own and row.at < until)


def span(day: date) -> tuple[datetime, datetime]:
    """A calendar day in Helsinki: from its midnight until before the next one."""
    begins, ends = (datetime.combine(each, time(0), HELSINKI) for each in (day, day + timedelta(days=1)))
    return begins, ends


def _shown(ask: Ask, gathered: Gathered, verdict: Verdict, now: datetime) -> Look:
    known = gathered.known
    unread = known.reading if isinstance(known.reading, Unrecognised) else None
    found = known.reading if isinstance(known.reading, Recognised) else None
    return Look(
        ask=ask,
        verdict=verdict,
        at=now,
        card=None if unread is not None else CardShown.of(known.masked, known.card),
        members=_members(gathered, verdict),
        hint=None if unread is None else unread.hint,
        repaired=found is not None and found.repaired,
        layouts=None if found is None else found.layouts,
        marks=_marks(ask.read, found),
    )


def _marks(read: CardRead, found: Recognised | None) -> Marks | None:
    """What a scanner put around the code; where its keyboard is another, that says it all."""
    if found is None or found.repaired or read.source not in (Source.HAND, Source.SERIAL):
        return None
    return scanners_marks(read.payload, found.code.reveal())


def _members(gathered: Gathered, verdict: Verdict) -> tuple[MemberShown, ...]:
    findings = (verdict.main, *verdict.more) if isinstance(verdict, Choose | Decline) else ()
    problems = {
        finding.params.get("i"): finding for finding in findings if finding.reason is Reason.MEMBER_INVALID
    }
    return tuple(
        MemberShown(place, CardShown.of(member.masked, member.card), problems.get(place))
        for place, member in enumerate(gathered.members, start=1)
    )
