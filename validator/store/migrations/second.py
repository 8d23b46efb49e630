"""Step 2: the desk's rights."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "lease",
        sa.Column("offer", sa.Text, primary_key=True),
        sa.Column("performance", sa.Text, primary_key=True),
        sa.Column("visit", sa.Text, primary_key=True),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("granted", sa.Integer, nullable=False),
        sa.Column("spent", sa.Integer, nullable=False),
        sa.Column("returned", sa.Integer, nullable=False),
        sa.Column("keep", sa.Integer, nullable=False),
        sa.CheckConstraint(
            "spent >= 0 AND returned >= 0 AND spent + returned <= granted", name="within_what_was_granted"
        ),
        sqlite_strict=True,
    )
    op.create_index("lease_visit", "lease", ["visit"])
