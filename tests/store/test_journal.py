from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from tests.store.desk import (
    ENROLLED,
    IDENTITY,
    KEY,
    LATER,
    NOW,
    SIGNER,
    answer,
    giving,
    group,
    holder,
    number_set,
    void,
)
from validator.domain.journal import (
    GENESIS,
    CardRef,
    CardRole,
    Draft,
    EventKind,
    card_part,
    commitment,
    digest,
    first_break,
    parse,
)
from validator.domain.redemption import Tickets
from validator.errors import BugError
from validator.signing import verifies
from validator.store import engine
from validator.store.engine import Care
from validator.store.journal import Entry, Flaw
from validator.store.ledger import FILE_NAME, Ledger
from validator.store.schema import journal


def test_each_entry_follows_from_the_one_before(ledger: Ledger) -> None:
    with ledger.write() as tx:
        second = tx.append(giving(1))
        third = tx.append(void(2, 1))
    with ledger.read() as tx:
        rows = list(tx.entries())
        assert tx.head() == third
    headers = [parse(row.header) for row in rows]
    assert [row.sequence for row in rows] == [1, 2, 3]
    assert [header.kind for header in headers] == ["enrolled", "redemption", "void"]
    assert [header.previous for header in headers] == [GENESIS, digest(rows[0].header), second.hash]
    assert [header.desk for header in headers] == ["desk-1"] * 3
    assert first_break(row.header for row in rows) is None
    assert all(verifies(SIGNER.public, row.signature, row.header) for row in rows)


def test_the_card_is_committed_to_but_not_named_in_the_header(ledger: Ledger) -> None:
    unknown = CardRef(CardRole.HOLDER, token="00ff" * 8, epoch=4)
    with ledger.write() as tx:
        tx.append(giving(1, holder("card-77")))
        tx.append(giving(2, holder("card-77")))
        tx.append(giving(3, (unknown,)))
    with ledger.read() as tx:
        first, again, other = tx.entries(after=1)
    assert first.cards == card_part(holder("card-77"))
    assert other.cards == card_part((unknown,))
    assert len({first.salt, again.salt, other.salt}) == 3
    for row in (first, again, other):
        assert len(row.salt) == 16
        assert parse(row.header).commitment == commitment(row.cards, row.salt)
        assert b"card-77" not in row.header
        assert b"00ff" not in row.header


def test_an_entry_without_a_card_has_neither_salt_nor_commitment(ledger: Ledger) -> None:
    with ledger.read() as tx:
        (row,) = tx.entries()
    assert (row.cards, row.salt, parse(row.header).commitment) == (b"", b"", "")


def test_entries_can_be_read_from_the_middle(ledger: Ledger) -> None:
    with ledger.write() as tx:
        for number in range(1, 6):
            tx.append(giving(number))
    with ledger.read() as tx:
        assert [row.sequence for row in tx.entries(after=2, limit=2)] == [3, 4]


def test_a_block_that_raises_has_written_nothing(ledger: Ledger) -> None:
    with pytest.raises(ZeroDivisionError), ledger.write() as tx:  # noqa: PT012  the block is what is tested
        tx.append(giving(1))
        tx.put_setting("language", "fi")
        raise ZeroDivisionError
    with ledger.read() as tx:
        assert tx.head().sequence == 1
        assert tx.setting("language") is None
        assert tx.given() == ()
        assert [row.sequence for row in tx.outbox(10)] == [1]


