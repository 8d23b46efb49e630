"""A leaf of A4 paper as a PDF file: millimetres, a few sizes of type, black on white. Nothing here knows what stands on it.

It may be drawn on any thread.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from ui.theme import FALLBACK_FONTS
from validator.errors import StoreReadOnly

DOTS = 300
_INCH = 25.4
_INK, _SOFT = QColor("#16191c"), QColor("#4a4f55")


class Leaf:
    """Pages of one file.

    Args:
        path: where it goes; what was there is written over.
        title: of the document, for screen readers and the viewer's window.
        lying: whether its long side is below.

    Raises:
        StoreReadOnly: the file cannot be written.
    """

    def __init__(self, path: Path, title: str, *, lying: bool = False) -> None:
        try:  # Qt would only grumble on the terminal
            path.open("wb").close()
        except OSError as error:
            raise StoreReadOnly(f"{path.name}: cannot be written", file=path.name) from error
        self._writer = QPdfWriter(str(path))
        self._writer.setTitle(title)
        self._writer.setCreator("Kaikuportti")
        self._writer.setResolution(DOTS)
        side = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        page = QPageSize(QPageSize.PageSizeId.A4)
        self._writer.setPageLayout(QPageLayout(page, side, QMarginsF(0, 0, 0, 0)))
        self._painter = QPainter()
        if not self._painter.begin(self._writer):
            raise StoreReadOnly(f"{path.name}: cannot be written", file=path.name)
        self.width, self.height = (297.0, 210.0) if lying else (210.0, 297.0)

    def next_page(self) -> None:
        """Go on behind this one."""
        self._writer.newPage()

    def text(
        self,
        text: str,
        left: float,
        top: float,
        wide: float,
        *,
        points: float = 10.0,
        bold: bool = False,
        soft: bool = False,
        middle: bool = False,
    ) -> float:
        """Write a text that wraps; how high it is, in millimetres."""
        font = QFont(list(FALLBACK_FONTS))
        font.setPointSizeF(points)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(_SOFT if soft else _INK)
        flags = Qt.TextFlag.TextWordWrap | (
            Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        )
        room = QRectF(_dots(left), _dots(top), _dots(wide), _dots(1000.0))
        high = QFontMetricsF(font, self._writer).boundingRect(room, flags, text).height()
        room.setHeight(high)
        self._painter.drawText(room, flags, text)
        return high * _INCH / DOTS

    def rule(self, left: float, top: float, right: float, bottom: float, *, strong: bool = False) -> None:
        """A straight line."""
        self._painter.setPen(QPen(_INK if strong else _SOFT, 4.0 if strong else 2.0))
        self._painter.drawLine(
            round(_dots(left)), round(_dots(top)), round(_dots(right)), round(_dots(bottom))
        )

    def box(self, left: float, top: float, wide: float, high: float) -> None:
        """An empty box to write or tick in."""
        self._painter.setPen(QPen(_INK, 2.5))
        self._painter.drawRect(QRectF(_dots(left), _dots(top), _dots(wide), _dots(high)))

    def close(self) -> None:
        """Write the file.

        Raises:
            StoreReadOnly: it could not be written.
        """
        if not self._painter.end():
            raise StoreReadOnly("the document could not be written")


def _dots(millimetres: float) -> float:
    return millimetres * DOTS / _INCH
