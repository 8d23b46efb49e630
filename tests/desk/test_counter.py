"""Look, give, undo at one desk, on its real files."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.desk.conftest import (
    CLOSED,
    GROUP,
    HOLDER,
    SECOND,
    TONIGHT_CHOICE,
    UNKNOWN,
    Office,
    ask,
    code,
    read,
)
from tests.desk.disk import full_disk
from tests.domain.world import TODAY, TONIGHT
from validator.desk import Choice
from validator.domain.code import Hint, Source
from validator.domain.journal import Json, parse
from validator.domain.party import Party, Purpose
from validator.domain.policy import Policy, Stamp
from validator.domain.redemption import Tickets
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Choose, Give, Reason
from validator.errors import BugError


def waiting(office: Office) -> int:
    with office.ledger.read() as books:
        return books.waiting().tickets


def last_body(office: Office) -> Mapping[str, Json]:
    """What stands in the journal's newest entry."""
    with office.ledger.read() as books:
        *_, newest = books.entries()
        return parse(newest.header).body


def test_a_look_changes_nothing(office: Office) -> None:
    counter = office.desk().counter
    for _ in range(3):
        assert counter.look(ask(HOLDER)).verdict.main.reason is Reason.OK
    assert counter.given() == ()
    assert waiting(office) == 0


def test_a_giving_is_booked_shown_and_not_given_twice(office: Office) -> None:
    counter = office.desk().counter
    look = counter.give(ask(HOLDER, party=Party(2)))
    assert isinstance(look.verdict, Give)
    assert look.card is not None
    assert look.card.masked == "…" + HOLDER[-4:]
    (line,) = counter.given()
    assert (line.giving, line.masked, line.tickets, line.state) == (
        look.giving,
        look.card.masked,
        Tickets(1, 2),
        "recorded",
    )
    assert waiting(office) == 3
    again = counter.give(ask(HOLDER))
    assert again.verdict.main.reason is Reason.ALREADY
    assert again.giving == ""
    assert [note.reason for note in again.verdict.notes] == [Reason.SCANNED_JUST_NOW]
    assert len(counter.given()) == 1


def test_practice_records_nothing(office: Office) -> None:
    counter = office.desk().counter
    look = counter.give(replace(ask(HOLDER), training=True))
    assert isinstance(look.verdict, Give)
    assert (look.verdict.main.reason, look.verdict.also[0].reason) == (Reason.TRAINING, Reason.OK)
    assert look.giving == ""
    assert counter.given() == ()
    assert waiting(office) == 0
    closed = counter.give(replace(ask(CLOSED), training=True))
    assert closed.verdict.main.reason is Reason.CLOSED


def test_undo_gives_the_ticket_back_once(office: Office) -> None:
    counter = office.desk().counter
    giving = counter.give(ask(HOLDER)).giving
    assert counter.undo(giving).main.reason is Reason.UNDONE
    assert counter.undo(giving).main.reason is Reason.UNDO_TOO_LATE
    assert counter.undo("never given").main.reason is Reason.UNDO_TOO_LATE
    assert [line.voided for line in counter.given()] == [True]
    assert counter.look(ask(HOLDER)).verdict.main.reason is Reason.OK


def test_the_next_day_is_too_late_for_a_clerk(office: Office) -> None:
    counter = office.desk().counter
    exhibition = Choice("exhibition", None, TODAY + timedelta(days=1))
    giving = counter.give(ask(HOLDER, exhibition)).giving
    office.time.pass_by(days=1)
    assert counter.undo(giving).main.reason is Reason.UNDO_TOO_LATE
    assert counter.undo(giving, Role.MANAGER).main.reason is Reason.UNDONE
    office.time.pass_by(days=1)
    assert counter.given() == ()


def test_a_group_is_given_whole_or_not_at_all(office: Office) -> None:
    counter = office.desk().counter
    assert counter.look(ask(GROUP)).verdict.main.reason is Reason.COMMUNITY_ALONE
    look = counter.give(ask(GROUP, TONIGHT_CHOICE, None, HOLDER, CLOSED))
    assert isinstance(look.verdict, Choose)
    assert look.giving == ""
    assert [(each.place, each.problem is not None) for each in look.members] == [(1, False), (2, True)]
    assert counter.given() == ()
    whole = counter.give(ask(GROUP, TONIGHT_CHOICE, None, HOLDER, SECOND))
    assert isinstance(whole.verdict, Give)
    assert whole.verdict.tickets == Tickets(2, representatives=1)
    assert counter.look(ask(SECOND)).verdict.main.reason is Reason.ALREADY
    assert counter.undo(whole.giving).main.reason is Reason.UNDONE
    assert counter.look(ask(SECOND)).verdict.main.reason is Reason.OK


def test_an_unknown_card_with_an_old_list_is_given_once_and_remembered(office: Office) -> None:
    counter = office.desk().counter
    assert counter.look(ask(UNKNOWN)).verdict.main.reason is Reason.UNKNOWN
    office.time.pass_by(days=1, hours=-3)
    tomorrow = Choice("exhibition", None, office.time.now().date())
    assert counter.look(ask(UNKNOWN, tomorrow)).verdict.main.reason is Reason.UNKNOWN
    office.time.pass_by(hours=4)
    look = counter.give(ask(UNKNOWN, tomorrow))
    assert isinstance(look.verdict, Give)
    assert look.verdict.provisional
    assert counter.give(ask(UNKNOWN, tomorrow)).verdict.main.reason is Reason.ALREADY


