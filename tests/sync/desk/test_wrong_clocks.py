"""I9 at a desk on real files, whose program dies and begins anew: no ticket more, and no refusal beyond the policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.station import Station
from tests.sync.desk.world import CODES, EVENING, OFFER, World, give, world
from validator.desk import Ask, Choice, Look
from validator.domain.code import CardRead, Source
from validator.domain.network import HELSINKI
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Decline, Give, Reason
from validator.store.keys import FileVault

MINUTE, HOUR, DAY, YEAR = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(days=365)
CUT_OFF = False


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, cards=8) as made:
        yield made


@dataclass
class Machine:
    """The desk's machine: its files, and its program, which is started again and again."""

    net: World
    station: Station

    @classmethod
    def of(cls, net: World) -> Machine:
        """A desk that has just heard the hub."""
        return cls(net, net.ready())

    def restart(
        self, *, off_for: timedelta = MINUTE, set_by: timedelta = timedelta(0), boots: bool = True
    ) -> Station:
        """The program ends, the machine is off for a while (or runs on) and comes up with its clock set otherwise."""
        self.station.clock.keep_if_due()
        folder = self.station.folder
        self.station.close()
        self.net.clock.run(off_for)
        self.net.clock.wall += set_by
        self.net.clock.boots += boots
        self.station = self.net.closing.enter_context(Station.open(folder, FileVault(folder), self.net.clock))
        self.station.clock.now()
        return self.station

    def run(self, span: timedelta) -> None:
        """Time passes while the program runs, cut off."""
        self.net.clock.run(span)
        self.station.clock.keep_if_due()


def ask_for(
    station: Station, number: int, visit: date | None = None, *lifted: Reason, booked: bool = True
) -> Look:
    """A ticket for card number so-and-so at a desk that is cut off."""
    desk = station.desk(lambda: CUT_OFF)
    read = CardRead(CODES[number].reveal(), Source.TYPED, station.clock.now())
    choice = desk.choice_for(OFFER) if visit is None else Choice(OFFER, None, visit)
    ask = Ask(
        read,
        choice,
        overrides=frozenset(lifted),
        override_reason=OverrideReason.FAULT if lifted else None,
        role=Role.MANAGER if lifted else Role.CLERK,
    )
    return desk.counter.give(ask) if booked else desk.counter.look(ask)


def leading(look: Look) -> Reason:
    return look.verdict.main.reason


@pytest.mark.parametrize(
    "back",
    [
        7 * MINUTE,
        pytest.param(HOUR, marks=pytest.mark.long),
        DAY,
        pytest.param(20 * DAY, marks=pytest.mark.long),
        pytest.param(40 * DAY, marks=pytest.mark.long),
        3 * YEAR,
    ],
)
def test_setting_the_clock_back_makes_no_list_young_again(net: World, back: timedelta) -> None:
    machine = Machine.of(net)
    for _ in range(4):
        machine.restart(off_for=8 * DAY)
        machine.run(HOUR)
    assert leading(ask_for(machine.station, 0)) is Reason.LIST_TOO_OLD
    machine.restart(set_by=-back)
    look = ask_for(machine.station, 0)
    assert isinstance(look.verdict, Decline)
    assert leading(look) is Reason.CLOCK
    # A manager may lift it for one giving, and the journal says so.
    lifted = ask_for(machine.station, 0, None, Reason.CLOCK, Reason.LIST_TOO_OLD)
    if back < YEAR:  # three years ago the card was not valid yet
        assert isinstance(lifted.verdict, Give)
        assert Reason.CLOCK in lifted.verdict.overridden
    # Put right, it is believed again; and the hub makes everything good.
    machine.restart(set_by=back)
    assert leading(ask_for(machine.station, 1)) is Reason.LIST_TOO_OLD
    machine.station.courier().carry()
    assert isinstance(ask_for(machine.station, 1).verdict, Give)


