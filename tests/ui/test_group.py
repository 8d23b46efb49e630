from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk
from tests.ui.world import CLOSED, EXPIRED, GROUP, HOLDER, LOCAL, OTHER_GROUP, SECOND, THIRD
from validator.domain.code import Source
from validator.domain.verdict import Choose, Reason


def test_a_community_card_gathers_its_members_and_one_enter_gives_for_all(clerk: Clerk) -> None:
    assert clerk.scan(GROUP) == Reason.COMMUNITY_ALONE
    assert clerk.scan(HOLDER) == Reason.OK_COMMUNITY
    assert clerk.scan(SECOND) == Reason.OK_COMMUNITY
    clerk.give()
    (line,) = clerk.page.given.rows
    assert (line.tickets.adults, line.tickets.representatives) == (2, 1)


def test_a_failing_member_is_named_by_its_place_and_can_be_left_out(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    clerk.scan(CLOSED)
    assert isinstance(clerk.look.verdict, Choose)
    assert "Kortti on suljettu" in clerk.page.verdict.shown_text
    assert CLOSED[-4:] in clerk.page.verdict.shown_text
    clerk.press(Qt.Key.Key_Return)
    assert clerk.reason == Reason.OK_COMMUNITY
    assert len(clerk.look.members) == 1
    assert clerk.page.given.rows == ()
    clerk.give()


def test_the_same_card_twice_is_one_member(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    clerk.scan(HOLDER)
    assert len(clerk.look.members) == 1


def test_what_is_no_code_is_told_and_is_no_member(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    clerk.show("https://example.org/", Source.CAMERA)
    assert clerk.reason == Reason.OK_COMMUNITY
    assert [member.place for member in clerk.look.members] == [1]
    assert "Tämä ei ole Kaikukortti." in clerk.page.verdict.shown_text
    clerk.scan(SECOND)
    assert [member.place for member in clerk.look.members] == [1, 2]
    assert "Tämä ei ole Kaikukortti." not in clerk.page.verdict.shown_text


def test_a_second_community_card_is_the_next_customer(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    assert clerk.scan(OTHER_GROUP) == Reason.COMMUNITY_ALONE
    assert clerk.look.members == ()
    assert clerk.look.card is not None
    assert clerk.look.card.masked.endswith(OTHER_GROUP[-4:])


def test_a_member_is_taken_out_by_its_button(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    for code in (HOLDER, SECOND, THIRD):
        clerk.scan(code)
    clerk.page.group.removed.emit(2)
    clerk.settled()
    assert [member.card.masked[-4:] for member in clerk.look.members] == [HOLDER[-4:], THIRD[-4:]]


def test_a_scan_in_the_middle_of_a_group_leaves_its_party_alone(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    assert clerk.turn.ask is not None
    party = clerk.turn.ask.party
    clerk.keys.scan("AA" + SECOND)  # the letter that means an assistant, typed by a scanner
    clerk.settled()
    assert clerk.turn.ask.party == party


def test_the_card_that_was_read_last_is_in_sight_in_a_group_of_any_size(clerk: Clerk) -> None:
    clerk.session.window.resize(1024, 700)
    clerk.scan(GROUP)
    for code in (HOLDER, SECOND, THIRD, CLOSED, EXPIRED, LOCAL):
        clerk.scan(code)
        newest = clerk.page.group.newest
        assert newest is not None
        assert not newest.visibleRegion().isEmpty()
        assert newest.visibleRegion().boundingRect() == newest.rect()
    assert clerk.scan(OTHER_GROUP) == Reason.COMMUNITY_ALONE
    top = clerk.page.verdict.top
    assert top.visibleRegion().boundingRect() == top.rect()


def test_a_group_is_given_the_room_and_the_list_comes_when_its_key_is_pressed(clerk: Clerk) -> None:
    clerk.scan(THIRD)
    clerk.give()
    clerk.press(Qt.Key.Key_Escape)
    given = clerk.page.given
    assert given.isVisible()
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    assert given.isVisible()
    clerk.scan(CLOSED)
    assert not given.isVisible()
    top = clerk.page.verdict.top
    assert top.visibleRegion().boundingRect() == top.rect()
    clerk.press(Qt.Key.Key_F5)
    assert given.isVisible()
    clerk.press(Qt.Key.Key_F5)
    assert not given.isVisible()
    clerk.press(Qt.Key.Key_F5)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.reason == Reason.OK_COMMUNITY
    assert given.isVisible()
    clerk.give()
    assert len(given.rows) == 2
