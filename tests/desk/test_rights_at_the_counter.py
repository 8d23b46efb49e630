"""What a desk gives out of strict numbers: its rights, and no more; it asks for some while a customer waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from tests.desk.conftest import CLOSED, GROUP, HOLDER, SECOND, TONIGHT_CHOICE, Office, ask
from tests.desk.hub import PLAY_TODAY, Granting, effects, grant, left, word
from tests.domain.world import TODAY
from validator.desk import Choice
from validator.domain.effects import Booked, Given, Released, Voided
from validator.domain.party import Party, Purpose
from validator.domain.quota import QuotaKey, QuotaMode, QuotaScope
from validator.domain.rights import Rights
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Decline, Give, Reason
from validator.store.ledger import Ledger

VENUE_TODAY = QuotaKey(QuotaScope.VENUE, "theatre", TODAY)


@pytest.fixture
def hub(office: Office) -> Iterator[Granting]:
    """A hub at the other end, with nothing to grant yet."""
    with Ledger.open(office.folder, b"l" * 32, busy=1) as ledger:
        granting = Granting(ledger, 0)
        office.rights = granting
        yield granting


def test_a_giving_spends_rights_and_names_them(office: Office, hub: Granting) -> None:
    word(office, 10)
    grant(office, 5)
    office.online = False
    counter = office.desk().counter
    assert counter.look(ask(HOLDER, party=Party(2))).verdict.main.reason is Reason.OK_CHILDREN
    assert left(office) == 5
    assert counter.give(ask(HOLDER, party=Party(2))).verdict.main.reason is Reason.OK_CHILDREN
    assert left(office) == 2
    (given,) = effects(office)
    assert isinstance(given, Given)
    assert given.rights == Rights(1, 3)
    assert hub.asked == []


def test_cut_off_and_without_rights_it_is_r38_and_nobody_is_asked(office: Office, hub: Granting) -> None:
    word(office, 10)
    office.online = False
    counter = office.desk().counter
    assert counter.look(ask(HOLDER)).verdict.main.reason is Reason.NO_RIGHTS_HERE
    grant(office, 1)
    assert counter.give(ask(HOLDER)).verdict.main.reason is Reason.OK
    look = counter.give(ask(SECOND))
    assert (look.verdict.main.reason, look.giving, hub.asked) == (Reason.NO_RIGHTS_HERE, "", [])


@pytest.mark.parametrize("at_once", [True, False])
def test_the_hub_is_asked_while_the_customer_waits(office: Office, hub: Granting, *, at_once: bool) -> None:
    word(office, 10)
    grant(office, 1)
    hub.free = 5
    counter = office.desk().counter
    if not at_once:
        assert counter.look(ask(HOLDER, party=Party(2))).verdict.main.reason is Reason.OK_CHILDREN
    assert counter.give(ask(HOLDER, party=Party(2))).verdict.main.reason is Reason.OK_CHILDREN
    assert (hub.asked, hub.free, left(office)) == ([(TONIGHT_CHOICE, 3)], 3, 0)


def test_a_hub_that_answers_and_has_none_makes_it_r30(office: Office, hub: Granting) -> None:
    day = Choice("exhibition", None, TODAY)
    word(office, 10, replace(PLAY_TODAY, target="exhibition"))
    hub.free = 1
    counter = office.desk().counter
    look = counter.give(ask(HOLDER, day, Party(1)))
    assert (look.verdict.main.reason, look.giving) == (Reason.QUOTA_FULL, "")
    assert look.verdict.main.params == {"n": 1, "suggestion": TODAY + timedelta(days=1)}
    assert hub.asked == [(day, 2)]
    assert counter.give(ask(HOLDER, day)).verdict.main.reason is Reason.OK


def test_a_hub_that_does_not_answer_leaves_the_desk_cut_off(office: Office, hub: Granting) -> None:
    word(office, 10)
    hub.free = None
    look = office.desk().counter.look(ask(HOLDER))
    assert look.verdict.main.reason is Reason.NO_RIGHTS_HERE
    assert [note.reason for note in look.verdict.notes] == [Reason.OFFLINE]
    assert hub.asked == [(TONIGHT_CHOICE, 1)]


def test_without_a_hub_there_is_nobody_to_ask(office: Office) -> None:
    word(office, 10)
    assert office.desk().counter.look(ask(HOLDER)).verdict.main.reason is Reason.NO_RIGHTS_HERE


@pytest.mark.parametrize(
    ("text", "value", "mode", "reason"),
    [
        (CLOSED, 10, QuotaMode.STRICT, Reason.CLOSED),
        (HOLDER, 0, QuotaMode.STRICT, Reason.QUOTA_FULL),
        (HOLDER, 10, QuotaMode.TRUSTING, Reason.OK),
        (HOLDER, None, QuotaMode.STRICT, Reason.OK),
    ],
)
def test_the_hub_is_not_troubled_for_what_rights_would_not_mend(
    office: Office, hub: Granting, text: str, value: int | None, mode: QuotaMode, reason: Reason
) -> None:
    word(office, value, mode=mode)
    assert office.desk().counter.look(ask(text)).verdict.main.reason is reason
    assert hub.asked == []


def test_nor_for_a_community_card_that_nobody_came_with_yet(office: Office, hub: Granting) -> None:
    word(office, 10)
    verdict = office.desk().counter.look(ask(GROUP)).verdict
    assert isinstance(verdict, Decline)
    assert [finding.reason for finding in verdict.more] == [Reason.COMMUNITY_ALONE]
    assert hub.asked == []


def test_practice_asks_for_nothing(office: Office, hub: Granting) -> None:
    word(office, 10)
    hub.free = 5
    look = office.desk().counter.give(replace(ask(HOLDER), training=True))
    assert (look.verdict.main.reason, hub.asked) == (Reason.QUOTA_FULL, [])


def test_a_lowered_number_is_obeyed_beside_the_rights(office: Office, hub: Granting) -> None:
    word(office, 10)
    grant(office, 5)
    counter = office.desk().counter
    assert counter.give(ask(HOLDER)).giving
    word(office, 1)
    assert counter.give(ask(SECOND)).verdict.main.reason is Reason.QUOTA_FULL
    assert (hub.asked, left(office)) == ([], 4)


def test_a_number_of_this_desks_own_is_counted_until_the_hub_has_answered(
    office: Office, hub: Granting
) -> None:
    office.online = False
    desk = office.desk()
    desk.quotas.put(desk.programme()[0].offer, TODAY, 1, Role.MANAGER)
    assert desk.counter.give(ask(HOLDER)).verdict.main.reason is Reason.OK
    assert desk.counter.give(ask(SECOND)).verdict.main.reason is Reason.QUOTA_FULL
    (_, given) = effects(office)
    assert isinstance(given, Given)
    assert (given.rights, hub.asked) == (None, [])


def test_a_trusting_number_needs_no_rights(office: Office) -> None:
    word(office, 1, mode=QuotaMode.TRUSTING)
    office.online = False
    counter = office.desk().counter
    for text in (HOLDER, SECOND):
        assert counter.give(ask(text)).verdict.main.reason is Reason.OK
    assert [given.rights for given in effects(office) if isinstance(given, Given)] == [None, None]


def test_trust_that_the_hub_has_not_heard_of_gives_nobody_the_rights_of_others(office: Office) -> None:
    """The hub has granted the rest of its strict number to other desks, and may go on doing so."""
    word(office, 10)
    office.online = False
    desk = office.desk()
    desk.quotas.switch(desk.programme()[0].offer, TODAY, Role.MANAGER, mode=QuotaMode.TRUSTING)
    assert desk.counter.give(ask(HOLDER)).verdict.main.reason is Reason.NO_RIGHTS_HERE
    grant(office, 1)
    assert desk.counter.give(ask(HOLDER)).verdict.main.reason is Reason.OK
    assert left(office) == 0


@pytest.mark.parametrize(("granted", "spent"), [(2, Rights(1, 2)), (0, None)])
def test_an_override_spends_the_rights_that_there_are(
    office: Office, hub: Granting, granted: int, spent: Rights | None
) -> None:
    word(office, 10)
    if granted:
        grant(office, granted)
    hub.free = None
    lifted = replace(
        ask(HOLDER, party=Party(2)),
        overrides=frozenset({Reason.NO_RIGHTS_HERE}),
        override_reason=OverrideReason.ROOM,
        role=Role.MANAGER,
    )
    look = office.desk().counter.give(lifted)
    assert isinstance(look.verdict, Give)
    assert look.verdict.overridden == (Reason.NO_RIGHTS_HERE,)
    (given,) = effects(office)
    assert isinstance(given, Given)
    assert (given.rights, given.redemptions[0].quota_use, left(office)) == (spent, 3, 0)


def test_a_group_needs_rights_for_each_that_uses_the_quota(office: Office, hub: Granting) -> None:
    word(office, 10)
    grant(office, 2)
    hub.free = 1
    counter = office.desk().counter
    look = counter.give(ask(GROUP, TONIGHT_CHOICE, None, HOLDER, SECOND))
    assert isinstance(look.verdict, Give)
    assert (hub.asked, left(office)) == ([(TONIGHT_CHOICE, 3)], 0)


def test_a_group_of_which_some_do_not_hold_is_asked_for_those_who_do(office: Office, hub: Granting) -> None:
    word(office, 10)
    hub.free = 9
    look = office.desk().counter.look(ask(GROUP, TONIGHT_CHOICE, None, HOLDER, CLOSED))
    assert (look.verdict.main.reason, hub.asked) == (Reason.MEMBER_INVALID, [(TONIGHT_CHOICE, 2)])


def test_undoing_brings_the_rights_back_here(office: Office) -> None:
    word(office, 10)
    grant(office, 5)
    counter = office.desk().counter
    giving = counter.give(ask(HOLDER, party=Party(1))).giving
    assert counter.undo(giving).main.reason is Reason.UNDONE
    assert left(office) == 5
    assert counter.undo(giving).main.reason is Reason.UNDO_TOO_LATE
    (_, void) = effects(office)
    assert isinstance(void, Voided)
    assert (void.rights, left(office)) == (Rights(1, 2), 5)


def test_undoing_brings_nothing_back_from_an_epoch_that_is_over(office: Office) -> None:
    word(office, 10)
    grant(office, 5)
    counter = office.desk().counter
    giving = counter.give(ask(HOLDER)).giving
    grant(office, 3, epoch=2)
    assert counter.undo(giving).main.reason is Reason.UNDONE
    (_, void) = effects(office)
    assert isinstance(void, Voided)
    assert (void.rights, left(office)) == (None, 3)


def test_a_reservation_spends_rights_and_collecting_it_does_not(office: Office) -> None:
    word(office, 10)
    grant(office, 5)
    office.online = False
    desk = office.desk()
    counter = desk.counter
    booked = counter.give(ask(HOLDER, party=Party(1, purpose=Purpose.RESERVE)))
    assert (booked.verdict.main.reason, left(office)) == (Reason.OK_RESERVED, 3)
    collected = counter.give(ask(HOLDER, party=Party(purpose=Purpose.COLLECT)))
    assert collected.verdict.main.reason is Reason.OK_COLLECT
    assert counter.undo(collected.giving).main.reason is Reason.UNDONE
    assert left(office) == 3
    assert desk.bookings.release(booked.giving, Role.MANAGER).main.reason is Reason.UNDONE
    assert left(office) == 5
    assert desk.bookings.release(booked.giving, Role.MANAGER).main.reason is Reason.UNDONE
    assert left(office) == 5
    booking, giving, void, release, again = effects(office)
    assert isinstance(booking, Booked)
    assert isinstance(giving, Given)
    assert isinstance(void, Voided)
    assert isinstance(release, Released)
    assert isinstance(again, Released)
    assert [each.rights for each in (booking, giving, void, release, again)] == [
        Rights(1, 2),
        None,
        None,
        Rights(1, 2),
        None,
    ]


def test_two_windows_cannot_both_spend_the_last_right(office: Office) -> None:
    word(office, 10)
    grant(office, 1)
    office.online = False
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
    assert sorted(said) == [Reason.OK, Reason.NO_RIGHTS_HERE]
    assert left(office) == 0


def test_a_day_without_rights_is_not_suggested_by_a_desk_that_is_cut_off(office: Office) -> None:
    today = Choice("exhibition", None, TODAY)
    later = [replace(today, visit=TODAY + timedelta(days=ahead)) for ahead in (1, 2)]
    word(office, 0, QuotaKey(QuotaScope.OFFER, "exhibition", TODAY))
    for choice in later:
        word(office, 10, QuotaKey(QuotaScope.OFFER, "exhibition", choice.visit))
    grant(office, 1, later[1])
    counter = office.desk().counter
    assert counter.look(ask(HOLDER, today)).verdict.main.params["suggestion"] == later[0].visit
    office.online = False
    assert counter.look(ask(HOLDER, today)).verdict.main.params["suggestion"] == later[1].visit


def test_rights_cost_a_look_one_statement_and_only_where_they_are_needed(office: Office) -> None:
    counter, statements = office.desk().counter, 0

    def one_more(_statement: str) -> None:
        nonlocal statements
        statements += 1

    def watched(connection: Any, *_: object) -> None:
        connection.set_trace_callback(one_more)

    def unwatched(connection: Any, *_: object) -> None:
        connection.set_trace_callback(None)

    def look() -> int:
        nonlocal statements
        statements = 0
        counter.look(ask(HOLDER))
        return statements

    event.listen(Pool, "checkout", watched)
    event.listen(Pool, "checkin", unwatched)
    try:
        counter.look(ask(HOLDER))
        word(office, 10, mode=QuotaMode.TRUSTING)
        plain = look()
        word(office, 10)
        word(office, 90, VENUE_TODAY)
        grant(office, 5)
        assert look() == plain + 1
    finally:
        event.remove(Pool, "checkout", watched)
        event.remove(Pool, "checkin", unwatched)
