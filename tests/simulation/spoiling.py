"""What the hub does not accept: entries whose cards are spoilt on their way. Only what can be sent anew is."""

from __future__ import annotations

from sync.wire import SyncRequest
from validator.domain.journal import parse

_SENDABLE = {"redemption", "void", "reservation", "release"}


def spoil(request: SyncRequest) -> tuple[SyncRequest, set[str]]:
    """A message on which the card part of every such entry is none any more, and their names."""
    names = {name for event in request.events if (name := _sendable(event.header))}
    events = (
        event.model_copy(update={"cards": b"!"}) if _sendable(event.header) else event
        for event in request.events
    )
    return request.model_copy(update={"events": tuple(events)}), names


def _sendable(header: bytes) -> str:
    """The entry's name, where it is of a kind that can be sent anew."""
    entry = parse(header)
    return entry.id if entry.kind in _SENDABLE else ""
