"""One pass, between a real desk and a real hub over real HTTP."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from sync.chain import Chain
from sync.hub import schema, settings
from sync.station import Station
from sync.transport import Patience
from sync.wire import EVENTS_PER_PASS, SyncAnswer
from tests.sync.desk.otherside import OtherSide, http
from tests.sync.desk.world import (
    CODES,
    EVENING,
    OFFER,
    Bent,
    HandClock,
    Lossy,
    World,
    courier_on,
    give,
    line_to,
    states,
    world,
)
from validator.domain.card import CardToken
from validator.domain.verdict import Decline, Give, Reason
from validator.errors import ConfigError, HubError, HubGarbled, HubUnreachable
from validator.store.keys import FileVault

KEPT = (
    "desks",
    "desk_venues",
    "paces",
    "enrolment_codes",
    "events",
    "feed",
    "redemptions",
    "leases",
    "demand",
    "counters",
)
"""The hub's tables that a backup from before some givings would bring back, those that others point at first."""


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


def test_the_first_pass_tells_of_the_desk_and_brings_the_list(net: World) -> None:
    station = net.desk()
    done = station.courier().carry()
    assert (done.sent, done.confirmed, done.cards, done.chain) == (1, 1, 40, Chain.HOLDS)
    assert done.listed == EVENING
    assert station.registers.count() == 40
    assert [offer.id for offer in station.registers.network().offers] == [OFFER]
    assert net.events() == [(1, "enrolled", "accepted")]
    assert list(station.folder.glob("*.part")) == []


def test_a_second_pass_brings_nothing_but_a_fresher_stamp(net: World) -> None:
    station = net.ready()
    net.clock.run(timedelta(hours=1))
    done = station.courier().carry()
    assert (done.sent, done.cards, done.heard, done.rounds) == (0, 0, 0, 1)
    assert done.listed == EVENING + timedelta(hours=1)


def test_a_giving_is_recorded_then_confirmed(net: World) -> None:
    station = net.ready()
    assert isinstance(give(station, CODES[0]).verdict, Give)
    assert states(station) == ["recorded"]
    done = station.courier().carry()
    assert (done.sent, done.confirmed) == (1, 1)
    assert states(station) == ["confirmed"]
    assert len(net.rows("redemptions")) == 1


def test_an_answer_lost_on_the_way_leaves_it_sent_and_counts_once(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])
    with line_to(station) as line:
        lossy = Lossy(line)
        lossy.lose_answers = 1
        courier = courier_on(station, lossy)
        with pytest.raises(HubUnreachable):
            courier.carry()
        assert states(station) == ["sent"]
        assert len(net.rows("redemptions")) == 1
        assert courier.carry().confirmed == 1
    assert states(station) == ["confirmed"]
    assert len(net.rows("redemptions")) == 1


def test_a_request_lost_on_the_way_goes_again(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])
    with line_to(station) as line:
        lossy = Lossy(line)
        lossy.lose_requests = 1
        courier = courier_on(station, lossy)
        with pytest.raises(HubUnreachable):
            courier.carry()
        assert net.rows("redemptions") == []
        courier.carry()
    assert len(net.rows("redemptions")) == 1


