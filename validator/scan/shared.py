"""Memory that two processes see and nobody else: for pictures on their way to the process that reads them.

1. It has no name that another program could open, and nothing is left of it once both processes are gone, however they went.
   On Linux neither can make it smaller, which would end the other one at its next look.
2. It is memory, never a file: a picture of a card does not lie on a disk.
3. What was put in can be let go, so that a large picture holds no memory once it was read.
"""

from __future__ import annotations

import mmap
import os
import secrets
import sys
from multiprocessing import reduction
from typing import Any, TypeAlias

if sys.platform == "linux":
    import fcntl

Place: TypeAlias = int | str
"""A descriptor; on Windows, where there are none to hand over, a name that nobody can guess."""

_NAME = "kaikuportti"


class Shared:
    """Made by one process and handed over to another when that one is started.

    Args:
        size: bytes.
        place: where it is, if it was made before.
    """

    def __init__(self, size: int, place: Place | None = None) -> None:
        self.size = size
        self._place = new_place(size) if place is None else place
        self.memory = _opened(self._place, size)

    def __reduce__(self) -> tuple[Any, ...]:
        if isinstance(self._place, str):
            return Shared, (self.size, self._place)
        return _handed_over, (self.size, _for_child(self._place))

    def put(self, at: int, data: bytes | memoryview) -> None:
        """Write bytes.

        Raises:
            ValueError: they do not fit.
        """
        if at + len(data) > self.size:
            raise ValueError(f"{len(data)} bytes do not fit")
        self.memory[at : at + len(data)] = data

    def take(self, at: int, length: int) -> bytes:
        """Read bytes."""
        return self.memory[at : at + length]

    def let_go(self, at: int, length: int) -> None:
        """Forget what lies there; where the system can it takes the memory back. `at` is the start of a page."""
        if sys.platform == "linux":
            self.memory.madvise(mmap.MADV_REMOVE, at, length)
        else:
            self.memory[at : at + length] = bytes(length)

    def close(self) -> None:
        """Give it up here; the other process keeps its own hold on it."""
        self.memory.close()
        if isinstance(self._place, int):
            os.close(self._place)


def new_place(size: int) -> Place:
    """Memory without a name, empty."""
    if sys.platform == "win32":
        return f"{_NAME}-{secrets.token_hex(16)}"
    if sys.platform == "linux":
        place = os.memfd_create(_NAME, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.ftruncate(place, size)
        fcntl.fcntl(place, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
    else:
        place = without_name()
        os.ftruncate(place, size)
    return place


def without_name() -> int:
    """Memory whose name is taken away at once, where the system has none without; empty and of no size."""
    # No more than this lies below the public module, which would hold on to the name.
    import _posixshmem  # type: ignore[import-not-found] # noqa: PLC0415  (not on Windows)

    name = f"/{_NAME}-{secrets.token_hex(8)}"
    place: int = _posixshmem.shm_open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode=0o600)
    _posixshmem.shm_unlink(name)
    return place


def _opened(place: Place, size: int) -> mmap.mmap:
    if sys.platform == "win32":
        return mmap.mmap(-1, size, tagname=str(place))
    return mmap.mmap(int(place), size)


def _for_child(place: int) -> Any:  # noqa: ANN401  (the library has no name for it)
    if sys.platform == "win32":
        raise NotImplementedError
    return reduction.DupFd(place)


def _handed_over(size: int, descriptor: Any) -> Shared:  # noqa: ANN401
    return Shared(size, descriptor.detach())
