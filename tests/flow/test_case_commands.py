"""The commands about cases, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync.cli import BAD_INPUT, main
from sync.records import NOT_WELL, WELL
from sync.station import Station
from tests.sync.desk.test_cases import apart, lines, spoilt
from tests.sync.desk.world import CODES, World, give, world
from validator.domain.journal import Draft, EventKind

PIN = "2468"


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=8) as made:
        yield made


@pytest.fixture
def stations(net: World, monkeypatch: pytest.MonkeyPatch) -> tuple[Station, Station]:
    """Two desks that gave for one card; the first is this machine's own."""
    one, other = apart(net)
    one.desk(lambda: True).door.set_pin(PIN)
    monkeypatch.setenv("KAIKUPORTTI_DATA", str(one.folder))
    monkeypatch.setenv("KAIKUPORTTI_KEYS", "file")
    monkeypatch.setenv("KAIKUPORTTI_PIN", PIN)
    return one, other


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command in this process; its exit code and what it said."""

    def command(*words: str) -> tuple[int, str]:
        code = main(list(words))
        return code, capsys.readouterr().out

    return command


def test_it_is_listed_and_settled_for_both(stations: tuple[Station, Station], run: Any) -> None:
    code, said = run("cases", "list", "--json")
    (case,) = json.loads(said)
    assert (code, case["kind"], case["count"], case["settled"]) == (WELL, "duplicate", 2, False)
    assert {side["desk"] for side in case["sides"]} == {"one", "other"}
    assert all(side["decided"]["trace"] for side in case["sides"])
    assert CODES[0].reveal() not in said
    code, said = run("cases", "list")
    assert (code, "duplicate" in said, "S01" in said) == (WELL, True, True)
    assert run("cases", "settle", case["id"][:8], "ours") == (WELL, f"{case['id']}: settled as ours\n")
    assert run("cases", "list") == (WELL, "there is nothing to look at\n")
    (case,) = json.loads(run("cases", "list", "--all", "--json")[1])
    assert [said["outcome"] for said in case["said"]] == ["ours"]
    assert case["settled"]
    stations[1].courier().carry()
    assert lines(stations[1]) == ()


def test_without_the_pin_nothing_is_settled(
    stations: tuple[Station, Station], run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAIKUPORTTI_PIN", "0000")
    (line,) = lines(stations[0])
    code, said = run("cases", "settle", line.case.id, "seen")
    assert code == BAD_INPUT
    assert "0000" not in said
    assert len(lines(stations[0])) == 1


def test_what_is_not_there_is_not_settled(stations: tuple[Station, Station], run: Any) -> None:
    assert run("cases", "settle", "nothing", "seen")[0] == BAD_INPUT


def test_what_was_not_accepted_is_sent_anew_once(
    net: World, stations: tuple[Station, Station], run: Any
) -> None:
    one, other = stations
    run("cases", "settle", lines(one)[0].case.id, "seen")
    give(one, CODES[1])
    spoilt(net, one)
    assert "can be sent as a new entry" in run("cases", "list")[1]
    told = {case["kind"]: case for case in json.loads(run("cases", "list", "--all", "--json")[1])}
    assert (told["refused"]["anew"], told["duplicate"]["anew"]) == (True, False)
    name = told["refused"]["id"]
    assert run("cases", "send-anew", told["duplicate"]["id"])[0] == NOT_WELL
    assert run("cases", "send-anew", name[:8]) == (WELL, f"{name}: sent as a new entry\n")
    assert run("cases", "send-anew", name) == (NOT_WELL, "not sent: somebody has settled it\n")
    assert [row.status for row in net.rows("events")].count("refused") == 1
    assert run("cases", "list") == (WELL, "there is nothing to look at\n")
    other.courier().carry()
    with other.ledger.read() as books:
        assert len(books.given()) == 3, "its own, and both that the other desk gave"


@pytest.mark.long
def test_what_is_not_accepted_once_more_is_said_and_stays(
    net: World, stations: tuple[Station, Station], run: Any
) -> None:
    one, _ = stations
    run("cases", "settle", lines(one)[0].case.id, "seen")
    with one.ledger.write() as books:
        body = {"reservation": "r-1", "venue": "elsewhere"}
        books.append(Draft("e-1", EventKind.RELEASE, net.clock.now(), "2018", body, ()))
    (case,) = json.loads(run("cases", "list", "--json")[1])
    code, said = run("cases", "send-anew", case["id"])
    (again,) = json.loads(run("cases", "list", "--json")[1])
    assert (code, again["id"] in said, again["id"] != case["id"]) == (NOT_WELL, True, True)
    assert run("cases", "send-anew", again["id"])[0] == NOT_WELL, "a new one goes out each time"


@pytest.mark.long
def test_without_the_hub_it_goes_out_later(net: World, stations: tuple[Station, Station], run: Any) -> None:
    one, _ = stations
    give(one, CODES[1])
    spoilt(net, one)
    name = next(line.case.id for line in lines(one) if line.anew)
    net.server.stop()
    assert run("cases", "send-anew", name) == (WELL, f"{name}: it goes out as a new entry\n")
