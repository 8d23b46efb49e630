"""The golden files: desk and hub of today say what they said, and read what was said before them."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from sync import daywire, journalfile, wire
from sync.hub.conformance.line import canonical, holds
from sync.reading import policy_of, programme_of
from tests.sync.fields import NEEDED, told
from tests.sync.recorded import masked, read, said_today
from validator.domain.effects import effect
from validator.domain.journal import EventKind, commitment, digest, parse, read_cards
from validator.domain.policy import Policy

GOLDEN = read()
TABLES = told((Path(__file__).parents[2] / "docs" / "protocol.md").read_text("utf-8"))
MESSAGES: dict[str, tuple[type[BaseModel] | None, type[BaseModel]]] = {
    "GET /v1/health": (None, wire.Health),
    "POST /v1/enrol": (wire.EnrolRequest, wire.EnrolAnswer),
    "POST /v1/sync": (wire.SyncRequest, wire.SyncAnswer),
    "POST /v1/rights": (wire.RightsRequest, wire.RightsAnswer),
    "POST /v1/close": (daywire.CloseRequest, daywire.CloseAnswer),
}
EXCHANGES = [exchange for name, rows in GOLDEN.items() if name != "export" for exchange in rows]
LINES = GOLDEN["export"]
NEVER_WRITTEN = {EventKind.OVERRIDE}
"""Kinds that this program's desk does not write."""


def messages() -> Iterator[tuple[type[BaseModel], Any]]:
    """Every whole message of the golden files, with its kind."""
    for exchange in EXCHANGES:
        asked, answered = MESSAGES[exchange["asked"]]
        if asked is not None:
            yield asked, exchange["request"]
        yield (answered if exchange["status"] == 200 else wire.Refusal), exchange["answer"]
    yield journalfile.Opening, LINES[0]
    yield journalfile.EndLine, LINES[-1]
    for line in LINES[1:-1]:
        yield (journalfile.HeadLine if "head" in line else journalfile.EntryLine), line


def events() -> dict[str, Any]:
    """Every entry that the desk told, by its header's hash."""
    told_ones = [event for each in EXCHANGES for event in each.get("request", {}).get("events", ())]
    return {digest(base64.b64decode(event["header"])): event for event in told_ones}


def bodies() -> dict[str, list[tuple[Any, Any]]]:
    """By kind, the bodies that the desk wrote and the card parts beside them."""
    found: dict[str, list[tuple[Any, Any]]] = {}
    for event in events().values():
        header = parse(base64.b64decode(event["header"]))
        found.setdefault(header.kind, []).append((header, base64.b64decode(event["cards"])))
    return found


def test_desk_and_hub_say_what_they_said(tmp_path: Path) -> None:
    names: dict[str, str] = {}
    now, before = said_today(tmp_path), dict[str, str]()
    assert list(now) == list(GOLDEN)
    for name, exchanges in now.items():
        assert masked(exchanges, names) == masked(GOLDEN[name], before), name


def test_every_message_is_still_read_field_by_field() -> None:
    kinds = set()
    for kind, message in messages():
        assert kind.model_validate(message).model_dump(mode="json", exclude_unset=True) == same(message)
        kinds.add(kind)
    expected = {each for pair in MESSAGES.values() for each in pair if each is not None}
    assert kinds == expected | {wire.Refusal, journalfile.Opening, journalfile.EntryLine} | {
        journalfile.HeadLine,
        journalfile.EndLine,
    }


def same(message: Any) -> Any:
    """A message as today's models write it: an instant with Z where the other side wrote +00:00."""
    match message:
        case dict():
            # What a desk decided is handed on as it stands.
            return {name: value if name == "decided" else same(value) for name, value in message.items()}
        case list():
            return [same(value) for value in message]
        case str() if message.endswith("+00:00") and len(message) < 40:
            return datetime.fromisoformat(message).isoformat().replace("+00:00", "Z")
        case _:
            return message


def test_what_an_older_program_leaves_out_has_its_default() -> None:
    for kind, message in messages():
        needed = {name for name, field in kind.model_fields.items() if field.is_required()}
        short = kind.model_validate({name: message[name] for name in needed})
        assert short.model_fields_set == needed
        newer = kind.model_validate(message | {"of_tomorrow": {"not": ["known"]}})
        assert newer == kind.model_validate(message)


def test_what_was_signed_still_holds() -> None:
    enrolled = next(each for each in EXCHANGES if each["asked"] == "POST /v1/enrol" and each["status"] == 200)
    desk = base64.b64decode(enrolled["request"]["public_key"])
    hub, name = base64.b64decode(enrolled["answer"]["hub_public_key"]), enrolled["answer"]["desk"]
    for event in events().values():
        header = base64.b64decode(event["header"])
        assert canonical(json.loads(header)) == header
        assert holds(desk, event["signature"], header)
        cards, salt = base64.b64decode(event["cards"]), base64.b64decode(event["salt"])
        assert parse(header).commitment == (commitment(cards, salt) if cards else "")
    heads = [each["answer"]["head"] for each in EXCHANGES if "head" in each["answer"]]
    assert heads
    for head in heads:
        words = canonical({"desk": name, "seq": head["sequence"], "hash": head["hash"]})
        assert holds(hub, head["signature"], words)
    first = next(each["answer"] for each in EXCHANGES if each["asked"] == "POST /v1/sync")
    assert policy_of(wire.SignedPolicy.model_validate(first["signed_policy"]), hub, Policy()) is not None
    programme = wire.Programme.model_validate(first["register_changes"]["programme"])
    assert [offer.id for offer in programme_of(programme).offers] == ["evening", "play"]


@pytest.mark.parametrize("kind", sorted(set(EventKind) - NEVER_WRITTEN))
def test_the_tables_are_the_bodies_that_the_desk_writes(kind: EventKind) -> None:
    table = [name for name, _, _ in TABLES[kind.value]]
    written = {name for header, _ in bodies()[kind.value] for name in header.body}
    assert written == set(table)


@pytest.mark.parametrize("kind", sorted(set(EventKind) - NEVER_WRITTEN - {EventKind.ENROLLED}))
def test_a_body_needs_what_the_table_says(kind: EventKind) -> None:
    header, part = bodies()[kind.value][0]
    for name, _, default in TABLES[kind.value]:
        if name == "venue":
            continue  # whose it is, the hub asks before anything else
        body = {field: value for field, value in header.body.items() if field != name}
        if default == NEEDED:
            with pytest.raises(ValueError, match="makes no sense"):
                effect(kind, body, read_cards(part), header.desk, header.at)
        else:
            # What an increment is reckoned from cannot be missing where there is one.
            rest = body if name != "seen" else body | {"increment": False}
            effect(kind, rest, read_cards(part), header.desk, header.at)
