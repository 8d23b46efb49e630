"""The demo with its windows, as processes: opened, its hub cut off and brought back by a key, and all ended together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 60.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals and signals of another kind")


@contextmanager
def demo(folder: Path, desks: int, stdin: int) -> Iterator[subprocess.Popen[str]]:
    """The demo in a process group of its own; its windows are open."""
    command = [sys.executable, "-c", "from ui.program import main; main()", "demo", "--data", str(folder)]
    process = subprocess.Popen(
        [*command, "--desks", str(desks)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdin=stdin,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert said(process).startswith("The demo's hub is at http://127.0.0.1:")
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)


def said(process: subprocess.Popen[str]) -> str:
    """The next line that it says."""
    assert process.stderr is not None
    return process.stderr.readline()


def all_ended(process: subprocess.Popen[str], how: signal.Signals) -> None:
    os.kill(process.pid, how)
    rest = process.communicate(timeout=PATIENCE)[1]
    assert (process.returncode, rest) == (130, "")
    # Python's own watchman over what its processes share ends by itself, a moment after the window that it served.
    late = time.monotonic() + PATIENCE
    while is_there(process.pid):
        assert time.monotonic() < late, "something is still running"
        threading.Event().wait(0.05)


def is_there(group: int) -> bool:
    """Whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("how", ["SIGTERM", pytest.param("SIGHUP", marks=pytest.mark.long)])
def test_ending_the_demo_ends_its_hub_and_its_windows(tmp_path: Path, how: str) -> None:
    with demo(tmp_path, 2, subprocess.DEVNULL) as process:
        assert said(process) == "2 open.\n"
        all_ended(process, signal.Signals[how])


def said_by_demo(process: subprocess.Popen[str]) -> str:
    """Its own next line: a window's log may come between, such as that the hub did not answer."""
    while (line := said(process)).startswith("20"):
        pass
    return line


@pytest.mark.long
def test_a_key_in_the_terminal_cuts_the_hub_off_and_brings_it_back(tmp_path: Path) -> None:
    keyboard, terminal = os.openpty()
    try:
        with demo(tmp_path, 1, terminal) as process:
            assert said_by_demo(process) == "Enter cuts the hub off, Enter again brings it back.\n"
            assert said_by_demo(process) == "It is open.\n"
            os.write(keyboard, b"\n")
            assert said_by_demo(process) == "The hub is cut off.\n"
            os.write(keyboard, b"\n")
            assert said_by_demo(process) == "The hub is back.\n"
            all_ended(process, signal.SIGINT)
    finally:
        os.close(keyboard)
        os.close(terminal)
