"""Scrolls downwards what is too high for its place, measured at the width that there is; wrapped texts need that.

It ends between two lines of text and cuts through no button: half of either at its lower edge reads like a fault of the screen. A
drawing makes room for words.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from ui.drawing import Drawing
from ui.sheet import give_role
from ui.theme import GRID

_ROUNDS = 3
"""In which a size is found, also where a bar takes its width."""

_WHOLE = (QAbstractButton, QLineEdit, QComboBox)
"""What is seen whole or not at all, as a line of text is."""

Edges = list[tuple[int, int]]
"""Top and bottom of each line, in pixels of what is scrolled."""

PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
STEPS = PAGES | {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
}


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
        self._air = GRID // 2 if keys else 0  # below the last line, where the frame of the focus is
        self._part: QWidget | None = None
        self._left_out = 0
        self._gap = 0
        self._is_fitting = False
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
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

    def step(self, pressed: int, steps: Mapping[Qt.Key, QAbstractSlider.SliderAction] = STEPS) -> bool:
        """Scroll by a key that was pressed somewhere else. Whether the key is one of these."""
        action = next((action for key, action in steps.items() if key == pressed), None)
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _let_go(self) -> None:
        """Somebody scrolls: no part is kept in sight any more."""
        self._part, self._gap = None, 0

    def _fit(self) -> None:
        """Give all its size. What this moves tells of itself on the way, and is not answered then."""
        if self._is_fitting:
            return
        self._is_fitting = True
        for _ in range(_ROUNDS):
            width = self.viewport().width()
            self._fit_once()
            if self.viewport().width() == width:  # else a bar has come or gone
                break
        self._is_fitting = False

    def _fit_once(self) -> None:
        inside: QWidget | None = self.widget()
        layout = None if inside is None else inside.layout()
        if inside is None or layout is None:
            return
        width = self.viewport().width()
        room = self.contentsRect().height()
        needed = _needed(inside, layout, width, room)
        inside.resize(width, max(needed, room))
        layout.activate()
        lines, self._gap = _all_lines(inside), 0
        self._leave_out(inside, room, lines)
        if self._part is not None:
            part = _to_be_seen(self._part, room)
            self.ensureWidgetVisible(part, 0, GRID)
            self._begin_with_a_line(inside, part, room, lines)
            self._leave_out(inside, room, lines)

    def _scrolled(self) -> None:
        inside: QWidget | None = self.widget()
        if inside is not None and not self._is_fitting:
            self._is_fitting = True
            self._leave_out(inside, self.contentsRect().height(), _all_lines(inside))
            self._is_fitting = False

    def _leave_out(self, inside: QWidget, room: int, lines: Edges) -> None:
        """End above the line that the lower edge would cut, wherever it is scrolled to."""
        bar, last = self.verticalScrollBar(), max(0, inside.height() - room) + self._gap
        top = min(bar.value(), last)
        self._end_above(self._gap if top == last else top + room - _end(lines, top, top + room - self._air))
        if bar.value() > last:
            bar.setValue(last)

    def _end_above(self, left_out: int) -> None:
        if left_out != self._left_out:
            self._left_out = left_out
            self.setViewportMargins(0, 0, 0, left_out)

    def _begin_with_a_line(self, inside: QWidget, part: QWidget, room: int, lines: Edges) -> None:
        """Scroll past the line that the upper edge cuts, unless the part to be seen went with it."""
        bar, first = self.verticalScrollBar(), part.mapTo(inside, QPoint(0, 0)).y()
        cut = _begin(lines, bar.value())
        if bar.value() < cut <= first:
            self._gap = max(
                0, cut - max(0, inside.height() - room)
            )  # at the end, rather than half a line at the top
            self._end_above(max(self._left_out, self._gap))
            bar.setValue(cut)


def _to_be_seen(part: QWidget, room: int) -> QWidget:
    """A part, or where there is no room for all of it what has the focus in it."""
    focus: QWidget | None = part.window().focusWidget()
    if focus is None or part.height() <= room or not part.isAncestorOf(focus):
        return part
    return focus


def _needed(inside: QWidget, layout: QLayout, width: int, room: int) -> int:
    """How high all is at a width; what is drawn is left out where there is no room for it."""

    def high() -> int:
        return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    needed = high()
    for drawing in inside.findChildren(Drawing):
        whole = needed if drawing.isVisibleTo(inside) else needed + drawing.takes
        drawing.make_room(whole > room)
        needed = high()
    return needed


def _begin(lines: Edges, top: int) -> int:
    """Where to begin, so that nothing is cut at the upper edge; what stands beside a line may end within the next one."""
    while cut := [last for first, last in lines if first < top < last]:
        top = max(cut)
    return top


def _end(lines: Edges, top: int, end: int) -> int:
    """Where to end, so that nothing is cut that could be seen whole; what is higher than the whole place is cut."""
    found = end
    for first, last in sorted(lines, reverse=True):
        if top <= first < found < last:
            found = first
    return found if found > top else end


def _all_lines(inside: QWidget) -> Edges:
    """Top and bottom of each line of all texts that are shown, and of each button and field."""
    shown = [label for label in inside.findChildren(QLabel) if label.isVisibleTo(inside)]
    lines = [line for label in shown for line in _lines(label, inside)]
    for part in inside.findChildren(QWidget):
        if isinstance(part, _WHOLE) and part.isVisibleTo(inside):
            top = part.mapTo(inside, QPoint(0, 0)).y()
            lines.append((top, top + part.height()))
    return lines


def _lines(label: QLabel, inside: QWidget) -> Edges:
    """Top and bottom of each line of a text."""
    if not label.text():
        return []
    top = label.mapTo(inside, QPoint(0, 0)).y()
    high = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    if not 0 < high < label.height():
        high = label.height()
    elif label.alignment() & Qt.AlignmentFlag.AlignVCenter:
        top += (label.height() - high) // 2
    count = max(1, round(high / max(1, label.fontMetrics().lineSpacing())))
    each = high / count
    return [(round(top + each * at), round(top + each * (at + 1))) for at in range(count)]
