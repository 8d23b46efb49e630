"""The documents, taken apart for the tests that hold them to the code."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.MULTILINE)
_NOT_IN_AN_ANCHOR = re.compile(r"[^\w\- ]")


def pages() -> list[Path]:
    """Every page of the project."""
    return [*(ROOT / name for name in PAGES), *sorted((ROOT / "docs").rglob("*.md"))]


def text(name: str) -> str:
    """A page's text."""
    return (ROOT / name).read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its own or a higher rank; empty where there is no such heading."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", page, re.MULTILINE)
    if found is None:
        return ""
    end = re.search(rf"^#{{1,{len(found[1])}}} ", page[found.end() :], re.MULTILINE)
    return page[found.end() :] if end is None else page[found.end() : found.end() + end.start()]


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings."""
    titles = _HEADING.findall(_FENCE.sub("", page))
    return {_NOT_IN_AN_ANCHOR.sub("", title.lower()).replace(" ", "-") for title in titles}


def commands_shown(page: str) -> list[str]:
    """The command lines of our programs in a page: in code blocks, and in the text."""
    blocks = re.findall(r"^ {4,}(?:\$ )?(?:\.venv/bin/)?(kaikuportti(?:-hub)?(?: .*)?)$", page, re.MULTILINE)
    spans = re.findall(r"`(kaikuportti(?:-hub)?(?: [^`]*)?)`", page)
    # What a line is for may stand behind it, apart by spaces.
    return [re.split(r" {2,}", line)[0] for line in (*blocks, *spans)]
