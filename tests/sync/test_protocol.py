"""docs/protocol.md binds: its test vectors hold, and it leaves out no field, kind or word that travels."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from sync import casewire, daywire, journalfile, pinwire, wire
from sync.audit import Flaw
from sync.frames import FRAME_BYTES, MAGIC, unseal
from sync.hub import refusals
from sync.hub.caselist import CASE_PAGE, MOST_DECIDED, OWN_TOLD, SIDES_TOLD
from sync.hub.changes import DELTA_PAGE, SNAPSHOT_GAP
from sync.hub.closing import ROWS
from sync.hub.feed import FEED_PAGE
from sync.hub.intake import LONGEST_NAME
from sync.hub.rights import MOST
from sync.journalfile import MOST_LINE_BYTES, opened
from sync.message import Message
from sync.reading import policy_of
from sync.wire import CardRow
from tests.house.pages import section
from tests.sync.fields import of_message, of_row, told
from validator.domain.card import CardToken, TokenKey
from validator.domain.cases import CaseKind, CaseOutcome
from validator.domain.closing import DayEntry, Standing, day_digest
from validator.domain.code import CardCode, check_character
from validator.domain.effects import QuotaSet, effect
from validator.domain.journal import (
    GENESIS,
    CardRole,
    EventKind,
    canonical,
    card_part,
    commitment,
    digest,
    first_break,
    parse,
    read_cards,
)
from validator.domain.network import Area, CardLimit, Names, Offer, Performance, RuleSet, Term, Venue, Window
from validator.domain.numbers import Change, merge
from validator.domain.policy import Policy
from validator.domain.refusal import Refusal
from validator.domain.rights import Lease, Rights, Slot
from validator.sealing import Opener
from validator.signing import Signer, verifies

EVENING = datetime(2018, 10, 13, 14, 30, tzinfo=UTC)
PAGE = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text("utf-8")
TABLES = told(PAGE)
TOLD_ROWS = (Names, Window, Area, RuleSet, Term, Venue, Offer, CardLimit, Performance, Policy)
NAMED = set(re.findall(r"`([^`\n]+)`", PAGE))
VECTORS: dict[str, Any] = json.loads(PAGE.partition("```json\n")[2].partition("```")[0])
MESSAGES = [
    each
    for module in (wire, casewire, pinwire, daywire, journalfile)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, Message) and each.__module__ == module.__name__
]


def test_the_vector_of_a_token() -> None:
    vector = VECTORS["token"]
    key = TokenKey(bytes.fromhex(vector["key"]), vector["epoch"])
    assert CardToken.of(CardCode(vector["code"]), key).digest.hex() == vector["token"]


def test_the_vectors_of_a_journal() -> None:
    vector = VECTORS["journal"]
    desk = Signer(bytes.fromhex(vector["desk_secret"]))
    assert desk.public.hex() == vector["desk_public"]
    headers = [entry["header"].encode() for entry in vector["entries"]]
    assert first_break(headers) is None
    assert parse(headers[0]).previous == GENESIS
    for header, entry in zip(headers, vector["entries"], strict=True):
        assert canonical(json.loads(header)) == header
        assert digest(header) == entry["hash"]
        assert base64.b64encode(desk.sign(header)).decode() == entry["signature"]
        cards, salt = entry["cards"].encode(), bytes.fromhex(entry["salt"])
        assert card_part(read_cards(cards)) == cards if cards else salt == b""
        assert parse(header).commitment == (commitment(cards, salt) if cards else "")


def test_the_vector_of_a_policy() -> None:
    vector, hub = VECTORS["policy"], bytes.fromhex(VECTORS["head"]["hub_public"])
    words = wire.PolicyWords.model_validate_json(vector["words"])
    assert wire.policy_words(words.version, words.policy) == vector["words"].encode()
    assert verifies(hub, base64.b64decode(vector["signature"]), vector["words"].encode())
    said = wire.SignedPolicy(policy=vector["words"].encode(), signature=base64.b64decode(vector["signature"]))
    taken = policy_of(said, hub, Policy())
    assert taken == Policy(version=words.version)


def test_the_vectors_of_the_hubs_word() -> None:
    vector, manifest = VECTORS["head"], VECTORS["manifest"]
    public = bytes.fromhex(vector["hub_public"])
    assert Signer(bytes.fromhex(vector["hub_secret"])).public == public
    said = json.loads(vector["words"])
    head = wire.Head(sequence=said["seq"], hash=said["hash"])
    assert head.hash == VECTORS["journal"]["entries"][-1]["hash"]
    assert wire.head_words(head, vector["desk"]) == vector["words"].encode()
    fields = json.loads(manifest["words"]) | {"key": VECTORS["snapshot"]["key"], "signature": ""}
    assert wire.manifest_words(wire.Manifest.model_validate(fields)) == manifest["words"].encode()
    for signed in (vector, manifest):
        assert verifies(public, base64.b64decode(signed["signature"]), signed["words"].encode())


def test_the_vector_of_a_snapshot() -> None:
    vector, manifest = VECTORS["snapshot"], json.loads(VECTORS["manifest"]["words"])
    file = base64.b64decode(vector["file"])
    lines = [line + "\n" for line in vector["lines"]]
    assert [line.decode() for line in unseal(io.BytesIO(file), bytes.fromhex(vector["key"]))] == lines
    assert (hashlib.sha256(file).hexdigest(), len(file)) == (manifest["digest"], manifest["bytes"])
    assert hashlib.sha256("".join(lines).encode()).hexdigest() == manifest["content_digest"]
    row = CardRow.model_validate_json(lines[0])
    assert row.token.hex() == VECTORS["token"]["token"]


def test_the_vector_of_an_export() -> None:
    vector, entry = VECTORS["export"], VECTORS["journal"]["entries"][1]
    opener = Opener.derived(bytes.fromhex(VECTORS["head"]["hub_secret"]))
    assert (opener.secret.hex(), opener.public.hex()) == (vector["sealing_secret"], vector["sealing_public"])
    header, sealed = entry["header"].encode(), base64.b64decode(vector["sealed"])
    box = opener.box(bytes.fromhex(vector["ephemeral"]))
    assert opened(box, vector["sequence"], header, sealed) == (
        entry["cards"].encode(),
        bytes.fromhex(entry["salt"]),
    )
    public = bytes.fromhex(VECTORS["journal"]["desk_public"])
    words = journalfile.seal_words(entry["hash"], sealed)
    assert verifies(public, base64.b64decode(vector["seal_signature"]), words)


def test_every_flaw_of_a_journal_is_named() -> None:
    table = set(
        re.findall(r"^\| `(\w+)` \| ", PAGE.partition("## 7. ")[2].partition("\n## ")[0], re.MULTILINE)
    )
    assert table == {flaw.value for flaw in Flaw}


def test_the_vector_of_a_lease() -> None:
    lease = Lease(Slot("play", None, date(2018, 10, 13)), 0)
    for row in VECTORS["lease"]:
        what = {name: value for name, value in row.items() if name not in {"step", "then"}}
        match row["step"]:
            case "hear":
                lease = lease.hear(**what)
            case "spend":
                assert lease.spend(what["count"]).count == what["count"]
                lease = lease.moved(spent=what["count"])
            case "put_back":
                lease = lease.moved(spent=-lease.take_back(Rights(**what)).count)
            case "give_back":
                lease = lease.moved(returned=what["count"])
        assert {name: getattr(lease, name) for name in row["then"]} == row["then"]
    assert {row["step"] for row in VECTORS["lease"]} == {"hear", "spend", "put_back", "give_back"}


def test_the_vectors_name_the_rights_that_they_move() -> None:
    bodies = [parse(entry["header"].encode()).body for entry in VECTORS["journal"]["entries"]]
    assert [Rights.of(body) for body in bodies] == [None, None, Rights(1, 3), Rights(1, 2)]


def test_the_vector_of_a_check_character() -> None:
    vector = VECTORS["code"]
    assert check_character(vector["body"]) == vector["check"]
    assert vector["body"] + vector["check"] == VECTORS["token"]["code"]


@pytest.mark.parametrize("vector", VECTORS["cards"], ids=["unknown", "group"])
def test_the_vectors_of_card_parts(vector: dict[str, str]) -> None:
    cards, salt = vector["cards"].encode(), bytes.fromhex(vector["salt"])
    assert card_part(read_cards(cards)) == cards
    assert commitment(cards, salt) == vector["commitment"]


def test_the_vector_of_a_desks_proof() -> None:
    vector, public = VECTORS["proof"], bytes.fromhex(VECTORS["journal"]["desk_public"])
    request = wire.EnrolRequest(public_key=public, **json.loads(vector["words"]))
    assert wire.proof_words(request) == vector["words"].encode()
    assert verifies(public, base64.b64decode(vector["signature"]), vector["words"].encode())


def test_the_vector_of_a_closed_day() -> None:
    vector, public = VECTORS["close"], bytes.fromhex(VECTORS["head"]["hub_public"])
    entries = [DayEntry(seq, "", sealed, "", Standing(status)) for seq, sealed, status in vector["entries"]]
    assert [entry.hash for entry in entries] == [each["hash"] for each in VECTORS["journal"]["entries"]]
    assert day_digest(entries) == vector["digest"]
    said = json.loads(vector["words"])
    answer = daywire.CloseAnswer(
        hub_time=EVENING,
        day=said["day"],
        count=len(entries),
        digest=vector["digest"],
        signature=base64.b64decode(vector["signature"]),
    )
    assert daywire.close_words(answer, said["desk"]) == vector["words"].encode()
    assert verifies(public, answer.signature, vector["words"].encode())


@pytest.mark.parametrize("vector", VECTORS["numbers"], ids=lambda vector: vector["why"])
def test_the_vectors_of_a_number(vector: dict[str, Any]) -> None:
    merged = merge(change_of(row) for row in vector["changes"])
    number = merged.number
    assert vector["then"] == {
        "value": number.value,
        "mode": number.mode.value,
        "sold_out": number.sold_out,
        "beside": [change.name for change in merged.beside],
        "cut": merged.cut,
    }


def change_of(row: dict[str, Any]) -> Change:
    """A change of the vectors, read as out of an event's body."""
    body = row | {"scope": "offer", "target": "play", "visit": "2018-10-13", "author": "manager"}
    done = effect(EventKind.QUOTA, body, (), "", EVENING)
    assert isinstance(done, QuotaSet)
    desk, event = row["name"].split("/")
    return done.change(desk, event, EVENING)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.__name__)
