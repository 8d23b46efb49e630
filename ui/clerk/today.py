"""The left side: which day, the day's offers, and a filter where they are many.

The list narrows with every sign that is typed. The choice follows once nothing more is typed, and with the next card or Enter at
the latest: a hand scanner's first signs stand in the filter, too, for as long as nothing tells them from typing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.clerk.days import AHEAD, typed_day
from ui.clerk.offers import OfferList
from ui.face import Face
from ui.parts import Button, Field, IconButton, Words, column, line
from ui.theme import GRID
from validator.desk import OfferLine

MANY = 8

REST = 600
"""Milliseconds without a sign after which the choice follows the filter; most scans are over by then."""


class TodayPanel(QWidget):
    """The day and its offers.

    Signals:
        chosen: the `OfferLine` that was chosen, or None.
        day_wanted: another day, or None for today.
        bookings_wanted: the bookings of the chosen line are asked for.
    """

    chosen = Signal(object)
    day_wanted = Signal(object)
    bookings_wanted = Signal()

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._today: date | None = None
        self._day: date | None = None
        self._no_day = False
        self._title = Words("strong")
        self._previous = IconButton(face, "previous", lambda: self.go(-1))
        self._next = IconButton(face, "next", lambda: self.go(1))
        self.typed = Field()
        self.typed.setMaxLength(12)
        self.typed.returnPressed.connect(self._go_typed)
        self.typed.textChanged.connect(lambda _text: self._doubt_day(False))
        self.typed.hide()
        self.filter = Field()
        self.filter.setClearButtonEnabled(True)
        self._nothing = Words("soft")
        self._bookings = Button(self.bookings_wanted.emit, "quiet")
        self.offers = OfferList(face)
        self.offers.chosen.connect(self.chosen)
        self.filter.textChanged.connect(self._narrow)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._follow)
        self._head = line(self._title, self._previous, self._next, gap=GRID // 2)
        self._column = column(self._head, self.typed, self.filter, self._nothing, self.offers, self._bookings)
        self.setLayout(self._column)
        self.filter.hide()
        face.reworded.connect(self._say)
        self._say()

    @property
    def day(self) -> date | None:
        """The day that is listed; None for today."""
        return self._day

    @property
    def says(self) -> str:
        """What is said above the list: that nothing is listed, or that what was typed is no day."""
        return self._nothing.text()

    @property
    def listed(self) -> bool:
        """Whether the programme came: before, nobody can say that there is none."""
        return self._today is not None

    def put(self, lines: tuple[OfferLine, ...], today: date, now: datetime | None = None) -> None:
        """List a day's offers.

        Args:
            lines: what there is.
            today: the venue's date.
            now: aware; which one is on, where the day is today. Without it the first open one is chosen.
        """
        self._today = today
        self.filter.setVisible(len(lines) > MANY or bool(self.filter.text()))
        self.offers.put(lines, now if self._day is None else None)
        self._say()

    def fold(self, folded: bool) -> None:
        """All the height for the list, on a page without room: the fields and the bookings' button stand beside the title."""
        # Tab goes as the parts lie above each other.
        if folded:
            for part in (self._bookings, self.filter, self.typed):
                self._head.insertWidget(1, part)
                part.lower()
        else:
            for place, part in enumerate((self.typed, self.filter), start=1):
                self._column.insertWidget(place, part)
                part.stackUnder(self._nothing)
            self._column.addWidget(self._bookings)
            self._bookings.raise_()

    def ask_day(self) -> None:
        """Ctrl+D: a day is to be typed."""
        self.typed.clear()
        self.typed.show()
        self.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._doubt_day(False)

    def _doubt_day(self, doubted: bool) -> None:
        """What was typed last is no day, or that is over."""
        self._no_day = doubted
        self._say()

    def _go_typed(self) -> None:
        day = None if self._today is None else typed_day(self.typed.text(), self._today)
        if day is None:
            self.typed.clear()
            self._doubt_day(True)
            return
        self.typed.hide()
        self._go_to(day)
        self.take_focus()

    def go(self, days: int) -> None:
        """To another day; never before today."""
        if self._today is None:
            return
        day = (self._day or self._today) + timedelta(days=days)
        if self._today <= day <= self._today + AHEAD:
            self._go_to(day)

    def _go_to(self, day: date) -> None:
        self._day = None if day == self._today else day
        self._doubt_day(False)
        self.day_wanted.emit(self._day)

    def go_today(self) -> None:
        """Back to today."""
        self.typed.hide()
        elsewhere, self._day = self._day is not None, None
        self._doubt_day(False)
        if elsewhere:
            self.day_wanted.emit(None)

    def take_focus(self) -> None:
        """For the keys that choose."""
        self.offers.setFocus()

    @property
    def narrowing(self) -> bool:
        """Whether there are so many offers that they can be narrowed."""
        return self.filter.isVisible()

    def narrow(self, text: str) -> None:
        """As if it were typed into the filter."""
        self.filter.setText(text)

    def widen(self) -> None:
        """List everything there is, and choose nothing by that: a card waits for somebody to choose."""
        self.filter.clear()
        self._rest.stop()

    @property
    def is_settled(self) -> bool:
        """Whether the choice follows what stands in the filter."""
        return not self._rest.isActive()

    def settle(self) -> bool:
        """Something depends on the choice now: it follows the filter at once. Whether it did not yet."""
        if self.is_settled:
            return False
        self._rest.stop()
        self._follow()
        return True

    def _narrow(self, text: str) -> None:
        self.offers.narrow(text)
        self._rest.start()
        self._say()

    def _follow(self) -> None:
        self.offers.follow()
        self._say()

    def _say(self) -> None:
        say = self._face.say
        day = self._day
        self._title.setText(say("ui", "today.title") if day is None else self._face.short_day(day))
        self._previous.say(say("ui", "today.previous"), "Shift+F2")
        self._next.say(say("ui", "today.next"), "F2")
        self._previous.setEnabled(day is not None)
        self.typed.setPlaceholderText(say("ui", "today.day"))
        self.typed.setAccessibleName(say("ui", "today.day"))
        self.filter.setPlaceholderText(say("ui", "today.filter"))
        self.filter.setAccessibleName(say("ui", "today.filter"))
        self.offers.setAccessibleName(self._title.text())
        self._bookings.say(say("ui", "booking.open"), "Ctrl+R", say("help", "bookings"))
        self._bookings.setEnabled(self.offers.line is not None)
        empty = self.listed and self.offers.count == 0
        none = say("ui", "today.no_match" if self.filter.text() else "today.none") if empty else ""
        self._nothing.say(say("ui", "today.no_day") if self._no_day else none)
        self.offers.setVisible(not empty)
