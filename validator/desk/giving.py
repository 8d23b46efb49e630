"""From a verdict to the event that books it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from validator.desk.asking import Ask
from validator.desk.gather import Gathered
from validator.domain.effects import tickets_body
from validator.domain.journal import CardRef, CardRole, Draft, EventKind, Json
from validator.domain.network import rules_on
from validator.domain.party import Purpose
from validator.domain.tracebody import trace_json
from validator.domain.verdict import Give


def draft(give: Give, ask: Ask, gathered: Gathered, giving: str, now: datetime) -> Draft:
    """The event of one giving (or reservation): all of it, or nothing of it, is booked.

    Args:
        give: the verdict that the clerk confirmed, made from ``gathered`` in this same transaction.
        ask: what was asked.
        gathered: the facts.
        giving: a fresh id; it names the event too.
        now: aware; the event keeps it as the desk's own local time.
    """
    facts = gathered.facts
    stamp = facts.stamp
    body: dict[str, Json] = {
        "venue": facts.venue.id,
        "offer": facts.offer.id,
        "performance": ask.choice.performance,
        "visit": facts.visit.isoformat(),
        "kind": facts.offer.kind.value,
        "tickets": tickets_body(give.tickets),
        "quota_use": give.quota_use,
        "code": give.main.reason.value,
        "notes": [note.reason.value for note in give.notes],
        "provisional": give.provisional,
        "overridden": [reason.value for reason in give.overridden],
        "override_reason": ask.override_reason.value if give.overridden and ask.override_reason else "",
        "list_version": 0 if stamp is None else stamp.version,
        "trace": trace_json(give.trace),
    }
    if ask.seen:
        body["card_seen"] = True
    reserving = ask.party.purpose is Purpose.RESERVE
    if reserving:
        body |= {"reservation": giving, "collect_by": facts.collect_by.isoformat()}
    else:
        body |= {"giving": giving, "collects": give.collects}
    if gathered.lease is not None and not give.collects:  # a booking has spent its rights already
        rights = gathered.lease.spend(give.quota_use)
        body |= {"rights": rights.to_json()} if rights.count else {}
    if facts.card is not None and give.tickets.representatives:
        body["representative"] = ask.party.representative.value
    return Draft(
        id=giving,
        kind=EventKind.RESERVATION if reserving else EventKind.REDEMPTION,
        at=now.astimezone(ZoneInfo(facts.venue.zone)),
        rules=rules_on(facts.visit, facts.rule_sets).id,
        body=body,
        cards=_cards(gathered),
    )


def _cards(gathered: Gathered) -> tuple[CardRef, ...]:
    if not gathered.members:
        return (gathered.known.ref(CardRole.HOLDER),)
    members = tuple(member.ref(CardRole.MEMBER) for member in gathered.members)
    return (gathered.known.ref(CardRole.COMMUNITY), *members)
