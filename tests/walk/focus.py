"""Where the focus goes with Tab, and whether one sees it there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QTableView, QWidget

from tests.walk.pixels import contrasts, luminance, of_window, place

SEEN = 3.0
RING = 2
"""Pixels that a ring around what has the focus is thick at least, measured along its edge."""


def stops(root: QWidget, shown: list[QWidget]) -> list[QWidget]:
    """Where Tab stops, in its order.

    Tab is asked where it goes (`nextInFocusChain` would make each widget the next one's owner for PySide: whatever is let go
    later takes the rest of the window with it).
    """
    known = {id(widget) for widget in shown}
    window, found = root.window(), list[QWidget]()
    held: QWidget | None = window.focusWidget()
    if held is not None:
        held.clearFocus()
    while window.focusNextPrevChild(True) and (at := window.focusWidget()) not in found:
        found.append(at)
    if held is not None:
        held.setFocus(Qt.FocusReason.OtherFocusReason)
    return [each for each in found if id(each) in known and each is not root]


def focus_order(root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """Tab goes down and to the right within a panel, and comes to each panel once."""
    order = stops(root, shown)
    left: list[QWidget] = []
    for before, after in pairwise(order):
        if _panel(before) is not _panel(after):
            left.append(_panel(before))  # what is in no panel is in the window, between them
            if any(_panel(after) is panel is not root.window() for panel in left):
                yield f"order: {_name(after)} comes after its panel was left"
            continue
        one, other = _seen_at(before, after), _seen_at(after, before)
        above = other.bottom() <= one.top()
        beside = not above and other.top() < one.bottom() and other.right() <= one.left()
        if above or beside:
            yield f"order: {_name(after)} comes after {_name(before)}, which is below or beside it"


def focus_is_seen(root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """What has the focus is painted otherwise than before, along its edge and by 3:1."""
    window, held = root.window(), QApplication.focusWidget()
    if not window.isActiveWindow():
        window.activateWindow()
    order = stops(root, shown)
    for widget in order:
        if not widget.visibleRegion().boundingRect().contains(widget.rect()):
            continue
        other = next((each for each in order if each is not widget), None)
        if other is None:
            widget.clearFocus()
        else:
            other.setFocus(Qt.FocusReason.TabFocusReason)
        part = place(widget)
        without = luminance(of_window(window, part))
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            yield f"focus: {_name(widget)} does not take it"
            continue
        changed = contrasts(luminance(of_window(window, part)), without) >= SEEN
        if int(np.count_nonzero(changed)) < RING * _edge(widget):
            yield f"focus: it is not seen on {_name(widget)}"
    if held is not None:
        held.setFocus(Qt.FocusReason.OtherFocusReason)


def _edge(widget: QWidget) -> int:
    """How long the edge is along which the focus is to be seen; in a table it is the current cell's, and corners are round."""
    if isinstance(widget, QTableView) and widget.currentIndex().isValid():
        cell = widget.visualRect(widget.currentIndex())
        return 2 * (cell.width() + cell.height()) * 3 // 4
    return 2 * (widget.width() + widget.height()) * 3 // 4


def _seen_at(widget: QWidget, beside: QWidget) -> QRect:
    """Where a widget is for somebody who looks at another one: what is scrolled is within what scrolls it, and not far below."""
    found, outer = widget, widget.parentWidget()
    while outer is not None and not outer.isAncestorOf(beside):
        if isinstance(outer, QAbstractScrollArea):
            found = outer
        outer = outer.parentWidget()
    return place(found)


def _panel(widget: QWidget) -> QWidget:
    at = widget.parentWidget()
    while at is not None and not (isinstance(at, QFrame) and at.property("role") in {"panel", "band", "row"}):
        at = at.parentWidget()
    return at or widget.window()


def _name(widget: QWidget) -> str:
    spot = widget.mapTo(widget.window(), QPoint(0, 0))
    return f"{type(widget).__name__} “{widget.accessibleName()}” at {spot.x()}, {spot.y()}"
