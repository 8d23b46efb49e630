"""The manager's table: numbers and switches of a whole house, an offer and a performance, each obeyed at once by every verdict."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.wire import FeedItem
from tests.desk.conftest import HOLDER, SECOND, Office, ask
from tests.domain.world import EXHIBITION, NOW, PLAY, THEATRE, TODAY, TONIGHT
from validator.desk import Choice, QuotaCell, QuotaTarget, quota_key
from validator.domain.effects import quota_body
from validator.domain.numbers import Basis, Number
from validator.domain.quota import Quota, QuotaMode
from validator.domain.role import Role
from validator.domain.verdict import Reason

TARGETS: tuple[QuotaTarget, ...] = (THEATRE, PLAY, TONIGHT)
AT_THE_EXHIBITION = Choice("exhibition", None, TODAY)

each_target = pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)


def look(office: Office, code: str = HOLDER, choice: Choice | None = None) -> Reason:
    """What the desk says to a card now."""
    asked = ask(code) if choice is None else ask(code, choice)
    return office.desk().counter.look(asked).verdict.main.reason


def cell(office: Office, target: QuotaTarget) -> QuotaCell:
    """Today's cell of the table."""
    return dict(office.desk().quotas.rows())[target][0]


@each_target
def test_a_number_is_obeyed_at_once_whatever_it_is_set_for(office: Office, target: QuotaTarget) -> None:
    desk = office.desk()
    assert desk.quotas.put(target, TODAY, 1, Role.MANAGER).main.reason is Reason.OK
    first = desk.counter.give(ask(HOLDER)).verdict
    assert [(note.reason, note.params["n"]) for note in first.notes] == [(Reason.LAST_ONES, 1)]
    assert look(office, SECOND) is Reason.QUOTA_FULL
    assert (cell(office, target).given, cell(office, target).left) == (1, 0)
    desk.quotas.put(target, TODAY, 0, Role.MANAGER)
    assert cell(office, target).over == 1
    desk.quotas.put(target, TODAY, None, Role.MANAGER)
    assert look(office, SECOND) is Reason.OK


