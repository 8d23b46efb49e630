"""The documents say what is so: links lead somewhere, and what the code offers stands in its page."""

import ast
import re
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import typer

from sync.asking import Wanted, read_party
from sync.cli import NO_SCREEN_TEXT
from sync.cli import app as desk_program
from sync.demo import DEMO_PIN, Moment, once
from sync.hub import sample
from sync.hub.app import create_app
from sync.hub.cli import app as hub_program
from sync.hub.hub import Hub
from sync.hub.importing.rows import SORTS
from tests.house.pages import ROOT, anchors, commands_shown, pages, section, text
from ui.manager.board import AT_ONCE, SHOWS, SOLD_OUT, TRUSTING
from ui.paper.cheat import KEYS
from ui.paper.command import register
from validator import __version__
from validator.config import FIELDS, FILE_VARIABLE, PREFIX

register(desk_program)
PROGRAMS = {"kaikuportti": desk_program, "kaikuportti-hub": hub_program}
PACKAGES = ("sync", "ui", "validator")
EVERYWHERE = {"--data", "--database"}
"""Options that every command of the hub has; its guide says so once."""

DIAGRAM = re.compile(r"^```mermaid$(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt|Meta)\+)+\S+|F[1-9]\d?|Esc")
HELD = {"Alt", "AltGr", "CapsLock", "Control", "Meta", "NumLock", "Shift"}
"""Keys that do nothing by themselves."""
UNBOUND = {"Space", "Tab", "Shift+Tab"}
"""Keys that Qt has by itself."""
QT_NAMES = {"Return": "Enter", "Escape": "Esc"}
"""What Qt calls a key, where people call it something else."""


def commands(program: str) -> dict[str, dict[str, Any]]:
    """The commands of a program, each with its options by name; one of a group with the group's name before its own."""
    group: Any = typer.main.get_command(PROGRAMS[program])
    found = {"": group}
    for name, command in group.commands.items():
        inner = getattr(command, "commands", {})
        found |= {f"{name} {each}": inner[each] for each in inner} if inner else {name: command}
    return {
        name: {
            option: parameter
            for parameter in command.params
            if parameter.param_type_name == "option"
            for option in (*parameter.opts, *parameter.secondary_opts)
        }
        for name, command in found.items()
    }


