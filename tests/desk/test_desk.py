"""The programme, the manager's table and door, and the status of a desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from tests.desk.conftest import HOLDER, SECOND, TONIGHT_CHOICE, Office, ask
from tests.desk.disk import full_disk
from tests.domain.world import LESSON, NOW, TODAY
from validator.desk import Choice, Desk, QuotaCell, QuotaTarget
from validator.desk.gather import Known
from validator.domain.code import Problem, Unrecognised
from validator.domain.journal import CardRole
from validator.domain.party import Party
from validator.domain.policy import Grade, Listed, Stamp
from validator.domain.quota import MOST_TICKETS
from validator.domain.role import Role
from validator.domain.verdict import Reason
from validator.errors import BugError, ConfigError
from validator.store.ledger import Ledger
from validator.store.register import Registers


def today(desk: Desk, target: QuotaTarget) -> QuotaCell:
    """Today's cell of the manager's table."""
    (cell, *_) = dict(desk.quotas.rows())[target]
    assert cell.visit == TODAY
    return cell


def test_todays_programme_has_performances_first(office: Office) -> None:
    lines = office.desk().programme()
    lesson = Choice("course", "lesson", LESSON.starts_at.date())
    assert [line.choice for line in lines] == [TONIGHT_CHOICE, Choice("exhibition", None, TODAY), lesson]
    assert {(line.left, line.given, line.problem) for line in lines} == {(None, 0, None)}
    assert [line.ahead for line in lines] == [False, False, True]
    assert office.desk().first_open() == lines[0]


def test_what_is_over_is_shown_as_over(office: Office) -> None:
    office.time.pass_by(hours=5)
    lines = office.desk().programme()
    assert [line.problem for line in lines] == [Reason.ENDED, None, None]
    open_line = office.desk().first_open()
    assert open_line is not None
    assert open_line.offer.id == "exhibition"


def test_other_days(office: Office) -> None:
    lines = office.desk().programme(LESSON.starts_at.date())
    assert [line.offer.id for line in lines] == ["course", "exhibition"]


def test_naming_an_offer_alone(office: Office) -> None:
    desk = office.desk()
    assert desk.choice_for("play") == TONIGHT_CHOICE
    assert desk.choice_for("exhibition") == Choice("exhibition", None, TODAY)
    assert desk.choice_for("course") == Choice("course", "lesson", LESSON.starts_at.date())
    office.time.pass_by(days=9)
    assert desk.choice_for("play") == TONIGHT_CHOICE


def test_a_quota_is_obeyed_at_once(office: Office) -> None:
    desk = office.desk()
    play = desk.programme()[0].offer
    assert desk.quotas.put(play, TODAY, 2, Role.CLERK).main.reason is Reason.NO_RIGHT
    assert desk.quotas.put(play, TODAY, 2, Role.MANAGER).main.reason is Reason.OK
    look = desk.counter.give(ask(HOLDER))
    assert [(note.reason, note.params["n"]) for note in look.verdict.notes] == [(Reason.LAST_ONES, 2)]
    desk.counter.give(ask(SECOND))
    line = desk.programme()[0]
    assert (line.left, line.given, line.problem) == (0, 2, Reason.QUOTA_FULL)
    cell = today(office.desk(), play)
    assert (cell.value, cell.given, cell.left, cell.over) == (2, 2, 0, 0)
    desk.quotas.put(play, TODAY, 1, Role.MANAGER)
    assert today(desk, play).over == 1
    desk.quotas.put(play, TODAY, None, Role.MANAGER)
    assert desk.programme()[0].left is None


def test_a_full_day_suggests_the_next_one_with_room(office: Office) -> None:
    desk = office.desk()
    exhibition = desk.programme()[1].offer
    today = Choice("exhibition", None, TODAY)
    desk.quotas.put(exhibition, TODAY, 0, Role.MANAGER)
    desk.quotas.put(exhibition, TODAY + timedelta(days=1), 0, Role.MANAGER)
    look = desk.counter.look(ask(HOLDER, today))
    assert look.verdict.main.reason is Reason.QUOTA_FULL
    assert look.verdict.main.params["suggestion"] == TODAY + timedelta(days=2)
    for ahead in range(2, 15):
        desk.quotas.put(exhibition, TODAY + timedelta(days=ahead), 0, Role.MANAGER)
    assert desk.counter.look(ask(HOLDER, today)).verdict.main.params["suggestion"] is None


def test_a_number_that_cannot_be_saved_says_so(office: Office) -> None:
    desk = office.desk()
    play, said = desk.programme()[0].offer, []
    with full_disk():
        for number in range(300):
            said.append(desk.quotas.put(play, TODAY, number, Role.MANAGER).main.reason)
            if said[-1] is Reason.NOT_SAVED:
                break
    assert said[-1] is Reason.NOT_SAVED
    assert today(desk, play).value == (len(said) - 2 if len(said) > 1 else None)


def test_what_was_not_read_has_no_name_in_the_journal() -> None:
    with pytest.raises(BugError):
        Known(Unrecognised(Problem.UNREADABLE, None), None, None).ref(CardRole.HOLDER)


@pytest.mark.parametrize("value", [-1, MOST_TICKETS + 1])
def test_a_senseless_number_is_refused(office: Office, value: int) -> None:
    desk = office.desk()
    with pytest.raises(ValueError, match="whole number"):
        desk.quotas.put(desk.programme()[0].offer, TODAY, value, Role.MANAGER)


def test_the_largest_number_is_taken(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(desk.programme()[0].offer, TODAY, MOST_TICKETS, Role.MANAGER)
    assert desk.programme()[0].left == MOST_TICKETS


def test_the_table_covers_a_fortnight_of_the_house_its_offers_and_their_performances(office: Office) -> None:
    desk = office.desk()
    assert desk.quotas.days() == tuple(TODAY + timedelta(days=ahead) for ahead in range(14))
    rows = desk.quotas.rows()
    assert [target.id for target, _ in rows] == [
        "theatre",
        "play",
        "exhibition",
        "course",
        "tonight",
        "lesson",
    ]
    assert [len(cells) for _, cells in rows] == [14, 14, 14, 14, 1, 1]


def test_the_door_locks_for_longer_and_longer_also_over_a_restart(office: Office) -> None:
    door = office.desk().door
    assert not door.has_pin()
    with pytest.raises(ValueError, match="four"):
        door.set_pin("123")
    door.set_pin("2580")
    assert door.has_pin()
    assert door.try_pin("2580").right
    locks = []
    for _ in range(6):
        answer = office.desk().door.try_pin("0000")
        assert not answer.right
        if answer.locked_until is not None:
            locks.append(answer.locked_until - office.time.now())
            assert not door.try_pin("2580").right
            office.time.instant = answer.locked_until
    assert locks == [
        timedelta(seconds=30),
        timedelta(seconds=60),
        timedelta(seconds=120),
        timedelta(seconds=240),
    ]
    assert door.try_pin("2580").right
    assert door.try_pin("0000").locked_until is None


def test_the_status_is_honest(office: Office) -> None:
    desk = office.desk()
    desk.counter.give(ask(HOLDER, party=Party(1)))
    office.online = False
    status = desk.status()
    assert (status.desk, status.online, status.cards, status.waiting, status.given, status.refused) == (
        "Kassa 1", False, 5, 2, 2, 0,
    )  # fmt: skip
    assert (status.oldest, status.clock_trusted) == (NOW, True)
    assert [(each.listed, each.grade) for each in status.lists] == [
        (listed, Grade.FRESH) for listed in Listed
    ]
    assert [venue.id for venue in status.venues] == ["theatre"]


@pytest.mark.parametrize("sound", [True, False])
def test_whose_tickets_they_were_is_forgotten_in_time(office: Office, *, sound: bool) -> None:
    desk = office.desk()
    giving = desk.counter.give(ask(HOLDER)).giving
    with office.ledger.write() as books:
        for event in books.outbox(9):
            books.settle([Answered(event.event)], office.time.now())
    office.time.pass_by(days=29)
    listed(office)
    assert desk.forget_old() == 0
    office.time.pass_by(days=2)
    assert desk.forget_old() == 0  # for all the hub has said, it may be this desk's clock that runs ahead
    listed(office)
    office.time.sound = sound
    assert desk.forget_old() == (1 if sound else 0)
    with office.ledger.read() as books:
        (known,) = books.giving(giving)
        assert (known.card == "") is sound
        assert known.tickets.total == 1
        assert books.verify().first_bad is None


def listed(office: Office) -> None:
    """The hub says that the list is as of now."""
    name = office.registers.name
    assert name is not None
    with office.ledger.write() as books:
        books.use_register(name, Stamp(8, office.time.now()))


@dataclass(frozen=True)
class Answered:
    """The hub's yes to one event."""

    event: str
    status: str = "accepted"
    code: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()
    over: int = 0


