"""The manager's table as it is walked and typed in, with the keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QTableView, QWidget

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuotaView(QTableView):
    """The table: Enter opens a cell, or keeps what was typed and goes one down."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # the editor's own Enter comes by here once more
            if event.key() in _UP_DOWN:
                self._keep(_UP_DOWN[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.model().setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:  # that is: by Enter
            self._go(1)

    def drop(self) -> None:
        """Nobody is there any more: what was being typed was never entered."""
        editor = self.viewport().findChild(QLineEdit)
        if isinstance(editor, QLineEdit):
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _keep(self, rows: int) -> None:
        """An arrow in an open cell: keep what was typed and go on."""
        editor = self.viewport().findChild(QLineEdit)
        if isinstance(editor, QLineEdit):
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._go(rows)

    def _go(self, rows: int) -> None:
        index = self.currentIndex()
        there = index.siblingAtRow(index.row() + rows)
        if there.isValid():
            self.setCurrentIndex(there)
