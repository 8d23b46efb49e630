"""Single keys on the clerk's page: + and - and A are the party's, R books, every other sign begins a typed code.

A code may begin with an A or an R. So when signs follow at once, what the letter did to the party is taken back and the letter goes
to the field before them. A hand scanner's first signs, which nothing tells from typing, are taken back in the same way.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from ui.clerk.booking import BookingRow
from ui.clerk.flow import Flow
from ui.clerk.party import PartyRow
from ui.clerk.scanbox import ScanBox
from ui.clerk.turn import Stage
from validator.domain.party import Party

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
        self._before: Party | None = None
        self._last = float("-inf")

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key was ours."""
        text = event.text()
        if len(text) != 1 or not text.isprintable() or text == " ":
            return False
        if self._instant(event) - self._last > TOGETHER:
            self._forget()
        act = self._act(text)
        if act is not None:
            if not self._signs and self._flow.turn.ask is not None:
                self._before = self._flow.turn.ask.party
            self._signs += text
            self._last = self._instant(event)
            act()
            return True
        signs = self._signs.strip("+-")
        self.take_back()
        self._scanbox.take_key(signs + text)
        return True

    def take_back(self) -> None:
        """What the last signs did was not meant."""
        if self._signs and self._before is not None:
            self._flow.set_party(self._before)
        self._forget()

    def _act(self, text: str) -> Callable[[], None] | None:
        if self._flow.turn.stage not in (Stage.SHOWN, Stage.LOOKING):
            return None
        match text:
            case "+":
                return lambda: self._party.step(1)
            case "-":
                return lambda: self._party.step(-1)
            case "a" | "A":
                return self._party.toggle_assistant
            case "r" | "R":
                return self._booking.turn_over
            case _:
                return None

    def _forget(self) -> None:
        self._signs, self._before, self._last = "", None, float("-inf")
