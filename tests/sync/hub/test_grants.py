"""Granting rights: what is free, shared out, heard of late or twice, and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from sync.hub import schema
from sync.hub.hub import Hub
from sync.hub.refusals import OtherVersion, Unreadable
from sync.wire import LeaseRow, RightsAnswer, SignedEvent
from tests.sync.stage import TODAY, SetClock, Till, statuses
from validator.domain.journal import EventKind, Json

TONIGHT = {"offer": "play", "performance": "tonight", "visit": TODAY.isoformat()}
OPEN = {"offer": "open", "performance": None, "visit": TODAY.isoformat()}
TOMORROW = {"offer": "play", "performance": "tomorrow", "visit": (TODAY + timedelta(days=1)).isoformat()}


def wanting(slot: dict[str, Any] = TONIGHT, **more: int) -> dict[str, Any]:
    """A want as it travels."""
    return slot | more


def ask(till: Till, *wants: dict[str, Any], **more: object) -> RightsAnswer:
    """The small request, while a customer waits."""
    return till.hub.rights(till.known(), till.body(wants=list(wants), **more))


def numbers(rows: tuple[LeaseRow, ...]) -> list[tuple[int, int, int]]:
    """Epoch, granted and keep of each."""
    return [(row.epoch, row.granted, row.keep) for row in rows]


def rights(count: int, epoch: int = 1) -> dict[str, int]:
    """Rights as they stand in an event's body."""
    return {"epoch": epoch, "count": count}


def leases(hub: Hub) -> list[Any]:
    """Every row."""
    with hub.database.read() as tx:
        return list(tx.execute(select(schema.leases).order_by(*schema.leases.primary_key)))


def moved(hub: Hub, *tills: Till) -> list[tuple[int, int, int]]:
    """Granted, spent and returned of each row, of these desks or of all."""
    mine = {till.desk for till in tills}
    return [(row.granted, row.spent, row.returned) for row in leases(hub) if not mine or row.desk in mine]


def give_back(till: Till, count: int, epoch: int = 1) -> SignedEvent:
    body: dict[str, Json] = {**TONIGHT, "venue": "theatre", "rights": rights(count, epoch)}
    return till.event(EventKind.GIVE_BACK, body)


def test_a_desk_alone_gets_all_of_the_tightest_number(hub: Hub) -> None:
    till = Till.at(hub)
    answer = till.sync(till.quota(10), till.quota(6, "performance", "tonight"), wants=[TONIGHT])
    assert numbers(answer.leases) == [(1, 6, 6)]


@pytest.mark.parametrize(
    ("quotas", "expected"),
    [
        ([], []),
        ([{"value": None}], []),
        ([{"value": 10, "mode": "trusting"}], []),
        (
            [{"value": 10}, {"value": 5, "mode": "trusting", "scope": "offer", "target": "play"}],
            [(1, 10, 10)],
        ),
        ([{"value": 0}], [(1, 0, 0)]),
        ([{"value": 10, "sold_out": True}], [(1, 0, 0)]),
        ([{"value": 10}, {"value": 0, "mode": "trusting", "scope": "offer", "target": "play"}], [(1, 0, 0)]),
    ],
)
def test_which_numbers_need_rights(
    hub: Hub, quotas: list[dict[str, Any]], expected: list[tuple[int, int, int]]
) -> None:
    till = Till.at(hub)
    till.push(*(till.quota(**row) for row in quotas))
    assert numbers(till.sync(wants=[TONIGHT]).leases) == expected
    assert len(leases(hub)) == sum(any(row[1:]) for row in expected), "nothing is written of what is nothing"


@pytest.mark.parametrize(
    "odd",
    [
        {"offer": "entry", "performance": None},
        {"offer": "nothing"},
        {"performance": "nothing"},
        {"offer": "open"},
        {"visit": (TODAY - timedelta(days=1)).isoformat()},
        {"visit": "9999-12-31"},
        {"offer": "\0"},
        {"granted": -1},
        {"granted": 10**10, "epoch": 1},
        {"epoch": 10**30},
        {"granted": 3},
        {"left": 10**30},
        {"need": -1},
    ],
)
def test_wants_that_make_no_sense_are_passed_over(hub: Hub, odd: dict[str, Any]) -> None:
    till = Till.at(hub)
    till.push(till.quota(10))
    answer = till.sync(wants=[TONIGHT | odd, OPEN])
    assert [row.offer for row in answer.leases] == ["open"]
    assert len(leases(hub)) == 1


