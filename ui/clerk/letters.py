"""Single keys on the clerk's page: + and - and A are the party's, E and G a group's, R books, every other sign begins a code.

A digit names a manager's reason where the focus is on one.
A code may begin with an A, an R or a digit. So when signs follow at once, what the first one did is taken back and it goes to the
field before them. What a hand scanner's first signs did, which nothing tells from typing, is taken back too, and no more.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from ui.clerk.booking import BookingRow
from ui.clerk.flow import Flow
from ui.clerk.lift import LiftRow
from ui.clerk.party import PartyRow
from ui.clerk.scanbox import ScanBox
from ui.parts import is_sign

TOGETHER = 1500.0
"""Milliseconds within which signs belong to one code."""


class Letters:
    """Takes single keys that no field took.

    Args:
        instant: when a key was pressed, in milliseconds.
    """

    def __init__(
        self,
        flow: Flow,
        party: PartyRow,
        booking: BookingRow,
        scanbox: ScanBox,
        lift: LiftRow,
        instant: Callable[[QKeyEvent], float],
    ) -> None:
        self._flow = flow
        self._party = party
        self._booking = booking
        self._scanbox = scanbox
        self._lift = lift
        self._instant = instant
        self._signs = ""
        self._before = flow.turn
        self._last = float("-inf")
        self._begun = flow.turn

    def begin(self) -> None:
        """A sign comes that may be a scanner's first."""
        self._begun = self._flow.turn

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key was ours."""
        if not is_sign(event):
            return False
        text = event.text()
        if self._instant(event) - self._last > TOGETHER:
            self._signs = ""
        act = self._act(text)
        if act is not None:
            if text.isalnum():
                self._note(text, self._instant(event))
            act()
            return True
        signs, self._signs = self._signs, ""
        if signs:
            self._flow.restore(self._before)
        self._scanbox.take_key(signs + text)
        return True

    def take_back(self) -> None:
        """What came since `begin` was a scanner's: it meant nothing for the customer on the screen."""
        self._signs = ""
        self._flow.restore(self._begun)

    def _act(self, text: str) -> Callable[[], None] | None:
        reason = self._lift.named_by(text)
        if reason is not None:
            return reason.click
        return self._party_act(text) if self._flow.turn.can_change_party else None

    def _party_act(self, text: str) -> Callable[[], None] | None:
        match text:
            case "+":
                return lambda: self._party.step(1)
            case "-":
                return lambda: self._party.step(-1)
            case "a" | "A":
                return self._party.toggle_assistant
            case "e" | "E" if self._party.bringer.is_open:
                return self._party.bringer.next
            case "g" | "G" if self._party.bringer.is_open:
                return self._party.add_guest
            case "r" | "R":
                return self._booking.turn_over
            case _:
                return None

    def _note(self, text: str, at: float) -> None:
        if not self._signs:
            self._before = self._flow.turn
        self._signs += text
        self._last = at
