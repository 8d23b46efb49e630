"""The start of the program to its first painted window, and on to an open desk, against a bare window's start.

Each is a process of its own, which says on its standard output how far it has come.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

from tests.bench.timing import Figure, figure

_BARE = """
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.show()
app.exec()
"""
_RUNS = 5


def figures() -> list[Figure]:
    """Two figures of a desk that is enrolled nowhere yet: its window's first picture, and the page behind the entrance."""
    ours, bare = [], []
    for turn in range(_RUNS + 1):
        starts = _start("-m", "tests.bench.first_window"), _start("-c", _BARE)
        if turn:  # the first one only warms the disk
            ours.append(starts[0])
            bare += starts[1]
    limit = "bare window's start"
    return [
        figure("start to the first window", [painted for painted, _ in ours], limit, bare),
        figure("start to an open desk", [opened for _, opened in ours], limit, bare),
    ]


def _start(*arguments: str) -> list[float]:
    """Milliseconds from the start of a process to each line that it says."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, *arguments], env=environ, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        said = [(time.perf_counter() - begun) * 1000 for _ in process.stdout]
    if process.returncode:
        raise AssertionError(f"{arguments} ended with {process.returncode}")
    return said
