"""How a booking is painted: the card's end in one line, the tickets and how it stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from ui.clerk.line_paint import Index, LinePaint
from ui.face import Face
from ui.painted import Painted
from ui.sheet import font_of
from ui.theme import GRID, TARGET, Text
from validator.desk import BookingLine
from validator.domain.redemption import Booking

if TYPE_CHECKING:
    from ui.clerk.bookings import BookingModel


class BookingPaint(LinePaint[BookingLine]):
    """Paints and measures."""

    def __init__(self, face: Face, view: QListView, model: BookingModel) -> None:
        super().__init__(face, view, BookingLine)
        self._model = model

    def draw(self, painter: QPainter, area: QRect, index: Index, row: BookingLine, *, selected: bool) -> None:  # noqa: ARG002
        if index == self.view.currentIndex():  # the line that Delete lets go
            self.tint(painter, area)
        name, detail = self._texts(row)
        width = self._width(area.width())
        top = area.top() + (area.height() - name.height(width) - detail.height(width)) // 2
        below = name.draw(painter, area.left() + GRID, top, width)
        detail.draw(painter, area.left() + GRID, below, width)

    def height(self, index: Index, row: BookingLine, whole: int) -> int:  # noqa: ARG002
        name, detail = self._texts(row)
        width = self._width(whole)
        return max(TARGET, name.height(width) + detail.height(width) + GRID)

    def _width(self, whole: int) -> int:
        return max(1, whole - 2 * GRID)

    def _texts(self, row: BookingLine) -> tuple[Painted, Painted]:
        theme = self.face.theme
        held = row.state is Booking.HELD
        name = font_of(theme, Text.BASE, bold=held)
        return (
            Painted(self._model.name(row), name, theme.palette.ink if held else theme.palette.soft),
            Painted(self._model.detail(row), font_of(theme, Text.SMALL), theme.palette.soft),
        )
