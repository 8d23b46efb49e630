"""The door's list: who has booked for the chosen performance, and whether they have come.

While it is shown a card collects its booking. A line is let go with Delete; what nobody collected in time goes all at once with a
manager's PIN. Both are entries of their own, so nobody is asked "are you sure?".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.clerk.booking_paint import BookingPaint
from ui.clerk.lift import pin_answer_text
from ui.clerk.offer_words import when
from ui.face import Face
from ui.lines import Index, Lines
from ui.operations import Operations
from ui.parts import Button, Field, Line, Words, column, line
from ui.theme import GRID
from ui.wrapping import WrappingRow
from validator.desk import BookingLine, OfferLine, PinAnswer
from validator.domain.redemption import Booking
from validator.domain.verdict import Give, Reason, Verdict

_LETS_GO = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class BookingModel(QAbstractListModel):
    """The lines."""

    def __init__(self, face: Face, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._face = face
        self._now = now
        self._lines: tuple[BookingLine, ...] = ()
        face.reworded.connect(self._reworded)

    @property
    def lines(self) -> tuple[BookingLine, ...]:
        """What is listed, oldest first."""
        return self._lines

    @property
    def late(self) -> int:
        """How many nobody has collected in time."""
        return sum(self._is_late(row) for row in self._lines)

    def put(self, lines: tuple[BookingLine, ...]) -> None:
        """List these."""
        same = [row.reservation for row in lines] == [row.reservation for row in self._lines]
        if not same:
            self.beginResetModel()
        self._lines = lines
        if same:
            self._reworded()
        else:
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._lines):
            return None
        row = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.name(row)}, {self.detail(row)}"
        return None

    def name(self, row: BookingLine) -> str:
        """Whose it is, as far as this desk may show it."""
        return row.masked or self._face.say("ui", "booking.elsewhere")

    def detail(self, row: BookingLine) -> str:
        """Tickets, and how it stands."""
        key = "given.group" if row.tickets.representatives else "given.tickets"
        return f"{self._face.say('ui', key, n=row.tickets.total)} · {self._state(row)}"

    def _state(self, row: BookingLine) -> str:
        match row.state:
            case Booking.COLLECTED:
                return self._face.say("ui", "booking.collected")
            case Booking.RELEASED:
                return self._face.say("ui", "booking.released")
            case Booking.HELD:
                key = "booking.late" if self._is_late(row) else "booking.held"
                return self._face.say("ui", key, time=row.collect_by)

    def _is_late(self, row: BookingLine) -> bool:
        return row.state is Booking.HELD and self._now() >= row.collect_by

    def _reworded(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))


class _View(Lines):
    """The list itself."""

    let_go = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LETS_GO:
            self.let_go.emit()
            return
        super().keyPressEvent(event)


class BookingsPanel(QWidget):
    """The list with its title and what can be done to it.

    Args:
        close: back to what was there before.

    Signals:
        changed: a booking was let go.
    """

    changed = Signal()

    def __init__(
        self, face: Face, operations: Operations, now: Callable[[], datetime], close: Callable[[], None]
    ) -> None:
        super().__init__()
        self._face = face
        self._operations = operations
        self._offer: OfferLine | None = None
        self._news: Callable[[], str] = str
        self._folded = False
        self._attended = False
        self._title = Line("strong")
        self._told = Words("soft")
        self._nothing = Words("soft")
        self._model = BookingModel(face, now)
        self._view = _View()
        self._view.setModel(self._model)
        self._view.setItemDelegate(BookingPaint(face, self._view, self._model))
        self._view.let_go.connect(self.release_chosen)
        self._view.selectionModel().currentChanged.connect(self._say)
        self._release = Button(self.release_chosen)
        self._late = Button(self.open_pin)
        self._pin = Field()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setMaxLength(64)
        self._pin.returnPressed.connect(self._try)
        self._pin.hide()
        self._close = Button(close, "quiet")
        row = WrappingRow(gap=GRID)
        for part in (self._release, self._late, self._pin, self._close):
            row.addWidget(part)
        head = line(self._title, self._told, gap=2 * GRID)
        head.setStretchFactor(self._told, 1)
        self.setLayout(column(head, self._nothing, self._view, row, gap=GRID // 2))
        face.reworded.connect(self._say)
        face.restyled.connect(self._view.scheduleDelayedItemsLayout)
        self._say()

    @property
    def rows(self) -> tuple[BookingLine, ...]:
        """What is listed."""
        return self._model.lines

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines in words."""
        return tuple(f"{self._model.name(row)}, {self._model.detail(row)}" for row in self._model.lines)

    @property
    def told(self) -> str:
        """What is told beside the title."""
        return self._told.text()

    @property
    def pin(self) -> QLineEdit:
        """Where a manager's PIN goes."""
        return self._pin

    def show_offer(self, offer: OfferLine | None) -> None:
        """The bookings of this; what is listed stays until they have come."""
        same = offer is not None and self._offer is not None and offer.choice == self._offer.choice
        self._offer = offer
        if not same:
            self._model.put(())
            self._fold()
            self.tell()
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk for them, where they are shown."""
        offer = self._offer
        if offer is None or not self.isVisible():
            self._say_seen()
            return
        self._operations.bookings(offer.choice, lambda lines: self._put(offer, lines))

    def fold(self, *, tight: bool, attended: bool) -> None:
        """Leave the list the room where there is little, and while a customer stands there: what is not shown has its key."""
        if (tight or attended, attended) != (self._folded, self._attended):
            self._folded, self._attended = tight or attended, attended
            self._say_seen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()

    def take_focus(self) -> None:
        """For the keys that choose a line; one is chosen at once."""
        self._fold()
        self.tell()
        self.refresh()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def holds(self, focus: QWidget | None) -> bool:
        """Whether the keys are this panel's."""
        return focus is not None and self.isAncestorOf(focus)

    def tell(self, news: Callable[[], str] = str) -> None:
        """Say what came of letting go, in whatever language is spoken; without it, what a card does here."""
        self._news = news
        self._say()

    def release_chosen(self) -> None:
        """Let the chosen line go."""
        row = self._chosen
        if row is not None and row.state is Booking.HELD:
            self.release(row.reservation)

    def release(self, reservation: str) -> None:
        """Let a booking go."""
        self._operations.release(reservation, self._released)

    def open_pin(self) -> None:
        """F6: a manager is to let go what nobody collected in time."""
        if not self._model.late:
            self.tell(lambda: self._face.say("ui", "booking.still_time"))
            return
        self._pin.show()
        self._pin.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _chosen(self) -> BookingLine | None:
        row = self._view.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, BookingLine) else None

    def _put(self, offer: OfferLine, lines: tuple[BookingLine, ...]) -> None:
        if self._offer is None or offer.choice != self._offer.choice:
            return
        chosen = self._chosen
        self._model.put(lines)
        kept = None if chosen is None else chosen.reservation
        place = next((at for at, row in enumerate(lines) if row.reservation == kept), 0)
        self._view.setCurrentIndex(self._model.index(place))
        self._say()

    def _released(self, verdict: Verdict) -> None:
        self.tell(lambda: self._released_words(verdict))
        self.changed.emit()
        self.refresh()

    def _released_words(self, verdict: Verdict) -> str:
        if isinstance(verdict, Give):
            return self._face.say("ui", "booking.let_go")
        if verdict.main.reason is Reason.NO_RIGHT:
            return self._face.say("ui", "booking.managers")
        return self._face.wording.sentence(verdict.main)

    def _try(self) -> None:
        pin, offer = self._pin.text(), self._offer
        self._pin.clear()
        if not pin or offer is None:
            return

        def told(answer: PinAnswer) -> None:
            if answer.right and self._offer is not None and self._offer.choice == offer.choice:
                self._operations.release_uncollected(offer.choice, self._released_late)
                self._fold()
            else:
                self.tell(lambda: pin_answer_text(self._face, answer))

        self._operations.try_pin(pin, told)

    def _released_late(self, done: int | Verdict) -> None:
        def words() -> str:
            if isinstance(done, int):
                return self._face.say("ui", "booking.let_late_go", n=done)
            return self._face.wording.sentence(done.main)

        self.tell(words)
        self.changed.emit()
        self.refresh()

    def _fold(self) -> None:
        held = self._pin.hasFocus()
        self._pin.clear()
        self._pin.hide()
        if held:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_seen(self) -> None:
        """Every customer changes what stands here; where it is not shown that waits until it is."""
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        say, offer = self._face.say, self._offer
        name = ""
        if offer is not None:
            name = f"{self._face.named(offer.offer.names)} {when(self._face, offer)}"
        self._title.setText(say("ui", "booking.title", offer=name))
        self._view.setAccessibleName(self._title.text())
        self._told.say(self._news() or ("" if self._folded else say("ui", "booking.hint")))
        self._nothing.say("" if self._model.lines else say("ui", "booking.none"))
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = self._chosen
        self._release.say(say("ui", "booking.release"), "Delete")
        self._release.setEnabled(row is not None and row.state is Booking.HELD)
        self._late.say(say("ui", "booking.release_late", n=self._model.late), "F6")
        self._late.setVisible(self._model.late > 0 and not self._attended)
        self._release.setVisible(not self._attended and not (self._folded and self._model.late))
        self._close.setVisible(not self._attended)
        self._pin.setPlaceholderText(say("ui", "pin.label"))
        self._pin.setAccessibleName(say("ui", "pin.label"))
        self._close.say(say("ui", "action.close"), "Ctrl+R")
        self._view.scheduleDelayedItemsLayout()
