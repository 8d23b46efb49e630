"""A forgotten PIN: the house's code, from the hub's command to the desk's door; for one desk, once, in time, by the hub's word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sync.hub import pinreset
from sync.pinwire import SignedReset, reset_words
from sync.station import Station
from sync.wire import SyncAnswer
from tests.sync.desk.world import Bent, World, courier_on, line_to, world
from tests.sync.hub.test_commands import said_by
from validator.desk.door import ManagerDoor
from validator.domain.reset import Reset, code_digest
from validator.errors import ConfigError
from validator.signing import Signer

STRANGER = Signer(b"x" * 32)
CODE = "KXTR-MHZB-WQFN"


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=3) as made:
        yield made


def door(station: Station) -> ManagerDoor:
    return station.desk(lambda: True).door


def desk_id(station: Station) -> str:
    identity = station.identity
    assert identity is not None
    return identity.desk


def issued(net: World, desk: str, life: timedelta = pinreset.LIFE) -> str:
    with net.hub.database.write() as tx:
        return pinreset.issue(net.hub.database, tx, desk, net.clock.now(), life).text


def test_a_code_of_the_house_sets_the_pin_anew_once(net: World) -> None:
    station = net.ready()
    door(station).set_pin("2468")
    code = issued(net, desk_id(station))
    assert not door(station).try_pin(code).resets, "the desk has not heard of it yet"
    station.courier().carry()
    for typed in (code, code.lower(), code.replace("-", " ")):
        answer = door(station).try_pin(typed)
        assert (answer.right, answer.resets, answer.locked_until) == (False, True, None)
    assert door(station).try_pin("2468").right, "the old one is good until it was set anew"
    with pytest.raises(ValueError, match="four"):
        door(station).reset_pin(code, "13")
    assert not door(station).reset_pin("KXTR-MHZB-WQFX", "1357")
    assert door(station).reset_pin(code, "1357")
    assert door(station).try_pin("1357").right
    assert not door(station).try_pin("2468").right
    station.courier().carry()
    assert not door(station).reset_pin(code, "9999"), "it is spent, though the hub still tells of it"
    assert not door(station).try_pin(code).resets


def test_a_lock_out_does_not_keep_it_out_and_it_is_no_wrong_try(net: World) -> None:
    station = net.ready()
    door(station).set_pin("2468")
    code = issued(net, desk_id(station))
    station.courier().carry()
    for _ in range(3):
        answer = door(station).try_pin("0000")
    assert answer.locked_until is not None
    assert door(station).try_pin(code).resets
    assert door(station).reset_pin(code, "1357")
    assert door(station).try_pin("1357").right


def test_it_is_good_without_a_connection_and_not_for_ever(net: World) -> None:
    station = net.ready()
    code = issued(net, desk_id(station), timedelta(hours=1))
    station.courier().carry()
    net.server.stop()
    net.clock.run(timedelta(minutes=59))
    assert door(station).try_pin(code).resets
    net.clock.run(timedelta(minutes=2))
    assert not door(station).try_pin(code).resets
    assert not door(station).reset_pin(code, "1357")


def test_a_newer_code_takes_the_place_of_the_one_before_and_another_desk_has_none(net: World) -> None:
    station, other = net.ready(), net.ready("other")
    first = issued(net, desk_id(station))
    station.courier().carry()
    second = issued(net, desk_id(station))
    for each in (station, other):
        each.courier().carry()
    assert [door(station).try_pin(code).resets for code in (first, second)] == [False, True]
    assert not door(other).try_pin(second).resets
    with pytest.raises(ConfigError):
        issued(net, "d-0000000000000000")


def _words(desk: str) -> bytes:
    until = datetime(2018, 10, 20, tzinfo=UTC)
    return reset_words(desk, Reset("w", code_digest("w", CODE), until))


@pytest.mark.parametrize(
    ("said", "resets"),
    [
        (lambda station, net: (_words(desk_id(station)), net.hub.signer), True),
        (lambda station, net: (_words(desk_id(station)), STRANGER), False),
        (lambda _station, net: (_words("d-another"), net.hub.signer), False),
        (lambda _station, net: (b'{"desk":"d-another"}', net.hub.signer), False),
        (lambda _station, net: (b"no words", net.hub.signer), False),
    ],
)
def test_only_the_hubs_word_to_this_desk_is_taken(
    net: World, said: Callable[[Station, World], tuple[bytes, Signer]], resets: bool
) -> None:
    station = net.ready()
    words, signer = said(station, net)
    reset = SignedReset(words=words, signature=signer.sign(words))

    def bend(answer: SyncAnswer) -> SyncAnswer:
        return answer.model_copy(update={"pin_reset": reset})

    with line_to(station) as line:
        courier_on(station, Bent(line, bend)).carry()
    assert door(station).try_pin(CODE).resets is resets


def test_the_command_shows_the_code_once(
    net: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    station = net.ready()
    code, said = said_by(monkeypatch, capsys, "reset-pin", desk_id(station), "--data", net.folder / "hub")
    assert code == 0
    found = re.match(r"([A-Z]{4}-[A-Z]{4}-[A-Z]{4})   good once, at this desk, until ", said)
    assert found is not None
    code, said = said_by(monkeypatch, capsys, "reset-pin", "d-nobody", "--data", net.folder / "hub")
    assert (code, said.startswith("kaikuportti-hub: ")) == (2, True)
