"""The program's own window, idle or busy: how long it stands still, and what passes from a scan until its answer is painted.

Started by `tests.bench.load`, as a process of its own, on the desk that the settings name. Cards are scanned all the while, as by a
hand scanner whose code is just complete; a timer in the window's event loop tells when that stood still. Begins once the desk's
window has been open for a while, and ends after so many seconds, or as soon as nothing waits to be sent any more. The
last line on standard output is one JSON object: a `Seen`, times in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sync.hub import sample
from ui.app import application, opened
from ui.clerk.scanbox import CameraPicture
from ui.clerk.turn import Stage
from ui.deskview import DeskView
from ui.window import Window
from validator.config import load_settings

TICK = 5
"""Milliseconds between two ticks of the timer."""
SCAN_EVERY = 150
"""Milliseconds from an answer to the next scan."""
SETTLED = 1_500
"""Milliseconds from the open desk to the first scan: what is loaded once is no load."""
QUIET = 1.0
"""Seconds for which nothing must wait before the work counts as done."""


@dataclass
class Seen:
    """What was measured.

    Attributes:
        gaps: by how much each tick of the timer was late.
        answers: from each scan to its painted answer.
        pictures: pictures of the camera that were painted.
        seconds: how long it was measured.
        sent: whether there was a queue, and it is empty.
        reading: seconds of a processor that other processes of the desk took, reading pictures or making lists.
        own_gaps: what the window's thread itself computed in each gap.
        own_answers: what the program computed until each answer, all its threads together. A machine that is busy with other
            things makes gaps and answers longer, and these hardly.
    """

    gaps: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    pictures: int = 0
    seconds: float = 0.0
    sent: bool = False
    reading: float = 0.0
    own_gaps: list[float] = field(default_factory=list)
    own_answers: list[float] = field(default_factory=list)


class _Instant:
    """Now, in seconds: by the clock, and by what this thread and the whole process have computed."""

    def __init__(self) -> None:
        self.at = time.perf_counter()
        self.thread = time.thread_time()
        self.process = time.process_time()


class Watch(QObject):
    """Scans, ticks, and ends the program.

    Args:
        app: ends.
        window: is watched.
        seconds: for how long at most.
        until_sent: whether it ends as soon as the queue is empty.
        camera: a video that stands in for the camera; it is played again and again.
    """

    def __init__(
        self, app: QApplication, window: Window, seconds: float, *, until_sent: bool, camera: Path | None
    ) -> None:
        super().__init__()
        self.seen = Seen()
        self._app, self._window = app, window
        self._seconds, self._until_sent = seconds, until_sent
        self._camera = camera
        self._codes = [
            card["code"]
            for card in sample.listing()["cards"]
            if card["kind"] == "personal" and card["status"] == "active"
        ]
        self._next = 0
        self._scanned: _Instant | None = None
        self._before = _Instant()
        self._begun = self._waited = 0.0
        self._had_queue = False
        self._view: DeskView | None = None
        self._picture: QWidget | None = None
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        self._looking.start(50)
        self._ticks = QTimer(self)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Something was painted: the camera's picture, or the panel of the answer once the turn has one."""
        if event.type() is not QEvent.Type.Paint:
            return False
        if watched is self._picture:
            self.seen.pictures += 1
        elif self._scanned is not None and self._shows_answer():
            begun, self._scanned = self._scanned, None
            QTimer.singleShot(0, lambda: self._answered(begun))  # behind the painting
        return False

    def _shows_answer(self) -> bool:
        return self._view is not None and self._view.clerk.flow.turn.stage is Stage.SHOWN

    def _look(self) -> None:
        """Twenty times a second: whether the desk is open, and later whether something waits to be sent."""
        if self._view is None:
            page = self._window.page
            if isinstance(page, DeskView) and page.clerk.flow.choice is not None:
                self._view = page
                (self._picture,) = page.clerk.scanbox.findChildren(CameraPicture)
                page.clerk.verdict.installEventFilter(self)
                self._picture.installEventFilter(self)
                QTimer.singleShot(SETTLED, self._begin)
            return
        if self._view.waiting:
            self._had_queue, self._waited = True, time.perf_counter()
        self.seen.sent = self._had_queue and time.perf_counter() - self._waited > QUIET
        if self._camera is not None:
            os.utime(self._camera)  # what is written anew is played again behind its end

    def _begin(self) -> None:
        self._before = _Instant()
        self._begun = self._before.at
        self._ticks.start(TICK)
        self._scan()

    def _scan(self) -> None:
        if self._view is None:
            return
        self._view.clerk.cancel()
        code = self._codes[self._next % len(self._codes)]
        self._next += 1
        self._scanned = _Instant()
        self._view.take_scan(code)

    def _answered(self, begun: _Instant) -> None:
        now = _Instant()
        self.seen.answers.append((now.at - begun.at) * 1000)
        self.seen.own_answers.append((now.process - begun.process) * 1000)
        QTimer.singleShot(SCAN_EVERY, self._scan)

    def _tick(self) -> None:
        before, self._before = self._before, _Instant()
        self.seen.gaps.append(max(0.0, (self._before.at - before.at) * 1000 - TICK))
        self.seen.own_gaps.append((self._before.thread - before.thread) * 1000)
        self.seen.seconds = self._before.at - self._begun
        if self.seen.seconds > self._seconds or (self._until_sent and self.seen.sent):
            self._ticks.stop()
            self._app.quit()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.loaded", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--until-sent", action="store_true")
    parser.add_argument("--again", type=Path, help="the camera's video, to be played again and again")
    asked = parser.parse_args()
    with application() as app, opened(load_settings(), app) as window:
        watch = Watch(app, window, asked.seconds, until_sent=asked.until_sent, camera=asked.again)
        app.exec()
        watch.deleteLater()
    times = os.times()
    watch.seen.reading = times.children_user + times.children_system
    sys.stdout.write(json.dumps(asdict(watch.seen)) + "\n")


if __name__ == "__main__":
    main()
