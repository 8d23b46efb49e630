"""One key for a customer who writes or calls: R books for the card on the screen instead of giving, and R again gives after all.

Where a booking was looked for and there is none, R gives a ticket without one. A pop-up and a course know no booking: the visit is
recorded when it is made, and a place on a course is the customer's at once.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.clerk.turn import Stage, Turn
from ui.face import Face
from ui.parts import Button, line
from validator.desk import OfferLine
from validator.domain.network import OfferKind
from validator.domain.party import Purpose
from validator.domain.verdict import Decline, Give, Reason

_WITHOUT = frozenset({OfferKind.COURSE, OfferKind.POPUP})
_OF_THE_CARD = frozenset(
    {
        Reason.UNKNOWN,
        Reason.EXPIRED,
        Reason.CLOSED,
        Reason.REPLACED,
        Reason.AREA_ENDED,
        Reason.LOCAL_CARD,
        Reason.LOCAL_OFFER,
    }
)
"""Whoever may have no ticket by their card may not book one either."""

_TEXTS = {
    Purpose.TAKE: "booking.reserve",
    Purpose.RESERVE: "booking.take",
    Purpose.COLLECT: "booking.without",
}


class BookingRow(QWidget):
    """The button.

    Signals:
        chosen: a `Purpose`.
    """

    chosen = Signal(object)

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._purpose = Purpose.TAKE
        self._offered = False
        self._folded = False
        self._button = Button(self.turn_over, "quiet")
        self.setLayout(line(self._button, gap=0))
        face.reworded.connect(self._say)
        self._say()

    @property
    def text(self) -> str:
        """What the button says."""
        return self._button.accessibleName()

    def show_turn(self, turn: Turn, offer: OfferLine | None, *, gives: bool = True) -> None:
        """Offer it where it makes sense; where it leads nowhere it keeps its place, so that the answers look alike."""
        self._purpose = Purpose.TAKE if turn.ask is None else turn.ask.party.purpose
        self._offered = _can_book(turn, offer)
        refused = turn.look is not None and turn.look.verdict.main.reason in _OF_THE_CARD
        self._button.setEnabled(gives and not refused and turn.stage in (Stage.SHOWN, Stage.LOOKING))
        self._show()
        self._say()

    def fold(self, folded: bool) -> None:
        """Make room for something else for a while; where there is no booking, it is the next step and stays."""
        self._folded = folded
        self._show()

    def turn_over(self) -> None:
        """Book instead of giving, or give instead."""
        if self._offered and self._button.isEnabled():
            self.chosen.emit(Purpose.RESERVE if self._purpose is Purpose.TAKE else Purpose.TAKE)

    def _show(self) -> None:
        self.setVisible(self._offered and (not self._folded or self._purpose is Purpose.COLLECT))

    def _say(self) -> None:
        self._button.say(self._face.say("ui", _TEXTS[self._purpose]), "R", self._face.say("help", "bookings"))


def _can_book(turn: Turn, offer: OfferLine | None) -> bool:
    look = turn.look
    if offer is None or look is None or look.card is None or turn.stage not in (Stage.SHOWN, Stage.LOOKING):
        return False
    if turn.standing is not None:  # whoever has tickets already can have other ones, but none to collect
        return False
    if offer.offer.kind in _WITHOUT or not isinstance(look.verdict, Give | Decline):
        return False
    return not (isinstance(look.verdict, Give) and look.verdict.collects)
