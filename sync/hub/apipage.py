"""The page under /docs: the web interface's own description, as plain HTML of one piece.

A hub at a venue may see no internet, so the page fetches nothing from anywhere: no script, no font, no picture, one style sheet
within. What it says is what `openapi.json` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""The page's Content-Security-Policy: a browser holds it to fetching nothing."""

_REFERENCE = "#/components/schemas/"
_STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8882; --mark: #2563ae; }
@media (prefers-color-scheme: dark) { :root { --mark: #8ab8f0; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
h1 { font-size: 1.7rem; margin: 1rem 0 0; } h2 { font-size: 1.25rem; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1.05rem; margin: 0; } p { margin: 0.4rem 0; } a { color: var(--mark); }
article { border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1rem; margin: 0.8rem 0; }
code { font: 0.92em ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
h3 code b { color: var(--mark); margin-right: 0.6em; }
table { border-collapse: collapse; width: 100%; margin-top: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.8rem 0.25rem 0; border-top: 1px solid var(--soft); }
td:first-child { width: 11rem; }
th { font-weight: 600; font-size: 0.85rem; border-top: 0; }
"""


def page(description: Mapping[str, Any]) -> str:
    """An OpenAPI description as one HTML page."""
    info, schemas = description["info"], description.get("components", {}).get("schemas", {})
    title = escape(f"{info['title']} {info['version']}")
    parts = [
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
        "<p>What desks ask and what the hub answers. For programs: ",
        '<a href="openapi.json">openapi.json</a> (OpenAPI). What the messages mean: <code>docs/protocol.md</code>.</p>',
        "<h2>Addresses</h2>",
        *(
            _address(path, verb, told)
            for path, verbs in description["paths"].items()
            for verb, told in verbs.items()
        ),
        "<h2>Messages</h2>",
        *(_message(name, schemas[name]) for name in sorted(schemas)),
        "</body></html>",
    ]
    return "\n".join(parts)


def _address(path: str, verb: str, told: Mapping[str, Any]) -> str:
    rows = [("token", "is shown as <code>Authorization: Bearer …</code>")] if told.get("security") else []
    rows += [
        (f"{each['in']} <code>{escape(each['name'])}</code>", _kind(each.get("schema", {})))
        for each in told.get("parameters", ())
    ]
    rows += [("request", content) for content in _contents(told.get("requestBody", {}))]
    rows += [
        (f"answer {escape(status)}", ", ".join(_contents(answer)) or _prose(answer.get("description", "")))
        for status, answer in told.get("responses", {}).items()
    ]
    heading = f"<h3><code><b>{escape(verb.upper())}</b>{escape(path)}</code></h3>"
    return f"<article>{heading}{_paragraphs(told.get('description', ''))}{_table(rows)}</article>"


def _message(name: str, schema: Mapping[str, Any]) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        (f"<code>{escape(field)}</code>", _kind(told), "needed" if field in needed else _default(told))
        for field, told in schema.get("properties", {}).items()
    ]
    heading = f'<h3 id="{escape(name)}"><code>{escape(name)}</code></h3>'
    head = ("field", "kind", "where it is missing") if rows else ()
    return f"<article>{heading}{_paragraphs(schema.get('description', ''))}{_table(rows, head)}</article>"


def _contents(part: Mapping[str, Any]) -> Iterator[str]:
    for media, content in part.get("content", {}).items():
        kind = _kind(content.get("schema", {}))
        yield f"{kind} as <code>{escape(media)}</code>"


def _kind(schema: Mapping[str, Any]) -> str:
    """What a value may be."""
    if reference := schema.get("$ref"):
        name = escape(reference.removeprefix(_REFERENCE))
        return f'<a href="#{name}">{name}</a>'
    if choices := schema.get("anyOf"):
        return " or ".join(_kind(each) for each in choices)
    word = str(schema.get("type", "any value"))
    if word == "array" and "items" in schema:
        return f"list of {_kind(schema['items'])}"
    if word == "object" and isinstance(schema.get("additionalProperties"), Mapping):
        return f"object of {_kind(schema['additionalProperties'])}"
    limits = [str(schema["format"])] if "format" in schema else []
    limits += [f"at most {schema['maxLength']} signs"] if "maxLength" in schema else []
    return escape(f"{word} ({', '.join(limits)})" if limits else word)


def _default(schema: Mapping[str, Any]) -> str:
    default = schema.get("default")
    is_plain = isinstance(default, str | int | float)
    return (
        f"<code>{escape(repr(default) if isinstance(default, str) else str(default))}</code>"
        if is_plain
        else "nothing"
    )


def _table(rows: Iterable[tuple[str, ...]], head: tuple[str, ...] = ()) -> str:
    lines = ["".join(f"<th>{cell}</th>" for cell in head)] if head else []
    lines += ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>" if lines else ""


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{_prose(part)}</p>" for part in text.split("\n\n") if part.strip())


def _prose(text: str) -> str:
    return re.sub(r"`+([^`]+)`+", r"<code>\1</code>", escape(text))
