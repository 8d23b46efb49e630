"""Rights between a real hub and real desks: granted in a pass, spent without a line, asked for at the last, given back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync import rights
from sync.rights import RightsAsker
from sync.station import Station
from sync.wire import RightsAnswer, RightsRequest
from tests.sync.desk.world import CODES, OFFER, World, give, line_to, world
from validator.domain.rights import Slot
from validator.domain.role import Role
from validator.domain.verdict import Reason
from validator.errors import HubUnreachable


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


def today(station: Station) -> Slot:
    return station.desk(lambda: True).choice_for(OFFER)


def set_number(station: Station, value: int) -> None:
    """A manager at this desk sets today's number."""
    (offer,) = station.registers.network().offers
    station.desk(lambda: True).quotas.put(offer, today(station).visit, value, Role.MANAGER)


def held(station: Station) -> int:
    with station.ledger.read() as books:
        lease = books.lease(today(station))
    return 0 if lease is None else lease.left


def out(net: World) -> int:
    """Rights that are out, as the hub's rows say."""
    return sum(row.granted - row.spent - row.returned for row in net.rows("leases"))


def served(station: Station, codes: Iterator[int], *, online: bool) -> tuple[int, Reason]:
    """Customers until one is declined: how many got a ticket, and why the last one did not."""
    for count, number in enumerate(codes):
        reason = give(station, CODES[number], online=online).verdict.main.reason
        if reason is not Reason.OK:
            return count, reason
    raise AssertionError("no customer was ever declined")


def test_a_desk_alone_holds_the_whole_number_in_the_pass_in_which_it_is_set(net: World) -> None:
    station = net.ready()
    set_number(station, 10)
    station.courier().carry()
    assert held(station) == out(net) == 10


def test_two_desks_that_are_cut_off_give_no_more_than_the_number_between_them(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    set_number(first, 10)
    for station in (first, second, first, second):
        station.courier().carry()
    shares = held(first), held(second)
    assert min(shares) > 0
    assert sum(shares) == out(net) <= 10
    codes = iter(range(40))
    for station, share in zip((first, second), shares, strict=True):
        assert served(station, codes, online=False) == (share, Reason.NO_RIGHTS_HERE)
    for station in (first, second):
        station.courier().carry()
    assert len(net.rows("redemptions")) == sum(shares)
    assert all(row.over == 0 for row in net.rows("events"))


def test_a_second_desk_hears_of_a_number_and_gets_its_share_in_one_pass(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    set_number(first, 10)
    first.courier().carry()
    second.courier().carry()
    assert held(second) > 0


def test_with_its_own_rights_used_up_a_desk_asks_and_the_last_ticket_is_given(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    set_number(first, 10)
    for station in (first, second, first, second):
        station.courier().carry()
    free = 10 - out(net)
    assert free > 0
    share = held(first)
    assert served(first, iter(range(40)), online=True) == (share + free, Reason.QUOTA_FULL)
    assert out(net) == 10
    assert held(first) == 0


def test_without_a_hub_the_ask_ends_and_the_desk_says_whose_share_is_used_up(net: World) -> None:
    first, second = net.ready("first"), net.ready("second")
    set_number(first, 10)
    for station in (first, second, first, second):
        station.courier().carry()
    share = held(first)
    net.server.__exit__(None, None, None)
    assert served(first, iter(range(40)), online=True) == (share, Reason.NO_RIGHTS_HERE)


def test_what_a_desk_need_not_hold_goes_to_one_that_has_none(net: World) -> None:
    first = net.ready("first")
    set_number(first, 10)
    first.courier().carry()
    assert held(first) == 10
    second = net.ready("second")
    for station in (second, first, second):
        station.courier().carry()
    assert held(second) > 0
    assert held(first) + held(second) == out(net) <= 10
    assert ("give_back", "accepted") in [(kind, status) for _, kind, status in net.events()]


def used_up(net: World) -> Station:
    """A desk that has given its share of ten, while another holds its own and some are left at the hub."""
    first, second = net.ready("first"), net.ready("second")
    set_number(first, 10)
    for station in (first, second, first, second):
        station.courier().carry()
    served(first, iter(range(40)), online=False)
    assert (held(first), 10 - out(net)) == (0, 2)
    return first


class Slow:
    """A real line that answers only when it is let."""

    def __init__(self, station: Station) -> None:
        self.line = line_to(station)
        self.let = threading.Event()

    def rights(self, request: RightsRequest) -> RightsAnswer:
        assert self.let.wait(60)
        return self.line.rights(request)

    def close(self) -> None:
        self.line.close()


def test_nobody_waits_for_a_slow_hub_and_what_it_grants_is_there_for_the_next(
    net: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rights, "WAIT_SECONDS", 0.01)
    station = used_up(net)
    slow = Slow(station)
    asker = RightsAsker(station.ledger, slow)
    assert asker.ask(today(station), 1) is False
    slow.let.set()
    asker.close()
    assert held(station) == 1


class Losing:
    """A real line that loses its first answer."""

    def __init__(self, station: Station) -> None:
        self.line = line_to(station)
        self.answers = 0

    def rights(self, request: RightsRequest) -> RightsAnswer:
        answer = self.line.rights(request)
        self.answers += 1
        if self.answers == 1:
            raise HubUnreachable("lost on the way back")
        return answer

    def close(self) -> None:
        self.line.close()


def test_an_ask_whose_answer_is_lost_is_granted_once(net: World) -> None:
    station = used_up(net)
    asker = RightsAsker(station.ledger, Losing(station))
    assert asker.ask(today(station), 1) is False
    assert (held(station), 10 - out(net)) == (0, 1)
    assert asker.ask(today(station), 1) is True
    asker.close()
    assert (held(station), 10 - out(net)) == (1, 1)
