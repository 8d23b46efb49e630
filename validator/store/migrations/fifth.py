"""Step 5: counts of those who asked in vain."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "demand",
        sa.Column("offer", sa.Text, primary_key=True),
        sa.Column("performance", sa.Text, primary_key=True),
        sa.Column("visit", sa.Text, primary_key=True),
        sa.Column("hour", sa.Integer, primary_key=True),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("told", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
