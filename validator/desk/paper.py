"""Entering from paper: what was given while the program was away, row by row.

A row is judged as of its own time and recorded whatever the rules say (`validator.domain.paper`). Each is one transaction: it is
recorded and leaves the rows that wait, or nothing of it has happened. Its id is the giving's, so that a row that is recorded twice,
from two windows or after a fall, is one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from validator.desk.asking import Ask, Choice
from validator.desk.gather import Gathered, gather, recognise
from validator.desk.giving import draft
from validator.desk.means import Means, refusal, venue_of
from validator.desk.rights import back, wanted
from validator.domain.code import CardRead, Source
from validator.domain.journal import EventKind, Json
from validator.domain.network import HELSINKI, Venue
from validator.domain.paper import (
    Flaw,
    PaperRow,
    Wrong,
    as_of,
    entered_before,
    flaw_of_cards,
    instant,
    is_declined,
    weigh,
)
from validator.domain.redemption import Tickets
from validator.domain.role import Role
from validator.domain.undo import decide_undo
from validator.domain.verdict import Give, Reason, Remedy, Verdict
from validator.errors import StoreDamaged, StoreError
from validator.store.transaction import Reading


class PaperState(StrEnum):
    """How a row stands."""

    WRONG = "wrong"
    """Its form is: it stays."""
    BEFORE = "before"
    """The card has a ticket for the event: whoever holds the sheet says whether it is this one. It stays."""
    FIT = "fit"
    """Nothing is recorded yet; the rules have nothing against it."""
    UNFIT = "unfit"
    """Nothing is recorded yet; it will become a case."""
    RECORDED = "recorded"
    CASE = "case"
    """Recorded, and the managers will look at it."""
    NOT_SAVED = "not_saved"
    """The disk, or the want of a list, is in the way: it stays."""


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """What the desk says of a row.

    Attributes:
        row: its id.
        wrong: what is wrong with its form.
        verdict: what the rules say, as of its time; None where its form is wrong.
        before: when the card was given a ticket for this event before.
        at: when the ticket was given.
        masked: the end of the card's code; ``tickets`` what was written down.
        giving: id of the giving, once it is recorded.
    """

    row: str
    state: PaperState
    wrong: Wrong | None = None
    verdict: Verdict | None = None
    before: datetime | None = None
    at: datetime | None = None
    masked: str = field(default="", repr=False)
    tickets: Tickets = field(default_factory=Tickets)
    choice: Choice | None = None
    giving: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the row is in the journal."""
        return self.state in (PaperState.RECORDED, PaperState.CASE)


