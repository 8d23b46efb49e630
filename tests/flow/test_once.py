"""The headless contract: one JSON object and an exit code, for cards, pictures, bad input and every step of the sample network."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sync.asking import Wanted
from sync.cli import BAD_INPUT, DECLINED, FAILED, GIVEN, main
from sync.demo import Moment, once
from sync.hub import sample
from sync.hub.printing import write_pictures
from sync.hub.register import StoredCard
from validator.domain.card import Card, CardKind
from validator.domain.code import CardCode
from validator.words import LANGUAGES

LISTED = sample.listing()
COMMANDS = [step for step in LISTED["steps"] if "command" in step]
CODES = {card["label"]: card["code"] for card in LISTED["cards"]}
TWO_CHILDREN = CODES["kainuu-children-2"]
FIELDS = {
    "also",
    "at",
    "card",
    "code",
    "more",
    "notes",
    "offer",
    "performance",
    "sentence",
    "state",
    "tickets",
    "trace",
    "venue",
    "verdict",
    "visit",
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command in this process; its exit code and the one JSON object on its output."""

    def command(*words: str) -> tuple[int, dict[str, Any]]:
        code = main(words)
        out = capsys.readouterr().out
        assert out.count("\n") == 1
        return code, json.loads(out)

    return command


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo's folder with its hub and its first desk, in which nothing was given yet."""
    folder = tmp_path_factory.mktemp("begun")
    once(Wanted(TWO_CHILDREN), Moment(), folder, give=False)
    return folder


@pytest.fixture
def demo(run: Any, begun: Path, tmp_path: Path) -> Any:
    """Runs ``demo --once`` in a folder that is begun already: making a hub is most of the work."""
    folder = shutil.copytree(begun, tmp_path / "demo")

    def command(*words: str) -> tuple[int, dict[str, Any]]:
        return run("demo", "--once", *words, "--data", str(folder))  # type: ignore[no-any-return]

    return command


@pytest.mark.parametrize(
    "step",
    [
        # Every code is reached without a program in tests/sync/office/test_sample.py; here a few in each run, all in `make long`.
        pytest.param(step, id=step["code"], marks=[] if number % 6 == 0 else pytest.mark.long)
        for number, step in enumerate(COMMANDS)
    ],
)
def test_every_step_of_the_sample_reaches_its_code(step: dict[str, Any], demo: Any) -> None:
    words = shlex.split(step["command"])
    assert words[:3] == ["kaikuportti", "demo", "--once"]
    code, answer = demo(*words[3:])
    shown = answer[step["shows"]]
    assert step["code"] in ([shown] if isinstance(shown, str) else shown)
    assert code == (GIVEN if answer["verdict"] == "give" else DECLINED)


def test_a_giving_says_all_of_it(run: Any) -> None:
    code, answer = run("demo", "--once", TWO_CHILDREN, "--children", "2")
    assert code == GIVEN
    assert set(answer) == FIELDS
    assert (answer["code"], answer["verdict"], answer["tickets"]) == ("A02", "give", 3)
    assert answer["state"] == "confirmed"
    assert answer["card"] == "…" + TWO_CHILDREN[-4:]
    assert set(answer["sentence"]) == set(LANGUAGES)
    assert answer["at"] == "2018-10-13T17:30:00+03:00"
    assert all(
        set(check) == {"rule", "outcome", "code", "used", "as_of", "remedy"} for check in answer["trace"]
    )
    assert TWO_CHILDREN not in json.dumps(answer)


def test_offline_it_is_recorded_and_says_so(demo: Any) -> None:
    code, answer = demo(TWO_CHILDREN, "--offline")
    assert (code, answer["state"]) == (GIVEN, "recorded")
    assert "W01" in answer["notes"]


def test_a_code_in_groups_and_small_letters_is_the_same_card(demo: Any) -> None:
    typed = f" {TWO_CHILDREN[:4].lower()}-{TWO_CHILDREN[4:7]} {TWO_CHILDREN[7:]} "
    _, answer = demo(typed)
    assert answer["code"] == "A01"


