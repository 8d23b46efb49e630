"""The practice desk: each card shows what it is for, all of a clerk's work goes through, and nothing of it is left."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.domain.world import NOW
from validator.desk import Ask, Look
from validator.desk.practice import FOLDER, PIN, PracticeDesk
from validator.domain import practice
from validator.domain.code import CardRead, CheckScheme, CodeFormat, Source, Symbology
from validator.domain.network import HELSINKI, RULES_2018, RULES_2025
from validator.domain.party import Party
from validator.domain.practice import Lesson, is_practice
from validator.domain.verdict import Choose, Decline, Give, Reason

RULES = (RULES_2018, RULES_2025)
SHOWS = {
    Lesson.PLAIN: Reason.OK,
    Lesson.CHILDREN: Reason.OK,
    Lesson.NO_CHILDREN: Reason.OK,
    Lesson.ENDS_SOON: Reason.OK,
    Lesson.BOOKED: Reason.OK_COLLECT,
    Lesson.ALREADY: Reason.ALREADY,
    Lesson.COMMUNITY: Reason.COMMUNITY_ALONE,
    Lesson.MEMBER: Reason.OK,
    Lesson.MEMBER_USED: Reason.ALREADY,
    Lesson.COMMUNITY_USED: Reason.COMMUNITY_USED,
    Lesson.COMMUNITY_CLOSED: Reason.COMMUNITY_CLOSED,
    Lesson.EXPIRED: Reason.EXPIRED,
    Lesson.NOT_YET: Reason.NOT_YET,
    Lesson.CLOSED: Reason.CLOSED,
    Lesson.REPLACED: Reason.REPLACED,
    Lesson.AREA_ENDED: Reason.AREA_ENDED,
    Lesson.LOCAL: Reason.LOCAL_CARD,
    Lesson.UNKNOWN: Reason.UNKNOWN,
    Lesson.MISTYPED: Reason.BAD_FORMAT,
    Lesson.MISREAD: Reason.UNREADABLE,
    Lesson.OTHER_CARD: Reason.OTHER_CARD,
}


@pytest.fixture
def desk() -> Iterator[PracticeDesk]:
    with PracticeDesk.open("Harjoitus", CodeFormat(), RULES, lambda: NOW) as made:
        yield made


def read(desk: PracticeDesk, lesson: Lesson) -> CardRead:
    card = next(card for card in desk.cards if card.lesson is lesson)
    return CardRead(
        card.text,
        Source.TYPED if card.typed else Source.HAND,
        NOW,
        None if card.typed else Symbology.CODE39,
    )


def ask(
    desk: PracticeDesk,
    lesson: Lesson,
    offer: str = practice.PLAY,
    party: Party | None = None,
    *group: Lesson,
) -> Ask:
    choice = next(line.choice for line in desk.desk.programme() if line.choice.offer == offer)
    return Ask(read(desk, lesson), choice, party or Party(), tuple(read(desk, each) for each in group))


def look(desk: PracticeDesk, lesson: Lesson, offer: str = practice.PLAY, party: Party | None = None) -> Look:
    return desk.desk.counter.look(ask(desk, lesson, offer, party))


@pytest.mark.parametrize("lesson", list(Lesson))
def test_each_card_shows_what_it_is_for(desk: PracticeDesk, lesson: Lesson) -> None:
    assert look(desk, lesson).verdict.main.reason is SHOWS[lesson]


def test_the_first_line_of_the_day_is_what_the_lessons_are_about(desk: PracticeDesk) -> None:
    assert desk.desk.programme()[0].choice.offer == practice.PLAY
    first = desk.desk.first_open()
    assert first is not None
    assert first.choice.offer == practice.PLAY


@pytest.mark.parametrize(
    ("offer", "reason"),
    [
        (practice.STAGE, Reason.OK),
        (practice.FULL, Reason.QUOTA_FULL),
        (practice.SOLD_OUT, Reason.SOLD_OUT),
        (practice.COURSE, Reason.OK_COURSE),
        (practice.EXHIBITION, Reason.OK),
        (practice.BENEFIT, Reason.OK_POPUP),
    ],
)
def test_every_kind_of_event_is_there(desk: PracticeDesk, offer: str, reason: Reason) -> None:
    assert look(desk, Lesson.PLAIN, offer).verdict.main.reason is reason


def test_the_last_places_are_told_and_a_full_day_names_another(desk: PracticeDesk) -> None:
    last = look(desk, Lesson.PLAIN, practice.STAGE).verdict
    assert isinstance(last, Give)
    assert Reason.LAST_ONES in {note.reason for note in last.notes}
    assert look(desk, Lesson.PLAIN, practice.FULL).verdict.main.params[
        "suggestion"
    ] == NOW.date() + timedelta(2)


def test_giving_undoing_and_a_group_go_through(desk: PracticeDesk) -> None:
    counter = desk.desk.counter
    before = len(counter.given())
    given = counter.give(ask(desk, Lesson.CHILDREN, practice.PLAY, Party(children=2)))
    assert given.giving
    assert counter.undo(given.giving).main.reason is Reason.UNDONE
    group = ask(
        desk, Lesson.COMMUNITY, practice.PLAY, None, Lesson.MEMBER, Lesson.CHILDREN, Lesson.MEMBER_USED
    )
    choose = counter.look(group).verdict
    assert isinstance(choose, Choose)
    assert choose.without == (3,)
    assert counter.give(replace(group, group=group.group[:2])).giving
    assert len(counter.given()) == before + 2


def test_a_booking_is_collected(desk: PracticeDesk) -> None:
    given = desk.desk.counter.give(ask(desk, Lesson.BOOKED))
    assert isinstance(given.verdict, Give)
    assert given.verdict.tickets.total == 2
    assert given.giving


def test_the_manager_gets_in_with_the_pin_that_is_told(desk: PracticeDesk) -> None:
    assert desk.desk.door.try_pin(PIN).right


def test_without_a_connection_an_unknown_card_is_taken_provisionally(desk: PracticeDesk) -> None:
    desk.cut(off=True)
    given = look(desk, Lesson.UNKNOWN).verdict
    assert isinstance(given, Give)
    assert given.provisional
    assert {Reason.OFFLINE, Reason.LIST_OLD} <= {note.reason for note in given.notes}
    desk.cut(off=False)
    assert isinstance(look(desk, Lesson.UNKNOWN).verdict, Decline)
    assert not desk.cut_off


def test_the_rules_are_those_that_are_in_force() -> None:
    now = NOW.replace(year=2026)
    with PracticeDesk.open("Harjoitus", CodeFormat(), RULES, lambda: now) as desk:
        assert Lesson.LOCAL not in {card.lesson for card in desk.cards}
        assert [rules.child_under for rules in desk.desk.rule_sets()] == [18]


@pytest.mark.parametrize("hour", [0, 6, 12, 21, 23])
def test_there_is_something_tonight_at_any_hour(hour: int) -> None:
    now = datetime(2018, 10, 28, hour, 59, tzinfo=HELSINKI)
    shows = practice.network(now, RULES_2018).performances
    tonight = next(show for show in shows if show.offer == practice.PLAY)
    assert tonight.starts_at.date() == now.date()
    assert tonight.ends_at > now


def test_nothing_is_left_when_it_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with PracticeDesk.open("Harjoitus", CodeFormat(), RULES, lambda: NOW):
        (folder,) = tmp_path.iterdir()
        assert folder.name.startswith(FOLDER)
        assert any(folder.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_practice_codes_are_told_from_real_ones() -> None:
    for card in practice.cards(NOW.date(), RULES_2018):
        known = is_practice(CardRead(card.text, Source.HAND, NOW))
        assert known == (card.lesson is not Lesson.OTHER_CARD)
    assert is_practice(CardRead("https://example.org/harjoit01k", Source.CAMERA, NOW))
    assert not is_practice(CardRead("WK968JVR8K", Source.HAND, NOW))


@pytest.mark.parametrize(
    ("network", "own"),
    [
        (CodeFormat(), False),
        (CodeFormat("[A-Z0-9]{8,12}"), False),
        (CodeFormat("[A-Z0-9]{4,20}", None), True),
        (CodeFormat("[0-9]{13}", CheckScheme.MOD37_36), True),
    ],
)
def test_the_networks_own_form_is_used_where_practice_codes_fit_it(network: CodeFormat, own: bool) -> None:
    form = practice.format_for(network)
    assert (form == practice.FORMAT) == (own or network == CodeFormat())
    assert form.pattern == (practice.FORMAT.pattern if own else network.pattern)
