"""What was told once more as a new entry, and what became of it: the tickets are those of the old one, its news is the new one's.

1. A new entry names the old one in its body; it may itself be told once more. What the hub took under any of them is taken.
2. They are found without reading the journal: each manager's settling of that kind stands right behind the entries that it sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from validator.domain.cases import CaseOutcome
from validator.domain.journal import parse
from validator.store import schema
from validator.store.prepared import Query

_journal, _outbox, _settling = schema.journal, schema.outbox, schema.settling

_SETTLED = Query(
    select(_settling.c.sequence)
    .where(_settling.c.outcome == CaseOutcome.CORRECTED.value, _settling.c.sequence.is_not(None))
    .order_by(_settling.c.sequence)
)
_AT = Query(
    select(_journal.c.event, _journal.c.header, *(each for each in _outbox.c if each.name != "sequence"))
    .join(_outbox, _outbox.c.sequence == _journal.c.sequence)
    .where(_journal.c.sequence == bindparam("place"))
)

News = Mapping[str, Sequence[Any]]
"""By the event that was told first, the outbox rows of those that tell it anew, in their order, with ``event``."""


def corrections(connection: Connection) -> News:
    """All that was told anew from this desk."""
    found: dict[str, list[Any]] = {}
    first: dict[str, str] = {}
    for settled in _SETTLED.rows(connection):
        for old, row in reversed(tuple(_sent_with(connection, settled.sequence))):
            root = first[row.event] = first.get(old, old)
            found.setdefault(root, []).append(row)
    return found


def newest(rows: Sequence[Any]) -> Any:  # noqa: ANN401  a row of `Query`
    """The one that counts: what the hub took, or else the last."""
    return next((row for row in rows if row.state == "confirmed"), rows[-1])


def _sent_with(connection: Connection, settled: int) -> Iterator[tuple[str, Any]]:
    """The entries right before a settling that tell others anew, the last first."""
    for sequence in range(settled - 1, 0, -1):
        row = _AT.first(connection, {"place": sequence})
        old = None if row is None else parse(row.header).body.get("corrects")
        if not isinstance(old, str):
            return
        yield old, row
