"""Entering from paper, on the real files: always recorded, each row once, and nothing half-entered is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.desk.conftest import CLOSED, GROUP, HOLDER, SECOND, TONIGHT_CHOICE, UNKNOWN, Office, ask
from tests.desk.disk import full_disk
from tests.domain.world import NOW, TODAY
from tests.store.desk import number_set, told
from validator.desk import Choice, PaperState
from validator.domain.journal import Json, parse, read_cards
from validator.domain.paper import Flaw, PaperRow
from validator.domain.party import Representative
from validator.domain.policy import Stamp
from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.redemption import Tickets
from validator.domain.rights import Lease
from validator.domain.verdict import Give, Reason


def row(name: str, code: str, **more: object) -> PaperRow:
    """A ticket for tonight's play, given at five."""
    return replace(PaperRow(name, "13.10.", "17.00", TONIGHT_CHOICE, code), **more)  # type: ignore[arg-type]


def bodies(office: Office) -> list[Mapping[str, Json]]:
    with office.ledger.read() as books:
        return [parse(each.header).body for each in books.entries()]


def test_a_row_is_recorded_with_its_own_time_and_leaves_those_that_wait(office: Office) -> None:
    paper = office.desk().paper
    typed = row("row-1", HOLDER, children=2)
    paper.keep(typed)
    answer = paper.record(typed)
    assert (answer.state, answer.giving, answer.tickets) == (PaperState.RECORDED, "row-1", Tickets(1, 2))
    assert paper.rows() == ()
    with office.ledger.read() as books:
        (entry,) = books.entries()
        (use,) = books.giving("row-1")
    header = parse(entry.header)
    assert header.at == use.given_at == NOW.replace(hour=17, minute=0)
    assert header.body["entered_at"] == NOW.isoformat()
    assert (header.body["code"], header.body["quota_use"]) == ("A02", 3)
    (line,) = office.desk().counter.given()
    assert (line.giving, line.at, line.masked) == ("row-1", header.at, answer.masked)


def test_a_declined_row_is_recorded_all_the_same_and_spends_nothing(office: Office) -> None:
    with office.ledger.write() as books:
        books.hear_leases([Lease(TONIGHT_CHOICE, 1, granted=5)])
    answer = office.desk().paper.record(row("row-1", CLOSED))
    assert answer.state is PaperState.CASE
    (body,) = bodies(office)
    assert (body["code"], "rights" in body, body["tickets"]) == (
        "R13",
        False,
        {"adults": 1, "children": 0, "assistants": 0, "representatives": 0},
    )
    with office.ledger.read() as books:
        assert books.leases(TODAY)[0].spent == 0
        assert books.waiting().tickets == 1


def test_a_row_of_a_day_that_is_not_over_spends_rights_and_one_that_is_does_not(office: Office) -> None:
    number = QuotaKey(QuotaScope.VENUE, "theatre", TODAY)
    with office.ledger.write() as books:
        books.hear_leases([Lease(TONIGHT_CHOICE, 1, granted=1)])
    _strict(office, number, 4)
    paper = office.desk().paper
    assert paper.record(row("row-1", HOLDER)).state is PaperState.RECORDED
    assert bodies(office)[-1]["rights"] == {"epoch": 1, "count": 1}
    office.online = False
    short = paper.record(row("row-2", SECOND))
    assert (short.state, bodies(office)[-1]["code"]) == (PaperState.CASE, "R38")
    office.time.pass_by(days=1)
    late = paper.record(row("row-3", SECOND, day="13.10."), again=True)
    assert late.state is PaperState.CASE  # it has a ticket already
    assert "rights" not in bodies(office)[-1]


def test_a_row_is_judged_as_of_its_time_whatever_has_happened_since(office: Office) -> None:
    office.time.pass_by(days=2)
    answer = office.desk().paper.record(row("row-1", HOLDER, day="13.10.", time="18.30"))
    assert answer.state is PaperState.RECORDED
    after = office.desk().paper.record(row("row-2", SECOND, day="14.10.", time="12.00"))
    assert (after.state, after.verdict and after.verdict.main.reason) == (PaperState.CASE, Reason.ENDED)


