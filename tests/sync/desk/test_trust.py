"""A desk that is shut out, gets a new token, or comes in again: what it gave is told, and nothing of its own is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.hub import lending, rotation, trust
from sync.hub.events import REVOKED
from sync.station import Station
from sync.transport import Address, Transport
from tests.sync.desk.world import (
    CODES,
    OFFER,
    THEATRE,
    Lossy,
    World,
    courier_on,
    give,
    line_to,
    states,
    world,
)
from validator.desk import Ask
from validator.domain.code import CardRead, Source
from validator.domain.network import Names, Venue, VenueKind
from validator.domain.role import Role
from validator.domain.verdict import Decline, Give, Reason
from validator.errors import ConfigError, HubRefused, HubRevoked, HubUnreachable
from validator.store.keys import FileVault


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path / "net") as made:
        yield made


def revoke(net: World, station: Station) -> None:
    with net.hub.database.write() as tx:
        trust.revoke(tx, id_of(station), net.clock.now())


def restore(net: World, station: Station) -> None:
    with net.hub.database.write() as tx:
        trust.restore(tx, id_of(station))


def roll(net: World, station: Station) -> None:
    with net.hub.database.write() as tx:
        trust.roll(tx, net.hub.vault, id_of(station))


def id_of(station: Station) -> str:
    identity = station.identity
    assert identity is not None
    return identity.desk


def token_of(station: Station) -> str:
    identity = station.identity
    assert identity is not None
    return identity.token


def lists(station: Station) -> list[str]:
    return [path.name for path in station.folder.glob("*register-*")]


def with_rights(net: World) -> Station:
    """A desk that holds rights for ten tickets of today."""
    station = net.ready()
    quotas = station.desk(lambda: True).quotas
    (offer, _), *_ = quotas.rows()
    quotas.put(offer, quotas.days()[0], 10, Role.MANAGER)
    station.courier().carry()
    assert [row.out for row in lending.lent(net.hub)] == [10]
    return station


# Shut out.


def test_a_desk_that_was_shut_out_tells_what_it_gave_and_forgets_the_cards(net: World) -> None:
    station = net.ready()
    secret = net.hub.token_key.secret
    for code in CODES[:3]:
        give(station, code, online=False)
    revoke(net, station)
    with pytest.raises(HubRevoked):
        station.courier().carry()
    assert net.events() == [(1, "enrolled", "accepted"), *((n, "redemption", "accepted") for n in (2, 3, 4))]
    assert {row.reason for row in net.rows("events") if row.sequence > 1} == {REVOKED}
    assert states(station) == ["confirmed"] * 3
    assert (lists(station), station.registers.name) == ([], None)
    with station.ledger.read() as books:
        network = books.network()
        assert books.verify().first_bad is None
    assert network is not None
    assert (network.token_key.secret != secret, network.token_key.epoch) == (True, 0)


def test_it_gives_no_more_also_after_a_restart_without_the_hub(net: World) -> None:
    station = net.ready()
    choice = station.desk(lambda: False).choice_for(OFFER)
    revoke(net, station)
    with pytest.raises(HubRevoked):
        station.courier().carry()
    read = CardRead(CODES[0].reveal(), Source.TYPED, net.clock.now())
    station.close()
    with Station.open(station.folder, FileVault(station.folder), net.clock) as again:
        desk = again.desk(lambda: False)
        verdict = desk.counter.give(Ask(read, choice)).verdict
        assert isinstance(verdict, Decline)
        assert verdict.main.reason is Reason.NO_LIST
        assert (desk.status().listed_at, desk.status().cards, desk.status().desk) == (None, 0, "desk")
        with pytest.raises(HubRevoked):
            again.courier().carry()


def test_what_is_given_between_shutting_out_and_hearing_of_it_arrives(net: World) -> None:
    station = net.ready()
    revoke(net, station)
    assert isinstance(give(station, CODES[0], online=False).verdict, Give)
    line = Lossy(line_to(station))
    line.lose_answers = 1
    with pytest.raises(HubUnreachable):
        courier_on(station, line).carry()
    for _ in range(2):
        with pytest.raises(HubRevoked):
            courier_on(station, line).carry()
    line.line.close()
    assert net.events() == [(1, "enrolled", "accepted"), (2, "redemption", "accepted")]
    assert states(station) == ["confirmed"]


def test_its_rights_go_back_by_its_own_word(net: World) -> None:
    station = with_rights(net)
    revoke(net, station)
    with pytest.raises(HubRevoked):
        station.courier().carry()
    assert [row.out for row in lending.lent(net.hub)] == [0]
    with station.ledger.read() as books:
        assert books.waiting().events == 0


def test_a_desk_that_is_let_in_again_has_its_list_and_key_with_the_next_pass(net: World) -> None:
    station = net.ready()
    revoke(net, station)
    with pytest.raises(HubRevoked):
        station.courier().carry()
    restore(net, station)
    assert station.courier().carry().cards == 40
    assert isinstance(give(station, CODES[0]).verdict, Give)


# A new token.


def test_a_new_token_is_kept_and_every_line_shows_it(net: World) -> None:
    station = net.ready()
    old, courier = token_of(station), station.courier()
    roll(net, station)
    courier.carry()
    new = token_of(station)
    assert new != old
    give(station, CODES[0])
    assert courier.carry().confirmed == 1
    identity = station.identity
    assert identity is not None
    with Transport(Address.of(identity.hub), old, station.clock) as before, pytest.raises(HubRefused):
        courier_on(station, Lossy(before)).carry()


def test_two_windows_get_the_same_new_token(net: World) -> None:
    station = net.ready()
    roll(net, station)
    with Station.open(station.folder, FileVault(station.folder), net.clock) as other:
        first, second = station.courier(), other.courier()
        first.carry()
        second.carry()
        give(other, CODES[0])
        assert (second.carry().confirmed, token_of(other) == token_of(station)) == (1, True)
        first.carry()


def test_a_lost_answer_with_a_new_token_locks_nobody_out(net: World) -> None:
    station = net.ready()
    old = token_of(station)
    roll(net, station)
    line = Lossy(line_to(station))
    line.lose_answers = 1
    with pytest.raises(HubUnreachable):
        courier_on(station, line).carry()
    assert token_of(station) == old
    courier_on(station, line).carry()
    line.line.close()
    assert token_of(station) != old
    station.courier().carry()


# A new key behind the cards' hashes.


def rotate(net: World) -> None:
    with net.hub.database.write() as tx:
        rotation.rotate(net.hub.database, tx, net.hub.vault)


def epoch_of(station: Station) -> int:
    with station.ledger.read() as books:
        network = books.network()
    assert network is not None
    return network.token_key.epoch


def test_a_new_key_comes_into_use_with_its_list_and_forgets_nothing(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])
    rotate(net)
    assert isinstance(give(station, CODES[1], online=False).verdict, Give)
    assert station.courier().carry().cards == 40
    assert (epoch_of(station), station.registers.count()) == (2, 40)
    for code in CODES[:2]:
        assert give(station, code).verdict.main.reason is Reason.ALREADY
    assert isinstance(give(station, CODES[2]).verdict, Give)
    assert station.courier().carry().confirmed == 1


def test_until_its_list_has_come_the_old_key_serves(net: World) -> None:
    station = net.ready()
    rotate(net)
    stop = threading.Event()
    stop.set()
    station.courier().carry(stop)
    assert epoch_of(station) == 1
    assert isinstance(give(station, CODES[0], online=False).verdict, Give)
    station.courier().carry()
    assert epoch_of(station) == 2
    assert isinstance(give(station, CODES[1]).verdict, Give)


# In again.


def test_a_desk_that_comes_in_again_keeps_all_it_has(net: World) -> None:
    station = with_rights(net)
    give(station, CODES[0], online=False)
    with station.ledger.read() as books:
        before, leases, head = books.identity(), books.leases(net.clock.now().date()), books.head()
    assert before is not None
    again = station.enrol(net.invitation())
    assert (again.desk, again.signer, again.token != before.token) == (before.desk, before.signer, True)
    with station.ledger.read() as books:
        assert (books.head(), books.leases(net.clock.now().date())) == (head, leases)
    assert isinstance(give(station, CODES[1], online=False).verdict, Give)
    assert station.courier().carry().confirmed == 2
    assert [(row.epoch, row.spent, row.out) for row in lending.lent(net.hub)] == [(1, 2, 8)]
    assert len(net.rows("desks")) == 1
    assert isinstance(give(station, CODES[2]).verdict, Give)


def test_it_may_serve_another_venue_and_still_tells_of_the_first(net: World) -> None:
    with net.hub.change() as register:
        register.put_venue(Venue("museum", Names("Museo"), VenueKind.MUSEUM, "espoo"))
    station = net.ready()
    give(station, CODES[0], online=False)
    assert station.enrol(net.invitation("museum")).venues == ("museum",)
    assert station.courier().carry().confirmed == 1
    assert [venue.id for venue in station.registers.network().venues] == ["museum"]
    assert states(station) == ["confirmed"]


def test_a_desk_whose_disk_was_put_back_comes_in_again(net: World) -> None:
    """Its token is void by then; its key is not."""
    station = net.ready()
    old = token_of(station)
    roll(net, station)
    station.courier().carry()
    station.courier().carry()
    with station.ledger.write() as books:
        books.put_token(old)
    with pytest.raises(HubRefused) as caught:
        station.courier().carry()
    assert caught.value.details["error"] == "unauthorized"
    station.enrol(net.invitation())
    station.courier().carry()


def test_a_desk_that_was_shut_out_comes_in_again_by_a_code(net: World) -> None:
    station = net.ready()
    revoke(net, station)
    with pytest.raises(HubRevoked):
        station.courier().carry()
    station.enrol(net.invitation())
    assert station.courier().carry().cards == 40
    assert isinstance(give(station, CODES[0]).verdict, Give)


def test_a_code_of_another_network_is_refused_and_stays_good(net: World, tmp_path: Path) -> None:
    station = net.ready()
    give(station, CODES[0], online=False)
    before = station.identity
    with world(tmp_path / "other", cards=1) as other:
        invited = other.invitation()
        with pytest.raises(ConfigError) as caught:
            station.enrol(invited)
        assert caught.value.details == {"desk": "desk", "n": 1, "fault": "other_network"}
        assert station.identity == before
        assert other.empty("another").enrol(invited).venues == (THEATRE,)
    assert station.courier().carry().confirmed == 1
