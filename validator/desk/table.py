"""The manager's table: daily free-ticket quotas of the coming days, typed, obeyed at once here, and sent on as journal events."""

from __future__ import annotations

from datetime import date, timedelta

from validator.desk.asking import QuotaCell
from validator.desk.means import Means, refusal
from validator.domain.effects import quota_body
from validator.domain.journal import EventKind
from validator.domain.network import Offer, Venue
from validator.domain.quota import MOST_TICKETS, Quota, QuotaKey, QuotaMode, QuotaScope, QuotaState
from validator.domain.redemption import Tickets
from validator.domain.role import Action, Role, may
from validator.domain.verdict import Finding, Give, Reason, Remedy, Verdict
from validator.errors import StoreError

DAYS = 14


class QuotaTable:
    """The manager's use cases for quotas."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def days(self) -> tuple[date, ...]:
        """The coming days, today first."""
        with self._means.ledger.read() as books:
            today = self._means.today(self._means.venue(books))
        return tuple(today + timedelta(days=ahead) for ahead in range(DAYS))

    def rows(self) -> tuple[tuple[Offer, tuple[QuotaCell, ...]], ...]:
        """The desk's offers, each with one cell for each of the coming days."""
        network, days = self._means.registers.network(), self.days()
        with self._means.ledger.read() as books:
            serving, asked = self._means.serving(books), books.demand.sums()
            return tuple(
                (
                    offer,
                    tuple(
                        _cell(
                            offer,
                            books.quota((QuotaKey(QuotaScope.OFFER, offer.id, day),))[0],
                            asked[(offer.id, day)],
                        )
                        for day in days
                    ),
                )
                for offer in network.offers
                if offer.venue in serving
            )

    def put(
        self,
        offer: Offer,
        visit: date,
        value: int | None,
        role: Role,
        *,
        author: str = "manager",
        sold_out: bool = False,
    ) -> Verdict:
        """Set a day's number (None: no number), as an event of this desk; R62 for a clerk.

        Raises:
            ValueError: the number is negative or beyond all sense.
        """
        if not may(role, Action.SET_QUOTA):
            return refusal(Reason.NO_RIGHT, Remedy.ASK_MANAGER)
        if value is not None and not 0 <= value <= MOST_TICKETS:
            msg = f"a quota is a whole number from 0 to {MOST_TICKETS}"
            raise ValueError(msg)
        try:
            with self._means.ledger.write() as books:
                venue = self._venue(offer)
                quota = Quota(
                    QuotaKey(QuotaScope.OFFER, offer.id, visit), value, QuotaMode.STRICT, sold_out=sold_out
                )
                books.append(self._means.draft(EventKind.QUOTA, quota_body(quota, venue.id, author), venue))
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)
        return Give(Finding(Reason.OK), Tickets(), ())

    def _venue(self, offer: Offer) -> Venue:
        return next(venue for venue in self._means.registers.network().venues if venue.id == offer.venue)


def _cell(offer: Offer, state: QuotaState, asked: int) -> QuotaCell:
    quota = state.quota
    return QuotaCell(
        offer, quota.key.visit, quota.value, state.used, state.left, state.over, quota.sold_out, asked
    )
