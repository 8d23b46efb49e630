"""Scrolls downwards what is too high for its place, measured at the width that there is; wrapped texts need that.

It ends between two lines of text: half a line at its lower edge reads like a fault of the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from ui.sheet import give_role
from ui.theme import GRID

_LEAST = 0.6
"""Of its height is kept, whatever is cut."""


class Scroller(QScrollArea):
    """The area.

    Args:
        inside: what is scrolled.
        keys: whether it can have the focus, so that arrows and PageDown move it.
    """

    def __init__(self, inside: QWidget | None = None, *, keys: bool = True) -> None:
        super().__init__()
        if keys:
            give_role(self, "read")
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(1, 1)
        self._part: QWidget | None = None
        self._left_out = 0
        if inside is not None:
            self.hold(inside)

    def hold(self, inside: QWidget) -> None:
        """Scroll this; what was scrolled before is let go."""
        self._part = None
        inside.installEventFilter(self)
        self.setWidget(inside)
        inside.show()
        self._fit()

    def reveal(self, part: QWidget) -> None:
        """Scroll so far that a part can be seen, also once everything has its new size."""
        self._part = part
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inside: QWidget | None = self.widget()
        layout = None if inside is None else inside.layout()
        if inside is None or layout is None:
            return
        width = self.viewport().width()
        needed = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        room = self.contentsRect().height()
        inside.resize(width, max(needed, room))
        layout.activate()
        left_out = room - self._end(inside, room) if needed > room else 0
        if left_out != self._left_out:
            self._left_out = left_out
            self.setViewportMargins(0, 0, 0, left_out)
        if self._part is not None:
            self.ensureWidgetVisible(self._part, 0, GRID)
            self._begin_with_a_line(inside, self._part)

    def _begin_with_a_line(self, inside: QWidget, part: QWidget) -> None:
        """Scroll past the line that the upper edge cuts, unless the part to be seen went with it."""
        bar, first = self.verticalScrollBar(), part.mapTo(inside, QPoint(0, 0)).y()
        cut = next((bottom for top, bottom in _all_lines(inside) if top < bar.value() < bottom), 0)
        if 0 < cut <= first:
            bar.setValue(cut)

    def _end(self, inside: QWidget, room: int) -> int:
        """Where to end, so that no line is cut when it is not scrolled."""
        end = room
        for top, bottom in sorted(_all_lines(inside), reverse=True):
            if top < end < bottom:
                end = top
        return end if end > _LEAST * room else room


def _all_lines(inside: QWidget) -> list[tuple[int, int]]:
    """Top and bottom of each line of all texts that are shown."""
    shown = (label for label in inside.findChildren(QLabel) if label.isVisibleTo(inside))
    return [line for label in shown for line in _lines(label, inside)]


def _lines(label: QLabel, inside: QWidget) -> list[tuple[int, int]]:
    """Top and bottom of each line of a text."""
    if not label.text():
        return []
    top = label.mapTo(inside, QPoint(0, 0)).y()
    high = max(1, label.fontMetrics().lineSpacing())
    count = max(1, round(label.height() / high))
    each = label.height() / count
    return [(round(top + each * at), round(top + each * (at + 1))) for at in range(count)]
