"""Where the panels of the clerk's page stand.

Usually: the day and the scan field at the left, the verdict at the right, below it what was given or why. Where texts are so
large for the window that two columns would be too narrow, the page is *tight*: the field and the chosen offer in one line on top,
the verdict across the whole width, and what else there is comes below it when its key is pressed. While there is much to read in
the verdict (a group's cards, a manager's reasons) the page is *crowded*, and what was given makes room for it.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ui.clerk.bookings import BookingsPanel
from ui.clerk.given import GivenPanel
from ui.clerk.offer_words import state, when
from ui.clerk.scanbox import ScanBox
from ui.clerk.today import TodayPanel
from ui.clerk.why import WhyPanel
from ui.face import Face
from ui.parts import Button, Share, column, frame, line, tab_through
from ui.theme import GRID
from validator.desk import OfferLine

LOWER = 15 * GRID
"""Pixels that what was given keeps at least: its title and a line."""

TIGHT = 800
"""Pixels, at the plain size of texts, below which the page is tight."""


class Below(StrEnum):
    """What is below the verdict. USUAL is what was given, or, on a tight page, nothing."""

    USUAL = "usual"
    GIVEN = "given"
    WHY = "why"
    BOOKINGS = "bookings"
    TODAY = "today"


class Arrangement(QWidget):
    """The places.

    Signals:
        below_changed: something else is below the verdict.
        tightened: the page has become tight, or is not any more.
    """

    below_changed = Signal()
    tightened = Signal()

    def __init__(
        self,
        face: Face,
        today: TodayPanel,
        scanbox: ScanBox,
        panel: QFrame,
        given: GivenPanel,
        why: WhyPanel,
        bookings: BookingsPanel,
    ) -> None:
        super().__init__()
        self._face = face
        self._today = today
        self._scanbox = scanbox
        self._panel = panel
        self._below = Below.USUAL
        self._offer: OfferLine | None = None
        self._tight: bool | None = None
        self._crowded = False
        self._attended = False
        self._pages: dict[Below, QWidget] = {Below.GIVEN: given, Below.WHY: why, Below.BOOKINGS: bookings}
        self._offer_button = Button(lambda: self.toggle(Below.TODAY))
        scanbox.stand_beside(self._offer_button)
        self._lower = QStackedWidget()
        for page in self._pages.values():
            self._lower.addWidget(page)
        lower = frame("panel", column(self._lower, margin=(2 * GRID, GRID, GRID, GRID)))
        self._lower_share = Share(column(lower))
        self._left_column = column(gap=2 * GRID, margin=GRID + GRID // 2)
        self._left = frame("panel", self._left_column)
        self._top_line = line(gap=2 * GRID)
        self._right = column(gap=2 * GRID)
        self._right.addLayout(self._top_line)
        self._right.addWidget(Share(column(panel)))
        self._right.addWidget(self._lower_share)
        self._both = line(self._left, gap=2 * GRID, margin=2 * GRID)
        self._both.addLayout(self._right)
        self.setLayout(self._both)
        face.restyled.connect(self._arrange)
        face.reworded.connect(self._say)
        self._arrange()

    @property
    def panel(self) -> QFrame:
        """The verdict's panel."""
        return self._panel

    @property
    def below(self) -> Below:
        """What is below the verdict."""
        return self._below

    @property
    def tight(self) -> bool:
        """Whether the page is tight."""
        return bool(self._tight)

    @property
    def hides_given(self) -> bool:
        """Whether what was given is shown only when its key is pressed."""
        return self.tight or self._crowded

    def crowd(self, crowded: bool) -> None:
        """Leave the verdict more room, or take it back."""
        if crowded is not self._crowded:
            self._crowded = crowded
            if not self.hides_given and self._below is Below.GIVEN:
                self.show_below(Below.USUAL)
            self._share()

    def attend(self, attended: bool) -> None:
        """A customer stands there whom the list below is for: the verdict comes first, and has the room."""
        if attended is not self._attended:
            self._attended = attended
            self._share()

    def show_below(self, below: Below) -> None:
        """Show something below the verdict."""
        if (below is Below.TODAY and not self._tight) or (below is Below.GIVEN and not self.hides_given):
            below = Below.USUAL
        if below is not self._below:
            self._below = below
            self._share()
            self.below_changed.emit()

    def toggle(self, below: Below) -> None:
        """Show it, or what is usually there."""
        self.show_below(Below.USUAL if self._below is below else below)

    def show_offer(self, offer: OfferLine | None) -> None:
        """The chosen offer, for the tight page's line."""
        self._offer = offer
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        tight = self.width() / self._face.theme.factor < TIGHT
        changed = tight is not self._tight
        typing = self._focus_that_moves()
        if changed:
            self._tight = tight
            self._scanbox.fold(tight)
            self._today.fold(tight)
            if tight:
                self._top_line.addWidget(self._scanbox, 1)
                self._lower.addWidget(self._today)
                self._pages[Below.TODAY] = self._today
                if typing is not None and self._today.isAncestorOf(typing):
                    self._below = Below.TODAY
            else:
                self._lower.removeWidget(self._today)
                self._pages.pop(Below.TODAY, None)
                self._left_column.addWidget(self._today, 1)
                self._left_column.addWidget(self._scanbox)
                self._today.show()
                if self._below not in (Below.WHY, Below.BOOKINGS):
                    self._below = Below.USUAL
            self._left.setVisible(not tight)
            self._offer_button.setVisible(tight)
            self._both.setStretch(0, 0 if tight else 31)
            self._both.setStretch(1, 69)
            self._scanbox.show()
        self._lower_share.setMinimumHeight(0 if tight else self._face.theme.pixels(LOWER))
        parts = (self._scanbox,) if tight else (self._today, self._scanbox)
        tab_through(*parts, self._panel, self._lower)
        self._share()
        self._say()
        if changed:
            if typing is not None:
                typing.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tightened.emit()

    def _focus_that_moves(self) -> QWidget | None:
        """Where the keys are, if it is in what gets another parent, which takes them away."""
        focus: QWidget | None = self.window().focusWidget()
        moves = focus is not None and (self._today.isAncestorOf(focus) or self._scanbox.isAncestorOf(focus))
        return focus if moves else None

    def _share(self) -> None:
        """How the height is shared between the verdict and what is below it."""
        asked_for = self._below is not Below.USUAL
        self._lower.setCurrentWidget(self._pages[self._below if asked_for else Below.GIVEN])
        aside = self._below is Below.BOOKINGS and self._attended
        self._lower_share.setVisible(not self.tight if aside else asked_for or not self.hides_given)
        verdict, below = (50, 50) if asked_for and not aside else (76, 24)
        self._right.setStretch(1, verdict)
        self._right.setStretch(2, below)

    def _say(self) -> None:
        offer = self._offer
        if offer is None:
            nothing = self._today.listed and not self._today.offers.count
            text = self._face.say("ui", "today.title" if nothing else "scan.choose_word")
            self._offer_button.say(text, "F3")
            return
        name = f"{when(self._face, offer)}  {self._face.named(offer.offer.names)}"
        self._offer_button.say(name, "F3", state(self._face, offer))
