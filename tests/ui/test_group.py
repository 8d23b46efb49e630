from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from tests.ui.conftest import Clerk
from tests.ui.world import (
    CARDS,
    CLOSED,
    EXPIRED,
    GROUP,
    HOLDER,
    KEY,
    LOCAL,
    NETWORK,
    NOW,
    OTHER_GROUP,
    PERSON,
    SECOND,
    THIRD,
    TODAY,
    Theatre,
    code,
)
from validator.domain.card import Card, CardStatus, CardToken
from validator.domain.code import CardCode, Source
from validator.domain.effects import quota_body, slot_body, tickets_body
from validator.domain.journal import CardRef, CardRole, Draft, EventKind, parse
from validator.domain.network import RULES_2018, Network
from validator.domain.quota import Quota, QuotaKey, QuotaScope
from validator.domain.redemption import Tickets
from validator.domain.rights import Slot
from validator.domain.verdict import Choose, Give, Reason


def listed(theatre: Theatre, cards: dict[str, Card], network: Network | None = None) -> None:
    """The list comes to know something else of these cards, or of the programme."""
    with theatre.open() as station:
        rows = [(CardToken.of(CardCode(text), KEY), card) for text, card in cards.items()]
        station.registers.apply_delta(8, rows, network)


def number(theatre: Theatre, value: int) -> None:
    """Another window sets tonight's number for the play."""
    quota = Quota(QuotaKey(QuotaScope.OFFER, "play", TODAY), value)
    with theatre.open() as station, station.ledger.write() as books:
        body = quota_body(quota, "theatre", "manager")
        books.append(Draft(f"number-{value}", EventKind.QUOTA, NOW, "2018", body))


def booked(theatre: Theatre, card: str) -> None:
    """The card has a booking of its own for the play tonight."""
    body = slot_body(Slot("play", "play-0", TODAY), "theatre") | {
        "reservation": "booking-1",
        "kind": "performance",
        "tickets": tickets_body(Tickets(1, 1)),
        "quota_use": 2,
        "collect_by": (NOW + timedelta(hours=1)).isoformat(),
    }
    cards = (CardRef(CardRole.HOLDER, id=card),)
    with theatre.open() as station, station.ledger.write() as books:
        books.append(Draft("booking-1", EventKind.RESERVATION, NOW, "2018", body, cards))


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
    for text in (HOLDER, SECOND, THIRD):
        clerk.scan(text)
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
    for text in (HOLDER, SECOND, THIRD, CLOSED, EXPIRED, LOCAL):
        clerk.scan(text)
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
    assert given.isVisible()
    top = clerk.page.verdict.top
    for card in (HOLDER, CLOSED):
        clerk.scan(card)
        assert not given.isVisible()
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


def test_a_declined_community_card_opens_no_group(clerk: Clerk, theatre: Theatre) -> None:
    listed(theatre, {GROUP: replace(CARDS[GROUP], status=CardStatus.CLOSED)})
    assert clerk.scan(GROUP) == Reason.COMMUNITY_CLOSED
    assert not clerk.page.group.isVisible()
    assert clerk.scan(HOLDER) == Reason.OK
    assert clerk.look.members == ()
    clerk.give()
    (line,) = clerk.page.given.rows
    assert (line.tickets.adults, line.tickets.representatives) == (1, 0)


def test_on_a_full_day_a_community_card_opens_no_group(clerk: Clerk, theatre: Theatre) -> None:
    number(theatre, 0)
    assert clerk.scan(GROUP) == Reason.QUOTA_FULL
    assert clerk.scan(HOLDER) == Reason.QUOTA_FULL
    assert clerk.look.members == ()
    assert not clerk.turn.group_open