@pytest.mark.parametrize("page", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme == "https", link
            continue
        target = page.parent / unquote(parts.path) if parts.path else page
        assert target.exists(), f"{link}: no such file"
        if parts.fragment:
            assert parts.fragment in anchors(target.read_text(encoding="utf-8")), f"{link}: no such heading"


def test_no_diagram_has_a_semicolon() -> None:
    """Mermaid takes it for the end of the line, and shows an error instead of the picture."""
    drawn = [each for page in pages() for each in DIAGRAM.findall(page.read_text(encoding="utf-8"))]
    assert drawn
    assert [line for each in drawn for line in each.splitlines() if ";" in line] == []


def test_every_command_of_the_hub_has_its_section() -> None:
    guide = section(text("docs/hub-guide.md"), "The commands")
    for name, options in commands("kaikuportti-hub").items():
        told = section(guide, name) if name else guide
        assert told, f"{name}: no section"
        assert untold(options.keys() - EVERYWHERE, told) == [], name
    assert untold(EVERYWHERE, section(text("docs/hub-guide.md"), "In short")) == []


def test_every_command_of_the_desk_is_in_the_readme() -> None:
    readme = text("README.md")
    for name, options in commands("kaikuportti").items():
        assert f"`kaikuportti {name}".rstrip() in readme, name
        assert untold(options, readme) == [], name


def untold(options: Iterable[str], told: str) -> list[str]:
    """The options that do not stand in a text."""
    return [option for option in sorted(options) if not re.search(rf"(?<![\w-]){option}(?![\w-])", told)]


@pytest.mark.parametrize("page", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_is_shown_exists(page: Path) -> None:
    assert_they_exist(commands_shown(page.read_text(encoding="utf-8")))


def assert_they_exist(lines: Iterable[str]) -> None:
    """That each command line names a command of ours and options of its own."""
    for shown in lines:
        program, *words = shlex.split(shown, comments=True)
        known = commands(program)
        names = [" ".join(words[:length]) for length in (2, 1)]
        name = next((name for name in names if name in known), "")
        assert name or not words or words[0].startswith("-"), shown
        options = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert options <= {*known[name], "--help"}, shown


def test_every_target_of_make_is_told() -> None:
    told = text("README.md") + text("CONTRIBUTING.md")
    targets = re.findall(r"^\.PHONY: (\w+)$", text("Makefile"), re.MULTILINE)
    assert [target for target in targets if not re.search(rf"`(make )?{target}`|make {target}\b", told)] == []


def test_every_setting_is_in_the_readme() -> None:
    told = section(text("README.md"), "Settings")
    rows = [f"| `{name}` | `{PREFIX}{name.upper()}` |" for name in FIELDS]
    assert [row for row in rows if row not in told] == []
    assert f"`{FILE_VARIABLE}`" in told


def test_every_variable_of_the_environment_is_told() -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in pages())
    sources = (path.read_text(encoding="utf-8") for each in PACKAGES for path in (ROOT / each).rglob("*.py"))
    named = {name for source in sources for name in re.findall(r"\"(KAIKUPORTTI_[A-Z_]+[A-Z])\"", source)}
    assert FILE_VARIABLE in named
    assert [name for name in sorted(named) if f"`{name}`" not in told] == []


def keys_of_the_window() -> Iterator[str]:
    """The keys that the window names: shortcuts, Qt's own names, and the signs of single keys."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if path.name == "cheat.py":  # it tells of keys and binds none
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                yield node.value
            elif isinstance(node, ast.Attribute) and node.attr.startswith("Key_"):
                name = node.attr.removeprefix("Key_")
                yield QT_NAMES.get(name, name)
            elif isinstance(node, ast.MatchValue) and path.name == "letters.py":
                assert isinstance(node.value, ast.Constant)
                yield str(node.value.value).upper()
    yield from (SHOWS, SOLD_OUT, TRUSTING, AT_ONCE)


def test_every_key_of_the_window_is_in_the_desk_guide() -> None:
    told = section(text("docs/desk-guide.md"), "Every key")
    keys = set(keys_of_the_window())
    assert keys >= {"Enter", "Esc", "F1", "+", "-", "A", "Ctrl+Z"}
    shown = {word.strip("`,()|") for word in told.split()}
    assert sorted(keys - shown - HELD) == []
    column = (line.split("|")[1] for line in told.splitlines() if line.startswith("| ") and "---" not in line)
    named = {word.strip("`,()") for row in column for word in row.split()} - {
        "Key",
        "letters",
        "and",
        "digits",
        "or",
    }
    assert sorted(named - keys - UNBOUND) == []


def test_the_cheat_sheet_has_the_keys_that_are_bound_and_no_other() -> None:
    shown = [name for names, _ in KEYS for name in names.split()]
    assert len(shown) == len(set(shown))
    bound = set(keys_of_the_window()) - HELD - UNBOUND
    assert sorted(bound ^ (set(shown) - UNBOUND)) == []


def test_every_address_of_the_hub_is_in_the_protocol(tmp_path: Path) -> None:
    protocol = text("docs/protocol.md")
    with Hub.create(tmp_path / "hub") as hub:
        paths = create_app(hub).openapi()["paths"]
    assert "/v1/sync" in paths
    told = {
        f"{method.upper()} {path}": re.sub(r"\{\w+\}", "{", path)
        for path, methods in paths.items()
        for method in methods
    }
    plain = re.sub(r"\{\w+\}", "{", protocol)
    assert [address for address, path in told.items() if f"{address.split()[0]} {path}" not in plain] == []


def test_every_column_of_a_list_is_in_the_hub_guide() -> None:
    lists = section(text("docs/hub-guide.md"), "Lists")
    for kind, sort in SORTS.items():
        told = section(lists, kind.value)
        spoken = {name for name in sort.columns if name not in {"name_sv", "name_en"}}
        assert [name for name in sorted(spoken) if f"`{name}`" not in told] == [], kind


def test_the_readmes_example_is_what_is_answered() -> None:
    block = re.search(
        r"^    \$ kaikuportti demo --once (\w+) --children 2 --offline\n((?:    .*\n)+)",
        text("README.md"),
        re.MULTILINE,
    )
    assert block is not None
    answer = once(Wanted(block[1], party=read_party(2, None)), Moment(offline=True))
    shown = " ".join(block[2].split())
    for name, value in answer.items():
        if name not in {"sentence", "trace", "at"}:
            assert f'"{name}": {_json(value)}' in shown, name
    assert all(f'"{language}": "{words}"' in shown for language, words in answer["sentence"].items())
    assert re.findall(r'"(\w+)": ', shown.partition('"trace"')[0])[0] == next(iter(answer))


def _json(value: object) -> str:
    match value:
        case list():
            return "[" + ", ".join(map(_json, value)) + "]"
        case str():
            return f'"{value}"'
        case _:
            return str(value)


def test_the_cards_to_try_are_in_the_sample_network() -> None:
    known = {card["code"] for card in sample.listing()["cards"]}
    shown = re.findall(r"\b(?=\w*\d)[A-Z0-9]{10}\b", text("README.md") + NO_SCREEN_TEXT)
    assert len(shown) > 5
    assert [code for code in shown if code not in known] == []


def test_what_is_said_without_a_screen_can_be_typed() -> None:
    assert_they_exist(commands_shown(NO_SCREEN_TEXT))


def test_the_readme_has_the_demos_pin() -> None:
    assert f"PIN `{DEMO_PIN}`" in text("README.md")


def test_architecture_is_one_page_with_a_test_behind_each_invariant() -> None:
    page = text("ARCHITECTURE.md")
    assert len(page.splitlines()) <= 150
    rows = dict(re.findall(r"^\| (I\d+) \| (.+) \|$", page, re.MULTILINE))
    assert list(rows) == [f"I{number}" for number in range(1, 14)]
    for name, row in rows.items():
        assert NAMED_TEST.search(row) or "*Next: " in row, name
    for path, test in NAMED_TEST.findall(page):
        names = {node.name for node in ast.walk(ast.parse(text(path))) if isinstance(node, ast.FunctionDef)}
        assert test in names, f"{path}::{test}"


@pytest.mark.parametrize("package", PACKAGES)
def test_the_tree_names_every_module_and_no_other(package: str) -> None:
    tree = text("ARCHITECTURE.md").partition("```")[2].partition("```")[0]
    block = re.search(rf"^{package}/.*\n((?:  .*\n)*)", tree, re.MULTILINE)
    assert block is not None
    named = {
        word.rstrip("/")
        for line in block[1].splitlines()
        for word in re.split(r" {2,}", line.strip())[0].split()
    }
    there = {
        path.stem
        for path in (ROOT / package).iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert named == there - {"__init__"}


def test_every_decision_is_in_the_list() -> None:
    index = text("docs/adr/README.md")
    records = sorted((ROOT / "docs/adr").glob("[0-9]*.md"))
    assert len({path.name[:4] for path in records}) == len(records)
    for path in records:
        page = path.read_text(encoding="utf-8")
        title = page.splitlines()[0].removeprefix(f"# {path.name[:4]}: ")
        assert f"| [{path.name[:4]}]({path.name}) | {title} |" in index, path.name
        assert re.search(
            r"^Status: (accepted|superseded by \[\d{4}\]\(.+\)), \d{4}-\d\d-\d\d$", page, re.MULTILINE
        )
        assert all(
            f"\n## {part}\n" in page for part in ("The question", "Decision", "Also weighed", "Consequences")
        )


def test_the_changelog_has_this_version() -> None:
    headings = re.findall(r"^## (.+)$", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert re.fullmatch(rf"\[{re.escape(__version__)}\] - \d{{4}}-\d\d-\d\d", headings[1])