def test_with_nobody_at_the_other_end_a_giving_is_recorded_not_sent(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with line_to(station, nowhere) as line, pytest.raises(HubUnreachable):
        courier_on(station, line).carry()
    assert states(station) == ["recorded"]
    assert station.courier().carry().confirmed == 1


def test_a_second_desk_of_the_venue_hears_of_it(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    give(first, CODES[0])
    first.courier().carry()
    assert second.courier().carry().heard == 1
    verdict = give(second, CODES[0]).verdict
    assert isinstance(verdict, Decline)
    assert verdict.main.reason is Reason.ALREADY


def test_more_events_than_fit_into_one_message_go_in_one_pass(
    net: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.courier.EVENTS_PER_PASS", 8)
    station = net.ready()
    for code in CODES[:20]:
        give(station, code)
    with line_to(station) as line:
        watched = Lossy(line)
        done = courier_on(station, watched).carry()
    assert [len(request.events) for request in watched.requests] == [8, 8, 4]
    assert (done.sent, done.confirmed, done.rounds) == (20, 20, 3)
    assert len(net.rows("redemptions")) == 20
    assert EVENTS_PER_PASS == 200


@pytest.mark.parametrize(
    "answer",
    [
        http(b"<html>hello</html>", kind="text/html"),
        http(b'{"v": 1, "hub_', length=900),
        http(b"Internal Server Error", "500 Internal Server Error", "text/plain"),
        http(b"", "302 Found", "text/html", "Location: https://elsewhere.example/"),
        http(b'{"v": 7}'),
        b"",
    ],
)
def test_whatever_answers_instead_of_the_hub_nothing_is_lost(net: World, answer: bytes) -> None:
    station = net.ready()
    give(station, CODES[0])
    stamp = station.listed_at()
    with OtherSide(lambda _: answer) as side, line_to(station, side.url) as line, pytest.raises(HubError):
        courier_on(station, line).carry()
    assert states(station) == ["sent"]
    assert station.listed_at() == stamp
    assert isinstance(give(station, CODES[1], online=False).verdict, Give)
    assert station.courier().carry().confirmed == 2
    assert len(net.rows("redemptions")) == 2


def test_a_hub_that_hangs_leaves_it_sent_and_holds_up_no_giving(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])
    impatient = Patience(connect=5.0, read=0.2, whole=0.5)
    with (
        OtherSide(lambda _: None) as side,
        line_to(station, side.url, impatient) as line,
        pytest.raises(HubUnreachable),
    ):
        courier_on(station, line).carry()
    assert states(station) == ["sent"]
    assert station.courier().carry().confirmed == 1


def test_no_transaction_is_open_while_the_hub_is_waited_for(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])

    class Meddling(Lossy):
        """Gives another ticket while a request is under way."""

        def sync(self, request: Any) -> Any:
            if not self.requests:
                give(station, CODES[1])
            return super().sync(request)

    with line_to(station) as line:
        done = courier_on(station, Meddling(line)).carry()
    assert done.confirmed == 2, "the one given meanwhile goes in the same pass"
    assert states(station) == ["confirmed", "confirmed"]


def test_the_network_and_its_numbers_are_kept(net: World) -> None:
    station = net.ready()
    with net.hub.database.write() as tx:
        settings.set_policy(net.hub.database, tx, {"last_ones": 17, "notice_after": 3600}, EVENING)
    station.courier().carry()
    with station.ledger.read() as books:
        policy, network = books.policy(), books.network()
    assert (policy.last_ones, policy.notice_after) == (17, timedelta(hours=1))
    assert network is not None
    assert network.name == "Testiverkosto"
    assert station.registers.find(CardToken.of(CODES[3], network.token_key)) is not None


def test_news_of_the_network_are_kept(net: World) -> None:
    station = net.ready()
    with net.hub.database.write() as tx:
        settings.write(net.hub.database, tx, settings.NAME, "Uusi nimi")
    station.courier().carry()
    with station.ledger.read() as books:
        network = books.network()
    assert network is not None
    assert network.name == "Uusi nimi"


def test_an_old_hub_is_told_again_what_it_lost(net: World) -> None:
    station = net.ready()
    with net.hub.database.read() as tx:
        backup = {table: list(tx.execute(select(schema.metadata.tables[table])).mappings()) for table in KEPT}
    for code in CODES[:3]:
        give(station, code)
    station.courier().carry()
    assert states(station) == ["confirmed"] * 3
    net.clock.run(timedelta(hours=2))
    with net.hub.database.write() as tx:
        for table in reversed(KEPT):
            tx.execute(delete(schema.metadata.tables[table]))
        for table in KEPT:
            for row in backup[table]:
                tx.execute(insert(schema.metadata.tables[table]).values(dict(row)))
    assert len(net.events()) == 1
    first = station.courier().carry()
    assert first.chain is Chain.LOST_AT_HUB
    assert (first.sent, first.confirmed) == (3, 3), "in the same pass: they had not gone in it yet"
    assert len(net.rows("redemptions")) == 3
    assert station.courier().carry().chain is Chain.HOLDS


def test_an_old_copy_of_the_desks_folder_is_noticed(net: World, tmp_path: Path) -> None:
    station = net.ready()
    give(station, CODES[0])
    copy = tmp_path / "copy"
    shutil.copytree(station.folder, copy)
    station.courier().carry()
    give(station, CODES[1])
    station.courier().carry()
    with Station.open(copy, FileVault(copy), net.clock) as old:
        assert old.courier().carry().chain is Chain.LOST_HERE
        give(old, CODES[5])
        give(old, CODES[6])
        done = old.courier().carry()
        assert done.chain is Chain.FORKED
        assert done.refused == 2
        assert states(old)[-2:] == ["refused", "refused"]
        assert old.courier().carry().sent == 0, "what was refused does not go round in circles"


@pytest.mark.parametrize("is_told", [True, False])
def test_what_a_hub_that_was_put_back_kept_of_a_fork_is_told_again(
    net: World, tmp_path: Path, *, is_told: bool
) -> None:
    """Once it says that it was put back, or where it does not know what comes before an entry."""
    station = net.ready()
    copy = tmp_path / "copy"
    shutil.copytree(station.folder, copy)
    give(station, CODES[0])
    station.courier().carry()
    with Station.open(copy, FileVault(copy), net.clock) as old:
        for code in CODES[5:8]:
            give(old, code)
        old.courier().carry()
        kept = net.rows("strays")
        with net.hub.database.write() as tx:
            tx.execute(delete(schema.strays))
        if is_told:
            net.hub.put_back()
        else:
            give(old, CODES[1])
            assert old.courier().carry().refused == 3, "in the same pass; what was put off waits"
        old.courier().carry()
        assert {row.hash for row in net.rows("strays")} >= {row.hash for row in kept}
        assert len(net.rows("strays")) == len(kept) + (not is_told)
        assert "recorded" not in states(old)
        assert old.courier().carry().sent == 0


def test_an_old_copy_of_the_desks_folder_hears_what_it_gave_itself(net: World, tmp_path: Path) -> None:
    station = net.ready()
    give(station, CODES[0])
    copy = tmp_path / "copy"
    shutil.copytree(station.folder, copy)
    assert give(station, CODES[1]).giving
    station.courier().carry()
    with Station.open(copy, FileVault(copy), net.clock) as old:
        old.courier().carry()
        assert not give(old, CODES[1]).giving, "the card's ticket was given before"
        assert give(old, CODES[2]).giving
        assert old.courier().carry().chain is Chain.FORKED
        station.courier().carry()
        assert give(station, CODES[2]).giving, "what forked is a stray and nobody's news"


def test_a_head_that_is_not_the_hubs_word_is_not_believed(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])

    def bend(answer: SyncAnswer) -> SyncAnswer:
        return answer.model_copy(update={"head": answer.head.model_copy(update={"sequence": 99})})

    with line_to(station) as line, pytest.raises(HubGarbled):
        courier_on(station, Bent(line, bend)).carry()
    assert states(station) == ["sent"]


