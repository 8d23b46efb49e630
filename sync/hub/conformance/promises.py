"""The promises of docs/protocol.md that a desk can see, each by its paragraph, in the order in which they are tried.

What is written: entries in the journals of two desks that come in by the operator's codes; among them numbers of an offer for a
day far ahead and for one that is near, one ticket for a made-up card, and the settling of its case. A promise that needs what an
earlier one did not reach is skipped.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.hub.conformance.cases import cases, settling
from sync.hub.conformance.elsewhere import elsewhere
from sync.hub.conformance.line import OK, Reply, Till, canonical, holds
from sync.hub.conformance.trial import (
    FAILED,
    PASSED,
    SKIPPED,
    Broken,
    Finding,
    Skip,
    Trial,
    need,
    refused,
    statuses,
    whole_feed,
)

NUMBER, NEED, AHEAD = 5, 3, timedelta(days=40)
MOST_EVENTS, MOST_BYTES = 200, 4 * 1024 * 1024
MAGIC, LENGTH = b"KAIKUSN1", 4
_TRIES, _PAUSE = 20, 0.25
_FAR = 50
_NOBODY = "nobody"


def health(trial: Trial) -> None:
    reply = trial.send("GET", "/v1/health", {}, b"")
    need(reply.status == OK and isinstance(reply.json, dict), "no health")
    need(reply.json.get("v") == 1 and "hub_time" in reply.json, "v or hub_time is missing")


def unknown_addresses(trial: Trial) -> None:
    refused(trial.send("GET", "/v1/nothing-here", {}, b""), 404, "not_found")
    refused(trial.send("GET", f"/v1/snapshot/{'0' * 64}", {}, b""), 404, "not_found")


def strangers(trial: Trial) -> None:
    for path in ("/v1/sync", "/v1/rights", "/v1/close"):
        refused(trial.first.post(path, {"v": 1}, token=""), 401, "unauthorized")
        refused(trial.first.post(path, {"v": 1}, token=_NOBODY), 401, "unauthorized")


def wrong_code(trial: Trial) -> None:
    refused(Till(trial.send).enrol("AAAA-AAAA-AAAA"), 403, "code_unknown")


def enrolment(trial: Trial) -> None:
    first, lost = trial.first, ""
    for till, code in zip((first, trial.second), trial.codes, strict=False):
        reply = till.enrol(code)
        need(reply.status == OK, f"a code of the operator's does not open: {reply.status} {reply.word}")
    lost, desk = first.token, first.desk
    need(first.enrol(trial.codes[0]).status == OK, "the lost answer is not given again to the same key")
    need(first.desk == desk, "the same key came in as another desk")
    refused(first.post("/v1/sync", {"v": 1}, token=lost), 401, "unauthorized")
    refused(Till(trial.send).enrol(trial.codes[0]), 403, "code_spent")


def messages(trial: Trial) -> None:
    till = trial.first
    for body in (b"<!doctype html>", b"[]", b'{"v": 1, "events": {}}'):
        refused(till.post("/v1/sync", body), 400, "bad_request")
    refused(till.post("/v1/sync", {"v": 7}), 400, "version")
    need(till.sync(**{"a field of tomorrow": {"deep": [1]}}), "an unknown field is not ignored")


def one_by_one(trial: Trial) -> None:
    till = trial.first
    rows = till.sync(*[till.entry("enrolled", {"program": "conformance"})]).get("answers", [])
    need([row["status"] for row in rows] == ["accepted"], "the first entry is not accepted")
    items: list[object] = [5, {"header": "???"}, till.entry("enrolled", {"program": "again"})]
    items.append(till.entry("a kind of tomorrow", {}))
    stranger = Till(trial.send, desk=till.desk, at=till.at, sequence=till.sequence, previous=till.previous)
    items.append(stranger.entry("enrolled", {"program": "forged"}))
    items.append(till.entry("enrolled", {"program": "last"}))
    trial.answer = answer = till.sync(*items)
    expected = ["refused", "refused", "accepted", "refused", "refused", "accepted"]
    need(statuses(answer) == expected, f"{statuses(answer)} instead of {expected}")
    need([row["position"] for row in answer["answers"]] == list(range(len(items))), "not in their order")
    need(answer["answers"][2]["sequence"] == till.sequence - 2, "an answer names another entry")


def twice_is_once(trial: Trial) -> None:
    till = trial.first
    expected = ["duplicate", "duplicate", "refused", "duplicate"]
    answer = till.sync(*till.entries)
    need(statuses(answer) == expected, f"{statuses(answer)} instead of {expected}")
    need(all(row["code"] == "S05" for row in answer["answers"] if row["status"] == "duplicate"), "no S05")
    need(answer["head"]["sequence"] == till.sequence, "the head moved")


def head(trial: Trial) -> None:
    till = trial.first
    told = till.sync()["head"]
    need((told["sequence"], told["hash"]) == (till.sequence, till.previous), "the head is not the last entry")
    words = canonical({"desk": till.desk, "seq": told["sequence"], "hash": told["hash"]})
    need(holds(till.hub_key, told["signature"], words), "the hub's signature does not hold")


def gap(trial: Trial) -> None:
    till = trial.first
    ahead = Till(
        trial.send, till.key, till.desk, at=till.at, sequence=till.sequence + _FAR, previous="1" * 64
    )
    need(
        statuses(till.sync(ahead.entry("enrolled", {"program": "far"}))) == ["later"], "taken before its time"
    )


def limits(trial: Trial) -> None:
    till = trial.first
    found = statuses(till.sync(*[till.entries[0]] * (MOST_EVENTS + 1)))
    need(found[:-1] == ["duplicate"] * MOST_EVENTS, "200 events are not all looked at")
    need(found[-1:] == ["later"], "the 201st is not answered later")
    refused(till.post("/v1/sync", b" " * (MOST_BYTES + 1)), 413, "too_large")


def whole_list(trial: Trial) -> None:
    till, waiting = trial.first, threading.Event()
    for _ in range(_TRIES):
        changes = till.sync(register_version=0).get("register_changes")
        if changes is not None:
            break
        waiting.wait(_PAUSE)
    else:
        raise Broken("no list is offered")
    _choose(trial, changes.get("programme") or {})
    told = changes["snapshot"]
    need(told is not None, "a desk without a list is not sent to a whole one")
    names = ("version", "digest", "content_digest", "count", "bytes", "made_at")
    words = {name: told[name] for name in names}
    words["made_at"] = told["made_at"].replace("Z", "+00:00").split(".")[0].split("+")[0] + "+00:00"
    need(holds(till.hub_key, told["signature"], canonical(words)), "the manifest's signature does not hold")
    file = trial.send("GET", f"/v1/snapshot/{told['digest']}", {}, b"").body
    need((len(file), hashlib.sha256(file).hexdigest()) == (told["bytes"], told["digest"]), "another file")
    part = trial.send("GET", f"/v1/snapshot/{told['digest']}", {"Range": "bytes=8-"}, b"")
    need(part.status in {OK, 206} and part.body in {file, file[8:]}, "a part of the file is another one")
    lines = _opened(file, base64.b64decode(told["key"]))
    need(hashlib.sha256(lines).hexdigest() == told["content_digest"], "the lines are not those announced")
    need(lines.count(b"\n") == told["count"], "there are not as many cards as announced")
    later = till.sync(register_version=told["version"]).get("register_changes") or {}
    need(
        later.get("complete") is True and later.get("snapshot") is None, "no complete delta follows the list"
    )


def rights(trial: Trial) -> None:
    slot, first, second = trial.stage(), trial.first, trial.second
    body = {"scope": "offer", "target": slot["offer"], "value": NUMBER, "mode": "strict", "sold_out": False}
    body |= {"venue": trial.venue, "visit": slot["visit"], "author": "conformance"}
    need(statuses(first.sync(first.entry("quota", body))) == ["accepted"], "the number is not taken")
    want = slot | {"epoch": 0, "granted": 0, "left": 0, "need": NEED}
    ask = {"v": 1, "wants": [want]}
    one = _lease(first.post("/v1/rights", ask), slot)
    need(NEED <= one["granted"] <= NUMBER, f"{one['granted']} were granted where {NEED} are needed")
    again = _lease(first.post("/v1/rights", ask), slot)
    need(again["granted"] == one["granted"], "the same request granted twice")
    other = _lease(second.post("/v1/rights", {"v": 1, "wants": [want | {"need": NUMBER}]}), slot)
    need(one["granted"] + other["granted"] <= NUMBER, "more was granted than the number")
    nonsense = {"v": 1, "wants": [slot | {"offer": "no such offer", "need": 1}]}
    need(first.post("/v1/rights", nonsense).json.get("leases") == [], "a want that makes no sense is granted")
    trial.answer = one


def a_ticket(trial: Trial) -> None:
    slot, till, lease = trial.stage(), trial.first, trial.answer
    body = slot | {"giving": f"conformance-{till.previous[:16]}", "venue": trial.venue, "kind": "admission"}
    body |= {"tickets": {"adults": 1, "children": 0, "assistants": 0, "representatives": 0}, "quota_use": 1}
    body |= {"code": "W08", "notes": [], "provisional": True, "overridden": [], "override_reason": ""}
    body |= {"list_version": 0, "collects": "", "rights": {"epoch": lease.get("epoch", 1), "count": 1}}
    rows = till.sync(till.entry("redemption", body, card=True)).get("answers", [{}])
    need(rows[0].get("status") == "accepted", "a ticket for an unknown card is not taken")
    need("S04" in rows[0]["notes"], "S04 does not say that the card is unknown")


def feed(trial: Trial) -> None:
    trial.stage()
    heard = whole_feed(trial.second, "")
    kinds = {item["kind"] for item in heard if item["desk"] == trial.first.desk}
    need({"quota", "redemption"} <= kinds, f"the second desk heard only {sorted(kinds)} of the first")
    order = [item["cursor"] for item in heard]
    need(order == sorted(set(order)), "the feed's order is not that of its cursors")
    own = [item["kind"] for item in whole_feed(trial.first, "") if item["desk"] == trial.first.desk]
    need("quota" in own, "a desk's own number does not come back to it")
    need("redemption" not in own, "a desk's own ticket comes back to it")


def lives(trial: Trial) -> None:
    till = trial.second
    answer = till.sync()
    life, cursor = answer.get("feed_life"), answer.get("feed_cursor", 0)
    need(life, "the hub has no life")
    new = till.sync(feed_life=life, feed_cursor=cursor)
    need(
        new.get("feed_life") == life and new.get("feed") == [], "a desk that lacks nothing is told something"
    )


def close(trial: Trial) -> None:
    till = trial.first
    day = till.at.date().isoformat()
    answer = till.post("/v1/close", {"v": 1, "day": day, "listed": True}).json
    rows = [[row["sequence"], row["hash"], row["status"]] for row in answer["rows"]]
    hashes = [hashlib.sha256(base64.b64decode(item["header"])).hexdigest() for item in till.entries]
    need([row[1] for row in rows] == hashes, "the day is not the desk's journal of that day")
    need(hashlib.sha256(canonical(rows)).hexdigest() == answer["digest"], "the digest is another one")
    words = {name: answer[name] for name in ("day", "count", "digest")} | {"desk": till.desk}
    need(holds(till.hub_key, answer["signature"], canonical(words)), "the hub's signature does not hold")


def fork(trial: Trial) -> None:
    till = trial.first
    other = Till(trial.send, till.key, till.desk, at=till.at)
    rows = till.sync(other.entry("enrolled", {"program": "another journal"})).get("answers", [{}])
    need(rows[0].get("status") == "refused", "another entry in the same place is not refused")
    need(str(rows[0].get("reason", "")).startswith("forked"), "the reason does not begin with forked")
    need(till.sync()["head"]["hash"] == till.previous, "the fork moved the head")


def shut_out(trial: Trial) -> None:
    if trial.revoke is None:
        raise Skip("say with --revoke-with how a desk is shut out")
    till = trial.second
    trial.revoke(till.desk)
    answer = till.sync(till.entry("enrolled", {"program": "late"}))
    need(answer.get("revoked") is True, "the answer does not say revoked")
    need(statuses(answer) == ["accepted"], "what a desk tells after it was shut out is not taken")
    need(answer["answers"][0]["reason"].startswith("revoked"), "the reason does not begin with revoked")
    kept = [answer.get(name) for name in ("register_changes", "network")] + [answer.get("leases") or None]
    need(kept == [None] * 3 and not answer.get("feed"), "it is told more than answers and head")
    refused(till.post("/v1/rights", {"v": 1}), 403, "revoked")


PROMISES: tuple[tuple[str, str, Callable[[Trial], None]], ...] = (
    ("§1", "the hub is there and tells its time", health),
    ("§1", "an unknown address is refused in words", unknown_addresses),
    ("§1", "who shows no token is nobody", strangers),
    ("§2", "a wrong code does not open", wrong_code),
    ("§2", "a code opens once, and a lost answer is given again", enrolment),
    ("§1", "what is no message is refused, unknown fields are ignored", messages),
    ("§4.1", "each event is answered by itself, in its order; a bad one costs no other", one_by_one),
    ("§4.1", "the same events twice are once", twice_is_once),
    ("§4.2", "the head is the last entry, countersigned", head),
    ("§4.1", "an entry that lies further on waits", gap),
    ("§1", "a request has its limits", limits),
    ("§4.4, §5", "the whole list is what was announced", whole_list),
    ("§4.5", "rights are cumulative and never over the number", rights),
    ("§4.1", "a ticket for an unknown card is taken, with a remark", a_ticket),
    ("§4.3", "the other desk hears it, in the hub's order", feed),
    ("§4.8", "the hub has a life, and who lacks nothing is told nothing", lives),
    ("§4.6", "a day is proven by digest and signature", close),
    ("§4.12", "a case is told to each desk once, with every side", cases),
    ("§4.12", "a settling is told to the other desk", settling),
    ("§4.13", "each desk is told what the others may still give, and who has a number", elsewhere),
    ("§4.1", "a fork is refused and moves nothing", fork),
    ("§4.7", "who was shut out may only tell", shut_out),
)


def try_all(trial: Trial) -> tuple[Finding, ...]:
    """Every promise, in its turn."""
    return tuple(_tried(trial, *promise) for promise in PROMISES)


def as_json(findings: Sequence[Finding]) -> str:
    """The findings for a program."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False)


