"""One open register file: the cards of every area by token, and the programme.

Rules
1. A lookup is one prepared statement on a connection of its own, and so is asking for the edition. Neither waits for a writer.
2. A delta is one transaction with its version: taken twice it is once, and one that the file already has changes nothing.
3. Cards go in and out by plain statements: a million of them, or one between two customers, must not wait for a compiler.
4. The programme is read once for each edition of it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from validator.domain.card import Card, CardKind, CardStatus, CardToken
from validator.domain.network import Network
from validator.errors import HubGarbled
from validator.store import engine, programme, register_schema, versions
from validator.store.engine import Care

CHUNK = 1000

Listed = tuple[CardToken, Card | None]
"""One row of a delta: the card behind a token, or None where it has left the list."""

_Values = tuple[str | bytes | int | None, ...]

_card = register_schema.card
_edition = register_schema.edition
_ADD = "INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PUT = "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_REMOVE = "DELETE FROM card WHERE epoch = ? AND token = ?"
_FIND = (
    "SELECT id, kind, area, valid_from, valid_to, status, children FROM card WHERE epoch = ? AND token = ?"
)


_PROGRAMME = "SELECT programme FROM edition"


class CardFile:
    """An open register file. Safe to share between threads."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open an existing file.

        Raises:
            StoreDamaged: it is no register, or its key does not fit.
            StoreTooNew: a newer program wrote it.
            StoreError: it cannot be used.
        """
        self._path = path
        self._programme: tuple[int, Network] | None = None
        self._finding = threading.Lock()
        self._engine = engine.pool(path, key, Care.REGISTER)
        try:
            with engine.reading(self._engine, path) as connection:
                versions.of(connection, path, register_schema.APPLICATION, register_schema.VERSION)
            self._finder = engine.connect(path, key, Care.REGISTER)
        except BaseException:
            self._engine.dispose()
            raise

    def find(self, token: CardToken) -> Card | None:
        """The card with this token, or None."""
        with engine.translated(self._path), self._finding:
            row = self._finder.execute(_FIND, (token.epoch, token.digest)).fetchone()
        return None if row is None else _card_of(*row)

    def count(self) -> int:
        """How many cards the list holds."""
        cards: int = self._edition().cards
        return cards

    def version(self) -> int:
        """The version of the list."""
        version: int = self._edition().version
        return version

    def network(self) -> Network:
        """The programme."""
        with engine.translated(self._path), self._finding:
            (number,) = self._finder.execute(_PROGRAMME).fetchone()
        known = self._programme
        if known is None or known[0] != number:
            with engine.reading(self._engine, self._path) as connection:
                number = connection.execute(select(_edition.c.programme)).scalar_one()
                known = self._programme = (number, programme.read(connection, self._path))
        return known[1]

    def apply(self, version: int, rows: Iterable[Listed], network: Network | None, count: int | None) -> bool:
        """Take a delta up to ``version``; False where the file already is that far.

        The arguments are those of `Registers.apply_delta`.

        Raises:
            HubGarbled: the count does not fit; nothing has changed.
        """
        with engine.writing(self._engine, self._path) as connection:
            if connection.execute(select(_edition.c.version)).scalar_one() >= version:
                return False
            _change(connection, rows)
            cards = count_cards(connection)
            if count is not None and cards != count:
                raise HubGarbled(f"the list has {cards} cards where {count} were announced")
            if network is not None:
                programme.write(connection, network)
            number = _edition.c.programme + int(network is not None)
            connection.execute(update(_edition).values(version=version, cards=cards, programme=number))
        return True

    def close(self) -> None:
        """Let the file go."""
        with self._finding:
            self._finder.close()
        self._engine.dispose()

    def _edition(self) -> Row[tuple[object, ...]]:
        with engine.reading(self._engine, self._path) as connection:
            return connection.execute(select(_edition)).one()


def add(connection: Connection, rows: Iterable[tuple[CardToken, Card]]) -> None:
    """Put new cards in.

    Raises:
        HubGarbled: a card stands twice, or has a value that no database can hold.
    """
    try:
        _write(connection, _ADD, [_values(token, card) for token, card in rows])
    except IntegrityError as error:
        raise HubGarbled("a card stands twice in the list") from error


def count_cards(connection: Connection) -> int:
    """How many cards there are, counted."""
    return connection.execute(select(func.count()).select_from(_card)).scalar_one()


def begin(connection: Connection, version: int, network: Network) -> None:
    """Make the tables of a new file with its programme and no cards."""
    register_schema.metadata.create_all(connection)
    versions.mark(connection, register_schema.APPLICATION, register_schema.VERSION)
    programme.write(connection, network)
    connection.execute(insert(_edition).values(version=version, cards=0, programme=1))


def _change(connection: Connection, rows: Iterable[Listed]) -> None:
    remaining = iter(rows)
    while chunk := dict(islice(remaining, CHUNK)):
        put = [_values(token, card) for token, card in chunk.items() if card is not None]
        gone: list[_Values] = [(token.epoch, token.digest) for token, card in chunk.items() if card is None]
        if put:
            _write(connection, _PUT, put)
        if gone:
            _write(connection, _REMOVE, gone)


def _write(connection: Connection, statement: str, rows: list[_Values]) -> None:
    try:
        connection.exec_driver_sql(statement, rows)
    except (OverflowError, UnicodeEncodeError) as error:
        raise HubGarbled("a card has a value that cannot be kept") from error


def _values(token: CardToken, card: Card) -> _Values:
    """A card in the order of the table's columns."""
    return (
        token.epoch,
        token.digest,
        card.id,
        card.kind.value,
        card.area,
        card.valid_from.toordinal(),
        card.valid_to.toordinal(),
        card.status.value,
        card.children,
    )


def _card_of(
    card_id: str, kind: str, area: str, valid_from: int, valid_to: int, status: str, children: int | None
) -> Card:
    return Card(
        card_id,
        CardKind(kind),
        area,
        date.fromordinal(valid_from),
        date.fromordinal(valid_to),
        CardStatus(status),
        children,
    )
