"""The steps of a turn, pure: no window, no store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.world import NOW, TODAY
from ui.clerk import turn as steps
from ui.clerk.turn import Stage, Turn
from validator.desk import Ask, CardShown, Choice, Look, MemberShown
from validator.domain.card import CardKind
from validator.domain.code import CardRead, Source
from validator.domain.party import Party
from validator.domain.redemption import Tickets
from validator.domain.role import OverrideReason, Role
from validator.domain.verdict import Choose, Decline, Finding, Give, Reason, Verdict

CHOICE = Choice("play", "play-0", TODAY)
OTHER = Choice("exhibition", None, TODAY)
GIVE = Give(Finding(Reason.OK), Tickets(1), ())


def read(text: str) -> CardRead:
    return CardRead(text, Source.HAND, NOW)


def decline(*reasons: Reason) -> Decline:
    first, *more = (Finding(reason) for reason in reasons)
    return Decline(first, (), tuple(more))


def shown(verdict: Verdict, kind: CardKind = CardKind.PERSONAL, members: int = 0) -> Turn:
    """A turn with an answer on the screen."""
    group = tuple(read(f"member-{place}") for place in range(1, members + 1))
    ask = Ask(read("card"), CHOICE, group=group)
    cards = tuple(MemberShown(place, CardShown("…0001"), None) for place in range(1, members + 1))
    return Turn(Stage.SHOWN, ask, Look(ask, verdict, NOW, CardShown("…0000", kind), cards))


def answer(turn: Turn, *members: MemberShown) -> Turn:
    """The desk answers what was asked last."""
    assert turn.ask is not None
    return steps.answered(turn, Look(turn.ask, GIVE, NOW, CardShown("…0000", CardKind.COMMUNITY), members))


def test_a_reading_is_the_next_customer() -> None:
    turn = steps.scanned(shown(GIVE), read("next"), OTHER)
    assert turn == Turn(Stage.LOOKING, Ask(read("next"), OTHER))


@pytest.mark.parametrize("stage", [Stage.LOOKING, Stage.GIVING])
def test_readings_wait_while_an_answer_is_awaited(stage: Stage) -> None:
    turn = replace(shown(GIVE), stage=stage)
    for text in ("one", "two"):
        turn = steps.scanned(turn, read(text), CHOICE)
    assert turn.waiting == (read("one"), read("two"))
    assert steps.next_waiting(turn, CHOICE) is turn
    turn = steps.next_waiting(replace(turn, stage=Stage.GIVEN), CHOICE)
    assert turn.ask == Ask(read("one"), CHOICE)
    assert turn.waiting == (read("two"),)


def test_an_older_questions_answer_is_not_shown() -> None:
    turn = steps.scanned(Turn(), read("card"), CHOICE)
    changed = steps.changed_party(turn, Party(children=1))
    assert turn.ask is not None
    assert steps.answered(changed, Look(turn.ask, GIVE, NOW)) is changed


def test_what_a_manager_lifted_is_lifted_for_that_party_alone() -> None:
    turn = steps.lifted(steps.allowed(shown(decline(Reason.QUOTA_FULL, Reason.ALREADY))), OverrideReason.ROOM)
    assert turn.ask is not None
    assert turn.ask.overrides == {Reason.QUOTA_FULL, Reason.ALREADY}
    assert turn.ask.override_reason is OverrideReason.ROOM
    assert turn.ask.role is Role.MANAGER
    changed = steps.changed_party(turn, Party(children=1))
    assert changed.ask is not None
    assert changed.ask.overrides == frozenset()
    assert changed.ask.override_reason is None
    assert changed.ask.role is Role.CLERK


@pytest.mark.parametrize(
    "turn",
    [shown(GIVE), shown(decline(Reason.CLOSED)), shown(decline(Reason.QUOTA_FULL, Reason.CLOSED)), Turn()],
)
def test_no_pin_lifts_what_may_not_be_lifted(turn: Turn) -> None:
    assert turn.liftable == frozenset()
    assert steps.allowed(turn) is turn
    assert steps.lifted(replace(turn, allowing=turn.look), OverrideReason.OTHER).ask == turn.ask


def test_a_reason_lifts_nothing_without_the_pin_and_the_pin_nothing_but_what_it_was_given_for() -> None:
    turn = shown(decline(Reason.QUOTA_FULL))
    assert steps.lifted(turn, OverrideReason.ROOM) is turn
    allowed = steps.allowed(turn)
    assert allowed.asks_reason
    asked = steps.asked_again(allowed)
    assert asked.ask is not None
    answer = Look(asked.ask, decline(Reason.QUOTA_FULL, Reason.ALREADY), NOW, CardShown("…0000"))
    other = steps.answered(asked, answer)
    assert other.liftable == {Reason.QUOTA_FULL, Reason.ALREADY}
    assert not other.asks_reason
    assert steps.lifted(other, OverrideReason.ROOM) is other


@pytest.mark.parametrize(
    "turn", [Turn(), shown(decline(Reason.CLOSED)), replace(shown(GIVE), stage=Stage.GIVEN)]
)
def test_only_a_shown_give_can_be_given(turn: Turn) -> None:
    assert not turn.can_give
    assert steps.confirmed(turn) is turn


def test_members_are_left_out_by_their_places() -> None:
    turn = shown(Choose(Finding(Reason.MEMBER_INVALID), (2,), ()), CardKind.COMMUNITY, members=3)
    assert turn.can_leave_out
    left = steps.without(turn, frozenset({2}))
    assert left.ask is not None
    assert [each.payload for each in left.ask.group] == ["member-1", "member-3"]
    assert steps.without(turn, frozenset({9})) is turn
    assert steps.without(Turn(), frozenset({1})) == Turn()


def test_a_group_takes_the_card_that_is_already_in_it_once() -> None:
    turn = shown(GIVE, CardKind.COMMUNITY, members=2)
    for text in ("card", "member-1"):
        assert steps.scanned(turn, read(text), CHOICE) == turn
    grown = steps.scanned(turn, read("member-3"), CHOICE)
    assert grown.ask is not None
    assert len(grown.ask.group) == 3


def test_what_is_no_card_is_told_beside_the_group() -> None:
    turn = steps.scanned(shown(GIVE, CardKind.COMMUNITY), read("other"), CHOICE)
    problem = Finding(Reason.MEMBER_INVALID, {"i": 1, "reason": Reason.NOT_YET, "reason_date": TODAY})
    told = answer(turn, MemberShown(1, CardShown(""), problem))
    assert told.aside == Finding(Reason.NOT_YET, {"date": TODAY})
    assert told.ask is not None
    assert told.ask.group == ()
    bare = answer(turn, MemberShown(1, CardShown(""), None))
    assert bare.aside == Finding(Reason.UNREADABLE)
    assert steps.scanned(told, read("card"), CHOICE).aside is None


def test_another_offer_or_the_same_party_again() -> None:
    turn = shown(GIVE)
    changed = steps.changed_choice(turn, OTHER)
    assert changed.stage is Stage.LOOKING
    assert changed.ask is not None
    assert changed.ask.choice == OTHER
    assert steps.changed_choice(turn, CHOICE) is turn
    assert steps.changed_choice(Turn(), OTHER) == Turn()
    assert steps.changed_party(turn, Party()) is turn
    assert steps.asked_again(turn).stage is Stage.LOOKING
    assert steps.asked_again(Turn()) == Turn()


@given(st.lists(st.booleans(), max_size=40))
def test_however_readings_and_answers_come_readings_are_looked_at_in_their_order(
    arrivals: list[bool],
) -> None:
    turn, came, asked = Turn(), 0, list[str]()

    def look_at(now: Turn) -> Turn:
        assert now.ask is not None
        asked.append(now.ask.read.payload)
        return now

    def settle(now: Turn) -> Turn:
        assert now.ask is not None
        told = Look(now.ask, GIVE, NOW, CardShown("…0000", CardKind.PERSONAL))
        after = steps.next_waiting(steps.answered(now, told), CHOICE)
        return look_at(after) if after.busy else after

    for arrives in arrivals:
        if arrives:
            was_busy = turn.busy
            turn = steps.scanned(turn, read(f"card-{came}"), CHOICE)
            came += 1
            turn = turn if was_busy else look_at(turn)
        elif turn.busy:
            turn = settle(turn)
    while turn.busy:
        turn = settle(turn)
    assert asked == [f"card-{number}" for number in range(came)]
