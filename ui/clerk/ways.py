"""Where keys lead on the clerk's page: to a list, a day, the code field, a manager's PIN. On a tight page a list comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.clerk.arrangement import Arrangement, Below
from ui.clerk.bookings import BookingsPanel
from ui.clerk.given import GivenPanel
from ui.clerk.lift import LiftRow
from ui.clerk.scanbox import ScanBox
from ui.clerk.today import TodayPanel


class Ways:
    """The ways from wherever the focus is."""

    def __init__(
        self,
        places: Arrangement,
        today: TodayPanel,
        scanbox: ScanBox,
        given: GivenPanel,
        bookings: BookingsPanel,
        lift: LiftRow,
    ) -> None:
        self._places = places
        self._today = today
        self._scanbox = scanbox
        self._given = given
        self._bookings = bookings
        self._lift = lift

    def takes_enter(self, focus: QWidget | None) -> bool:
        """Whether Enter is for the field that has the focus, a PIN's or a day's, and not for the customer."""
        return self._lift.takes_enter(focus) or focus in (self._bookings.pin, self._today.typed)

    def offers(self) -> None:
        """F3: to the list of events."""
        if self._places.tight:
            self._places.toggle(Below.TODAY)
        else:
            self._today.take_focus()

    def day(self) -> None:
        """Ctrl+D: to a day that is typed."""
        if self._places.tight:
            self._places.show_below(Below.TODAY)
        self._today.ask_day()

    def field(self) -> None:
        """F4: to the code field."""
        self._scanbox.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def given(self) -> None:
        """F5: to what was given."""
        if self._places.hides_given:
            self._places.toggle(Below.GIVEN)
        else:
            self._given.take_focus()

    def manager(self) -> None:
        """F6: for the decline on the screen, else for bookings that nobody collected."""
        if self._places.below is Below.BOOKINGS and not self._lift.isVisible():
            self._bookings.open_pin()
        else:
            self._lift.open()
