"""The free tickets of the coming days: the table, what it says of itself, and the buttons for its current cell.

S says that a day is sold out, or no longer; T lets a desk that is cut off go over the number (trusting), or not (strict); P shows a
day's performances; H lets the house of the column give at once, or with Enter.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.face import Face
from ui.manager.alone import ALONE
from ui.manager.cells import CellPaint
from ui.manager.grid import QuotaView
from ui.manager.table import Place, QuotaModel
from ui.operations import Operations, Quotas
from ui.painted import Painted
from ui.parts import Button, Words, column
from ui.sheet import font_of
from ui.theme import GRID, Text
from ui.wrapping import WrappingRow
from validator.desk import QuotaCell, QuotaTarget
from validator.domain.network import Venue
from validator.domain.numbers import Number
from validator.domain.quota import MOST_TICKETS, QuotaMode
from validator.domain.verdict import Decline, Give, Reason, Verdict

SOLD_OUT, TRUSTING, SHOWS, AT_ONCE = "S", "T", "P", "H"

_ROOMY = 50 * GRID
"""Height from which on there is room for more than the table and its buttons."""
_AROUND = 11 * GRID
"""What the page has around the table's side, at any size of text."""
_SEEN = 4
"""Rows that are seen at once at least; where there is no room for them the page scrolls."""
_TOLD = 2
"""Lines that are kept free for what is said of the current cell, so that the table stays where it is."""
_MEANS = {TRUSTING: "manager.trusting_means", AT_ONCE: "manager.at_once_means"}