def test_the_houses_number_holds_for_all_it_offers_and_an_offers_for_itself_alone(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(THEATRE, TODAY, 1, Role.MANAGER)
    desk.counter.give(ask(HOLDER))
    assert look(office, SECOND, AT_THE_EXHIBITION) is Reason.QUOTA_FULL
    desk.quotas.put(THEATRE, TODAY, None, Role.MANAGER)
    desk.quotas.put(PLAY, TODAY, 1, Role.MANAGER)
    assert look(office, SECOND, AT_THE_EXHIBITION) is Reason.OK


@each_target
def test_all_that_apply_must_have_room(office: Office, target: QuotaTarget) -> None:
    desk = office.desk()
    for other in TARGETS:
        desk.quotas.put(other, TODAY, 1 if other == target else 5, Role.MANAGER)
    assert desk.programme()[0].left == 1
    desk.counter.give(ask(HOLDER))
    assert look(office, SECOND) is Reason.QUOTA_FULL
    desk.quotas.put(target, TODAY, 5, Role.MANAGER)
    assert (look(office, SECOND), desk.programme()[0].left) == (Reason.OK, 4)


@each_target
def test_sold_out_needs_no_number_and_takes_none_away(office: Office, target: QuotaTarget) -> None:
    desk = office.desk()
    assert desk.quotas.switch(target, TODAY, Role.MANAGER, sold_out=True).main.reason is Reason.OK
    assert (look(office), desk.programme()[0].problem) == (Reason.SOLD_OUT, Reason.SOLD_OUT)
    assert (cell(office, target).value, cell(office, target).sold_out) == (None, True)
    desk.quotas.put(target, TODAY, 7, Role.MANAGER)
    assert (look(office), cell(office, target).sold_out) == (Reason.SOLD_OUT, True)
    desk.quotas.switch(target, TODAY, Role.MANAGER, sold_out=False)
    assert (look(office), cell(office, target).value) == (Reason.OK, 7)


@each_target
def test_a_trusting_number_lets_a_desk_that_is_cut_off_go_over_and_says_so(
    office: Office, target: QuotaTarget
) -> None:
    desk = office.desk()
    desk.quotas.put(target, TODAY, 1, Role.MANAGER)
    desk.counter.give(ask(HOLDER))
    desk.quotas.switch(target, TODAY, Role.MANAGER, mode=QuotaMode.TRUSTING)
    assert (cell(office, target).value, cell(office, target).mode) == (1, QuotaMode.TRUSTING)
    assert look(office, SECOND) is Reason.QUOTA_FULL
    office.online = False
    over = desk.counter.give(ask(SECOND)).verdict
    assert (over.main.reason, Reason.QUOTA_SHARED_OFFLINE in {note.reason for note in over.notes}) == (
        Reason.OK,
        True,
    )
    assert cell(office, target).over == 1
    desk.quotas.switch(target, TODAY, Role.MANAGER, mode=QuotaMode.STRICT)
    assert cell(office, target).mode is QuotaMode.STRICT


def test_one_strict_number_is_enough_to_stop_a_desk_that_is_cut_off(office: Office) -> None:
    desk, office.online = office.desk(), False
    desk.quotas.put(THEATRE, TODAY, 1, Role.MANAGER, mode=QuotaMode.TRUSTING)
    desk.quotas.put(TONIGHT, TODAY, 1, Role.MANAGER)
    desk.counter.give(ask(HOLDER))
    assert look(office, SECOND) is Reason.QUOTA_FULL


def test_a_clerk_moves_no_switch(office: Office) -> None:
    verdict = office.desk().quotas.switch(PLAY, TODAY, Role.CLERK, sold_out=True)
    assert (verdict.main.reason, cell(office, PLAY).sold_out) == (Reason.NO_RIGHT, False)


def test_those_who_asked_in_vain_stand_at_the_offer_and_at_the_house(office: Office) -> None:
    desk = office.desk()
    desk.quotas.put(TONIGHT, TODAY, 0, Role.MANAGER)
    desk.counter.left(desk.counter.look(ask(HOLDER)))
    asked = [cell(office, target).asked for target in (THEATRE, PLAY, EXHIBITION, TONIGHT)]
    assert asked == [1, 1, 0, 0]


@each_target
def test_what_managers_typed_apart_is_listed_whatever_it_is_set_for(
    office: Office, target: QuotaTarget
) -> None:
    key = quota_key(target, TODAY + timedelta(days=1))
    seen = Number(20)
    with office.ledger.write() as books:
        for cursor, typed in enumerate((Number(30), Number(45, sold_out=True)), start=1):
            quota = Quota(key, typed.value, typed.mode, typed.sold_out)
            body = quota_body(quota, "theatre", "manager", Basis(seen, frozenset()))
            item = FeedItem(
                cursor=cursor, event=f"e{cursor}", desk=f"other-{cursor}", kind="quota", at=NOW, body=body
            )
            books.apply_feed([item], cursor)
    (line,) = office.desk().quotas.disputed()
    assert (line.target, line.visit) == (target, key.visit)
    assert line.offer == (PLAY if target is TONIGHT else None)
    assert line.stands == Number(45, sold_out=True)
    assert [(change.seen, change.typed) for change in line.changes] == [(seen, Number(30))]
    desk = office.desk()
    wanted = line.changes[0].typed
    desk.quotas.put(
        target,
        key.visit,
        wanted.value,
        Role.MANAGER,
        sold_out=wanted.sold_out,
        mode=wanted.mode,
        settles=True,
    )
    assert desk.quotas.disputed() == ()
    with office.ledger.read() as books:
        assert books.numbers([key])[key].merged.number == wanted
