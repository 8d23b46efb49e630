"""The hub's web address: statuses, stable words, and that no bad request harms anything."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

from sync.daywire import CloseRequest
from sync.frames import MAGIC
from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening
from sync.wire import (
    MAX_ENROL_BYTES,
    MAX_REQUEST_BYTES,
    EnrolAnswer,
    Health,
    Refusal,
    RightsAnswer,
    RightsRequest,
    SyncAnswer,
    SyncRequest,
)
from tests.sync.stage import TODAY, SetClock, Till, statuses
from validator.errors import StoreFull
from validator.signing import Signer

MESSAGES: dict[str, type[BaseModel]] = {"sync": SyncRequest, "rights": RightsRequest, "close": CloseRequest}


@pytest.fixture
def hub(sqlite_hub: Hub) -> Hub:
    """What differs between databases is tested below this."""
    return sqlite_hub


@pytest.fixture
def client(hub: Hub) -> Iterator[httpx.Client]:
    """A line to a real server in a thread of this process."""
    with (
        HubServer(hub, Listening(port=0)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        yield client


def bearer(till: Till) -> dict[str, str]:
    return {"Authorization": f"Bearer {till.token}"}


def word(response: Any) -> tuple[int, str]:
    assert response.headers["content-type"] == "application/json"
    return response.status_code, Refusal.model_validate_json(response.content).error


def test_health_tells_the_hubs_time(hub: Hub, client: httpx.Client) -> None:
    response = client.get("/v1/health")
    assert (response.status_code, Health.model_validate_json(response.content).hub_time) == (
        200,
        hub.clock.now(),
    )


def test_a_desk_enrols_and_syncs(hub: Hub, client: httpx.Client) -> None:
    signer = Signer.fresh()
    code = hub.enrol_code("Lippukassa", ["theatre"]).text
    message = {"code": code, "public_key": _base64(signer.public), "tomorrow": {"unknown": "field"}}
    enrolled = EnrolAnswer.model_validate_json(client.post("/v1/enrol", json=message).content)
    till = Till(hub, enrolled.token, enrolled.desk, signer)
    response = client.post("/v1/sync", content=till.body(till.give(1), "nonsense"), headers=bearer(till))
    answer = SyncAnswer.model_validate_json(response.content)
    assert (response.status_code, statuses(answer.answers)) == (200, ["accepted", "refused"])
    assert answer.head.hash == till.previous


def test_an_enrolment_that_is_refused(hub: Hub, client: httpx.Client, clock: SetClock) -> None:
    key = _base64(Signer.fresh().public)
    late = hub.enrol_code("x", ["theatre"]).text
    clock.advance(days=2)
    bodies: list[Any] = [
        {"code": "WRNG", "public_key": key},
        {"code": late, "public_key": key},
        {"code": hub.enrol_code("x", ["theatre"]).text, "public_key": "AAAA"},
        {"code": "WRNG"},
        {"code": 5, "public_key": key},
        ["no", "object"],
    ]
    assert [word(client.post("/v1/enrol", json=body)) for body in bodies] == [
        (403, "code_unknown"),
        (403, "code_expired"),
        (400, "bad_request"),
        (400, "bad_request"),
        (400, "bad_request"),
        (400, "bad_request"),
    ]


def test_a_spent_code(hub: Hub, client: httpx.Client) -> None:
    code = hub.enrol_code("x", ["theatre"]).text
    answers = [
        client.post("/v1/enrol", json={"code": code, "public_key": _base64(Signer.fresh().public)})
        for _ in range(2)
    ]
    assert (answers[0].status_code, word(answers[1])) == (200, (403, "code_spent"))


def test_what_was_sent_is_never_quoted(hub: Hub, client: httpx.Client) -> None:
    secret = "SECR-ETSE-CRET"
    for body in (
        {"code": secret},
        {"code": [secret], "public_key": secret},
        {"code": secret, "public_key": "AAAA"},
    ):
        assert secret not in client.post("/v1/enrol", json=body).text
    till = Till.at(hub)
    for content in (f'{{"feed_cursor": "{secret}"}}', f"<html>{secret}", f'{{"events": "{secret}"}}'):
        assert secret not in client.post("/v1/sync", content=content, headers=bearer(till)).text


def test_who_shows_no_token_is_nobody(hub: Hub, client: httpx.Client) -> None:
    till = Till.at(hub)
    headers: list[dict[str, str]] = [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer \x7f"},
        {"Authorization": till.token},
        {"Authorization": f"Basic {till.token}"},
    ]
    answers = [client.post("/v1/sync", content=till.body(), headers=each) for each in headers]
    assert {word(answer) for answer in answers} == {(401, "unauthorized")}
    assert {answer.headers["www-authenticate"] for answer in answers} == {"Bearer"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", (400, "bad_request")),
        (b'{"v": 1, "events": [', (400, "bad_request")),
        (b"<!doctype html><p>Please log in", (400, "bad_request")),
        (b'{"v": 7}', (400, "version")),
        (b'{"v": 7, "events": {}, "feed_cursor": "x"}', (400, "version")),
        (b'{"v": "1"}', (400, "bad_request")),
        (b'{"events": {}}', (400, "bad_request")),
        (bytes(MAX_REQUEST_BYTES + 1), (413, "too_large")),
    ],
)
def test_a_request_that_is_none(
    hub: Hub, client: httpx.Client, content: bytes, expected: tuple[int, str]
) -> None:
    till = Till.at(hub)
    assert word(client.post("/v1/sync", content=content, headers=bearer(till))) == expected
    assert statuses(till.push(till.give(1))) == ["accepted"]


def test_null_counts_as_missing(hub: Hub, client: httpx.Client) -> None:
    signer = Signer.fresh()
    code = hub.enrol_code("Lippukassa", ["theatre"]).text
    new = dict.fromkeys(("desk_name", "program", "desk", "hub_public_key", "proof", "v"))
    enrolled = client.post("/v1/enrol", json=new | {"code": code, "public_key": _base64(signer.public)})
    assert enrolled.status_code == 200
    headers = {"Authorization": f"Bearer {EnrolAnswer.model_validate_json(enrolled.content).token}"}
    for path, needed in (("sync", {}), ("rights", {}), ("close", {"day": "2018-10-13"})):
        fields = {name: None for name in MESSAGES[path].model_fields if name not in needed}
        assert client.post(f"/v1/{path}", json=fields | needed, headers=headers).status_code == 200, path


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ({"signed_head": 7}, "signed_head"),
        ({"feed_cursor": -(2**70)}, "feed_cursor"),
        ({"feed_cursor": "5"}, "feed_cursor"),
        ({"register_version": True}, "register_version"),
        ({"head_sequence": 1.0}, "head_sequence"),
        ({"case_cursor": "1"}, "case_cursor"),
        ({"wants": [{"offer": "play", "visit": "tonight", "odd": "secret"}]}, "wants.0.visit"),
        ({"wants": [{"offer": "play", "visit": "2018-10-13T00:00:00"}]}, "wants.0.visit"),
        ({"wants": [{"offer": "play", "visit": "2018-10-13", "need": "2"}]}, "wants.0.need"),
        (
            {"demand": [{"offer": "play", "visit": "2018-10-13", "hour": 1539439200, "asked": 1}]},
            "demand.0.hour",
        ),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(
    hub: Hub, client: httpx.Client, message: dict[str, Any], place: str
) -> None:
    response = client.post("/v1/sync", json=message, headers=bearer(Till.at(hub)))
    assert word(response) == (400, "bad_request")
    assert Refusal.model_validate_json(response.content).message.endswith(f": {place}")
    enrolment = client.post("/v1/enrol", json={"code": "AAAA"})
    assert Refusal.model_validate_json(enrolment.content).message.endswith(": public_key")
    assert word(client.post("/v1/enrol", json={"v": 7})) == (400, "version")


def test_a_flood_is_turned_away_before_it_is_all_here(client: httpx.Client) -> None:
    sent = []

    def flood() -> Iterator[bytes]:
        for piece in range(100):
            sent.append(piece)
            yield bytes(MAX_REQUEST_BYTES // 10)

    response = client.post("/v1/enrol", content=flood(), headers={"Content-Type": "application/json"})
    assert word(response) == (413, "too_large")


def test_who_has_no_token_sends_no_more_than_an_enrolment(client: httpx.Client) -> None:
    asked = json.dumps({"code": "AAAA", "public_key": _base64(Signer.fresh().public)}).encode()
    headers = {"Content-Type": "application/json"}
    answers = [
        word(client.post("/v1/enrol", content=asked.ljust(size), headers=headers))
        for size in (MAX_ENROL_BYTES, MAX_ENROL_BYTES + 1)
    ]
    assert answers == [(403, "code_unknown"), (413, "too_large")]


def test_addresses_that_are_none(client: httpx.Client) -> None:
    assert [
        word(client.get(path)) for path in ("/", "/v1/nothing", "/v1/sync", "/v1/snapshot/x", "/v2/sync")
    ] == [
        (404, "not_found"),
        (404, "not_found"),
        (405, "method_not_allowed"),
        (404, "not_found"),
        (404, "not_found"),
    ]


def test_a_snapshot_is_fetched_whole_or_in_parts(hub: Hub, client: httpx.Client) -> None:
    manifest = hub.snapshots.current()
    assert manifest is not None
    path = f"/v1/snapshot/{manifest.digest}"
    whole = client.get(path)
    part = client.get(path, headers={"Range": "bytes=20-"})
    beyond = client.get(path, headers={"Range": f"bytes={manifest.bytes}-"})
    assert (whole.status_code, whole.content[: len(MAGIC)], len(whole.content)) == (
        200,
        MAGIC,
        manifest.bytes,
    )
    assert (part.status_code, part.content) == (206, whole.content[20:])
    assert part.headers["content-range"] == f"bytes 20-{manifest.bytes - 1}/{manifest.bytes}"
    assert beyond.status_code == 416
    assert "immutable" in whole.headers["cache-control"]


@pytest.mark.allow_log
def test_the_worlds_troubles_are_told_apart_from_ours(
    hub: Hub, client: httpx.Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    till = Till.at(hub)
    for error, expected in (
        (StoreFull("full"), (503, "store_full")),
        (ZeroDivisionError("ours"), (500, "internal")),
    ):

        def fail(*_: object, raised: Exception = error) -> None:
            raise raised

        monkeypatch.setattr("sync.hub.talk.note_state", fail)
        assert (
            word(client.post("/v1/sync", content=till.body(till.give(1)), headers=bearer(till))) == expected
        )
        till.sequence, till.previous = 0, "0" * 64
    assert till.token not in caplog.text


def test_rights_are_asked_for_over_the_line(client: httpx.Client, hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(3))
    want = {"offer": "play", "performance": "tonight", "visit": TODAY.isoformat(), "need": 1}
    asked = till.body(wants=[want])
    assert word(client.post("/v1/rights", content=asked)) == (401, "unauthorized")
    assert word(client.post("/v1/rights", content=b"[]", headers=bearer(till))) == (400, "bad_request")
    answer = RightsAnswer.model_validate_json(
        client.post("/v1/rights", content=asked, headers=bearer(till)).raise_for_status().content
    )
    assert [(row.granted, row.epoch) for row in answer.leases] == [(3, 1)]


def test_the_description_names_every_message(client: httpx.Client) -> None:
    page = client.get("/openapi.json").json()
    paths = {"/v1/health", "/v1/enrol", "/v1/sync", "/v1/rights", "/v1/close", "/v1/snapshot/{digest}"}
    assert set(page["paths"]) == paths
    schemas = page["components"]["schemas"]
    assert {
        "SyncRequest",
        "RightsRequest",
        "RightsAnswer",
        "CloseRequest",
        "CloseAnswer",
        "Want",
        "SignedEvent",
        "SyncAnswer",
        "EnrolRequest",
        "Refusal",
    } <= set(schemas)
    text = json.dumps(page)
    assert "#/$defs/" not in text
    referred = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert referred <= set(schemas)


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
