"""The journal's entries of one calendar day, and what the hub said of each."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from validator.domain.closing import DayEntry, Standing, span
from validator.domain.journal import parse
from validator.store import schema

_journal = schema.journal
_outbox = schema.outbox

_STANDINGS = {"confirmed": Standing.ACCEPTED, "refused": Standing.REFUSED}


def of_day(connection: Connection, day: date) -> tuple[DayEntry, ...]:
    """The entries whose header names this day, in the order of the journal."""
    rows = (
        select(_journal, _outbox.c.state, _outbox.c.reason)
        .join(_outbox, _outbox.c.sequence == _journal.c.sequence)
        .where(_journal.c.at.between(*span(day)))
        .order_by(_journal.c.sequence)
    )
    return tuple(
        DayEntry(
            row.sequence,
            row.event,
            row.hash,
            row.kind,
            _STANDINGS.get(row.state, Standing.WAITING),
            row.reason,
        )
        for row in connection.execute(rows)
        if parse(row.header).at.date() == day
    )
