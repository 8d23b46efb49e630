"""The hub's noes: each with a status, a stable word for the desk's program and a sentence for its log.

No sentence quotes what was sent.
"""

from __future__ import annotations

from validator.errors import KnownError


class Refused(KnownError):
    """A request that is not granted."""

    key = "hub_refused"
    status = 400
    word = "bad_request"


class Unreadable(Refused):
    """The request is no message of ours."""


class OtherVersion(Refused):
    """The request is a message of another version."""

    word = "version"


class WrongToken(Refused):
    """No desk has this token."""

    status = 401
    word = "unauthorized"


class Revoked(Refused):
    """The desk was shut out; it may only tell its journal."""

    status = 403
    word = "revoked"


class OtherNetwork(Refused):
    """The desk that asks to come in again is another network's."""

    status = 403
    word = "other_network"


class CodeUnknown(Refused):
    """There is no such one-time code."""

    status = 403
    word = "code_unknown"


class CodeSpent(Refused):
    """The one-time code was used before."""

    status = 403
    word = "code_spent"


class CodeExpired(Refused):
    """The one-time code's time is over."""

    status = 403
    word = "code_expired"


class NotFound(Refused):
    """There is nothing under this address."""

    status = 404
    word = "not_found"


class TooLarge(Refused):
    """The request is larger than any desk's."""

    status = 413
    word = "too_large"


class SlowDown(Refused):
    """Too many wrong codes, or too many requests of one desk.

    Args:
        retry_after: seconds.
    """

    status = 429
    word = "slow_down"

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after
