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
    """The number large; below it the words of its switches, then what is given and left.

    Attributes:
        is_brief: below the number stands the one thing to know; the rest is said elsewhere.
    """

    is_brief = False

    def __init__(self, face: Face, view: QTableView, model: QuotaModel) -> None:
        super().__init__(view)
        self._face = face
        self._view = view
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = index.data(CELL)
        palette = self._face.theme.palette
        area: QRect = option.rect
        if not isinstance(shown, Shown):
            painter.fillRect(area, QColor(palette.ground))  # no cell: nobody gets there
            return
        painter.save()
        painter.fillRect(area, QColor(palette.panel if shown.held else palette.field))
        current = index == self._view.currentIndex()
        if current:
            painter.fillRect(area, QColor(palette.tint))
            if option.state & QStyle.StateFlag.State_HasFocus or self._view.hasFocus():
                painter.setPen(QPen(QColor(palette.accent), FOCUS))
                painter.drawRect(area.adjusted(1, 1, -2, -2))
        texts = self._texts(shown)
        left, width = area.left() + GRID, area.width() - 2 * GRID
        texts = tuple(text.held_together(width) for text in texts)
        top = area.top() + (area.height() - sum(text.height(width) for text in texts)) // 2
        for text in texts:
            top = text.draw(painter, left, top, width)
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
        inner = width - 2 * GRID - 1  # the line between two columns is none of theirs
        needed = sum(text.held_together(inner).height(inner) for text in self._texts(shown))
        return QSize(width, max(6 * GRID, needed + GRID))

    def column_width(self) -> int:
        """How wide a column has to be."""
        return self._face.theme.pixels(17 * GRID)

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

    def _texts(self, shown: Shown) -> tuple[Painted, ...]:
        theme = self._face.theme
        ink, soft = theme.palette.ink, theme.palette.soft
        is_faint = shown.saving or shown.cell.value is None
        number = Painted(
            self._model.number(shown),
            font_of(theme, Text.BASE, bold=shown.cell.value is not None),
            soft if is_faint else ink,
        )
        if self.is_brief:
            return number, Painted(self._model.brief(shown), font_of(theme, Text.SMALL), soft)
        return (
            number,
            Painted(self._model.switched(shown), font_of(theme, Text.BASE), soft if shown.saving else ink),
            Painted(self._model.counted(shown), font_of(theme, Text.SMALL), soft),
        )
