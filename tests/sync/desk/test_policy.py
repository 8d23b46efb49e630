"""The network's numbers: the hub's word alone, never an older one; and of when each list is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sync.hub import settings
from sync.station import Station
from sync.wire import SignedPolicy, SyncAnswer, policy_words
from tests.sync.desk.world import CODES, EVENING, Bent, Lossy, World, courier_on, give, line_to, world
from validator.domain.policy import Grade, Listed, Policy, lists_of
from validator.errors import HubError, HubGarbled
from validator.signing import Signer
from validator.store.keys import FileVault

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STRANGER = Signer(b"x" * 32)


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=3) as made:
        yield made


def kept(station: Station) -> Policy:
    with station.ledger.read() as books:
        return books.policy()


def grades(station: Station) -> dict[Listed, Grade]:
    with station.ledger.read() as books:
        stamp = books.stamp()
        assert stamp is not None
        states = lists_of(stamp, books.quotas_at(), books.policy(), station.clock.now())
    return {state.listed: state.grade for state in states}


def put(net: World, **numbers: object) -> None:
    with net.hub.database.write() as tx:
        settings.set_policy(net.hub.database, tx, numbers, net.clock.now())


def carry_bent(station: Station, bend: Callable[[SyncAnswer], SyncAnswer]) -> None:
    with line_to(station) as line:
        courier_on(station, Bent(line, bend)).carry()


def signed(net: World, words: bytes, signer: Signer | None = None) -> Callable[[SyncAnswer], SyncAnswer]:
    said = SignedPolicy(policy=words, signature=(signer or net.hub.signer).sign(words))
    return lambda answer: answer.model_copy(update={"signed_policy": said})


def test_the_hubs_numbers_come_with_their_version_and_outlive_the_program(net: World) -> None:
    station = net.ready()
    assert kept(station).version == 1
    put(net, quotas_stop_after=14 * 86400, last_ones=2)
    station.courier().carry()
    policy = kept(station)
    assert (policy.version, policy.last_ones) == (int(EVENING.timestamp()), 2)
    assert policy.ages(Listed.QUOTAS).stop == timedelta(days=14)
    folder = station.folder
    station.close()
    with Station.open(folder, FileVault(folder), net.clock) as again:
        assert kept(again) == policy


def test_numbers_under_another_signature_are_not_taken_and_that_is_said(
    net: World, caplog: pytest.LogCaptureFixture
) -> None:
    station = net.ready()
    put(net, last_ones=3)
    station.courier().carry()
    before = kept(station)
    caplog.set_level("INFO")
    endless = policy_words(2**40, {"stop_after": 10**8, "last_ones": 9})
    for bend in (
        signed(net, endless, STRANGER),
        lambda answer: answer.model_copy(
            update={"signed_policy": answer.signed_policy.model_copy(update={"policy": endless})}
        ),
        lambda answer: answer.model_copy(
            update={"signed_policy": SignedPolicy(), "policy": {"last_ones": 9}}
        ),
    ):
        carry_bent(station, bend)
        assert kept(station) == before
    assert [record.message for record in caplog.records if "policy" in record.message] == [
        "the signature of the network's policy does not hold; the one before stays"
    ] * 2
    assert STRANGER.secret.hex() not in caplog.text


def test_an_older_policy_is_not_taken_although_its_signature_holds(
    net: World, caplog: pytest.LogCaptureFixture
) -> None:
    station = net.ready()
    put(net, stop_after=60 * 86400)
    with net.hub.database.read() as tx:
        older = settings.signed_policy(tx, net.hub.signer)
    net.clock.run(HOUR)
    put(net, stop_after=20 * 86400)
    station.courier().carry()
    newer = kept(station)
    caplog.set_level("INFO")
    carry_bent(station, lambda answer: answer.model_copy(update={"signed_policy": older}))
    assert kept(station) == newer
    assert "the network's policy is older than the one before, which stays" in caplog.messages


@pytest.mark.parametrize(
    "words",
    [
        policy_words(2**40, {"last_ones": "many"}),
        policy_words(2**40, {"notice_after": 10**7}),
        policy_words(0, {"last_ones": 9}),
        b'{"policy":{},"version":1e999}',
        b"[]",
        b"{" * 5000,
        b"\xff",
    ],
)
def test_numbers_that_make_no_sense_leave_those_from_before(net: World, words: bytes) -> None:
    station = net.ready()
    carry_bent(station, signed(net, words))
    assert kept(station) == Policy(version=1)


def test_a_number_that_this_program_does_not_know_is_passed_over(net: World) -> None:
    station = net.ready()
    carry_bent(station, signed(net, policy_words(7, {"last_ones": 8, "new_number": 7})))
    assert kept(station) == Policy(last_ones=8, version=7)


def test_a_policy_that_is_set_at_a_hub_that_was_put_back_is_later_than_all_before(net: World) -> None:
    station = net.ready()
    put(net, last_ones=3)
    station.courier().carry()
    with net.hub.database.write() as tx:  # an older copy: as if it had never been set
        settings.write(net.hub.database, tx, settings.POLICY, {})
        settings.write(net.hub.database, tx, settings.POLICY_VERSION, 1)
    station.courier().carry()
    assert kept(station).last_ones == 3
    net.clock.run(timedelta(minutes=1))
    put(net, last_ones=4)
    station.courier().carry()
    assert kept(station).last_ones == 4


def test_old_desks_still_find_the_numbers_where_they_were(net: World) -> None:
    station = net.ready()
    put(net, notice_after=3600)
    seen: list[dict[str, Any]] = []

    def look(answer: SyncAnswer) -> SyncAnswer:
        seen.append(answer.policy)
        return answer

    carry_bent(station, look)
    assert seen[0]["notice_after"] == 3600
    assert "version" not in seen[0]


def test_each_list_is_of_when_it_last_came_whole(net: World) -> None:
    station = net.ready()
    put(net, notice_after=1800, quotas_notice_after=1800, rules_notice_after=1800)
    station.courier().carry()
    assert set(grades(station).values()) == {Grade.FRESH}
    net.clock.run(HOUR)
    assert set(grades(station).values()) == {Grade.NOTICE}
    # The numbers and the other desks' tickets come, the list does not: the hub is making a new one.
    carry_bent(station, lambda answer: answer.model_copy(update={"register_changes": None}))
    assert grades(station) == {
        Listed.CARDS: Grade.NOTICE,
        Listed.QUOTAS: Grade.FRESH,
        Listed.RULES: Grade.NOTICE,
    }
    # The programme and the first cards come, the line falls before the rest.
    net.clock.run(HOUR)
    assert set(grades(station).values()) == {Grade.NOTICE}

    def begun(answer: SyncAnswer) -> SyncAnswer:
        assert answer.register_changes is not None
        changes = answer.register_changes.model_copy(update={"complete": False, "made_at": answer.hub_time})
        return answer.model_copy(update={"register_changes": changes, "feed_whole": False, "more": True})

    with line_to(station) as line, pytest.raises(HubError):
        courier_on(station, Breaking(line, begun)).carry()
    assert grades(station) == {
        Listed.CARDS: Grade.NOTICE,
        Listed.QUOTAS: Grade.NOTICE,
        Listed.RULES: Grade.FRESH,
    }
    # A list that is still to be had holds up nothing of the feed's.
    with line_to(station) as line, pytest.raises(HubError):
        courier_on(
            station, Breaking(line, lambda answer: begun(answer).model_copy(update={"feed_whole": True}))
        ).carry()
    assert grades(station) == {
        Listed.CARDS: Grade.NOTICE,
        Listed.QUOTAS: Grade.FRESH,
        Listed.RULES: Grade.FRESH,
    }


class Breaking(Bent):
    """A line that falls after the first answer."""

    answered = False

    def sync(self, request: Any) -> Any:
        if self.answered:
            raise HubGarbled("the line fell", reason="half")
        self.answered = True
        return super().sync(request)


def test_a_feed_of_which_a_page_is_missing_is_not_whole(net: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = net.ready("first"), net.desk("second")
    for code in CODES[:3]:
        give(first, code)
    first.courier().carry()
    monkeypatch.setattr("sync.hub.feed.FEED_PAGE", 2)
    with line_to(second) as line, pytest.raises(HubError):
        courier_on(second, Breaking(line, lambda answer: answer)).carry()
    with second.ledger.read() as books:
        assert books.quotas_at() is None
    second.courier().carry()
    assert grades(second)[Listed.QUOTAS] is Grade.FRESH


def test_a_desk_that_was_shut_out_hears_nothing_new(net: World) -> None:
    station = net.ready()
    net.clock.run(HOUR)
    carry_bent(station, lambda answer: answer)
    with station.ledger.read() as books:
        before = books.quotas_at()
    net.clock.run(HOUR)
    with line_to(station) as line, pytest.raises(HubError):
        courier_on(station, Bent(line, lambda answer: answer.model_copy(update={"revoked": True}))).carry()
    with station.ledger.read() as books:
        assert books.quotas_at() == before


def test_a_lost_answer_makes_nothing_younger(net: World) -> None:
    station = net.ready()
    net.clock.run(25 * HOUR)
    with line_to(station) as line:
        lossy = Lossy(line)
        lossy.lose_answers = 1
        with pytest.raises(HubError):
            courier_on(station, lossy).carry()
    assert set(grades(station).values()) == {Grade.NOTICE}


def test_the_commands_words_are_those_of_the_policy() -> None:
    assert json.loads(policy_words(3, {"b": 1, "a": True})) == {"version": 3, "policy": {"a": True, "b": 1}}
