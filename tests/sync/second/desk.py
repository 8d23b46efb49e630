"""A second desk, written from docs/protocol.md alone: it shares no code with the first, so that the page stays enough.

Each part names the paragraph that it follows. What the page leaves open would show here first: say it there, then here.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Json = dict[str, Any]
Slot = tuple[str, str | None, str]
"""An offer, perhaps one performance of it, and a date of visit."""

ZEROS = "0" * 64
HELSINKI = timezone(timedelta(hours=3))  # as it is in the autumn of 2018


def canonical(value: object) -> bytes:
    """§3."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def b64(value: bytes) -> str:
    """§1."""
    return base64.b64encode(value).decode()


class NotGranted(Exception):
    """The hub said no; the text is its word."""


@dataclass
class Lease:
    """§4.5."""

    epoch: int = 0
    granted: int = 0
    keep: int = 0
    spent: int = 0
    returned: int = 0

    @property
    def left(self) -> int:
        """Rights that may still become tickets."""
        return max(0, self.granted - self.spent - self.returned)

    @property
    def surplus(self) -> int:
        """Rights that the hub would rather have back."""
        return max(0, self.left - self.keep)

    def hear(self, row: Json) -> None:
        """The hub's word."""
        epoch, granted = row["epoch"], row["granted"]
        if epoch < self.epoch or (epoch == self.epoch and granted < self.granted):
            return
        if epoch > self.epoch:
            self.spent = self.returned = 0
        self.epoch, self.granted, self.keep = epoch, granted, row["keep"]


@dataclass
class Entry:
    """An entry of the journal, in one of the states of part B."""

    header: bytes
    signature: bytes
    cards: bytes
    salt: bytes
    state: str = "recorded"
    answer: Json = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """§3."""
        return hashlib.sha256(self.header).hexdigest()

    @property
    def body(self) -> Json:
        """What it says."""
        said: Json = json.loads(self.header)["body"]
        return said


