"""The manager's table: daily free-ticket quotas of the coming days, typed, obeyed at once here, and sent on as journal events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from validator.desk.asking import ChangeLine, NumberLine, QuotaCell
from validator.desk.means import Means, refusal
from validator.domain.effects import quota_body
from validator.domain.journal import EventKind
from validator.domain.network import Offer, Venue
from validator.domain.numbers import basis_of
from validator.domain.quota import MOST_TICKETS, Quota, QuotaKey, QuotaMode, QuotaScope, QuotaState
from validator.domain.redemption import Tickets
from validator.domain.role import Action, Role, may
from validator.domain.verdict import Finding, Give, Reason, Remedy, Verdict
from validator.errors import StoreError
from validator.store.quotas import NumberState

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
                            books.quota((key,))[0],
                            asked[(offer.id, key.visit)],
                            books.numbers((key,))[key].waiting,
                        )
                        for key in (QuotaKey(QuotaScope.OFFER, offer.id, day) for day in days)
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
        sold_out: bool | None = None,
        mode: QuotaMode | None = None,
        settles: bool = False,
    ) -> Verdict:
        """Set a day's number (None: no number), as an event of this desk; R62 for a clerk.

        Args:
            offer: what for.
            visit: the day.
            value: the number.
            role: who asks.
            author: who it is by.
            sold_out: the switch; None leaves it as it is.
            mode: strict or trusting; None leaves it as it is.
            settles: the manager has looked at what others typed, and wants this number.

        Raises:
            ValueError: the number is negative or beyond all sense.
        """
        if not may(role, Action.SET_QUOTA):
            return refusal(Reason.NO_RIGHT, Remedy.ASK_MANAGER)
        if value is not None and not 0 <= value <= MOST_TICKETS:
            msg = f"a quota is a whole number from 0 to {MOST_TICKETS}"
            raise ValueError(msg)
        key = QuotaKey(QuotaScope.OFFER, offer.id, visit)
        try:
            with self._means.ledger.write() as books:
                before = books.numbers([key])[key].merged
                typed = replace(
                    before.number,
                    value=value,
                    sold_out=before.number.sold_out if sold_out is None else sold_out,
                    mode=before.number.mode if mode is None else mode,
                )
                basis = basis_of(before, typed, online=self._means.online(), settles=settles)
                quota, venue = Quota(key, value, typed.mode, typed.sold_out), self._venue(offer)
                body = quota_body(quota, venue.id, author, basis)
                books.append(self._means.draft(EventKind.QUOTA, body, venue))
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)
        return Give(Finding(Reason.OK), Tickets(), ())

    def disputed(self) -> tuple[NumberLine, ...]:
        """Numbers of today and later that managers set without knowing of each other, the newest first."""
        offers = {offer.id: offer for offer in self._means.registers.network().offers}
        with self._means.ledger.read() as books:
            identity = books.identity()
            found = books.disputed_numbers(self._means.today(self._means.venue(books)))
        here = "" if identity is None else identity.desk
        lines = [
            _line(offers[state.key.target], state, here)
            for state in found
            if state.key.scope is QuotaScope.OFFER and state.key.target in offers
        ]
        return tuple(sorted(lines, key=lambda line: line.at, reverse=True))

    def _venue(self, offer: Offer) -> Venue:
        return next(venue for venue in self._means.registers.network().venues if venue.id == offer.venue)


def _cell(offer: Offer, state: QuotaState, asked: int, waiting: int) -> QuotaCell:
    quota = state.quota
    return QuotaCell(
        offer,
        quota.key.visit,
        quota.value,
        state.used,
        state.left,
        state.over,
        quota.sold_out,
        asked,
        waiting,
    )


def _line(offer: Offer, state: NumberState, here: str) -> NumberLine:
    merged = state.merged
    changes = tuple(
        ChangeLine(
            change.at,
            change.desk == here,
            change.author,
            None if change.basis.seen is None else change.basis.seen.value,
            change.typed.value,
        )
        for change in merged.beside
    )
    at = max((change.at for change in merged.beside), default=merged.at)
    return NumberLine(offer, state.key.visit, at, merged.number.value, changes, merged.cut)
