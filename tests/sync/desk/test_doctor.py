"""The preflight names what is wrong, and touches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sync.doctor import Examined, State, examine, is_fit, of_cameras, of_ports
from tests.sync.desk.world import CODES, EVENING, World, give, world
from validator.config import KeyStorage, Settings
from validator.domain.policy import Stamp
from validator.scan.known import KnownCamera, known_cameras
from validator.scan.serialport import Port
from validator.store.keys import FileVault


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=2) as made:
        yield made


def found(folder: Path) -> dict[str, Examined]:
    findings = examine(Settings(data=folder, keys=KeyStorage.FILE), lambda: FileVault(folder))
    assert is_fit(findings) is all(each.state is not State.BAD for each in findings)
    return {each.what: each for each in findings}


def test_before_there_is_a_desk_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    findings = found(folder)
    assert findings["store"].state is State.NOTICE
    assert findings["keys"].state is State.NOTICE
    assert "hub" not in findings
    assert list(tmp_path.iterdir()) == []


def test_cameras_and_serial_ports_are_named(tmp_path: Path) -> None:
    none = Examined("camera", State.NOTICE, "none: hand scanners, pictures and typing do without")
    assert list(of_cameras(())) == [none]
    assert [
        (each.state, each.detail)
        for each in of_cameras((KnownCamera(0, "HD Webcam", "usb-1"), KnownCamera(2)))
    ] == [(State.OK, "HD Webcam (number 0)"), (State.NOTICE, "number 2, without a name")]
    there = (Port("COM3", "Honeywell 1950g", 0x0C2E), Port("COM4", "", None))
    assert [each.detail for each in of_ports(there)] == [
        "Honeywell 1950g (COM3): taken for a scanner by itself",
        "COM4: used only if it is chosen",
    ]
    assert found(tmp_path)["camera"] in {each.what: each for each in of_cameras(known_cameras())}.values()


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("")
    assert found(tmp_path / "desk")["store"].state is State.BAD


def test_a_desk_that_is_not_enrolled(net: World) -> None:
    station = net.empty("desk")
    findings = found(station.folder)
    assert "not enrolled" in [each.detail for each in findings.values() if each.state is State.NOTICE][-1]


def test_a_desk_without_a_list(net: World) -> None:
    station = net.desk()
    assert found(station.folder)["list"].state is State.BAD


def test_a_desk_whose_hub_is_away(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])
    net.server.__exit__(None, None, None)
    findings = found(station.folder)
    assert findings["hub"].state is State.NOTICE
    assert findings["outbox"] == Examined("outbox", State.OK, "1 events wait for the hub, 0 were refused")


def test_an_old_list_and_a_slow_clock(net: World) -> None:
    station = net.ready()
    with station.ledger.write() as books:
        name, stamp = books.register_in_use(), books.stamp()
        assert name is not None
        assert stamp is not None
        long_ago = station.clock.now() - timedelta(days=90)
        books.use_register(name, Stamp(stamp.version, long_ago))
        books.put_clock_floor(EVENING + timedelta(days=3650))
    findings = found(station.folder)
    assert findings["clock"].state is State.BAD
    assert findings["clock"].detail == "suspect: behind"
    assert findings["list"].state is State.BAD


def test_a_damaged_ledger(net: World) -> None:
    station = net.ready()
    station.close()
    path = station.folder / "ledger.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    findings = found(station.folder)
    assert findings["store"].state is State.BAD
    assert path.read_bytes() == bytes(content)


def test_a_hub_whose_time_is_another(net: World, tmp_path: Path) -> None:
    station = net.ready()
    with station.ledger.write() as books:
        books.put_setting("clock_offset_seconds", "-7200.0")
        books.put_clock_floor(EVENING)
    clock = found(station.folder)["clock"]
    assert clock.state is State.NOTICE
    assert clock.detail.endswith("-2:00:00")


def test_the_words_of_the_findings_hold_no_secret(net: World) -> None:
    station = net.ready()
    identity = station.identity
    assert identity is not None
    text = str(found(station.folder))
    assert identity.token not in text
    assert identity.signer.secret.hex() not in text
