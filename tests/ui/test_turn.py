"""The steps of a turn, pure: no window, no store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.world import HOLDER, NOW, SECOND, TODAY
from ui.clerk import turn as steps
from ui.clerk.turn import Stage, Turn
from validator.desk import Ask, CardShown, Choice, Look, MemberShown
from validator.domain.card import CardKind
from validator.domain.code import CardRead, CodeFormat, Source, Symbology
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


def test_a_reading_is_the_next_customer_and_says_that_the_one_before_got_nothing() -> None:
    undecided, told_no = shown(GIVE), shown(decline(Reason.EXPIRED))
    turn = steps.scanned(undecided, read("next"), OTHER)
    assert turn == Turn(Stage.LOOKING, Ask(read("next"), OTHER), before=undecided.look)
    assert steps.scanned(told_no, read("next"), OTHER).before is None
    assert steps.scanned(replace(undecided, stage=Stage.GIVEN), read("next"), OTHER).before is None


@pytest.mark.parametrize("stage", [Stage.LOOKING, Stage.GIVING])
def test_readings_wait_while_an_answer_is_awaited(stage: Stage) -> None:
    turn = replace(shown(GIVE), stage=stage)
    for text in ("one", "two", "one"):
        turn = steps.scanned(turn, read(text), CHOICE)
    assert turn.waiting == (read("one"), read("two"))
    assert steps.next_waiting(turn, CHOICE) is turn
    given = replace(turn, stage=Stage.GIVEN)
    turn = steps.next_waiting(given, CHOICE)
    assert turn.ask == Ask(read("one"), CHOICE)
    assert turn.waiting == (read("two"),)
    assert turn.before is given.look


def test_who_waits_is_not_shown_before_the_customer_on_the_screen_is_done() -> None:
    turn = replace(shown(GIVE), waiting=(read("one"),))
    assert steps.next_waiting(turn, CHOICE) is turn
    turn = steps.scanned(turn, read("two"), CHOICE)
    assert (turn.stage, turn.waiting) == (Stage.SHOWN, (read("one"), read("two")))
    by_clerk, by_time = steps.cleared(turn), steps.cleared(turn, by_clerk=False)
    assert (by_clerk.before, by_time.before) == (None, turn.look)
    for after in (by_clerk, by_time):
        following = steps.next_waiting(after, CHOICE)
        assert (following.ask, following.waiting) == (Ask(read("one"), CHOICE), (read("two"),))
        assert following.before is after.before


def test_a_groups_members_wait_for_each_others_answers_only() -> None:
    turn = replace(shown(GIVE, CardKind.COMMUNITY), waiting=(read("member-1"), read("member-2")))
    turn = steps.next_waiting(turn, CHOICE)
    assert turn.ask is not None
    assert turn.ask.group == (read("member-1"),)
    turn = steps.next_waiting(answer(turn, MemberShown(1, CardShown("…0001"), None)), CHOICE)
    assert turn.ask is not None
    assert turn.ask.group == (read("member-1"), read("member-2"))


@pytest.mark.parametrize("stage", [Stage.LOOKING, Stage.SHOWN, Stage.GIVING, Stage.GIVEN])
def test_the_same_card_again_is_noted_and_changes_nothing(stage: Stage) -> None:
    turn = replace(steps.changed_party(shown(GIVE), Party(children=2)), stage=stage)
    assert steps.scanned(turn, read("card"), OTHER) == replace(turn, aside=steps.AGAIN)


def test_the_same_card_is_known_in_whichever_way_it_was_read() -> None:
    alike = steps.same_card(CodeFormat())
    by_hand = CardRead(f"]C1{HOLDER}", Source.HAND, NOW)
    by_camera = CardRead(f"https://example.org/{HOLDER}", Source.CAMERA, NOW, Symbology.QR)
    assert alike(by_hand, by_camera)
    assert not alike(by_hand, CardRead(SECOND, Source.HAND, NOW))
    assert not alike(read("?"), read("?")), "what is no card is nobody's"
    turn = steps.scanned(Turn(), by_hand, CHOICE, alike)
    assert steps.scanned(turn, by_camera, CHOICE, alike).aside == steps.AGAIN


def test_that_an_older_question_has_no_answer_is_nobodys() -> None:
    turn = steps.scanned(Turn(), read("card"), CHOICE)
    assert turn.ask is not None
    changed = steps.changed_party(turn, Party(children=1))
    assert steps.unanswered(changed, turn.ask) is changed
    cleared = steps.cleared(turn)
    assert steps.unanswered(cleared, turn.ask) is cleared
    waiting = replace(turn, waiting=(read("next"),))
    failed = steps.unanswered(waiting, turn.ask)
    assert (failed.stage, failed.waiting, failed.ask) == (Stage.FAILED, (read("next"),), None)
    assert steps.next_waiting(failed, CHOICE) is failed, "it is read before the next customer comes"
    assert steps.next_waiting(steps.cleared(failed), CHOICE).ask == Ask(read("next"), CHOICE)


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
        assert steps.scanned(turn, read(text), CHOICE) == replace(turn, aside=steps.AGAIN)
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
    assert steps.scanned(told, read("member"), CHOICE).aside is None


def test_another_offer_or_the_same_party_again() -> None:
    turn = shown(GIVE)
    changed = steps.changed_choice(turn, OTHER)
    assert changed.stage is Stage.LOOKING
    assert changed.ask is not None
    assert changed.ask.choice == OTHER
    assert steps.changed_choice(turn, CHOICE) is turn
    assert steps.changed_choice(Turn(), OTHER) == Turn()
    looked_for = steps.changed_choice(steps.scanned(Turn(), read("card"), CHOICE), OTHER)
    assert looked_for.ask == Ask(read("card"), OTHER)
    assert steps.changed_party(turn, Party()) is turn
    assert steps.asked_again(turn).stage is Stage.LOOKING
    assert steps.asked_again(Turn()) == Turn()


class Counter:
    """A counter without a desk: what was asked, in its order."""

    def __init__(self) -> None:
        self.turn = Turn()
        self.came = 0
        self.asked: list[str] = []

    def do(self, moment: str) -> None:
        turn = self.turn
        match moment:
            case "arrives":
                self._go(steps.scanned(turn, read(f"card-{self.came}"), CHOICE))
                self.came += 1
            case "again" if turn.ask is not None:
                self._go(steps.scanned(turn, turn.ask.read, CHOICE))
            case "answered" if turn.ask is not None and turn.busy:
                booked = "giving" if turn.stage is Stage.GIVING else ""
                card = CardShown("…0000", CardKind.PERSONAL)
                self._go(steps.answered(turn, Look(turn.ask, GIVE, NOW, card, giving=booked)))
            case "unanswered" if turn.ask is not None:
                self._go(steps.unanswered(turn, turn.ask))
            case "given":
                self._go(steps.confirmed(turn))
            case "cleared":
                self._go(steps.cleared(turn))

    def _go(self, after: Turn) -> None:
        before, self.turn = self.turn, after
        if after.stage is Stage.LOOKING and after.ask is not None and after.ask is not before.ask:
            self.asked.append(after.ask.read.payload)
        if after is not before:
            self._go(steps.next_waiting(after, CHOICE))


MOMENTS = ("arrives", "again", "answered", "given", "cleared", "unanswered")


@given(st.lists(st.sampled_from(MOMENTS), max_size=40))
def test_however_readings_and_answers_come_each_card_is_looked_at_once_and_in_its_order(
    moments: list[str],
) -> None:
    counter = Counter()
    for moment in moments:
        counter.do(moment)
    while counter.turn.busy or counter.turn.waiting:
        counter.do("answered" if counter.turn.busy else "cleared")
    assert counter.asked == [f"card-{number}" for number in range(counter.came)]


def at_once(turn: Turn, verdict: Verdict = GIVE) -> Turn:
    """The desk answers, and says that the house gives such an answer without a key."""
    assert turn.ask is not None
    look = Look(turn.ask, verdict, NOW, CardShown("…0000", CardKind.PERSONAL), at_once=True)
    return steps.given_at_once(turn, steps.answered(turn, look))


def test_the_first_answer_to_a_card_is_given_where_the_house_gives_at_once() -> None:
    asked = steps.scanned(Turn(), read("card"), CHOICE)
    turn = at_once(asked)
    assert (turn.stage, turn.at_once) == (Stage.GIVING, True)
    assert asked.ask is not None
    plain = Look(asked.ask, GIVE, NOW, CardShown("…0000", CardKind.PERSONAL))
    assert steps.given_at_once(asked, steps.answered(asked, plain)).stage is Stage.SHOWN


def test_after_a_word_of_the_clerks_or_new_numbers_enter_gives() -> None:
    asked = steps.scanned(Turn(), read("card"), CHOICE)
    for other in (
        steps.changed_party(asked, Party(1)),
        steps.changed_choice(asked, OTHER),
        steps.asked_again(replace(shown(GIVE), ask=asked.ask)),
    ):
        turn = at_once(replace(other, stage=Stage.LOOKING))
        assert (turn.stage, turn.at_once) == (Stage.SHOWN, False)


def test_what_the_giving_itself_declines_is_no_giving_at_once() -> None:
    giving = at_once(steps.scanned(Turn(), read("card"), CHOICE))
    assert giving.ask is not None
    turn = steps.answered(giving, Look(giving.ask, decline(Reason.QUOTA_FULL), NOW))
    assert (turn.stage, turn.at_once) == (Stage.SHOWN, False)


def test_the_next_customer_is_told_beside_that_the_one_before_got_theirs() -> None:
    giving = at_once(steps.scanned(Turn(), read("card"), CHOICE))
    assert giving.ask is not None
    done = steps.answered(giving, Look(giving.ask, GIVE, NOW, giving="g-1"))
    assert (done.stage, done.at_once) == (Stage.GIVEN, True)
    following = steps.scanned(done, read("next"), CHOICE)
    assert following.before is done.look
    assert not following.waited
    kept = at_once(following)
    assert kept.ask is not None
    assert steps.answered(kept, Look(kept.ask, GIVE, NOW, giving="g-2")).before is done.look
