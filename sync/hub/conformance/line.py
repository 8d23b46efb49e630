"""A desk of its own: its chain, its signatures and its requests. It shares no code with ours, and does what docs/protocol.md says.

Two programs without common code that agree are worth more than one that agrees with itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SECONDS = 60.0
OK = 200

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Reply:
    """What came over the line."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def json(self) -> Any:  # noqa: ANN401  JSON
        """The message, or None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def word(self) -> str:
        """The refusal's word; "" where it is no refusal."""
        message = self.json
        return str(message.get("error") or "") if isinstance(message, dict) else ""


Send = Callable[[str, str, Mapping[str, str], bytes], Reply]
"""Method, path, headers and body to what came back."""


def over_http(url: str, certificate: str = "") -> Send:
    """Requests to a hub at this address."""
    session = requests.Session()

    def send(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        found = session.request(
            method,
            url.rstrip("/") + path,
            headers=dict(headers),
            data=body,
            timeout=SECONDS,
            allow_redirects=False,
            verify=certificate or True,
        )
        return Reply(found.status_code, found.headers, found.content)

    return send


def canonical(value: object) -> bytes:
    """§3: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def holds(key: bytes, signature: str, words: bytes) -> bool:
    """Whether a signature that travelled as base64 is this key's."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(base64.b64decode(signature), words)
    except (InvalidSignature, ValueError):
        return False
    return True


def b64(value: bytes) -> str:
    """Bytes as they travel."""
    return base64.b64encode(value).decode()


@dataclass
class Till:
    """One desk: its key, what the hub gave it, and its chain."""

    send: Send = field(repr=False)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate, repr=False)
    desk: str = ""
    token: str = field(default="", repr=False)
    hub_key: bytes = b""
    epoch: int = 0
    sequence: int = 0
    previous: str = "0" * 64
    at: datetime = _NEVER
    entries: list[dict[str, str]] = field(default_factory=list)

    def enrol(self, code: str) -> Reply:
        """§2: the code and the public key; keeps what the hub gives."""
        message = {"v": 1, "code": code, "public_key": b64(self.key.public_key().public_bytes_raw())}
        reply = self.post("/v1/enrol", message)
        if reply.status == OK:
            answer = reply.json
            self.desk, self.token = answer["desk"], answer["token"]
            self.hub_key = base64.b64decode(answer["hub_public_key"])
            self.epoch = answer["network"]["token_epoch"]
            self.at = datetime.fromisoformat(answer["hub_time"])
        return reply

    def post(self, path: str, message: object, token: str | None = None) -> Reply:
        """A message to an address; ``token`` instead of its own."""
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        headers = {"Content-Type": "application/json"}
        if shown := self.token if token is None else token:
            headers["Authorization"] = f"Bearer {shown}"
        return self.send("POST", path, headers, body)

    def sync(self, *events: object, **fields: object) -> dict[str, Any]:
        """§4: one pass. What is no answer is an empty one."""
        reply = self.post("/v1/sync", {"v": 1, "events": list(events), "program": "conformance", **fields})
        message = reply.json
        return message if reply.status == OK and isinstance(message, dict) else {}

    def entry(self, kind: str, body: Mapping[str, object], *, card: bool = False) -> dict[str, str]:
        """§3: the next entry of the journal, signed; with ``card``, a made-up card that no register has."""
        cards = salt = b""
        if card:
            holder = {"role": "holder", "token": secrets.token_hex(16), "epoch": self.epoch}
            cards, salt = canonical([holder]), secrets.token_bytes(16)
        header = canonical(
            {
                "v": 1,
                "id": f"conformance-{secrets.token_hex(8)}",
                "desk": self.desk,
                "seq": self.sequence + 1,
                "kind": kind,
                "at": self.at.isoformat(timespec="seconds"),
                "rules": "2018",
                "body": body,
                "commitment": hashlib.sha256(salt + cards).hexdigest() if card else "",
                "previous": self.previous,
            }
        )
        item = self.signed(header) | {"cards": b64(cards), "salt": b64(salt)}
        self.sequence, self.previous = self.sequence + 1, hashlib.sha256(header).hexdigest()
        self.entries.append(item)
        return item

    def signed(self, header: bytes) -> dict[str, str]:
        """Any bytes with this desk's signature, outside the chain."""
        return {"header": b64(header), "signature": b64(self.key.sign(header))}
