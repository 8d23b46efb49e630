from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from validator.errors import KeyMissing, StoreReadOnly
from validator.store.keys import (
    LEDGER,
    REGISTER,
    Cost,
    FileVault,
    KeyringVault,
    KeyStore,
    PassphraseVault,
    Vault,
)
from validator.store.ledger import Ledger
from validator.words import LANGUAGES, Wording

CHEAP = Cost(passes=1, kibibytes=8)


class Pocket(KeyringBackend):
    """A keyring for the length of a test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Locked(Pocket):
    """A keyring that can be read but not written, and says so in its system's own words."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("org.freedesktop.Secret.Error.IsLocked")


@pytest.fixture
def system_keyring() -> Iterator[Pocket]:
    """The system's keyring, as a desk with one has it."""
    before, pocket = keyring.get_keyring(), Pocket()
    keyring.set_keyring(pocket)
    yield pocket
    keyring.set_keyring(before)


def vaults(folder: Path) -> list[Vault]:
    return [FileVault(folder), PassphraseVault(folder, "kaiku soi", CHEAP), KeyringVault(folder)]


@pytest.mark.parametrize("which", range(3))
def test_a_key_is_made_once_and_kept(tmp_path: Path, which: int, system_keyring: Pocket) -> None:
    keys = KeyStore(tmp_path, vaults(tmp_path)[which])
    ledger, register = keys.key_for(LEDGER), keys.key_for(REGISTER)
    assert (len(ledger), len(register)) == (32, 32)
    assert ledger != register
    again = KeyStore(tmp_path, vaults(tmp_path)[which])
    assert (again.key_for(LEDGER), again.key_for(REGISTER)) == (ledger, register)


@pytest.mark.parametrize("which", range(3))
def test_the_key_of_a_ledger_that_is_there_is_never_made_anew(
    tmp_path: Path, which: int, system_keyring: Pocket
) -> None:
    Ledger.open(tmp_path, b"k" * 32).close()
    before = (tmp_path / "ledger.db").read_bytes()
    keys = KeyStore(tmp_path, vaults(tmp_path)[which])
    with pytest.raises(KeyMissing):
        keys.key_for(LEDGER)
    assert len(keys.key_for(REGISTER)) == 32
    assert (tmp_path / "ledger.db").read_bytes() == before


def test_two_folders_have_two_keys_in_one_keyring(tmp_path: Path, system_keyring: Pocket) -> None:
    first = KeyStore(tmp_path / "a", KeyringVault(tmp_path / "a")).key_for(LEDGER)
    second = KeyStore(tmp_path / "b", KeyringVault(tmp_path / "b")).key_for(LEDGER)
    assert first != second
    assert len(system_keyring.kept) == 2


def test_a_folder_that_is_moved_keeps_its_key(tmp_path: Path, system_keyring: Pocket) -> None:
    key = KeyStore(tmp_path / "a", KeyringVault(tmp_path / "a")).key_for(LEDGER)
    moved = (tmp_path / "a").rename(tmp_path / "b")
    assert KeyStore(moved, KeyringVault(moved)).key_for(LEDGER) == key


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, Locked])
def test_a_keyring_that_keeps_nothing_is_said_to(
    tmp_path: Path, system_keyring: Pocket, backend: type[KeyringBackend]
) -> None:
    keyring.set_keyring(backend())
    with pytest.raises(KeyMissing):
        KeyStore(tmp_path, KeyringVault(tmp_path)).key_for(LEDGER)
    assert [path.name for path in tmp_path.iterdir()] == ["folder-id"]


@pytest.mark.parametrize("kept", ["", "zz" * 32, "00" * 31, "schlüssel"])
def test_what_is_no_key_is_said_without_quoting_it(tmp_path: Path, system_keyring: Pocket, kept: str) -> None:
    vault = KeyringVault(tmp_path)
    vault.write(LEDGER, b"k" * 32)
    (account,) = system_keyring.kept
    system_keyring.kept[account] = kept
    with pytest.raises(KeyMissing) as caught:
        vault.read(LEDGER)
    assert not kept or kept not in str(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_a_folder_id_that_cannot_be_read_is_said(tmp_path: Path, system_keyring: Pocket) -> None:
    (tmp_path / "folder-id").mkdir()
    with pytest.raises(KeyMissing):
        KeyringVault(tmp_path).read(LEDGER)


def test_a_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    FileVault(tmp_path).write(LEDGER, b"k" * 32)
    path = tmp_path / "ledger.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    assert FileVault(tmp_path).read(LEDGER) == b"k" * 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_key_file_in_a_folder_that_cannot_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    FileVault(tmp_path).write(LEDGER, b"k" * 32)
    (tmp_path / "ledger.key").chmod(mode)

    def read_only(path: Path, _mode: int) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "chmod", read_only)
    assert FileVault(tmp_path).read(LEDGER) == b"k" * 32


