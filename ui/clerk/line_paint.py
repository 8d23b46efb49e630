"""What the clerk's lists have in common: a line is painted and measured by one who knows what it stands for."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.face import Face
from ui.theme import GRID, TARGET

Row = TypeVar("Row")
Index: TypeAlias = QModelIndex | QPersistentModelIndex


class LinePaint(QStyledItemDelegate, Generic[Row]):
    """Paints and measures the lines of one list, each as wide as the list.

    Args:
        kind: what a line holds in its `UserRole`; anything else there is painted as nothing.
    """

    def __init__(self, face: Face, view: QListView, kind: type[Row]) -> None:
        super().__init__(view)
        self.face = face
        self.view = view
        self._kind = kind

    @abstractmethod
    def draw(self, painter: QPainter, area: QRect, index: Index, row: Row, *, selected: bool) -> None:
        """Paint a line into its area; ``selected`` is the list's word, which not every list goes by."""

    @abstractmethod
    def height(self, index: Index, row: Row, whole: int) -> int:
        """Pixels that a line needs in a list that is ``whole`` pixels wide."""

    def tint(self, painter: QPainter, area: QRect) -> None:
        """The ground of the line that a key would act on."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.face.theme.palette.tint))
        painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), GRID // 2, GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, self._kind):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.draw(painter, option.rect, index, row, selected=selected)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002  (Qt's own signature)
        index: Index,
    ) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        whole = self.view.viewport().width()
        return QSize(whole, self.height(index, row, whole) if isinstance(row, self._kind) else TARGET)
