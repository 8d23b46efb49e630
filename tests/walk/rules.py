"""What holds of every widget in every state: each rule hands out a sentence for whatever breaks it.

Rules look at what is there and at what was painted, never at how it was made. `broken` asks them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractAnimation, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QScrollBar,
    QTableView,
    QWidget,
)

from tests.shots.catalogue import Page
from tests.walk.dignity import is_red, shames
from tests.walk.focus import focus_is_seen, focus_order
from tests.walk.pixels import painted, place, strongest, written
from ui.theme import TARGET

TEXT, CONTROL = 7.0, 3.0
STROKES = 4
"""Pixels; fewer may be a tail of one line that meets an accent of the next."""
CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QProgressBar)
NAMELESS = {"NoRole", "Client", "Pane"}
ROWS = 2
"""Rows of a table that are seen at least, or all that there are."""


def broken(root: QWidget, page: Page) -> Iterator[str]:
    """Everything that does not hold."""
    shown = list(visible(root))
    yield from has_no_name(shown)
    yield from is_clipped(root, shown)
    yield from overlaps(shown)
    yield from is_faint(shown)
    yield from cuts_a_row(shown)
    yield from moves(root)
    yield from shames(root)
    yield from is_red(root)
    if page is Page.CLERK:
        yield from is_small(shown)
    if not isinstance(root, QMenu):
        yield from focus_order(root, shown)
        yield from focus_is_seen(root, shown)


def visible(root: QWidget) -> Iterator[QWidget]:
    """What is shown of what we made: Qt's own parts of a widget are that widget's."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.window() is not root.window() or not widget.isVisible() or widget.size().isEmpty():
            continue
        if not _is_qts(widget):
            yield widget


def called(widget: QWidget) -> str:
    """How a widget is told of in a sentence."""
    text = widget.accessibleName() or getattr(widget, "text", str)()
    return (
        f"{type(widget).__name__} “{text}”" if text else f"{type(widget).__name__} {place(widget).getRect()}"
    )


def has_no_name(shown: list[QWidget]) -> Iterator[str]:
    """Every control has a name and a role."""
    for widget in shown:
        focused = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if not (isinstance(widget, CONTROLS) or focused) or isinstance(widget, QHeaderView):
            continue
        found = QAccessible.queryAccessibleInterface(widget)
        if not found.text(QAccessible.Text.Name).strip():
            yield f"name: {called(widget)} has none"
        elif (
            found.role().name in NAMELESS
            and not isinstance(widget, QAbstractScrollArea)
            and widget is not shown[0]
        ):
            yield f"role: {called(widget)} is {found.role().name}"


def is_small(shown: list[QWidget]) -> Iterator[str]:
    """What is pressed is large enough for a hand that hurries."""
    for widget in shown:
        if isinstance(widget, (QAbstractButton, QLineEdit)):
            if widget.width() < TARGET or widget.height() < TARGET:
                yield f"target: {called(widget)} is {widget.width()} x {widget.height()}"
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            heights = [
                widget.visualRect(widget.model().index(at, 0)).height()
                for at in range(widget.model().rowCount())
            ]
            if any(height < TARGET for height in heights):
                yield f"target: a row of {called(widget)} is {min(heights)} high"


