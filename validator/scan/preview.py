"""The small pictures for the screen, made and told on a thread of their own: a listener that is slow delays no look at a card.

Only the newest frame is kept. A listener that is slow misses some.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from validator.scan.outline import Corners
from validator.scan.source import Frame, PreviewFrame, preview_of


class Previewer:
    """The thread.

    Args:
        listener: told of the newest frame.
        failed: told of what it, or making the picture, raised.
    """

    def __init__(self, listener: Callable[[PreviewFrame], None], failed: Callable[[Exception], None]) -> None:
        self._listener = listener
        self._failed = failed
        self._news = threading.Condition()
        self._newest: tuple[Frame, tuple[Corners, ...]] | None = None
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="preview", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def show(self, frame: Frame, outlines: tuple[Corners, ...]) -> None:
        """Have this frame told, unless a newer one comes before; returns at once."""
        with self._news:
            self._newest = frame, outlines
            self._news.notify()

    def stop(self) -> None:
        """Ask the thread to end; returns at once."""
        with self._news:
            self._stopping = True
            self._news.notify()

    def join(self, timeout: float | None = None) -> bool:
        """Wait for the thread. Returns whether it has ended."""
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (newest := self._next()) is not None:
            try:
                self._listener(preview_of(*newest))
            except Exception as error:  # noqa: BLE001  (whatever a listener does, the next frame is told)
                self._failed(error)

    def _next(self) -> tuple[Frame, tuple[Corners, ...]] | None:
        with self._news:
            self._news.wait_for(lambda: self._newest is not None or self._stopping)
            newest, self._newest = self._newest, None
            return None if self._stopping else newest
