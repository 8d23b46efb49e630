"""The journal in one file: whole or not at all, its owner's alone, and no card in it that anybody but the hub could read."""

from __future__ import annotations

import resource
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from sync.station import Station
from tests.sync.desk.journals import read
from tests.sync.desk.world import CODES, World, give, world
from validator.domain.card import CardToken
from validator.domain.journal import parse, read_cards
from validator.errors import ConfigError, StoreFull, StoreReadOnly


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=8) as made:
        yield made


@pytest.fixture
def station(net: World) -> Station:
    """A desk that has given twice and told the hub of neither."""
    station = net.ready()
    for number in (1, 2):
        give(station, CODES[number], online=False)
    return station


@contextmanager
def bounded(size: int) -> Iterator[None]:
    """No file may grow beyond this: what a process sees of a full disk."""
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))


def test_only_its_owner_may_read_it(station: Station, tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    station.export(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read(path).holds


def test_no_code_no_card_and_no_key_is_in_it(station: Station, tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    station.export(path)
    said = path.read_bytes()
    with station.ledger.read() as books:
        entries, identity, network = list(books.entries()), books.identity(), books.network()
    assert identity is not None
    assert network is not None
    secrets = [identity.token.encode(), identity.signer.secret, network.token_key.secret]
    keys = [ref.key for entry in entries for ref in read_cards(entry.cards)]
    assert len(keys) == 2
    secrets += [key.encode() for key in keys] + [entry.salt for entry in entries if entry.salt]
    for code in CODES:
        digest = CardToken.of(code, network.token_key).digest
        secrets += [code.reveal().encode(), digest, digest.hex().encode()]
    headers = [entry.header for entry in entries]
    forms = [
        form
        for secret in secrets
        for form in (secret, secret.hex().encode(), b64encode(secret).rstrip(b"=")[:-1])
    ]
    assert [form for form in forms if form in said or any(form in header for header in headers)] == []
    assert all(parse(header).desk.encode() in said for header in headers)


def test_it_is_never_written_over_another_file(station: Station, tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_text("mine")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    for taken in (path, link):
        with pytest.raises(ConfigError, match="already"):
            station.export(taken)
    assert path.read_text() == "mine"
    station.export(path, replace=True)
    assert read(path).holds
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_is_no_file(station: Station, tmp_path: Path) -> None:
    for path in (tmp_path, Path("/")):
        with pytest.raises(ConfigError, match="folder"):
            station.export(path, replace=True)


def test_a_folder_that_is_not_there(station: Station, tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        station.export(tmp_path / "nowhere" / "journal.jsonl")


@pytest.mark.parametrize("force", [False, True])
def test_a_full_disk_leaves_what_was_there_and_nothing_else(
    station: Station, tmp_path: Path, *, force: bool
) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    path = folder / "journal.jsonl"
    if force:
        station.export(path)
    before = path.read_bytes() if force else b""
    with pytest.raises(StoreFull), bounded(1000):
        station.export(path, replace=force)
    assert [each.name for each in folder.iterdir()] == (["journal.jsonl"] if force else [])
    if force:
        assert path.read_bytes() == before
    station.export(path, replace=force)
    assert read(path).holds


def test_a_disk_without_hard_links_will_do(
    station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("sync.export.os.link", refuse)
    station.export(tmp_path / "journal.jsonl")
    assert read(tmp_path / "journal.jsonl").holds


def test_a_file_that_turns_up_meanwhile_stays(
    station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.jsonl"

    def late(*_: object) -> None:
        path.write_text("mine")
        raise FileExistsError

    monkeypatch.setattr("sync.export.os.link", late)
    with pytest.raises(ConfigError, match="already"):
        station.export(path)
    assert path.read_text() == "mine"


def test_a_desk_without_a_hub_or_without_its_key_exports_nothing(
    net: World, station: Station, tmp_path: Path
) -> None:
    path = tmp_path / "journal.jsonl"
    with pytest.raises(ConfigError, match="not enrolled"):
        net.empty("empty").export(path)
    with station.ledger.write() as books:
        network = books.network()
        assert network is not None
        books.put_network(replace(network, sealing_key=b""))
    with pytest.raises(ConfigError, match="reach it once"):
        station.export(path)
    assert not path.exists()


def test_the_same_journal_is_sealed_anew_each_time(station: Station, tmp_path: Path) -> None:
    for name in ("first", "second"):
        station.export(tmp_path / name)
    first, second = ((tmp_path / name).read_text().splitlines() for name in ("first", "second"))
    assert len(first) == len(second)
    assert not set(first[1:]) & set(second[1:]) - {
        line for line in first if '"head"' in line or '"sealed":""' in line
    }