def test_backspace_takes_the_last_member_out(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    clerk.scan(SECOND)
    clerk.press(Qt.Key.Key_Backspace)
    assert [member.card.masked[-4:] for member in clerk.look.members] == [HOLDER[-4:]]
    clerk.press(Qt.Key.Key_Backspace)
    assert clerk.look.members == ()
    assert clerk.reason == Reason.COMMUNITY_ALONE
    clerk.press(Qt.Key.Key_Backspace)
    assert clerk.turn.group_open
    assert clerk.scan(THIRD) == Reason.OK_COMMUNITY


def test_a_personal_card_read_before_its_community_card_is_read_again(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    assert clerk.scan(GROUP) == Reason.COMMUNITY_ALONE
    assert clerk.turn.before is not None  # it is told that the one before got nothing
    assert clerk.scan(HOLDER) == Reason.OK_COMMUNITY
    clerk.give()
    (line,) = clerk.page.given.rows
    assert (line.tickets.adults, line.tickets.representatives) == (1, 1)


def test_when_all_members_fail_the_group_stays_open_for_others(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(CLOSED)
    assert clerk.reason == Reason.MEMBER_INVALID
    assert not clerk.turn.can_leave_out
    assert clerk.turn.group_open
    clerk.scan(HOLDER)
    assert isinstance(clerk.look.verdict, Choose)
    clerk.press(Qt.Key.Key_Return)
    clerk.give()


def test_a_number_too_small_for_all_gives_to_none_until_members_are_taken_out(
    clerk: Clerk, theatre: Theatre
) -> None:
    number(theatre, 2)
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    assert clerk.scan(SECOND) == Reason.QUOTA_FULL
    assert clerk.turn.group_open
    clerk.press(Qt.Key.Key_Return)
    assert not clerk.page.given.rows
    clerk.press(Qt.Key.Key_Backspace)
    assert clerk.reason == Reason.OK_COMMUNITY
    clerk.give()
    (line,) = clerk.page.given.rows
    assert line.tickets.total == 2


def test_a_number_that_shrinks_between_look_and_enter_gives_to_none(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    assert clerk.scan(SECOND) == Reason.OK_COMMUNITY
    number(theatre, 2)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.reason == Reason.QUOTA_FULL
    assert clerk.page.given.rows == ()
    assert clerk.turn.group_open


def test_e_goes_round_who_brings_the_group_and_it_is_recorded(clerk: Clerk, theatre: Theatre) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    assert clerk.page.party.bringer.text == "Ryhmän tuo: Työntekijä"
    clerk.press(Qt.Key.Key_E)
    assert clerk.page.party.bringer.text == "Ryhmän tuo: Opiskelija"
    clerk.press(Qt.Key.Key_E)
    assert clerk.page.party.bringer.text == "Ryhmän tuo: Vapaaehtoinen"
    clerk.give()
    with theatre.open() as station, station.ledger.read() as books:
        body = parse(list(books.entries())[-1].header).body
    assert body["representative"] == "volunteer"


def test_a_code_that_begins_with_an_e_leaves_the_group_as_it_was(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    clerk.keys.type("EX", 100.0)
    assert clerk.page.scanbox.field.text().upper() == "EX"
    clerk.settled()
    assert clerk.page.party.bringer.text == "Ryhmän tuo: Työntekijä"


def test_without_a_group_e_begins_a_code(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.keys.type("E")
    assert clerk.page.scanbox.field.text().upper() == "E"


def test_guests_come_only_where_the_rules_know_them(clerk: Clerk) -> None:
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    clerk.press(Qt.Key.Key_G)
    clerk.press(Qt.Key.Key_Plus)
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.party.children == 0
    assert clerk.reason == Reason.OK_COMMUNITY


def test_guests_are_counted_where_the_rules_know_them(clerk: Clerk, theatre: Theatre) -> None:
    rules = replace(RULES_2018, community_guests=True)
    listed(theatre, {}, replace(NETWORK, rule_sets=(rules,)))
    clerk.page.refresh()
    clerk.until(lambda: (line := clerk.page.today.offers.line) is not None and line.guests)
    clerk.scan(GROUP)
    clerk.scan(HOLDER)
    clerk.press(Qt.Key.Key_G)
    clerk.press(Qt.Key.Key_Plus)
    clerk.press(Qt.Key.Key_Minus)
    assert clerk.turn.ask is not None
    assert clerk.turn.ask.party.children == 1
    clerk.give()
    (line,) = clerk.page.given.rows
    assert (line.tickets.adults, line.tickets.children, line.tickets.representatives) == (1, 1, 1)


def test_above_ten_members_a_notice_stands_below_the_list(clerk: Clerk, theatre: Theatre) -> None:
    crowd = {code(f"JOUKKO{at:03}"): replace(PERSON, id=f"crowd-{at}") for at in range(11)}
    listed(theatre, crowd)
    clerk.show(GROUP)
    for at, card in enumerate(crowd, start=1):
        clerk.show(card)
        assert ("Ryhmässä on jo" in clerk.page.verdict.shown_text) == (at > 10)
    assert "Ryhmässä on jo 11 korttia." in clerk.page.verdict.shown_text
    assert isinstance(clerk.look.verdict, Give)  # a notice, no limit


def test_a_member_with_a_booking_of_their_own_collects_it_alone(clerk: Clerk, theatre: Theatre) -> None:
    booked(theatre, CARDS[HOLDER].id)
    clerk.scan(GROUP)
    clerk.scan(SECOND)
    clerk.scan(HOLDER)
    assert isinstance(clerk.look.verdict, Choose)
    assert "Kortilla on oma varaus." in clerk.page.verdict.shown_text
    clerk.press(Qt.Key.Key_Return)
    clerk.give()
    assert clerk.scan(HOLDER) == Reason.OK_COLLECT
    clerk.give()
    assert [line.tickets.total for line in clerk.page.given.rows] == [2, 2]
