"""What an event does at the hub: its effect as rows, within the event's own savepoint.

An event is refused (`Poison`) where it makes no sense, where its kind is unknown, or where it writes to a venue that is not the
desk's. Everything else is booked: what was given was given. What the hub has to remark on it is in `notes`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from sync.hub import schema
from sync.hub.database import Database
from sync.hub.intake import is_plain
from sync.hub.notes import Remarks, card_keys, remarks_on
from validator.domain.effects import Booked, Given, QuotaSet, Released, Voided, effect
from validator.domain.journal import CardRef, EventKind, Header
from validator.domain.quota import MOST_TICKETS, Quota, QuotaScope
from validator.domain.redemption import Booking, Redemption, Reservation, Tickets


class Poison(ValueError):
    """The event cannot be booked. The text says why and quotes nothing."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What was booked: where, for which date of visit, and the hub's remarks."""

    venue: str = ""
    visit: date | None = None
    remarks: Remarks = field(default_factory=Remarks)


@dataclass(frozen=True)
class Books:
    """The rows that events write, in one transaction, for a desk of these venues."""

    database: Database
    tx: Connection
    venues: frozenset[str]

    def book(self, header: Header, cards: tuple[CardRef, ...]) -> Filed:
        """Book one event.

        Raises:
            Poison: it cannot be booked; nothing of it may stay.
        """
        if header.kind not in set(EventKind):
            raise Poison("the hub does not know this kind of event")
        if header.kind == EventKind.ENROLLED:
            return Filed()
        venue = header.body.get("venue")
        if not isinstance(venue, str) or venue not in self.venues:
            raise Poison("the venue is not the desk's")
        _need_sane(header.at)
        _need_plain(*(ref.key for ref in cards))
        try:
            done = effect(header.kind, header.body, cards, header.desk, header.at)
        except ValueError as error:
            raise Poison(str(error)) from error
        place = {"venue": venue, "desk": header.desk, "sequence": header.sequence}
        match done:
            case Given():
                return self._give(done, header, cards, place)
            case Voided(giving):
                return self._void(giving, header.at, place)
            case Booked(reservation):
                return self._reserve(reservation, header, cards, place)
            case Released(reservation_id):
                self._end(reservation_id, Booking.RELEASED, place)
                return Filed(venue)
            case QuotaSet(quota):
                return self._set_quota(quota, place)
        return Filed(venue)

    def _give(self, given: Given, header: Header, cards: tuple[CardRef, ...], place: dict[str, Any]) -> Filed:
        keys = card_keys(self.tx, cards)
        uses = tuple(replace(use, card=key) for use, key in zip(given.redemptions, keys, strict=True))
        first = uses[0]
        self._need_ours(schema.offers, first.offer, place["venue"])
        rows = [_redemption_row(use, number) | place for number, use in enumerate(uses)]
        self.tx.execute(insert(schema.redemptions), rows)
        if given.collects:
            self._end(given.collects, Booking.COLLECTED, place)
        overridden = header.body.get("overridden")
        remarks = remarks_on(
            self.tx, cards, uses, place["venue"], overridden if isinstance(overridden, list) else []
        )
        return Filed(place["venue"], first.visit, remarks)

    def _void(self, giving: str, at: datetime, place: dict[str, Any]) -> Filed:
        _need_plain(giving)
        table = schema.redemptions
        of = select(table.c.venue, table.c.visit).where(table.c.giving == giving)
        known = self.tx.execute(of).first()
        if known is not None and known.venue != place["venue"]:
            raise Poison("the giving is another venue's")
        # A void may come before its giving, from another desk of the venue: it stands by itself.
        self.database.put_new(self.tx, schema.voids, place | {"giving": giving, "at": at})
        return Filed(place["venue"], known.visit if known else None)

    def _reserve(
        self, reservation: Reservation, header: Header, cards: tuple[CardRef, ...], place: dict[str, Any]
    ) -> Filed:
        key = card_keys(self.tx, cards)[0]
        _need_plain(reservation.id, reservation.offer, reservation.performance or reservation.offer, key)
        _need_sane(reservation.collect_by)
        self._need_ours(schema.offers, reservation.offer, place["venue"])
        row = {
            "id": reservation.id,
            "card": key,
            "offer": reservation.offer,
            "performance": reservation.performance,
            "visit": reservation.visit,
            "made_at": header.at,
            "collect_by": reservation.collect_by,
        }
        self.tx.execute(
            insert(schema.reservations).values(
                row | _ticket_columns(reservation.tickets, reservation.quota_use) | place
            )
        )
        remarks = remarks_on(self.tx, cards, (), place["venue"], [], reservation=reservation)
        return Filed(place["venue"], reservation.visit, remarks)

    def _end(self, reservation: str, state: Booking, place: dict[str, Any]) -> None:
        _need_plain(reservation)
        self._need_ours(schema.reservations, reservation, place["venue"])
        row = place | {"reservation": reservation, "state": state.value}
        self.database.put_new(self.tx, schema.reservation_ends, row)

    def _set_quota(self, quota: Quota, place: dict[str, Any]) -> Filed:
        key = quota.key
        _need_plain(key.target)
        if (quota.value or 0) > MOST_TICKETS:
            raise Poison("a number is out of all bounds")
        if self._venue_of(key.scope, key.target) != place["venue"]:
            raise Poison("the quota is another venue's")
        row = {
            "scope": key.scope.value,
            "target": key.target,
            "visit": key.visit,
            "value": quota.value,
            "mode": quota.mode.value,
            "sold_out": quota.sold_out,
        }
        self.database.put(self.tx, schema.quotas, row | place)
        return Filed(place["venue"], key.visit)

    def _venue_of(self, scope: QuotaScope, target: str) -> str | None:
        offers, shows = schema.offers, schema.performances
        match scope:
            case QuotaScope.VENUE:
                return target
            case QuotaScope.OFFER:
                wanted = select(offers.c.venue).where(offers.c.id == target)
            case QuotaScope.PERFORMANCE:
                wanted = select(offers.c.venue).join(shows).where(shows.c.id == target)
        return self.tx.execute(wanted).scalar_one_or_none()

    def _need_ours(self, table: Table, key: str, venue: str) -> None:
        """What the register does not know (any more) may have been given all the same."""
        if self.tx.execute(select(table.c.venue).where(table.c.id == key)).scalar_one_or_none() not in {
            None,
            venue,
        }:
            raise Poison("it belongs to another venue")


def _redemption_row(use: Redemption, number: int) -> dict[str, Any]:
    _need_plain(use.giving, use.offer, use.performance or use.offer, use.kind, use.card)
    return {
        "giving": use.giving,
        "place": number,
        "card": use.card,
        "offer": use.offer,
        "performance": use.performance,
        "visit": use.visit,
        "kind": use.kind,
        "given_at": use.given_at,
    } | _ticket_columns(use.tickets, use.quota_use)


def _ticket_columns(tickets: Tickets, quota_use: int) -> dict[str, int]:
    if max(tickets.total, quota_use) > MOST_TICKETS:
        raise Poison("a number is out of all bounds")
    return {
        "adults": tickets.adults,
        "children": tickets.children,
        "assistants": tickets.assistants,
        "representatives": tickets.representatives,
        "quota_use": quota_use,
    }


def _need_plain(*names: str) -> None:
    if not all(is_plain(name) for name in names):
        raise Poison("an id is no plain text")


def _need_sane(instant: datetime) -> None:
    try:
        instant.astimezone(UTC)
    except OverflowError as error:
        raise Poison("an instant is out of all bounds") from error
