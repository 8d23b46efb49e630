"""Guards around every test: nothing may be left running, nothing logged as wrong unless the test says so."""

from __future__ import annotations

import gc
import logging
import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

THREAD_GRACE = 2.0
"""Seconds that the threads a test started get to end after it, all together with their fixtures."""

FOREIGN_THREADS = ("AnyIO worker thread", "execnet", "pytest_timeout")
"""Names of threads that end with their event loop, or belong to the test runner."""


def pytest_configure() -> None:
    """Set the process's edges before anything of ours is imported; child processes inherit them."""
    # No deadline and no health check by the clock: a busy machine fails no test. On CI the examples are fixed.
    settings.register_profile(
        "house",
        deadline=None,
        max_examples=50,
        derandomize="CI" in os.environ,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("house")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Started in the background by a plain shell we would ignore Ctrl+C, and so would the programs that tests interrupt.
    if (
        signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        and threading.current_thread() is threading.main_thread()
    ):
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # Tests never reach into the developer's own keyring.
    os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    if "XDG_RUNTIME_DIR" not in os.environ:
        # Without it Qt warns, and a warning fails the test. Kept short: sockets have to fit into it.
        folder = Path(tempfile.gettempdir(), f"kaikuportti-{os.getuid() if hasattr(os, 'getuid') else 0}")
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ["XDG_RUNTIME_DIR"] = str(folder)


def pytest_collection_finish() -> None:
    """Spare the collector what is there for good: modules and tests. It would walk through them again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Fail the very test that left a thread running, daemon or not."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not _is_foreign(thread)]
    for thread in left:
        thread.join(THREAD_GRACE / len(left))
    names = sorted(thread.name for thread in left if thread.is_alive())
    assert names == [], f"threads left running: {names}"


@pytest.fixture(autouse=True)
def _no_log_of_trouble(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on any log record of WARNING or above, unless the test is marked ``allow_log``."""
    trouble = _Trouble()
    logging.getLogger().addHandler(trouble)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(trouble)
    if request.node.get_closest_marker("allow_log") is None:
        assert trouble.lines == []


class _Trouble(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _is_foreign(thread: threading.Thread) -> bool:
    return thread.name.startswith(FOREIGN_THREADS)
