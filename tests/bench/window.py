"""The start of the program to its first painted window, against a bare window's start, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.bench.timing import Figure, paired

_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
_RUNS = 5


def figures() -> list[Figure]:
    """One figure: the window of a desk that is enrolled nowhere yet, shown and closed at once."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}

    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, env=environ, capture_output=True)

    return [
        paired(
            "start to the first window",
            lambda: run("-m", "tests.bench.first_window"),
            "bare window's start",
            lambda: run("-c", _BARE),
            _RUNS,
            warm_up=1,
        )
    ]