def test_typing_is_helped_and_never_corrected(office: Office) -> None:
    counter = office.desk().counter
    wrong = "KAIKA" + HOLDER[5:]
    look = counter.look(ask(wrong))
    assert (look.verdict.main.reason, look.hint, look.card) == (Reason.BAD_FORMAT, Hint.CHECK_CHARACTER, None)
    assert counter.hint(wrong) is Hint.CHECK_CHARACTER
    assert counter.hint(HOLDER) is None
    assert counter.look(
        replace(ask(HOLDER), read=read("6415000000000", Source.HAND))
    ).verdict.main.reason is (Reason.OTHER_CARD)


def test_a_repaired_scan_says_so(office: Office) -> None:
    dashed = HOLDER[:4] + "+" + HOLDER[4:]  # a hyphen, as a Finnish keyboard shows a US scanner's
    look = office.desk().counter.look(replace(ask(HOLDER), read=read(dashed, Source.HAND)))
    assert (look.verdict.main.reason, look.repaired) == (Reason.OK, True)


def test_a_booking_is_held_collected_and_let_go(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(desk.programme()[0].offer, TODAY, 3, Role.MANAGER)
    booked = desk.counter.give(ask(HOLDER, party=Party(1, purpose=Purpose.RESERVE)))
    assert booked.verdict.main.reason is Reason.OK_RESERVED
    assert desk.programme()[0].left == 1
    assert desk.counter.look(ask(SECOND, party=Party(1))).verdict.main.reason is Reason.QUOTA_FULL
    collected = desk.counter.give(ask(HOLDER, party=Party(purpose=Purpose.COLLECT)))
    assert collected.verdict.main.reason is Reason.OK_COLLECT
    assert desk.programme()[0].left == 1
    assert desk.counter.give(ask(HOLDER)).verdict.main.reason is Reason.ALREADY


def test_overrides_are_a_managers(office: Office) -> None:
    counter = office.desk().counter
    lifted = replace(
        ask(HOLDER, party=Party(3)),
        overrides=frozenset({Reason.CHILD_LIMIT, Reason.CLOCK}),
        override_reason=OverrideReason.AGREED,
    )
    assert counter.give(lifted).verdict.main.reason is Reason.NO_RIGHT
    look = counter.give(replace(lifted, role=Role.MANAGER))
    assert isinstance(look.verdict, Give)
    assert look.verdict.overridden == (Reason.CHILD_LIMIT,)
    body = last_body(office)
    assert (body["overridden"], body["override_reason"]) == (["R34"], "agreed")
    nothing_in_the_way = replace(lifted, read=read(SECOND), party=Party(), role=Role.MANAGER)
    assert counter.give(nothing_in_the_way).giving
    body = last_body(office)
    assert (body["overridden"], body["override_reason"]) == ([], "")


def test_nothing_is_lifted_without_a_reason() -> None:
    with pytest.raises(BugError, match="without a reason"):
        replace(ask(HOLDER), overrides=frozenset({Reason.ALREADY}), role=Role.MANAGER)


def test_two_windows_cannot_both_give_the_last_ticket(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(desk.programme()[0].offer, TODAY, 1, Role.MANAGER)
    start, said = threading.Barrier(2), []

    def give(text: str) -> None:
        counter = office.desk().counter
        start.wait()
        said.append(counter.give(ask(text)).verdict.main.reason)

    windows = [threading.Thread(target=give, args=(text,)) for text in (HOLDER, SECOND)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert sorted(said) == [Reason.OK, Reason.QUOTA_FULL]


def test_what_cannot_be_saved_is_not_given(office: Office) -> None:
    counter, said = office.desk().counter, []
    with full_disk():
        for _ in range(300):  # until the last page has no room for one more giving
            look = counter.give(ask(HOLDER))
            said.append(look.verdict.main.reason)
            if look.giving:
                said.append(counter.undo(look.giving).main.reason)
            if said[-1] is Reason.NOT_SAVED:
                break
    assert said[-1] is Reason.NOT_SAVED
    booked = sum(1 for line in counter.given())
    assert booked == said.count(Reason.OK)
    with office.ledger.read() as books:
        assert books.head().sequence == booked + said.count(Reason.UNDONE)
    if any(not line.voided for line in counter.given()):
        counter.undo(counter.given()[0].giving)
    assert counter.give(ask(HOLDER)).verdict.main.reason is Reason.OK


def test_an_unknown_offer_is_an_error_of_the_caller(office: Office) -> None:
    with pytest.raises(LookupError, match=r"no (offer )?opera"):
        office.desk().counter.look(ask(HOLDER, Choice("opera", None, TODAY)))
    with pytest.raises(LookupError, match=r"no (offer )?opera"):
        office.desk().choice_for("opera")


def test_the_policy_comes_from_the_ledger(office: Office) -> None:
    with office.ledger.write() as books:
        minute = timedelta(minutes=1)
        books.put_policy(Policy(minute, minute, minute))
        books.use_register(str(office.registers.name), Stamp(7, office.time.now() - timedelta(hours=2)))
    assert office.desk().counter.look(ask(HOLDER)).verdict.main.reason is Reason.LIST_TOO_OLD


def test_no_network_no_verdict_without(office: Office) -> None:
    office.online = False
    look = office.desk().counter.give(ask(HOLDER))
    assert [note.reason for note in look.verdict.notes] == [Reason.OFFLINE]
    assert look.giving
    assert code("KAIKU0001") == HOLDER
    assert TONIGHT.offer == "play"


def test_without_a_list_whatever_is_scanned_is_r61(office: Office) -> None:
    with office.ledger.write() as books:
        books.drop_register()
    counter = office.desk().counter
    for look in (counter.look(ask(HOLDER)), counter.give(ask("nonsense", Choice("opera", None, TODAY)))):
        assert (look.verdict.main.reason, look.giving) == (Reason.NO_LIST, "")
