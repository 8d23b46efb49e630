import json
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sync.hub import sample
from sync.hub.hub import Hub
from sync.hub.office import app
from tests.sync.office.sheets import pages
from tests.sync.stage import SetClock, code, set_the_stage
from validator.errors import ConfigError, ImportBad

CODE = re.compile(r"\b[A-Z0-9]{10}\b")
HEADER = "code;kind;area;valid_from;valid_to;children\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder of a hub with a few cards."""
    with Hub.create(tmp_path / "hub", clock=SetClock()) as hub:
        set_the_stage(hub)
    return tmp_path / "hub"


def run(*words: str | Path, said: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=said, catch_exceptions=False)


def test_import_tells_what_came_in_and_says_no_code(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "cards.csv"
    rows = [f"{code(number).reveal()};personal;espoo;2018-05-01;2019-04-30;2\n" for number in range(1, 15)]
    path.write_text(HEADER + "".join(rows) + "x;;;;;\n" * 12)
    done = run("import", path, "--data", folder)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "cards.csv, cards: 8 new, 6 changed, 0 as they were"
    assert (
        lines[1]
        == "  row 2 changed: valid_from was 2018-01-01, is 2018-05-01; valid_to was 2018-12-31, is 2019-04-30"
    )
    assert lines[7] == f"  bad rows: 12, in {tmp_path / 'cards.quarantine.csv'}"
    assert lines[8].startswith(
        "  row 16 is bad: code: has not the form of this network's codes; kind: is missing; "
    )
    assert lines[-1] == "  and 2 more"
    assert CODE.findall(done.output) == []

    told = json.loads(run("import", path, "--json", "--data", folder).stdout)
    assert (told["added"], told["changed"], told["same"], told["quarantined"]) == (0, 0, 14, 12)
    assert len(told["lists"][0]["bad"]) == 12
    assert CODE.findall(json.dumps(told)) == []


def test_import_of_what_is_no_list(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_bytes(b"\x00")
    with pytest.raises(ImportBad):
        run("import", tmp_path / "cards.csv", "--data", folder)
    with pytest.raises(ConfigError):
        run("import", tmp_path / "cards.csv", "--data", tmp_path / "nothing")
    assert run("import", tmp_path / "cards.csv", "--kind", "people", "--data", folder).exit_code == 2


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be interrupted from outside there")
def test_ctrl_c_keeps_what_is_in_and_says_so(folder: Path, tmp_path: Path) -> None:
    path, total = tmp_path / "cards.csv", 4_000
    numbers = range(1000, 1000 + total)
    path.write_text(
        HEADER + "".join(f"{code(n).reveal()};personal;espoo;2018-05-01;2019-04-30;\n" for n in numbers)
    )
    run_office = "from sync.hub.office import app; app()"
    words = [sys.executable, "-c", run_office, "import", str(path), "--json", "--data", str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as office:
        hub = sqlite3.connect(folder / "hub.db", isolation_level=None)
        while hub.execute("SELECT count(*) FROM cards").fetchone()[0] < 500:
            assert office.poll() is None
        # Nothing gets in while the interrupt is on its way.
        hub.execute("BEGIN IMMEDIATE")
        office.send_signal(signal.SIGINT)
        hub.execute("ROLLBACK")
        hub.close()
        stdout, stderr = office.communicate()
    assert (office.returncode, stderr) == (
        130,
        "stopped: what is in stays; import the same files again to go on\n",
    )
    told = json.loads(stdout)
    assert told["stopped"] is True
    assert 500 <= told["added"] < total
    rest = json.loads(run("import", path, "--json", "--data", folder).stdout)
    assert (rest["stopped"], rest["same"], rest["added"]) == (False, told["added"], total - told["added"])


def test_notes_are_told(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("id;name_fi;name_sv;colour\nkarkkila;Karkkila;Högfors;red\n".encode("cp1252"))
    done = run("import", path, "--kind", "areas", "--data", folder)
    assert "note: read as Latin-1" in done.stdout
    assert "note: columns that are not known and were not read: 1" in done.stdout


def test_issue_says_the_new_code_and_only_that(folder: Path) -> None:
    told = json.loads(run("issue", "--area", "espoo", "--children", "1", "--json", "--data", folder).stdout)
    assert (told["area"], told["children"], told["status"]) == ("espoo", 1, "active")
    assert CODE.fullmatch(told["code"])
    assert (
        len(CODE.findall(run("issue", "--area", "espoo", "--kind", "community", "--data", folder).stdout))
        == 1
    )
    assert run("issue", "--area", "espoo", "--children", "-1", "--data", folder).exit_code == 2


def test_close_asks_for_the_code_and_does_not_repeat_it(folder: Path) -> None:
    done = run("close", "--data", folder, said=f"{code(2).reveal()}\n")
    assert done.exit_code == 0
    assert "closed" in done.stdout
    given = run("close", code(3).reveal(), "--json", "--data", folder)
    assert json.loads(given.stdout)["code"] == code(3).masked


def test_replace_says_the_new_code(folder: Path) -> None:
    told = json.loads(run("replace", code(2).reveal(), "--json", "--data", folder).stdout)
    assert told["code"] != code(2).reveal()
    assert told["valid_to"] == "2018-12-31"


def test_print_writes_a_sheet_and_pictures(folder: Path, tmp_path: Path) -> None:
    done = run(
        "print",
        "--cards",
        "all",
        "--out",
        tmp_path / "all.pdf",
        "--pictures",
        tmp_path / "cards",
        "--data",
        folder,
    )
    assert done.stdout.splitlines() == [
        f"6 cards in {tmp_path / 'all.pdf'}",
        f"6 cards in {tmp_path / 'cards'}",
    ]
    assert len(list(pages(tmp_path / "all.pdf", 20))) == 1
    assert len(list((tmp_path / "cards").iterdir())) == 6
    two = f"{code(1).reveal()}, {code(2).reveal()}"
    done = run(
        "print",
        "--cards",
        two,
        "--cards",
        code(3).reveal(),
        "--pictures",
        tmp_path / "three",
        "--data",
        folder,
    )
    assert done.stdout == f"3 cards in {tmp_path / 'three'}\n"
    one = run("print", "--cards", code(3).reveal(), "--out", tmp_path / "one.pdf", "--data", folder)
    assert one.stdout == f"1 card in {tmp_path / 'one.pdf'}\n"


def test_print_needs_a_place_and_a_card(folder: Path, tmp_path: Path) -> None:
    assert run("print", "--cards", "all", "--data", folder).exit_code == 2
    assert run("print", "--cards", ",", "--out", tmp_path / "x.pdf", "--data", folder).exit_code == 2


def test_sample_is_listed_for_people_and_for_scripts() -> None:
    told = json.loads(run("sample", "--json").stdout)
    assert told == sample.listing()
    lines = run("sample").stdout.splitlines()
    assert len(lines) == len(told["cards"]) + len(told["steps"])
