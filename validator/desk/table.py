"""The manager's table: daily free-ticket quotas of the coming days, typed, obeyed at once here, and sent on as journal events.

A number belongs to a whole venue, to one of its offers or to one performance; all that apply must have room. What other desks may
still give by their rights the hub says with every pass (`validator.domain.elsewhere`): given and lent together are held against it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from validator.desk.asking import ChangeLine, NumberLine, QuotaCell, QuotaTarget
from validator.desk.atonce import gives_at_once
from validator.desk.means import Means, refusal, venue_of
from validator.desk.programme import house_of, offer_of, quota_key
from validator.domain.effects import quota_body
from validator.domain.elsewhere import Elsewhere, keys_of
from validator.domain.journal import EventKind
from validator.domain.network import Network, Offer, Performance, Venue
from validator.domain.numbers import Number, basis_of
from validator.domain.quota import (
    COMING_DAYS,
    MOST_TICKETS,
    Quota,
    QuotaKey,
    QuotaMode,
    QuotaScope,
    QuotaState,
    visit_day,
)
from validator.domain.redemption import Tickets
from validator.domain.role import Action, Role, may
from validator.domain.verdict import Finding, Give, Reason, Remedy, Verdict
from validator.errors import StoreError
from validator.store.quotas import NumberState
from validator.store.transaction import Reading

Row = tuple[QuotaTarget, tuple[QuotaCell, ...]]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What may still be given beside what was given: by the other desks, and by this one."""

    elsewhere: Elsewhere
    here: Mapping[QuotaKey, int]

    @classmethod
    def of(cls, books: Reading, offers: tuple[Offer, ...], today: date) -> _Beside:
        """As the books say."""
        venues = {offer.id: offer.venue for offer in offers}
        here = Counter[QuotaKey]()
        for lease in books.leases(today):
            if (venue := venues.get(lease.slot.offer)) is not None:
                here.update(dict.fromkeys(keys_of(venue, lease.slot), lease.left))
        return cls(books.elsewhere.read(), here)


class QuotaTable:
    """The manager's use cases for quotas."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def days(self) -> tuple[date, ...]:
        """The coming days, today first."""
        with self._means.ledger.read() as books:
            today = self._means.today(self._means.venue(books))
        return tuple(today + timedelta(days=ahead) for ahead in range(COMING_DAYS))

    def rows(self) -> tuple[Row, ...]:
        """What can have a number: the desk's venues, then their offers, then the performances of the coming days.

        A venue and an offer have one cell for each of the days, a performance one for its own.
        """
        network, days = self._means.registers.network(), self.days()
        found: dict[QuotaTarget, list[QuotaCell]] = {}
        with self._means.ledger.read() as books:
            serving, asked = self._means.serving(books), books.demand.sums()
            at_once = gives_at_once(books)
            venues = tuple(venue for venue in network.venues if venue.id in serving)
            offers = tuple(offer for offer in network.offers if offer.venue in serving)
            shows = _shows(network, offers)
            beside = _Beside.of(books, offers, days[0])
            for day in days:
                of_day: tuple[QuotaTarget, ...] = (*venues, *offers, *shows[day])
                keys = [quota_key(target, day) for target in of_day]
                states, numbers = books.quota(keys), books.numbers(keys)
                in_vain = {offer: asked[(offer.id, day)] for offer in offers}
                for target, state in zip(of_day, states, strict=True):
                    waiting = numbers[state.quota.key].waiting
                    cell = _cell(target, state, _asked(target, in_vain), waiting, beside)
                    house = house_of(network, target).id
                    found.setdefault(target, []).append(replace(cell, at_once=house in at_once))
        return tuple((target, tuple(cells)) for target, cells in found.items())

    def put(
        self,
        target: QuotaTarget,
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
            target: what for.
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
        if value is not None and not 0 <= value <= MOST_TICKETS:
            msg = f"a quota is a whole number from 0 to {MOST_TICKETS}"
            raise ValueError(msg)

        def typed(seen: Number) -> Number:
            return replace(_switched(seen, sold_out, mode), value=value)

        return self._book(target, visit, role, typed, author, settles=settles)

    def switch(
        self,
        target: QuotaTarget,
        visit: date,
        role: Role,
        *,
        author: str = "manager",
        sold_out: bool | None = None,
        mode: QuotaMode | None = None,
    ) -> Verdict:
        """Move a day's switches and leave its number, whatever it is by now; R62 for a clerk."""
        return self._book(target, visit, role, lambda seen: _switched(seen, sold_out, mode), author)

    def disputed(self) -> tuple[NumberLine, ...]:
        """Numbers of today and later that managers set without knowing of each other, the newest first."""
        network = self._means.registers.network()
        with self._means.ledger.read() as books:
            identity = books.identity()
            found = books.disputed_numbers(self._means.today(self._means.venue(books)))
        here = "" if identity is None else identity.desk
        targets: dict[tuple[QuotaScope, str], QuotaTarget] = {
            (scope, target.id): target
            for scope, rows in (
                (QuotaScope.VENUE, network.venues),
                (QuotaScope.OFFER, network.offers),
                (QuotaScope.PERFORMANCE, network.performances),
            )
            for target in rows
        }
        lines = [
            _line(network, target, state, here)
            for state in found
            if (target := targets.get((state.key.scope, state.key.target))) is not None
        ]
        return tuple(sorted(lines, key=lambda line: line.at, reverse=True))

    def _book(
        self,
        target: QuotaTarget,
        visit: date,
        role: Role,
        change: Callable[[Number], Number],
        author: str,
        *,
        settles: bool = False,
    ) -> Verdict:
        if not may(role, Action.SET_QUOTA):
            return refusal(Reason.NO_RIGHT, Remedy.ASK_MANAGER)
        key = quota_key(target, visit)
        try:
            with self._means.ledger.write() as books:
                before = books.numbers([key])[key].merged
                typed = change(before.number)
                basis = basis_of(before, typed, online=self._means.online(), settles=settles)
                quota = Quota(key, typed.value, typed.mode, typed.sold_out)
                venue = house_of(self._means.registers.network(), target)
                body = quota_body(quota, venue.id, author, basis)
                books.append(self._means.draft(EventKind.QUOTA, body, venue))
        except StoreError:
            return refusal(Reason.NOT_SAVED, Remedy.TRY_AGAIN)
        return Give(Finding(Reason.OK), Tickets(), ())


