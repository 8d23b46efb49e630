"""How a line of what was given is painted: the time, what for, and below it the card's end, the tickets and the state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView

from ui.clerk.line_paint import Index, LinePaint
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


class GivenPaint(LinePaint[GivenLine]):
    """Paints and measures; leaves room for the button at the right."""

    def __init__(self, face: Face, view: QListView, model: GivenModel) -> None:
        super().__init__(face, view, GivenLine)
        self._model = model
        self._heights: dict[tuple[object, ...], int] = {}
        self._whole = 0
        for anew in (face.reworded, face.restyled):
            anew.connect(self._heights.clear)

    def draw(self, painter: QPainter, area: QRect, index: Index, row: GivenLine, *, selected: bool) -> None:  # noqa: ARG002
        theme = self.face.theme
        if index == self.view.currentIndex() and self.view.hasFocus():  # the line that Delete would undo
            self.tint(painter, area)
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

    def height(self, index: Index, row: GivenLine, whole: int) -> int:  # noqa: ARG002
        """The height that a line has in any of its states. The list asks for all of its lines whenever one of them changes."""
        if whole != self._whole:
            self._whole = whole
            self._heights.clear()
        key = row.giving, row.choice, self._model.name_of(row)
        if key not in self._heights:
            self._heights[key] = self._measured(row, whole)
        return self._heights[key]

    def _measured(self, row: GivenLine, whole: int) -> int:
        _, name, detail = self._texts(row)
        _, width = self._columns(whole)
        beside = width - _SIGN - GRID
        below = max(replace(detail, text=text).height(beside) for text in self._model.details(row))
        return max(TARGET + GRID // 2, name.height(width) + below + GRID + GRID // 2)

    def _columns(self, whole: int) -> tuple[int, int]:
        base = font_of(self.face.theme, Text.BASE, bold=True)
        left = GRID + Painted("00.00", base, "").width + 2 * GRID
        button = Painted(self.face.say("ui", "give.undo"), base, "").width + 4 * GRID
        return left, max(1, whole - left - button)

    def _texts(self, row: GivenLine) -> tuple[Painted, Painted, Painted]:
        theme = self.face.theme
        palette = theme.palette
        ink = palette.soft if row.voided else palette.ink
        name = font_of(theme, Text.BASE)
        name.setStrikeOut(row.voided)
        return (
            Painted(self.face.formats.hour(row.at), font_of(theme, Text.BASE, bold=True), ink),
            Painted(self._model.name(row), name, ink),
            Painted(self._model.detail(row), font_of(theme, Text.SMALL), palette.soft),
        )
