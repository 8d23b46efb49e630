"""How a booking is painted: the card's end in one line, the tickets and how it stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.face import Face
from ui.painted import Painted
from ui.sheet import font_of
from ui.theme import GRID, TARGET, Text
from validator.desk import BookingLine
from validator.domain.redemption import Booking

if TYPE_CHECKING:
    from ui.clerk.bookings import BookingModel


class BookingPaint(QStyledItemDelegate):
    """Paints and measures."""

    def __init__(self, face: Face, view: QListView, model: BookingModel) -> None:
        super().__init__(view)
        self._face = face
        self._view = view
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, BookingLine):
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex():  # the line that Delete lets go
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._face.theme.palette.tint))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), GRID // 2, GRID // 2)
        name, detail = self._texts(row)
        width = self._width(area.width())
        top = area.top() + (area.height() - name.height(width) - detail.height(width)) // 2
        below = name.draw(painter, area.left() + GRID, top, width)
        detail.draw(painter, area.left() + GRID, below, width)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002  (Qt's own signature)
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        whole = self._view.viewport().width()
        if not isinstance(row, BookingLine):
            return QSize(whole, TARGET)
        name, detail = self._texts(row)
        width = self._width(whole)
        return QSize(whole, max(TARGET, name.height(width) + detail.height(width) + GRID))

    def _width(self, whole: int) -> int:
        return max(1, whole - 2 * GRID)

    def _texts(self, row: BookingLine) -> tuple[Painted, Painted]:
        theme = self._face.theme
        held = row.state is Booking.HELD
        name = font_of(theme, Text.BASE, bold=held)
        return (
            Painted(self._model.name(row), name, theme.palette.ink if held else theme.palette.soft),
            Painted(self._model.detail(row), font_of(theme, Text.SMALL), theme.palette.soft),
        )
