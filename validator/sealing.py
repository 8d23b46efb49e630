"""Sealed boxes: anybody who has the hub's public key can close one, only the hub can open it.

The well-known construction: an X25519 key made for the occasion, Diffie-Hellman with the receiver's, HKDF-SHA256 over what comes
of it with both public keys as context, and ChaCha20-Poly1305. One occasion has many parts; each has its number as the nonce and
is bound to what it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_OWN_KEY = b"kaikuportti sealing key 1"
_BOX = b"kaikuportti sealed box 1"
_NONCE_BYTES = 12


@dataclass(frozen=True)
class Box:
    """A key that both sides come to, for the parts of one occasion.

    Attributes:
        key: symmetric.
        ephemeral: the public key that was made for the occasion; it travels with the parts.
    """

    key: bytes = field(repr=False)
    ephemeral: bytes

    @classmethod
    def to(cls, public: bytes) -> Box:
        """A new box for whoever has the secret half of ``public``.

        Raises:
            ValueError: it is no public key.
        """
        own = X25519PrivateKey.generate()
        shared = own.exchange(X25519PublicKey.from_public_bytes(public))
        ephemeral = own.public_key().public_bytes_raw()
        return cls(_derived(shared, _BOX + ephemeral + public), ephemeral)

    def seal(self, number: int, plain: bytes, bound: bytes) -> bytes:
        """Part ``number``, which may be sealed once only, bound to what it belongs to."""
        return ChaCha20Poly1305(self.key).encrypt(number.to_bytes(_NONCE_BYTES, "big"), plain, bound)

    def open(self, number: int, sealed: bytes, bound: bytes) -> bytes:
        """What was sealed.

        Raises:
            ValueError: it was sealed otherwise, or changed.
        """
        try:
            return ChaCha20Poly1305(self.key).decrypt(number.to_bytes(_NONCE_BYTES, "big"), sealed, bound)
        except (InvalidTag, OverflowError) as error:
            msg = "the sealed part does not open"
            raise ValueError(msg) from error


@dataclass(frozen=True)
class Opener:
    """The receiver's secret key, 32 bytes."""

    secret: bytes = field(repr=False)

    @classmethod
    def derived(cls, secret: bytes) -> Opener:
        """The key that follows from another secret, so that there is nothing more to keep, to back up or to lose."""
        return cls(_derived(secret, _OWN_KEY))

    @property
    def public(self) -> bytes:
        """What others seal to."""
        return self._key.public_key().public_bytes_raw()

    def box(self, ephemeral: bytes) -> Box:
        """The box whose ephemeral key came with the parts.

        Raises:
            ValueError: it is no public key.
        """
        shared = self._key.exchange(X25519PublicKey.from_public_bytes(ephemeral))
        return Box(_derived(shared, _BOX + ephemeral + self.public), ephemeral)

    @property
    def _key(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self.secret)


def _derived(secret: bytes, context: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=context).derive(secret)