def test_the_tables_are_the_messages(message: type[BaseModel]) -> None:
    assert TABLES[message.__name__] == of_message(message)


@pytest.mark.parametrize("kind", TOLD_ROWS, ids=lambda kind: kind.__name__)
def test_the_tables_are_the_rows(kind: type) -> None:
    assert TABLES[kind.__name__] == of_row(kind)


def test_there_is_no_table_of_what_does_not_travel() -> None:
    names = {each.__name__ for each in (*MESSAGES, *TOLD_ROWS)} | {kind.value for kind in EventKind}
    assert set(TABLES) == names


def test_every_word_says_what_a_desk_does() -> None:
    table = section(PAGE, "C. What a desk does")
    named = re.findall(r"^\| `(?!error`)(\w+)` \|", table, re.MULTILINE)
    kinds = [
        each
        for each in vars(refusals).values()
        if isinstance(each, type) and issubclass(each, refusals.Refused)
    ]
    of_the_web = {"method_not_allowed", "range", "internal"}
    assert sorted(named) == sorted({kind.word for kind in kinds} | of_the_web)


def test_every_kind_and_role_is_named() -> None:
    assert {kind.value for kind in EventKind} | {role.value for role in CardRole} <= NAMED
    assert {refusal.value for refusal in Refusal} <= NAMED
    assert {str(word) for word in (*CaseKind, *CaseOutcome)} <= NAMED