def _switched(seen: Number, sold_out: bool | None, mode: QuotaMode | None) -> Number:  # noqa: FBT001  as it was asked
    return replace(
        seen,
        sold_out=seen.sold_out if sold_out is None else sold_out,
        mode=seen.mode if mode is None else mode,
    )


def _shows(network: Network, offers: tuple[Offer, ...]) -> Mapping[date, list[Performance]]:
    """What is performed on each date of visit, in its order."""
    venues = {offer.id: venue_of(network, offer.venue) for offer in offers}
    found = defaultdict[date, list[Performance]](list)
    for show in sorted(network.performances, key=lambda show: (show.starts_at, show.id)):
        if (venue := venues.get(show.offer)) is not None:
            found[visit_day(show.starts_at, venue.zone, venue.day_ends)].append(show)
    return found


def _asked(target: QuotaTarget, in_vain: Mapping[Offer, int]) -> int:
    match target:
        case Venue():
            return sum(asked for offer, asked in in_vain.items() if offer.venue == target.id)
        case Offer():
            return in_vain[target]
        case Performance():
            return 0


def _cell(target: QuotaTarget, state: QuotaState, asked: int, waiting: int, beside: _Beside) -> QuotaCell:
    quota = state.quota
    return QuotaCell(
        target,
        quota.key,
        quota.value,
        state.used,
        quota.sold_out,
        quota.mode,
        asked,
        waiting,
        beside.elsewhere.lent[quota.key],
        beside.here[quota.key],
        beside.elsewhere.at,
        # Of a number that is on its way the hub has said nothing yet.
        None if waiting else beside.elsewhere.reach.get(quota.key),
    )


def _line(network: Network, target: QuotaTarget, state: NumberState, here: str) -> NumberLine:
    merged = state.merged
    changes = tuple(
        ChangeLine(change.at, change.desk == here, change.author, change.basis.seen or Number(), change.typed)
        for change in merged.beside
    )
    at = max((change.at for change in merged.beside), default=merged.at)
    offer = offer_of(network, target) if isinstance(target, Performance) else None
    return NumberLine(target, state.key.visit, at, merged.number, changes, merged.cut, offer)
