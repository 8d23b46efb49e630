"""Whom to ask: what the hub's command names reaches every desk, with the area's own contact, and goes again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.hub import settings
from sync.station import Station
from tests.sync.desk.world import World, world
from tests.sync.hub.test_commands import said_by
from validator.desk import Contacts
from validator.store.identity import NetworkFacts, network_text, read_network

WHOM = "Tukipalvelu (koe): tuki@kaikuportti.example, 0100 000 000"


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=3) as made:
        yield made


def told(station: Station) -> Contacts:
    station.courier().carry()
    return station.desk(lambda: True).status().contacts


def name(net: World, whom: str) -> None:
    with net.hub.database.write() as tx:
        settings.set_support(net.hub.database, tx, whom)


def test_a_desk_hears_whom_to_ask_and_that_nobody_is_named_any_more(net: World) -> None:
    station = net.ready()
    assert told(station).support == ""
    name(net, f"  {WHOM} ")
    assert told(station).support == WHOM
    later = net.ready("later")
    assert told(later).support == WHOM
    name(net, "")
    assert told(station).support == ""


def test_facts_that_an_older_program_kept_name_nobody(net: World) -> None:
    with net.ready().ledger.read() as books:
        facts = books.network()
    assert isinstance(facts, NetworkFacts)
    older = network_text(facts).replace(', "support": ""', "")
    assert "support" not in older
    assert read_network(older).support == ""


def test_the_command_shows_and_sets_it_and_takes_one_line_only(
    net: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: str) -> tuple[int, str]:
        return said_by(monkeypatch, capsys, "support", *words, "--data", net.folder / "hub")

    assert said() == (0, "nobody is named\n")
    assert said(WHOM) == (0, f"{WHOM}\n")
    for bad in ("x" * (settings.LONGEST_SUPPORT + 1), "one\ntwo", "a\tb"):
        code, words = said(bad)
        assert (code, words.startswith("kaikuportti-hub: ")) == (2, True)
    assert said() == (0, f"{WHOM}\n")
    assert said("") == (0, "nobody is named\n")