def test_a_hub_without_answers_leaves_the_events_for_the_next_pass(net: World) -> None:
    station = net.ready()
    give(station, CODES[0])
    with line_to(station) as line:
        silent = Bent(line, lambda answer: answer.model_copy(update={"answers": ()}))
        done = courier_on(station, silent).carry()
        assert len(silent.requests) == 1, "nothing goes twice in one pass"
    assert (done.sent, done.confirmed) == (1, 0)
    assert states(station) == ["sent"]
    assert station.courier().carry().confirmed == 1


def test_what_is_put_off_does_not_hold_up_the_rest(net: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.courier.EVENTS_PER_PASS", 2)
    station = net.ready()
    for code in CODES[:5]:
        give(station, code)

    def put_off_the_first(answer: SyncAnswer) -> SyncAnswer:
        changed = [
            each.model_copy(update={"status": "later" if each.sequence in (2, 3) else "some newer word"})
            if each.sequence != 6
            else each
            for each in answer.answers
        ]
        return answer.model_copy(update={"answers": tuple(changed)})

    with line_to(station) as line:
        line_bent = Bent(line, put_off_the_first)
        done = courier_on(station, line_bent).carry()
    assert [len(request.events) for request in line_bent.requests] == [2, 2, 1]
    assert (done.sent, done.confirmed) == (5, 1)
    assert states(station) == ["recorded"] * 4 + ["confirmed"]
    station.courier().carry()
    assert states(station) == ["confirmed"] * 5


def test_a_desk_that_is_not_enrolled_has_no_courier(net: World) -> None:
    station = net.empty("nobody")
    with pytest.raises(ConfigError):
        station.courier()


def test_the_hubs_time_becomes_the_desks(net: World, tmp_path: Path) -> None:
    net.ready()
    slow = HandClock(EVENING - timedelta(hours=3))
    folder = tmp_path / "slow"
    with Station.open(folder, FileVault(folder), slow) as station:
        station.enrol(net.invitation())
        done = station.courier().carry()
        assert done.offset == timedelta(hours=3)
        assert station.clock.now() == EVENING
    slow.run(timedelta(hours=1))
    with Station.open(folder, FileVault(folder), slow) as station:
        assert station.clock.now() == EVENING + timedelta(hours=1)
        assert station.clock.trusted()
    slow.wall -= timedelta(hours=2)
    with Station.open(folder, FileVault(folder), slow) as station:
        assert not station.clock.trusted()
