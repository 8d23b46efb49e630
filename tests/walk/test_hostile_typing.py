"""Any keys in any order and rhythm, where no card is on the screen: nothing is recorded, nothing fails, the window answers."""

from __future__ import annotations

import logging
import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.shots.catalogue import State, catalogue
from tests.shots.stage import NEVER, Files, staged
from tests.ui.conftest import FAST, SLOW, Keyboard
from tests.ui.world import HOLDER
from tests.walk.scanning import DRAGGING, Scanner
from ui.deskview import DeskView
from ui.face import Face

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(900)]

EMPTY = ("ready", "which-day", "bookings-none", "manager-door", "preflight", "about", "customer", "guide")
"""States in which a key comes to every kind of page; with ``customer`` a card is let go first."""
KEYS = 150
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_K = Qt.Key
NAMED = (
    *((getattr(_K, f"Key_F{number}"), NONE) for number in range(1, 13)),
    *(
        (each, NONE)
        for each in (_K.Key_Return, _K.Key_Enter, _K.Key_Space, _K.Key_Escape, _K.Key_Tab, _K.Key_Backtab)
    ),
    *((each, NONE) for each in (_K.Key_Up, _K.Key_Down, _K.Key_Left, _K.Key_Right, _K.Key_Home, _K.Key_End)),
    *((each, NONE) for each in (_K.Key_Backspace, _K.Key_Delete, _K.Key_PageDown, _K.Key_Menu)),
    *(
        (each, CTRL)
        for each in (
            _K.Key_Z,
            _K.Key_N,
            _K.Key_D,
            _K.Key_R,
            _K.Key_K,
            _K.Key_A,
            _K.Key_V,
            _K.Key_Plus,
            _K.Key_0,
        )
    ),
)
"""Not among them: entering from paper, which records whatever is typed; training; what opens the system's own windows."""
SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-/*().:;!"


@pytest.mark.parametrize(
    ("name", "seed"),
    [
        *(("ready", 1), ("which-day", 1)),
        *(pytest.param(name, seed, marks=pytest.mark.long) for name in EMPTY for seed in (2, 3)),
    ],
)
def test_nothing_is_recorded_without_a_card(
    qapp: QApplication, face: Face, files: Files, caplog: pytest.LogCaptureFixture, name: str, seed: int
) -> None:
    caplog.set_level(logging.DEBUG)
    chance, keys = random.Random(f"{name} {seed}"), Keyboard()
    state: State = next(each for each in catalogue() if each.name == name)
    with staged(qapp, face, files.of(state.begin), times=replace(NEVER, instant=keys.instant)) as on:
        root = state.reach(on) or on.window
        root.window().activateWindow()
        on.clerk.flow.clear()
        scanner = Scanner(on, keys)
        scanner.rest()
        before = scanner.entries()
        for _ in range(KEYS):
            gap = chance.choice((FAST, DRAGGING, SLOW))
            if chance.random() < 0.5:
                key, held = chance.choice(NAMED)
                keys.press(key, gap, held)
            else:
                keys.type(chance.choice(SIGNS), gap)
        scanner.rest()
        assert scanner.entries() == before, (name, seed)
        page = on.window.page
        assert isinstance(page, DeskView)
        page.to_clerk()
        page.clerk.cancel()
        scanner.taken.clear()
        keys.at += 5_000
        keys.scan(HOLDER)  # and the next card is one scan away
        on.until(lambda: HOLDER in [read.payload for read in scanner.taken])
        assert HOLDER not in caplog.text
