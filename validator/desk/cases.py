"""What managers should look at, each once: the hub's cases of this desk's venues, and settling them.

1. What this desk itself has and the hub did not accept is a case also before the hub tells of it, or where an older hub never does:
   its id follows from the entry. A settling that was not accepted is none, or settling would have no end.
2. A settling is an event: booked here at once, told to the hub, and heard by the other desks. It says how many sides were seen, so
   that a case which has grown since is to be looked at again.
3. What was given, undone, held or let go and was not accepted can be told once more as a new entry that names the old one, once
   what stood in its way is mended. The tickets were given then, and count here as they did; the hub takes a giving once only. A
   journal that went two ways has no such way out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from validator.desk.asking import CaseLine
from validator.desk.means import Means, refusal
from validator.domain.cases import Case, CaseKind, CaseOutcome, CaseSide, Settling, case_id
from validator.domain.effects import settle_body
from validator.domain.journal import EventKind
from validator.domain.redemption import Tickets
from validator.domain.role import Action, Role, may
from validator.domain.verdict import Finding, Give, Reason, Remedy, Verdict
from validator.errors import StoreError
from validator.store.cases import Told
from validator.store.outbox import Refused
from validator.store.transaction import Reading

_ANEW = {EventKind.REDEMPTION, EventKind.VOID, EventKind.RESERVATION, EventKind.RELEASE}
"""What a number was set to, a manager types again."""


class CaseBook:
    """The manager's use cases for cases."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def lines(self, *, settled: bool = False) -> tuple[CaseLine, ...]:
        """The cases that are still to be settled, the newest first; with ``settled`` those that are not, too."""
        with self._means.ledger.read() as books:
            found = _all(books, self._means.serving(books))
        return tuple(line for line in found if settled or not line.settled)

    def told(self) -> frozenset[str]:
        """The ids of this desk's own events of which the hub has told a case."""
        with self._means.ledger.read() as books:
            return frozenset(event for each in books.cases.told() for event in each.own)

    def settle(self, case: str, outcome: CaseOutcome, role: Role, *, author: str = "manager") -> Verdict:
        """Settle a case as it is seen here, as an event of this desk; R62 for a clerk. One that is settled stays as it is.

        Raises:
            LookupError: there is no such case.
        """
        return self._settle(case, outcome, role, author)

    def send_anew(self, case: str, role: Role, *, author: str = "manager") -> Verdict:
        """Tell the hub once more, as new entries, what it did not accept of this desk's own, and settle the case with that.

        R62 for a clerk. A case that is settled, or of which nothing can be told anew, stays as it is.

        Raises:
            LookupError: there is no such case.
        """
        return self._settle(case, CaseOutcome.CORRECTED, role, author, anew=True)

    def refused_again(self, line: CaseLine) -> str:
        """The case of what was sent anew out of this one and was not accepted either; empty where there is none."""
        before = {side.event for side in line.case.sides}
        with self._means.ledger.read() as books:
            found = _tellable(books)
        return next(
            (case for case, rows in found.items() if any(row.body.get("corrects") in before for row in rows)),
            "",
        )

    def _settle(
        self, case: str, outcome: CaseOutcome, role: Role, author: str, *, anew: bool = False
    ) -> Verdict:
        if not may(role, Action.SETTLE):
            return refusal(Reason.NO_RIGHT, Remedy.ASK_MANAGER)
        venues = {venue.id: venue for venue in self._means.registers.network().venues}
        try:
            with self._means.ledger.write() as books:
                found = _all(books, self._means.serving(books))
                line = next((line for line in found if line.case.id == case), None)
                if line is None:
                    msg = "there is no such case"
                    raise LookupError(msg)
                venue = venues.get(line.case.venue)
                if venue is None:
                    return refusal(Reason.NO_LIST, Remedy.FETCH_LIST)
                if not line.settled and (line.anew or not anew):
                    if anew:
                        self._tell_anew(books, case)
                    body = settle_body(Settling(case, outcome.value, author, line.case.count), venue.id)
                    books.append(self._means.draft(EventKind.SETTLE, body, venue))
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)
        return Give(Finding(Reason.OK), Tickets(), ())

    def _tell_anew(self, books: Reading, case: str) -> None:
        known = books.identity()
        if known is not None:
            for row in _tellable(books)[case]:
                books.cases.tell_anew(row.event, self._means.new_id(), known)


