"""Cases between real desks and a hub: told to each, shown once, settled by one for all, whatever comes in between."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sync.courier import Courier
from sync.station import Station
from sync.wire import SyncAnswer
from tests.sync.desk.test_lives import backup, put_back
from tests.sync.desk.world import (
    CODES,
    OFFER,
    THEATRE,
    Bent,
    Garbles,
    Lossy,
    World,
    courier_on,
    give,
    line_to,
    world,
)
from validator.desk import CaseLine
from validator.domain.cases import CaseOutcome
from validator.domain.journal import parse
from validator.domain.network import Names, Venue, VenueKind
from validator.domain.role import Role
from validator.domain.verdict import Decline, Give, Reason
from validator.errors import HubUnreachable
from validator.store.keys import FileVault


@pytest.fixture
def net(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


def carry(*stations: Station) -> None:
    for station in stations:
        with line_to(station) as line:
            courier_on(station, line).carry()


def lines(station: Station, *, settled: bool = False) -> tuple[CaseLine, ...]:
    return station.desk(lambda: True).cases.lines(settled=settled)


def settle(station: Station, outcome: CaseOutcome = CaseOutcome.SEEN) -> None:
    (line,) = lines(station)
    assert isinstance(station.desk(lambda: True).cases.settle(line.case.id, outcome, Role.MANAGER), Give)


def apart(net: World) -> tuple[Station, Station]:
    """Two desks that both gave for one card, and have heard of it."""
    one, other = net.ready("one"), net.ready("other")
    give(one, CODES[0], online=False)
    give(other, CODES[0], online=False)
    carry(one, other, one)
    return one, other


def test_both_desks_show_it_once_with_both_decisions(net: World) -> None:
    stations = apart(net)
    for station in stations:
        carry(station)
        (line,) = lines(station)
        assert (line.case.kind, line.case.offer, line.case.count) == ("duplicate", OFFER, 2)
        assert all(side.decided["trace"] for side in line.case.sides)
        assert {side.name for side in line.case.sides} == {"one", "other"}
        (tail,) = line.tails.values()
        assert tail.endswith(CODES[0].reveal()[-4:])
    assert lines(stations[0])[0].case.id == lines(stations[1])[0].case.id


def test_it_is_shown_once_however_often_it_is_told(net: World) -> None:
    one, _ = apart(net)
    with one.ledger.write() as books:
        books.hear_all_again()
    carry(one, one)
    assert len(lines(one)) == 1


def test_settling_reaches_the_other_desk(net: World) -> None:
    one, other = apart(net)
    settle(one, CaseOutcome.OURS)
    assert lines(one) == ()
    assert len(lines(other)) == 1
    carry(one, other)
    assert lines(other) == ()
    (line,) = lines(other, settled=True)
    assert [(said.settling.outcome, said.here) for said in line.said] == [("ours", False)]
    assert [row[1:] for row in net.events()].count(("settle", "accepted")) == 1


def test_two_managers_who_settle_apart_both_stay(net: World) -> None:
    stations = apart(net)
    for station in stations:
        settle(station)
    carry(*stations, *stations)
    assert len(net.rows("case_settlings")) == 2
    for station in stations:
        (line,) = lines(station, settled=True)
        assert line.settled
        assert sorted(said.here for said in line.said) == [False, True]


def test_settling_twice_at_one_desk_is_one_event(net: World) -> None:
    one, _ = apart(net)
    (line,) = lines(one)
    for _ in range(2):
        one.desk(lambda: True).cases.settle(line.case.id, CaseOutcome.SEEN, Role.MANAGER)
    carry(one)
    assert len(net.rows("case_settlings")) == 1


def test_a_clerk_settles_nothing_and_nobody_what_is_not_there(net: World) -> None:
    one, _ = apart(net)
    cases, (line,) = one.desk(lambda: True).cases, lines(one)
    verdict = cases.settle(line.case.id, CaseOutcome.SEEN, Role.CLERK)
    assert isinstance(verdict, Decline)
    assert verdict.main.reason is Reason.NO_RIGHT
    with pytest.raises(LookupError):
        cases.settle("no such", CaseOutcome.SEEN, Role.MANAGER)
    assert len(lines(one)) == 1


def test_a_case_that_grew_since_is_to_be_looked_at_again(net: World) -> None:
    one, other = apart(net)
    third = net.ready("third")
    settle(one)
    carry(one)
    with third.ledger.write() as books:
        books.hear_all_again()
    give_blind(third)
    carry(third, one, other)
    for station in (one, other):
        (line,) = lines(station)
        assert line.case.count == 3
    settle(other)
    carry(other, one, third)
    assert [lines(station) for station in (one, other, third)] == [(), (), ()]


def give_blind(station: Station) -> None:
    """The same card once more, by a manager who allowed nothing: the desk has not heard of the others' tickets."""
    with station.ledger.write() as books:
        books._connection.exec_driver_sql("DELETE FROM redemption")  # noqa: SLF001
    give(station, CODES[0], online=False)