class PaperBook:
    """The use cases."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def new_row(self, after: PaperRow | None = None) -> PaperRow:
        """An empty row; day and event are those of the row before."""
        name = self._means.new_id()
        return PaperRow(name) if after is None else PaperRow(name, after.day, "", after.slot)

    def rows(self) -> tuple[PaperRow, ...]:
        """What was typed and not recorded, in its order."""
        with self._means.ledger.read() as books:
            return books.drafts.rows()

    def keep(self, row: PaperRow) -> None:
        """Keep a row as it is typed so far; one that says nothing of anybody, or is recorded, is not kept.

        Raises:
            StoreError: it could not be kept.
        """
        with self._means.ledger.write() as books:
            if row.is_empty or books.giving(row.id):
                books.drafts.drop(row.id)
            else:
                books.drafts.keep(row)

    def strike(self, row_id: str) -> None:
        """Forget a row that is not recorded.

        Raises:
            StoreError: it could not be forgotten.
        """
        with self._means.ledger.write() as books:
            books.drafts.drop(row_id)

    def check(self, row: PaperRow) -> PaperAnswer:
        """What the desk says of a row, without recording it."""
        with self._means.ledger.read() as books:
            return self._weighed(row, books, online=self._means.online())[0]

    def record(self, row: PaperRow, *, again: bool = False) -> PaperAnswer:
        """Record a row, whatever the rules say of it; what is wrong in form stays as it is.

        Args:
            row: the row, kept before or not.
            again: the card has a ticket for the event, and the row is another one all the same.
        """
        online = self._means.online()
        try:
            self.keep(row)
            checked = self.check(row)
            need = 0 if checked.verdict is None or not online else wanted(checked.verdict)
            if need and row.slot is not None:
                online = self._means.rights.ask(row.slot, need)
            return self._record(row, again=again, online=online)
        except StoreDamaged:
            if not self._means.registers.damaged:
                raise
            return _no_list(row)
        except StoreError:
            return PaperAnswer(
                row.id, PaperState.NOT_SAVED, verdict=refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)
            )

    def take_back(self, giving: str) -> Verdict:
        """Undo what was entered from paper, on the day on which it was entered: whenever the ticket was given."""
        means = self._means
        try:
            with means.ledger.write() as books:
                booked, entry = books.giving(giving), books.drafts.entry(giving)
                now = means.time.now()
                if entry is None or not booked or "entered_at" not in entry.body:
                    return decide_undo((), Role.CLERK, now, HELSINKI, now)
                venue = venue_of(means.registers.network(), str(entry.body["venue"]))
                entered = datetime.fromisoformat(str(entry.body["entered_at"]))
                typed = tuple(replace(each, given_at=entered) for each in booked)
                zone = ZoneInfo(venue.zone)
                verdict = decide_undo(typed, Role.CLERK, now, zone, now, day_ends=venue.day_ends)
                if isinstance(verdict, Give):
                    body: dict[str, Json] = {"giving": giving, "venue": venue.id, "reason": "paper"}
                    body |= back(books, books.spent_by_giving(giving))
                    books.append(means.draft(EventKind.VOID, body, venue))
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)
        return verdict

    def _record(self, row: PaperRow, *, again: bool, online: bool) -> PaperAnswer:
        means = self._means
        with means.ledger.write() as books:
            if books.giving(row.id):
                books.drafts.drop(row.id)
                return PaperAnswer(row.id, PaperState.RECORDED, giving=row.id)
            answer, weighed = self._weighed(row, books, online=online)
            if weighed is None or (answer.before is not None and not again):
                return answer
            gathered, ask, give = weighed
            if answer.at is None or answer.verdict is None:
                return answer
            declined = is_declined(answer.verdict)
            lease = None if declined else gathered.lease
            made = draft(give, ask, replace(gathered, lease=lease), row.id, answer.at)
            entered = means.time.now().astimezone(ZoneInfo(gathered.facts.venue.zone))
            body = {**made.body, "entered_at": entered.isoformat()}
            if give.tickets.representatives:
                body["representative"] = row.representative.value
            books.append(replace(made, body=body), tail=answer.masked)
            books.drafts.drop(row.id)
        return replace(
            answer, state=PaperState.CASE if declined else PaperState.RECORDED, giving=row.id, before=None
        )

    def _weighed(
        self, row: PaperRow, books: Reading, *, online: bool
    ) -> tuple[PaperAnswer, tuple[Gathered, Ask, Give] | None]:
        means, now = self._means, self._means.time.now()
        if means.stamp(books) is None:  # a desk without a list knows no event: its row is not wrong for that
            return _no_list(row), None
        venue = self._venue(row.slot, books)
        at = instant(row, HELSINKI if venue is None else ZoneInfo(venue.zone), now)
        if isinstance(at, Wrong):
            return _wrong(row, at), None
        if row.slot is None or venue is None:
            return _wrong(row, Wrong(Flaw.EVENT)), None
        ask = _ask(row, row.slot, now)
        secrets = means.secrets(books)
        gathered = gather(ask, books, means.registers, secrets, online=online, clock_trusted=True)
        if (
            not gathered.members
        ):  # of a card that is in no list nobody knows whether it brings a group: its row says it
            members = (
                recognise(each, means.registers, secrets.code_format, secrets.token_key) for each in ask.group
            )
            gathered = replace(gathered, members=tuple(members))
        known = gathered.known
        wrong = flaw_of_cards(
            row,
            known.reading,
            None if known.card is None else known.card.kind,
            tuple(member.reading for member in gathered.members),
        )
        if wrong is not None:
            return _wrong(row, wrong), None
        facts = as_of(gathered.facts, now)
        lease = None if facts.rights is None else gathered.lease
        gathered = replace(gathered, facts=facts, lease=lease)
        verdict, give = weigh(known.reading, ask.party, facts, at, len(gathered.members))
        before = entered_before(known.reading, facts, at)
        state = PaperState.UNFIT if is_declined(verdict) else PaperState.FIT
        answer = PaperAnswer(
            row.id,
            PaperState.BEFORE if before else state,
            verdict=verdict,
            before=before[-1].given_at if before else None,
            at=at,
            masked=known.masked,
            tickets=give.tickets,
            choice=ask.choice,
        )
        return answer, (gathered, ask, give)

    def _venue(self, slot: Choice | None, books: Reading) -> Venue | None:
        """Where the row's event is; None where this desk's programme does not have it."""
        if slot is None:
            return None
        network, serving = self._means.registers.network(), self._means.serving(books)
        offer = next((offer for offer in network.offers if offer.id == slot.offer), None)
        if offer is None or offer.venue not in serving:
            return None
        is_show = slot.performance is None or any(
            show.id == slot.performance for show in network.performances
        )
        return venue_of(network, offer.venue) if is_show else None


def _ask(row: PaperRow, slot: Choice, now: datetime) -> Ask:
    read, *group = (CardRead(text, Source.TYPED, now) for text in (row.code, *row.members))
    return Ask(read, slot, row.party, tuple(group))


def _no_list(row: PaperRow) -> PaperAnswer:
    return PaperAnswer(row.id, PaperState.NOT_SAVED, verdict=refusal(Reason.NO_LIST, Remedy.FETCH_LIST))


def _wrong(row: PaperRow, wrong: Wrong) -> PaperAnswer:
    return PaperAnswer(row.id, PaperState.WRONG, wrong=wrong)
