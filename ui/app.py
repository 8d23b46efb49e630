"""The window's program: settings in, a running desk out. Everything is made here, in order, and let go in reverse order."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sync.station import Station, vault_for
from ui.face import Face
from ui.icons import program_icon
from ui.memory import FILE_NAME, at_start
from ui.session import Session
from ui.theme import Mode
from validator.config import KeyStorage, Settings, load_settings, set_up_logging
from validator.errors import KnownError

BAD_SETTINGS = 2
PROGRAM = "kaikuportti"


def main() -> int:
    """Open the window of the desk that the settings name; a setting that makes no sense is told on standard error.

    Returns:
        the program's exit code.
    """
    try:
        settings = load_settings()
        set_up_logging(settings.log_level)
        return run(settings)
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_SETTINGS


def run(settings: Settings) -> int:
    """Open one desk's window and run until it is closed.

    Returns:
        the program's exit code.

    Raises:
        ConfigError: a setting makes no sense, or the texts were not built.
    """
    with ExitStack() as closing:
        app = closing.enter_context(application())
        chosen = at_start(settings)
        face = Face(app, chosen.language, Mode(chosen.look), chosen.text_size)
        closing.callback(face.close)
        session = session_for(settings, app, face)
        closing.callback(session.stop)
        session.start()
        return app.exec()


def session_for(settings: Settings, app: QApplication, face: Face) -> Session:
    """A desk with these settings, yet to be started."""

    def open_station(passphrase: str) -> Station:
        return Station.open(settings.data, vault_for(settings, lambda: passphrase))

    asks = settings.keys is KeyStorage.PASSPHRASE
    memory = settings.data / FILE_NAME
    return Session(app, face, open_station, asks=asks, camera=settings.camera, memory=memory)


@contextmanager
def application() -> Iterator[QApplication]:
    """Qt's application, with the name and the icon; Ctrl+C in the terminal, or being asked to end, closes it properly."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName(PROGRAM)
    app.setApplicationDisplayName("")
    app.setDesktopFileName(PROGRAM)
    app.setWindowIcon(program_icon())
    # Python looks at signals whenever Qt calls it, and the window's clock ticks every second.
    wanted = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(each, lambda *_: app.quit()) for each in wanted]
    try:
        yield app
    finally:
        for each, handler in zip(wanted, before, strict=True):
            signal.signal(each, handler)