def test_an_answer_that_is_lost_is_told_again(net: World) -> None:
    one, other = net.ready("one"), net.ready("other")
    give(one, CODES[0], online=False)
    carry(one)
    give(other, CODES[0], online=False)
    with line_to(other) as line:
        lossy = Lossy(line)
        lossy.lose_answers = 1
        with pytest.raises(HubUnreachable):
            courier_on(other, lossy).carry()
        assert lines(other) == ()
        courier_on(other, lossy).carry()
    assert len(lines(other)) == 1


def test_an_older_hub_tells_none_and_is_asked_again_from_the_beginning(net: World) -> None:
    def older(answer: SyncAnswer) -> SyncAnswer:
        return answer.model_copy(update={"cases": (), "case_cursor": None})

    one, other = net.ready("one"), net.ready("other")
    give(one, CODES[0], online=False)
    carry(one)
    give(other, CODES[0], online=False)
    with line_to(other) as line:
        courier_on(other, Bent(line, older)).carry()
    assert lines(other) == ()
    carry(other)
    assert len(lines(other)) == 1


def test_an_event_that_was_not_accepted_is_one_case_at_its_own_desk_too(net: World) -> None:
    one, other = net.ready("one"), net.ready("other")
    give(one, CODES[1])
    with line_to(one) as line:
        Courier(one.ledger, one.registers, Garbles(line), one.clock, one.folder).carry()
    carry(other)
    for station in (one, other):
        (line_of,) = lines(station)
        assert line_of.case.kind == "refused"
    assert one.desk(lambda: True).status().refused == 1
    settle(other, CaseOutcome.AGREED)
    carry(other, one)
    assert (lines(one), lines(other)) == ((), ())
    assert one.desk(lambda: True).status().refused == 0


def spoilt(net: World, station: Station) -> None:
    """What this desk has given the hub does not accept."""
    with line_to(station) as line:
        Courier(station.ledger, station.registers, Garbles(line), station.clock, station.folder).carry()


def state(station: Station) -> str:
    """How far the news of this desk's only tickets has come, as the clerk's list says."""
    (line,) = station.desk(lambda: True).counter.given()
    return line.state


def test_what_was_not_accepted_is_sent_as_a_new_entry_and_counts_once(net: World) -> None:
    one, other = net.ready("one"), net.ready("other")
    give(one, CODES[1])
    spoilt(net, one)
    carry(one, other)
    assert net.rows("redemptions") == []
    (case,) = lines(one)
    assert case.anew
    assert not lines(other)[0].anew, "the cards are at the desk that gave"
    assert (case.case.offer, lines(other)[0].case.offer) == (OFFER, ""), "and what they were given for"
    cases = one.desk(lambda: True).cases
    assert isinstance(cases.send_anew(case.case.id, Role.CLERK), Decline)
    for _ in range(2):
        assert isinstance(cases.send_anew(case.case.id, Role.MANAGER), Give)
    with one.ledger.read() as books:
        old, new, settling = [parse(entry.header) for entry in books.entries()][-3:]
        assert len(books.given()) == 1, "the tickets count here as they did"
    assert (old.kind, new.kind, settling.kind) == ("redemption", "redemption", "settle")
    assert (new.at, dict(new.body)) == (old.at, {**old.body, "corrects": old.id})
    assert (state(one), one.desk(lambda: True).status().waiting) == ("recorded", 1), "it waits again"
    carry(one, other)
    assert (state(one), one.desk(lambda: True).status().waiting) == ("confirmed", 0)
    assert len(net.rows("redemptions")) == 1
    with other.ledger.read() as books:
        assert [row.giving for row in books.given()] == [new.body["giving"]]
    assert (lines(one), lines(other)) == ((), ())
    assert one.desk(lambda: True).status().refused == 0


