"""The program's own start: says "painted" at its first picture and "open" at that of the first page behind the entrance.

`tests.bench.window` times both.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.app import application, opened
from ui.opening import Opening
from ui.window import Window
from validator.config import KeyStorage, Settings


class Watch(QObject):
    """Says each of the two once; then the program ends.

    Args:
        app: ends.
        window: is watched.
    """

    def __init__(self, app: QApplication, window: Window) -> None:
        super().__init__()
        self._app = app
        self._window = window
        self._painted = False
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            if not self._painted:
                self._painted = True
                print("painted", flush=True)
            if not isinstance(self._window.page, Opening):
                self._app.removeEventFilter(self)
                print("open", flush=True)
                QTimer.singleShot(0, self._app.quit)
        return False


def main() -> None:
    """Open the window of a desk that is enrolled nowhere, and close it."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), keys=KeyStorage.FILE, camera="off")
        with application() as app, opened(settings, app) as window:
            watch = Watch(app, window)
            app.exec()
            watch.deleteLater()


if __name__ == "__main__":
    main()
