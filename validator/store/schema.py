"""The ledger's tables, version 9.

Rules
1. `journal` is what happened at this desk and `outbox` what the hub said to it. The database itself refuses to delete a
   journal row or to change it, but for erasing its card part and salt.
2. `redemption`, `void`, `reservation` and `release` are what events of every desk of the venue did. Rows are only added.
   Whether a redemption is voided or a reservation collected is read from them together, so that the order in which
   events arrive makes no difference. ``sequence`` names the own journal row, and is NULL for another desk's event.
   ``tail`` is the end of the card's masked code where this desk read it.
3. `quota_change` is every change of a number that may still make a difference, by its event and with its body, of every desk;
   ``answered`` is 0 for this desk's own that the hub has not accepted. ``cursor`` is its place in the hub's feed: NULL before it
   is heard there, 0 where it was heard in an earlier life of the hub. `quota` is what the answered ones come to: the hub's word.
4. `lease` is this desk's rights: ``granted`` and ``keep`` the hub's word, ``spent`` and ``returned`` what own events moved.
   ``performance`` is '' where there is none. The database itself refuses to move more than was granted.
5. `head` is what the hub countersigned of the journal. Its rows may speak of entries that the journal has not.
6. `demand` counts who asked in vain, without any card; ``told`` is what the hub has confirmed of ``asked``.
7. `case_told` is what the hub tells of cases, `case_own` which of this desk's own events have a part in one. `settling` is what
   managers said of cases, at every desk of the venue; its rows are only added, and one may be here before its case.
8. `paper_row` is what is typed from a paper sheet until it is recorded: the one place where a code stands, and only so long.
9. `fact` is what the program keeps, `setting` what a user chose.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
    text,
)

from validator.store.columns import Day, Instant

VERSION = 9
APPLICATION = 0x4B61696B
"""Marks a file as a ledger in its header: an empty or foreign file is never taken for a new one."""

STATES = ("recorded", "sent", "confirmed", "refused")
WITHIN = "spent >= 0 AND returned >= 0 AND spent + returned <= granted"

metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("event", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("day", Day, nullable=False),
    Column("hash", Text, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("cards", LargeBinary, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    sqlite_strict=True,
)

outbox = Table(
    "outbox",
    metadata,
    Column("sequence", ForeignKey("journal.sequence"), primary_key=True),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("over", Integer, nullable=False),
    Column("answered_at", Instant),
    CheckConstraint(f"state IN {STATES}", name="known_state"),
    sqlite_strict=True,
)
Index("outbox_unanswered", outbox.c.sequence, sqlite_where=text("state IN ('recorded', 'sent')"))
Index("outbox_refused", outbox.c.sequence, sqlite_where=text("state = 'refused'"))

redemption = Table(
    "redemption",
    metadata,
    Column("id", Text, primary_key=True),
    Column("giving", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("sequence", ForeignKey("journal.sequence")),
    Column("desk", Text, nullable=False),
    Column("venue", Text, nullable=False),
    Column("card", Text, nullable=False),
    Column("offer", Text, nullable=False),
    Column("performance", Text),
    Column("visit", Day, nullable=False),
    Column("kind", Text, nullable=False),
    Column("adults", Integer, nullable=False),
    Column("children", Integer, nullable=False),
    Column("assistants", Integer, nullable=False),
    Column("representatives", Integer, nullable=False),
    Column("quota_use", Integer, nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("collects", Text, nullable=False),
    Column("tail", Text, nullable=False),
    sqlite_strict=True,
)
Index("redemption_card", redemption.c.card)
Index("redemption_collects", redemption.c.collects, sqlite_where=text("collects <> ''"))
Index("redemption_given_at", redemption.c.given_at)
Index("redemption_giving", redemption.c.giving)
Index("redemption_sequence", redemption.c.sequence)
Index("redemption_visit", redemption.c.visit)

void = Table(
    "void",
    metadata,
    Column("giving", Text, primary_key=True),
    Column("event", Text, nullable=False),
    Column("sequence", ForeignKey("journal.sequence")),
    sqlite_strict=True,
)

reservation = Table(
    "reservation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("event", Text, nullable=False),
    Column("sequence", ForeignKey("journal.sequence")),
    Column("desk", Text, nullable=False),
    Column("venue", Text, nullable=False),
    Column("card", Text, nullable=False),
    Column("offer", Text, nullable=False),
    Column("performance", Text),
    Column("visit", Day, nullable=False),
    Column("adults", Integer, nullable=False),
    Column("children", Integer, nullable=False),
    Column("assistants", Integer, nullable=False),
    Column("representatives", Integer, nullable=False),
    Column("quota_use", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("collect_by", Instant, nullable=False),
    Column("tail", Text, nullable=False, server_default=text("''")),
    sqlite_strict=True,
)
Index("reservation_card", reservation.c.card)
Index("reservation_visit", reservation.c.visit)

release = Table(
    "release",
    metadata,
    Column("reservation", Text, primary_key=True),
    Column("event", Text, nullable=False),
    Column("sequence", ForeignKey("journal.sequence")),
    sqlite_strict=True,
)

quota = Table(
    "quota",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("target", Text, primary_key=True),
    Column("visit", Day, primary_key=True),
    Column("value", Integer),
    Column("mode", Text, nullable=False),
    Column("sold_out", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    sqlite_strict=True,
)

quota_change = Table(
    "quota_change",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("target", Text, primary_key=True),
    Column("visit", Day, primary_key=True),
    Column("desk", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("sequence", ForeignKey("journal.sequence")),
    Column("cursor", Integer),
    Column("answered", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_strict=True,
)
Index("quota_change_visit", quota_change.c.visit)
Index("quota_change_own", quota_change.c.sequence, sqlite_where=text("answered = 0"))

lease = Table(
    "lease",
    metadata,
    Column("offer", Text, primary_key=True),
    Column("performance", Text, primary_key=True),
    Column("visit", Day, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("granted", Integer, nullable=False),
    Column("spent", Integer, nullable=False),
    Column("returned", Integer, nullable=False),
    Column("keep", Integer, nullable=False),
    CheckConstraint(WITHIN, name="within_what_was_granted"),
    sqlite_strict=True,
)
Index("lease_visit", lease.c.visit)

demand = Table(
    "demand",
    metadata,
    Column("offer", Text, primary_key=True),
    Column("performance", Text, primary_key=True),
    Column("visit", Day, primary_key=True),
    Column("hour", Instant, primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("told", Integer, nullable=False),
    sqlite_strict=True,
)

head = Table(
    "head",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    sqlite_strict=True,
)

case_told = Table(
    "case_told",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("venue", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("told", Text, nullable=False),
    sqlite_strict=True,
)

case_own = Table(
    "case_own",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    sqlite_strict=True,
)

settling = Table(
    "settling",
    metadata,
    Column("desk", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("sequence", ForeignKey("journal.sequence")),
    Column("case_id", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_strict=True,
)

paper_row = Table(
    "paper_row",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("typed", Text, nullable=False),
    sqlite_strict=True,
)

fact = Table(
    "fact",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)


@event.listens_for(journal, "after_create")
def _guard(_table: Table, connection: Connection, **_: object) -> None:
    connection.exec_driver_sql(
        "CREATE TRIGGER journal_stays BEFORE DELETE ON journal "
        "BEGIN SELECT RAISE(ABORT, 'the journal is never deleted'); END"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER journal_holds BEFORE UPDATE ON journal "
        "WHEN (NEW.sequence, NEW.event, NEW.kind, NEW.at, NEW.day, NEW.hash, NEW.header, NEW.signature)"
        " IS NOT (OLD.sequence, OLD.event, OLD.kind, OLD.at, OLD.day, OLD.hash, OLD.header, OLD.signature)"
        " OR NEW.cards <> x'' OR NEW.salt <> x'' "
        "BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END"
    )
