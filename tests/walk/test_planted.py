"""The walk says so when a rule is broken: one violation of each kind, planted in a real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPropertyAnimation, QRect, QSize
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.shots.catalogue import Page
from tests.shots.stage import Files, Stage, evening, staged
from tests.ui.world import EXPIRED, HOLDER
from tests.walk.pixels import of_image, reds
from tests.walk.rules import broken
from ui.clerk.given import GivenView
from ui.face import Face

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Plant = Callable[[Stage], None]


@pytest.fixture
def on(qapp: QApplication, face: Face, files: Files) -> Iterator[Stage]:
    """A customer with a ticket to get, after one who got one."""
    with staged(qapp, face, files.of(evening)) as on:
        on.show(HOLDER)
        on.give()
        on.clerk.cancel()
        on.show(EXPIRED)
        yield on


def button(on: Stage, name: str) -> QPushButton:
    found = on.clerk.findChildren(QPushButton)
    return next(each for each in found if each.isVisible() and each.accessibleName().startswith(name))


def dress(widget: QWidget, sheet: str) -> None:
    widget.setStyleSheet(sheet)


def no_name(on: Stage) -> None:
    on.clerk.scanbox.field.setAccessibleName("")
    on.clerk.scanbox.findChildren(QLabel)[2].setBuddy(button(on, "Tyhjennä"))
    on.clerk.scanbox.field.setPlaceholderText("")


def no_role(on: Stage) -> None:
    silent = QWidget(on.clerk.verdict)
    silent.setAccessibleName("something")
    silent.setFocusPolicy(on.clerk.scanbox.field.focusPolicy())
    silent.setGeometry(0, 0, 50, 50)
    silent.show()


def faint_text(on: Stage) -> None:
    dress(on.clerk.verdict.top, "color: #8a8a8a")


def faint_outline(on: Stage) -> None:
    dress(button(on, "Tyhjennä"), "border: 1px solid #e6e6e6")


def small(on: Stage) -> None:
    button(on, "Tyhjennä").setFixedSize(QSize(90, 40))


def low_rows(on: Stage) -> None:
    view = on.clerk.given.findChild(GivenView)
    assert view is not None
    view.setItemDelegate(None)  # type: ignore[arg-type]


def clipped(on: Stage) -> None:
    on.clerk.verdict.top.setFixedWidth(40)


def outside(on: Stage) -> None:
    field = on.clerk.scanbox.field
    field.setMinimumWidth(1200)


def overlapping(on: Stage) -> None:
    upper, lower = button(on, "Tyhjennä"), button(on, "Miksi")
    lower.setGeometry(QRect(upper.geometry()))


def hidden_focus(on: Stage) -> None:
    dress(button(on, "Tyhjennä"), "QPushButton:focus { border: 1px solid #767a7e; }")


def wild_order(on: Stage) -> None:
    QWidget.setTabOrder(button(on, "Kumoa"), button(on, "Tyhjennä"))


def moving(on: Stage) -> None:
    running = QPropertyAnimation(on.clerk.verdict, b"pos", on.window)
    running.setEndValue(QPoint(8, 8))
    running.setLoopCount(-1)
    running.start()


def endless(on: Stage) -> None:
    bar = QProgressBar(on.clerk.verdict)
    bar.setAccessibleName("something")
    bar.setRange(0, 0)
    bar.setGeometry(0, 0, 50, 16)
    bar.show()


def test_nothing_is_found_where_nothing_is_planted(on: Stage) -> None:
    assert list(broken(on.window, Page.CLERK)) == []


@pytest.mark.parametrize(
    ("plant", "kind"),
    [
        (no_name, "name: "),
        (no_role, "role: "),
        (faint_text, "contrast: Line"),
        (faint_outline, "contrast: the outline"),
        (small, "target: Button"),
        (low_rows, "target: a row"),
        (clipped, "clipped: "),
        (outside, "outside: "),
        (overlapping, "overlap: "),
        (hidden_focus, "focus: "),
        (wild_order, "order: "),
        (moving, "motion: "),
        (endless, "motion: "),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_a_planted_violation_is_found(on: Stage, plant: Plant, kind: str) -> None:
    plant(on)
    on.let_settle()
    if plant is overlapping:
        plant(on)  # the layout put it back
    assert [each for each in broken(on.window, Page.CLERK) if each.startswith(kind)] != []


def test_a_cut_row_of_the_managers_table_is_found(qapp: QApplication, face: Face, files: Files) -> None:
    with staged(qapp, face, files.of(evening)) as on:
        on.enter_manager()
        assert list(broken(on.window, Page.MANAGER)) == []
        table = on.view.manager.table
        table.setFixedHeight(table.horizontalHeader().height() + table.rowHeight(0) + table.rowHeight(1) // 2)
        on.let_settle()
        assert [each for each in broken(on.window, Page.MANAGER) if each.startswith("row: ")] != []


def test_a_cut_line_of_text_is_found(on: Stage) -> None:
    words = QLabel("\n".join(["mmmmmm"] * 5))
    area = QScrollArea(on.clerk.verdict)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(words)
    area.show()
    on.let_settle()  # it has its font now
    words.adjustSize()
    area.setFixedSize(120, words.height() // 2)
    area.show()
    on.let_settle()
    assert [each for each in broken(on.window, Page.CLERK) if each.startswith("sliver: ")] != []


def test_red_is_found_and_what_only_resembles_it_is_not(qapp: QApplication) -> None:
    field = QLineEdit()
    for colour, is_red in (("#c62828", True), ("#e53935", True), ("#8a5a00", False), ("#0a4f5a", False)):
        field.setStyleSheet(f"background: {colour}")
        assert (reds(of_image(field.grab().toImage())) > 100) is is_red, colour
    field.deleteLater()
