"""Reading a picture file on a thread of its own: a card dropped on the window, or a desk's invitation.

A picture may take two seconds; neither the screen nor a ticket waits for it. It is unpacked and read by a process apart.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ui.work import DeskWork
from validator.domain.code import CardRead, CodeFormat, Source
from validator.scan.apart import Apart
from validator.scan.still import read_picture


class Pictures:
    """Reads pictures.

    Args:
        work: a thread that nothing else waits for.
        now: the clock of the readings.
        apart: reads the pictures.
    """

    def __init__(self, work: DeskWork, now: Callable[[], datetime], apart: Apart) -> None:
        self._work = work
        self._now = now
        self._apart = apart
        self._format: CodeFormat | None = None

    def know(self, code_format: CodeFormat) -> None:
        """What a code of this network looks like."""
        self._format = code_format

    def read(self, path: Path, done: Callable[[CardRead], None], failed: Callable[[Exception], None]) -> None:
        """Read a file; a picture without a card gives an empty reading, which the desk calls unreadable."""
        code_format = self._format
        self._work.submit(lambda: self._read(path, code_format), done, failed)

    def _read(self, path: Path, code_format: CodeFormat | None) -> CardRead:
        now = self._now()
        return read_picture(path, self._apart.reader(code_format), now) or CardRead("", Source.PICTURE, now)
