"""openapi.json is held to: requests made from it are answered as it says, and never by a bug.

The application is called in this very process, with no socket between. Examples follow from a fixed seed.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks as held

from sync.hub.app import create_app
from sync.hub.hub import Hub
from sync.hub.pace import Pace
from tests.sync.stage import Till
from validator.signing import Signer

ROUTES = {
    "/v1/health": {200},
    "/v1/enrol": {200, 400},
    "/v1/sync": {200, 400, 401},
    "/v1/rights": {200, 400, 401},
    "/v1/close": {200, 400, 401},
    "/v1/snapshot/{digest}": {200, 404},
}
"""What is asked so often that a few examples meet each of these."""
WITH_BODY = ("/v1/enrol", "/v1/sync", "/v1/rights", "/v1/close")
HELD = [
    not_a_server_error,
    held.status_code_conformance,
    held.content_type_conformance,
    held.response_headers_conformance,
    held.response_schema_conformance,
]
"""Not `negative_data_rejection`: the protocol asks for tolerance, and a sync answers item by item what is no event."""
BASE = "http://hub"
FITS = GenerationMode.POSITIVE
FEW, MANY = 18, 500
ENDLESS = 10**6
KEY = base64.b64encode(Signer.fresh().public).decode()
RANGE_TEXTS = ("bytes=9999999-", "bytes=20-", "bytes=-30", "bytes=9-3", "lines=1-", "bytes=0-1,4-5")
RANGES: list[dict[str, str]] = [{}, *({"Range": text} for text in RANGE_TEXTS)]


@dataclass(frozen=True)
class Site:
    """A hub's application with its description, and a desk that it knows."""

    app: Any
    schema: Any
    till: Till
    runner: asyncio.Runner

    def ask(self, case: Any, headers: dict[str, str]) -> httpx.Response:
        """Send what was made up, as the bytes that a line would carry."""
        words = case.as_transport_kwargs(base_url=BASE, headers=headers)
        made = requests.Request(**{name: words[name] for name in words if name in PARTS}).prepare()
        sent = httpx.Request(
            str(made.method), str(made.url), headers=dict(made.headers), content=made.body or b""
        )
        return self.send(sent)

    def send(self, sent: httpx.Request) -> httpx.Response:
        """One request and its answer."""
        return self.runner.run(self._send(sent))

    async def _send(self, sent: httpx.Request) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.send(sent)


PARTS = {"method", "url", "headers", "params", "data", "json", "files", "cookies"}


@pytest.fixture
def site(sqlite_hub: Hub) -> Iterator[Site]:
    app = create_app(sqlite_hub, Pace(sqlite_hub.database, sqlite_hub.clock, burst=ENDLESS))
    with asyncio.Runner() as runner:
        yield Site(app, schemathesis.openapi.from_dict(app.openapi()), Till.at(sqlite_hub), runner)


def operations(site: Site) -> dict[str, Any]:
    return {found.ok().path: found.ok() for found in site.schema.get_all_operations()}


def hold(site: Site, path: str, examples: int, mode: GenerationMode = FITS) -> set[int]:
    """Ask what the description lets one ask, or what it does not; the statuses that came."""
    operation, seen = operations(site)[path], set[int]()
    is_known = bool(operation.definition.raw.get("security"))
    list_file = site.till.hub.snapshots.current()
    assert list_file is not None

    @settings(max_examples=examples, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode), st.data())
    def ask(case: Any, data: st.DataObject) -> None:
        headers = {}
        if is_known:
            headers["Authorization"] = (
                f"Bearer {data.draw(st.sampled_from([site.till.token] * 3 + ['none']))}"
            )
        if path == "/v1/enrol" and mode is FITS and data.draw(st.booleans()):
            case.body |= {"code": site.till.hub.enrol_code("x", ["theatre"]).text, "public_key": KEY}
        if "digest" in case.path_parameters and data.draw(st.booleans()):
            case.path_parameters["digest"] = list_file.digest
            headers |= data.draw(st.sampled_from(RANGES))
        answer = site.ask(case, headers)
        case.validate_response(answer, checks=HELD)
        seen.add(answer.status_code)

    ask()
    return seen


def test_the_description_has_every_route(site: Site) -> None:
    assert set(operations(site)) == set(ROUTES)


def test_no_status_is_declared_that_means_nothing(site: Site) -> None:
    for path, operation in operations(site).items():
        declared = operation.definition.raw["responses"]
        assert all(each.isdigit() and declared[each]["description"] for each in declared), path
        assert "422" not in declared


RANGES_ASKED = (
    ("bytes=20-", 206, -20),
    ("bytes=-30", 206, 30),
    ("bytes=0-0", 206, 1),
    ("bytes=9999999-", 416, None),
    ("bytes=-0", 416, None),
    *((text, 200, 0) for text in ("bytes=9-3", "bytes=-", "lines=1-", "bytes=0-1,4-5", "bytes=x-", "")),
)


def test_one_range_is_given_and_any_other_is_as_none(site: Site) -> None:
    manifest = site.till.hub.snapshots.current()
    assert manifest is not None
    for asked, status, length in RANGES_ASKED:
        request = httpx.Request("GET", f"{BASE}/v1/snapshot/{manifest.digest}", headers={"Range": asked})
        answer = site.send(request)
        assert (asked, answer.status_code) == (asked, status)
        if length is None:
            assert answer.json()["error"] == "range"
            assert answer.headers["content-range"] == f"bytes */{manifest.bytes}"
            again = site.send(httpx.Request("GET", request.url, headers={"Range": asked, "If-Range": '"x"'}))
            assert (again.status_code, len(again.content)) == (200, manifest.bytes)
        else:
            assert len(answer.content) == (length if length > 0 else manifest.bytes + length), asked


@pytest.mark.parametrize("path", ROUTES)
def test_what_the_description_lets_one_ask_is_answered_as_it_says(site: Site, path: str) -> None:
    assert hold(site, path, FEW) >= ROUTES[path]


@pytest.mark.parametrize("path", WITH_BODY)
def test_what_it_does_not_let_one_ask_is_answered_as_it_says(site: Site, path: str) -> None:
    assert 400 in hold(site, path, FEW, GenerationMode.NEGATIVE)


@pytest.mark.long
@pytest.mark.parametrize("path", ROUTES)
def test_much_of_what_one_may_ask(site: Site, path: str) -> None:
    assert hold(site, path, MANY) >= ROUTES[path]


@pytest.mark.long
@pytest.mark.parametrize("path", WITH_BODY)
def test_much_of_what_one_may_not_ask(site: Site, path: str) -> None:
    assert 400 in hold(site, path, MANY, GenerationMode.NEGATIVE)


@pytest.mark.parametrize(
    ("status", "content_type", "body"),
    [
        (200, "application/json", b"{}"),
        (200, "text/html", b"<!doctype html>"),
        (409, "application/json", b'{"error": "fork"}'),
        (400, "application/json", b'{"detail": "no"}'),
        (429, "application/json", b'{"error": "slow_down"}'),  # without Retry-After
        (500, "application/json", b'{"error": "internal"}'),
    ],
)
def test_a_hub_that_answers_otherwise_is_found_out(
    site: Site, status: int, content_type: str, body: bytes
) -> None:
    async def other(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"content-type", content_type.encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    # Hypothesis reports the several ways in which it is wrong together.
    with pytest.raises((FailureGroup, BaseExceptionGroup)):
        hold(replace(site, app=other), "/v1/sync", 3)