def test_a_group_is_recorded_with_all_who_came(office: Office) -> None:
    answer = office.desk().paper.record(
        row("row-1", GROUP, members=(HOLDER, CLOSED), representative=Representative.VOLUNTEER)
    )
    assert (answer.state, answer.tickets) == (PaperState.CASE, Tickets(2, 0, 0, 1))
    (body,) = bodies(office)
    assert (body["code"], body["representative"]) == ("R53", "volunteer")
    with office.ledger.read() as books:
        (entry,) = books.entries()
        assert [ref.role.value for ref in read_cards(entry.cards)] == ["community", "member", "member"]


def test_a_group_of_a_card_that_is_in_no_list_is_one_too(office: Office) -> None:
    answer = office.desk().paper.record(row("row-1", UNKNOWN, members=(HOLDER,)))
    assert (answer.state, answer.tickets) == (PaperState.CASE, Tickets(1, 0, 0, 1))
    assert bodies(office)[-1]["representative"] == "worker"


@pytest.mark.parametrize(
    ("typed", "flaw"),
    [
        (row("r", HOLDER, day="x"), Flaw.DAY),
        (row("r", HOLDER, time=""), Flaw.TIME),
        (row("r", HOLDER, time="18.00"), Flaw.FUTURE),
        (row("r", HOLDER, day="1.1.2001"), Flaw.OLD),
        (row("r", HOLDER, slot=None), Flaw.EVENT),
        (row("r", HOLDER, slot=Choice("opera", None, TODAY)), Flaw.EVENT),
        (row("r", HOLDER, slot=Choice("play", "gone", TODAY)), Flaw.EVENT),
        (row("r", HOLDER, slot=Choice("benefit", None, TODAY)), Flaw.EVENT),
        (row("r", "", children=1), Flaw.NO_CODE),
        (row("r", HOLDER[:-1]), Flaw.CODE),
        (row("r", HOLDER, members=(SECOND,)), Flaw.NO_GROUP),
        (row("r", GROUP), Flaw.NO_MEMBERS),
        (row("r", GROUP, members=(HOLDER, "x")), Flaw.MEMBER),
        (row("r", GROUP, members=(HOLDER, HOLDER)), Flaw.TWICE),
    ],
)
def test_what_is_wrong_in_form_stays_and_says_so(office: Office, typed: PaperRow, flaw: Flaw) -> None:
    paper = office.desk().paper
    answer = paper.record(typed)
    assert (answer.state, answer.wrong and answer.wrong.flaw, answer.giving) == (PaperState.WRONG, flaw, "")
    assert paper.rows() == (typed,)
    assert bodies(office) == []


def test_what_was_entered_before_is_told_and_the_clerk_decides(office: Office) -> None:
    paper = office.desk().paper
    paper.record(row("row-1", HOLDER))
    twice = row("row-2", HOLDER, time="17.10")
    asked = paper.record(twice)
    assert (asked.state, asked.before) == (PaperState.BEFORE, NOW.replace(hour=17, minute=0))
    assert paper.rows() == (twice,)
    assert len(bodies(office)) == 1
    told = paper.record(twice, again=True)
    assert (told.state, bodies(office)[-1]["code"]) == (PaperState.CASE, "R32")


def test_what_the_window_gave_is_told_as_well(office: Office) -> None:
    desk = office.desk()
    assert isinstance(desk.counter.give(ask(HOLDER)).verdict, Give)
    assert desk.paper.record(row("row-1", HOLDER)).state is PaperState.BEFORE


def test_a_row_that_two_windows_record_is_one(office: Office) -> None:
    typed = row("row-1", HOLDER)
    first, second = office.desk().paper, office.desk().paper
    assert first.record(typed).is_done
    assert second.record(typed, again=True).is_done
    second.keep(typed)
    assert (len(bodies(office)), second.rows()) == (1, ())


