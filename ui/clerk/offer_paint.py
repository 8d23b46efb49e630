"""How a line of the day's offers is painted: the time beside the name, below it what is left, and how full it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView

from ui.clerk.line_paint import Index, LinePaint
from ui.clerk.offer_words import state, when
from ui.face import Face
from ui.painted import Painted
from ui.sheet import font_of
from ui.theme import GRID, TARGET, Text
from validator.desk import OfferLine

HEADING = Qt.ItemDataRole.UserRole + 1
"""What stands above a line: its venue, where it is the first one of it."""

_PIE = 16
_BAR = 4


class OfferPaint(LinePaint[OfferLine]):
    """Paints and measures."""

    def __init__(self, face: Face, view: QListView) -> None:
        super().__init__(face, view, OfferLine)

    def draw(self, painter: QPainter, area: QRect, index: Index, row: OfferLine, *, selected: bool) -> None:
        heading = self._heading(index)
        if heading is not None:
            below = heading.draw(painter, area.left() + GRID, area.top() + GRID // 2, area.width() - 2 * GRID)
            area = QRect(area.left(), below, area.width(), area.bottom() - below + 1)
        if selected:
            self.tint(painter, area)
            painter.setBrush(QColor(self.face.theme.palette.accent))
            painter.drawRoundedRect(area.left(), area.top() + GRID, _BAR, area.height() - 2 * GRID, 2, 2)
        time, name, state = self._texts(row, chosen=selected)
        left, width = self._columns(area.width(), row)
        top = area.top() + GRID
        time.draw(painter, area.left() + GRID + _BAR, top, left)
        below = name.draw(painter, area.left() + left, top, width)
        state.draw(painter, area.left() + left, below, width)
        self._draw_pie(painter, row, area)

    def height(self, index: Index, row: OfferLine, whole: int) -> int:
        _, name, state = self._texts(row, chosen=True)
        _, width = self._columns(whole, row)
        heading = self._heading(index)
        above = 0 if heading is None else heading.height(whole - 2 * GRID) + GRID // 2
        return above + max(TARGET, name.height(width) + state.height(width) + 2 * GRID)

    def _heading(self, index: Index) -> Painted | None:
        """The venue, above the first line of each where there are several."""
        text = index.data(HEADING)
        if not text:
            return None
        theme = self.face.theme
        return Painted(str(text), font_of(theme, Text.SMALL, bold=True), theme.palette.ink)

    def _columns(self, whole: int, row: OfferLine) -> tuple[int, int]:
        """Where the name begins, and how much room it has beside what is drawn of its quota."""
        strong = font_of(self.face.theme, Text.BASE, bold=True)
        shown = Painted("00.00", strong, "").width
        left = GRID + _BAR + shown + GRID + GRID // 2
        pie = 0 if row.left is None else _PIE + GRID
        return left, max(1, whole - left - pie - GRID)

    def _texts(self, line: OfferLine, *, chosen: bool) -> tuple[Painted, Painted, Painted]:
        theme = self.face.theme
        ink = theme.palette.ink if line.problem is None or chosen else theme.palette.soft
        base, strong = font_of(theme, Text.BASE), font_of(theme, Text.BASE, bold=True)
        small = font_of(theme, Text.SMALL)
        timed = line.performance is not None and not line.ahead
        time = when(self.face, line) if timed else ""
        told = state(self.face, line)
        if not timed:
            told = f"{when(self.face, line)} · {told}"
        return (
            Painted(time, strong, ink),
            Painted(self.face.named(line.offer.names), base, ink),  # as high when it is chosen
            Painted(told, small, theme.palette.soft),
        )

    def _draw_pie(self, painter: QPainter, line: OfferLine, area: QRect) -> None:
        """How much of the quota is given; nothing where there is none."""
        if line.left is None:
            return
        palette = self.face.theme.palette
        whole = line.left + line.given
        place = QRectF(area.right() - _PIE - GRID, area.center().y() - _PIE / 2, _PIE, _PIE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.edge), 1.5))
        painter.drawEllipse(place)
        share = 1.0 if whole == 0 else line.given / whole
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.edge if line.left == 0 else palette.accent))
        painter.drawPie(place.adjusted(2.5, 2.5, -2.5, -2.5), 90 * 16, -round(360 * 16 * share))
