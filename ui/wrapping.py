"""A row that goes on in the next line where it does not fit, so that enlarged texts and long words push nothing out of sight."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import GRID


class WrappingRow(QLayout):
    """Items beside each other, centred in their line.

    Args:
        apart: the last item of a line stands at the right end.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 2 * GRID, *, apart: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._apart = apart
        self._spared: set[QWidget] = set()
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def spare(self, part: QWidget, *, spared: bool = True) -> None:
        """Leave a part out where it would need a line of its own below the first; or never."""
        (self._spared.add if spared else self._spared.discard)(part)
        self.invalidate()

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # asked a dozen times for each change of a page
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), moving=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        self._arrange(rect.adjusted(0, spare // 2, 0, 0), moving=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in shown), default=0)))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, moving: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        line: list[tuple[QLayoutItem, int]] = []
        top, used = inner.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), max(inner.width(), item.minimumSize().width()))
            begins = bool(line) and used + self._gap + width > inner.width()
            if begins and item.widget() in self._spared:
                if moving:
                    item.setGeometry(QRect())
                continue
            if begins:
                top += self._place(line, inner, top, moving=moving) + self._gap // 2
                line, used = [], 0
            used += width + (self._gap if line else 0)
            line.append((item, width))
        if line:
            top += self._place(line, inner, top, moving=moving)
        return top - rect.y() + margins.bottom()

    def _place(self, line: list[tuple[QLayoutItem, int]], inner: QRect, top: int, *, moving: bool) -> int:
        heights = [
            item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            for item, width in line
        ]
        height = max(heights)
        left = inner.x()
        for place, ((item, width), own) in enumerate(zip(line, heights, strict=True)):
            if self._apart and len(line) > 1 and place == len(line) - 1:
                left = inner.right() + 1 - width
            if moving:
                item.setGeometry(QRect(QPoint(left, top + (height - own) // 2), QSize(width, own)))
            left += width + self._gap
        return height