def test_what_the_hub_did_not_accept_is_named_whatever_it_is(office: Office) -> None:
    desk = office.desk()
    play = desk.programme()[0].offer
    desk.quotas.put(play, TODAY, 5, Role.MANAGER)
    office.time.pass_by(minutes=1)
    giving = desk.counter.give(ask(HOLDER)).giving
    office.time.pass_by(minutes=1)
    desk.counter.give(ask(SECOND))
    with office.ledger.write() as books:
        number, refused, over = (event.event for event in books.outbox(9))
        books.settle(
            [
                Answered(number, "refused", "S06", "a number is out of all bounds"),
                Answered(refused, "refused", "S06", "the venue is not the desk's"),
                Answered(over, notes=("S03",), over=1),
            ],
            office.time.now(),
        )
    tickets, table = desk.cases.lines()
    assert [(line.case.kind, line.case.offer, line.case.visit) for line in (tickets, table)] == [
        ("refused", "play", TODAY),
        ("refused", "play", TODAY),
    ]
    (given,), (typed,) = tickets.case.sides, table.case.sides
    assert (given.kind, given.occurred_at, given.reason) == (
        "redemption",
        NOW + timedelta(minutes=1),
        "the venue is not the desk's",
    )
    assert (typed.kind, typed.occurred_at, typed.reason) == ("quota", NOW, "a number is out of all bounds")
    assert given.decided["giving"] == giving
    assert tickets.tails[given.event].endswith(HOLDER[-4:])
    assert desk.status().refused == 2
    assert [(line.notes, line.over) for line in desk.counter.given()] == [(("S03",), 1), ((), 0)]


def test_a_desk_that_is_not_enrolled_says_so(office: Office) -> None:
    folder = office.folder / "new"
    folder.mkdir()
    with Ledger.open(folder, b"l" * 32) as ledger, Registers.open(folder, b"r" * 32, ledger) as registers:
        desk = Desk(ledger, registers, office.time, lambda: False)
        for use in (
            desk.programme,
            desk.status,
            desk.quotas.days,
            desk.counter.code_format,
        ):
            with pytest.raises(ConfigError, match="not enrolled"):
                use()
