"""Readers in processes of their own, and what a test does to such a process."""

from __future__ import annotations

import multiprocessing
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from validator.scan.apart import Apart

PATIENCE = 30.0
posix = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such signals here")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def pids() -> set[int]:
    return {each.pid for each in multiprocessing.active_children() if each.pid is not None}


@contextmanager
def reading(apart: Apart) -> Iterator[Callable[[], int]]:
    """A reader of one's own, ready, and which process is behind it; at the end there is none left."""
    before = pids()

    def pid() -> int:
        (found,) = pids() - before
        return found

    with apart:
        apart.make_ready()
        yield pid
    assert pids() <= before


@contextmanager
def answered(ask: Callable[[], object]) -> Iterator[queue.Queue[object]]:
    """What another thread gets for an answer."""
    answers: queue.Queue[object] = queue.Queue()
    asker = threading.Thread(target=lambda: answers.put(ask()), name="asker")
    asker.start()
    yield answers
    asker.join(PATIENCE)


def shadow(folder: Path, name: str, code: str) -> None:
    """A library of this name that does what it is told, for the processes that are started from here."""
    path = folder / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code)


def named() -> list[str]:
    """Names of shared memory of ours that anybody could open."""
    folder = Path("/dev/shm")  # noqa: S108  (looked into, not written to)
    return [each.name for each in folder.iterdir() if "kaikuportti" in each.name] if folder.is_dir() else []
