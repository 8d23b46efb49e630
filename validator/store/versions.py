"""Which program a file is of: a mark and a schema version in its header.

A newer file is refused, politely. An older one is brought up step by step; the steps stand in `migrations`.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from validator.errors import StoreDamaged, StoreTooNew


def mark(connection: Connection, application: int, version: int) -> None:
    """Sign a new file."""
    connection.exec_driver_sql(f"PRAGMA application_id = {application}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def of(connection: Connection, path: Path, application: int, newest: int) -> int:
    """The file's schema version.

    Raises:
        StoreDamaged: it is empty, or not one of these files.
        StoreTooNew: its version is above ``newest``.
    """
    marked = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if marked != application:
        raise StoreDamaged(f"{path.name}: not one of our files", file=path.name)
    if version > newest:
        raise StoreTooNew(f"{path.name}: version {version}, known up to {newest}", file=path.name)
    return version


def bring_up(connection: Connection) -> None:
    """Bring a ledger of an older version up to this program's, unless another process just has."""
    from validator.store import migrations  # noqa: PLC0415  alembic takes a while to load and is rarely needed

    migrations.upgrade(connection, connection.exec_driver_sql("PRAGMA user_version").scalar_one())
