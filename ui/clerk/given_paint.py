"""How a line of what was given is painted: the time, what for, and below it the card's end, the tickets and the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.face import Face
from ui.icons import picture
from ui.painted import Painted
from ui.sheet import font_of
from ui.theme import GRID, TARGET, Text, Tone
from ui.words import giving_state
from validator.desk import GivenLine

if TYPE_CHECKING:
    from ui.clerk.given import GivenModel

_SIGN = 18


class GivenPaint(QStyledItemDelegate):
    """Paints and measures; leaves room for the button at the right."""

    def __init__(self, face: Face, view: QListView, model: GivenModel) -> None:
        super().__init__(view)
        self._face = face
        self._view = view
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, GivenLine):
            return
        theme = self._face.theme
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex() and self._view.hasFocus():  # the line that Delete would undo
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.tint))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), GRID // 2, GRID // 2)
        time, name, detail = self._texts(row)
        left, width = self._columns(area.width())
        top = area.top() + (area.height() - name.height(width) - detail.height(width - _SIGN - GRID)) // 2
        time.draw(painter, area.left() + GRID, top, left)
        below = name.draw(painter, area.left() + left, top, width)
        state = giving_state(row.state, voided=row.voided)
        sign = picture(
            "undo" if row.voided else state,
            theme.palette.soft,
            theme.tone(Tone.CALM),
            theme.palette.panel,
            _SIGN,
        )
        beside = (QFontMetrics(detail.font).height() - _SIGN) / 2
        painter.drawPixmap(QPointF(area.left() + left, below + beside), sign)
        detail.draw(painter, area.left() + left + _SIGN + GRID, below, width - _SIGN - GRID)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002  (Qt's own signature)
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        whole = self._view.viewport().width()
        if not isinstance(row, GivenLine):
            return QSize(whole, TARGET)
        _, name, detail = self._texts(row)
        _, width = self._columns(whole)
        height = name.height(width) + detail.height(width - _SIGN - GRID) + GRID + GRID // 2
        return QSize(whole, max(TARGET + GRID // 2, height))

    def _columns(self, whole: int) -> tuple[int, int]:
        base = font_of(self._face.theme, Text.BASE, bold=True)
        left = GRID + Painted("00.00", base, "").width + 2 * GRID
        button = Painted(self._face.say("ui", "give.undo"), base, "").width + 4 * GRID
        return left, max(1, whole - left - button)

    def _texts(self, row: GivenLine) -> tuple[Painted, Painted, Painted]:
        theme = self._face.theme
        palette = theme.palette
        ink = palette.soft if row.voided else palette.ink
        name = font_of(theme, Text.BASE)
        name.setStrikeOut(row.voided)
        return (
            Painted(self._face.formats.hour(row.at), font_of(theme, Text.BASE, bold=True), ink),
            Painted(self._model.name(row), name, ink),
            Painted(self._model.detail(row), font_of(theme, Text.SMALL), palette.soft),
        )
