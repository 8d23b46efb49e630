from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from sync.runner import Connection
from tests.store.desk import number_set, told
from tests.ui.conftest import Clerk
from tests.ui.world import EXPIRED, HOLDER, NOW, PLAY, TODAY, Theatre
from ui.clerk.arrangement import Below
from ui.theme import Mode
from validator.domain.policy import Grade, Listed, ListState
from validator.domain.quota import QuotaKey, QuotaScope
from validator.domain.rights import Lease
from validator.errors import HubRevoked
from validator.words import LANGUAGES

SENTENCES = {
    "fi": "Kortti on voimassa. Anna lippu.",
    "sv": "Kortet är giltigt. Ge biljetten.",
    "en": "Card is valid. Give the ticket.",
    "selko": "Korttisi on kunnossa. Saat lipun.",
}


def test_the_language_changes_in_place_in_the_middle_of_a_customer(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    turn = clerk.turn
    seen = {}
    for language in LANGUAGES:
        seen[language] = clerk.page.verdict.sentence
        clerk.press(Qt.Key.Key_F8)
    assert seen == SENTENCES
    assert clerk.turn is turn
    assert clerk.page.verdict.sentence == SENTENCES["fi"]


def test_every_panel_is_reworded(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    clerk.give()
    clerk.scan(EXPIRED)
    clerk.press(Qt.Key.Key_F1)
    clerk.press(Qt.Key.Key_F8)
    assert clerk.view.header.place == "Kajana stadsteater · Kassa 2"
    assert clerk.session.window.windowTitle().startswith("Kajana stadsteater · Kassa 2")
    assert clerk.page.why.lines[0].startswith("Kortet gäller")
    assert "biljett" in clerk.view.strip.text


def test_the_strip_says_how_many_tickets_for_the_chosen_offer_are_this_desks_own(
    clerk: Clerk, theatre: Theatre
) -> None:
    assert "tässä kassassa" not in clerk.view.strip.text
    with theatre.open() as station:
        lines = station.desk(lambda: False).programme()
        slot = next(line.choice for line in lines if line.offer.id == PLAY.id)
        with station.ledger.write() as books:
            number = number_set(1, 4, QuotaKey(QuotaScope.OFFER, PLAY.id, TODAY))
            books.apply_feed([told(number, 1, "desk-9")], 1)
            books.hear_leases([Lease(slot, 1, 1)])
    clerk.page.today.offers.choose(slot)
    clerk.view.refresh()
    clerk.until(lambda: "Tuntematon sotilas: tässä kassassa 1 lippu ·" in clerk.view.strip.text)
    clerk.view.strip.show_connection(Connection(online=False, since=NOW))
    assert "Voit jatkaa" in clerk.view.strip.text
    line = next(line for line in lines if line.choice == slot)
    clerk.view.strip.show_offer(replace(line, rights=0))
    assert "Voit jatkaa" not in clerk.view.strip.text, "there is none to give"
    other = next(line.choice for line in lines if line.rights is None and line.offer.id != PLAY.id)
    clerk.page.today.offers.choose(other)
    assert "tässä kassassa" not in clerk.view.strip.text, "it needs no rights"


def test_the_strip_says_that_the_desk_was_shut_out(clerk: Clerk) -> None:
    since = Connection(online=False, since=NOW, reason=HubRevoked.key)
    clerk.view.strip.show_connection(since)
    assert "17.42" not in clerk.view.strip.text
    assert clerk.session.face.problem(HubRevoked("")) in clerk.view.strip.text


def test_the_look_and_the_size_change_and_keep_the_turn(clerk: Clerk) -> None:
    clerk.scan(HOLDER)
    face = clerk.session.face
    face.wear(Mode.DARK)
    assert face.theme.is_dark
    for _ in range(6):
        clerk.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert face.theme.factor == 2.0
    clerk.until(lambda: clerk.page.places.tight)
    assert clerk.page.verdict.sentence == SENTENCES["fi"]
    for asked, below in (
        (Qt.Key.Key_F3, Below.TODAY),
        (Qt.Key.Key_F5, Below.GIVEN),
        (Qt.Key.Key_F1, Below.WHY),
    ):
        clerk.press(asked)
        assert clerk.page.places.below.value == below
    clerk.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    clerk.until(lambda: not clerk.page.places.tight)


@pytest.mark.parametrize("grade", Grade)
@pytest.mark.parametrize("listed", Listed)
def test_the_window_says_how_old_a_list_is_and_until_when_tickets_can_be_given(
    clerk: Clerk, theatre: Theatre, listed: Listed, grade: Grade
) -> None:
    with theatre.open() as station:
        status = station.desk(lambda: True).status()
    worst = ListState(listed, grade, NOW - timedelta(days=3), NOW + timedelta(days=27))
    lists = tuple(worst if each.listed is listed else each for each in status.lists)
    for shown in (clerk.view.strip, clerk.view.header):
        shown.show_status(replace(status, lists=lists))
    told = {Grade.NOTICE: clerk.view.strip.text, Grade.BANNER: clerk.view.header.lists}.get(grade)
    if grade is Grade.FRESH:
        assert clerk.view.header.lists == ""
    elif grade is Grade.STOP:
        assert "F6" in clerk.view.header.lists
    else:
        assert told is not None
        assert "10.10." in told
        assert "9.11." in told or (listed, grade) == (Listed.QUOTAS, Grade.NOTICE)
    assert (clerk.view.header.lists == "") is (grade in {Grade.FRESH, Grade.NOTICE})
    clerk.view.strip.show_connection(Connection(online=False, since=NOW))
    assert "Ei yhteyttä" in clerk.view.strip.text
    assert ("Voit jatkaa" in clerk.view.strip.text) is (grade is not Grade.STOP)
