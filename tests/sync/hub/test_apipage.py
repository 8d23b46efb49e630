"""The page under /docs: whole without the internet, and it says what the description says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import httpx
import pytest

from sync.hub.apipage import POLICY, page
from sync.hub.hub import Hub
from sync.hub.server import HubServer, Listening

VOID = {"meta", "link", "img", "br"}


class Reader(HTMLParser):
    """Takes a page apart: what its elements are, what it points at, and what a person reads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.points: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in {"href", "src", "action"}:
                self.points.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture
def client(sqlite_hub: Hub) -> Iterator[httpx.Client]:
    with (
        HubServer(sqlite_hub, Listening(port=0)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        yield client


def test_the_page_fetches_nothing_from_anywhere(client: httpx.Client) -> None:
    response = client.get("/docs")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-security-policy"] == POLICY
    assert "//" not in response.text
    assert "url(" not in response.text
    assert "@import" not in response.text
    read = Reader(response.text)
    assert read.elements.isdisjoint({"script", "link", "img", "iframe", "form", "object"})
    assert {point for point in read.points if not point.startswith("#")} == {"openapi.json"}
    assert read.open == []


def test_the_page_says_what_the_description_says(client: httpx.Client) -> None:
    told = client.get("/openapi.json").json()
    read = Reader(client.get("/docs").text)
    for path, verbs in told["paths"].items():
        for verb, about in verbs.items():
            assert f"{verb.upper()} {path}" in read.text
            assert about["description"] in read.text
    schemas = told["components"]["schemas"]
    assert read.ids == sorted(schemas)
    for schema in schemas.values():
        assert set(schema.get("properties", {})) <= set(read.text.split())
    assert {point.removeprefix("#") for point in read.points if point.startswith("#")} <= set(read.ids)
    assert "Authorization: Bearer" in read.text


def test_what_a_description_holds_is_text_and_no_markup() -> None:
    sly = "<script>alert('x')</script> & `<b>`"
    schema = {"type": "string", "default": sly, "description": sly, "format": sly}
    odd = {
        "info": {"title": sly, "version": sly},
        "paths": {
            sly: {sly: {"description": sly, "parameters": [{"in": "path", "name": sly, "schema": schema}]}}
        },
        "components": {"schemas": {sly: {"description": sly, "properties": {sly: schema}}}},
    }
    read = Reader(page(odd))
    assert read.elements.isdisjoint({"script"})
    assert read.text.count("alert('x')") >= 6
    assert read.open == []


def test_kinds_are_told_in_words() -> None:
    def told(schema: dict[str, object]) -> str:
        message = {"properties": {"field": schema}}
        about = {
            "info": {"title": "t", "version": "1"},
            "paths": {},
            "components": {"schemas": {"M": message}},
        }
        return Reader(page(about)).text

    assert "field string (byte, at most 9 signs) nothing" in told(
        {"type": "string", "format": "byte", "maxLength": 9}
    )
    assert "field list of M nothing" in re.sub(
        " +", " ", told({"type": "array", "items": {"$ref": "#/components/schemas/M"}})
    )
    assert "field object of string or null 5" in told(
        {
            "anyOf": [{"type": "object", "additionalProperties": {"type": "string"}}, {"type": "null"}],
            "default": 5,
        }
    )
    assert "field object '' " in told({"type": "object", "additionalProperties": True, "default": ""})
    assert "field any value nothing" in told({})
