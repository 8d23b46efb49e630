"""What a desk hears of the others with each pass: rights that are out there, and who has the numbers.

With three desks and bad lines, against a count of its own, each answer is held by `tests.sync.hub.network` (test_never_over.py).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sync.hub import feed, lending
from sync.hub.hub import Hub
from sync.hub.rights import new_epoch
from sync.hub.trust import revoke
from sync.wire import SyncAnswer
from tests.sync.stage import TODAY, Till

TONIGHT = {"offer": "play", "performance": "tonight", "visit": TODAY.isoformat()}
OPEN = {"offer": "open", "performance": None, "visit": TODAY.isoformat()}


def lent(answer: SyncAnswer) -> list[tuple[str, str, str | None, int]]:
    """Venue, offer, performance and how many of each row."""
    assert answer.lent is not None
    return [(row.venue, row.offer, row.performance, row.out) for row in answer.lent]


def reach(answer: SyncAnswer) -> list[tuple[str, str, int, int]]:
    return [(row.scope, row.target, row.heard, row.desks) for row in answer.reach]


def wanting(till: Till, *slots: dict[str, Any]) -> SyncAnswer:
    """A pass that wants rights, and hears all of the feed."""
    answer = till.sync(wants=list(slots))
    till.versions["feed_cursor"] = answer.feed_cursor
    return answer


def three(hub: Hub) -> tuple[Till, Till, Till]:
    """Desks at the theatre, and the first's number of ten for it."""
    tills = Till.at(hub), Till.at(hub), Till.at(hub)
    for till in tills:
        till.push()
    tills[0].push(tills[0].quota(10))
    return tills


def test_each_desk_hears_what_the_others_hold_by_slot_and_nothing_of_its_own(hub: Hub) -> None:
    first, second, third = three(hub)
    (play,) = wanting(first, TONIGHT).leases
    (free,) = wanting(second, OPEN).leases
    assert play.granted > 0 < free.granted
    at_play = ("theatre", "play", "tonight", play.granted)
    at_open = ("theatre", "open", None, free.granted)
    assert lent(first.sync()) == [at_open]
    assert lent(second.sync()) == [at_play]
    assert lent(third.sync()) == [at_open, at_play]


def test_what_was_given_is_not_out_any_more(hub: Hub) -> None:
    first, second, _ = three(hub)
    (play,) = wanting(first, TONIGHT).leases
    first.push(first.give(1, rights={"epoch": 1, "count": 1}))
    answer = second.sync()
    assert [item.kind for item in answer.feed if item.kind == "redemption"] == ["redemption"]
    assert lent(answer) == [("theatre", "play", "tonight", play.granted - 1)]


def test_what_is_out_of_an_epoch_that_is_over_is_nobodys_and_counts(hub: Hub) -> None:
    first, second, _ = three(hub)
    (play,) = wanting(first, TONIGHT).leases
    with hub.database.write() as tx:
        new_epoch(tx, first.desk)
    row = ("theatre", "play", "tonight", play.granted)
    assert lent(first.sync()) == lent(second.sync()) == [row]


def test_given_and_lent_and_held_are_what_the_hubs_command_says(hub: Hub) -> None:
    first, second, _ = three(hub)
    mine = wanting(first, TONIGHT).leases[0].granted
    wanting(second, OPEN, TONIGHT)
    first.push(first.give(1, rights={"epoch": 1, "count": 1}))
    first.push(first.quota(3))
    answer, (number,) = first.sync(), lending.strict_numbers(hub)
    assert number.out == mine - 1 + sum(out for *_, out in lent(answer))
    assert number.over == number.given + number.out - 3 > 0


def test_only_the_coming_days_of_the_desks_own_venues_are_told(hub: Hub) -> None:
    first, second = Till.at(hub), Till.at(hub)
    elsewhere = Till.at(hub, "museum")
    days = [TODAY + timedelta(days=ahead) for ahead in (0, 13, 14)]
    for day in days:
        first.push(first.quota(4, visit=day.isoformat()))
    answer = wanting(first, *({**OPEN, "visit": day.isoformat()} for day in days))
    assert [row.granted > 0 for row in answer.leases] == [True, True, True]
    told = second.sync()
    assert [row.visit for row in told.lent or ()] == days[:2]
    assert [row.visit for row in told.reach] == days[:2]
    assert (elsewhere.sync().lent, elsewhere.sync().reach) == ((), ())
    hub.clock.advance(days=1)  # type: ignore[attr-defined]
    assert [row.visit for row in second.sync().lent or ()] == days[1:]


def test_how_far_a_number_has_reached_is_told_until_all_have_it(hub: Hub) -> None:
    first, second, third = three(hub)
    told = ("venue", "theatre")
    assert reach(wanting(first)) == [(*told, 1, 3)]
    wanting(second)
    wanting(second, OPEN)  # what it heard before it says now
    assert reach(first.sync()) == [(*told, 2, 3)]
    with hub.database.write() as tx:
        revoke(tx, third.desk, hub.clock.now())
    assert reach(first.sync()) == []


def test_a_desk_that_hears_only_a_part_of_the_feed_has_not_the_number_behind_it(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "FEED_PAGE", 2)
    first, second = Till.at(hub), Till.at(hub)
    second.push()
    first.push(first.give(1), first.give(2), first.quota(1000))
    wanting(first)
    assert reach(wanting(first)) == [("venue", "theatre", 1, 2)]
    assert reach(wanting(second)) == [("venue", "theatre", 1, 2)]
    assert reach(wanting(second)) == []
