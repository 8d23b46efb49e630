"""Letting a booking go: an entry of its own, never a deletion.

While it may still be collected, at the customer's word and by whoever is at the desk; what nobody collected in time is a manager's
matter, since somebody may be on the way (A30).
"""

from __future__ import annotations

from datetime import datetime

from validator.domain.redemption import Booking, Reservation, Tickets
from validator.domain.role import Action, Role, may
from validator.domain.rules.case import declined, passed
from validator.domain.verdict import Decline, Finding, Give, Reason, Remedy


def decide_release(booking: Reservation | None, role: Role, now: datetime) -> Give | Decline:
    """Whether a booking may be let go here: A09, else R62 or R70.

    Args:
        booking: as this desk knows it; None where it does not.
        role: who asks.
        now: aware.
    """
    if booking is None or booking.state is Booking.COLLECTED:
        checks = declined("release", Reason.UNDO_TOO_LATE, remedy=Remedy.ASK_SUPPORT)
        return Decline(Finding(Reason.UNDO_TOO_LATE), checks)
    used = {"role": role.value, "collect_by": booking.collect_by}
    if now >= booking.collect_by and not may(role, Action.RELEASE):
        checks = declined("release", Reason.NO_RIGHT, remedy=Remedy.ASK_MANAGER, used=used)
        return Decline(Finding(Reason.NO_RIGHT), checks)
    return Give(Finding(Reason.UNDONE), Tickets(), passed("release", used))
