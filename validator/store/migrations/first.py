"""Step 1: the ledger's first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make them."""
    _journal()
    _bookings()
    _quotas()
    for name in ("fact", "setting"):
        op.create_table(
            name,
            sa.Column("name", sa.Text, primary_key=True),
            sa.Column("value", sa.Text, nullable=False),
            sqlite_strict=True,
        )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("event", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("header", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("cards", sa.LargeBinary, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.execute(
        "CREATE TRIGGER journal_stays BEFORE DELETE ON journal "
        "BEGIN SELECT RAISE(ABORT, 'the journal is never deleted'); END"
    )
    op.execute(
        "CREATE TRIGGER journal_holds BEFORE UPDATE ON journal "
        "WHEN (NEW.sequence, NEW.event, NEW.kind, NEW.at, NEW.day, NEW.hash, NEW.header, NEW.signature)"
        " IS NOT (OLD.sequence, OLD.event, OLD.kind, OLD.at, OLD.day, OLD.hash, OLD.header, OLD.signature)"
        " OR NEW.cards <> x'' OR NEW.salt <> x'' "
        "BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END"
    )
    op.create_table(
        "outbox",
        sa.Column("sequence", sa.Integer, sa.ForeignKey("journal.sequence"), primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("over", sa.Integer, nullable=False),
        sa.Column("answered_at", sa.Integer),
        sa.CheckConstraint("state IN ('recorded', 'sent', 'confirmed', 'refused')", name="known_state"),
        sqlite_strict=True,
    )
    op.create_index(
        "outbox_unanswered", "outbox", ["sequence"], sqlite_where=sa.text("state IN ('recorded', 'sent')")
    )
    op.create_index("outbox_refused", "outbox", ["sequence"], sqlite_where=sa.text("state = 'refused'"))


def _bookings() -> None:
    op.create_table(
        "redemption",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("giving", sa.Text, nullable=False),
        *_origin(),
        *_place(),
        sa.Column("kind", sa.Text, nullable=False),
        *_tickets(),
        sa.Column("given_at", sa.Integer, nullable=False),
        sa.Column("collects", sa.Text, nullable=False),
        sa.Column("tail", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    for column in ("card", "given_at", "giving", "sequence", "visit"):
        op.create_index(f"redemption_{column}", "redemption", [column])
    op.create_index("redemption_collects", "redemption", ["collects"], sqlite_where=sa.text("collects <> ''"))
    op.create_table(
        "reservation",
        sa.Column("id", sa.Text, primary_key=True),
        *_origin(),
        *_place(),
        *_tickets(),
        sa.Column("made_at", sa.Integer, nullable=False),
        sa.Column("collect_by", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
    for column in ("card", "visit"):
        op.create_index(f"reservation_{column}", "reservation", [column])
    for name, key in (("void", "giving"), ("release", "reservation")):
        op.create_table(
            name,
            sa.Column(key, sa.Text, primary_key=True),
            sa.Column("event", sa.Text, nullable=False),
            sa.Column("sequence", sa.Integer, sa.ForeignKey("journal.sequence")),
            sqlite_strict=True,
        )


def _quotas() -> None:
    op.create_table(
        "quota",
        sa.Column("scope", sa.Text, primary_key=True),
        sa.Column("target", sa.Text, primary_key=True),
        sa.Column("visit", sa.Text, primary_key=True),
        *_number(),
        sqlite_strict=True,
    )
    op.create_table(
        "quota_change",
        sa.Column("sequence", sa.Integer, sa.ForeignKey("journal.sequence"), primary_key=True),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("visit", sa.Text, nullable=False),
        *_number(),
        sqlite_strict=True,
    )


def _origin() -> list[sa.Column[str] | sa.Column[int]]:
    return [
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("sequence", sa.Integer, sa.ForeignKey("journal.sequence")),
        sa.Column("desk", sa.Text, nullable=False),
    ]


def _place() -> list[sa.Column[str]]:
    return [
        sa.Column("venue", sa.Text, nullable=False),
        sa.Column("card", sa.Text, nullable=False),
        sa.Column("offer", sa.Text, nullable=False),
        sa.Column("performance", sa.Text),
        sa.Column("visit", sa.Text, nullable=False),
    ]


def _tickets() -> list[sa.Column[int]]:
    names = ("adults", "children", "assistants", "representatives", "quota_use")
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _number() -> list[sa.Column[str] | sa.Column[int]]:
    return [
        sa.Column("value", sa.Integer),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("sold_out", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    ]
