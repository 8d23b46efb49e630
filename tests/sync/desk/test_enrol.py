"""Letting a desk in: once, whole or not at all, and again if the answer was lost."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner

from sync.enrol import Invitation
from sync.hub.cli import app
from sync.station import Station, vault_for
from tests.sync.desk.otherside import OtherSide
from tests.sync.desk.world import THEATRE, World, world
from validator.config import KeyStorage, Settings
from validator.errors import ConfigError, HubRefused, HubUnreachable
from validator.store.keys import FileVault, KeyringVault, PassphraseVault


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=1) as made:
        yield made


def test_an_enrolled_desk_knows_who_it_is_and_says_so_first(net: World) -> None:
    station = net.empty("desk")
    invited = net.invitation()
    identity = station.enrol(invited, "Lippukassa")
    assert station.identity == identity
    assert (identity.name, identity.venues, identity.hub) == ("Lippukassa", (THEATRE,), net.url)
    assert identity.hub_key == net.hub.signer.public
    with station.ledger.read() as books:
        assert [entry.sequence for entry in books.entries()] == [1]
        assert books.verify().first_bad is None
        assert books.clock_floor() == net.clock.now()
    assert invited.code not in repr(invited)
    assert identity.token not in repr(identity)


def test_the_hubs_name_for_the_desk_is_taken_where_none_is_given(net: World) -> None:
    assert net.empty("desk").enrol(net.invitation()).name == "kassa"


def test_a_wrong_code_leaves_the_folder_as_it_was(net: World) -> None:
    station = net.empty("desk")
    with pytest.raises(HubRefused) as caught:
        station.enrol(Invitation.of(net.url, "AAAA-BBBB-CCCC"))
    assert caught.value.details["error"] == "code_unknown"
    assert "AAAA" not in str(caught.value)
    assert station.identity is None
    assert station.enrol(net.invitation()).venues == (THEATRE,)


def test_a_code_is_good_for_one_desk(net: World) -> None:
    code = net.invitation()
    net.empty("first").enrol(code)
    with pytest.raises(HubRefused) as caught:
        net.empty("second").enrol(code)
    assert caught.value.details["error"] == "code_spent"


def test_a_code_whose_answer_was_lost_is_good_again_for_the_same_desk(net: World) -> None:
    where = urlsplit(net.url)

    def lose_the_answer(request: bytes) -> bytes:
        with socket.create_connection((where.hostname, where.port), 10) as hub:
            hub.sendall(request)
            assert hub.recv(65536).startswith(b"HTTP/1.1 200")
        return b""

    code = net.invitation().code
    station = net.empty("desk")
    with OtherSide(lose_the_answer) as side, pytest.raises(HubUnreachable):
        station.enrol(Invitation.of(side.url, code))
    assert station.identity is None
    station.close()
    again = net.empty("desk")
    again.enrol(Invitation.of(net.url, code))
    assert again.courier().carry().confirmed == 1
    assert len(net.rows("desks")) == 1


def test_the_hubs_own_invitation_can_be_read(net: World) -> None:
    words = ["enrol", "--venue", THEATRE, "--hub-url", net.url, "--data", str(net.folder / "hub"), "--json"]
    made = json.loads(CliRunner().invoke(app, words).stdout)
    assert Invitation.read(f" {made['invitation']}\n") == Invitation.of(net.url, made["code"])
    pinned = Invitation.read(f"kaikuportti://enrol?hub=https://hub.example.fi&code=X&pin={'AB' * 32}")
    assert pinned.address.fingerprint == "ab" * 32


@pytest.mark.parametrize(
    "text",
    [
        "",
        "KXTR-MHZB-WQFN",
        "https://hub.example.fi",
        "kaikuportti://enrol?hub=https://hub.example.fi",
        "kaikuportti://enrol?hub=http://hub.example.fi&code=X",
        "kaikuportti://enrol?hub=&code=X",
        "kaikuportti://[enrol",
    ],
)
def test_what_is_no_invitation(text: str) -> None:
    with pytest.raises(ConfigError):
        Invitation.read(text)


def test_no_code_is_no_invitation() -> None:
    with pytest.raises(ConfigError):
        Invitation.of("https://hub.example.fi", "  ")


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (KeyStorage.KEYRING, KeyringVault),
        (KeyStorage.FILE, FileVault),
        (KeyStorage.PASSPHRASE, PassphraseVault),
    ],
)
def test_the_keys_are_kept_where_the_settings_say(tmp_path: Path, keys: KeyStorage, kind: type) -> None:
    assert isinstance(vault_for(Settings(data=tmp_path, keys=keys), lambda: "salasana"), kind)


def test_files_behind_a_passphrase_open_again(net: World, tmp_path: Path) -> None:
    folder = tmp_path / "sealed"
    vault = PassphraseVault(folder, "salasana")
    with Station.open(folder, vault, net.clock) as station:
        station.enrol(net.invitation())
    with Station.open(folder, vault, net.clock) as station:
        assert station.identity is not None