@pytest.mark.parametrize(
    "code",
    [
        "",
        "x" * 5000,
        "\udcff\x00",
        *(pytest.param(code, marks=pytest.mark.long) for code in (" ", "../no/such", TWO_CHILDREN[:-1])),
    ],
)
def test_what_is_no_code_is_declined(code: str, demo: Any) -> None:
    exit_code, answer = demo(code)
    assert exit_code == DECLINED
    assert (answer["code"], answer["state"], answer["tickets"]) == ("R02", None, 0)


def test_an_offer_elsewhere_is_asked_at_its_own_venue(demo: Any) -> None:
    _, answer = demo(TWO_CHILDREN, "--offer", "espoo-concert")
    assert answer["offer"] == "espoo-concert"
    assert answer["venue"] != sample.demo_desk_venue()


@pytest.mark.parametrize(
    ("date", "at"),
    [
        ("2018-12-31", "2018-12-31T12:00:00+02:00"),
        ("2018-12-31T23:59:59.999999", "2018-12-31T23:59:59+02:00"),
        ("2018-07-01T12:00:00Z", "2018-07-01T15:00:00+03:00"),
        ("2018-10-28T03:30", "2018-10-28T03:30:00+03:00"),
    ],
)
def test_the_date_is_now_for_hub_and_desk(date: str, at: str, demo: Any) -> None:
    _, answer = demo(TWO_CHILDREN, "--date", date)
    assert answer["at"] == at
    assert answer["state"] == "confirmed"
    assert "W02" not in answer["notes"]


