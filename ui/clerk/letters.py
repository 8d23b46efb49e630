"""Single keys on the clerk's page: + and - and A are the party's, E and G a group's, R books, every other sign begins a code.

A code may begin with an A or an R. So when signs follow at once, what the letter did to the party is taken back and the letter goes
to the field before them. What a hand scanner's first signs did, which nothing tells from typing, is taken back too, and no more.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from ui.clerk.booking import BookingRow
from ui.clerk.flow import Flow
from ui.clerk.party import PartyRow
from ui.clerk.scanbox import ScanBox

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
        instant: Callable[[QKeyEvent], float],
    ) -> None:
        self._flow = flow
        self._party = party
        self._booking = booking
        self._scanbox = scanbox
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
        text = event.text()
        if len(text) != 1 or not text.isprintable() or text == " ":
            return False
        if self._instant(event) - self._last > TOGETHER:
            self._signs = ""
        act = self._act(text)
        if act is not None:
            if text.isalpha():
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
        if not self._flow.turn.can_change_party:
            return None
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
