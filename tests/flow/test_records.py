"""The commands about the desk's records, as they are typed: exit codes, and no desk needed to verify."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync.cli import BAD_INPUT, FAILED, main
from sync.hub.recovery import recover
from sync.records import NOT_WELL, WELL
from sync.station import Station
from tests.sync.desk.journals import Pieces
from tests.sync.desk.world import CODES, World, give, world

ROOT = Path(__file__).resolve().parents[2]
DAY = "2018-10-13"
MAIN = "from ui.program import main; main()"


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=8) as made:
        yield made


@pytest.fixture
def station(net: World, monkeypatch: pytest.MonkeyPatch) -> Station:
    """This machine's own desk, which gave once and has told of it."""
    station = net.ready()
    give(station, CODES[0])
    station.courier().carry()
    monkeypatch.setenv("KAIKUPORTTI_DATA", str(station.folder))
    monkeypatch.setenv("KAIKUPORTTI_KEYS", "file")
    return station


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command in this process; its exit code and what it said."""

    def command(*words: object) -> tuple[int, str]:
        code = main([str(word) for word in words])
        return code, capsys.readouterr().out

    return command


def test_from_the_desk_to_the_hub_by_hand(net: World, station: Station, run: Any, tmp_path: Path) -> None:
    give(station, CODES[1], online=False)
    path = tmp_path / "journal.jsonl"
    assert run("journal", "export", path) == (WELL, "")
    station.close()
    shutil.rmtree(station.folder)
    code, said = run("journal", "verify", path)
    assert (code, said.count("\n")) == (WELL, 1)
    assert "all 3 entries hold" in said
    assert recover(net.hub, path).counts["accepted"] == 1


def test_an_export_is_verified_where_there_is_no_desk_and_no_hub(
    net: World, station: Station, run: Any, tmp_path: Path
) -> None:
    path = tmp_path / "journal.jsonl"
    run("journal", "export", path)
    elsewhere = {name: value for name, value in os.environ.items() if not name.startswith("KAIKUPORTTI_")}
    elsewhere["HOME"] = str(tmp_path / "elsewhere")
    net.closing.close()
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "journal", "verify", str(path), "--json"],
        cwd=ROOT,
        env=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stdout)
    assert (done.returncode, told["holds"], told["good"], told["countersigned"]) == (WELL, True, 2, 2)
    assert not (tmp_path / "elsewhere").exists()


def test_the_first_bad_entry_is_named(station: Station, run: Any, tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    run("journal", "export", path)
    identity = station.identity
    assert identity is not None
    pieces = Pieces.of(path, identity.signer)
    pieces.edit(2, b'"adults":1', b'"adults":2')
    pieces.write()
    code, said = run("journal", "verify", path)
    assert (code, "entry 2 was edited" in said) == (NOT_WELL, True)
    code, said = run("journal", "verify", path, "--json")
    told = json.loads(said)
    assert (code, told["first_bad"], told["flaw"], told["good"]) == (NOT_WELL, 2, "edited", 1)


def test_the_desks_own_journal_is_verified_without_a_file(station: Station, run: Any) -> None:
    code, said = run("journal", "verify", "--json")
    assert (code, json.loads(said)["entries"]) == (WELL, 2)


def test_what_is_in_the_way_is_bad_input(station: Station, run: Any, tmp_path: Path) -> None:
    path = tmp_path / "there"
    path.write_bytes(b"\x00\xff")
    for words in (
        ("journal", "verify", path),
        ("journal", "verify", tmp_path / "nowhere"),
        ("journal", "export", path),
        ("journal", "export", tmp_path),
        ("journal", "nonsense"),
        ("day-close", "--date", "yesterday"),
    ):
        code, said = run(*words)
        assert (code, set(json.loads(said))) == (BAD_INPUT, {"error", "what", "message"}), words
    assert path.read_bytes() == b"\x00\xff"
    assert run("journal", "export", path, "--force")[0] == WELL
    assert run("journal", "export", tmp_path / "no" / "folder")[0] == FAILED


def test_a_machine_without_a_desk(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAIKUPORTTI_DATA", str(tmp_path / "empty"))
    for words in (("journal", "verify"), ("journal", "export", tmp_path / "file"), ("day-close",)):
        code, said = run(*words)
        assert (code, json.loads(said)["what"]) == (BAD_INPUT, "not_enrolled")
    assert not (tmp_path / "empty").exists()


def test_a_day_is_closed_with_what_was_still_waiting(net: World, station: Station, run: Any) -> None:
    give(station, CODES[1], online=False)
    code, said = run("day-close", "--date", DAY, "--json")
    told = json.loads(said)
    assert (code, told["holds"], told["here"], told["there"], told["differences"]) == (WELL, True, 3, 3, [])
    assert len(bytes.fromhex(told["signature"])) == 64
    assert run("day-close", "--date", DAY)[1].startswith(f"{DAY}: closed; 3 entries")
    assert json.loads(run("day-close", "--json")[1])["day"] == DAY, "today, by the hub's clock"
    net.server.__exit__(None, None, None)
    assert run("day-close", "--date", DAY)[0] == FAILED


def test_a_day_that_differs_is_listed(net: World, station: Station, run: Any) -> None:
    shutil.copytree(station.folder, net.folder / "backup")
    give(station, CODES[1])
    station.courier().carry()
    station.close()
    shutil.rmtree(station.folder)
    shutil.copytree(net.folder / "backup", station.folder)
    code, said = run("day-close", "--date", DAY)
    assert code == NOT_WELL
    assert said.splitlines() == [
        f"{DAY}: 2 entries here, 3 at the hub",
        "entry 3 (redemption) is at the hub and not here",
        "the hub holds 1 entries behind the last one here: this is an old copy of the desk",
    ]
    told = json.loads(run("day-close", "--date", DAY, "--json")[1])
    assert [(row["gap"], row["sequence"]) for row in told["differences"]] == [("not_here", 3)]
    code, said = run("journal", "verify")
    assert (code, "this is an old copy" in said) == (NOT_WELL, True)
