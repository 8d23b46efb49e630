"""Step 6: every change of a number, where there was only the last word on it.

What stood is kept until the hub tells its feed once more, from the beginning: there the changes are.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

_BODY = (
    "json_object('venue', '', 'scope', scope, 'target', target, 'visit', visit, 'value', value, 'mode', mode,"
    " 'sold_out', json(iif(sold_out, 'true', 'false')), 'author', '')"
)


def upgrade() -> None:
    """Make the table anew, fill it, and ask for the feed again."""
    op.rename_table("quota_change", "old_change")
    op.create_table(
        "quota_change",
        *(
            sa.Column(name, sa.Text, primary_key=True)
            for name in ("scope", "target", "visit", "desk", "event")
        ),
        sa.Column("sequence", sa.Integer, sa.ForeignKey("journal.sequence")),
        sa.Column("cursor", sa.Integer),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("quota_change_visit", "quota_change", ["visit"])
    op.create_index("quota_change_own", "quota_change", ["sequence"], sqlite_where=sa.text("answered = 0"))
    op.execute(
        "INSERT INTO quota_change"  # noqa: S608  our own words
        f" SELECT scope, target, visit, '', '', NULL, 0, 1, 0, {_BODY} FROM quota"
    )
    op.execute(
        "INSERT INTO quota_change SELECT old.scope, old.target, old.visit,"
        " json_extract(CAST(header AS TEXT), '$.desk'), journal.event, old.sequence, NULL, 0, journal.at,"
        " json_extract(CAST(header AS TEXT), '$.body')"
        " FROM old_change AS old JOIN journal ON journal.sequence = old.sequence"
    )
    op.drop_table("old_change")
    op.execute("DELETE FROM fact WHERE name = 'feed_cursor'")