def is_clipped(root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """A text has the room that it needs, and nothing sticks out of the window."""
    whole = root.window().rect()
    for widget in shown:
        needed = _needed(widget)
        if needed is not None:
            wide, high = needed
            if wide > widget.width() + 1 or high > widget.height() + 1:
                has = f"{widget.width()} x {widget.height()}"
                yield f"clipped: {called(widget)} needs {wide} x {high} and has {has}"
        area = _scrolled_in(widget)
        if area is None and not whole.contains(place(widget)):
            yield f"outside: {called(widget)} at {place(widget).getRect()}"
        elif area is not None and area is not widget.parentWidget():
            left = place(widget).left() - place(area.viewport()).left()
            wider = left < 0 or left + widget.width() > area.viewport().width() + 1
            if wider and not isinstance(area, QAbstractItemView):
                yield f"outside: {called(widget)} is wider than what scrolls it"


def overlaps(shown: list[QWidget]) -> Iterator[str]:
    """No two parts of one layout lie upon each other."""
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in shown:
        parent = widget.parentWidget()
        if parent is not None and _layout(parent) is not None and not widget.isWindow():
            by_parent.setdefault(parent, []).append(widget)
    for siblings in by_parent.values():
        for at, one in enumerate(siblings):
            for other in siblings[at + 1 :]:
                common: QRect = one.geometry() & other.geometry()
                if not common.isEmpty():
                    yield f"overlap: {called(one)} and {called(other)} share {common.width()} x {common.height()}"


def is_faint(shown: list[QWidget]) -> Iterator[str]:
    """Texts stand out from what is painted behind them by 7:1, the outlines of controls and icons by 3:1."""
    for widget in shown:
        if not widget.visibleRegion().boundingRect().contains(widget.rect()):
            continue  # scrolled half away: seen whole in another state
        wanted = _wanted(widget)
        if wanted:
            within = painted(widget)
            edged = isinstance(widget, (QAbstractButton, QLineEdit))
            got = strongest(within[4:-4, 4:-4] if edged else within)
            if got < wanted:
                yield f"contrast: {called(widget)} stands out {got:.1f}:1"
        if _is_outlined(widget) and strongest(painted(widget, 3)[:8]) < CONTROL:
            yield f"contrast: the outline of {called(widget)} stands out too little"


def _wanted(widget: QWidget) -> float:
    """How far what is written or drawn on a widget has to stand out; 0 where there is nothing."""
    match widget:
        case QLabel():
            drawn = CONTROL if not widget.pixmap().isNull() else 0.0
            return TEXT if widget.text().strip() else drawn
        case QAbstractButton():
            drawn = CONTROL if widget.isEnabled() else 0.0
            return TEXT if widget.text() else drawn
        case QLineEdit():
            return TEXT if widget.displayText() or widget.placeholderText() else 0.0
    return 0.0


def _is_outlined(widget: QWidget) -> bool:
    pressed = isinstance(widget, QAbstractButton) and widget.property("role") in {"plain", "round", "primary"}
    return widget.isEnabled() and (pressed or isinstance(widget, QLineEdit))


def cuts_a_row(shown: list[QWidget]) -> Iterator[str]:
    """A list shows its current row whole, a table some rows, and a page that scrolls cuts through no line of text."""
    for widget in shown:
        if isinstance(widget, QTableView):
            rows = min(ROWS, widget.model().rowCount())
            seen = widget.viewport().height()
            needed = sum(widget.rowHeight(at) for at in range(rows))
            if needed > seen:
                yield f"row: {called(widget)} shows {seen} pixels of the {needed} of {rows} rows"
        elif isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
            row = widget.visualRect(widget.currentIndex())
            if row.height() > widget.viewport().height() or (
                widget.hasFocus() and not widget.viewport().rect().contains(row)
            ):
                yield f"row: {called(widget)} cuts its current row"
        elif isinstance(widget, QLabel):
            yield from _cuts_a_line(widget)


def moves(root: QWidget) -> Iterator[str]:
    """Nothing moves by itself: whoever asked for less motion has it anyway."""
    app = QApplication.instance()
    running = [
        each
        for owner in (root.window(), app)
        if owner is not None
        for each in owner.findChildren(QAbstractAnimation)
        if each.state() is QAbstractAnimation.State.Running
    ]
    if running:
        yield f"motion: {len(running)} animations are running"
    for bar in root.findChildren(QProgressBar):
        if bar.isVisible() and bar.minimum() == bar.maximum():
            yield f"motion: {called(bar)} runs without an end"


def _cuts_a_line(label: QLabel) -> Iterator[str]:
    """Strokes of a text that go on across the edge of what scrolls it."""
    area = _scrolled_in(label)
    if area is None or not label.text() or isinstance(area, QAbstractItemView):
        return
    seen, whole = place(area.viewport()), place(label)
    for edge in (seen.top(), seen.bottom() + 1):
        if whole.top() < edge < whole.bottom() + 1 and whole.intersects(seen):
            ink, at = written(label), edge - whole.top()
            if int((ink[at - 1] & ink[at]).sum()) >= STROKES:
                yield f"sliver: {called(label)} is cut within a line"


def _needed(widget: QWidget) -> tuple[int, int] | None:
    """How much room the text of a widget needs; None where it has none, or wraps as it likes."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            words = (widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split())
            return max(words, default=0), widget.heightForWidth(widget.width())
        return widget.sizeHint().width(), widget.sizeHint().height()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.sizeHint().width(), widget.fontMetrics().height()
    if isinstance(widget, QLineEdit):
        text = widget.placeholderText() if not widget.text() else ""
        margins = widget.width() - widget.contentsRect().width() + 8
        return widget.fontMetrics().horizontalAdvance(text) + margins, widget.fontMetrics().height()
    return None


def _scrolled_in(widget: QWidget) -> QAbstractScrollArea | None:
    """The area that a widget is scrolled in."""
    inner, parent = widget, widget.parentWidget()
    while parent is not None:
        outer = parent.parentWidget()
        if isinstance(outer, QAbstractScrollArea) and parent is outer.viewport() and inner is not outer:
            return outer
        inner, parent = parent, outer
    return None


def _layout(parent: QWidget) -> QLayout | None:
    return parent.layout()


def _is_qts(widget: QWidget) -> bool:
    """Whether it is a part that Qt puts inside its own widgets."""
    inside = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget, QScrollBar)
        or isinstance(inside, (QLineEdit, QMenu, QHeaderView))
        or (isinstance(inside, QTableView) and isinstance(widget, (QAbstractButton, QHeaderView)))
    )
