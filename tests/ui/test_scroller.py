"""What scrolls cuts through no line of text, however little room there is and wherever it is scrolled to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.walk.pixels import of_image, strongest
from ui.drawing import WIDE, Drawing
from ui.face import Face
from ui.lines import Lines
from ui.parts import Words, column
from ui.scroller import Scroller

LINES = "\n".join(["mmm nnn"] * 12)
INK = 1.5


def area_of(qtbot: QtBot, *parts: QWidget) -> Scroller:
    inside = QWidget()
    inside.setLayout(column(*parts, 1))
    area = Scroller(inside)
    qtbot.addWidget(area)
    area.resize(240, 200)
    area.show()
    qtbot.waitExposed(area)
    return area


def lowest_row_is_empty(area: Scroller) -> bool:
    seen = of_image(area.viewport().grab().toImage())
    return strongest(seen[-1:]) < INK


@pytest.mark.parametrize("height", range(31, 160, 7))
def test_the_lower_edge_cuts_no_line(qtbot: QtBot, height: int) -> None:
    area = area_of(qtbot, Words())
    words = area.findChild(Words)
    assert isinstance(words, Words)
    words.setText(LINES)
    area.resize(240, height)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert lowest_row_is_empty(area)
    line = words.fontMetrics().lineSpacing()
    for past in range(0, bar.maximum(), 5):
        bar.setValue(past)
        assert lowest_row_is_empty(area) or area.viewport().height() < line, past


def test_a_button_is_seen_whole_or_not_at_all(qtbot: QtBot) -> None:
    words, button = Words(), QPushButton("something")
    words.setText(LINES)
    area = area_of(qtbot, words, button)
    area.resize(240, button.geometry().center().y())
    area.verticalScrollBar().setValue(0)
    assert not button.visibleRegion().boundingRect().intersects(button.rect())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert button.visibleRegion().boundingRect() == button.rect()


def test_a_drawing_makes_room_for_words_and_comes_back(qtbot: QtBot, face: Face) -> None:
    words, drawing = Words(), Drawing(face)
    words.setText("one\ntwo")
    area = area_of(qtbot, words, drawing)
    drawing.show_drawing("ready")
    area.resize(300, WIDE)
    qtbot.waitUntil(drawing.isVisible)
    area.resize(300, WIDE // 2)
    qtbot.waitUntil(lambda: not drawing.isVisible())
    assert area.verticalScrollBar().maximum() == 0
    area.resize(300, WIDE)
    qtbot.waitUntil(drawing.isVisible)


@pytest.mark.parametrize("height", range(120, 300, 13))
def test_a_list_that_goes_to_a_line_shows_it_and_all_others_whole(qtbot: QtBot, height: int) -> None:
    lines, model = Lines(), QStandardItemModel()
    for at in range(9):  # of three heights, as names that wrap
        item = QStandardItem(f"line {at}")
        item.setSizeHint(QSize(100, 44 + 21 * (at % 3)))
        model.appendRow(item)
    lines.setModel(model)
    qtbot.addWidget(lines)
    lines.resize(200, height)
    lines.show()
    qtbot.waitExposed(lines)
    for row in (0, 3, 8, 5, 8, 1, 7, 2):
        lines.scrollTo(model.index(row, 0))
        seen = lines.viewport().rect()
        drawn = [lines.visualRect(model.index(at, 0)) for at in range(9)]
        assert seen.contains(drawn[row]), row
        assert [
            at for at, each in enumerate(drawn) if each.intersects(seen) and not seen.contains(each)
        ] == []
