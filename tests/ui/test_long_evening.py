"""A list of hundreds of givings costs the window no more than one of a few."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.clerk.given import GivenPanel, GivenView
from ui.face import Face
from ui.operations import Given
from ui.window import Window
from validator.desk import Choice, GivenLine
from validator.domain.redemption import Tickets
from validator.store.outbox import State

NOW = datetime(2018, 10, 13, 17, 30, tzinfo=UTC)
MANY = 300


def lines(count: int, state: State = State.RECORDED) -> Given:
    """So many givings of an evening, the newest first."""
    choice = Choice("play", None, date(2018, 10, 13))
    return Given(
        tuple(
            GivenLine(
                f"giving-{number}", NOW - timedelta(minutes=number), "…AB12", Tickets(1), choice, state.value
            )
            for number in range(count)
        ),
        {},
    )


@pytest.fixture
def panel(face: Face, qtbot: QtBot) -> Iterator[GivenPanel]:
    window, made = Window(face), GivenPanel(face)
    window.hold(made)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()


def buttons(panel: GivenPanel) -> list[QPushButton]:
    return [each for each in panel.findChildren(QPushButton) if each.isVisible()]


def test_only_lines_in_view_have_buttons_and_the_others_get_theirs_when_they_are_scrolled_to(
    panel: GivenPanel, qtbot: QtBot
) -> None:
    undone: list[str] = []
    panel.undone.connect(undone.append)
    panel.put(lines(MANY))
    qtbot.waitUntil(lambda: 0 < len(buttons(panel)) < 30)
    buttons(panel)[0].click()
    (view,) = panel.findChildren(GivenView)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > MANY * 40)
    before = set(buttons(panel))
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: bool(set(buttons(panel)) - before))
    assert len(buttons(panel)) < 60
    assert bar.value() == bar.maximum()
    max(buttons(panel), key=lambda each: each.mapTo(panel, QPoint(0, 0)).y()).click()
    assert undone == ["giving-0", f"giving-{MANY - 1}"]


def test_a_state_that_changes_leaves_every_line_its_button(panel: GivenPanel, qtbot: QtBot) -> None:
    panel.put(lines(MANY))
    qtbot.waitUntil(lambda: len(buttons(panel)) > 0)
    before = buttons(panel)
    panel.put(lines(MANY, State.CONFIRMED))
    qtbot.waitUntil(lambda: "vahvistettu" in str(panel.model.index(MANY - 1).data()))
    assert buttons(panel) == before


def test_a_giving_more_has_its_button_too(panel: GivenPanel, qtbot: QtBot) -> None:
    panel.put(lines(2))
    qtbot.waitUntil(lambda: len(buttons(panel)) == 2)
    panel.put(lines(3))
    qtbot.waitUntil(lambda: len(buttons(panel)) == 3)
