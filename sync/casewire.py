"""Cases as they travel from hub to desk, as `sync.wire` has the others. The page that binds is docs/protocol.md §4.12."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import AwareDatetime, Field

from sync.message import Message, Text


class CaseSideRow(Message):
    """One event of a case: what its desk decided, and what the hub thinks of it.

    ``decided`` is what of the event's body is the desk's decision, with its trace; no card is in it. ``status`` is "accepted" or
    "refused", or of an item without a place in the journal "unreadable" or "forked". ``event`` is "" where it could not be read.
    """

    desk: Text
    name: Text = ""
    event: Text = ""
    kind: Text = ""
    occurred_at: AwareDatetime | None = None
    received_at: AwareDatetime
    rules: Text = ""
    decided: dict[str, Any] = Field(default_factory=dict)
    status: Text = ""
    reason: Text = ""
    remarks: tuple[str, ...] = ()
    over: int = 0


class CaseRow(Message):
    """A case of one of the desk's venues, whole each time that it is told.

    ``count`` is how many sides it has, ``sides`` the newest of them, ``own`` the ids of this desk's own events among all of them.
    ``ended``: what the hub could not read has come as it is, and nothing is left to settle.
    """

    id: Text
    kind: Text
    venue: Text
    offer: Text = ""
    performance: Text | None = None
    visit: date | None = None
    opened_at: AwareDatetime
    count: int
    sides: tuple[CaseSideRow, ...] = ()
    own: tuple[str, ...] = ()
    ended: bool = False
