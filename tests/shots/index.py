"""The page of all pictures: one state below the other, with switches for language, look, size and how colours are seen."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SEEN = {
    "deuteranopia": (
        0.367322,
        0.860646,
        -0.227968,
        0.280085,
        0.672501,
        0.047413,
        -0.011820,
        0.042940,
        0.968881,
    ),
    "protanopia": (
        0.152286,
        1.052583,
        -0.204868,
        0.114503,
        0.786281,
        0.099216,
        -0.003882,
        -0.048116,
        1.051998,
    ),
    "tritanopia": (
        1.255528,
        -0.076749,
        -0.178779,
        -0.078411,
        0.930809,
        0.147602,
        0.004733,
        0.691367,
        0.303900,
    ),
    "achromatopsia": (0.2126, 0.7152, 0.0722) * 3,
}
"""How colours arrive, as matrices on linear RGB: Machado, Oliveira and Fernandes (2009) at full severity; the last is luminance."""

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #6f7275; color: #111 }
header { position: sticky; top: 0; background: #f3f1ec; padding: 8px 24px; border-bottom: 1px solid #767a7e; z-index: 1 }
header label { margin-right: 24px } main { padding: 24px } nav a { margin-right: 12px; white-space: nowrap; color: #0a4f5a }
section { background: #f3f1ec; padding: 16px 24px; margin-bottom: 24px; border-radius: 8px }
h2 { margin: 0 } .both { display: flex; gap: 24px; align-items: flex-start; flex-wrap: wrap }
img { max-width: 100%; display: block } pre { flex: 1; min-width: 320px; font-size: 13px; white-space: pre-wrap; margin: 0 }
"""

_SCRIPT = """
const asked = () => Object.fromEntries([...document.querySelectorAll("select")].map(each => [each.id, each.value]));
function show() {
  const now = asked();
  for (const section of document.querySelectorAll("section")) {
    const name = `${section.id}-${now.language}-${now.look}-${now.size}`, has = taken[name] !== undefined;
    const picture = section.querySelector("img");
    picture.hidden = !has;
    if (has) { picture.src = `${name}.png`; picture.alt = name; }
    picture.style.filter = now.seen ? `url(#${now.seen})` : "";
    section.querySelector("pre").textContent = has ? taken[name] : "not taken";
  }
}
document.addEventListener("change", show); show();
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """One picture.

    Attributes:
        path: ``<state>-<language>-<look>-<percent>.png``.
        tree: what a screen reader finds there.
    """

    state: str
    caption: str
    page: str
    path: Path
    tree: str


def write_index(taken: Sequence[Taken], folder: Path) -> Path:
    """Write the page beside its pictures; returns where it is."""
    states = {each.state: each for each in taken}
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8><title>Kaikuportti: every state of the window</title>",
        f"<style>{_STYLE}</style>{_filters()}<header>{_switches(taken)}</header><main><nav>",
        *(f'<a href="#{name}">{name}</a>' for name in states),
        "</nav>",
        *(_section(each) for each in states.values()),
        f"</main><script>const taken = {_trees(taken)};{_SCRIPT}</script></html>",
    ]
    path = folder / "index.html"
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


def _section(one: Taken) -> str:
    caption = html.escape(one.caption)
    return (
        f'<section id="{one.state}"><h2>{one.state}</h2><p>{one.page}: {caption}</p>'
        '<div class=both><img loading=lazy alt=""><pre></pre></div></section>'
    )


def _switches(taken: Sequence[Taken]) -> str:
    ways = [each.path.stem.removeprefix(f"{each.state}-").split("-") for each in taken]
    columns = [list(dict.fromkeys(column)) for column in zip(*ways, strict=True)]
    chosen = [
        _switch(name, [(value, value) for value in values])
        for name, values in zip(("language", "look", "size"), columns, strict=True)
    ]
    seen = [("", "all colours"), *((name, name) for name in _SEEN)]
    return "".join([*chosen, _switch("seen", seen)])


def _switch(name: str, values: Sequence[tuple[str, str]]) -> str:
    options = "".join(f'<option value="{value}">{text}</option>' for value, text in values)
    return f"<label>{name} <select id={name}>{options}</select></label>"


def _filters() -> str:
    made = []
    for name, parts in _SEEN.items():
        rows = "  ".join(
            " ".join(f"{part:.6f}" for part in (*parts[at : at + 3], 0.0, 0.0)) for at in (0, 3, 6)
        )
        made.append(
            f'<filter id="{name}" color-interpolation-filters="linearRGB">'
            f'<feColorMatrix type="matrix" values="{rows}  0 0 0 1 0"/></filter>'
        )
    return f"<svg width=0 height=0 style='position:absolute'>{''.join(made)}</svg>"


def _trees(taken: Sequence[Taken]) -> str:
    told = json.dumps({each.path.stem: each.tree for each in taken}, ensure_ascii=False)
    return told.replace("</", "<\\/")