def test_the_same_request_twice_grants_once(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    till.push(till.quota(10))
    other.push()
    first = [numbers(till.sync(wants=[TONIGHT]).leases) for _ in range(2)]
    assert first == [[(1, 4, 4)]] * 2
    waiting = wanting(epoch=1, granted=4, left=0, need=2)
    assert [numbers(ask(till, waiting).leases) for _ in range(2)] == [[(1, 8, 4)]] * 2
    assert moved(hub) == [(8, 0, 0)]


def test_a_total_that_goes_to_and_fro_may_grow_beyond_any_number(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(10_000))
    for total in (10_000, 20_000, 30_000):
        heard = wanting(epoch=1, granted=total - 10_000) if total > 10_000 else wanting()
        assert [row.granted for row in ask(till, heard).leases] == [total]
        till.push(give_back(till, 10_000))


def test_what_was_spent_and_not_told_yet_is_out(hub: Hub) -> None:
    """The desk has given four and told nothing: it gets more, and nobody gets those four."""
    till, other = Till.at(hub), Till.at(hub)
    till.push(till.quota(10))
    other.push()
    till.sync(wants=[TONIGHT])
    ask(till, wanting(epoch=1, granted=4, left=0))
    (row,) = ask(other, wanting(need=9)).leases
    assert row.granted == 2
    given = [till.give(number, offer="play", rights=rights(2), quota_use=2) for number in (1, 2)]
    till.push(*given)
    assert numbers(ask(other, wanting(epoch=1, granted=2, left=2, need=9)).leases) == [(1, 2, 9)]


def test_the_reserve_is_for_a_customer_who_waits(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    till.push(till.quota(10))
    other.push()
    for each in (till, other):
        each.sync(wants=[TONIGHT])
    assert moved(hub) == [(4, 0, 0), (4, 0, 0)]
    assert numbers(ask(till, wanting(epoch=1, granted=4, left=4)).leases) == [(1, 4, 4)]
    # What a customer waits for is not asked back before they have it.
    assert numbers(ask(till, wanting(epoch=1, granted=4, left=4, need=6)).leases) == [(1, 6, 6)]


def test_who_is_short_makes_others_give_back(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    till.push(till.quota(10))
    assert numbers(till.sync(wants=[TONIGHT]).leases) == [(1, 10, 10)]
    assert numbers(other.sync(wants=[TONIGHT]).leases) == [(1, 0, 4)]
    assert numbers(till.sync().leases) == [(1, 10, 4)]
    assert till.sync(give_back(till, 6)).leases == ()
    assert numbers(other.sync(wants=[wanting(epoch=1)]).leases) == [(1, 4, 4)]


def test_nobody_gives_back_what_nobody_is_short_of(hub: Hub) -> None:
    """Another desk is there now, so that the level is lower: that alone moves no rights to and fro."""
    till, other = Till.at(hub), Till.at(hub)
    till.sync(till.quota(10), wants=[TONIGHT])
    other.push()
    holding = wanting(epoch=1, granted=10, left=10)
    assert numbers(till.sync(wants=[holding]).leases) == [(1, 10, 10)]
    other.sync(wants=[TONIGHT])
    assert numbers(till.sync(wants=[holding]).leases) == [(1, 10, 4)]
    assert numbers(till.sync(till.quota(5), wants=[holding]).leases) == [(1, 10, 2)]


def test_a_number_that_is_raised_reaches_who_holds_some(hub: Hub) -> None:
    till = Till.at(hub)
    till.sync(till.quota(4), wants=[TONIGHT])
    assert numbers(till.sync(till.quota(20)).leases) == [(1, 4, 20)]
    assert numbers(till.sync(wants=[wanting(epoch=1, granted=4, left=4)]).leases) == [(1, 20, 20)]
    assert numbers(till.sync(till.quota(5)).leases) == [(1, 20, 5)]
    assert numbers(till.sync(till.quota(5, sold_out=True)).leases) == [(1, 20, 0)]


def test_a_lowered_number_grants_nothing_until_what_is_out_fits(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    till.sync(till.quota(10), wants=[TONIGHT])
    other.push(other.quota(5))
    assert numbers(ask(other, wanting(need=1)).leases) == [(1, 0, 2)]
    till.push(give_back(till, 6))
    assert numbers(ask(other, wanting(need=1, epoch=1)).leases) == [(1, 1, 2)]


def test_tickets_bookings_and_undoings_move_the_lease(hub: Hub) -> None:
    till = Till.at(hub)
    till.sync(till.quota(10), wants=[TONIGHT])
    batch = [
        till.give(1, giving="g1", rights=rights(2), quota_use=2),
        till.void("g1", rights=rights(2)),
        till.give(1, giving="g2", rights=rights(3), quota_use=3),
        till.reserve(2, rights=rights(1)),
        till.release(rights=rights(1)),
        till.reserve(2, "r2", rights=rights(1)),
        till.give(2, collects="r2"),
        give_back(till, 2),
    ]
    assert statuses(till.push(*batch)) == ["accepted"] * len(batch)
    assert statuses(till.push(*batch)) == ["duplicate"] * len(batch)
    assert moved(hub) == [(10, 4, 2)]


def test_more_than_was_granted_is_booked_and_shown(hub: Hub) -> None:
    till = Till.at(hub)
    till.sync(till.quota(3), wants=[TONIGHT])
    given = [
        till.give(1, rights=rights(5), quota_use=5),
        till.give(2, rights=rights(1, epoch=7)),
        give_back(till, 9),
    ]
    assert statuses(till.push(*given)) == ["accepted"] * 3
    assert moved(hub) == [(3, 5, 0), (0, 1, 0)]


def test_no_more_comes_back_than_is_out(hub: Hub) -> None:
    till = Till.at(hub)
    till.sync(till.quota(3), wants=[TONIGHT])
    till.push(give_back(till, 9), give_back(till, 1), give_back(till, 1, epoch=5))
    assert moved(hub) == [(3, 0, 3)]


@pytest.mark.parametrize("odd", [{"epoch": 1, "count": 10_001}, {"epoch": 10**10, "count": 1}])
def test_rights_out_of_all_bounds_are_refused(hub: Hub, odd: dict[str, int]) -> None:
    till = Till.at(hub)
    till.push(till.quota(3))
    batch = [
        till.give(1, giving="g1", rights=odd),
        till.void("g1", rights=odd),
        till.reserve(1, rights=odd),
        till.release(rights=odd),
        till.event(EventKind.GIVE_BACK, TONIGHT | {"venue": "theatre", "rights": odd}),
        till.event(EventKind.GIVE_BACK, OPEN | {"offer": "\0", "venue": "theatre", "rights": rights(1)}),
        till.event(EventKind.GIVE_BACK, OPEN | {"offer": "entry", "venue": "theatre", "rights": rights(1)}),
    ]
    assert statuses(till.push(*batch)) == ["refused"] * len(batch)
    assert leases(hub) == []


def test_an_undoing_that_comes_before_what_it_undoes(hub: Hub) -> None:
    """Its place was held open: rights are put back once the giving's bytes come, and never twice."""
    till = Till.at(hub)
    till.sync(till.quota(10), wants=[TONIGHT])
    given = till.give(1, giving="g1", rights=rights(2), quota_use=2)
    booked = till.reserve(2, rights=rights(1))
    after = [till.void("g1", rights=rights(2)), till.release(rights=rights(1))]
    broken = [{"header": "no base64!"}, {"header": "nor this"}]
    assert statuses(till.push(*broken, *after)) == ["refused"] * 2 + ["accepted"] * 2
    assert moved(hub) == [(10, 0, 0)]
    assert statuses(till.push(given, booked)) == ["accepted"] * 2
    assert moved(hub) == [(10, 0, 0)]


def test_what_another_desk_undid_is_free_once_its_own_desk_has_heard(hub: Hub) -> None:
    giver, other = Till.at(hub), Till.at(hub)
    giver.sync(giver.quota(2), wants=[TONIGHT])
    giver.push(
        giver.give(1, giving="g1", rights=rights(1)), giver.reserve(2, rights=rights(1)), feed_cursor=1
    )
    other.push(other.void("g1"), other.release())
    assert numbers(ask(other, wanting(need=2)).leases) == [(1, 0, 2)]
    heard = giver.sync().feed_cursor
    giver.push(giver.quota(2), feed_cursor=heard)
    assert numbers(ask(other, wanting(need=2)).leases) == [(1, 2, 2)]


def test_undone_at_both_desks_comes_back_once(hub: Hub) -> None:
    giver, other = Till.at(hub), Till.at(hub)
    giver.sync(giver.quota(2), wants=[TONIGHT])
    giver.push(giver.give(1, giving="g1", rights=rights(1)), giver.reserve(2, rights=rights(1)))
    other.push(other.void("g1"), other.release())
    giver.push(giver.void("g1", rights=rights(1)), giver.release(rights=rights(1)))
    assert moved(hub, giver) == [(2, 0, 0)]
    assert numbers(ask(other, wanting(need=2)).leases) == [(1, 0, 2)]
    giver.push(give_back(giver, 1))
    assert numbers(ask(other, wanting(need=2)).leases) == [(1, 1, 2)]


def test_a_desk_that_heard_of_more_shows_that_the_hub_is_an_older_copy(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    till.sync(till.quota(10), wants=[TONIGHT])
    knows = wanting(epoch=1, granted=12, left=7)
    assert numbers(till.sync(wants=[knows]).leases) == [(2, 0, 0)]
    assert moved(hub) == [(12, 0, 0)]
    assert numbers(ask(other, wanting(need=1)).leases) == [(1, 0, 1)]
    # What it tells of the old epoch is booked there; the new one is granted what is free.
    till.push(till.give(1, rights=rights(5), quota_use=2), give_back(till, 6))
    assert moved(hub, till)[0] == (12, 5, 6)
    assert numbers(till.sync(wants=[wanting(epoch=2)]).leases) == [(2, 4, 4)]


def test_an_epoch_that_the_hub_does_not_know(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(10))
    assert numbers(till.sync(wants=[wanting(epoch=4, granted=3, left=3)]).leases) == [(5, 0, 0)]
    assert numbers(till.sync(wants=[wanting(epoch=4, granted=3, left=3)]).leases) == [(5, 7, 7)]
    # Of an epoch that is over, more may come to light without another one.
    assert numbers(till.sync(wants=[wanting(epoch=4, granted=4, left=3)]).leases) == [(5, 7, 7)]
    assert moved(hub) == [(4, 0, 0), (7, 0, 0)]


def test_a_request_of_before_is_told_nothing(hub: Hub) -> None:
    """A late copy of a request, or a desk whose disk was put back: nobody knows which."""
    till = Till.at(hub)
    till.sync(till.quota(10), till.give(1), wants=[TONIGHT])
    old = {"head_sequence": 1, "head_hash": "0" * 64}
    assert till.sync(wants=[wanting(need=5)], **old).leases == ()
    assert ask(till, wanting(need=5), **old).leases == ()
    present = {"head_sequence": 2, "head_hash": till.previous}
    assert numbers(ask(till, wanting(need=5), **present).leases) == [(1, 9, 9)]


def test_a_forked_journal_begins_one_new_epoch(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    first = till.quota(10)
    before = (till.sequence, till.previous)
    till.sync(first, till.give(1, rights=rights(1)), till.give(2, rights=rights(1)), wants=[TONIGHT])
    till.sequence, till.previous = before
    for _ in range(2):
        forked = till.give(3, rights=rights(1))
        answer = till.sync(
            forked, head_sequence=till.sequence, head_hash=till.previous, wants=[wanting(need=3)]
        )
        assert statuses(answer.answers) == ["refused"]
        assert numbers(answer.leases) == [(2, 2, 3)]
    assert moved(hub) == [(8, 2, 0), (2, 0, 0)]
    assert numbers(ask(other, wanting(need=1)).leases) == [(1, 0, 1)], "nobody else's journal has forked"


def test_desks_hear_of_a_day_until_it_is_over(hub: Hub, clock: SetClock) -> None:
    till = Till.at(hub)
    till.sync(till.quota(10), wants=[TONIGHT])
    till.push(till.quota(5))
    assert numbers(till.sync().leases) == [(1, 10, 5)]
    clock.advance(days=1)
    assert till.sync().leases == ()


def test_several_slots_share_a_number(hub: Hub) -> None:
    """Who asks first does not get all: every slot that is asked for has a claim of every desk."""
    till, other = Till.at(hub), Till.at(hub)
    other.push()
    till.push(till.quota(20))
    assert numbers(till.sync(wants=[TONIGHT, OPEN, TOMORROW]).leases) == [(1, 4, 4), (1, 4, 4)]
    assert numbers(other.sync(wants=[TONIGHT, OPEN]).leases) == [(1, 4, 4), (1, 4, 4)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", Unreadable),
        (b"[]", Unreadable),
        (b'{"wants": 5}', Unreadable),
        (b'{"wants": [{"offer": "play"}]}', Unreadable),
        (b'{"wants": [{"offer": "play", "visit": "soon"}]}', Unreadable),
        (b"[" * 100_000, Unreadable),
        (b'{"v": 2}', OtherVersion),
    ],
)
def test_a_body_that_is_no_request_for_rights(hub: Hub, body: bytes, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        hub.rights(Till.at(hub).known(), body)
