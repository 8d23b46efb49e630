"""The program's entry: headless commands go to `sync.cli` and never meet Qt; without a command, the window opens.

Nothing is imported before it is needed: each process that reads pictures imports this module again when it starts.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run, and exit with the command's or the window's code."""
    if getattr(sys, "frozen", False):
        # Packed into one program, it is also the process that reads pictures.
        import multiprocessing

        multiprocessing.freeze_support()
    _speak_utf8()
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    if arguments:
        from sync.cli import app
        from sync.cli import main as command
        from ui.paper.command import register

        register(app)
        return command(arguments)
    from validator.config import has_screen

    if not has_screen():
        from sync.cli import NO_SCREEN, NO_SCREEN_TEXT

        sys.stderr.write(NO_SCREEN_TEXT)
        return NO_SCREEN
    from ui.app import main as window

    return window()


def _speak_utf8() -> None:
    """Sentences have letters that an old console's code page has not."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
