"""The hub's key, and what lies under it."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from sync.hub.vault import KEY_ENVIRONMENT, KEY_FILE, Vault
from validator.errors import ConfigError, KeyMissing, StoreDamaged, StoreReadOnly

SECRET = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture(autouse=True)
def _no_key_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_ENVIRONMENT, raising=False)


def test_what_is_sealed_opens_under_its_name_only(tmp_path: Path) -> None:
    vault = Vault.make(tmp_path)
    sealed = vault.seal(b"a code", "card:1")
    assert vault.open(sealed, "card:1") == b"a code"
    assert vault.seal(b"a code", "card:1") != sealed
    for wrong, name in ((sealed, "card:2"), (sealed[:-1], "card:1"), (b"", "card:1"), (bytes(40), "card:1")):
        with pytest.raises(StoreDamaged):
            vault.open(wrong, name)
    with pytest.raises(StoreDamaged):
        Vault(bytes(32)).open(sealed, "card:1")


def test_the_key_is_made_once_and_found_again(tmp_path: Path) -> None:
    made = Vault.make(tmp_path)
    assert Vault.load(tmp_path) == Vault.make(tmp_path) == made
    assert len(made.secret) == 32
    assert repr(made) == "Vault()"


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_the_key_is_nobody_elses(tmp_path: Path) -> None:
    Vault.make(tmp_path)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_a_key_from_the_environment_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_ENVIRONMENT, SECRET)
    assert Vault.make(tmp_path) == Vault.load(tmp_path) == Vault(bytes(range(32)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["short", "ä", SECRET[:-4], SECRET + SECRET, "\n"])
def test_what_is_no_key_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / KEY_FILE).write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        Vault.load(tmp_path)
    assert text.strip() == "" or text not in str(caught.value)
    monkeypatch.setenv(KEY_ENVIRONMENT, text)
    with pytest.raises(ConfigError):
        Vault.load(tmp_path)


def test_no_key_and_no_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing):
        Vault.load(tmp_path)
    with pytest.raises(StoreReadOnly):
        Vault.make(tmp_path / "nowhere")