@dataclass
class SecondDesk:
    """One desk, with all that it keeps."""

    line: httpx.Client
    now: Callable[[], datetime]
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    desk: str = ""
    token: str = ""
    hub_key: bytes = b""
    network: Json = field(default_factory=dict)
    offset: timedelta = timedelta(0)
    journal: list[Entry] = field(default_factory=list)
    version: int = 0
    cursor: int = 0
    life: str = ""
    signed_head: Json | None = None
    cards: dict[str, Json] = field(default_factory=dict)
    programme: Json = field(default_factory=dict)
    policy: Json = field(default_factory=dict)
    leases: dict[Slot, Lease] = field(default_factory=dict)
    wanted: set[Slot] = field(default_factory=set)
    feed: dict[tuple[str, str], Json] = field(default_factory=dict)
    demand: dict[tuple[Slot, str], int] = field(default_factory=dict)
    lent: dict[Slot, int] = field(default_factory=dict)
    reach: list[Json] = field(default_factory=list)
    revoked: bool = False
    seen: list[str] = field(default_factory=list)

    def enrol(self, code: str) -> None:
        """§2."""
        known = {"desk": self.desk, "hub_public_key": b64(self.hub_key)} if self.desk else {}
        proof = self.key.sign(canonical({"code": code, "desk": self.desk}))
        message = {"v": 1, "code": code, "public_key": b64(self.key.public_key().public_bytes_raw())}
        answer = self.post("enrol", message | known | {"proof": b64(proof), "program": "second 1"})
        self.desk, self.token, self.network = answer["desk"], answer["token"], answer["network"]
        self.hub_key = base64.b64decode(answer["hub_public_key"])
        self.offset = _instant(answer["hub_time"]) - self.now()
        if not self.journal:
            self.write("enrolled", {"program": "second 1"})
        self.version = self.cursor = 0

    def write(self, kind: str, body: Json, cards: list[Json] | None = None) -> Entry:
        """§3: the next entry."""
        part, salt = (canonical(cards), secrets.token_bytes(16)) if cards else (b"", b"")
        header = canonical(
            {
                "v": 1,
                "id": secrets.token_hex(16),
                "desk": self.desk,
                "seq": len(self.journal) + 1,
                "kind": kind,
                "at": self._time().isoformat(timespec="seconds"),
                "rules": self._rules(),
                "body": body,
                "commitment": hashlib.sha256(salt + part).hexdigest() if cards else "",
                "previous": self.journal[-1].hash if self.journal else ZEROS,
            }
        )
        self.journal.append(Entry(header, self.key.sign(header), part, salt))
        return self.journal[-1]

    def give(self, slot: Slot, card: Json, venue: str, *, children: int = 0, **more: Any) -> Entry:
        """A redemption, out of the desk's own rights where there is a lease."""
        count = 1 + children
        tickets = {"adults": 1, "children": children, "assistants": 0, "representatives": 0}
        body = _place(slot, venue) | {"giving": secrets.token_hex(16), "kind": self._kind(slot[0])}
        body |= {"tickets": tickets, "quota_use": count} | self.spend(slot, count) | more
        return self.write("redemption", body, [card | {"role": "holder"}])

    def reserve(self, slot: Slot, card: Json, venue: str, collect_by: str) -> Entry:
        """One ticket, held."""
        tickets = {"adults": 1, "children": 0, "assistants": 0, "representatives": 0}
        body = _place(slot, venue) | {"reservation": secrets.token_hex(16), "collect_by": collect_by}
        body |= {"tickets": tickets, "quota_use": 1} | self.spend(slot, 1)
        return self.write("reservation", body, [card | {"role": "holder"}])

    def undo(self, entry: Entry) -> Entry:
        """A void or a release of what this desk did."""
        body, slot = entry.body, _slot(entry.body)
        name = "giving" if "giving" in body else "reservation"
        lease, rights = self.leases.get(slot), body.get("rights")
        undone: Json = {name: body[name], "venue": body["venue"]}
        if rights and lease and lease.epoch == rights["epoch"]:
            lease.spent -= rights["count"]
            undone["rights"] = rights
        return self.write("void" if name == "giving" else "release", undone)

    def spend(self, slot: Slot, count: int) -> Json:
        """What a body says of the rights that it takes."""
        lease = self.leases.get(slot)
        if lease is None:
            return {}
        lease.spent += count
        return {"rights": {"epoch": lease.epoch, "count": count}}

    def give_back(self, venue: str, *, whole: bool = False) -> None:
        """§4.5, §4.7."""
        for slot, lease in self.leases.items():
            if count := lease.left if whole else lease.surplus:
                lease.returned += count
                rights = {"rights": {"epoch": lease.epoch, "count": count}}
                self.write("give_back", _place(slot, venue) | rights)

    def card(self, code: str) -> Json:
        """§5.1: how an event names a card."""
        plain = re.sub(r"[\s-]", "", code).upper().encode()
        token = hmac.digest(base64.b64decode(self.network["token_key"]), plain, "sha256")[:16]
        epoch = self.network["token_epoch"]
        for row in self.cards.values():
            if (base64.b64decode(row["token"]), row["epoch"]) == (token, epoch):
                return {"id": row["id"]}
        return {"token": token.hex(), "epoch": epoch}

    def sync(self, *, every_lease: bool = False) -> Json:
        """§4: passes until nothing is left to tell and to hear."""
        sent = [entry for entry in self.journal if entry.state in {"recorded", "sent"}][:200]
        wanted = self.wanted | set(self.leases) if every_lease else self.wanted
        message: Json = {
            "v": 1,
            "events": [_item(entry) for entry in sent],
            "register_version": self.version,
            "feed_cursor": self.cursor,
            "feed_life": self.life,
            "signed_head": self.signed_head,
            "program": "second 1",
            "wants": [self._want(slot, 0) for slot in wanted],
            "demand": [_place(slot) | {"hour": hour, "asked": n} for (slot, hour), n in self.demand.items()],
        }
        answer = self.post("sync", message | self._head())
        for row, entry in zip(answer["answers"], sent, strict=True):
            entry.answer = row
            entry.state = {"later": "sent", "refused": "refused"}.get(row["status"], "confirmed")
        self._hold_against(answer["head"])
        self.token = answer["token"] or self.token
        self.revoked = answer["revoked"]
        if self.revoked:
            self.cards, self.version = {}, 0
            return answer
        is_new_life = self.life not in {"", answer["feed_life"]}
        self._take(answer)
        if is_new_life:
            self.seen.append("new life")
        if is_new_life or answer["more"] or any(entry.state == "recorded" for entry in self.journal):
            return self.sync(every_lease=is_new_life or every_lease)
        return answer

    def ask(self, slot: Slot, need: int) -> None:
        """§4.5: while a customer waits."""
        answer = self.post("rights", {"v": 1, "wants": [self._want(slot, need)]} | self._head())
        self._hear(answer["leases"])

    def proves(self, day: str) -> bool:
        """§4.6: whether the hub's day is this desk's."""
        answer = self.post("close", {"v": 1, "day": day})
        words = {"desk": self.desk, "day": day, "count": answer["count"], "digest": answer["digest"]}
        self._signed(answer["signature"], canonical(words))
        mine = [
            [number, entry.hash, "refused" if entry.state == "refused" else "accepted"]
            for number, entry in enumerate(self.journal, start=1)
            if json.loads(entry.header)["at"].startswith(day)
        ]
        digest = hashlib.sha256(canonical(mine)).hexdigest()
        return (len(mine), digest) == (answer["count"], answer["digest"])

    def post(self, path: str, message: Json) -> Json:
        """§1."""
        headers = {} if path == "enrol" else {"Authorization": f"Bearer {self.token}"}
        reply = self.line.post(f"/v1/{path}", json=message, headers=headers)
        answer: Json = reply.json()
        if reply.status_code != httpx.codes.OK:
            raise NotGranted(answer["error"])
        return answer

    def _take(self, answer: Json) -> None:
        self.network = answer["network"] or self.network
        signed = answer["signed_policy"]
        words = base64.b64decode(signed["policy"])
        self._signed(signed["signature"], words)
        self.policy = json.loads(words)
        if changes := answer["register_changes"]:
            self._take_list(changes)
        for item in answer["feed"]:
            self.feed.setdefault((item["desk"], item["event"]), item)
        self.cursor, self.life = answer["feed_cursor"], answer["feed_life"]
        self._hear(answer["leases"])
        if answer["lent"] is not None:
            self.lent, self.reach = {_slot(row): row["out"] for row in answer["lent"]}, answer["reach"]

    def _take_list(self, changes: Json) -> None:
        self.programme = changes["programme"] or self.programme
        if manifest := changes["snapshot"]:
            self.cards = {row["id"]: row for row in self._fetched(manifest)}
        for row in changes["cards"]:
            if row["gone"]:
                self.cards.pop(row["id"], None)
            else:
                self.cards[row["id"]] = row
        self.version = changes["version"]
        assert not changes["complete"] or len(self.cards) == changes["count"]

    def _fetched(self, manifest: Json) -> list[Json]:
        """§5.2."""
        names = ("version", "digest", "content_digest", "count", "bytes")
        made_at = _instant(manifest["made_at"]).isoformat(timespec="seconds")
        words = {name: manifest[name] for name in names} | {"made_at": made_at}
        self._signed(manifest["signature"], canonical(words))
        file = self.line.get(f"/v1/snapshot/{manifest['digest']}").content
        assert (len(file), hashlib.sha256(file).hexdigest()) == (manifest["bytes"], manifest["digest"])
        lines = opened(file, base64.b64decode(manifest["key"]))
        assert hashlib.sha256(lines).hexdigest() == manifest["content_digest"]
        rows = [json.loads(line) for line in lines.splitlines()]
        assert len(rows) == manifest["count"]
        return rows

    def _hold_against(self, head: Json) -> None:
        """§4.2."""
        number, sealed = head["sequence"], head["hash"]
        self._signed(head["signature"], canonical({"desk": self.desk, "seq": number, "hash": sealed}))
        if number > len(self.journal):
            self.seen.append("put back")
        elif number and self.journal[number - 1].hash != sealed:
            self.seen.append("forked")
        for entry in self.journal[number:]:
            if entry.state in {"confirmed", "refused"}:
                entry.state = "recorded"
                self.seen.append("told again")
        if self.signed_head is None or number > self.signed_head["sequence"]:
            self.signed_head = head

    def _hear(self, rows: list[Json]) -> None:
        for row in rows:
            self.leases.setdefault(_slot(row), Lease()).hear(row)

    def _want(self, slot: Slot, need: int) -> Json:
        lease = self.leases.get(slot, Lease())
        held = {"epoch": lease.epoch, "granted": lease.granted, "left": lease.left}
        return _place(slot) | held | {"need": need}

    def _head(self) -> Json:
        number = len(self.journal)
        return {"head_sequence": number, "head_hash": self.journal[-1].hash if number else ""}

    def _rules(self) -> str:
        rules = self.programme.get("rule_sets", ())
        today = self._time().date().isoformat()
        return next((row["id"] for row in rules if _holds(row["window"], today)), "2018")

    def _time(self) -> datetime:
        return (self.now() + self.offset).astimezone(HELSINKI)

    def _kind(self, offer: str) -> str:
        return next(str(row["kind"]) for row in self.programme["offers"] if row["id"] == offer)

    def _signed(self, signature: str, words: bytes) -> None:
        Ed25519PublicKey.from_public_bytes(self.hub_key).verify(base64.b64decode(signature), words)


def opened(file: bytes, key: bytes) -> bytes:
    """§5.2: the lines of a list's file."""
    magic, place, number, packed = b"KAIKUSN1", 8, 0, b""
    assert file.startswith(magic)
    while place < len(file):
        (size,) = struct.unpack_from(">I", file, place)
        frame, place = file[place + 4 : place + 4 + size], place + 4 + size
        nonce = number.to_bytes(11, "big") + bytes([place == len(file)])
        packed += AESGCM(key).decrypt(nonce, frame, magic)
        number += 1
    return zlib.decompress(packed)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _holds(window: Json, day: str) -> bool:
    return (window["start"] or day) <= day <= (window["end"] or day)


def _item(entry: Entry) -> Json:
    parts = {"header": entry.header, "signature": entry.signature, "cards": entry.cards, "salt": entry.salt}
    return {name: b64(value) for name, value in parts.items()}


def _place(slot: Slot, venue: str = "") -> Json:
    offer, performance, visit = slot
    place = {"offer": offer, "performance": performance, "visit": visit}
    return place | {"venue": venue} if venue else place


def _slot(row: Json) -> Slot:
    return row["offer"], row["performance"], row["visit"]
