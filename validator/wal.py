"""SQLite's write-ahead log, in which readers and a writer work side by side: the file itself remembers that it has one.

SQLite waits for nobody where a file changes over to it, whatever its busy time is: two programs that open a new file at the same
moment meet there, and one of them is told that it is locked.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from typing import Any

_PAUSE = 0.01


def use_wal(connection: Any, errors: type[Exception], seconds: float) -> None:  # noqa: ANN401  any SQLite driver's own
    """Have the file keep a write-ahead log.

    Args:
        connection: in no transaction.
        errors: what its driver raises.
        seconds: how long others may be at the same thing.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except errors as error:
            # The lower byte is the kind, the upper one says more of it.
            is_busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() >= until:
                raise
            threading.Event().wait(_PAUSE)
        else:
            return
