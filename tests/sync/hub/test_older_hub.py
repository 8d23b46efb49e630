"""What desks were granted by a hub of which this one is an older copy: each slot, of its own epoch, before anything else."""

from __future__ import annotations

from datetime import timedelta

from sync.hub.hub import Hub
from sync.hub.lending import write_off
from sync.hub.lives import life_of
from sync.hub.trust import revoke
from tests.sync.hub.test_grants import OPEN, TOMORROW, TONIGHT, ask, leases, moved, numbers, rights, wanting
from tests.sync.stage import TODAY, Till

YET = OPEN | {"visit": (TODAY + timedelta(days=2)).isoformat()}


def test_every_slot_is_written_down_in_its_own_epoch(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(10), till.quota(10, visit=TOMORROW["visit"]))
    known = [
        wanting(epoch=4, granted=3, left=3),
        wanting(OPEN, epoch=6, granted=2, left=0),
        wanting(TOMORROW, epoch=4, granted=1, left=1),
    ]
    told = till.sync(wants=known).leases
    assert numbers(told) == [(7, 0, 0)] * 3
    rows = {(row.desk, row.offer, row.visit.isoformat(), row.epoch, row.granted) for row in leases(hub)}
    assert rows == {
        (till.desk, "open", TODAY.isoformat(), 6, 2),
        (till.desk, "play", TODAY.isoformat(), 4, 3),
        (till.desk, "play", TOMORROW["visit"], 4, 1),
    }
    # What it has of them is out, so that five are free tonight, all of which a customer may have.
    assert numbers(ask(till, wanting(epoch=7, need=9)).leases)[-1][1] == 5


def test_a_later_epoch_alone_says_it_too(hub: Hub) -> None:
    """The desk has heard that an epoch began, and nothing of rights in it."""
    till = Till.at(hub)
    till.push(till.quota(10))
    assert numbers(till.sync(wants=[wanting(epoch=4)]).leases) == [(5, 0, 0)]
    assert numbers(till.sync(wants=[wanting(epoch=5)]).leases) == [(5, 10, 10)]


def test_what_it_names_and_has_not_lost_is_granted_in_the_next_request(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(10), till.quota(8, visit=YET["visit"]))
    told = till.sync(wants=[wanting(epoch=1, granted=4, left=4), YET]).leases
    assert sorted(numbers(told)) == [(2, 0, 0), (2, 8, 8)]
    again = till.sync(wants=[wanting(epoch=2), YET]).leases
    assert [row.granted for row in again] == [6, 8]
    assert sum(granted for granted, _, _ in moved(hub)) == 18


def test_the_new_epoch_is_later_than_any_that_the_desk_itself_has_named(hub: Hub) -> None:
    till, other = Till.at(hub), Till.at(hub)
    till.push(till.quota(10), till.give(1, rights=rights(1, epoch=7)))
    other.push(other.give(2, rights=rights(1, epoch=30)))
    assert numbers(till.sync(wants=[wanting(epoch=1, granted=3, left=3)]).leases) == [(8, 0, 0)]


def test_only_the_venues_own_desks_that_may_come_back_are_waited_for(hub: Hub) -> None:
    """In a life that was begun because the hub was put back."""
    till, lost, stolen, museum = Till.at(hub), Till.at(hub), Till.at(hub), Till.at(hub, "museum")
    till.push(till.quota(10))
    for each in (lost, stolen, museum):
        each.push()
    hub.put_back()
    with hub.database.read() as tx:
        here = {"feed_life": life_of(tx), "wants": [TONIGHT]}

    def granted() -> list[int]:
        return [row.granted for row in till.sync(**here).leases]

    assert [granted(), granted()] == [[0], [0]]
    write_off(hub, lost.desk)
    assert granted() == [0]
    with hub.database.write() as tx:
        revoke(tx, stolen.desk, hub.clock.now())
    assert granted() == [4], "the museum's desk was not asked"


def test_each_fork_begins_an_epoch(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(10))
    for number, epoch in ((1, 2), (3, 3)):
        before = (till.sequence, till.previous)
        till.push(till.give(number))
        booked = (till.sequence, till.previous)
        till.sequence, till.previous = before
        forked = till.give(number + 1)
        shown = {"head_sequence": till.sequence, "head_hash": till.previous}
        assert {row[0] for row in numbers(till.sync(forked, wants=[TONIGHT], **shown).leases)} == {epoch}
        till.sequence, till.previous = booked
