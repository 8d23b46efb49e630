"""The messages with which a desk closes a day, as `sync.wire` has the others. The page that binds is docs/protocol.md §4.6."""

from __future__ import annotations

from datetime import date

from pydantic import AwareDatetime

from sync.message import VERSION, Bytes, Counted, Day, Flag, Message, Request, Text, Whole
from validator.domain.journal import canonical


class CloseRequest(Request):
    """``POST /v1/close``: what does the hub hold of this desk's journal for one day?

    The entries themselves are listed only where ``listed`` asks for them, from the one behind ``after`` on.
    """

    v: Whole = VERSION
    day: Day
    listed: Flag = False
    after: Counted = 0


class CloseRow(Message):
    """One entry of the day as the hub holds it; ``status`` is "accepted" or "refused"."""

    sequence: int
    event: Text
    hash: Text
    kind: Text
    status: Text
    reason: Text = ""


class CloseAnswer(Message):
    """What the hub holds of the day: how many entries, and the digest of their places, hashes and status.

    ``signature`` is the hub's over canonical({"desk", "day", "count", "digest"}). ``head_sequence`` is the last entry that the hub
    holds at all, ``more`` says that rows are left behind the last one here.
    """

    v: int = VERSION
    hub_time: AwareDatetime
    day: date
    count: int
    digest: Text
    signature: Bytes
    head_sequence: int = 0
    rows: tuple[CloseRow, ...] = ()
    more: bool = False


def close_words(answer: CloseAnswer, desk: str) -> bytes:
    """The bytes of a day's close that the hub signs for the desk of this id."""
    return canonical(
        {"desk": desk, "day": answer.day.isoformat(), "count": answer.count, "digest": answer.digest}
    )
