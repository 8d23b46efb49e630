"""The window's program: settings in, a running desk out. Everything is made here, in order, and let go in reverse order.

The window comes first, with its entrance; what is behind that is loaded once the window is painted (`ui.loading`). So
nothing may be imported here, nor by what is, that the entrance does not need.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from ui import garbage
from ui.face import Face
from ui.icons import program_icon
from ui.loading import Loading
from ui.memory import at_start
from ui.opening import entrance
from ui.theme import Mode
from ui.window import Window
from validator.config import KeyStorage, Settings, load_settings, set_up_logging
from validator.errors import ConfigError, KnownError

BROKEN = 1
BAD_SETTINGS = 2
PROGRAM = "kaikuportti"
_PULSE = 500
TURN = 0.0005
"""Seconds after which a thread that computes lets another one have Python. An answer passes through several threads, and each waits
for its turn at every step; at Python's own 5 ms that adds up to what a clerk notices while much is sent."""


def main() -> int:
    """Open the window of the desk that the settings name; a setting that makes no sense is told on standard error and in a window.

    Returns:
        the program's exit code.
    """
    try:
        settings = load_settings()
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        tell(error)
        return BAD_SETTINGS
    try:
        set_up_logging(settings.log_level)
        return run(settings)
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_SETTINGS


def tell(error: KnownError) -> None:
    """Say in a small window why there is no other one: who starts the program by its icon sees no standard error."""
    with application() as app, ExitStack() as closing:
        chosen = at_start(Settings())  # of what the settings say nothing can be known
        try:
            face = Face(app, chosen.language, Mode(chosen.look), chosen.text_size)
        except ConfigError:  # no texts were built either; standard error has it
            return
        closing.callback(face.close)
        box = QMessageBox(QMessageBox.Icon.Warning, face.say("ui", "window.title"), face.problem(error))
        box.setInformativeText(str(error))
        box.setTextFormat(Qt.TextFormat.PlainText)
        face.dress(box)
        pulse = QTimer(box)
        pulse.timeout.connect(lambda: None)  # lets Python look at signals: no clock ticks here
        pulse.start(_PULSE)
        box.finished.connect(app.quit)
        box.show()
        app.exec()  # the box's own loop would go on where the program is asked to end


def run(settings: Settings) -> int:
    """Open one desk's window and run until it is closed.

    Returns:
        the program's exit code.

    Raises:
        ConfigError: a setting makes no sense, or the texts were not built.
    """
    with application() as app, opened(settings, app):
        return app.exec()


@contextmanager
def opened(settings: Settings, app: QApplication) -> Iterator[Window]:
    """The window, shown; once the application runs, the desk is opened behind it, and closed at the end.

    Raises:
        ConfigError: the texts were not built.
    """
    with ExitStack() as closing:
        chosen = at_start(settings)
        face = Face(app, chosen.language, Mode(chosen.look), chosen.text_size)
        closing.callback(face.close)
        window, page = entrance(face, passphrase=settings.keys is KeyStorage.PASSPHRASE)
        loading = Loading(window)
        closing.callback(loading.join)

        def go_on() -> None:
            try:
                session = loading.made()(settings, app, face, (window, page))
                closing.callback(session.stop)
                session.start()
            except BaseException:  # Qt would go on with a window in which nothing ever happens
                app.exit(BROKEN)
                raise

        loading.ended.connect(go_on)
        window.show()
        yield window
        if window.isVisible():
            window.close()


@contextmanager
def application() -> Iterator[QApplication]:
    """Qt's application, with the name and the icon; Ctrl+C in the terminal, or being asked to end, closes it properly."""
    sys.setswitchinterval(TURN)
    garbage.put_off()
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
        garbage.take_up()
        for each, handler in zip(wanted, before, strict=True):
            signal.signal(each, handler)
