"""A scan is never lost: in every state of the window, wherever the focus is, fast, slow, with Enter behind it and without."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QApplication

from tests.shots.catalogue import State, catalogue
from tests.shots.stage import Files
from tests.walk.scanning import WAYS, Way, scan_everywhere
from ui.face import Face

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(900)]

ALWAYS = ("decline-reasons", "manager-settle", "which-day", "customer", "about", "paper-form")
"""States in which it went wrong once."""


def ways_for(state: State) -> list[tuple[str, Way]]:
    ways = list(WAYS)
    random.Random(state.name).shuffle(ways)
    return ways


@pytest.mark.parametrize(
    "state", [each for each in catalogue() if each.name in ALWAYS], ids=lambda each: each.name
)
def test_where_it_went_wrong_once(qapp: QApplication, face: Face, files: Files, state: State) -> None:
    assert list(scan_everywhere(qapp, face, files, state, ways_for(state))) == []


@pytest.mark.long
@pytest.mark.parametrize("state", catalogue(), ids=lambda each: each.name)
def test_in_every_state(qapp: QApplication, face: Face, files: Files, state: State) -> None:
    assert list(scan_everywhere(qapp, face, files, state, WAYS, each=True)) == []
