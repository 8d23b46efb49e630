"""A sync request taken apart, event by event, so that one bad event never costs the others their answer.

What can be wrong with one item (no object, no base64, a header that is no JSON, a signature that does not hold) is found
here and said of this item alone. Where its place in the desk's journal can be read nevertheless, it is: such an event is
kept as it is, and the chain goes on behind it.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, TypeGuard, TypeVar

from pydantic import ValidationError

from sync.daywire import CloseRequest
from sync.hub.refusals import OtherVersion, TooLarge, Unreadable
from sync.message import VERSION
from sync.wire import EnrolRequest, RightsRequest, SignedEvent, SyncRequest
from validator.domain.journal import Header, commitment, digest, parse
from validator.domain.refusal import Refusal
from validator.signing import verifies

LONGEST_NAME = 200
"""Signs in an id; also the width of the tables' columns."""
MOST_ITEMS = 10_000
"""Items in one request. So many events are larger than a request may be; what is more is none, and each would cost an answer."""

_Request = TypeVar("_Request", EnrolRequest, SyncRequest, RightsRequest, CloseRequest)

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a request.

    Attributes:
        position: its place in the request, from 0.
        raw: the item as it came, as JSON.
        event: the signed bytes, or None where the item is no event.
    """

    position: int
    raw: bytes
    event: SignedEvent | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: everything but the events, and the events one by one."""

    request: SyncRequest
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with a place in the desk's journal.

    Attributes:
        header: None where the bytes are signed but are no header that this hub can read.
        hash: of the header's bytes.
    """

    item: Item
    event: SignedEvent
    header: Header | None
    sequence: int
    previous: str
    hash: str

    @property
    def id(self) -> str:
        """The event's id, or "" where there is none that can be used."""
        return self.header.id if self.header is not None and is_plain(self.header.id) else ""


@dataclass(frozen=True, slots=True)
class Stray:
    """An item without a place, and why; ``sealed`` is its header's hash where it holds under the desk's key all the same."""

    item: Item
    reason: str
    sealed: str = ""

    @property
    def digest(self) -> str:
        """What tells it from others."""
        return hashlib.sha256(self.item.raw).hexdigest()

    @property
    def is_whole(self) -> bool:
        """Whether its card part is the one that its header was signed with."""
        return self.item.event is not None and _is_whole(self.item.event)


def read_request(body: bytes) -> Asked:
    """Take a request apart.

    Raises:
        Unreadable: it is no sync request.
        OtherVersion: it is one of another version.
        TooLarge: it has more items than events could be.
    """
    message = _message(body)
    rows = message.pop("events", None)
    if rows is None:
        rows = []
    if not isinstance(rows, list):
        raise Unreadable("the request is no sync request")
    request = _read(SyncRequest, message)
    if len(rows) > MOST_ITEMS:
        raise TooLarge("the request has too many events")
    return Asked(request, tuple(_item(position, row) for position, row in enumerate(rows)))


def read_enrolment(body: bytes) -> EnrolRequest:
    """Read what a desk says that comes in.

    Raises:
        Unreadable: it is no enrolment.
        OtherVersion: it is one of another version.
    """
    return _read(EnrolRequest, _message(body))


def read_rights(body: bytes) -> RightsRequest:
    """Read a request for rights.

    Raises:
        Unreadable: it is none.
        OtherVersion: it is one of another version.
    """
    return _read(RightsRequest, _message(body))


def read_close(body: bytes) -> CloseRequest:
    """Read a request to close a day.

    Raises:
        Unreadable: it is none.
        OtherVersion: it is one of another version.
    """
    return _read(CloseRequest, _message(body))


def place(item: Item, desk: str, public_key: bytes) -> Entry | Stray:
    """Find an item's place in the journal of the desk with this key."""
    event = item.event
    if event is None:
        return Stray(item, Refusal.GARBLED.says("the item is no event"))
    if not verifies(public_key, event.signature, event.header):
        return Stray(item, Refusal.GARBLED.says("the signature does not hold"))
    sealed = digest(event.header)
    try:
        header = parse(event.header)
    except ValueError:
        fields = _fields(event.header)
        sequence, previous = fields.get("seq"), fields.get("previous")
        if type(sequence) is not int or not _is_hash(previous) or fields.get("desk", desk) != desk:
            return Stray(item, Refusal.GARBLED.says("the header cannot be read"), sealed)
        return Entry(item, event, None, sequence, previous, sealed)
    if type(header.sequence) is not int:  # JSON's true is an int to Python, and none to a database
        return Stray(item, Refusal.GARBLED.says("the header cannot be read"), sealed)
    if header.desk != desk:
        return Stray(item, Refusal.GARBLED.says("the event is another desk's"), sealed)
    if not _is_hash(header.previous):
        return Stray(item, Refusal.GARBLED.says("the header names no entry before it"), sealed)
    return Entry(item, event, header, header.sequence, header.previous, sealed)


def sealed_by(public_key: bytes, raw: bytes) -> str:
    """The hash of the header of an item as it came, where it holds under the desk's key; else ""."""
    event = _event(raw)
    is_signed = event is not None and verifies(public_key, event.signature, event.header)
    return digest(event.header) if event is not None and is_signed else ""


def is_whole(raw: bytes) -> bool:
    """Whether the card part of an item as it came is the one that its header was signed with."""
    event = _event(raw)
    return event is not None and _is_whole(event)


def is_plain(name: object) -> bool:
    """Whether a text can serve as an id: not empty, not too long, every sign printable."""
    return isinstance(name, str) and 0 < len(name) <= LONGEST_NAME and name.isprintable()


def field_of(error: ValidationError) -> str:
    """Where in a message the first thing is that does not fit, such as ``wants.0.visit``."""
    first = error.errors(include_input=False, include_context=False)[0]
    return ".".join(str(part) for part in first["loc"])


def _message(body: bytes) -> dict[str, Any]:
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable("the request is no JSON") from error
    if not isinstance(message, dict):
        raise Unreadable("the request is no message")
    # Before anything else is looked at: in another version other fields may be needed, and of other kinds.
    version = message.get("v")
    if type(version) is int and version != VERSION:
        raise OtherVersion(f"this hub speaks version {VERSION}")
    return message


def _read(kind: type[_Request], message: dict[str, Any]) -> _Request:
    try:
        return kind.model_validate(message)
    except ValidationError as error:
        # Without the original: it quotes what was sent. The field's own name is ours.
        raise Unreadable(f"a field of the request is of the wrong kind: {field_of(error)}") from None


def _item(position: int, row: Any) -> Item:  # noqa: ANN401  JSON
    raw = json.dumps(row, sort_keys=True).encode()
    try:
        return Item(position, raw, SignedEvent.model_validate(row))
    except ValidationError:
        return Item(position, raw, None)


def _event(raw: bytes) -> SignedEvent | None:
    try:
        return SignedEvent.model_validate(json.loads(raw))
    except ValueError:
        return None


def _is_whole(event: SignedEvent) -> bool:
    named = _fields(event.header).get("commitment", "")
    if named == "":
        return not event.cards and not event.salt
    return bool(event.cards) and commitment(event.cards, event.salt) == named


def _is_hash(text: object) -> TypeGuard[str]:
    return isinstance(text, str) and _HASH.fullmatch(text) is not None


def _fields(header: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(header)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}
