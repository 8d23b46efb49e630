"""The houses of this desk that give at once, by a manager's wish. It is how this desk works and no rule: it stays here."""

from __future__ import annotations

import json

from validator.desk.asking import QuotaTarget
from validator.desk.means import Means, refusal
from validator.desk.programme import house_of
from validator.domain.redemption import Tickets
from validator.domain.role import Action, Role, may
from validator.domain.verdict import Finding, Give, Reason, Remedy, Verdict
from validator.errors import StoreError
from validator.store.transaction import Reading, Writing

_SETTING = "at_once"


class AtOnce:
    """The manager's use case."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def anywhere(self) -> bool:
        """Whether any house of this desk gives at once."""
        with self._means.ledger.read() as books:
            return bool(gives_at_once(books))

    def switch(self, target: QuotaTarget, role: Role, *, on: bool) -> Verdict:
        """From now on the house of a column of the table gives at once, or with Enter; R62 for a clerk."""
        if not may(role, Action.ARRANGE):
            return refusal(Reason.NO_RIGHT, Remedy.ASK_MANAGER)
        venue = house_of(self._means.registers.network(), target).id
        try:
            with self._means.ledger.write() as books:
                houses = gives_at_once(books)
                keep_at_once(books, houses | {venue} if on else houses - {venue})
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)
        return Give(Finding(Reason.OK), Tickets(), ())


def gives_at_once(books: Reading) -> frozenset[str]:
    """Ids of the houses that give at once; none until a manager wants it."""
    return frozenset(json.loads(books.setting(_SETTING) or "[]"))


def keep_at_once(books: Writing, houses: frozenset[str]) -> None:
    """Keep them."""
    books.put_setting(_SETTING, json.dumps(sorted(houses)) if houses else None)
