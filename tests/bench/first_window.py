"""The program's own start, up to its first painted window, and out again: what `tests.bench.window` times."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer

from ui.app import application, session_for
from ui.face import Face
from ui.theme import Mode
from validator.config import KeyStorage, Settings


def main() -> None:
    """Open the window of a desk that is enrolled nowhere, paint it once, close it."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), keys=KeyStorage.FILE, camera="off")
        with application() as app:
            face = Face(app, settings.language, Mode.LIGHT)
            session = session_for(settings, app, face)
            session.start()
            QTimer.singleShot(0, app.quit)
            app.exec()
            session.stop()
            face.close()


if __name__ == "__main__":
    main()
