"""The desk's further processes give way to its window, which somebody stands before."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

_BELOW_NORMAL = 0x4000
"""BELOW_NORMAL_PRIORITY_CLASS of Windows."""


def give_way(steps: int) -> None:
    """Lower this process's priority by so many steps of 19; Windows knows one step. What the system refuses stays as it was."""
    with suppress(OSError):
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetPriorityClass(-1, _BELOW_NORMAL)
        else:
            os.nice(steps)