def _tried(trial: Trial, paragraph: str, title: str, promise: Callable[[Trial], None]) -> Finding:
    try:
        promise(trial)
    except Broken as broken:
        return Finding(paragraph, title, FAILED, str(broken))
    except Skip as skip:
        return Finding(paragraph, title, SKIPPED, str(skip))
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        return Finding(
            paragraph, title, FAILED, f"an answer lacks what it must have ({type(error).__name__})"
        )
    except OSError as error:
        return Finding(paragraph, title, FAILED, f"the line gave out ({type(error).__name__})")
    return Finding(paragraph, title, PASSED)


def _choose(trial: Trial, programme: dict[str, Any]) -> None:
    offers = programme.get("offers") or []
    if offers:
        trial.venue = offers[0]["venue"]
        visit = (trial.first.at + AHEAD).date().isoformat()
        trial.slot = {"offer": offers[0]["id"], "performance": None, "visit": visit}


def _lease(reply: Reply, slot: dict[str, Any]) -> dict[str, Any]:
    rows = [row for row in reply.json["leases"] if {name: row[name] for name in slot} == slot]
    need(len(rows) == 1, "there is no one lease for the slot")
    found: dict[str, Any] = rows[0]
    return found


def _opened(file: bytes, key: bytes) -> bytes:
    need(file.startswith(MAGIC), "no list file")
    frames, rest = [], file[len(MAGIC) :]
    while rest:
        size = LENGTH + int.from_bytes(rest[:LENGTH], "big")
        frames.append(rest[LENGTH:size])
        rest = rest[size:]
    try:
        plain = [
            AESGCM(key).decrypt(number.to_bytes(11, "big") + bytes([number == len(frames) - 1]), frame, MAGIC)
            for number, frame in enumerate(frames)
        ]
        return zlib.decompress(b"".join(plain))
    except (InvalidTag, zlib.error) as error:
        raise Broken("the file does not open") from error
