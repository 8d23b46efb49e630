"""Files of older programs, brought up to this one's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text

from tests.store.desk import KEY, enrol, giving, granted, rights
from validator.store import engine, migrations, schema
from validator.store.engine import Care
from validator.store.ledger import FILE_NAME, Ledger

ROOT = Path(__file__).resolve().parents[2]


def columns(folder: Path) -> list[tuple[object, ...]]:
    """Tables, columns, keys, indexes and triggers, as the database itself tells them."""
    connection = engine.connect(folder / FILE_NAME, KEY, Care.LEDGER)
    found: list[tuple[object, ...]] = []
    for name, kind, sql in connection.execute(
        "SELECT name, type, sql FROM sqlite_master ORDER BY type, name"
    ).fetchall():
        found.append((name, kind, " ".join((sql or "").split()) if kind != "table" else ""))
        if kind == "table":
            found += connection.execute("SELECT * FROM pragma_table_xinfo(?)", (name,)).fetchall()
            found += connection.execute("SELECT * FROM pragma_foreign_key_list(?)", (name,)).fetchall()
            found += connection.execute("SELECT name, strict FROM pragma_table_list(?)", (name,)).fetchall()
            found += [("CHECK" in sql,)]
        if kind == "index":
            found += connection.execute("SELECT * FROM pragma_index_xinfo(?)", (name,)).fetchall()
    connection.close()
    return found


@pytest.mark.parametrize("version", range(schema.VERSION))
def test_an_older_ledger_is_brought_up_to_the_same_tables(tmp_path: Path, version: int) -> None:
    Ledger.open(tmp_path / "new", KEY).close()
    (tmp_path / "old").mkdir()
    path = tmp_path / "old" / FILE_NAME
    files = engine.pool(path, KEY, Care.LEDGER, create=True)
    with engine.writing(files, path) as connection:
        with Operations.context(MigrationContext.configure(connection)):
            for step in migrations.STEPS[:version]:
                step()
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        if version:
            connection.execute(text("INSERT INTO setting VALUES ('look', 'dark')"))
    files.dispose()
    with Ledger.open(tmp_path / "old", KEY) as ledger, ledger.write() as tx:
        enrol(tx)
        tx.hear_leases([granted(1)])
        tx.append(giving(1, rights=rights(1)))
        assert tx.verify().entries == 2
        assert tx.setting("look") == ("dark" if version else None)
    assert columns(tmp_path / "old") == columns(tmp_path / "new")
    Ledger.open(tmp_path / "old", KEY).close()


def test_there_is_a_step_to_each_version() -> None:
    assert len(migrations.STEPS) == schema.VERSION


def test_the_normal_start_does_not_load_the_migrations(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from validator.store.ledger import Ledger\n"
        f"Ledger.open(Path({str(tmp_path)!r}), bytes(32)).close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