def test_rows_are_kept_as_they_are_typed_and_struck_out(office: Office) -> None:
    paper = office.desk().paper
    first = paper.new_row()
    assert first.is_empty
    half = replace(first, day="13.10.", slot=TONIGHT_CHOICE, code="KAIK")
    paper.keep(half)
    after = paper.new_row(half)
    assert (after.day, after.slot, after.code) == ("13.10.", TONIGHT_CHOICE, "")
    paper.keep(replace(after, code="K"))
    paper.keep(replace(half, code="KAIKU"))
    assert [each.code for each in office.desk().paper.rows()] == ["KAIKU", "K"]
    paper.strike(half.id)
    paper.keep(replace(after, code=""))
    assert paper.rows() == ()


def test_a_full_disk_leaves_the_row_where_it_is(office: Office) -> None:
    paper, rows = office.desk().paper, [row(f"row-{number}", HOLDER) for number in range(300)]
    for typed in rows:
        paper.keep(typed)
    with full_disk():
        for typed in rows:  # until the last page has no room for one more entry
            answer = paper.record(typed, again=True)
            if not answer.is_done:
                break
    assert (answer.state, answer.verdict and answer.verdict.main.reason) == (
        PaperState.NOT_SAVED,
        Reason.NOT_SAVED,
    )
    assert typed in paper.rows()
    assert {each.id for each in paper.rows()}.isdisjoint(body["giving"] for body in bodies(office))
    assert paper.record(typed, again=True).is_done


def test_without_a_list_a_row_stays_and_is_not_called_wrong(office: Office) -> None:
    typed = row("row-1", HOLDER)
    with office.ledger.write() as books:
        books.drop_register()
    paper = office.desk().paper
    for answer in (paper.check(typed), paper.record(typed)):
        assert answer.verdict is not None
        assert (answer.state, answer.verdict.main.reason) == (PaperState.NOT_SAVED, Reason.NO_LIST)
    assert paper.rows() == (typed,)


def test_what_was_entered_wrong_is_taken_back_on_the_day_it_was_entered(office: Office) -> None:
    office.time.pass_by(days=2)
    paper = office.desk().paper
    paper.record(row("row-1", HOLDER, day="13.10."))
    office.time.pass_by(hours=1)
    assert paper.take_back("row-1").main.reason is Reason.UNDONE
    assert paper.take_back("row-1").main.reason is Reason.UNDO_TOO_LATE
    assert paper.record(row("row-2", HOLDER, day="13.10.")).state is PaperState.RECORDED
    office.time.pass_by(days=1)
    assert paper.take_back("row-2").main.reason is Reason.UNDO_TOO_LATE


def test_only_what_came_from_paper_is_taken_back_here(office: Office) -> None:
    desk = office.desk()
    look = desk.counter.give(ask(HOLDER))
    assert desk.paper.take_back(look.giving).main.reason is Reason.UNDO_TOO_LATE
    assert desk.paper.take_back("nothing").main.reason is Reason.UNDO_TOO_LATE


def test_a_look_at_a_row_records_nothing(office: Office) -> None:
    paper = office.desk().paper
    assert paper.check(row("row-1", HOLDER)).state is PaperState.FIT
    assert paper.check(row("row-1", CLOSED)).state is PaperState.UNFIT
    assert (bodies(office), paper.rows()) == ([], ())


def test_a_card_list_that_is_younger_than_the_row_is_fresh(office: Office) -> None:
    """Paper of the day before, entered once the line is back: the new list judges it, and is not old."""
    office.time.pass_by(days=1)
    with office.ledger.write() as books:
        name = books.register_in_use()
        assert name is not None
        books.use_register(name, Stamp(7, office.time.now()))
    answer = office.desk().paper.record(row("row-1", UNKNOWN, day="13.10."))
    assert (answer.state, answer.verdict and answer.verdict.main.reason) == (PaperState.CASE, Reason.UNKNOWN)


def test_no_code_is_readable_in_the_desks_files(office: Office) -> None:
    paper = office.desk().paper
    paper.keep(row("row-1", HOLDER, members=(SECOND,)))
    for path in office.folder.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert not any(code.encode() in held for code in (HOLDER, SECOND))


def _strict(office: Office, key: QuotaKey, value: int) -> None:
    """The hub's own word on a number."""
    with office.ledger.write() as books:
        books.apply_feed([told(number_set(1, value, key), 1)], 1)
