"""Rows that were written on paper while the program was away, and are entered afterwards.

1. The ticket was given. A row is judged by the same rules as any customer, as of its own time, and is recorded whatever they say:
   its event names the decline as its ``code`` and when it was typed as ``entered_at``, and a manager sees it as a case.
2. A row that the rules decline spends no rights of this desk: nobody had set a ticket aside for it.
3. What a row lacks is no decline: a form that is wrong (`Flaw`) stays with whoever types it, because it says nothing yet.
4. A row for a card that has a ticket for the very event is told first: it may have been entered before. The clerk decides.

How a row is kept before it is recorded is the store's matter (`validator.store.drafts`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from validator.domain.card import CardKind
from validator.domain.code import Hint, Recognised, Unrecognised
from validator.domain.decide import decide
from validator.domain.facts import Facts
from validator.domain.journal import Json
from validator.domain.party import Party, Representative
from validator.domain.quota import visit_day
from validator.domain.redemption import Redemption, Tickets
from validator.domain.rights import Slot
from validator.domain.rules.case import Case
from validator.domain.verdict import Choose, Decline, Give, Reason, Verdict

OLDEST = timedelta(days=366)
"""An older row is a mistyped year: limits and retention reach no further back."""
MOST_CHILDREN, MOST_ASSISTANTS, MOST_MEMBERS = 99, 9, 60
"""What one line of a sheet holds. What the rules allow is far less, and is theirs to say."""

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(\d{4})?")
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})|(\d{2})(\d{2})|(\d{1,2})")


class Flaw(StrEnum):
    """What is wrong with the form of a row: it says nothing yet that could be recorded."""

    DAY = "day"
    TIME = "time"
    FUTURE = "future"
    OLD = "old"
    EVENT = "event"
    NO_CODE = "no_code"
    CODE = "code"
    MEMBER = "member"
    NO_MEMBERS = "no_members"
    NO_GROUP = "no_group"
    TWICE = "twice"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A flaw; ``place`` is the member's, from 1, and ``hint`` what seems to be off with a code."""

    flaw: Flaw
    place: int = 0
    hint: Hint | None = None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row as it is typed so far, finished or not.

    Attributes:
        id: minted with the row; the giving that it becomes has the same, so that a row can be recorded once only.
        day, time: as they are typed, in the venue's zone.
        slot: what the ticket was for.
        code: as it is typed; ``members`` those of a community card's group.
    """

    id: str
    day: str = ""
    time: str = ""
    slot: Slot | None = None
    code: str = field(default="", repr=False)
    members: tuple[str, ...] = field(default=(), repr=False)
    children: int = 0
    assistants: int = 0
    representative: Representative = Representative.WORKER

    @property
    def is_empty(self) -> bool:
        """Whether nobody was written down yet: the day and the event are taken over from the row before."""
        return not (self.code.strip() or any(self.members) or self.children or self.assistants)

    @property
    def party(self) -> Party:
        """Who came."""
        return Party(self.children, self.assistants, representative=self.representative)


def to_json(row: PaperRow) -> Mapping[str, Json]:
    """A row as a ledger keeps it until it is recorded."""
    slot = row.slot
    return {
        "day": row.day,
        "time": row.time,
        "slot": None if slot is None else [slot.offer, slot.performance, slot.visit.isoformat()],
        "code": row.code,
        "members": list(row.members),
        "children": row.children,
        "assistants": row.assistants,
        "representative": row.representative.value,
    }


def of_json(row_id: str, kept: Mapping[str, Any]) -> PaperRow:
    """The row of `to_json`.

    Raises:
        ValueError: it is none.
    """
    try:
        slot = kept["slot"]
        return PaperRow(
            row_id,
            str(kept["day"]),
            str(kept["time"]),
            None if slot is None else Slot(slot[0], slot[1], date.fromisoformat(slot[2])),
            str(kept["code"]),
            tuple(map(str, kept["members"])),
            int(kept["children"]),
            int(kept["assistants"]),
            Representative(kept["representative"]),
        )
    except (KeyError, TypeError, IndexError) as error:
        msg = "this is no row of a sheet"
        raise ValueError(msg) from error


def read_day(text: str, today: date) -> date | None:
    """A day as one writes it (``13.10.`` or ``13.10.2018``); without a year the last such day that is not to come."""
    found = _DAY.fullmatch(text.replace(" ", ""))
    if found is None:
        return None
    day, month, year = (None if part is None else int(part) for part in found.groups())
    years = (year,) if year is not None else range(today.year, today.year - 5, -1)
    for each in years:
        try:
            read = date(int(each), int(month or 0), int(day or 0))
        except ValueError:
            continue
        if year is not None or read <= today:
            return read
    return None


def read_time(text: str) -> time | None:
    """A time as one writes it: ``18.05``, ``18:05``, ``1805`` or ``18``."""
    found = _TIME.fullmatch(text.replace(" ", ""))
    if found is None:
        return None
    hour, minute = found[1] or found[3] or found[5], found[2] or found[4] or "0"
    try:
        return time(int(hour), int(minute))
    except ValueError:
        return None


def instant(row: PaperRow, zone: ZoneInfo, now: datetime) -> datetime | Wrong:
    """When the ticket was given, or what is wrong with that.

    Args:
        row: the row.
        zone: the venue's.
        now: aware; what is to come cannot have been given.
    """
    day, hour = read_day(row.day, now.astimezone(zone).date()), read_time(row.time)
    if day is None:
        return Wrong(Flaw.DAY)
    if hour is None:
        return Wrong(Flaw.TIME)
    at = datetime.combine(day, hour, zone)
    if at > now:
        return Wrong(Flaw.FUTURE)
    return Wrong(Flaw.OLD) if now - at > OLDEST else at


def flaw_of_cards(
    row: PaperRow,
    card: Recognised | Unrecognised,
    kind: CardKind | None,
    members: tuple[Recognised | Unrecognised, ...],
) -> Wrong | None:
    """What is wrong with the cards of a row, or None.

    Args:
        row: the row.
        card: the reading of its code.
        kind: the register's word on the card; None where it does not have it.
        members: the readings of the group's codes.
    """
    if not row.code.strip():
        return Wrong(Flaw.NO_CODE)
    if isinstance(card, Unrecognised):
        return Wrong(Flaw.CODE, 0, card.hint)
    for place, member in enumerate(members, start=1):
        if isinstance(member, Unrecognised):
            return Wrong(Flaw.MEMBER, place, member.hint)
    codes = [each.code for each in (card, *members) if isinstance(each, Recognised)]
    if len(set(codes)) < len(codes):
        return Wrong(Flaw.TWICE)
    if kind is CardKind.PERSONAL and members:
        return Wrong(Flaw.NO_GROUP)
    if kind is CardKind.COMMUNITY and not members:
        return Wrong(Flaw.NO_MEMBERS)
    too_many = row.children > MOST_CHILDREN or row.assistants > MOST_ASSISTANTS or len(members) > MOST_MEMBERS
    return Wrong(Flaw.MANY) if too_many else None


def as_of(facts: Facts, now: datetime) -> Facts:
    """The facts for a row that is typed ``now``: of a visit that is over nobody holds rights, and the clock is not asked."""
    venue = facts.venue
    is_over = facts.visit < visit_day(now, venue.zone, venue.day_ends)
    return replace(facts, rights=None if is_over else facts.rights, clock_trusted=True)


def entered_before(reading: Recognised | Unrecognised, facts: Facts, at: datetime) -> tuple[Redemption, ...]:
    """Standing tickets of this card for the very event, oldest first: the row may be one of them."""
    here = Case(reading, Party(), facts, at)
    return tuple(
        each
        for each in facts.history
        if not each.voided
        and each.tickets.adults + each.tickets.representatives
        and here.same_event(each.offer, each.performance, each.visit)
    )


def weigh(
    reading: Recognised | Unrecognised, party: Party, facts: Facts, at: datetime, group: int
) -> tuple[Verdict, Give]:
    """What the rules say of a row, and what is recorded of it.

    Args:
        reading: the card's.
        party: who came.
        facts: what the desk knows, of the row (`as_of`).
        at: when the ticket was given.
        group: members of the group; 0 for a holder alone. They came, whatever is wrong with one.

    Returns:
        The verdict, and the same as a giving of all that was written down. Its ``main`` is the decline where there is one.
    """
    verdict = decide(reading, party, facts, at)
    case = Case(reading, party, facts, at)
    is_group = group > 0 or case.community
    tickets = (
        Tickets(group, party.children, party.assistants, 1)
        if is_group
        else Tickets(1, party.children, party.assistants)
    )
    offer, adults = facts.offer, tickets.adults + tickets.representatives
    use = adults + (tickets.children if offer.children_use_quota else 0)
    use += tickets.assistants if offer.assistants_use_quota else 0
    booking = case.booking
    return verdict, Give(
        main=verdict.main,
        tickets=tickets,
        trace=verdict.trace,
        notes=verdict.notes,
        quota_use=use,
        provisional=isinstance(verdict, Give) and verdict.provisional,
        collects="" if booking is None else booking.id,
    )


def is_declined(verdict: Verdict) -> bool:
    """Whether the rules would have said no to what was given on paper."""
    return isinstance(verdict, Decline | Choose)


def declined_code(body: Mapping[str, Any]) -> str:
    """The decline of an event that came from paper; "" for any other event, and where the rules had nothing against it.

    A body is whatever a desk has sent.
    """
    code = body.get("code")
    if not isinstance(body.get("entered_at"), str) or not isinstance(code, str):
        return ""
    return code if code in set(Reason) and Reason(code).declines else ""
