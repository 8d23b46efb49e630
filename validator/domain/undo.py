"""Undoing a giving: a compensating entry, never a deletion. A clerk may on the same day, a manager until the event's end (A32)."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from validator.domain.quota import visit_day
from validator.domain.redemption import Redemption, Tickets
from validator.domain.role import Role
from validator.domain.rules.case import declined, passed
from validator.domain.verdict import Decline, Finding, Give, Reason, Remedy, Verdict


def decide_undo(
    giving: tuple[Redemption, ...],
    role: Role,
    event_end: datetime,
    zone: ZoneInfo,
    now: datetime,
    *,
    day_ends: time = time(0),
) -> Give | Decline:
    """Whether a giving may still be undone here.

    Args:
        giving: its redemptions; empty where this desk knows none.
        role: who asks.
        event_end: when the event ends, or the day of visit.
        zone: the venue's zone, in which "the same day" is counted.
        now: aware.
        day_ends: the venue's cut-off: until this hour of the night it is still the same day.
    """
    standing = tuple(each for each in giving if not each.voided)
    days = {visit_day(each.given_at, zone.key, day_ends) for each in standing}
    same_day = days == {visit_day(now, zone.key, day_ends)}
    if not standing or not (same_day or (role is Role.MANAGER and now < event_end)):
        remedy = Remedy.ASK_MANAGER if standing and now < event_end else Remedy.ASK_SUPPORT
        checks = declined("undo", Reason.UNDO_TOO_LATE, remedy=remedy, used={"role": role.value})
        return Decline(Finding(Reason.UNDO_TOO_LATE), checks)
    tickets = Tickets(
        sum(each.tickets.adults for each in standing),
        sum(each.tickets.children for each in standing),
        sum(each.tickets.assistants for each in standing),
        sum(each.tickets.representatives for each in standing),
    )
    return Give(Finding(Reason.UNDONE), tickets, passed("undo", {"role": role.value}))


def asks_manager(verdict: Verdict) -> bool:
    """Whether it is too late for a clerk alone: a manager may still undo it."""
    late = verdict.main.reason is Reason.UNDO_TOO_LATE
    return late and any(check.remedy is Remedy.ASK_MANAGER for check in verdict.trace)