@pytest.mark.parametrize(
    "back", [pytest.param(DAY, marks=pytest.mark.long), pytest.param(7 * DAY, marks=pytest.mark.long), YEAR]
)
def test_setting_the_clock_back_counts_no_limit_anew(net: World, back: timedelta) -> None:
    machine = Machine.of(net)
    assert isinstance(ask_for(machine.station, 0).verdict, Give)
    assert leading(ask_for(machine.station, 0)) in {Reason.ALREADY, Reason.CARD_LIMIT}
    machine.restart(set_by=-back)
    assert leading(ask_for(machine.station, 0)) is Reason.CLOCK
    # While the program runs, it moves nothing at all: today is the day that it was.
    machine.restart(set_by=back)
    net.clock.wall -= back
    assert leading(ask_for(machine.station, 0)) is Reason.CLOCK
    assert machine.station.desk(lambda: CUT_OFF).choice_for(OFFER).visit == EVENING.date()


def test_a_right_of_yesterdays_visit_does_not_live_again(net: World) -> None:
    machine = Machine.of(net)
    desk = machine.station.desk(lambda: True)
    (line,) = desk.programme()
    assert isinstance(desk.quotas.put(line.offer, line.choice.visit, 4, Role.MANAGER), Give)
    machine.station.courier().carry()
    (line,) = machine.station.desk(lambda: True).programme()
    assert line.rights == 4
    yesterday = line.choice.visit
    machine.run(DAY)
    assert not isinstance(ask_for(machine.station, 0, yesterday).verdict, Give)
    machine.restart(set_by=-DAY)
    look = ask_for(machine.station, 0, yesterday)
    assert leading(look) is Reason.CLOCK
    with machine.station.ledger.read() as books:
        lease = books.lease(Choice(OFFER, None, yesterday))
    assert lease is not None
    assert lease.spent == 0


@pytest.mark.parametrize("ahead", [2 * YEAR, pytest.param(20 * YEAR, marks=pytest.mark.long)])
@pytest.mark.parametrize("restarts", [True, False])
def test_years_ahead_for_a_minute_erases_nothing_and_refuses_nobody(
    net: World, ahead: timedelta, *, restarts: bool
) -> None:
    machine = Machine.of(net)
    desk = machine.station.desk(lambda: True)
    (line,) = desk.programme()
    desk.quotas.put(line.offer, line.choice.visit, 4, Role.MANAGER)
    machine.station.courier().carry()
    assert isinstance(give(machine.station, CODES[0]).verdict, Give)
    machine.station.courier().carry()
    machine.restart(set_by=ahead)
    assert not isinstance(ask_for(machine.station, 1).verdict, Give)  # what was listed so long ago is too old
    assert machine.station.desk(lambda: CUT_OFF).forget_old() == 0
    machine.run(MINUTE)
    net.clock.wall -= ahead
    if restarts:
        machine.restart()
    assert machine.station.clock.trusted()
    assert leading(ask_for(machine.station, 0)) in {Reason.ALREADY, Reason.CARD_LIMIT}
    assert isinstance(ask_for(machine.station, 1).verdict, Give)
    with machine.station.ledger.read() as books:
        lease = books.lease(line.choice)
    assert lease is not None
    assert (lease.granted, lease.spent) == (4, 2)


@pytest.mark.parametrize("step", [-DAY, 3 * HOUR])
def test_a_desk_that_is_restarted_keeps_the_hubs_time_while_its_machine_runs(
    net: World, step: timedelta
) -> None:
    machine = Machine.of(net)
    true = net.clock.now()
    machine.restart(set_by=step, boots=False)
    assert machine.station.clock.now() == true + MINUTE
    assert leading(ask_for(machine.station, 0)) is Reason.CLOCK
    machine.restart(set_by=-step, boots=False)
    assert isinstance(ask_for(machine.station, 0).verdict, Give)


