"""What other desks hold, at the manager's table: two real desks with leases, cut off, and a number that is lowered between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sync.hub import lending
from sync.station import Station
from sync.wire import LentRow, ReachRow, SyncAnswer
from tests.sync.desk.world import (
    CODES,
    EVENING,
    OFFER,
    THEATRE,
    Bent,
    World,
    courier_on,
    give,
    line_to,
    world,
)
from validator.desk import QuotaCell
from validator.domain.elsewhere import Elsewhere, Reach
from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.role import Role
from validator.domain.verdict import Give, Reason

TODAY = EVENING.date()
HOUSE = QuotaKey(QuotaScope.VENUE, THEATRE, TODAY)
EVENINGS = QuotaKey(QuotaScope.OFFER, OFFER, TODAY)


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


def cells(station: Station) -> tuple[QuotaCell, QuotaCell]:
    """Today's cells of the house and of its offer."""
    house, offer, *_ = (row for _, row in station.desk(lambda: True).quotas.rows())
    return house[0], offer[0]


def cell(station: Station) -> QuotaCell:
    return cells(station)[1]


def put(station: Station, value: int) -> None:
    """A manager at this desk types the offer's number."""
    desk = station.desk(lambda: True)
    desk.quotas.put(cell(station).target, TODAY, value, Role.MANAGER)


def carry(*stations: Station) -> None:
    for station in stations:
        station.courier().carry()


def shared(net: World, number: int = 10) -> tuple[Station, Station]:
    """Two desks that have their shares of a number."""
    first, second = net.ready("first"), net.ready("second")
    put(first, number)
    carry(first, second, first, second, first)
    return first, second


def held(station: Station) -> int:
    with station.ledger.read() as books:
        return sum(lease.left for lease in books.leases(TODAY))


def heard(station: Station) -> Elsewhere:
    with station.ledger.read() as books:
        return books.elsewhere.read()


def test_a_lowered_number_is_over_by_what_the_other_desk_may_still_give(net: World) -> None:
    first, second = shared(net)
    theirs = held(second)
    assert theirs > 0
    for code in CODES[:2]:
        assert isinstance(give(first, code).verdict, Give)
    before = cell(first)
    assert (before.given, before.lent, before.over) == (2, theirs, 0)
    # The second hears nothing from here on.
    put(first, 3)
    typed = cell(first)
    assert (typed.value, typed.given, typed.lent, typed.over) == (3, 2, theirs, theirs)
    carry(first)
    (number,) = lending.strict_numbers(net.hub)
    assert (number.given, number.over) == (2, number.given + number.out - 3)
    assert cell(first).over == number.over
    # It gives all that it has: that many are over now, and nothing is out any more.
    for code in CODES[2 : 2 + theirs]:
        assert isinstance(give(second, code, online=False).verdict, Give)
    carry(second, first)
    told = cell(first)
    assert (told.given, told.lent, told.over) == (2 + theirs, 0, theirs - 1)


def test_a_desk_alone_that_lowers_its_number_is_not_over_by_what_it_holds_itself(net: World) -> None:
    station = net.ready()
    put(station, 10)
    carry(station)
    for code in CODES[:2]:
        assert isinstance(give(station, code).verdict, Give)
    assert held(station) == 8
    for value, over in ((5, 0), (2, 0), (1, 1)):
        put(station, value)
        assert cell(station).over == over
    carry(station)
    assert (held(station), cell(station).over) == (0, 1)


def test_what_is_given_and_undone_counts_once_whether_the_hub_has_heard_it_or_not(net: World) -> None:
    first, second = shared(net)

    def sums(station: Station) -> int:
        each = cell(station)
        return each.given + each.lent + each.here

    def at_hub() -> int:
        (number,) = lending.strict_numbers(net.hub)
        return number.given + number.out

    before = sums(first)
    giving = give(first, CODES[0]).giving
    assert sums(first) == before
    carry(first)
    assert sums(first) == at_hub()
    carry(second)
    assert sums(second) == at_hub()
    before = sums(first)
    first.desk(lambda: True).counter.undo(giving)
    assert sums(first) == before
    carry(first)
    assert sums(first) == at_hub()
    # Undone by the one that did not give them, the tickets count at the hub until the other has heard of it.
    giving = give(first, CODES[1]).giving
    carry(first, second)
    assert second.desk(lambda: True).counter.undo(giving).main.reason is Reason.UNDONE
    carry(second, first)
    assert (cell(first).given, cell(second).given) == (0, 0)
    assert sums(first) == at_hub() - 1
    carry(first)
    assert sums(first) == at_hub()


def test_a_number_says_at_how_many_desks_it_is_in_force_and_of_when_that_is(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    put(first, 10)
    assert (cell(first).waiting, cell(first).reach) == (1, None)
    carry(first)
    assert (cell(first).waiting, cell(first).reach) == (0, Reach(1, 2))
    assert cells(first)[0].reach is None
    net.clock.run(timedelta(hours=3))
    assert cell(first).heard_at == EVENING
    carry(second, second, first)
    assert cell(first).reach is None
    for each in cells(first):
        assert (each.lent, each.heard_at) == (held(second), EVENING + timedelta(hours=3))


def test_what_makes_no_sense_is_passed_over_and_a_hub_that_says_nothing_changes_nothing(net: World) -> None:
    station = net.desk()
    assert heard(station) == Elsewhere()
    lent = LentRow(venue=THEATRE, offer=OFFER, visit=TODAY, out=3)
    told = ReachRow(scope="offer", target=OFFER, visit=TODAY, heard=1, desks=3)

    def odd(answer: SyncAnswer) -> SyncAnswer:
        lents = (lent, *(lent.model_copy(update={"out": out}) for out in (0, -4, 2**40)))
        changes = ({"scope": "room"}, {"heard": 3}, {"heard": -1}, {"target": "other", "desks": 2**40})
        rows = (told, *(told.model_copy(update=change) for change in changes))
        return answer.model_copy(update={"lent": lents, "reach": rows})

    def older(answer: SyncAnswer) -> SyncAnswer:
        return answer.model_copy(update={"lent": None, "reach": ()})

    for bend in (odd, older):
        with line_to(station) as line:
            courier_on(station, Bent(line, bend)).carry()
        assert heard(station) == Elsewhere(EVENING, Counter({HOUSE: 3, EVENINGS: 3}), {EVENINGS: Reach(1, 3)})
        net.clock.run(timedelta(hours=1))
