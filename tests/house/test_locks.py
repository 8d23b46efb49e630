"""The locked packages: whole, pinned, with hashes, without an address, and each side without the other's."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / ".ci/locks"
NAMES = ("demo", "desk", "dev", "hub")
ADDRESS = re.compile(r"://|--index|--extra-index|--find-links|--trusted-host|\bfile:|@ ")
PINNED = re.compile(r"([a-z0-9][a-z0-9-]*)==(\S+)( ; .+)? \\")
HASHED = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def pins(name: str) -> dict[str, str]:
    matches = (PINNED.fullmatch(line) for line in (LOCKS / f"{name}.txt").read_text().splitlines())
    return {match[1]: match[2] for match in matches if match}


def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)["project"]
    return found


def asked_for(*extras: str) -> set[str]:
    """Names of the packages that the project itself asks for, with the extras that an extra names."""
    wanted: set[str] = set()
    lists = [project()["dependencies"], *(project()["optional-dependencies"][extra] for extra in extras)]
    for requirement in (line for lines in lists for line in lines):
        match = re.match(r"([A-Za-z0-9._-]+)(?:\[([a-z,]+)\])?", requirement)
        assert match
        if match[1] == "kaikuportti":
            wanted |= asked_for(*match[2].split(","))
        else:
            wanted.add(match[1].lower())
    return wanted


@pytest.mark.parametrize("name", NAMES)
def test_lock_holds_pins_and_hashes_and_nothing_else(name: str) -> None:
    lines = (LOCKS / f"{name}.txt").read_text().splitlines()
    assert [line for line in lines if not PINNED.fullmatch(line) and not HASHED.fullmatch(line)] == []


@pytest.mark.parametrize("path", ["pyproject.toml", *(f".ci/locks/{name}.txt" for name in NAMES)])
def test_no_address_of_an_index(path: str) -> None:
    assert [line for line in (ROOT / path).read_text().splitlines() if ADDRESS.search(line)] == []


@pytest.mark.parametrize(
    ("name", "extras"),
    [("desk", ["desk"]), ("hub", ["hub"]), ("demo", ["demo", "editable"]), ("dev", ["dev"])],
)
def test_lock_has_all_that_the_project_asks_for(name: str, extras: list[str]) -> None:
    assert asked_for(*extras) - pins(name).keys() == set()


def test_locks_agree_on_versions() -> None:
    dev = pins("dev")
    for name in NAMES:
        assert pins(name).items() - dev.items() == set()


def test_a_hub_gets_no_window_and_no_camera() -> None:
    desk_only = asked_for("desk") - asked_for()
    assert desk_only & pins("hub").keys() == set()


def test_a_desk_gets_no_server() -> None:
    hub_only = {name.removesuffix("[binary]") for name in asked_for("hub") - asked_for()}
    assert (hub_only | {"starlette"}) & pins("desk").keys() == set()
