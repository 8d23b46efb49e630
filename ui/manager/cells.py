"""How a cell of the manager's table is painted and typed in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.face import Face
from ui.manager.table import CELL, QuotaModel, Shown
from ui.painted import Painted
from ui.sheet import font_of
from ui.theme import FOCUS, GRID, Text

_LONGEST = 12


class CellPaint(QStyledItemDelegate):
    """The number large, what is given and left below it."""

    def __init__(self, face: Face, view: QTableView, model: QuotaModel) -> None:
        super().__init__(view)
        self._face = face
        self._view = view
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = index.data(CELL)
        if not isinstance(shown, Shown):
            return
        palette = self._face.theme.palette
        area: QRect = option.rect
        painter.save()
        painter.fillRect(area, QColor(palette.panel if shown.held else palette.field))
        current = index == self._view.currentIndex()
        if current:
            painter.fillRect(area, QColor(palette.tint))
            if option.state & QStyle.StateFlag.State_HasFocus or self._view.hasFocus():
                painter.setPen(QPen(QColor(palette.accent), FOCUS))
                painter.drawRect(area.adjusted(1, 1, -2, -2))
        number, detail = self._texts(shown)
        left, width = area.left() + GRID, area.width() - 2 * GRID
        top = area.top() + (area.height() - number.height(width) - detail.height(width)) // 2
        below = number.draw(painter, left, top, width)
        detail.draw(painter, left, below, width)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002  (Qt's own signature)
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        shown = index.data(CELL)
        width = self.column_width()
        if not isinstance(shown, Shown):
            return QSize(width, 6 * GRID)
        number, detail = self._texts(shown)
        inner = width - 2 * GRID
        return QSize(width, max(6 * GRID, number.height(inner) + detail.height(inner) + GRID))

    def column_width(self) -> int:
        """How wide a column has to be."""
        return self._face.theme.pixels(20 * GRID)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(_LONGEST)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        # News of the table comes at any time, and never takes away what is being typed.
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def _texts(self, shown: Shown) -> tuple[Painted, Painted]:
        theme = self._face.theme
        soft = shown.saving or shown.cell.value is None
        return (
            Painted(
                self._model.number(shown),
                font_of(theme, Text.BASE, bold=shown.cell.value is not None),
                theme.palette.soft if soft else theme.palette.ink,
            ),
            Painted(self._model.detail(shown), font_of(theme, Text.SMALL), theme.palette.soft),
        )
