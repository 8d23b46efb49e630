"""Rows of paper sheets that are typed and not recorded yet, so that nothing half-entered is lost.

1. They lie in the ledger, which is encrypted, and go in the transaction that records them or when somebody strikes them out. No
   other place of this program keeps a card's code.
2. A row that cannot be read (a newer program's) stays where it is and is not shown.
"""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from validator.domain.journal import Header, parse
from validator.domain.paper import PaperRow, of_json, to_json
from validator.store import schema

_rows, _journal = schema.paper_row, schema.journal


class Drafts:
    """The rows, in a transaction of the ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self) -> tuple[PaperRow, ...]:
        """All of them, in the order in which they were begun."""
        found = self._connection.execute(select(_rows).order_by(_rows.c.place, _rows.c.id))
        read = (_read(row.id, row.typed) for row in found)
        return tuple(row for row in read if row is not None)

    def keep(self, row: PaperRow) -> None:
        """Keep a row as it is typed so far; a new one comes last."""
        text = json.dumps(to_json(row), ensure_ascii=False)
        after = select(func.coalesce(func.max(_rows.c.place), 0) + 1).scalar_subquery()
        new = insert(_rows).values(id=row.id, place=after, typed=text)
        self._connection.execute(new.on_conflict_do_update(index_elements=["id"], set_={"typed": text}))

    def drop(self, row_id: str) -> None:
        """Forget a row."""
        self._connection.execute(delete(_rows).where(_rows.c.id == row_id))

    def entry(self, event: str) -> Header | None:
        """What this desk's journal says of an event, or None where it has none."""
        header = self._connection.execute(select(_journal.c.header).where(_journal.c.event == event)).scalar()
        return None if header is None else parse(header)


def _read(row_id: str, typed: str) -> PaperRow | None:
    try:
        return of_json(row_id, json.loads(typed))
    except ValueError:
        return None
