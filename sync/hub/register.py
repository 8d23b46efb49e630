"""The register: areas, rule sets, venues, offers, performances and cards, written and read inside one transaction.

1. Putting a row that is there already changes it; a row that is as it was takes no number and travels to nobody.
2. Every change takes its own number of the register's counter, so that a long list of changes can be handed out page by page.
3. A card's code is kept sealed; what is looked up is its token. Ids are random and say nothing.
4. A card leaves the desks' lists (``gone``) twelve months after its last day, its closing or its replacing, whichever is first.
   The hub keeps it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, insert, or_, select, update

from sync.hub import schema
from sync.hub.database import CARDS, REGISTER, Database, advance
from sync.hub.vault import Vault
from sync.rows import from_rows, to_row
from validator.domain.card import Card, CardKind, CardStatus, CardToken, TokenKey
from validator.domain.code import CardCode
from validator.domain.network import HELSINKI, Area, Network, Offer, Performance, RuleSet, Venue
from validator.errors import KnownError

_BATCH = 500


class RegisterRefused(KnownError):
    """The register holds nothing of that name, or holds it already."""

    key = "register_refused"


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A card to be written.

    Attributes:
        valid_from, valid_to: inclusive days.
        ended_at: when it was closed or replaced (aware); None: as the register has it, or now.
    """

    code: CardCode
    kind: CardKind
    area: str
    valid_from: date
    valid_to: date
    children: int | None = None
    status: CardStatus = CardStatus.ACTIVE
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card as the hub holds it, with its code."""

    card: Card
    code: CardCode
    ended_at: datetime | None = None
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """How many cards were new, changed, and as they were."""

    added: int = 0
    changed: int = 0
    same: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(self.added + other.added, self.changed + other.changed, self.same + other.same)


class Register:
    """The register within one transaction; ``now`` is the instant of all that is written in it."""

    def __init__(
        self, database: Database, tx: Connection, vault: Vault, key: TokenKey, now: datetime
    ) -> None:
        self._database, self._tx, self._vault, self._key = database, tx, vault, key
        self._now, self._today = now, now.astimezone(HELSINKI).date()

    def put_area(self, area: Area) -> bool:
        """Write an area; whether anything changed."""
        return self._put(schema.areas, area.id, area)

    def put_municipality(self, name: str, area: str) -> bool:
        """Count a municipality to an area (and to no other); whether anything changed.

        Raises:
            RegisterRefused: there is no such area.
        """
        self._need(schema.areas, area)
        changed = False
        for row in self.network().areas:
            others = tuple(other for other in row.municipalities if other != name)
            mine = row.municipalities if name in row.municipalities else (*others, name)
            changed |= self.put_area(replace(row, municipalities=mine if row.id == area else others))
        return changed

    def put_rule_set(self, rules: RuleSet) -> bool:
        """Write a rule set; whether anything changed."""
        return self._put(schema.rule_sets, rules.id, rules)

    def put_venue(self, venue: Venue) -> bool:
        """Write a venue; whether anything changed.

        Raises:
            RegisterRefused: its area is not there.
        """
        for area in (venue.area, *venue.areas):
            if area is not None:
                self._need(schema.areas, area)
        return self._put(schema.venues, venue.id, venue, area=venue.area)

    def put_offer(self, offer: Offer) -> bool:
        """Write an offer; whether anything changed.

        Raises:
            RegisterRefused: its venue is not there, or it is another venue's already.
        """
        self._need(schema.venues, offer.venue)
        self._keep(schema.offers, offer.id, "venue", offer.venue)
        return self._put(schema.offers, offer.id, offer, venue=offer.venue)

    def put_performance(self, performance: Performance) -> bool:
        """Write a performance; whether anything changed.

        Raises:
            RegisterRefused: its offer is not there, or it is another offer's already.
        """
        self._need(schema.offers, performance.offer)
        self._keep(schema.performances, performance.id, "offer", performance.offer)
        return self._put(schema.performances, performance.id, performance, offer=performance.offer)

    def network(self) -> Network:
        """Everything but the cards, of every venue."""
        read = {table: self._rows(table) for table in (schema.areas, schema.venues, schema.offers)}
        return Network(
            from_rows(Area, read[schema.areas])[0],
            from_rows(Venue, read[schema.venues])[0],
            from_rows(Offer, read[schema.offers])[0],
            from_rows(Performance, self._rows(schema.performances))[0],
            from_rows(RuleSet, self._rows(schema.rule_sets))[0],
        )

    def add_card(  # the columns of a card
        self,
        code: CardCode,
        kind: CardKind,
        area: str,
        valid_from: date,
        valid_to: date,
        children: int | None = None,
        status: CardStatus = CardStatus.ACTIVE,
    ) -> str:
        """Write a new card; its id.

        Raises:
            RegisterRefused: the code is on another card, or the area is not there.
        """
        if self._find(code) is not None:
            raise RegisterRefused("the code is on a card already", code=code.masked)
        self.put_cards([CardEntry(code, kind, area, valid_from, valid_to, children, status)])
        return self.card(code).card.id

    def put_cards(self, entries: Iterable[CardEntry]) -> Written:
        """Write cards by the thousand: new codes are added, known ones changed where they differ.

        Raises:
            RegisterRefused: an area is not there.
        """
        areas, done, rest = {row["id"] for row in self._rows(schema.areas)}, Written(), iter(entries)
        while batch := list(islice(rest, _BATCH)):
            if missing := {entry.area for entry in batch} - areas:
                raise RegisterRefused("a card's area is not there", areas=sorted(missing))
            # A code that stands twice in one batch is one card: the later row holds.
            done += self._put_batch({self._token(entry.code): entry for entry in batch})
        return done

    def close_card(self, code: CardCode, at: datetime | None = None) -> str:
        """Close a card from ``at`` (now); its id. A card that is closed or replaced stays as it is.

        Raises:
            RegisterRefused: there is no such card.
        """
        stored = self.card(code)
        if stored.card.status is CardStatus.ACTIVE:
            self._end(stored, CardStatus.CLOSED, at or self._now)
        return stored.card.id

    def replace_card(self, old: CardCode, new: CardCode, at: datetime | None = None) -> str:
        """Put a new code in the place of a card, with its area, days and children; the new card's id.

        Raises:
            RegisterRefused: there is no such card, it was replaced before, or the new code is taken.
        """
        stored = self.card(old)
        if stored.card.status is CardStatus.REPLACED:
            raise RegisterRefused("the card was replaced before", code=old.masked)
        card = stored.card
        fresh = self.add_card(new, card.kind, card.area, card.valid_from, card.valid_to, card.children)
        # A card that was closed when it got lost ended then, not today.
        self._end(stored, CardStatus.REPLACED, stored.ended_at or at or self._now)
        table = schema.cards
        self._tx.execute(update(table).where(table.c.id == card.id).values(replaced_by=fresh))
        return fresh

    def card(self, code: CardCode) -> StoredCard:
        """The card with this code.

        Raises:
            RegisterRefused: there is none.
        """
        row = self._find(code)
        if row is None:
            raise RegisterRefused("there is no card with this code", code=code.masked)
        return self._stored(row)

    def cards(self) -> Iterator[StoredCard]:
        """Every card with its code, also those that left the desks' lists, in the order of their ids."""
        table = schema.cards
        every = select(table).order_by(table.c.id).execution_options(yield_per=_BATCH)
        with self._tx.execute(every) as rows:
            for row in rows:
                yield self._stored(row)

    def let_old_cards_go(self) -> int:
        """Take the cards whose twelve months are over off the desks' lists; how many there were."""
        table, limit = schema.cards, _year_before(self._today)
        ended = datetime.combine(limit, datetime.min.time(), HELSINKI)
        old = select(table.c.id).where(~table.c.gone, or_(table.c.valid_to < limit, table.c.ended_at < ended))
        ids = list(self._tx.execute(old).scalars())
        if ids:
            numbers = self._numbers(len(ids))
            advance(self._tx, CARDS, -len(ids))
            self._change([{"key": key, "version": next(numbers), "gone": True} for key in ids])
        return len(ids)

    def _put_batch(self, entries: dict[CardToken, CardEntry]) -> Written:
        known = {row.token: row for row in self._by_tokens([token.digest for token in entries])}
        fresh: list[dict[str, Any]] = []
        changed: list[tuple[Row[Any], dict[str, Any]]] = []
        for token, entry in entries.items():
            row = known.get(token.digest)
            wanted = self._columns(entry, row)
            if row is None:
                card_id = secrets.token_hex(8)
                sealed = self._vault.seal(entry.code.reveal().encode(), sealed_name(card_id))
                fresh.append(
                    wanted
                    | {"id": card_id, "token": token.digest, "epoch": token.epoch, "sealed_code": sealed}
                )
            elif any(getattr(row, name) != value for name, value in wanted.items()):
                changed.append((row, wanted))
        if not fresh and not changed:
            return Written(same=len(entries))
        numbers = self._numbers(len(fresh) + len(changed))
        if fresh:
            self._tx.execute(insert(schema.cards), [new | {"version": next(numbers)} for new in fresh])
        if changed:
            self._change([wanted | {"key": row.id, "version": next(numbers)} for row, wanted in changed])
        listed = sum(not new["gone"] for new in fresh) + sum(
            row.gone - wanted["gone"] for row, wanted in changed
        )
        if listed:
            advance(self._tx, CARDS, listed)
        return Written(len(fresh), len(changed), len(entries) - len(fresh) - len(changed))

    def _columns(self, entry: CardEntry, row: Row[Any] | None) -> dict[str, Any]:
        ended_at = None
        if entry.status is not CardStatus.ACTIVE:
            # A list that does not say when a card ended does not move the instant that is known.
            ended_at = entry.ended_at or (row.ended_at if row else None) or self._now
        ends = [entry.valid_to] + ([ended_at.astimezone(HELSINKI).date()] if ended_at else [])
        return {
            "kind": entry.kind.value,
            "area": entry.area,
            "valid_from": entry.valid_from,
            "valid_to": entry.valid_to,
            "children": entry.children,
            "status": entry.status.value,
            "ended_at": ended_at,
            "gone": min(ends) < _year_before(self._today),
        }

    def _numbers(self, count: int) -> Iterator[int]:
        last = advance(self._tx, REGISTER, count)
        return iter(range(last - count + 1, last + 1))

    def _end(self, stored: StoredCard, status: CardStatus, at: datetime) -> None:
        card = stored.card
        entry = CardEntry(
            stored.code, card.kind, card.area, card.valid_from, card.valid_to, card.children, status, at
        )
        self.put_cards([entry])

    def _change(self, rows: Sequence[dict[str, Any]]) -> None:
        table = schema.cards
        # The parameters' own names are taken by the columns that are set.
        changed = update(table).where(table.c.id == bindparam("key"))
        self._tx.execute(
            changed.values({name: bindparam(name) for name in rows[0] if name != "key"}), list(rows)
        )

    def _token(self, code: CardCode) -> CardToken:
        return CardToken.of(code, self._key)

    def _find(self, code: CardCode) -> Row[Any] | None:
        # What cannot even be written as bytes (a shell's broken signs) is on no card.
        text = code.reveal()
        tokens = [self._token(code).digest] if text.isprintable() else []
        return next(iter(self._by_tokens(tokens)), None)

    def _by_tokens(self, tokens: Sequence[bytes]) -> Sequence[Row[Any]]:
        table = schema.cards
        wanted = select(table).where(table.c.epoch == self._key.epoch, table.c.token.in_(tokens))
        return self._tx.execute(wanted).all()

    def _stored(self, row: Row[Any]) -> StoredCard:
        code = CardCode(self._vault.open(row.sealed_code, sealed_name(row.id)).decode())
        return StoredCard(card_of(row), code, row.ended_at, row.replaced_by or "")

    def _rows(self, table: Table) -> list[dict[str, Any]]:
        return [
            json.loads(text) for text in self._tx.execute(select(table.c.row).order_by(table.c.id)).scalars()
        ]

    def _put(self, table: Table, key: str, value: Any, **columns: object) -> bool:  # noqa: ANN401  any dated value
        text = _text(value)
        if self._tx.execute(select(table.c.row).where(table.c.id == key)).scalar_one_or_none() == text:
            return False
        row = {"id": key, "row": text, "version": advance(self._tx, REGISTER), **columns}
        self._database.put(self._tx, table, row)
        return True

    def _need(self, table: Table, key: str) -> None:
        if self._tx.execute(select(table.c.id).where(table.c.id == key)).first() is None:
            raise RegisterRefused(f"{table.name} has no such row", id=key)

    def _keep(self, table: Table, key: str, column: str, value: str) -> None:
        standing = self._tx.execute(select(table.c[column]).where(table.c.id == key)).scalar_one_or_none()
        if standing not in {None, value}:
            raise RegisterRefused(f"a row of {table.name} cannot move to another {column}", id=key)


def card_of(row: Row[Any]) -> Card:
    """A row of the table of cards as a card."""
    return Card(
        row.id,
        CardKind(row.kind),
        row.area,
        row.valid_from,
        row.valid_to,
        CardStatus(row.status),
        row.children,
    )


def sealed_name(card_id: str) -> str:
    """The name under which a card's code is sealed."""
    return f"card:{card_id}"


def _text(value: Any) -> str:  # noqa: ANN401  any dated value
    row = to_row(value)
    for name, content in row.items():
        if isinstance(getattr(value, name), frozenset):
            row[name] = sorted(content)
    return json.dumps(row, sort_keys=True, ensure_ascii=False)


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the leap day
        return day.replace(year=day.year - 1, day=28)
