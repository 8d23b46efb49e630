"""Step 7: cases, and what managers said of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "case_told",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("venue", sa.Text, nullable=False),
        sa.Column("opened_at", sa.Integer, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "case_own",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("case_id", "event")),
        sqlite_strict=True,
    )
    op.create_table(
        "settling",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("desk", "event")),
        sa.Column("sequence", sa.Integer, sa.ForeignKey("journal.sequence")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("case_id", "outcome", "author")),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
