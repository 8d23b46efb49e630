"""The shape of the tree: what may lie at the top, how long a file may be, which names and calls are out."""

import ast
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOP = {
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "assets",
    "docs",
    "pyproject.toml",
    "sync",
    "tests",
    "ui",
    "validator",
}
PACKAGES = ("assets", "sync", "ui", "validator")
LONGEST = 400
VAGUE = {"common", "helper", "helpers", "managers", "misc", "util", "utils"}
CLOCK = "validator/clock.py"
IMPURE = {
    "asyncio",
    "concurrent",
    "glob",
    "io",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
"""Modules of the standard library that read a clock, a disk, a network, chance or the process."""


def sources(*folders: str) -> Iterator[tuple[str, Path]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path


def imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names.add(node.module or "")
    return names


def test_nothing_else_lies_at_the_top() -> None:
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line]
    entries = {path.name for path in ROOT.iterdir()} - {".git"}
    assert {name for name in entries if not any(fnmatch(name, pattern) for pattern in ignored)} == TOP


def test_no_file_is_longer_than_one_can_read() -> None:
    paths = [*sources(*PACKAGES, "tests", ".ci"), ("Makefile", ROOT / "Makefile")]
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in paths}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for _, path in sources(*PACKAGES)}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_modules_are_named_for_what_they_hold() -> None:
    names = {name for name, path in sources(*PACKAGES, "tests") if VAGUE & set(path.relative_to(ROOT).parts)}
    names |= {name for name, path in sources(*PACKAGES, "tests") if path.stem in VAGUE}
    assert names == set()


def test_only_the_clock_may_silence_the_ban_on_clocks() -> None:
    silenced = re.compile(r"noqa(?!:)|noqa:[^#]*TID251|ruff: *noqa")
    found = [name for name, path in sources(*PACKAGES, "tests", ".ci") if silenced.search(path.read_text())]
    assert [name for name in found if name not in {CLOCK, "tests/house/test_tree.py"}] == []


def test_no_file_takes_itself_out_of_the_types() -> None:
    waived = re.compile(r"^# mypy: *(ignore|disable|allow)", re.MULTILINE)
    assert [
        name for name, path in sources(*PACKAGES, "tests", ".ci") if waived.search(path.read_text())
    ] == []


def test_no_mock_library_and_no_thread_of_qt() -> None:
    mocks = re.compile(r"^\s*(from|import)\s+(unittest|mock|pytest_mock)\b", re.MULTILINE)
    for name, path in sources(*PACKAGES, "tests"):
        text = path.read_text(encoding="utf-8")
        assert not mocks.search(text), name
        if name != "tests/house/test_tree.py":
            assert "QThread(" not in text, name


def test_no_test_waits_for_time_to_pass() -> None:
    waits = re.compile(r"\b(qtbot\.wait|time\.sleep|QTest\.qWait|QTest\.qSleep)\(")
    for name, path in sources("tests"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            assert not waits.search(line), f"{name}:{number}"


def test_the_rules_import_only_values() -> None:
    allowed = (set(sys.stdlib_module_names) - IMPURE) | {"stdnum"}
    for name, path in sources("validator/domain"):
        foreign = {module for module in imported_names(path) if not module.startswith("validator.domain")}
        assert {module for module in foreign if module.split(".")[0] not in allowed} == set(), name


def test_the_databases_clock_is_never_asked() -> None:
    asks = re.compile(r"func\.now\(|CURRENT_TIMESTAMP|CURRENT_DATE|julianday\(|strftime\('%s'|unixepoch\(")
    assert [name for name, path in sources(*PACKAGES) if asks.search(path.read_text(encoding="utf-8"))] == []
