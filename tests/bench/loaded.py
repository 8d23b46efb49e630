"""The program's own window under load, or idle: its longest gap, and what passes from a scan until its answer is painted.

Started by `tests.bench.load`, in a process of its own, on the desk that the settings name. Cards are scanned all the while, as by
a hand scanner; a timer of 5 ms in the window's event loop tells when that stood still. Ends when the queue is empty and the list
is there, or after so many seconds; the last line on standard output is one JSON object.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from sync.hub import sample
from ui.app import application, opened
from ui.clerk.turn import Stage
from ui.deskview import DeskView
from ui.window import Window
from validator.config import load_settings

TICK = 5
"""Milliseconds between two ticks of the timer."""
SCAN_EVERY = 250
"""Milliseconds from an answer to the next scan."""
SETTLED = 2_000
"""Milliseconds after its window is open: what is loaded once is no load."""


@dataclass
class Seen:
    """What was measured, in milliseconds."""

    gaps: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    passes: int = 0


class Watch(QObject):
    """Scans, ticks, and ends the program.

    Args:
        seconds: how long at most; where ``until_sent``, less if the queue is empty before.
    """

    def __init__(self, app: QApplication, window: Window, seconds: float, *, until_sent: bool) -> None:
        super().__init__()
        self.seen = Seen()
        self._app, self._window = app, window
        self._seconds, self._until_sent = seconds, until_sent
        self._codes = [
            card["code"]
            for card in sample.listing()["cards"]
            if card["kind"] == "personal" and card["status"] == "active"
        ]
        self._next = 0
        self._scanned: float | None = None
        self._before = self._begun = 0.0
        self._view: DeskView | None = None
        self._quiet_since = 0.0
        self._waiting_for = QTimer(self)
        self._waiting_for.timeout.connect(self._look_for_the_desk)
        self._waiting_for.start(50)
        self._ticks = QTimer(self)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The answer was painted: when its sentence's panel was, after the turn had it."""
        if (
            self._scanned is not None
            and event.type() is QEvent.Type.Paint
            and self._view is not None
            and self._view.clerk.flow.turn.stage is Stage.SHOWN
        ):
            begun, self._scanned = self._scanned, None
            QTimer.singleShot(0, lambda: self._answered(begun))
        return False

    def _look_for_the_desk(self) -> None:
        page = self._window.page
        if isinstance(page, DeskView) and page.clerk.flow.choice is not None:
            self._waiting_for.stop()
            self._view = page
            page.clerk.verdict.installEventFilter(self)
            QTimer.singleShot(SETTLED, self._begin)

    def _begin(self) -> None:
        self._begun = self._before = time.perf_counter()
        self._ticks.start(TICK)
        self._scan()

    def _scan(self) -> None:
        if self._view is None:
            return
        self._view.clerk.cancel()
        code = self._codes[self._next % len(self._codes)]
        self._next += 1
        self._scanned = time.perf_counter()
        self._view.take_scan(code)

    def _answered(self, begun: float) -> None:
        self.seen.answers.append((time.perf_counter() - begun) * 1000)
        QTimer.singleShot(SCAN_EVERY, self._scan)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.seen.gaps.append(max(0.0, (now - self._before) * 1000 - TICK))
        self._before = now
        if now - self._begun > self._seconds or (self._until_sent and self._is_through(now)):
            self._ticks.stop()
            self._app.quit()

    def _is_through(self, now: float) -> bool:
        """Whether nothing waits any more, and has not for a second: the first look at the queue may be still to come."""
        if self._view is None or self._view.waiting or now - self._begun < 5:
            self._quiet_since = now
        return now - self._quiet_since > 1


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.loaded", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--until-sent", action="store_true")
    asked = parser.parse_args()
    with application() as app, opened(load_settings(), app) as window:
        watch = Watch(app, window, asked.seconds, until_sent=asked.until_sent)
        begun = time.perf_counter()
        app.exec()
        took = time.perf_counter() - begun
        watch.deleteLater()
    seen = watch.seen
    told = {"gaps": seen.gaps, "answers": seen.answers, "seconds": took, "collections": gc.get_count()}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
