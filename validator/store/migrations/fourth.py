"""Step 4: of when the venue's numbers are. Until now they came in the pass in which the card list was made, or confirmed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

_READ = "SELECT 'quotas_at', json_extract(value, '$[1].made_at') FROM fact WHERE name = 'register'"


def upgrade() -> None:
    """Take the list's own time."""
    op.execute(sa.text(f"INSERT INTO fact (name, value) {_READ}"))