@pytest.mark.parametrize(("which", "file"), [(0, "ledger.key"), (1, "ledger.sealed")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_file_that_is_missing_is_named_and_not_looked_for_in_the_keyring(
    tmp_path: Path, which: int, file: str, language: str
) -> None:
    Ledger.open(tmp_path, b"k" * 32).close()
    with pytest.raises(KeyMissing) as caught:
        KeyStore(tmp_path, vaults(tmp_path)[which]).key_for(LEDGER)
    said = Wording(language)
    assert file in said.problem(caught.value)
    assert said.problem(caught.value) != said.problem(KeyMissing())


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"00" * 31])
def test_a_damaged_key_file_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ledger.key").write_bytes(content)
    with pytest.raises(KeyMissing):
        FileVault(tmp_path).read(LEDGER)


def test_a_key_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "ledger.key").mkdir()
    with pytest.raises(KeyMissing):
        FileVault(tmp_path).read(LEDGER)


@pytest.mark.parametrize("which", range(2))
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, which: int) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreReadOnly):
        vaults(tmp_path / "file" / "desk")[which].write(LEDGER, b"k" * 32)


def test_a_key_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "ledger.key").mkdir()
    with pytest.raises(StoreReadOnly):
        FileVault(tmp_path).write(LEDGER, b"k" * 32)
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.key"]


def test_another_passphrase_does_not_open_the_key(tmp_path: Path) -> None:
    PassphraseVault(tmp_path, "kaiku soi", CHEAP).write(LEDGER, b"k" * 32)
    with pytest.raises(KeyMissing):
        PassphraseVault(tmp_path, "kaiku vaikenee", CHEAP).read(LEDGER)
    assert PassphraseVault(tmp_path, "kaiku soi").read(LEDGER) == b"k" * 32


def test_a_passphrase_can_be_changed(tmp_path: Path) -> None:
    PassphraseVault(tmp_path, "vanha", CHEAP).write(LEDGER, b"k" * 32)
    key = PassphraseVault(tmp_path, "vanha").read(LEDGER)
    assert key is not None
    PassphraseVault(tmp_path, "uusi", CHEAP).write(LEDGER, key)
    assert PassphraseVault(tmp_path, "uusi").read(LEDGER) == b"k" * 32


def test_neither_the_key_nor_the_passphrase_can_be_read_from_the_file(tmp_path: Path) -> None:
    vault = PassphraseVault(tmp_path, "kaiku soi", CHEAP)
    vault.write(LEDGER, b"k" * 32)
    text = (tmp_path / "ledger.sealed").read_text()
    assert (b"k" * 32).hex() not in text
    assert "kaiku" not in text + repr(vault)


def test_one_name_does_not_open_anothers_key(tmp_path: Path) -> None:
    vault = PassphraseVault(tmp_path, "kaiku soi", CHEAP)
    vault.write(LEDGER, b"k" * 32)
    (tmp_path / "ledger.sealed").rename(tmp_path / "register.sealed")
    with pytest.raises(KeyMissing):
        vault.read(REGISTER)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'"\xff"', json.dumps({"salt": 1, "nonce": "", "sealed": ""}).encode()],
)
def test_a_damaged_sealed_key_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ledger.sealed").write_bytes(content)
    with pytest.raises(KeyMissing):
        PassphraseVault(tmp_path, "kaiku soi", CHEAP).read(LEDGER)


@pytest.mark.parametrize("field", ["passes", "kibibytes", "lanes", "salt", "nonce"])
def test_a_sealed_key_with_impossible_numbers_is_said(tmp_path: Path, field: str) -> None:
    vault = PassphraseVault(tmp_path, "kaiku soi", CHEAP)
    vault.write(LEDGER, b"k" * 32)
    path = tmp_path / "ledger.sealed"
    parts = json.loads(path.read_text())
    path.write_text(json.dumps({**parts, field: "" if field in {"salt", "nonce"} else -1}))
    with pytest.raises(KeyMissing):
        vault.read(LEDGER)
