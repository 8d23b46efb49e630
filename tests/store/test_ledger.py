from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event, pool

from tests.store.desk import KEY, LATER, PROGRAMME, SIGNER, begin, enrol, giving, token
from validator.errors import (
    BugError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
)
from validator.store import engine
from validator.store.engine import Care
from validator.store.ledger import FILE_NAME, Ledger

ROOT = Path(__file__).resolve().parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "new" / "desk", KEY).close()
    assert (tmp_path / "new" / "desk").stat().st_mode & 0o077 == 0
    assert list(contents(tmp_path / "new" / "desk")) == [FILE_NAME]


def test_the_files_are_their_owners_only_whatever_the_users_mask(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        begin(tmp_path)
        with Ledger.open(tmp_path, KEY) as ledger, ledger.write() as tx:
            tx.append(giving(7))
            modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    finally:
        os.umask(mask)
    assert {name.partition("-")[0] for name in modes} == {FILE_NAME, "register"}
    assert set(modes.values()) == {0o600}, modes


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "Lipunmyyjän kansio #2? 100%25 & ä'\""
    with Ledger.open(folder, KEY) as ledger, ledger.write() as tx:
        enrol(tx)
    with Ledger.open(folder, KEY) as ledger, ledger.read() as reader:
        assert reader.head().sequence == 1
    assert list(contents(folder)) == [FILE_NAME]


def test_commits_are_on_the_disk_before_they_return(ledger: Ledger, tmp_path: Path) -> None:
    connection = engine.connect(tmp_path / FILE_NAME, KEY, Care.LEDGER)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_a_newer_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    begin(tmp_path)
    connection = engine.connect(tmp_path / FILE_NAME, KEY, Care.LEDGER)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = contents(tmp_path)
    with pytest.raises(StoreTooNew) as caught:
        Ledger.open(tmp_path, KEY)
    assert contents(tmp_path) == before
    assert caught.value.details == {"file": FILE_NAME}


def flip(offset: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:offset] + bytes([data[offset] ^ 0xFF]) + data[offset + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: bytes(len(data)),
        lambda _: b"this is a text and no ledger" * 400,
        lambda data: data[: len(data) // 2 // 4096 * 4096],
        lambda data: data[: len(data) // 2 // 4096 * 4096 + 100],
        lambda data: data[:100],
        flip(3),
        flip(200),
        flip(3 * 4096 + 17),
        flip(-4096 + 17),
        lambda data: data[:8192] + data[12288:16384] + data[8192:12288] + data[16384:],
    ],
)
def test_a_damaged_ledger_is_said_and_left_alone(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    begin(tmp_path)
    path = tmp_path / FILE_NAME
    path.write_bytes(damage(path.read_bytes()))
    before = contents(tmp_path)
    with pytest.raises(StoreDamaged), Ledger.open(tmp_path, KEY) as ledger:
        ledger.check()
    assert contents(tmp_path) == before


def test_a_ledger_checks_out(tmp_path: Path) -> None:
    begin(tmp_path)
    with Ledger.open(tmp_path, KEY) as ledger:
        ledger.check()


def test_a_key_that_does_not_fit_is_said_and_nothing_is_touched(tmp_path: Path) -> None:
    begin(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(StoreDamaged) as caught:
        Ledger.open(tmp_path, b"\x55" * 32)
    assert contents(tmp_path) == before
    assert ("55" * 32) not in str(caught.value)


def test_a_file_of_another_kind_is_no_ledger(tmp_path: Path) -> None:
    connection = engine.connect(tmp_path / FILE_NAME, KEY, Care.LEDGER, create=True)
    connection.execute("CREATE TABLE something (else_)")
    connection.close()
    with pytest.raises(StoreDamaged):
        Ledger.open(tmp_path, KEY)


def test_a_key_of_the_wrong_length_is_our_own_mistake(tmp_path: Path) -> None:
    with pytest.raises(BugError):
        Ledger.open(tmp_path, b"short")
    assert contents(tmp_path) == {}


def test_a_path_that_is_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "desk"):
        with pytest.raises(StoreReadOnly):
            Ledger.open(folder, KEY)


def test_a_log_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / f"{FILE_NAME}-wal").mkdir()
    with pytest.raises(StoreReadOnly):
        Ledger.open(tmp_path, KEY)


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="file rights are POSIX's")
@pytest.mark.parametrize("started", [False, True])
def test_a_folder_without_the_right_to_write_is_said(tmp_path: Path, started: bool) -> None:
    """In a process without the superuser's rights, where the test has them."""
    report = subprocess.run(
        [sys.executable, "-m", "tests.store.unprivileged", "started" if started else "new"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert report.stdout.split() == (["read-only", "untouched"])


def test_a_full_disk_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    """SQLite's own bound on a file's pages gives the very error of a disk without room."""
    begin(tmp_path)

    def bound(connection: object, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count = {pages + 3}")  # type: ignore[attr-defined]

    event.listen(pool.Pool, "connect", bound)
    try:
        with Ledger.open(tmp_path, KEY) as ledger:
            given = 0
            with pytest.raises(StoreFull):  # noqa: PT012  some are given before the disk is full
                for number in range(1000, 2000):
                    with ledger.write() as tx:
                        tx.append(giving(number))
                    given += 1
            assert given > 0
    finally:
        event.remove(pool.Pool, "connect", bound)
    with Ledger.open(tmp_path, KEY) as ledger:
        ledger.check()
        with ledger.write() as tx:
            assert len(tx.given(limit=5000)) == 2 + given
            assert tx.verify().entries == 4 + given
            assert tx.append(giving(3000)).sequence == 5 + given


@pytest.mark.skipif(sys.platform == "win32", reason="the bound on a file's size is POSIX's")
def test_a_disk_that_fails_to_write_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    begin(tmp_path)
    report = subprocess.run(
        [sys.executable, "-m", "tests.store.bounded", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    error, given = report.stdout.split()
    assert error == "StoreError"
    with Ledger.open(tmp_path, KEY) as ledger, ledger.read() as tx:
        assert len(tx.given(limit=5000)) == 2 + int(given)
        assert tx.verify().first_bad is None


def test_a_writer_of_another_window_is_waited_for_and_then_said(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, KEY) as one, Ledger.open(tmp_path, KEY, busy=0.05) as other:
        with one.write() as tx:
            enrol(tx)
            with pytest.raises(StoreBusy), other.write():
                pass
            with other.read() as reader:
                assert reader.identity() is None
        with other.write() as later:
            assert later.append(giving(1)).sequence == 2


def test_a_writer_in_another_thread_is_waited_for_and_then_said(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, KEY, busy=0.05) as ledger:
        holding, done = threading.Event(), threading.Event()

        def hold() -> None:
            with ledger.write():
                holding.set()
                done.wait()

        thread = threading.Thread(target=hold)
        thread.start()
        holding.wait()
        with pytest.raises(StoreBusy), ledger.write():
            pass
        done.set()
        thread.join()
        with ledger.write() as tx:
            enrol(tx)


def test_when_two_windows_begin_at_once_the_first_ledger_is_the_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def overtaken(source: Path, target: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        with Ledger.open(tmp_path, KEY) as first, first.write() as tx:
            enrol(tx)
        link(source, target)

    monkeypatch.setattr(os, "link", overtaken)
    with Ledger.open(tmp_path, KEY) as second, second.read() as tx:
        assert tx.head().sequence == 1


def test_a_disk_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_source: Path, _target: Path) -> None:
        raise PermissionError("operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    with Ledger.open(tmp_path, KEY) as ledger, ledger.write() as tx:
        enrol(tx)
    assert list(contents(tmp_path)) == [FILE_NAME]
    with Ledger.open(tmp_path, KEY) as again, again.read() as reader:
        assert reader.head().sequence == 1


def test_a_ledger_that_cannot_be_put_in_place_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(_source: Path, target: Path) -> None:
        target.mkdir()
        raise PermissionError("operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    with pytest.raises(StoreReadOnly):
        Ledger.open(tmp_path, KEY)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_full_disk_at_the_first_start_leaves_nothing_behind(tmp_path: Path) -> None:
    def bound(connection: object, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 4")  # type: ignore[attr-defined]

    event.listen(pool.Pool, "connect", bound)
    try:
        with pytest.raises(StoreFull):
            Ledger.open(tmp_path, KEY)
    finally:
        event.remove(pool.Pool, "connect", bound)
    assert contents(tmp_path) == {}


def test_a_mistake_in_a_statement_is_ours_and_shows_no_value(ledger: Ledger, tmp_path: Path) -> None:
    files = engine.pool(tmp_path / FILE_NAME, KEY, Care.LEDGER)
    with pytest.raises(BugError) as caught, engine.writing(files, tmp_path / FILE_NAME) as connection:
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", ("…X7K2",))
    files.dispose()
    assert "X7K2" not in str(caught.value) + str(caught.value.__cause__)


def test_the_files_hold_no_readable_text(tmp_path: Path) -> None:
    secrets = [
        b"SQLite format 3",
        b"X7K2",
        "…AB12".encode(),
        b"card-1",
        b"secret-desk-token",
        b"secret-token-key",
        b"giving-1",
        b"kainuu",
        b"Kajaani",
        "Salaisen Puutarhan Näytös".encode(),
        "Näytös".encode("utf-16-le"),
        b"theatre",
        b"CREATE TABLE",
        SIGNER.secret,
        SIGNER.secret.hex().encode(),
        token(1).digest,
        token(3).digest,
    ]
    assert PROGRAMME.offers[0].names.fi == "Salaisen Puutarhan Näytös"
    begin(tmp_path)
    with Ledger.open(tmp_path, KEY) as ledger:
        with ledger.write() as tx:
            tx.append(giving(9), tail="…X7K2")
            tx.settle([], LATER)
        names = set(contents(tmp_path))
        everything = b"".join(contents(tmp_path).values())
        assert {FILE_NAME, f"{FILE_NAME}-wal"} <= names
        assert any(name.startswith("register-5-") for name in names)
        assert [secret for secret in secrets if secret in everything] == []
        assert [name for name in names if "card" in name] == []


def test_other_troubles_of_the_disk_are_the_worlds() -> None:
    """Each of SQLite's codes for the world has an error of ours."""
    import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

    for code, kind in (
        (7, StoreError),
        (10, StoreError),
        (3, StoreReadOnly),
        (6, StoreBusy),
        (778, StoreError),
    ):
        error = sqlcipher.OperationalError("trouble")
        error.sqlite_errorcode = code
        with pytest.raises(StoreError) as caught, engine.translated(Path("ledger.db")):
            raise error
        assert type(caught.value) is kind
