"""The small books that lie in the ledger beside the journal, in one transaction; only one that writes may change them."""

from __future__ import annotations

from sqlalchemy import Connection

from validator.store.cases import Cases
from validator.store.demand import Demand
from validator.store.drafts import Drafts
from validator.store.elsewhere import ElsewhereBook


class Books:
    """One moment of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def demand(self) -> Demand:
        """Counts of those who asked in vain."""
        return Demand(self._connection)

    @property
    def elsewhere(self) -> ElsewhereBook:
        """What the hub said of rights at other desks."""
        return ElsewhereBook(self._connection)

    @property
    def cases(self) -> Cases:
        """What managers should look at."""
        return Cases(self._connection)

    @property
    def drafts(self) -> Drafts:
        """Rows of paper sheets that are not recorded yet."""
        return Drafts(self._connection)
