"""Other windows of this program on the same data folder. They share the files safely; here is only who knows of whom.

Each window holds the first lock that is free, a file of the system's own kind of lock that a program which died leaves to the next
one. Whoever asks tries the others' locks: one that cannot be had is a window's. All of it is off the screen's thread.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

MOST = 8
"""More windows on one folder are not counted."""


class Copies:
    """This window among the windows of one folder."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._held: QLockFile | None = None
        self._place = 0

    def enter(self, folder: Path) -> None:
        """Let others know that there is a window; where the disk will have no lock, nobody knows, and nothing else changes."""
        self.leave()
        self._folder = folder
        for place in range(1, MOST + 1):
            lock = _lock(folder, place)
            if lock.tryLock(0):
                self._held, self._place = lock, place
                return

    def others(self) -> int:
        """How many other windows are open on this folder now."""
        if self._folder is None:
            return 0
        return sum(_is_held(self._folder, place) for place in range(1, MOST + 1) if place != self._place)

    def leave(self) -> None:
        """The window closes."""
        held, self._held, self._folder = self._held, None, None
        if held is not None:
            held.unlock()


def _is_held(folder: Path, place: int) -> bool:
    if not _path(folder, place).exists():
        return False
    lock = _lock(folder, place)
    if lock.tryLock(0):
        lock.unlock()
        return False
    return lock.error() is QLockFile.LockError.LockFailedError


def _lock(folder: Path, place: int) -> QLockFile:
    lock = QLockFile(str(_path(folder, place)))
    lock.setStaleLockTime(
        0
    )  # however long a window is open, it is one; one that died is found by its process
    return lock


def _path(folder: Path, place: int) -> Path:
    return folder / f"window-{place}.lock"
