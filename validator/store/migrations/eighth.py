"""Step 8: rows of paper sheets that are not recorded yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "paper_row",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("typed", sa.Text, nullable=False),
        sqlite_strict=True,
    )
