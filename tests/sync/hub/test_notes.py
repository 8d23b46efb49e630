"""What the hub remarks on tickets that were given: S01 to S04."""

from __future__ import annotations

from datetime import timedelta

from sync.hub.hub import Hub
from tests.sync.stage import EVENING, TODAY, SetClock, Till, card_id, code, statuses
from validator.domain.card import CardToken
from validator.domain.journal import CardRef, CardRole
from validator.domain.redemption import Tickets


def by_token(hub: Hub, number: int) -> CardRef:
    """A card that the desk did not find in its list."""
    token = CardToken.of(code(number), hub.token_key)
    return CardRef(CardRole.HOLDER, token=token.digest.hex(), epoch=token.epoch)


def group(hub: Hub, *members: int) -> list[CardRef]:
    return [
        CardRef(CardRole.COMMUNITY, card_id(hub, 9)),
        *(CardRef(CardRole.MEMBER, card_id(hub, number)) for number in members),
    ]


# S01


def test_the_same_card_at_two_desks_is_noted_on_the_later_one(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    assert one.push(one.give(1))[0].notes == ()
    assert other.push(other.give(1), other.give(2))[0].notes == ("S01",)


def test_what_was_voided_is_no_use(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(1, giving="g"), one.void("g"))
    assert other.push(other.give(1))[0].notes == ()


def test_another_performance_is_another_use(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(till.give(1), till.give(1, performance="tomorrow", visit=TODAY + timedelta(days=1)))
    assert [answer.notes for answer in answers] == [(), ()]


def test_an_admission_is_limited_by_the_day(hub: Hub) -> None:
    till = Till.at(hub, "museum")
    days = [TODAY, TODAY, TODAY + timedelta(days=1)]
    answers = till.push(
        *(till.give(1, venue="museum", offer="entry", performance=None, visit=day) for day in days)
    )
    assert [answer.notes for answer in answers] == [(), ("S01",), ()]


def test_an_offer_without_a_limit_is_never_used_too_often(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [till.give(1, offer="open", performance=None) for _ in range(3)]
    assert [answer.notes for answer in till.push(*batch)] == [(), (), ()]


def test_children_who_come_later_are_no_second_use(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(till.give(1), till.give(1, tickets=Tickets(children=2)), till.give(1))
    assert [answer.notes for answer in answers] == [(), (), ("S01",)]


def test_what_a_manager_lifted_is_no_news(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(
        till.give(1), till.give(1, overridden=["R32"]), till.give(1, overridden=["R30", 5, None])
    )
    assert [answer.notes for answer in answers] == [(), (), ("S01",)]


def test_a_community_card_has_one_representative_a_performance(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(
        till.give(*group(hub, 1, 2), tickets=Tickets(adults=2, representatives=1)),
        till.give(*group(hub, 3), tickets=Tickets(adults=1, representatives=1)),
        till.give(4),
    )
    assert [answer.notes for answer in answers] == [(), ("S01",), ()]


def test_a_member_of_a_group_is_counted_like_a_holder(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    one.push(one.give(2))
    (answer,) = other.push(other.give(*group(hub, 1, 2), tickets=Tickets(adults=2, representatives=1)))
    assert answer.notes == ("S01",)


def test_an_offer_that_the_register_does_not_know_is_used_once(hub: Hub) -> None:
    till = Till.at(hub)
    batch = [till.give(1, offer="gone", performance="gone") for _ in range(2)]
    assert [answer.notes for answer in till.push(*batch)] == [(), ("S01",)]


# S02


def test_a_card_that_had_ended_before_the_giving(hub: Hub, clock: SetClock) -> None:
    till = Till.at(hub)
    before, after = (
        till.give(1, at=EVENING - timedelta(minutes=1)),
        till.give(1, offer="open", performance=None),
    )
    replaced = till.give(2)
    with hub.change() as register:
        register.close_card(code(1), EVENING)
        register.replace_card(code(2), code(20), EVENING)
    assert [answer.notes for answer in till.push(before, after, replaced)] == [(), ("S02",), ("S02",)]


# S03


def test_tickets_over_each_kind_of_quota(hub: Hub) -> None:
    for scope, target in (("venue", "theatre"), ("offer", "play"), ("performance", "tonight")):
        till = Till.at(hub)
        answers = till.push(
            till.quota(2, scope, target),
            till.give(1, overridden=["R32"]),
            till.give(2, tickets=Tickets(adults=1, children=2), overridden=["R32"]),
            till.give(3, overridden=["R32"]),
            till.give(4, quota_use=0, overridden=["R32"]),
            till.give(5, performance="tomorrow", visit=TODAY + timedelta(days=1), overridden=["R32"]),
            till.quota(None, scope, target),
        )
        assert [(answer.notes, answer.over) for answer in answers] == [
            ((), 0),
            ((), 0),
            (("S03",), 2),
            (("S03",), 1),
            ((), 0),
            ((), 0),
            ((), 0),
        ]
        with hub.database.write() as tx:
            # The next kind begins with an empty house.
            tx.exec_driver_sql("DELETE FROM redemptions")


def test_the_fullest_quota_counts(hub: Hub) -> None:
    till = Till.at(hub)
    till.push(till.quota(5), till.quota(1, "performance", "tonight"))
    answers = till.push(till.give(1), till.give(2))
    assert [(answer.notes, answer.over) for answer in answers] == [((), 0), (("S03",), 1)]


def test_held_tickets_are_used_and_those_let_go_are_not(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(
        till.quota(1),
        till.reserve(1, "r1"),
        till.reserve(2, "r2"),
        till.release("r2"),
        till.give(1, collects="r1"),
        till.give(3),
    )
    assert statuses(answers) == ["accepted"] * 6
    assert [answer.notes for answer in answers] == [(), (), ("S03",), (), (), ("S03",)]


def test_what_was_voided_is_back_in_the_quota(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(till.quota(1), till.give(1, giving="g"), till.void("g"), till.give(2))
    assert [answer.notes for answer in answers] == [()] * 4


def test_a_lowered_quota_withdraws_nothing(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(till.give(1), till.give(2), till.quota(0), till.give(3))
    assert [(answer.status, answer.notes) for answer in answers] == [
        ("accepted", ()),
        ("accepted", ()),
        ("accepted", ()),
        ("accepted", ("S03",)),
    ]


# S04


def test_an_unknown_card_is_noted(hub: Hub) -> None:
    till = Till.at(hub)
    answers = till.push(
        till.give(by_token(hub, 77), provisional=True), till.give(CardRef(CardRole.HOLDER, "no-id"))
    )
    assert [answer.notes for answer in answers] == [("S04",), ("S04",)]


def test_a_card_that_only_the_desk_did_not_know_is_booked_by_its_id(hub: Hub) -> None:
    one, other = Till.at(hub), Till.at(hub)
    (answer,) = one.push(one.give(by_token(hub, 1), provisional=True))
    assert answer.notes == ()
    assert other.push(other.give(1))[0].notes == ("S01",)


def test_a_token_of_another_epoch_is_another_card(hub: Hub) -> None:
    till = Till.at(hub)
    old = CardRef(CardRole.HOLDER, token=by_token(hub, 1).token, epoch=99)
    assert till.push(till.give(old))[0].notes == ("S04",)


def test_several_notes_stand_in_order(hub: Hub) -> None:
    till = Till.at(hub)
    with hub.change() as register:
        register.close_card(code(1), EVENING)
    till.push(till.quota(0), till.give(1))
    assert till.push(till.give(1))[0].notes == ("S01", "S02", "S03")


def test_a_reservation_is_remarked_on_too(hub: Hub) -> None:
    till = Till.at(hub)
    with hub.change() as register:
        register.close_card(code(1), EVENING)
    assert till.push(till.quota(0), till.reserve(1))[1].notes == ("S02", "S03")
