"""What an event does at the hub: its effect as rows, within the event's own savepoint.

An event is refused (`Poison`) where it makes no sense, where its kind is unknown, or where it writes to a venue that is not the
desk's. Everything else is booked: what was given was given. What the hub has to remark on it is in `notes`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, insert, select, update

from sync.hub import caseschema, numbers, rights, schema
from sync.hub.database import Database
from sync.hub.intake import is_plain
from sync.hub.notes import Remarks, card_keys, remarks_on
from validator.domain.cases import Settling
from validator.domain.effects import Booked, Effect, GaveBack, Given, QuotaSet, Released, Voided, effect
from validator.domain.journal import CardRef, EventKind, Header
from validator.domain.paper import declined_code
from validator.domain.quota import MOST_TICKETS, QuotaScope
from validator.domain.redemption import Booking, Redemption, Tickets
from validator.domain.refusal import Refusal
from validator.domain.rights import Rights, Slot

MOST_UPON = 1_000
"""Changes that one is made upon: as many as desks that set the same number at once, and a few."""


class Poison(ValueError):
    """The event cannot be booked. The text is the reason of the answer: it says why and quotes nothing."""

    def __init__(self, refusal: Refusal, sentence: str) -> None:
        super().__init__(refusal.says(sentence))


@dataclass(frozen=True, slots=True)
class Filed:
    """What was booked: where, for which date of visit and slot, the hub's remarks, and the decline of what came from paper."""

    venue: str = ""
    visit: date | None = None
    remarks: Remarks = field(default_factory=Remarks)
    slot: Slot | None = None
    declined: str = ""


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
            raise Poison(Refusal.KIND, "the hub does not know this kind of event")
        if header.kind == EventKind.ENROLLED:
            return Filed()
        venue = header.body.get("venue")
        if not isinstance(venue, str) or venue not in self.venues:
            raise Poison(Refusal.VENUE, "the venue is not the desk's")
        _need_sane(header.at)
        _need_plain(*(ref.key for ref in cards))
        try:
            done = effect(header.kind, header.body, cards, header.desk, header.at)
        except ValueError as error:
            raise Poison(Refusal.SENSELESS, str(error)) from error
        return self._do(done, header, cards, venue)

    def _do(self, done: Effect | None, header: Header, cards: tuple[CardRef, ...], venue: str) -> Filed:
        place = {"venue": venue, "desk": header.desk, "sequence": header.sequence}
        match done:
            case Given():
                return self._give(done, header, cards, place)
            case Voided():
                return self._void(done, header.at, place)
            case Booked():
                return self._reserve(done, header, cards, place)
            case Released(reservation_id):
                _need_sane_rights(done.rights)
                self._put_back(self._end(reservation_id, Booking.RELEASED, place), done.rights, place)
                return Filed(venue)
            case GaveBack():
                return self._give_back(done, place)
            case QuotaSet():
                return self._set_quota(done, header, place)
            case Settling():
                return self._settle(done, header, place)
        return Filed(venue)

    def _give(self, given: Given, header: Header, cards: tuple[CardRef, ...], place: dict[str, Any]) -> Filed:
        keys = card_keys(self.tx, cards)
        uses = tuple(replace(use, card=key) for use, key in zip(given.redemptions, keys, strict=True))
        first = uses[0]
        self._need_ours(schema.offers, first.offer, place["venue"])
        _need_sane_rights(given.rights)
        rows = [_redemption_row(use, number) | place for number, use in enumerate(uses)]
        self.tx.execute(insert(schema.redemptions), rows)
        if given.collects:
            self._end(given.collects, Booking.COLLECTED, place)
        slot = Slot(first.offer, first.performance, first.visit)
        self._spend(slot, given.rights, place, schema.voids.c.giving, given.giving)
        overridden = header.body.get("overridden")
        remarks = remarks_on(
            self.tx, cards, uses, place["venue"], overridden if isinstance(overridden, list) else []
        )
        return Filed(place["venue"], first.visit, remarks, slot, declined_code(header.body))

    def _void(self, voided: Voided, at: datetime, place: dict[str, Any]) -> Filed:
        _need_plain(voided.giving)
        _need_sane_rights(voided.rights)
        table = schema.redemptions
        of = select(table).where(table.c.giving == voided.giving).order_by(table.c.place)
        known = self.tx.execute(of).first()
        if known is not None and known.venue != place["venue"]:
            raise Poison(Refusal.VENUE, "the giving is another venue's")
        # A void may come before its giving, from another desk of the venue: it stands by itself.
        row = place | {"giving": voided.giving, "at": at}
        is_first = self.database.put_new(self.tx, schema.voids, row)
        if not is_first and known is not None and known.desk == place["desk"]:
            # The giver's own word is the last on its rights: see `grants`.
            table = schema.voids
            both = (table.c.giving == voided.giving, table.c.venue == place["venue"])
            self.tx.execute(update(table).where(*both).values(place))
        self._put_back(known, voided.rights, place)
        return Filed(place["venue"], known.visit if known else None)

    def _reserve(
        self, booked: Booked, header: Header, cards: tuple[CardRef, ...], place: dict[str, Any]
    ) -> Filed:
        reservation = booked.reservation
        key = card_keys(self.tx, cards)[0]
        _need_plain(reservation.id, reservation.offer, reservation.performance or reservation.offer, key)
        _need_sane(reservation.collect_by)
        _need_sane_rights(booked.rights)
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
        slot = Slot(reservation.offer, reservation.performance, reservation.visit)
        self._spend(slot, booked.rights, place, schema.reservation_ends.c.reservation, reservation.id)
        remarks = remarks_on(self.tx, cards, (), place["venue"], [], reservation=reservation)
        return Filed(place["venue"], reservation.visit, remarks, slot)

    def _end(self, reservation: str, state: Booking, place: dict[str, Any]) -> Row[Any] | None:
        """End a reservation; its row, where it has come already."""
        _need_plain(reservation)
        self._need_ours(schema.reservations, reservation, place["venue"])
        table, ends = schema.reservations, schema.reservation_ends
        known = self.tx.execute(select(table).where(table.c.id == reservation)).first()
        is_first = self.database.put_new(
            self.tx, ends, place | {"reservation": reservation, "state": state.value}
        )
        if not is_first and known is not None and known.desk == place["desk"]:
            both = (ends.c.reservation == reservation, ends.c.venue == place["venue"])
            self.tx.execute(update(ends).where(*both).values(place))
        return known

    def _spend(
        self, slot: Slot, spent: Rights | None, place: dict[str, Any], undone: Column[Any], name: str
    ) -> None:
        """Move rights out of the desk's lease, less those that its own undoing put back before these bytes came."""
        if spent is None:
            return
        is_undone = self.tx.execute(select(undone).where(undone == name)).first() is not None
        back = rights.undone_before(self.tx, place["desk"], undone.name, name) if is_undone else 0
        rights.spend(self.tx, _holder(place), slot, spent, back)

    def _put_back(self, undone: Row[Any] | None, back: Rights | None, place: dict[str, Any]) -> None:
        """Move rights back into the desk's lease. What undoes a thing that has not come yet waits for it."""
        if undone is not None:
            rights.put_back(self.tx, _holder(place), rights.slot_of(undone), back)

    def _give_back(self, given: GaveBack, place: dict[str, Any]) -> Filed:
        slot = given.slot
        if not rights.is_slot(slot):
            raise Poison(Refusal.SENSELESS, "an id is no plain text")
        _need_sane_rights(given.rights)
        self._need_ours(schema.offers, slot.offer, place["venue"])
        rights.give_back(self.tx, _holder(place), slot, given.rights)
        return Filed(place["venue"], slot.visit)

    def _set_quota(self, done: QuotaSet, header: Header, place: dict[str, Any]) -> Filed:
        key, seen = done.quota.key, done.basis.seen
        _need_plain(key.target)
        if max(done.quota.value or 0, (seen and seen.value) or 0) > MOST_TICKETS:
            raise Poison(Refusal.SENSELESS, "a number is out of all bounds")
        if len(done.basis.upon or ()) > MOST_UPON:
            raise Poison(Refusal.SENSELESS, "a number was typed upon more changes than there can be")
        if self._venue_of(key.scope, key.target) != place["venue"]:
            raise Poison(Refusal.VENUE, "the quota is another venue's")
        change = done.change(header.desk, header.id, header.at)
        number = numbers.add(self.tx, key, change, place).number
        row = {
            "scope": key.scope.value,
            "target": key.target,
            "visit": key.visit,
            "value": number.value,
            "mode": number.mode.value,
            "sold_out": number.sold_out,
        }
        self.database.put(self.tx, schema.quotas, row | place)
        return Filed(place["venue"], key.visit)

    def _settle(self, done: Settling, header: Header, place: dict[str, Any]) -> Filed:
        """It stands by itself: the case may not be known here yet, or not any more."""
        _need_plain(done.case, done.outcome, done.author)
        self._need_ours(caseschema.cases, done.case, place["venue"])
        row = {"case": done.case, "outcome": done.outcome, "author": done.author, "seen": done.seen}
        self.tx.execute(insert(caseschema.case_settlings).values(row | place | {"at": header.at}))
        return Filed(place["venue"])

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
            raise Poison(Refusal.VENUE, "it belongs to another venue")


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
        raise Poison(Refusal.SENSELESS, "a number is out of all bounds")
    return {
        "adults": tickets.adults,
        "children": tickets.children,
        "assistants": tickets.assistants,
        "representatives": tickets.representatives,
        "quota_use": quota_use,
    }


def _need_plain(*names: str) -> None:
    if not all(is_plain(name) for name in names):
        raise Poison(Refusal.SENSELESS, "an id is no plain text")


def _need_sane_rights(moved: Rights | None) -> None:
    if moved is not None and not rights.is_sane(moved):
        raise Poison(Refusal.SENSELESS, "a number is out of all bounds")


def _holder(place: dict[str, Any]) -> rights.Holder:
    return rights.Holder(place["desk"], place["venue"])


def _need_sane(instant: datetime) -> None:
    try:
        instant.astimezone(UTC)
    except OverflowError as error:
        raise Poison(Refusal.SENSELESS, "an instant is out of all bounds") from error
