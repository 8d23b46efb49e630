"""Texts that a list's delegate paints: wrapped, measured and drawn by the same values, so that nothing is cut off."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

_DOT = " · "
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Painted:
    """A piece of text with its font and colour."""

    text: str
    font: QFont
    colour: str

    def height(self, width: int) -> int:
        """How high it is when it wraps at ``width``."""
        return self._bounds(width).height() if self.text else 0

    @property
    def width(self) -> int:
        """How wide it is on one line."""
        return QFontMetrics(self.font).horizontalAdvance(self.text) + 1

    def held_together(self, width: int) -> Painted:
        """The same, broken between what dots part, where it is wider than ``width``."""
        lines: list[str] = []
        for part in self.text.split(_DOT):
            longer = _DOT.join((*lines[-1:], part))
            if lines and replace(self, text=longer).width <= width:
                lines[-1] = longer
            else:
                lines.append(part)
        return replace(self, text="\n".join(lines))

    def draw(self, painter: QPainter, left: int, top: int, width: int) -> int:
        """Draw it; returns where it ends below."""
        if not self.text:
            return top
        height = self.height(width)
        painter.setFont(self.font)
        painter.setPen(QColor(self.colour))
        painter.drawText(QRect(left, top, width, height), _WRAP, self.text)
        return top + height

    def _bounds(self, width: int) -> QRect:
        return QFontMetrics(self.font).boundingRect(QRect(0, 0, max(1, width), 10_000), _WRAP, self.text)
