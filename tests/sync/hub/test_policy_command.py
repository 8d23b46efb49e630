"""`kaikuportti-hub policy`: what it shows, what it sets, and what it does not take."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sync.hub.hub import Hub
from sync.reading import policy_of
from tests.sync.hub.test_commands import said_by
from tests.sync.stage import EVENING, SetClock, Till, set_the_stage
from validator.domain.policy import Policy


@pytest.fixture
def folder(tmp_path: Path, clock: SetClock) -> Path:
    with Hub.create(tmp_path / "hub", "", clock) as hub:
        set_the_stage(hub)
    return tmp_path / "hub"


def shown(
    patch: pytest.MonkeyPatch, output: pytest.CaptureFixture[str], folder: Path, *changes: str
) -> dict[str, Any]:
    code, said = said_by(patch, output, "policy", *changes, "--data", folder, "--json")
    assert code == 0
    answer: dict[str, Any] = json.loads(said)
    return answer


def test_it_shows_the_programs_own_numbers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    answer = shown(monkeypatch, capsys, folder)
    assert answer["version"] == 1
    assert {
        name: answer["policy"][name] for name in ("cards-notice", "quotas-banner", "rules-stop", "last-ones")
    } == {
        "cards-notice": 86400,
        "quotas-banner": 7 * 86400,
        "rules-stop": 30 * 86400,
        "last-ones": 5,
    }
    code, said = said_by(monkeypatch, capsys, "policy", "--data", folder)
    assert code == 0
    lines = dict(line.split(maxsplit=1) for line in said.splitlines()[1:])
    assert (lines["cards-stop"], lines["again-within"], lines["provisional"], lines["child-notice"]) == (
        "30 d",
        "10 s",
        "yes",
        "5",
    )


def test_what_is_set_reaches_desks_signed_and_is_taken_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    set_to = shown(
        monkeypatch, capsys, folder, "cards-stop=14d", "rules-notice=90min", "provisional=no", "last-ones=3"
    )
    assert set_to["version"] > EVENING.timestamp()
    with Hub.open(folder) as hub:
        till = Till.at(hub)
        taken = policy_of(till.sync().signed_policy, hub.signer.public, Policy())
    assert taken == Policy(
        stop_after=timedelta(days=14),
        rules_notice_after=timedelta(minutes=90),
        provisional=False,
        last_ones=3,
        version=set_to["version"],
    )
    again = shown(
        monkeypatch, capsys, folder, "cards-stop=default", "last-ones=default", "provisional=default"
    )
    assert again["version"] > set_to["version"]
    assert (again["policy"]["cards-stop"], again["policy"]["rules-notice"]) == (30 * 86400, 90 * 60)


@pytest.mark.parametrize(
    "change",
    [
        *("cards-stop", "cards-stop=", "cards-stop=soon", "cards-stop=14", "last-ones=3d", "version=9"),
        *("nothing=1d", "cards-notice=8d", "rules-stop=4000d", "=1d", "last-ones=yes=no"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path, change: str
) -> None:
    code, said = said_by(monkeypatch, capsys, "policy", "last-ones=3", change, "--data", folder)
    assert code == 2
    assert said.startswith("kaikuportti-hub: ")
    assert shown(monkeypatch, capsys, folder)["version"] == 1
