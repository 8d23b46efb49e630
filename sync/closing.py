"""Closing a day with the hub: one small request where all is well, and a list where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from sync.daywire import CloseAnswer, CloseRequest, CloseRow, close_words
from validator.domain.closing import DayClose, DayEntry, Standing, day_digest, differences
from validator.errors import ConfigError, HubGarbled
from validator.signing import verifies
from validator.store.identity import Identity
from validator.store.ledger import Ledger


class CloseLine(Protocol):
    """A line to the hub; `sync.transport.Transport` is one."""

    def close_day(self, request: CloseRequest) -> CloseAnswer:
        """Ask what the hub holds of a day."""
        ...


def close_day(ledger: Ledger, line: CloseLine, day: date) -> DayClose:
    """Hold the desk's journal of a day against the hub's ledger. What still waits in the outbox is a difference: carry first.

    Raises:
        HubError: the hub could not be asked.
        StoreError: the ledger cannot be read.
        ConfigError: the desk is not enrolled.
    """
    with ledger.read() as books:
        identity, here, last = books.identity(), books.entries_of(day), books.head().sequence
    if identity is None:
        raise ConfigError("this desk is not enrolled at a hub yet", fault="not_enrolled")
    answer = _asked(line, CloseRequest(day=day), identity)
    is_same = (answer.count, answer.digest) == (len(here), day_digest(here))
    there = here if is_same else tuple(_listed(line, day, identity))
    return DayClose(
        day,
        len(here),
        answer.count,
        answer.digest,
        answer.signature,
        differences(here, there),
        max(0, answer.head_sequence - last),
    )


def _listed(line: CloseLine, day: date, identity: Identity) -> Iterator[DayEntry]:
    after, more = 0, True
    while more:
        answer = _asked(line, CloseRequest(day=day, listed=True, after=after), identity)
        yield from map(_entry, answer.rows)
        last = max((row.sequence for row in answer.rows), default=after)
        # A page that leads nowhere is the last one.
        after, more = last, answer.more and last > after


def _asked(line: CloseLine, request: CloseRequest, identity: Identity) -> CloseAnswer:
    answer = line.close_day(request)
    if answer.day != request.day:
        raise HubGarbled("the hub closed another day", reason="day")
    if not verifies(identity.hub_key, answer.signature, close_words(answer, identity.desk)):
        raise HubGarbled("the signature of the day's close does not hold", reason="signature")
    return answer


def _entry(row: CloseRow) -> DayEntry:
    standing = Standing.REFUSED if row.status == Standing.REFUSED else Standing.ACCEPTED
    return DayEntry(row.sequence, row.event, row.hash, row.kind, standing, row.reason)
