"""Two families of errors: the world's (known, with words for the user) and ours (a bug, with a report).

An adapter translates foreign exceptions at its edge, with ``from``, so that callers catch one family. A refusal at the
ticket desk is never an exception: it is a `validator.domain.verdict.Decline`.

No message may carry a card code, a token, a key or a PIN: these texts reach logs.
"""

from __future__ import annotations


class BoxOfficeError(Exception):
    """Root of everything that this project raises on purpose."""


class KnownError(BoxOfficeError):
    """The world is in the way: say so in plain words, keep everything, go on.

    Attributes:
        key: name of the text in the translations' context ``error``.
        details: values for the text's placeholders; never secret.
    """

    key = "unknown"

    def __init__(self, message: str = "", **details: object) -> None:
        super().__init__(message or self.key)
        self.details = details


class BugError(BoxOfficeError):
    """We are wrong: a state that the code holds to be impossible."""


class ConfigError(KnownError):
    """A setting is missing or makes no sense."""

    key = "config"


class StoreError(KnownError):
    """A file of the desk cannot be used."""

    key = "store"


class StoreBusy(StoreError):
    """Another process holds the file."""

    key = "store_busy"


class StoreDamaged(StoreError):
    """The file is no database, or its key does not fit."""

    key = "store_damaged"


class StoreTooNew(StoreError):
    """A newer program wrote the file."""

    key = "store_too_new"


class StoreReadOnly(StoreError):
    """The file or its folder cannot be written."""

    key = "store_read_only"


class StoreFull(StoreError):
    """The disk is full."""

    key = "store_full"


class KeyMissing(StoreError):
    """The operating system's keyring holds no key for this desk."""

    key = "key_missing"


class CameraMissing(KnownError):
    """There is no camera to open."""

    key = "camera_missing"


class CameraBusy(CameraMissing):
    """Another program has the camera."""

    key = "camera_busy"


class CameraDenied(CameraMissing):
    """The system lets this program at no camera: rights, or its privacy setting."""

    key = "camera_denied"


class CameraLost(KnownError):
    """The camera went away while it was in use."""

    key = "camera_lost"


class CameraSilent(CameraLost):
    """The camera is there and gives no picture."""

    key = "camera_silent"


class DecoderMissing(KnownError):
    """Neither barcode library can be loaded."""

    key = "decoder_missing"


class PictureBad(KnownError):
    """A file is no picture, is too large, or is empty."""

    key = "picture_bad"


class HubError(KnownError):
    """The hub could not be used this time."""

    key = "hub"


class HubUnreachable(HubError):
    """No answer: no network, a refused connection, a time-out."""

    key = "hub_unreachable"


class HubRefused(HubError):
    """The hub answered and said no."""

    key = "hub_refused"


class HubRevoked(HubRefused):
    """The hub has shut this desk out. What it gave is told nevertheless."""

    key = "hub_revoked"


class HubGarbled(HubError):
    """Something answered, but not our hub: HTML, half a message, a redirect, nonsense."""

    key = "hub_garbled"


class ImportBad(KnownError):
    """A file to import cannot be read at all (single bad rows go to quarantine instead)."""

    key = "import_bad"