def test_every_refusal_is_named() -> None:
    kinds = [
        each
        for each in vars(refusals).values()
        if isinstance(each, type) and issubclass(each, refusals.Refused)
    ]
    assert {kind.word for kind in kinds} - NAMED == set()
    assert {str(kind.status) for kind in kinds} <= set(re.findall(r"^\| (\d{3}) \|", PAGE, re.MULTILINE))


def test_the_numbers_are_those_of_the_code() -> None:
    for number in (DELTA_PAGE, SNAPSHOT_GAP, FRAME_BYTES):
        assert f"{number:,}" in PAGE
    assert f"at most {FEED_PAGE} in an answer" in PAGE
    assert f"at most {wire.MAX_REQUEST_BYTES // 2**20} MiB and {wire.EVENTS_PER_PASS} events" in PAGE
    assert f"An enrolment (§2) is at most {wire.MAX_ENROL_BYTES // 2**10} KiB" in PAGE
    assert f"1 to {LONGEST_NAME} signs" in PAGE
    assert f"at most {wire.WANTS_PER_PASS} slots" in PAGE
    assert f"above {MOST:,}" in PAGE
    assert f"at most {CASE_PAGE} in an answer" in PAGE
    assert f"at most {SIDES_TOLD})" in PAGE
    assert f"at most {OWN_TOLD:,})" in PAGE
    assert f"more than {MOST_DECIDED:,} bytes" in PAGE
    assert MAGIC.decode() in PAGE
    assert f"{ROWS:,}" in PAGE
    assert f"at most {MOST_LINE_BYTES // 2**20} MiB long" in PAGE