class QuotaBoard(QWidget):
    """The table's side of the manager's page.

    Signals:
        changed: a number was booked, or could not be.
    """

    changed = Signal()

    def __init__(self, face: Face, operations: Operations, alone: int = ALONE) -> None:
        super().__init__()
        self._face = face
        self._operations = operations
        self._told = ""
        self._house: Venue | None = None
        self._writes = 0
        self._is_read = False
        self._room = 0
        self._model = QuotaModel(face)
        self._view = QuotaView(SOLD_OUT + TRUSTING + SHOWS + AT_ONCE, alone)
        self._paint = CellPaint(face, self._view, self._model)
        self._intro, self._foot = Words("soft"), QWidget()
        self._detail = Words("small")
        self._message = Words("strong")
        room = self._message.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # else the table would jump under the manager's hands
        self._message.setSizePolicy(room)
        self._acts = {
            SOLD_OUT: self._switch_sold_out,
            TRUSTING: self._switch_mode,
            SHOWS: self._unfold,
            AT_ONCE: self._switch_at_once,
        }
        self._buttons = {letter: Button(partial(self.press, letter)) for letter in self._acts}
        self._lay_out()
        self._model.typed.connect(self._typed)
        self._model.refused_text.connect(self._refuse)
        self._view.lettered.connect(self.press)
        self._view.selectionModel().currentChanged.connect(lambda *_: self._name_buttons())
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)
        self._say()

    @property
    def table(self) -> QTableView:
        """The table."""
        return self._view

    @property
    def message(self) -> str:
        """What was told last."""
        return self._message.text()

    @property
    def foot(self) -> QWidget:
        """What stands below the table: who sees it sees the table."""
        return self._foot

    @property
    def touched(self) -> tuple[QWidget, ...]:
        """What the mouse may be at."""
        return self._view, self._view.viewport(), *self._buttons.values()

    def ask(self) -> None:
        """Ask the desk for the numbers."""
        self._operations.quotas(partial(self._show, self._writes))

    def open(self) -> None:
        """Somebody came in."""
        self.tell("")
        self._model.fold()
        self.ask()

    def take_focus(self) -> None:
        """To the table."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """What is being typed was never meant, or nobody is there to enter it."""
        self._view.drop()

    def press(self, letter: str) -> None:
        """S, T, P or H on the current cell, by its key or its button."""
        self._acts[letter]()
        self.take_focus()

    def settle(self, target: QuotaTarget, day: date, number: Number) -> None:
        """Set what a manager wants, knowing what others typed."""
        self._writes += 1
        self._operations.settle_quota(target, day, number, self._booked)

    def fit(self, room: int) -> None:
        """Arrange everything for a page that shows so many pixels at once."""
        self._room = room
        self._measure()

    def tell(self, key_of_text: str, text: str = "") -> None:
        """Say what came of it."""
        self._told = key_of_text
        self._message.say(self._told_text() or text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _show(self, writes: int, quotas: Quotas) -> None:
        if writes != self._writes:
            return  # older than what was typed since; what is booked is asked for again
        typing = self._view.state() is QAbstractItemView.State.EditingState
        if typing and not self._model.has_place_for(quotas):
            return  # another day's table comes when nobody is in this one's cells
        place = self._model.place_of(self._view.currentIndex())
        self._is_read = True
        self._model.put(quotas)
        self._go_to(place)

    def _unfold(self) -> None:
        place = self._model.place_of(self._view.currentIndex())
        if place is None:
            return
        if self._model.unfold(place.row.day):
            self._go_to(place)
        else:
            self.tell("manager.no_shows")

    def _go_to(self, place: Place | None) -> None:
        """To where the manager was; the rows may be others by now."""
        index = self._model.index_of(place)
        if index != self._view.currentIndex():
            self._view.setCurrentIndex(index)
        self._say()

    def _typed(self, target: QuotaTarget, day: date, value: object) -> None:
        number = value if isinstance(value, int) else None
        self._writes += 1
        self._operations.put_quota(target, day, number, self._booked)

    def _refuse(self) -> None:
        self._view.refuse()
        self.tell("manager.bad_number")

    def _switch_sold_out(self) -> None:
        if (cell := self._cell()) is not None:
            self._switch(cell, Number(cell.value, cell.mode, not cell.sold_out))

    def _switch_mode(self) -> None:
        if (cell := self._cell()) is not None:
            mode = QuotaMode.STRICT if cell.mode is QuotaMode.TRUSTING else QuotaMode.TRUSTING
            self._switch(cell, Number(cell.value, mode, cell.sold_out))

    def _switch_at_once(self) -> None:
        cell = self._cell()
        if cell is None:
            return
        self._writes += 1
        self._house = self._model.house_of(cell.target) if self._model.houses > 1 else None

        def done(verdict: Verdict) -> None:
            self._booked(verdict)
            if isinstance(verdict, Give):
                self.tell("manager.at_once_off" if cell.at_once else "manager.at_once_on")

        self._operations.switch_at_once(cell.target, done, on=not cell.at_once)

    def _switch(self, cell: QuotaCell, wanted: Number) -> None:
        self._writes += 1
        self._model.move(self._view.currentIndex(), wanted)
        self._name_buttons()
        self._operations.switch_quota(
            cell.target,
            cell.visit,
            self._booked,
            sold_out=wanted.sold_out if wanted.sold_out != cell.sold_out else None,
            mode=wanted.mode if wanted.mode is not cell.mode else None,
        )

    def _cell(self) -> QuotaCell | None:
        shown = self._model.shown(self._view.currentIndex())
        return None if shown is None else shown.cell

    def _booked(self, verdict: Verdict) -> None:
        if verdict.main.reason is Reason.NOT_SAVED:
            self.tell("manager.not_saved")  # the fixed sentence is of a ticket, and here is none
        elif isinstance(verdict, Decline):
            self.tell("", self._face.wording.sentence(verdict.main))
        elif not self._view.holds_refused:  # the number before it, while this one is still to be mended
            self.tell("manager.saved")
        self.changed.emit()

    def _told_text(self) -> str:
        match self._told:
            case "manager.saved" | "manager.not_saved" as told:
                return self._face.say("ui", told)
            case "manager.bad_number":
                return self._face.say("ui", "manager.bad_number", most=MOST_TICKETS)
            case "manager.at_once_on" | "manager.at_once_off" as told:
                # Where there are several houses, it must be said which.
                where = "" if self._house is None else f" {self._face.named(self._house.names)}."
                return self._face.say("ui", told) + where
            case "manager.no_shows":
                return self._face.say("ui", "manager.no_shows")
            case _:
                return ""

    def _say(self) -> None:
        say = self._face.say
        intro = say("ui", "manager.no_offers" if self._model.columnCount() == 0 else "manager.intro")
        self._intro.setText(intro if self._is_read else "")
        self._view.setAccessibleName(say("ui", "manager.quotas"))
        self._view.setAccessibleDescription(self._intro.text())
        self._name_buttons()
        if self._told:
            self._message.say(self._told_text())
        self._measure()

    def _name_buttons(self) -> None:
        """Each button says what it would do to the current cell."""
        say, cell = self._face.say, self._cell()
        place = self._model.place_of(self._view.currentIndex())
        is_sold_out = cell is not None and cell.sold_out
        is_trusting = cell is not None and cell.mode is QuotaMode.TRUSTING
        is_unfolded = place is not None and self._model.is_unfolded(place.row.day)
        texts = {
            SOLD_OUT: "manager.not_sold_out" if is_sold_out else "manager.sold_out",
            TRUSTING: "manager.strict" if is_trusting else "manager.trusting",
            SHOWS: "manager.hide_shows" if is_unfolded else "manager.shows",
            AT_ONCE: "manager.not_at_once" if cell is not None and cell.at_once else "manager.at_once",
        }
        shown = self._model.shown(self._view.currentIndex())
        self._detail.setText("" if shown is None else self._model.detail(shown))
        for letter, button in self._buttons.items():
            means = say("ui", _MEANS[letter]) if letter in _MEANS else ""
            button.say(say("ui", texts[letter]), letter, f"{letter}. {means}" if means else "")
            button.setToolTip(means)
            button.setEnabled(cell is not None)

    def _measure(self) -> None:
        # The table needs the room; who does not see the words hears them with its name.
        is_roomy = self._room >= self._face.theme.pixels(_ROOMY) + _AROUND
        self._intro.setVisible(is_roomy)
        self._detail.setVisible(not is_roomy)
        self._paint.is_brief = not is_roomy
        columns = self._model.columnCount()
        if columns == 0:
            return
        across, down = self._view.horizontalHeader(), self._view.verticalHeader()
        bold = font_of(self._face.theme, Text.BASE, bold=True)
        names = [self._named(at, Qt.Orientation.Vertical, bold) for at in range(self._model.rowCount())]
        beside = max(names[at].width for at in self._model.days) + 3 * GRID
        down.setFixedWidth(beside)
        room = self._view.width() - beside - self._view.verticalScrollBar().sizeHint().width() - GRID
        width = max(self._paint.column_width(), room // columns)
        if not is_roomy:
            width = max(width, room // max(1, room // width))  # no column is cut off
        for column_at in range(columns):
            across.resizeSection(column_at, width)
        above = [self._named(at, Qt.Orientation.Horizontal, bold) for at in range(columns)]
        across.setFixedHeight(max(name.height(width - 3 * GRID) for name in above) + 2 * GRID)
        self._view.resizeRowsToContents()
        for row_at, name in enumerate(names):
            needed = name.height(beside - 3 * GRID) + 2 * GRID
            if down.sectionSize(row_at) < needed:
                down.resizeSection(row_at, needed)
        view = self._view
        bars = view.horizontalScrollBar().sizeHint().height() + 2 * view.frameWidth()
        around = across.height() + bars
        told = _TOLD * self._detail.fontMetrics().lineSpacing()
        self._detail.setMinimumHeight(told)
        most = self._room - self._message.sizeHint().height() - told - 5 * GRID
        view.setMinimumHeight(0 if is_roomy else around + self._whole_rows(max(0, most - around)))

    def _whole_rows(self, most: int) -> int:
        """How high as many of the first rows are as fit, with none of them cut."""
        down, high = self._view.verticalHeader(), 0
        for at in range(min(_SEEN, self._model.rowCount())):
            if high and high + down.sectionSize(at) > most:
                break
            high += down.sectionSize(at)
        return high

    def _named(self, at: int, orientation: Qt.Orientation, font: QFont) -> Painted:
        return Painted(str(self._model.headerData(at, orientation)), font, "")

    def _lay_out(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setItemDelegate(self._paint)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        for header in (view.horizontalHeader(), view.verticalHeader()):
            header.setDefaultAlignment(wrapped)
            header.setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        buttons = QWidget()
        row = WrappingRow(buttons)
        for button in self._buttons.values():
            row.addWidget(button)
        self._foot.setLayout(column(self._detail, self._message, gap=0))
        self.setLayout(column(self._intro, buttons, view, self._foot, gap=GRID + GRID // 2))
