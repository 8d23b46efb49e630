"""A list of lines: whole ones, at both of its edges, and a chosen one that stays in sight."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollBar

from ui.theme import TARGET

Index = QModelIndex | QPersistentModelIndex
ScrollHint = QAbstractItemView.ScrollHint

_ROUNDS = 3
"""In which a list finds where to begin and to end."""


class Lines(QListView):
    """A list whose lines are chosen by arrows. Signs that are typed are not its own: they are a code's, or the page's."""

    _left_out = 0  # of the class, because Qt lays out while it is being made
    _laid_out_for = 0
    _measuring = False
    _ending = False

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(1)
        self.verticalScrollBar().valueChanged.connect(self._end_with_a_line)

    def doItemsLayout(self) -> None:
        """All lines without a bar beside them if they fit so; a bar that is there takes width, and might need itself.

        Where there are too many anyway nothing is tried: a long list is measured once.
        """
        room = self._laid_out_for = self._room()
        may_fit = self._may_fit(room)
        self._measuring = True
        if may_fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            super().doItemsLayout()
            may_fit = self.contentsSize().height() <= room
        if not may_fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            super().doItemsLayout()
        self._measuring = False

    def updateGeometries(self) -> None:
        """Lines came, went, or have other heights: the chosen one stays in sight, and none is cut above it."""
        super().updateGeometries()
        current = self.visualRect(self.currentIndex())
        if self.hasFocus() and not current.isEmpty():
            self.scrollTo(self.currentIndex())
        self._end_with_a_line()

    def scrollTo(self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        """So far that a line can be seen, and none is cut above it."""
        super().scrollTo(index, hint)
        first, bar = self.visualRect(self.indexAt(QPoint(1, 0))), self.verticalScrollBar()
        if first.top() < 0 and first.bottom() < self.visualRect(index).top():
            bar.setValue(bar.value() + first.bottom() + 1)

    def _end_with_a_line(self) -> None:
        """Cut no line at either edge. What this moves tells of itself on the way, and may move more."""
        bar = self.verticalScrollBar()
        if self._ending:
            return
        self._ending = True
        for _ in range(_ROUNDS):
            top, left_out = self._between_lines(bar)
            if (top, left_out) == (bar.value(), self._left_out):
                break
            if left_out != self._left_out:
                self._left_out = left_out
                self.setViewportMargins(0, 0, 0, left_out)
            bar.setValue(top)
        self._ending = False

    def _between_lines(self, bar: QScrollBar) -> tuple[int, int]:
        """Where to begin, and how much to leave out below: the line that the lower edge would cut.

        At the list's end the line that the upper edge cuts is scrolled past, and a gap below stays.
        """
        room, top = self._room(), bar.value()
        last = max(0, bar.maximum() + self.viewport().height() - room)
        if top < last:
            line = self.visualRect(self.indexAt(QPoint(1, room - 1)))
            return top, room - line.top() if line.top() > 0 and line.bottom() + 1 > room else 0
        first = self.indexAt(QPoint(1, 0))
        line = self.visualRect(first)
        if line.top() < 0 and first != self.currentIndex() and first.siblingAtRow(first.row() + 1).isValid():
            top += line.bottom() + 1
        return top, top - last

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wider = event.size().width() != event.oldSize().width()
        if not self._measuring and (wider or self._bar_may_change()):
            self.scheduleDelayedItemsLayout()  # lines are as high as their texts are at this width

    def _room(self) -> int:
        """Pixels for lines, from edge to edge."""
        return self.viewport().height() + self._left_out

    def _may_fit(self, room: int) -> bool:
        model = cast("QAbstractItemModel | None", self.model())
        return model is not None and model.rowCount() * TARGET <= room

    def _bar_may_change(self) -> bool:
        """Whether the bar has to come, or may go, because the list has become lower or higher."""
        room = self._room()
        if self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            return self.contentsSize().height() > room
        return room > self._laid_out_for and self._may_fit(room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
