"""The hub's commands with arguments that make no sense: one sentence each, exit code 2, and nothing is made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sync.hub import schema
from sync.hub.cli import main
from sync.hub.hub import Hub
from tests.sync.hub.looking import count
from tests.sync.stage import SetClock, set_the_stage

BROKEN = "\udcff"
"""What Python makes of a byte on the command line that is no UTF-8."""


@pytest.fixture
def folder(tmp_path: Path, clock: SetClock) -> Path:
    with Hub.create(tmp_path / "hub", "", clock) as hub:
        set_the_stage(hub)
    return tmp_path / "hub"


def said_by(
    patch: pytest.MonkeyPatch, output: pytest.CaptureFixture[str], *arguments: object
) -> tuple[int, str]:
    patch.setattr(sys, "argv", ["kaikuportti-hub", *map(str, arguments)])
    with pytest.raises(SystemExit) as left:
        main()
    said = output.readouterr()
    return int(left.value.code or 0), said.out + said.err


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--name", ""], "needs a name"),
        (["--name", "a\nb"], "needs a name"),
        (["--name", BROKEN], "needs a name"),
        (["--name", "x" * 201], "needs a name"),
        (["--clock-offset", "nan"], "--clock-offset"),
        (["--clock-offset", "1e300"], "--clock-offset"),
        (["--clock-offset", "-1e11"], "--clock-offset"),
    ],
)
def test_a_hub_that_makes_no_sense_is_not_made(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    options: list[str],
    why: str,
) -> None:
    code, said = said_by(monkeypatch, capsys, "init", "--data", tmp_path / "new", *options)
    assert (code, why in said) == (2, True)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--venue", BROKEN], "venues of the register"),
        (["--hub-url", "hub.example.fi:8765"], "address is none"),
        (["--hub-url", "https://"], "address is none"),
        (["--hub-url", "https://hub.example.fi:99999"], "address is none"),
        (["--hub-url", "https://hub example.fi"], "address is none"),
        (["--hub-url", f"https://{BROKEN}"], "address is none"),
        (
            ["--hub-url", "https://hub.example.fi", "--certificate", "nowhere.pem"],
            "certificate cannot be read",
        ),
    ],
)
def test_an_invitation_that_leads_nowhere_costs_no_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    options: list[str],
    why: str,
) -> None:
    code, said = said_by(monkeypatch, capsys, "enrol", "--data", folder, "--venue", "theatre", *options)
    assert (code, why in said) == (2, True)
    with Hub.open(folder) as hub:
        assert count(hub, schema.enrolment_codes) == 0


def test_a_desks_name_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    name = f"Kassa\n{BROKEN}1" + "x" * 9000
    assert (
        said_by(monkeypatch, capsys, "enrol", "--data", folder, "--venue", "theatre", "--name", name)[0] == 0
    )
    with Hub.open(folder) as hub, hub.database.read() as tx:
        assert tx.execute(schema.enrolment_codes.select()).one().desk_name == "Kassa1" + "x" * 194


def test_broken_signs_are_on_no_card(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    for command in (
        ["close", BROKEN],
        ["replace", BROKEN],
        ["print", "--cards", BROKEN, "--out", tmp_path / "x.pdf"],
    ):
        code, said = said_by(monkeypatch, capsys, *command, "--data", folder)
        assert (code, "there is no card with this code" in said) == (2, True)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--certificate", "nowhere.pem", "--key", "nowhere.pem"], "no such file"),
        (["--certificate", "hub/hub.db", "--key", "hub/hub.db"], "cannot be read"),
        (["--host", "a..b", "--insecure-behind-proxy"], "cannot listen there"),
        (["--host", "a" * 300, "--insecure-behind-proxy"], "cannot listen there"),
    ],
)
def test_where_nothing_can_be_served(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    options: list[str],
    why: str,
) -> None:
    monkeypatch.chdir(folder.parent)
    code, said = said_by(monkeypatch, capsys, "serve", "--data", folder, "--port", 0, *options)
    assert (code, why in said) == (2, True)
