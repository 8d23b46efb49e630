"""The manager's page: the door, then the free tickets of the coming days, or what is to be looked at.

It locks itself when nobody touches it.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget

from ui.face import Face
from ui.manager.cells import CellPaint
from ui.manager.door import Door
from ui.manager.grid import QuotaView
from ui.manager.settle import SettleList
from ui.manager.table import QuotaModel
from ui.operations import Operations, Quotas, ToSettle
from ui.painted import Painted
from ui.parts import Button, Line, Words, column, key
from ui.sheet import font_of
from ui.theme import GRID, Text
from ui.wrapping import WrappingRow
from validator.domain.cases import CaseOutcome
from validator.domain.network import Offer
from validator.domain.quota import MOST_TICKETS
from validator.domain.verdict import Decline, Verdict

IDLE = 5 * 60_000
"""Milliseconds without a key or the mouse after which the page locks."""

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class ManagerPage(QWidget):
    """The page.

    Signals:
        left: back to the clerk's page.
        changed: a number was booked.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, face: Face, operations: Operations, idle: int = IDLE) -> None:
        super().__init__()
        self._face = face
        self._operations = operations
        self._told = ""
        self.door = Door(face, operations)
        self._model = QuotaModel(face)
        self._view = QuotaView()
        self._paint = CellPaint(face, self._view, self._model)
        self._title = Line("title")
        self._intro = Words("soft")
        self._message = Words("strong")
        room = self._message.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # else the table would jump under the manager's hands
        self._message.setSizePolicy(room)
        self.settle = SettleList(face)
        self._settle = Button(self.toggle_settle)
        self._lock = Button(self.lock)
        self._sides = QStackedWidget()
        self._stack = QStackedWidget()
        self._inside = QWidget()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle)
        self._lay_out()
        self.door.opened.connect(self._open)
        self.door.left.connect(self.left)
        self._model.typed.connect(self._typed)
        self.settle.chosen.connect(self._settled)
        self.settle.settled.connect(self._settle_case)
        self._model.refused_text.connect(lambda: self._tell("manager.bad_number"))
        self._idle.timeout.connect(self._lock_idle)
        face.reworded.connect(self._say)
        face.restyled.connect(self._measure)
        key("Esc", self, self.lock)
        key("F7", self, self.toggle_settle)
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether the door was opened."""
        return self._stack.currentWidget() is self._inside

    @property
    def table(self) -> QTableView:
        """The table."""
        return self._view

    @property
    def settling(self) -> bool:
        """Whether what is to be looked at is shown instead of the table."""
        return self._sides.currentWidget() is self.settle

    @property
    def message(self) -> str:
        """What was told last."""
        return self._message.text()

    def enter(self) -> None:
        """Somebody wants in."""
        self._stack.setCurrentWidget(self.door)
        self.door.knock()

    def lock(self) -> None:
        """Back to the clerk's page, with the door shut."""
        self._shut()
        self.left.emit()

    def stop(self) -> None:
        """Ask no more."""
        self._shut()

    def refresh(self) -> None:
        """Ask the desk for the numbers, if anybody sees them."""
        if self.is_open:
            self._ask()

    def toggle_settle(self) -> None:
        """F7: what is to be looked at, or the table again."""
        if not self.is_open:
            return
        self._sides.setCurrentWidget(self._table_side if self.settling else self.settle)
        self._say()
        if self.settling:
            self.settle.take_focus()
        else:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def touch(self) -> None:
        """Somebody is at it: the page does not lock itself yet."""
        if self.is_open:
            self._idle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_open:
            self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        self._stack.setCurrentWidget(self._inside)
        self._tell("")
        self._idle.start()
        self._ask()
        self._sides.setCurrentWidget(self._table_side)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._operations.quotas(self._show)
        self._operations.to_settle(self.show_settle)

    def show_settle(self, found: ToSettle) -> None:
        """What is to be looked at now."""
        self.settle.put(found)
        self._say()

    def _show(self, quotas: Quotas) -> None:
        typing = self._view.state() is QAbstractItemView.State.EditingState
        if typing and not self._model.has_place_for(quotas):
            return  # another day's table comes when nobody is in this one's cells
        self._model.put(quotas)
        if not self._view.currentIndex().isValid() and quotas.rows:
            self._view.setCurrentIndex(self._model.index(0, 0))
        self._say()

    def _typed(self, offer: Offer, day: date, value: object) -> None:
        self._put(offer, day, value, settles=False)

    def _settled(self, offer: Offer, day: date, value: object) -> None:
        self._put(offer, day, value, settles=True)

    def _settle_case(self, case: str, outcome: CaseOutcome) -> None:
        def told(verdict: Verdict) -> None:
            self.settle.tell(
                self._face.wording.sentence(verdict.main) if isinstance(verdict, Decline) else ""
            )
            self.changed.emit()
            self.refresh()

        self._operations.settle_case(case, outcome, told)

    def _put(self, offer: Offer, day: date, value: object, *, settles: bool) -> None:
        number = value if isinstance(value, int) else None

        def told(verdict: Verdict) -> None:
            if isinstance(verdict, Decline):
                self._tell("", self._face.wording.sentence(verdict.main))
            else:
                self._tell("manager.saved")
            self.changed.emit()
            self.refresh()

        self._operations.put_quota(offer, day, number, told, settles=settles)

    def _lock_idle(self) -> None:
        self._shut()
        self._stack.setCurrentWidget(self.door)
        self.door.knock(locked_idle=True)

    def _shut(self) -> None:
        self._idle.stop()
        self._view.drop()
        self._stack.setCurrentWidget(self.door)

    def _tell(self, key_of_text: str, text: str = "") -> None:
        self._told = key_of_text
        self._message.say(self._told_text() or text)

    def _told_text(self) -> str:
        match self._told:
            case "manager.saved":
                return self._face.say("ui", "manager.saved")
            case "manager.bad_number":
                return self._face.say("ui", "manager.bad_number", most=MOST_TICKETS)
            case _:
                return ""

    def _say(self) -> None:
        say = self._face.say
        to_settle = say("ui", "settle.title", n=self.settle.count)
        self._title.setText(to_settle if self.settling else say("ui", "manager.quotas"))
        self._settle.say(say("ui", "manager.quotas") if self.settling else to_settle, "F7")
        empty = self._model.columnCount() == 0
        self._intro.setText(say("ui", "manager.no_offers" if empty else "manager.intro"))
        self._lock.say(say("ui", "manager.lock"), "Esc")
        self._view.setAccessibleName(say("ui", "manager.quotas"))
        self._view.setAccessibleDescription(self._intro.text())
        if self._told:
            self._message.say(self._told_text())
        if not empty:
            self._measure()

    def _measure(self) -> None:
        across, columns = self._view.horizontalHeader(), max(1, self._model.columnCount())
        beside = (self._view.verticalHeader(), self._view.verticalScrollBar())
        room = self._view.width() - sum(each.sizeHint().width() for each in beside) - GRID
        width = max(self._paint.column_width(), room // columns)
        for column_at in range(self._model.columnCount()):
            across.resizeSection(column_at, width)
        names = (str(self._model.headerData(at, Qt.Orientation.Horizontal)) for at in range(columns))
        bold = font_of(self._face.theme, Text.BASE, bold=True)
        across.setFixedHeight(
            max(Painted(name, bold, "").height(width - 3 * GRID) for name in names) + 2 * GRID
        )
        self._view.resizeRowsToContents()

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
        across = view.horizontalHeader()
        across.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        across.setHighlightSections(False)
        view.verticalHeader().setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table_side = QWidget()
        self._table_side.setLayout(column(self._intro, view, self._message, gap=GRID + GRID // 2))
        self._sides.addWidget(self._table_side)
        self._sides.addWidget(self.settle)
        top = WrappingRow(apart=True)
        buttons = QWidget()
        row = WrappingRow(buttons)
        row.addWidget(self._settle)
        row.addWidget(self._lock)
        top.addWidget(self._title)
        top.addWidget(buttons)
        self._inside.setLayout(column(top, self._sides, gap=GRID, margin=2 * GRID))
        self._stack.addWidget(self.door)
        self._stack.addWidget(self._inside)
        self.setLayout(column(self._stack, gap=0))
        for watched in (view, view.viewport(), self._settle, self._lock):
            watched.installEventFilter(self)
