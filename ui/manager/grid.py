"""The manager's table as it is walked and typed in, with the keys of a spreadsheet.

The letters of its buttons (S, T, P, H) act a moment later than they come, and only if no other key follows at once: a hand
scanner's first signs are letters too, and nothing else tells them from typing.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from ui.manager.alone import ALONE, Alone

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTERED = frozenset(
    {
        QAbstractItemDelegate.EndEditHint.SubmitModelCache,
        QAbstractItemDelegate.EndEditHint.EditNextItem,
        QAbstractItemDelegate.EndEditHint.EditPreviousItem,
    }
)
"""How a key closes a cell: Enter, Tab, Shift+Tab."""


class _Days(QHeaderView):
    """The names of the rows."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # In the table's own colour: in the names' it would look like the stub of a row.
        _leave_empty(self, self, self._table.viewport().palette().window())


class QuotaView(QTableView):
    """The table: Enter opens a cell, or keeps what was typed and goes one down. What is refused stays in its cell, to be mended.

    Args:
        letters: keys that are the page's own while no cell is open.
        alone: milliseconds after which one of them was no scanner's.

    Signals:
        lettered: one of them was pressed, and nothing else with it.
    """

    lettered = Signal(str)

    def __init__(self, letters: str, alone: int = ALONE) -> None:
        super().__init__()
        days = _Days(self)
        days.setSectionsClickable(True)
        self.setVerticalHeader(days)
        self._letters = letters
        self._is_refused = False
        self._alone = Alone(alone, self)
        self._alone.pressed.connect(self.lettered)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _leave_empty(self, self.verticalHeader(), self.viewport().palette().window())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        alone = self._alone.hear(event)
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # the editor's own Enter comes by here once more
            if event.key() in _UP_DOWN:
                self._keep(_UP_DOWN[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.model().setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        elif event.text() and event.text().upper() in self._letters:
            if alone:
                self._alone.wait_for(event.text().upper())
        else:
            super().keyPressEvent(event)

    @property
    def holds_refused(self) -> bool:
        """Whether the open cell has what was refused."""
        return self._is_refused and self.state() is QAbstractItemView.State.EditingState

    def refuse(self) -> None:
        """What is being kept is no number."""
        self._is_refused = True

    def commitData(self, editor: QWidget) -> None:
        self._is_refused = False
        super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self._is_refused and hint in _ENTERED:
            return
        self._is_refused = False
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:  # that is: by Enter
            self._go(1)

    def drop(self) -> None:
        """Nobody is there any more, or it was a scanner: what was being typed was never entered."""
        self._alone.drop()
        editor = self.viewport().findChild(QLineEdit)
        if isinstance(editor, QLineEdit):
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _keep(self, rows: int) -> None:
        """An arrow in an open cell: keep what was typed and go on."""
        editor = self.viewport().findChild(QLineEdit)
        if isinstance(editor, QLineEdit):
            self.commitData(editor)
            if not self._is_refused:
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self._go(rows)

    def _go(self, rows: int) -> None:
        there = self.currentIndex()
        while there.isValid():
            there = there.siblingAtRow(there.row() + rows)
            if there.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(there)
                return


def _leave_empty(painted: QAbstractScrollArea, days: QHeaderView, ground: QBrush) -> None:
    """Paint nothing of a row that the lower edge cuts: half a number reads like another one."""
    area = painted.viewport()
    high = area.height()
    row = days.logicalIndexAt(high - 1)
    top = days.sectionViewportPosition(row)
    if row >= 0 and top > 0 and top + days.sectionSize(row) > high:
        painter = QPainter(area)
        painter.fillRect(QRect(0, top, area.width(), high - top), ground)
        painter.end()