def test_the_same_event_cannot_be_appended_twice(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
    with pytest.raises(BugError), ledger.write() as tx:
        tx.append(giving(1))
    with ledger.read() as tx:
        assert tx.head().sequence == 2


def test_a_body_that_makes_no_sense_is_our_own_mistake(ledger: Ledger) -> None:
    with pytest.raises(BugError), ledger.write() as tx:
        tx.append(giving(1, visit=NOW.date(), quota_use=-1))
    with ledger.read() as tx:
        assert tx.head().sequence == 1


def test_an_override_is_an_entry_that_books_nothing(ledger: Ledger) -> None:
    with ledger.write() as tx:
        body = {"venue": "theatre", "reasons": ["R30"], "author": "manager"}
        entry = tx.append(Draft("event-1", EventKind.OVERRIDE, NOW, "2018", body))
    with ledger.read() as tx:
        assert tx.head() == entry
        assert tx.given() == ()


def test_the_database_itself_refuses_to_change_or_delete_the_journal(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
    pool = engine.pool(tmp_path / FILE_NAME, KEY, Care.LEDGER)
    for statement in (
        "DELETE FROM journal",
        "UPDATE journal SET header = x'00' WHERE sequence = 2",
        "UPDATE journal SET cards = x'01', salt = x'' WHERE sequence = 2",
    ):
        with pytest.raises(BugError), engine.writing(pool, tmp_path) as connection:
            connection.exec_driver_sql(statement)
    pool.dispose()


def test_a_whole_journal_verifies(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1, group("card-1", "card-2"), Tickets(adults=2, representatives=1)))
        last = tx.append(number_set(2, 4))
    with ledger.read() as tx:
        found = tx.verify()
    assert (found.entries, found.erased, found.first_bad, found.flaw, found.head) == (3, 0, None, None, last)


def test_verify_needs_to_know_whose_journal_it_is(empty: Ledger) -> None:
    with empty.read() as tx:
        assert tx.verify().head == Entry(0, GENESIS)


def _forge(connection: Connection, column: str, value: bytes | str | int, sequence: int) -> None:
    connection.execute(update(journal).where(journal.c.sequence == sequence).values({column: value}))


def _other_signature(connection: Connection) -> None:
    row = connection.exec_driver_sql("SELECT signature FROM journal WHERE sequence = 2").scalar_one()
    _forge(connection, "signature", row, 3)


def _edited(connection: Connection) -> None:
    header = connection.exec_driver_sql("SELECT header FROM journal WHERE sequence = 3").scalar_one()
    forged = header.replace(b'"adults":1', b'"adults":9')
    assert forged != header
    _forge(connection, "header", forged, 3)


def _edited_with_its_hash(connection: Connection) -> None:
    _edited(connection)
    header = connection.exec_driver_sql("SELECT header FROM journal WHERE sequence = 3").scalar_one()
    _forge(connection, "hash", digest(header), 3)


def _cut(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM outbox WHERE sequence = 3")
    connection.exec_driver_sql("UPDATE redemption SET sequence = NULL WHERE sequence = 3")
    connection.exec_driver_sql("DELETE FROM journal WHERE sequence = 3")


def _other_card(connection: Connection) -> None:
    _forge(connection, "cards", card_part(holder("card-9")), 3)


def _renamed(connection: Connection) -> None:
    _forge(connection, "event", "event-99", 3)


@pytest.mark.parametrize(
    ("forge", "flaw"),
    [
        (lambda connection: _forge(connection, "header", b"{", 3), Flaw.UNREADABLE),
        (_edited, Flaw.OUT_OF_PLACE),
        (_edited_with_its_hash, Flaw.SIGNATURE),
        (_other_signature, Flaw.SIGNATURE),
        (_cut, Flaw.OUT_OF_PLACE),
        (_renamed, Flaw.OUT_OF_PLACE),
        (_other_card, Flaw.CARDS),
    ],
)
def test_verify_names_the_first_entry_that_does_not_hold(
    ledger: Ledger, tmp_path: Path, forge: Callable[[Connection], None], flaw: Flaw
) -> None:
    with ledger.write() as tx:
        good = tx.append(giving(1))
        tx.append(giving(2))
        tx.append(giving(3))
    pool = engine.pool(tmp_path / FILE_NAME, KEY, Care.LEDGER)
    with engine.writing(pool, tmp_path) as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_holds")
        connection.exec_driver_sql("DROP TRIGGER journal_stays")
        forge(connection)
    pool.dispose()
    with ledger.read() as tx:
        found = tx.verify()
    assert (found.first_bad, found.flaw, found.head) == (3, flaw, good)


def test_a_journal_signed_by_another_key_does_not_hold(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.put_identity(replace(IDENTITY, signer=type(SIGNER)(b"\x08" * 32)))
        found = tx.verify()
    assert (found.first_bad, found.flaw) == (1, Flaw.SIGNATURE)


def test_after_retention_the_chain_still_holds(ledger: Ledger) -> None:
    with ledger.write() as tx:
        tx.append(giving(1))
        tx.append(giving(2))
        tx.settle([answer(1)], NOW)
        assert tx.erase(LATER.date().replace(year=2019), LATER) == 1
    with ledger.read() as tx:
        found = tx.verify()
        rows = list(tx.entries())
    assert (found.entries, found.erased, found.first_bad) == (3, 1, None)
    assert [(row.cards, row.salt) == (b"", b"") for row in rows] == [True, True, False]
    assert first_break(row.header for row in rows) is None
    assert parse(rows[0].header).id == ENROLLED.id
