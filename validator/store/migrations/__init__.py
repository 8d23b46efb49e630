"""The ledger's schema, step by step, for files of older programs. Loading this loads alembic: only where a file is behind.

A step is a module with an ``upgrade()`` of alembic operations. Steps import nothing of the project, so that they stay as they
were when files were brought up with them. The version stands in the file's own header; there is no version table.
"""

from __future__ import annotations

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from validator.store.migrations import eighth, fifth, first, fourth, ninth, second, seventh, sixth, third

STEPS = (
    first.upgrade,
    second.upgrade,
    third.upgrade,
    fourth.upgrade,
    fifth.upgrade,
    sixth.upgrade,
    seventh.upgrade,
    eighth.upgrade,
    ninth.upgrade,
)
"""From version 0 to 1, from 1 to 2, and so on."""


def upgrade(connection: Connection, version: int) -> None:
    """Take the steps from ``version`` on, in the caller's transaction."""
    with Operations.context(MigrationContext.configure(connection)):
        for step in STEPS[version:]:
            step()
    connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")
