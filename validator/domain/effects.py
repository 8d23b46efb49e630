"""What an event does: from its body and cards to the rows that desk and hub book, and back. One reading for all.

A body that makes no sense raises ValueError with a sentence that quotes nothing of it: a desk never writes one, and a hub that
receives one stores the event and refuses it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from validator.domain.cases import MOST_SIDES, Settling
from validator.domain.journal import CardRef, CardRole, EventKind, Json
from validator.domain.numbers import Basis, Change, Number, name_of
from validator.domain.quota import Quota, QuotaKey, QuotaMode, QuotaScope
from validator.domain.redemption import Redemption, Reservation, Tickets
from validator.domain.rights import Rights, Slot


@dataclass(frozen=True, slots=True)
class Given:
    """Tickets were given: one redemption for each card."""

    giving: str
    venue: str
    redemptions: tuple[Redemption, ...]
    collects: str = ""
    rights: Rights | None = None


@dataclass(frozen=True, slots=True)
class Voided:
    """A giving was undone; ``rights`` came back into the lease of the desk that undid it."""

    giving: str
    rights: Rights | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """Tickets were held for a card."""

    reservation: Reservation
    rights: Rights | None = None


@dataclass(frozen=True, slots=True)
class Released:
    """A reservation was let go; ``rights`` came back into the lease of the desk that did it."""

    reservation: str
    rights: Rights | None = None


@dataclass(frozen=True, slots=True)
class GaveBack:
    """A desk gave rights back to the hub."""

    slot: Slot
    rights: Rights


@dataclass(frozen=True, slots=True)
class QuotaSet:
    """A manager set a number for a date of visit; ``basis`` is what they saw there."""

    quota: Quota
    author: str
    basis: Basis = field(default_factory=Basis)

    def change(self, desk: str, event: str, at: datetime) -> Change:
        """As one of the changes to that number (`validator.domain.numbers`)."""
        quota = self.quota
        typed = Number(quota.value, quota.mode, quota.sold_out)
        return Change(name_of(desk, event), desk, self.author, at, typed, self.basis)


Effect = Given | Voided | Booked | Released | QuotaSet | GaveBack | Settling


def effect(
    kind: str, body: Mapping[str, Any], cards: tuple[CardRef, ...], desk: str, at: datetime
) -> Effect | None:
    """What an event does; None for a kind that moves nothing (an enrolment, an override, a newer program's kind).

    Raises:
        ValueError: the body or the cards do not fit the kind.
    """
    try:
        match kind:
            case EventKind.REDEMPTION:
                return _given(body, cards, desk, at)
            case EventKind.VOID:
                return Voided(_text(body["giving"]), Rights.of(body))
            case EventKind.RESERVATION:
                return Booked(_reservation(body, cards, at), Rights.of(body))
            case EventKind.RELEASE:
                return Released(_text(body["reservation"]), Rights.of(body))
            case EventKind.QUOTA:
                return QuotaSet(_quota(body), _text(body["author"]), _basis(body))
            case EventKind.GIVE_BACK:
                return _gave_back(body)
            case EventKind.SETTLE:
                return _settling(body)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        msg = f"the body of a {EventKind(kind).value} event makes no sense"
        raise ValueError(msg) from error
    return None


def tickets_body(tickets: Tickets) -> dict[str, Json]:
    """Tickets as they stand in a body."""
    return {
        "adults": tickets.adults,
        "children": tickets.children,
        "assistants": tickets.assistants,
        "representatives": tickets.representatives,
    }


def quota_body(quota: Quota, venue: str, author: str, basis: Basis | None = None) -> dict[str, Json]:
    """The body of a quota event."""
    body: dict[str, Json] = {
        "venue": venue,
        "scope": quota.key.scope.value,
        "target": quota.key.target,
        "visit": quota.key.visit.isoformat(),
        "value": quota.value,
        "mode": quota.mode.value,
        "sold_out": quota.sold_out,
        "author": author,
    }
    return body if basis is None else body | _basis_body(basis)


def settle_body(settling: Settling, venue: str) -> dict[str, Json]:
    """The body of a settling."""
    return {
        "venue": venue,
        "case": settling.case,
        "outcome": settling.outcome,
        "author": settling.author,
        "seen": settling.seen,
    }


def slot_body(slot: Slot, venue: str) -> dict[str, Json]:
    """A slot as it stands in a body."""
    return {
        "venue": venue,
        "offer": slot.offer,
        "performance": slot.performance,
        "visit": slot.visit.isoformat(),
    }


def _given(body: Mapping[str, Any], cards: tuple[CardRef, ...], desk: str, at: datetime) -> Given:
    giving, whole = _text(body["giving"]), _tickets(body["tickets"])
    shares = _shares(whole, cards)
    performance = body["performance"]
    return Given(
        giving,
        _text(body["venue"]),
        tuple(
            Redemption(
                id=f"{giving}/{place}",
                giving=giving,
                card=ref.key,
                offer=_text(body["offer"]),
                performance=None if performance is None else _text(performance),
                visit=date.fromisoformat(body["visit"]),
                tickets=share,
                given_at=at,
                desk=desk,
                kind=_text(body["kind"]),
                quota_use=_count(body["quota_use"]) if place == 0 else 0,
            )
            for place, (ref, share) in enumerate(zip(cards, shares, strict=True))
        ),
        _text(body.get("collects", "")),
        Rights.of(body),
    )


def _shares(whole: Tickets, cards: tuple[CardRef, ...]) -> tuple[Tickets, ...]:
    """Whose tickets they are: a holder's are all; in a group the community card has all but one for each member."""
    if len(cards) == 1 and cards[0].role is CardRole.HOLDER:
        return (whole,)
    members = len(cards) - 1
    roles = [ref.role for ref in cards]
    if members < 1 or roles != [CardRole.COMMUNITY] + [CardRole.MEMBER] * members or whole.adults != members:
        msg = "the tickets do not fit the cards"
        raise ValueError(msg)
    rest = Tickets(0, whole.children, whole.assistants, whole.representatives)
    return (rest, *(Tickets(adults=1) for _ in range(members)))


def _gave_back(body: Mapping[str, Any]) -> GaveBack:
    rights, performance = Rights.of(body), body["performance"]
    if rights is None:
        msg = "no rights are named"
        raise ValueError(msg)
    show = None if performance is None else _text(performance)
    return GaveBack(Slot(_text(body["offer"]), show, date.fromisoformat(body["visit"])), rights)


def _settling(body: Mapping[str, Any]) -> Settling:
    case, outcome, seen = _text(body["case"]), _text(body["outcome"]), _count(body["seen"])
    if not case or not outcome or seen > MOST_SIDES:
        msg = "a settling names its case, its outcome and a sound number of sides"
        raise ValueError(msg)
    return Settling(case, outcome, _text(body["author"]), seen)


def _reservation(body: Mapping[str, Any], cards: tuple[CardRef, ...], at: datetime) -> Reservation:
    performance, collect_by = body["performance"], datetime.fromisoformat(body["collect_by"])
    if collect_by.tzinfo is None:
        msg = "an instant without an offset"
        raise ValueError(msg)
    return Reservation(
        id=_text(body["reservation"]),
        card=cards[0].key,
        offer=_text(body["offer"]),
        performance=None if performance is None else _text(performance),
        visit=date.fromisoformat(body["visit"]),
        tickets=_tickets(body["tickets"]),
        made_at=at,
        collect_by=collect_by,
        quota_use=_count(body["quota_use"]),
    )


def _quota(body: Mapping[str, Any]) -> Quota:
    key = QuotaKey(QuotaScope(body["scope"]), _text(body["target"]), date.fromisoformat(body["visit"]))
    value, sold_out = body["value"], body["sold_out"]
    return Quota(key, None if value is None else _count(value), QuotaMode(body["mode"]), sold_out is True)


def _basis(body: Mapping[str, Any]) -> Basis:
    """What an older program does not say is not known."""
    seen, upon, increment = body.get("seen"), body.get("upon"), body.get("increment") is True
    basis = Basis(
        None if seen is None else _number(seen),
        None if upon is None else frozenset(map(_text, _list(upon))),
        increment,
        body.get("offline") is True,
    )
    if increment and (basis.seen is None or (basis.seen.value is None) != (body["value"] is None)):
        msg = "an increment without a difference"
        raise ValueError(msg)
    return basis


def _basis_body(basis: Basis) -> dict[str, Json]:
    seen = basis.seen
    return {
        "seen": None
        if seen is None
        else {"value": seen.value, "mode": seen.mode.value, "sold_out": seen.sold_out},
        "upon": None if basis.upon is None else sorted(basis.upon),
        "increment": basis.increment,
        "offline": basis.offline,
    }


def _number(row: Mapping[str, Any]) -> Number:
    value = row["value"]
    return Number(None if value is None else _count(value), QuotaMode(row["mode"]), row["sold_out"] is True)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list | tuple):
        msg = "a list of names"
        raise TypeError(msg)
    return list(value)


def _tickets(body: Mapping[str, Any]) -> Tickets:
    return Tickets(*(_count(body[name]) for name in ("adults", "children", "assistants", "representatives")))


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        msg = "a count is a whole number from 0"
        raise ValueError(msg)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        msg = "a name is a text"
        raise TypeError(msg)
    return value