def test_nothing_is_doubled_where_it_was_taken_after_all(net: World) -> None:
    """The hub was put back to before it refused the entry: it is told both."""
    one = net.ready("one")
    carry(one)
    copy = backup(net)
    give(one, CODES[1])
    spoilt(net, one)
    (case,) = lines(one)
    one.desk(lambda: True).cases.send_anew(case.case.id, Role.MANAGER)
    carry(one)
    put_back(net, copy)
    carry(one, one)
    assert len(net.rows("redemptions")) == 1
    assert [row.status for row in net.rows("events")][-3:] == ["accepted", "refused", "accepted"]


def test_what_is_not_accepted_twice_is_sent_anew_once_more(net: World) -> None:
    one = net.ready("one")
    give(one, CODES[1])
    spoilt(net, one)
    cases = one.desk(lambda: True).cases
    (first,) = lines(one)
    cases.send_anew(first.case.id, Role.MANAGER)
    spoilt(net, one)
    assert state(one) == "refused"
    (again,) = (line for line in lines(one) if line.anew and line.case.id != first.case.id)
    assert cases.refused_again(first) == again.case.id
    cases.send_anew(again.case.id, Role.MANAGER)
    assert (state(one), one.desk(lambda: True).status().waiting) == ("recorded", 1)
    carry(one)
    assert (state(one), len(net.rows("redemptions"))) == ("confirmed", 1)


def test_what_has_no_cards_any_more_is_not_sent_anew(net: World) -> None:
    one = net.ready("one")
    give(one, CODES[1])
    spoilt(net, one)
    far = net.clock.now() + timedelta(days=500)
    with one.ledger.write() as books:
        assert books.erase(far.date(), far) == 1
    (case,) = lines(one)
    assert not case.anew
    one.desk(lambda: True).cases.send_anew(case.case.id, Role.MANAGER)
    assert lines(one) == (case,), "it waits for somebody to settle it otherwise"


def test_a_hub_that_was_put_back_hears_of_settlings_anew(net: World) -> None:
    one, other = net.ready("one"), net.ready("other")
    carry(one, other)
    copy = backup(net)
    give(one, CODES[0], online=False)
    give(other, CODES[0], online=False)
    carry(one, other, one)
    settle(one)
    carry(one, other)
    put_back(net, copy)
    carry(one, other, one, other)
    assert len(net.rows("cases")) == len(net.rows("case_settlings")) == 1
    assert [len(lines(station, settled=True)) for station in (one, other)] == [1, 1]
    assert (lines(one), lines(other)) == ((), ())


def test_a_desk_that_comes_in_again_hears_the_cases_of_its_new_venue_only(net: World) -> None:
    one, other = apart(net)
    with net.hub.change() as register:
        register.put_venue(Venue("museum", Names("Museo"), VenueKind.MUSEUM, "espoo"))
    one.enrol(net.invitation("museum"))
    carry(one)
    assert lines(one) == ()
    one.enrol(net.invitation(THEATRE))
    carry(one, other)
    assert len(lines(one)) == len(lines(other)) == 1


def test_a_settling_that_is_not_accepted_settles_nothing(net: World) -> None:
    """At a desk whose disk was put back the journal goes two ways: its manager's word reaches nobody."""
    one, other = apart(net)
    carry(one, other)
    old = net.folder / "backup"
    shutil.copytree(one.folder, old)
    give(one, CODES[1])
    carry(one)
    one.close()
    with Station.open(old, FileVault(old), net.clock) as again:
        (line,) = lines(again)
        settle(again)
        assert lines(again) == ()
        carry(again, other)
        assert line.case.id in {each.case.id for each in lines(again)}
        assert line.case.id in {each.case.id for each in lines(other)}


def test_settled_cases_go_after_a_month_and_settlings_never(net: World) -> None:
    one, _ = apart(net)
    settle(one)
    carry(one)
    net.clock.run(timedelta(days=31))
    carry(one)
    desk = one.desk(lambda: True)
    assert lines(one, settled=True) == ()
    with one.ledger.write() as books:
        books.hear_all_again()
    carry(one)
    (line,) = desk.cases.lines(settled=True)
    assert line.settled
