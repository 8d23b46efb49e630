"""A desk closes its day: what the hub holds of the desk's journal for one calendar day.

The day is the one that an entry's header names, in the header's own offset: desk and hub read it from the same signed bytes. An
entry whose time cannot be read belongs to no day.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from sync.daywire import CloseAnswer, CloseRow, close_words
from sync.hub import schema
from sync.hub.enrolment import Desk
from sync.hub.events import head_of
from sync.hub.hub import Hub
from sync.hub.intake import read_close
from validator.domain.closing import DayEntry, Standing, day_digest, span
from validator.domain.journal import parse

ROWS = 2000
"""Entries in one answer."""


def close_day(hub: Hub, desk: Desk, body: bytes) -> CloseAnswer:
    """How many entries the hub holds of a day, and which.

    Raises:
        Refused: the body is no request to close a day.
    """
    request = read_close(body)
    with hub.database.read() as tx:
        entries = of_day(tx, desk.id, request.day)
        head_sequence, _ = head_of(tx, desk.id)
    left = [entry for entry in entries if entry.sequence > request.after] if request.listed else []
    answer = CloseAnswer(
        hub_time=hub.clock.now(),
        day=request.day,
        count=len(entries),
        digest=day_digest(entries),
        signature=b"",
        head_sequence=head_sequence,
        rows=tuple(map(_row, left[:ROWS])),
        more=len(left) > ROWS,
    )
    return answer.model_copy(update={"signature": hub.signer.sign(close_words(answer, desk.id))})


def of_day(tx: Connection, desk: str, day: date) -> list[DayEntry]:
    """The entries of a desk's journal whose header names this day, in their order."""
    events = schema.events
    rows = (
        select(events)
        .where(events.c.desk == desk, events.c.occurred_at.between(*span(day)))
        .order_by(events.c.sequence)
    )
    return [
        DayEntry(row.sequence, row.event, row.hash, row.kind, Standing(row.status), row.reason)
        for row in tx.execute(rows)
        if parse(row.header).at.date() == day
    ]


def _row(entry: DayEntry) -> CloseRow:
    return CloseRow(
        sequence=entry.sequence,
        event=entry.event,
        hash=entry.hash,
        kind=entry.kind,
        status=entry.standing.value,
        reason=entry.reason,
    )
