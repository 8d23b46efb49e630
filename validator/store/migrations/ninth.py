"""Step 9: of a booking that was made at this desk, the end of the card's masked code."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the column; of bookings that were made before, nobody knows it."""
    op.add_column("reservation", sa.Column("tail", sa.Text, nullable=False, server_default=sa.text("''")))