def test_days_ahead_until_somebody_saw_it_refuses_nobody_but_not_once_tickets_were_given(net: World) -> None:
    machine = Machine.of(net)
    machine.restart(set_by=3 * DAY)
    assert isinstance(ask_for(machine.station, 0, booked=False).verdict, Give)
    net.clock.wall -= 3 * DAY
    assert isinstance(ask_for(machine.station, 0).verdict, Give)
    machine.restart(off_for=DAY)
    assert isinstance(ask_for(machine.station, 0).verdict, Give)
    net.clock.wall -= DAY  # where the card would have its ticket once more
    assert leading(ask_for(machine.station, 0)) is Reason.CLOCK
    machine.restart()
    assert leading(ask_for(machine.station, 0)) is Reason.CLOCK


def test_switched_off_for_weekends_and_summers_nobody_is_turned_away_for_the_clock(net: World) -> None:
    machine = Machine.of(net)
    for off_for in (3 * DAY, 9 * HOUR, 21 * DAY, 70 * DAY, MINUTE):
        machine.restart(off_for=off_for)
        assert machine.station.clock.trusted(), off_for
        assert leading(ask_for(machine.station, 0, booked=False)) is not Reason.CLOCK


def test_sleep_is_no_step(net: World) -> None:
    machine = Machine.of(net)
    machine.run(9 * HOUR)  # both clocks run on while the machine sleeps (`SystemClock.monotonic`)
    assert machine.station.clock.trusted()
    assert isinstance(ask_for(machine.station, 0).verdict, Give)


@pytest.mark.parametrize(
    ("night", "hours"), [(date(2018, 10, 28), 25), (date(2018, 3, 25), 23)], ids=["autumn", "spring"]
)
def test_a_night_in_which_the_clocks_are_changed(net: World, night: date, hours: int) -> None:
    """One ticket a card in the whole of the day, and none but the clock's own hours in it."""
    begins = datetime(night.year, night.month, night.day, tzinfo=HELSINKI).astimezone(UTC)
    net.clock.wall = begins - HOUR
    machine = Machine.of(net)
    assert isinstance(ask_for(machine.station, 0).verdict, Give)
    machine.run(HOUR)
    given = []
    for half in range(2 * hours):
        assert machine.station.clock.trusted()
        assert machine.station.desk(lambda: CUT_OFF).choice_for(OFFER).visit == night, half
        given.append(isinstance(ask_for(machine.station, 0).verdict, Give))
        if half in {5, 7, 9}:
            machine.restart(off_for=30 * MINUTE)
        else:
            machine.run(30 * MINUTE)
    assert given == [True] + [False] * (2 * hours - 1)
    assert machine.station.desk(lambda: CUT_OFF).choice_for(OFFER).visit == night + DAY
    assert isinstance(ask_for(machine.station, 0).verdict, Give)


small = st.sampled_from(
    [-40 * DAY, -DAY, -HOUR, -6 * MINUTE, -4 * MINUTE, 4 * MINUTE, HOUR, DAY, 3 * DAY, 3 * YEAR]
)
moves = st.lists(
    st.one_of(
        st.tuples(st.just("run"), st.sampled_from([MINUTE, HOUR, 5 * HOUR])),
        st.tuples(st.just("off"), st.sampled_from([MINUTE, 9 * HOUR, 3 * DAY])),
        st.tuples(st.just("set"), small),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves)
def test_no_card_gets_two_tickets_within_a_days_time(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, timedelta]]
) -> None:
    """A card that asks after every move, offline, gets no more tickets than the days that its clock went through forwards."""
    with world(tmp_path_factory.mktemp("net"), cards=1) as net:
        machine = Machine.of(net)
        visits: list[date] = []
        latest = net.clock.now()
        for what, by in [("run", MINUTE), *done]:
            if what == "run":
                machine.run(by)
            else:
                off, step = (by, timedelta(0)) if what == "off" else (MINUTE, by)
                machine.restart(off_for=off, set_by=step)
            floor = machine.station.clock.memory.floor
            assert floor is not None
            look = ask_for(machine.station, 0)
            if isinstance(look.verdict, Give):
                assert look.at >= floor - 5 * MINUTE
                visits.append(look.ask.choice.visit)
            latest = max(latest, look.at)
        assert len(visits) == len(set(visits))
        assert visits == sorted(visits)
        net.clock.wall = latest
        assert machine.station.registers.count() == 1
