"""A key that acts only where it comes alone: a hand scanner's first signs are letters and digits, too.

Nothing else tells them from typing. It acts a moment later than it comes, if no other key follows and no sign came just before: so
the signs of a scanner that is too slow to be told from typing are never alone either.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from validator.scan.wedge import KEY_GAP_MS

ALONE = 2 * round(KEY_GAP_MS)
"""Milliseconds after which a sign was no scanner's."""


class Alone(QObject):
    """Waits for what follows a key.

    Args:
        wait: milliseconds after which one was alone.

    Signals:
        pressed: the text of a key that was alone.
    """

    pressed = Signal(str)

    def __init__(self, wait: int = ALONE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._quiet, self._after = QTimer(self), QTimer(self)
        for timer, interval in ((self._quiet, wait), (self._after, 0)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
        # Keys that came while the program was busy are handled before it acts.
        self._quiet.timeout.connect(self._after.start)
        self._after.timeout.connect(self._act)

    def hear(self, event: QKeyEvent) -> bool:
        """Another key, whatever it is: what waits was not alone. Whether this one is, so far."""
        self._text = ""
        follows = self._quiet.isActive() or self._after.isActive()
        if event.text().isprintable() and event.text():
            self._after.stop()
            self._quiet.start()
        return not follows and not event.isAutoRepeat()

    def wait_for(self, text: str) -> None:
        """Tell of the key that was heard just now, once it was alone."""
        self._text = text

    def drop(self) -> None:
        """What waits is none, and what comes next follows nothing: a scan is over, or nobody is there any more."""
        self._text = ""
        self._quiet.stop()
        self._after.stop()

    def _act(self) -> None:
        text, self._text = self._text, ""
        if text:
            self.pressed.emit(text)