def refused_here(books: Reading, serving: tuple[str, ...]) -> int:
    """How many of this desk's own events were not accepted and are still to be settled."""
    rows = [row for row in books.refused() if row.kind != EventKind.SETTLE]
    if not rows:
        return 0
    settled = {line.case.id for line in _all(books, serving) if line.settled}
    own, here = books.cases.of_own(), _desk(books)
    return sum(not (own.get(row.event) or {_id(row, here)}) & settled for row in rows)


def _all(books: Reading, serving: tuple[str, ...]) -> tuple[CaseLine, ...]:
    here, said, told = _desk(books), books.cases.said(), books.cases.told()
    anew, refused = _tellable(books), books.refused()
    lines = [
        CaseLine(_known(each, refused), here, each.tails, each.said, each.is_settled, each.case.id in anew)
        for each in told
        if each.case.venue in serving
    ]
    known = {event for each in told for event in each.own}
    for case in _untold([row for row in refused if row.event not in known], books, here, serving):
        tails = books.cases.tails({side.event for side in case.sides})
        words = said.get(case.id, ())
        is_settled = case.is_settled(each.settling for each in words)
        lines.append(CaseLine(case, here, tails, words, is_settled, case.id in anew))
    return tuple(sorted(lines, key=lambda line: (line.case.opened_at, line.case.id), reverse=True))


def _known(told: Told, refused: tuple[Refused, ...]) -> Case:
    """A case, with what it is about where the hub could not read that and this desk knows: it is its own entry."""
    own = next((row.body for row in refused if row.event in told.own and "offer" in row.body), None)
    if told.case.offer or own is None:
        return told.case
    visit = date.fromisoformat(own["visit"])
    return replace(told.case, offer=own["offer"], performance=own["performance"], visit=visit)


def _tellable(books: Reading) -> Mapping[str, list[Refused]]:
    """What can be told once more, by the case that it is."""
    own, here, found = books.cases.of_own(), _desk(books), defaultdict[str, list[Refused]](list)
    for row in books.refused():
        if row.kind in _ANEW and row.is_whole:
            found[min(own.get(row.event, ()), default=_id(row, here))].append(row)
    found.pop(case_id(CaseKind.FORKED, here), None)
    return found


def _untold(rows: list[Refused], books: Reading, here: str, serving: tuple[str, ...]) -> list[Case]:
    """The cases of own events that were not accepted, of which the hub has not told."""
    identity, own, found = books.identity(), books.cases.of_own(), defaultdict[str, list[Refused]](list)
    for row in rows:
        if row.kind != EventKind.SETTLE:
            found[min(own.get(row.event, ()), default=_id(row, here))].append(row)
    name = "" if identity is None else identity.name
    return [_case(case, each, here, name, serving) for case, each in found.items()]


def _case(case: str, rows: list[Refused], here: str, name: str, serving: tuple[str, ...]) -> Case:
    """What a number was set for stands in the offer's place, be it an offer, a performance or the house."""
    first = rows[0]
    venue, visit, performance = (first.body.get(each) for each in ("venue", "visit", "performance"))
    sides = tuple(
        CaseSide(here, name, row.event, row.kind, row.at, row.at, "refused", row.reason, decided=row.body)
        for row in rows
    )
    return Case(
        id=case,
        kind=(CaseKind.FORKED if case == case_id(CaseKind.FORKED, here) else CaseKind.REFUSED).value,
        venue=str(venue) if venue in serving else min(serving, default=""),
        offer=first.body.get("offer") or first.body.get("target", ""),
        performance=performance,
        visit=None if visit is None else date.fromisoformat(visit),
        opened_at=first.at,
        count=len(sides),
        sides=sides,
    )


def _id(row: Refused, here: str) -> str:
    return case_id(CaseKind.REFUSED, here, row.hash)


def _desk(books: Reading) -> str:
    identity = books.identity()
    return "" if identity is None else identity.desk
