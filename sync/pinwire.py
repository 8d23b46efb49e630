"""The word that lets a desk's manager PIN be set anew, as it travels. The page that binds is docs/protocol.md §4.14."""

from __future__ import annotations

from datetime import UTC

from pydantic import AwareDatetime

from sync.message import Bytes, Message, Text
from validator.domain.journal import canonical
from validator.domain.reset import Reset


class ResetWords(Message):
    """What the bytes of a `SignedReset` say: for which desk, which word, the code's digest, and until when it is good."""

    desk: Text
    id: Text
    digest: Text
    until: AwareDatetime


class SignedReset(Message):
    """A word of the hub's for one desk: ``words`` are the exact bytes of canonical({"desk", "id", "digest", "until"}); "": none."""

    words: Bytes = b""
    signature: Bytes = b""


def reset_words(desk: str, reset: Reset) -> bytes:
    """The bytes that the hub signs; ``until`` in UTC and whole seconds."""
    until = reset.until.astimezone(UTC).isoformat(timespec="seconds")
    return canonical({"desk": desk, "id": reset.id, "digest": reset.digest, "until": until})
