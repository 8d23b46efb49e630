"""The hub's own key, and what lies under it: card codes, the token key, the hub's signing key, the snapshots' keys.

The key is 32 random bytes in ``hub.key`` in the data folder (mode 0600), or in the environment, base64: then no file is
read or made. Sealing is AES-256-GCM with a random nonce; the name of what is sealed is bound in, so that a sealed value cannot be
moved to another place. Who has the database without the key has no code, no token key and no signature of the hub.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from validator.errors import ConfigError, KeyMissing, StoreDamaged, StoreReadOnly

KEY_FILE = "hub.key"
KEY_ENVIRONMENT = "KAIKUPORTTI_HUB_KEY"

_KEY_BYTES = 32
_NONCE_BYTES = 12


@dataclass(frozen=True)
class Vault:
    """Seals and opens."""

    secret: bytes = field(repr=False)

    @classmethod
    def load(cls, folder: Path) -> Vault:
        """The vault of a hub that stands.

        Raises:
            KeyMissing: there is no key.
            ConfigError: what is there is no key.
        """
        if text := os.environ.get(KEY_ENVIRONMENT, ""):
            return cls(_decoded(text, KEY_ENVIRONMENT))
        try:
            text = (folder / KEY_FILE).read_text("ascii")
        except FileNotFoundError as error:
            raise KeyMissing(f"{KEY_FILE} is missing: without it the codes cannot be read") from error
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{KEY_FILE} cannot be read") from error
        return cls(_decoded(text, KEY_FILE))

    @classmethod
    def make(cls, folder: Path) -> Vault:
        """The vault of a new hub; a key that is already there is kept.

        Raises:
            ConfigError: what is there is no key.
            StoreReadOnly: the folder cannot be written.
        """
        if os.environ.get(KEY_ENVIRONMENT, "") or (folder / KEY_FILE).exists():
            return cls.load(folder)
        text = base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()
        try:
            # Made with its mode, so that it is never readable to others, not even for a moment.
            handle = os.open(folder / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text + "\n")
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            return cls.load(folder)
        except OSError as error:
            raise StoreReadOnly(f"{KEY_FILE} cannot be written") from error
        return cls(_decoded(text, KEY_FILE))

    def seal(self, plain: bytes, name: str) -> bytes:
        """``plain`` under the hub's key, bound to ``name``."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, name.encode())

    def open(self, sealed: bytes, name: str) -> bytes:
        """What was sealed under ``name``.

        Raises:
            StoreDamaged: it was not sealed with this key under this name, or it was changed.
        """
        try:
            return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], name.encode())
        except (InvalidTag, ValueError) as error:
            raise StoreDamaged("the hub's key does not open what the database holds") from error

    @cached_property
    def _cipher(self) -> AESGCM:
        return AESGCM(self.secret)


def _decoded(text: str, place: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ConfigError(f"{place} holds no key") from error
    if len(key) != _KEY_BYTES:
        raise ConfigError(f"{place} holds no key of {_KEY_BYTES} bytes")
    return key
