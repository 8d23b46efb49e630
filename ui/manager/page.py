"""The manager's page: the door, then the free tickets of the coming days (`ui.manager.board`), or what is to be looked at.

It locks itself when nobody touches it. Where texts are so large that the table would have no room, it scrolls, and shows the table.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTableView, QWidget

from ui.face import Face
from ui.manager.alone import ALONE
from ui.manager.board import QuotaBoard
from ui.manager.door import Door
from ui.manager.settle import SettleList
from ui.operations import Operations, ToSettle
from ui.parts import Button, Line, column, key
from ui.scroller import Scroller
from ui.theme import GRID
from ui.wrapping import WrappingRow
from validator.domain.cases import CaseOutcome
from validator.domain.verdict import Decline, Reason, Verdict

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

    def __init__(self, face: Face, operations: Operations, idle: int = IDLE, alone: int = ALONE) -> None:
        super().__init__()
        self._face = face
        self._operations = operations
        self.door = Door(face, operations)
        self.board = QuotaBoard(face, operations, alone)
        self._title = Line("title")
        self.settle = SettleList(face, alone)
        self._settle = Button(self.toggle_settle)
        self._lock = Button(self.lock)
        self._stack = QStackedWidget()
        self._inside = QWidget()
        self._room = Scroller(keys=False)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle)
        self._lay_out()
        self.door.opened.connect(self._open)
        self.door.left.connect(self.left)
        self.board.changed.connect(self._changed)
        self.settle.chosen.connect(self.board.settle)
        self.settle.settled.connect(self._settle_case)
        self.settle.anew.connect(self._send_anew)
        self._idle.timeout.connect(self._lock_idle)
        face.reworded.connect(self._say)
        key("Esc", self, self.lock)
        key("F7", self, self.toggle_settle)
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether the door was opened."""
        return self._stack.currentWidget() is self._room

    @property
    def table(self) -> QTableView:
        """The table."""
        return self.board.table

    @property
    def settling(self) -> bool:
        """Whether what is to be looked at is shown instead of the table."""
        return not self.settle.isHidden()

    @property
    def message(self) -> str:
        """What was told last."""
        return self.board.message

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
        self._show_side(settling=not self.settling)
        if self.settling:
            self.settle.take_focus()
        else:
            self.board.take_focus()

    def touch(self) -> None:
        """Somebody is at it: the page does not lock itself yet."""
        if self.is_open:
            self._idle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.fit(self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def take_scan(self) -> None:
        """A card here is nobody's; what its first signs did is taken back."""
        self._drop()

    def _open(self) -> None:
        self._stack.setCurrentWidget(self._room)
        self._idle.start()
        self.board.open()
        self._operations.to_settle(self.show_settle)
        self._show_side(settling=False)
        self.board.take_focus()

    def _show_side(self, *, settling: bool) -> None:
        """Only what is shown takes room. The list scrolls by itself below the buttons; of the table the foot is to be seen."""
        self.board.setVisible(not settling)
        self.settle.setVisible(settling)
        self._room.reveal(self._title if settling else self.board.foot)
        self._say()

    def _ask(self) -> None:
        self.board.ask()
        self._operations.to_settle(self.show_settle)

    def show_settle(self, found: ToSettle) -> None:
        """What is to be looked at now."""
        self.settle.put(found)
        self._say()

    def _changed(self) -> None:
        self.changed.emit()
        self.refresh()

    def _settle_case(self, case: str, outcome: CaseOutcome) -> None:
        self._operations.settle_case(case, outcome, self._settled)

    def _send_anew(self, case: str) -> None:
        self._operations.send_anew(case, self._settled)

    def _settled(self, verdict: Verdict) -> None:
        if verdict.main.reason is Reason.NOT_SAVED:
            told = self._face.say("ui", "manager.not_saved")
        else:
            told = self._face.wording.sentence(verdict.main) if isinstance(verdict, Decline) else ""
        self.settle.tell(told)
        self._changed()

    def _lock_idle(self) -> None:
        self._shut()
        self._stack.setCurrentWidget(self.door)
        self.door.knock(locked_idle=True)

    def _shut(self) -> None:
        self._idle.stop()
        self._drop()
        self._stack.setCurrentWidget(self.door)

    def _drop(self) -> None:
        self.board.drop()
        self.settle.drop()

    def _say(self) -> None:
        say = self._face.say
        to_settle = say("ui", "settle.title", n=self.settle.count)
        self._title.setText(to_settle if self.settling else say("ui", "manager.quotas"))
        self._settle.say(say("ui", "manager.quotas") if self.settling else to_settle, "F7")
        self._lock.say(say("ui", "manager.lock"), "Esc")

    def _lay_out(self) -> None:
        top = WrappingRow(apart=True)
        buttons = QWidget()
        row = WrappingRow(buttons)
        row.addWidget(self._settle)
        row.addWidget(self._lock)
        top.addWidget(self._title)
        top.addWidget(buttons)
        inside = column(top, gap=GRID, margin=2 * GRID)
        for side in (self.board, self.settle):
            inside.addWidget(side, 1)
        self._inside.setLayout(inside)
        self._stack.addWidget(self.door)
        self._room.hold(self._inside)
        self.settle.hide()
        self._stack.addWidget(self._room)
        self.setLayout(column(self._stack, gap=0))
        for watched in (*self.board.touched, self._settle, self._lock):
            watched.installEventFilter(self)
