from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from validator.wal import use_wal


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)


def test_who_meets_another_at_a_new_file_waits(tmp_path: Path) -> None:
    with closing(_open(tmp_path / "new.db")) as other, closing(_open(tmp_path / "new.db")) as connection:
        other.execute("BEGIN EXCLUSIVE")
        threading.Timer(0.1, other.rollback).start()
        use_wal(connection, sqlite3.Error, 10)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_nobody_waits_for_ever(tmp_path: Path) -> None:
    with closing(_open(tmp_path / "new.db")) as other, closing(_open(tmp_path / "new.db")) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            use_wal(connection, sqlite3.Error, 0.05)
