"""The database's seam: versions, numbers in the order of commits, errors of the world."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from sync.hub import caseschema, schema
from sync.hub.database import FEED, REGISTER, Database, advance, standing
from tests.sync.stage import EVENING
from validator.errors import (
    BugError,
    ConfigError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreReadOnly,
    StoreTooNew,
)

PATIENCE = 30.0


@pytest.fixture
def url(database_url: str, tmp_path: Path) -> str:
    return database_url or f"sqlite:///{tmp_path / 'hub.db'}"


def test_a_database_is_made_once(url: str) -> None:
    for expected in (1, 2):
        database = Database.open(url)
        with database.write() as tx:
            assert advance(tx, REGISTER) == expected
        database.close()


def test_a_newer_database_is_left_alone(url: str) -> None:
    database = Database.open(url)
    with database.write() as tx:
        tx.execute(update(schema.schema_version).values(version=schema.VERSION + 1))
    database.close()
    with pytest.raises(StoreTooNew):
        Database.open(url)


def test_two_programs_may_make_it_at_once(url: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        databases = list(threads.map(Database.open, [url] * 4))
    with databases[0].read() as tx:
        assert len(tx.execute(select(schema.schema_version)).all()) == 1
    for database in databases:
        database.close()


def test_whether_a_row_is_new_is_known_on_both(database: Database) -> None:
    row = {"name": "colour", "value": "1"}
    with database.write() as tx:
        assert [database.put_new(tx, schema.settings, row) for _ in range(3)] == [True, False, False]


def test_a_failed_transaction_takes_its_numbers_back(url: str) -> None:
    database = Database.open(url)

    def fail() -> None:
        with database.write() as tx:
            advance(tx, FEED, 5)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with database.write() as tx:
        assert advance(tx, FEED) == 1
    database.close()


def test_a_row_is_new_once(url: str) -> None:
    database = Database.open(url)
    row = {"id": "c", "kind": "refused", "venue": "v", "offer": "", "opened_at": EVENING}
    with database.write() as tx:
        assert [database.put_new(tx, caseschema.cases, row) for _ in range(2)] == [True, False]
    database.close()


def test_a_reader_sees_one_state(url: str) -> None:
    database = Database.open(url)
    with database.read() as reader:
        before = standing(reader, (REGISTER,))
        with database.write() as writer:
            advance(writer, REGISTER)
        assert standing(reader, (REGISTER,)) == before
    database.close()


def test_a_reader_cannot_write(postgres_url: str) -> None:
    database = Database.open(postgres_url)

    def write() -> None:
        with database.read() as tx:
            advance(tx, REGISTER)

    with pytest.raises(StoreReadOnly):
        write()
    database.close()


def test_numbers_become_visible_in_their_order(url: str) -> None:
    """Writers take a number and commit when they like; a follower never finds a number below one it has seen."""
    database, writers, rounds = Database.open(url), 6, 15
    together, done = threading.Barrier(writers + 1), threading.Event()

    def write(writer: int) -> None:
        together.wait(PATIENCE)
        for _ in range(rounds):
            with database.write() as tx:
                number = advance(tx, FEED)
                row = {"cursor": number, "venue": str(writer), "desk": "d", "sequence": number}
                tx.execute(insert(schema.feed).values(row))

    def follow() -> list[int]:
        together.wait(PATIENCE)
        seen: list[int] = []
        while True:
            is_last = done.is_set()
            with database.read() as tx:
                (newest,) = standing(tx, (FEED,))
                cursors = select(schema.feed.c.cursor).where(schema.feed.c.cursor > (seen[-1] if seen else 0))
                fresh = list(tx.execute(cursors.order_by(schema.feed.c.cursor)).scalars())
            assert fresh == list(range(len(seen) + 1, newest + 1))
            seen += fresh
            if is_last:
                return seen

    with ThreadPoolExecutor(writers + 1) as threads:
        follower = threads.submit(follow)
        for writer in [threads.submit(write, number) for number in range(writers)]:
            writer.result(PATIENCE)
        done.set()
        assert follower.result(PATIENCE) == list(range(1, writers * rounds + 1))
    database.close()


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://x/y", "oracle://", "http://x", "://"])
def test_a_url_that_names_no_database_of_ours(url: str) -> None:
    with pytest.raises(ConfigError):
        Database.open(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"])
def test_every_way_to_name_postgresql(postgres_url: str, scheme: str) -> None:
    Database.open(postgres_url.replace("postgresql", scheme, 1)).close()


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Database.open(f"postgresql://user:secret@/x?host={tmp_path}")
    assert "secret" not in str(caught.value)


def test_a_database_that_is_not_there(postgres_server: str) -> None:
    with pytest.raises(StoreError):
        Database.open(postgres_server.replace("/postgres?", "/nowhere?"))


def damaged(path: Path) -> None:
    path.write_bytes(b"no database at all" * 1000)


def half_damaged(path: Path) -> None:
    Database.open(f"sqlite:///{path}").close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "kind"), [(damaged, StoreDamaged), (half_damaged, StoreDamaged), (folder, StoreReadOnly)]
)
def test_a_file_that_cannot_be_used(
    tmp_path: Path, spoil: Callable[[Path], None], kind: type[StoreError]
) -> None:
    path = tmp_path / "hub.db"
    spoil(path)
    with pytest.raises(kind):
        Database.open(f"sqlite:///{path}")


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """SQLite's own limit stands for the disk's: it answers alike."""
    database = Database.open(f"sqlite:///{tmp_path / 'hub.db'}")

    def fill() -> None:
        with database.write() as tx:
            tx.exec_driver_sql("PRAGMA max_page_count=1")
            tx.execute(insert(schema.secrets).values(name="x", sealed=bytes(1 << 20)))

    with pytest.raises(StoreError) as caught:
        fill()
    assert caught.value.key == "store_full"
    database.close()


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.hub.database._BUSY_SECONDS", 0.01)
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    one, other = Database.open(url), Database.open(url)

    def write() -> None:
        with other.write() as tx:
            advance(tx, REGISTER)

    with one.write():
        with pytest.raises(StoreBusy):
            write()
        with other.read() as tx:
            assert standing(tx, (REGISTER,)) == (0,)
    for database in (one, other):
        database.close()


def test_a_mistake_of_ours_is_a_bug(url: str) -> None:
    database = Database.open(url)

    def blunder() -> None:
        with database.write() as tx:
            tx.exec_driver_sql("SELECT nothing FROM nowhere")

    with pytest.raises(BugError):
        blunder()
    database.close()


def test_parameters_stay_out_of_errors(url: str) -> None:
    database = Database.open(url)

    def blunder() -> None:
        with database.write() as tx:
            for _ in range(2):
                tx.execute(insert(schema.secrets).values(name="a secret name", sealed=b"a secret"))

    with pytest.raises(BugError) as caught:
        blunder()
    assert "INSERT INTO secrets" in str(caught.value)
    assert "a secret" not in str(caught.value)
    assert (caught.value.__cause__, caught.value.__suppress_context__) == (None, True)
    database.close()
