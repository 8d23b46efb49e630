"""Where the two files' keys are kept: the system's keyring, else a key file or behind a passphrase, as the caller chooses.

Rules
1. A key is 32 random bytes, made once. The ledger's is never made anew while there is a ledger: that key is lost then, said so,
   and the ledger stays for whoever finds it. The register's may be, the list can be had again.
2. A keyring that fails, is missing or only pretends to keep things is `KeyMissing`, with a text that says what to do; of a key that
   is to lie in a file it says so. Nothing falls back on its own to a key file, which protects little: whoever can read the folder
   can read the key.
3. What is kept under a passphrase is the key, sealed; the passphrase can change without touching the files.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import keyring
from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from validator.errors import KeyMissing, StoreReadOnly
from validator.store.engine import KEY_BYTES
from validator.store.ledger import FILE_NAME

LEDGER = "ledger"
REGISTER = "register"

_SERVICE = "kaikuportti"
_FOLDER_ID = "folder-id"
_NONCE_BYTES = 12
_SALT_BYTES = 16
_PRIVATE = 0o600
_LOST = "the ledger is there, but its key is not; the ledger is kept as it is"


class Vault(Protocol):
    """A place that keeps keys by name."""

    def read(self, name: str) -> bytes | None:
        """The key, or None where there is none of this name."""
        ...

    def write(self, name: str, key: bytes) -> None:
        """Keep a key."""
        ...

    def lost(self, name: str) -> KeyMissing:
        """What is said where there has to be a key of this name and is none."""
        ...


@dataclass(frozen=True, slots=True)
class KeyStore:
    """The keys of one data folder."""

    folder: Path
    vault: Vault

    def key_for(self, name: str) -> bytes:
        """The key of this name, made at first use.

        Args:
            name: LEDGER or REGISTER.

        Raises:
            KeyMissing: the vault cannot be used, or has lost the key of a ledger that is there.
            StoreReadOnly: the vault's file cannot be written.
        """
        kept = self.vault.read(name)
        if kept is not None:
            return kept
        if name == LEDGER and (self.folder / FILE_NAME).exists():
            raise self.vault.lost(name)
        key = secrets.token_bytes(KEY_BYTES)
        self.vault.write(name, key)
        if self.vault.read(name) != key:
            raise KeyMissing("the keyring does not keep what it is given")
        return key


@dataclass(frozen=True, slots=True)
class KeyringVault:
    """The operating system's keyring. Folders are told apart by a random id in them, so that one may be moved."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """The key, or None where there is none of this name."""
        try:
            kept = keyring.get_password(_SERVICE, self._account(name))
        except Exception as error:  # backends raise whatever their system raises
            raise KeyMissing("the system's keyring cannot be used") from error
        return None if kept is None else _from_hex(kept)

    def write(self, name: str, key: bytes) -> None:
        """Keep a key."""
        try:
            keyring.set_password(_SERVICE, self._account(name), key.hex())
        except Exception as error:  # backends raise whatever their system raises
            raise KeyMissing("the system's keyring cannot be used") from error

    def lost(self, name: str) -> KeyMissing:  # noqa: ARG002  the keyring's own names say nothing to anybody
        """What is said where there has to be a key of this name and is none."""
        return KeyMissing(_LOST)

    def _account(self, name: str) -> str:
        path = self.folder / _FOLDER_ID
        if not path.exists():
            _write_private(path, secrets.token_hex(16))
        return f"{name}-{path.read_text().strip()}"


@dataclass(frozen=True, slots=True)
class FileVault:
    """Key files that only their owner may read. Chosen knowingly: they lie beside what they open."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """The key, or None where there is none of this name."""
        path = self._path(name)
        if not path.exists():
            return None
        try:
            if stat.S_IMODE(path.stat().st_mode) != _PRIVATE:
                with suppress(OSError):  # where nothing can be written, the key opens its file all the same
                    path.chmod(_PRIVATE)
            text = path.read_text(errors="replace")
        except OSError as error:
            raise _without(path, "cannot be read") from error
        return _from_hex(text)

    def write(self, name: str, key: bytes) -> None:
        """Keep a key."""
        _write_private(self._path(name), key.hex())

    def lost(self, name: str) -> KeyMissing:
        """What is said where there has to be a key of this name and is none."""
        return _without(self._path(name), _LOST)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.key"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs (argon2id); written beside what it protects."""

    passes: int = 3
    kibibytes: int = 64 * 1024
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class PassphraseVault:
    """Keys sealed under a passphrase that is asked for at the start."""

    folder: Path
    passphrase: str = field(repr=False)
    cost: Cost = Cost()

    def read(self, name: str) -> bytes | None:
        """The key, or None where there is none of this name.

        Raises:
            KeyMissing: the passphrase is not the one it was sealed with, or the file is damaged.
        """
        path = self._path(name)
        if not path.exists():
            return None
        try:
            sealed = json.loads(path.read_bytes())
            salt, nonce, content = (bytes.fromhex(sealed[part]) for part in ("salt", "nonce", "sealed"))
            cost = Cost(*(int(sealed[part]) for part in ("passes", "kibibytes", "lanes")))
        except (ValueError, KeyError, TypeError) as error:
            raise KeyMissing("the sealed key cannot be read") from error
        try:
            return AESGCM(self._lock(salt, cost)).decrypt(nonce, content, name.encode())
        except InvalidTag as error:
            raise KeyMissing("the passphrase does not open the key") from error
        except (ValueError, OverflowError, HashingError) as error:
            raise KeyMissing("the sealed key cannot be read") from error

    def write(self, name: str, key: bytes) -> None:
        """Seal and keep a key, also in the place of one that was sealed with another passphrase."""
        salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
        content = AESGCM(self._lock(salt, self.cost)).encrypt(nonce, key, name.encode())
        parts = {"salt": salt.hex(), "nonce": nonce.hex(), "sealed": content.hex()}
        costs = {"passes": self.cost.passes, "kibibytes": self.cost.kibibytes, "lanes": self.cost.lanes}
        _write_private(self._path(name), json.dumps({**parts, **costs}))

    def lost(self, name: str) -> KeyMissing:
        """What is said where there has to be a key of this name and is none."""
        return _without(self._path(name), _LOST)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.sealed"

    def _lock(self, salt: bytes, cost: Cost) -> bytes:
        return hash_secret_raw(
            self.passphrase.encode(),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.kibibytes,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )


def _without(path: Path, why: str) -> KeyMissing:
    return KeyMissing(f"{path.name}: {why}", fault="file", file=path.name)


def _from_hex(text: str) -> bytes:
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        # Raised outside the handler: a bad text must not ride along in the traceback.
        raise KeyMissing("what is kept as the key is none")
    return key


def _write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read; it is there whole or not at all."""
    aside = path.with_name(f"{path.name}-{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        with os.fdopen(handle, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise StoreReadOnly(f"{path.name}: cannot be written", file=path.name) from error