@pytest.mark.parametrize(
    ("words", "error", "what"),
    [
        (["--offer", "no-such"], "bad_input", "offer"),
        (["--date", "yesterday"], "bad_input", "date"),
        (["--date", "9999-12-31"], "bad_input", "date"),
        (["--date", "2018-02-30"], "bad_input", "date"),
        (["--override", "R13"], "bad_input", "override"),
        (["--override", "X1"], "bad_input", "override"),
        (["--override", "R32", "--override-reason", "because"], "usage", ""),
        (["--reserve", "--collect"], "bad_input", "purpose"),
        (["--member", "nobody.png"], "picture_bad", "missing"),
        (["--children", "-1"], "usage", ""),
        (["--children", "two"], "usage", ""),
        (["--list-age", "-1"], "usage", ""),
        (["--frobnicate"], "usage", ""),
    ],
)
def test_bad_input(words: list[str], error: str, what: str, demo: Any) -> None:
    code, answer = demo(TWO_CHILDREN, *words)
    assert code == BAD_INPUT
    assert (answer["error"], answer["what"]) == (error, what)
    assert answer["message"]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.png", b"", "empty"),
        ("text.png", b"hello", "not_a_picture"),
        (
            "cut.png",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x00\x00\x00\x00",
            "broken",
        ),
    ],
)
def test_a_bad_picture(name: str, content: bytes, what: str, demo: Any, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    code, answer = demo(str(path))
    assert (code, answer["error"], answer["what"]) == (BAD_INPUT, "picture_bad", what)


@pytest.mark.parametrize("name", ["none.png", "none.JPG"])
def test_a_picture_that_is_not_there(name: str, demo: Any) -> None:
    code, answer = demo(name)
    assert (code, answer["error"], answer["what"]) == (BAD_INPUT, "picture_bad", "missing")


def test_a_booking_is_collected_in_the_same_folder_and_only_once(demo: Any) -> None:
    assert demo(TWO_CHILDREN, "--reserve")[1]["code"] == "A08"
    assert demo(TWO_CHILDREN, "--collect")[1]["code"] == "A06"
    assert demo(TWO_CHILDREN)[1]["code"] == "R32"


def test_a_desk_that_is_cut_off_gives_what_it_has_rights_for_and_no_more(run: Any, tmp_path: Path) -> None:
    (steps,) = [step["steps"] for step in LISTED["steps"] if step["code"] == "R38"]
    first, second = (shlex.split(step.replace("FOLDER", str(tmp_path)))[1:] for step in steps[:2])
    assert run(*first)[1]["tickets"] == 3
    assert run(*second)[1]["code"] == "R38"


def test_a_manager_lifts_what_may_be_lifted(demo: Any) -> None:
    demo(TWO_CHILDREN)
    assert demo(TWO_CHILDREN)[0] == DECLINED
    code, answer = demo(TWO_CHILDREN, "--override", "R32", "--override-reason", "fault")
    assert (code, answer["verdict"], answer["state"]) == (GIVEN, "give", "confirmed")


def test_checking_gives_nothing(run: Any) -> None:
    code, answer = run("check", TWO_CHILDREN, "--demo")
    assert (code, answer["verdict"], answer["state"]) == (GIVEN, "give", None)


@pytest.mark.long
def test_a_printed_card_is_read_by_the_real_program(tmp_path: Path) -> None:
    row = next(card for card in LISTED["cards"] if card["label"] == "kainuu-children-2")
    card = Card(
        "x", CardKind(row["kind"]), row["area"], sample.demo_instant().date(), sample.demo_instant().date()
    )
    write_pictures([StoredCard(card, CardCode(row["code"]))], tmp_path)
    picture = next(path for path in tmp_path.iterdir())
    command = [sys.executable, "-c", "from ui.program import main; main()", "demo", "--once", str(picture)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (GIVEN, "")
    answer = json.loads(done.stdout)
    assert (answer["code"], answer["state"], answer["card"]) == ("A01", "confirmed", "…" + row["code"][-4:])


@pytest.mark.parametrize("words", [[], pytest.param(["demo"], marks=pytest.mark.long)])
def test_without_a_screen_it_says_so_and_shows_the_headless_way(words: list[str]) -> None:
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-c", "from ui.program import main; main()", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 4
    assert "kaikuportti demo --once" in done.stderr


def test_a_desk_that_is_not_enrolled_says_so(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAIKUPORTTI_DATA", str(tmp_path / "desk"))
    code, answer = run("check", TWO_CHILDREN)
    assert (code, answer["error"], answer["what"]) == (BAD_INPUT, "config", "not_enrolled")
    assert not (tmp_path / "desk").exists()


@pytest.mark.long
def test_a_desk_of_its_own_enrols_checks_and_is_examined(
    run: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sync.hub.hub import Hub
    from sync.hub.server import HubServer, Listening
    from validator.clock import SystemClock

    monkeypatch.setenv("KAIKUPORTTI_DATA", str(tmp_path / "desk"))
    monkeypatch.setenv("KAIKUPORTTI_KEYS", "passphrase")
    monkeypatch.setenv("KAIKUPORTTI_PASSPHRASE", "salasana")
    clock = SystemClock.starting_at(sample.demo_instant())
    with Hub.create(tmp_path / "hub", clock=clock, demo_offset=clock.offset) as hub:
        sample.load(hub)
        with HubServer(hub, Listening(port=0)) as server:
            code = hub.enrol_code("Kassa", [sample.demo_desk_venue()]).text
            assert main(["enrol", "--hub", server.url, "--code", code]) == 0
            capsys.readouterr()
            assert run("check", TWO_CHILDREN)[1]["notes"] == []
            assert "W01" in run("check", TWO_CHILDREN, "--offline")[1]["notes"]
            exit_code, answer = run("check", TWO_CHILDREN, "--offer", "espoo-concert")
            assert (exit_code, answer["what"]) == (BAD_INPUT, "offer"), "another venue's"
            exit_code, found = run("doctor", "--json")
            states = {each["what"]: each["state"] for each in found["checks"]}
            assert (exit_code, found["ok"]) == (GIVEN, True)
            assert {"store", "clock", "hub", "list", "outbox", "keys"} <= set(states)
            assert {states[what] for what in ("store", "clock", "hub", "list", "outbox", "keys")} == {"ok"}
            assert main(["enrol", "--hub", server.url, "--code", "AAAA-BBBB-CCCC"]) == FAILED
            again = hub.enrol_code("Kassa", [sample.demo_desk_venue()]).text
            assert main(["enrol", "--hub", server.url, "--code", again]) == 0, "the same desk comes in again"
            capsys.readouterr()
    assert "W01" in run("check", TWO_CHILDREN)[1]["notes"]
    monkeypatch.setenv("KAIKUPORTTI_PASSPHRASE", "wrong")
    exit_code, answer = run("check", TWO_CHILDREN)
    assert (exit_code, answer["error"]) == (FAILED, "key_missing")
    exit_code, found = run("doctor", "--json")
    assert (exit_code, found["ok"]) == (FAILED, False)
    assert main(["doctor"]) == FAILED
    assert "bad     store" in capsys.readouterr().out


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    from validator import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"{__version__}\n"
